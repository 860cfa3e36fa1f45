"""Takes the lines of a table into the directory, each as it was decided: one step to undo."""
from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from borgerplan_desktop.casework.directory.coming_services import Coming, How
from borgerplan_desktop.casework.directory.services import fill_in
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.directory import REVIEW_DAYS, InHouse, Service

PORTION = 50                                             # lines between two looks at whether somebody stops it


class Taken(NamedTuple):
    """The services that are new, and those here that learnt something."""

    new: list[Service]
    filled_in: list[Service]


def take_in_services(shelter: OpenCase, chosen: Sequence[Coming],
                     progress: Callable[[float], object] = lambda _share: None) -> Taken:
    """All in one action, which one step undoes. `progress` hears 0.0-1.0 and stops it by raising: then nothing is done.

    Raises Refused for nothing, Conflict when one that was here is gone by now, StoreTrouble.
    """
    wanted = [each for each in chosen if each.how is not How.LEFT]
    if not wanted:
        raise Refused(_("Choose what shall come in."), "services")
    if any(each.how is How.SAME and (each.known is None or not each.known.exists) for each in wanted):
        raise Conflict
    new: list[Service] = []
    filled_in: list[Service] = []
    until = later(shelter.today(), REVIEW_DAYS)
    with shelter.action(N_("Took services in from a file")):
        for number, each in enumerate(wanted):
            if number % PORTION == 0:
                progress(number / len(wanted))
            if each.how is How.SAME and each.known is not None:
                fill_in(each.known, each.values, each.taken)
                service = each.known
                filled_in.append(service)
            else:
                service = shelter.case.add(Service(**{"valid_until": until, **each.values}))
                new.append(service)
            _days(shelter, service, each)
        progress(1.0)
    return Taken(new, filled_in)


def take_in_apart(shelter: OpenCase, chosen: Sequence[Coming]) -> Callable[[Callable[[float], object]], OpenCase]:
    """The same for thousands of lines: work for another thread, which gives the case to `shelter.take_over`.

    It raises what `take_in_services` raises.
    """
    lines = [replace(each, known=None) for each in chosen]       # a row belongs to its own thread
    known = [each.known.id if each.known is not None else None for each in chosen]

    def work(progress: Callable[[float], object]) -> OpenCase:
        here = shelter.another(shelter.id)
        take_in_services(here, [replace(line, known=here.case.get(Service, id))
                                for line, id in zip(lines, known, strict=True)], progress)
        return here

    return work


def _days(shelter: OpenCase, service: Service, each: Coming) -> None:
    there: Collection[int] = {day.weekday for day in service.in_house} if each.known is service else ()
    for day in each.days:
        if day.weekday not in there:
            shelter.case.add(InHouse(service_id=service.id, weekday=day.weekday, hours=day.hours))
