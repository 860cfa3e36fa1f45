"""What a shelter does with its directory of services: written, looked through, closed, and made one of two."""
from __future__ import annotations

from collections.abc import Collection
from datetime import date

from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.casework.session.professionals import Used, speaks_for_itself
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.directory import REVIEW_DAYS, InHouse, Service, ServiceKind
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.row import texts_of
from borgerplan_desktop.model.text import shows

CHANGE = N_("Change a service")                          # what every field of its card writes
WEEKDAYS = range(7)


def add_service(shelter: OpenCase, name: str, kind: ServiceKind = ServiceKind.MUNICIPAL) -> Service:
    """One more in the directory; right as it stands for half a year. Raises Refused without a name."""
    called = _called(name)
    with shelter.action(N_("Add a service")):
        return shelter.case.add(Service(name=called, kind=kind, valid_until=later(shelter.today(), REVIEW_DAYS)))


def still_right(shelter: OpenCase, service: Service) -> None:
    """Somebody has looked: it is right for another half year."""
    with shelter.action(N_("A service is still right")):
        service.valid_until = later(shelter.today(), REVIEW_DAYS)


def retire_service(shelter: OpenCase, service: Service, retired: bool = True) -> None:
    """It is not offered any more, or is again; the plans it stands in keep it. Which stood there twice is two again."""
    with shelter.action(N_("Retired a service") if retired else N_("Use a service again")):
        service.retired = retired
        if not retired:
            service.same_as_id = None


def close_service(shelter: OpenCase, service: Service, on: date | None) -> None:
    """From that day it is no more; None = it stays open after all. Plans it stands in say so."""
    with shelter.action(N_("A service closes") if on is not None else N_("A service stays open")):
        service.closes_on = on


def where_used(shelter: OpenCase, service: Service) -> Used:
    """The citizens who have it in their plan or after-care now. Raises NotForYou, StoreTrouble."""
    count, names = shelter.who_uses([service.itself.id])
    return Used(count, tuple(names))


# ------------------------------------------------------------------------------------------------- days in the house
def add_day(shelter: OpenCase, service: Service, weekday: int | None = None) -> InHouse:
    """Somebody from there is in the house on one more weekday; None = the first that is free."""
    taken = {each.weekday for each in service.in_house}
    free = next((day for day in WEEKDAYS if day not in taken), 0) if weekday is None else weekday
    with shelter.action(N_("Add a day in the house")):
        return shelter.case.add(InHouse(service_id=service.id, weekday=free))


def set_weekday(shelter: OpenCase, day: InHouse, weekday: int) -> None:
    with shelter.action(N_("Change a day in the house")):
        day.weekday = weekday


def remove_day(shelter: OpenCase, day: InHouse) -> None:
    with shelter.action(N_("Remove a day in the house")):
        shelter.case.remove(day)


# ----------------------------------------------------------------------------------------------------- two that are one
def alike(shelter: OpenCase, service: Service) -> list[Service]:
    """Others in use that may be the same: called the same, at the same place or at none."""
    mine, there = key(service.name), key(service.organisation)
    return [each for each in shelter.case.all(Service)
            if each is not service and not each.retired and mine and key(each.name) == mine
            and (not there or key(each.organisation) in ("", there))]


def merge_services(shelter: OpenCase, kept: Service, other: Service, taken: Collection[str] = ()) -> None:
    """Two rows were one service: in every plan and on every paper `kept` speaks for both from now on. It has what the
    other knew and it did not, the fields `taken` as the other has them, and the other's days in the house.

    Raises Refused for one row, Conflict, also where `kept` speaks for nobody by now, StoreTrouble.
    """
    if kept is other or kept.itself is other.itself:
        raise Refused(_("They are one already."))
    if kept.itself is not kept or kept.retired:
        raise Conflict
    with shelter.action(N_("Two services are one"), still=speaks_for_itself(kept)):
        fill_in(kept, {name: getattr(other, name) for name in COMPARED}, taken)
        there = {(each.weekday, each.hours) for each in kept.in_house}
        for day in other.in_house:
            if (day.weekday, day.hours) not in there:
                shelter.case.add(InHouse(service_id=kept.id, weekday=day.weekday, hours=day.hours, who=day.who))
        for each in shelter.case.all(Service):
            if each is other or each.same_as_id == other.id:
                each.same_as_id, each.retired = kept.id, True


def fill_in(service: Service, values: dict[str, object], taken: Collection[str] = ()) -> None:
    """What is said elsewhere where nothing stands here, and the fields `taken` in any case; inside an action."""
    for name, value in values.items():
        if value not in ("", None) and (name in taken or getattr(service, name) in ("", None)):
            setattr(service, name, value)


def says_the_same(name: str, here: object, other: object) -> bool:
    """Whether two say the same in a field, or one of them says nothing: case, spaces and how a number is grouped aside.
    """
    if here in ("", None) or other in ("", None) or here == other:
        return True
    if not isinstance(here, str) or not isinstance(other, str):
        return False
    if name == "phone":
        return "".join(here.split()) == "".join(other.split())
    return key(here) == key(other)


def key(text: str) -> str:
    """By which two names are the same."""
    return danish(" ".join(text.split()))


def _called(name: str) -> str:
    called = one_line(name, "name")
    if not shows(called):
        raise Refused(_("Write what the service is called."), "name")
    return called


# What two rows may say differently: everything that somebody writes, and the name last of all by hand.
COMPARED = (*texts_of(Service), "kind", "needs_referral", "ladder_step", "area", "valid_until", "closes_on")
