"""A citizen arrives: a case is opened, the clock starts, and the contact person looks after the threads."""
from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.casework.course.citizen_facts import check_birth
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.admission import ActingMunicipality
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.course import CoordinatorAssignment, Course, Milestone, MilestoneKind, Stay
from borgerplan_desktop.model.cpr import check_cpr
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.plan import LadderPosition, Plan
from borgerplan_desktop.model.row import new_id
from borgerplan_desktop.model.shelter import Sector


@dataclass(frozen=True)
class Arrival:
    """What is asked when a citizen comes; only the name (or what they want to be called) is needed."""

    name: str
    cpr: str = ""
    birth_date: date | None = None
    room: str = ""
    phone: str = ""
    first_contact_on: date | None = None                 # None = today
    acting_municipality: str = ""
    latin_name: str = ""                                 # where the name is in letters that paper has not
    anonymous: bool = False                              # `name` is then what they want to be called, and no more
    no_number_why: str = ""
    protected_address: bool = False


def receive(archive: Archive, arrival: Arrival) -> OpenCase:
    """Open a case: citizen, stay, course with its first milestone, an empty plan, the contact person as temporary
    coordinator (samarbejdsmodellen: until a permanent one is agreed, within a week), in no ring before the citizen has
    said how close.

    Who wants to be anonymous is not asked for a number. Raises Refused for a missing name, an impossible CPR number or
    birth, or a first contact in the future.
    """
    name = called = " ".join(arrival.name.split())
    if not name:
        raise Refused(_("Write what the citizen is called. A first name is enough."), "name")
    if arrival.anonymous:
        name = _("Anonymous {called}").format(called=called)
    cpr = check_cpr("" if arrival.anonymous else arrival.cpr)
    if cpr.error:
        raise Refused(cpr.error, "cpr")
    today = archive.today()
    check_birth(cpr.birth_date, today, "cpr")
    check_birth(arrival.birth_date, today)
    first = arrival.first_contact_on or today
    if first > today:
        raise Refused(_("The first contact cannot be after today."), "first_contact_on")
    municipality = " ".join(arrival.acting_municipality.split())
    opened = OpenCase(archive.store, new_id(), archive.who, archive.clock, archive.shelter)
    case = opened.case
    with opened.action(N_("Received the citizen"), undoable=False):
        case.add(Citizen(id=opened.id, case_number=_case_number(today), name=name,
                         called=called if arrival.anonymous else "", latin_name=arrival.latin_name.strip(),
                         anonymous=arrival.anonymous, protected_address=arrival.protected_address,
                         no_number_why=" ".join(arrival.no_number_why.split()), cpr=cpr.digits, ecpr=cpr.ecpr,
                         birth_date=arrival.birth_date or cpr.birth_date, phone=arrival.phone.strip(),
                         contact_person_id=archive.who, acting_municipality=municipality))
        if municipality:
            case.add(ActingMunicipality(since=first, municipality=municipality))
        case.add(Cooperation())
        stay = case.add(Stay(admitted_on=first, decided_on=first, room=arrival.room.strip()))
        course = case.add(Course(first_contact_on=first, stay_id=stay.id))
        case.add(Milestone(course_id=course.id, kind=MilestoneKind.FIRST_CONTACT, done_on=first))
        case.add(Plan(started_on=first))
        case.add(LadderPosition(since=first, step=LadderStep.STAY))
        citizen = case.add(NetworkMember(kind=MemberKind.CITIZEN))
        contact = case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, staff_id=archive.who, sector=Sector.SHELTER))
        place(citizen, [], 0)
        place(contact, [citizen], 1)
        case.add(CoordinatorAssignment(member_id=contact.id, temporary=True, since=first))
    return opened


def _case_number(today: date) -> str:
    """Opaque: says nothing of the person; the year only helps to find it among papers."""
    return f"{today.year}-{secrets.randbelow(10**6):06}"
