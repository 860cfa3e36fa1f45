"""Who somebody of the frame is now: what is written of them here, or what the register they were chosen from says."""
from __future__ import annotations

from dataclasses import dataclass

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.framework import FramePerson, FrameRole
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.shelter import Professional, Shelter, StaffMember


@dataclass(frozen=True)
class PersonFacts:
    """How somebody is said and reached."""

    name: str
    workplace: str = ""
    phone: str = ""
    email: str = ""

    @property
    def said(self) -> str:
        """"Birgit Holm, Jobcenter Skovby"."""
        return ", ".join(part for part in (self.name, self.workplace) if part)


def facts_of(person: FramePerson) -> PersonFacts:
    """Where they were chosen from a register, what it says now; what it does not say is as it was written here."""
    case = person.case
    row = registered(person)
    if row is None:
        return PersonFacts(*(each.strip() for each in (person.name, person.workplace, person.phone, person.email)))
    if isinstance(row, StaffMember):
        found = PersonFacts(row.name, case.the(Shelter).name, row.phone, row.email)
    elif isinstance(row, Professional):
        row = row.itself
        found = PersonFacts(row.name or row.role, row.organisation, row.phone, row.email)
    else:
        row = row.itself
        found = PersonFacts(person.name or row.name, row.name if person.name else "", row.phone, row.email)
    return PersonFacts(found.name.strip(), found.workplace.strip() or person.workplace.strip(),
                       found.phone.strip() or person.phone.strip(), found.email.strip() or person.email.strip())


def registered(person: FramePerson) -> StaffMember | Professional | Service | None:
    """The row of a register that they were chosen from."""
    case = person.case
    return (case.get(StaffMember, person.staff_id) or case.get(Professional, person.professional_id)
            or case.get(Service, person.service_id))


def somebody(person: FramePerson) -> object:
    """The same for two rows that are one human being with two roles: the row of a register, or what is said of them."""
    row, said = registered(person), facts_of(person)
    return (row if isinstance(row, StaffMember) or row is None else row.itself,
            *(danish(" ".join(part.split())) for part in (said.name, said.workplace, said.email)))


def people_of(case: Case, *roles: FrameRole) -> list[FramePerson]:
    """Those with one of these roles now (of all roles where none is named), in the order of the roles and their own."""
    wanted = roles or tuple(FrameRole)
    return [person for role in wanted for person in case.all(FramePerson)
            if person.role is role and not person.retired]


def coordinators(case: Case) -> list[PersonFacts]:
    """Who can be coordinator for a citizen: those of the staff and the professionals who are marked for it."""
    place = case.the(Shelter).name
    staff = [PersonFacts(each.name, place, each.phone, each.email) for each in case.all(StaffMember)
             if each.may_coordinate and not each.retired]
    others = [PersonFacts(each.name or each.role, each.organisation, each.phone, each.email)
              for each in case.all(Professional) if each.may_coordinate and not each.retired]
    return staff + others
