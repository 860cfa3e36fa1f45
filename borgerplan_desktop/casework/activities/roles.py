"""Who has which role in the shared frame: written here, or chosen among colleagues, professionals and services.

`shelter` is the shelter's own case. Source: samarbejdsmodellen, "Organisering".
"""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.frame_people import facts_of, people_of, registered
from borgerplan_desktop.model.framework import FramePerson, FrameRole, FrameTold
from borgerplan_desktop.model.implementation_plan import Activity
from borgerplan_desktop.model.order import danish, place
from borgerplan_desktop.model.shelter import Professional, StaffMember
from borgerplan_desktop.model.spelling import is_found

CHANGED = N_("Changed somebody of the frame")
MOST_FOUND = 30                                          # offered at once; whoever looks for more writes more letters
Registered = StaffMember | Professional | Service


def add_person(shelter: OpenCase, role: FrameRole, name: str) -> FramePerson:
    """Somebody written here. Raises Refused without a name."""
    words = one_line(name, "name")
    if not words:
        raise Refused(_("Write who it is."), "name")
    with shelter.action(N_("Gave somebody a role in the frame")):
        return _placed(shelter, FramePerson(role=role, name=words))


def choose_person(shelter: OpenCase, role: FrameRole, row: Registered) -> FramePerson:
    """Somebody of a register: name, workplace, phone and mail follow it. Raises Refused for who has the role already.
    """
    def is_free() -> bool:
        return not any(registered(each) is row for each in people_of(shelter.case, role))

    if not is_free():
        raise Refused(_("{who} has that role already.").format(who=said_of(row)), "name")
    with shelter.action(N_("Gave somebody a role in the frame"), still=is_free):
        return _placed(shelter, FramePerson(
            role=role, staff_id=row.id if isinstance(row, StaffMember) else None,
            professional_id=row.id if isinstance(row, Professional) else None,
            service_id=row.id if isinstance(row, Service) else None))


def leave_role(shelter: OpenCase, person: FramePerson) -> None:
    """They have it no more. Who stands in the action plan, or was told of a version, is kept there by name."""
    is_named = any(each.person_id == person.id for kind in (Activity, FrameTold) for each in shelter.case.all(kind))
    with shelter.action(N_("Took a role in the frame back")):
        if is_named:
            person.retired = True
        else:
            shelter.case.remove(person)


def move_person(shelter: OpenCase, person: FramePerson, by: int) -> None:
    """So many places down among those of the role, or up where it is negative; no further than the ends."""
    there = people_of(shelter.case, person.role)
    to = max(0, min(there.index(person) + by, len(there) - 1))
    if there.index(person) != to:
        with shelter.action(N_("Moved somebody of the frame")):
            place(person, there, to)


def to_choose(case: Case, role: FrameRole, words: str = "") -> list[Registered]:
    """Who can be given the role, by name: those in use in whom every word is found."""
    taken = {row.id for each in people_of(case, role) if (row := registered(each)) is not None}
    rows: list[Registered] = [*case.all(StaffMember), *case.all(Professional), *case.all(Service)]
    found = [row for row in rows if not row.retired and row.id not in taken and is_found(words, in_full(row))]
    return sorted(found, key=lambda row: (danish(said_of(row)), row.id))[:MOST_FOUND]


def said_of(row: Registered) -> str:
    """The name, or the role of whom nobody knows the name."""
    return row.name.strip() or (row.role.strip() if isinstance(row, Professional) else "") or _("Without a name")


def in_full(row: Registered) -> str:
    """"Birgit Holm, sagsbehandler, Jobcenter Skovby"."""
    more = (row.title,) if isinstance(row, StaffMember) else (
        (row.role, row.organisation) if isinstance(row, Professional) else (row.organisation,))
    return ", ".join(dict.fromkeys(part.strip() for part in (said_of(row), *more) if part.strip()))


def who_is(person: FramePerson | None) -> str:
    """As they are said in the action plan; "" = nobody."""
    return facts_of(person).said if person is not None else ""


def _placed(shelter: OpenCase, person: FramePerson) -> FramePerson:
    there = people_of(shelter.case, person.role)
    made = shelter.case.add(person)
    place(made, there, len(there))
    return made
