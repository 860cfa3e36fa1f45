"""Ways of looking at the map that the shelter keeps under a name."""
from __future__ import annotations

from dataclasses import dataclass

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.order import danish, place
from borgerplan_desktop.model.shelter import MapFilter, MapPreset


@dataclass(frozen=True)
class WayOfLooking:
    """How the map is drawn, never who is on it."""

    who: MapFilter = MapFilter.EVERYBODY
    ties_between: bool = True
    supports: bool = False
    responsibilities: bool = False
    focus: bool = False
    anonymous: bool = False


def way_of(preset: MapPreset) -> WayOfLooking:
    return WayOfLooking(preset.who, preset.ties_between, preset.supports, preset.responsibilities, preset.focus,
                        preset.anonymous)


def presets(shelter: OpenCase) -> list[MapPreset]:
    return shelter.case.all(MapPreset)


def keep_preset(shelter: OpenCase, name: str, way: WayOfLooking) -> MapPreset:
    """Keep a way of looking under a name; the one of that name looks like this from now on.

    Raises Refused without a name, Conflict where another window keeps one of that name in the same moment.
    """
    called = _called(name)
    shelter.catch_up()                                   # another window may have kept one of that name just now
    known = _of_name(shelter, called)
    with shelter.action(N_("Keep the view")):
        made = known if known is not None else shelter.case.add(MapPreset(name=called))
        if known is None:
            place(made, presets(shelter), len(presets(shelter)))
        for column, value in vars(way).items():
            setattr(made, column, value)
    return made


def rename_preset(shelter: OpenCase, preset: MapPreset, name: str) -> None:
    """Raises Refused without a name, and for one that another view has."""
    called = _called(name)
    if _of_name(shelter, called) not in (None, preset):
        raise Refused(_("Another view has that name. Choose another one."), "name")
    with shelter.action(N_("Rename the view")):
        preset.name = called


def delete_preset(shelter: OpenCase, preset: MapPreset) -> None:
    with shelter.action(N_("Delete the view")):
        shelter.case.remove(preset)


def _of_name(shelter: OpenCase, name: str) -> MapPreset | None:
    return next((each for each in presets(shelter) if danish(each.name) == danish(name)), None)


def _called(name: str) -> str:
    called = " ".join(name.split())
    if not called:
        raise Refused(_("Write what the view is called."), "name")
    return called
