"""The map over time and by phase: kept maps, who is involved when, another part of life, the shelter's views."""
from __future__ import annotations

from borgerplan_desktop.casework.course.kept_maps import forget_map, keep_map, rename_map
from borgerplan_desktop.casework.network.involved_when import involve
from borgerplan_desktop.casework.network.map_presets import (
    WayOfLooking,
    delete_preset,
    keep_preset,
    presets,
    rename_preset,
)
from borgerplan_desktop.casework.network.people import set_sector
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.network import InvolvedAs, KeptMap, Phase, people
from borgerplan_desktop.model.shelter import MapFilter, Sector
from tests.casework.acts import nth


def map_kept(opened: OpenCase, a: int, b: int) -> None:
    keep_map(opened, f"kort {a}" if b % 2 else "")


def map_renamed(opened: OpenCase, a: int, b: int) -> None:
    if (kept := nth(opened, KeptMap, a)) is not None:
        rename_map(opened, kept, f"kaldt {b}")


def map_forgotten(opened: OpenCase, a: int, b: int) -> None:
    if (kept := nth(opened, KeptMap, a)) is not None:
        forget_map(opened, kept)


def with_us(opened: OpenCase, a: int, b: int) -> None:
    here = people(opened.case)
    if here:
        how = list(InvolvedAs)[b % 3] if b % 4 else None
        involve(opened, here[a % len(here)], list(Phase)[a % 5 if b % 2 else 0], how)


def other_sector(opened: OpenCase, a: int, b: int) -> None:
    here = people(opened.case)
    if here:
        set_sector(opened, here[a % len(here)], list(Sector)[b % 7])


def preset(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    known = presets(shelter)
    if not known or b % 3 == 0:
        keep_preset(shelter, f"visning {a}", WayOfLooking(list(MapFilter)[b % 3], anonymous=b % 2 == 0))
    elif b % 3 == 1:
        rename_preset(shelter, known[a % len(known)], f"kaldt {a}")
    else:
        delete_preset(shelter, known[a % len(known)])


ACTS = {f"map: {act.__name__}": act for act in (map_kept, map_renamed, map_forgotten, with_us, other_sector, preset)}
