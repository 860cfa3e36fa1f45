"""The meeting of the seed case, before anybody has prepared it: Jonas, his goals, and those who are to come."""
from __future__ import annotations

from datetime import date, datetime

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.meeting.before_meeting import invite, plan_meeting
from borgerplan_desktop.casework.meeting.participants import add_participants
from borgerplan_desktop.casework.network.people import (
    add_new_professional,
    add_private_person,
    make_lay_representative,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import StaffMember
from tests.journeys import seed_case as seed

FIRST_CONTACT = date(2026, 10, 5)
STARTS, ENDS = datetime(2026, 10, 29, 13), datetime(2026, 10, 29, 14, 30)
PURPOSE, PLACE = "At lave én plan sammen med Jonas.", "Herberget, mødelokale 2"
MAIL = {"Birgit Holm": "birgit@example.org", "Anne-Mette Kjær": "anne-mette@example.org",
        "Lene Friis": "lene@example.org"}
EVA_MAIL = "eva@example.org"
COMING = ("Jonas", "Eva", "Ole", "Birgit", "Anne-Mette", "Lene")      # nobody has asked Jonas about Lene
AREAS = {"Rusmidler": LifeArea.SUBSTANCES, "Bolig": LifeArea.HOUSING, "Uddannelse og job": LifeArea.WORK}


def jonas(archive: Archive) -> OpenCase:
    """His case: three goals; Birgit may know about housing and work, Anne-Mette also what he drinks, Ole the plan."""
    shelter = archive.shelter
    [eva] = shelter.case.all(StaffMember)
    write(shelter, eva, StaffMember.email, EVA_MAIL, "mail")
    opened = receive(archive, Arrival(seed.NAME, room="12", first_contact_on=FIRST_CONTACT))
    ole = add_private_person(opened, seed.PRIVATE[1].name, seed.PRIVATE[1].relation)
    make_lay_representative(opened, ole)
    for known in seed.PROFESSIONALS:
        if known.name in MAIL:
            add_new_professional(opened, known.name, known.role, known.workplace, email=MAIL[known.name])
    for wanted in seed.GOALS:
        goal = add_goal(opened, wanted.title, AREAS[wanted.area])
        write(opened, goal, Goal.why, wanted.why, "why")
    _says_yes(opened, "At Ole kan være med som bisidder.", ole, Topic.PLAN, Topic.HOUSING)
    _says_yes(opened, "At Birgit kan søge om bolig.", called(opened, "Birgit"), Topic.PLAN, Topic.HOUSING, Topic.WORK)
    _says_yes(opened, "At Anne-Mette kan hjælpe mig med at drikke mindre.", called(opened, "Anne-Mette"), Topic.PLAN,
              Topic.HOUSING, Topic.SUBSTANCES)
    return opened


def _says_yes(opened: OpenCase, purpose: str, member: NetworkMember, *topics: Topic) -> None:
    give_consent(opened, Asked(purpose, [member], topics, GivenHow.SIGNED, told_before=True,
                               expires_on=date(2027, 4, 6)))


def called(opened: OpenCase, name: str) -> NetworkMember:
    """Whoever of the network is called so."""
    return next(each for each in opened.case.all(NetworkMember) if _name(each).startswith(name))


def _name(member: NetworkMember) -> str:
    return member.case.the(Citizen).name if member.is_citizen else member.contact.name


def invited(opened: OpenCase) -> Meeting:
    """The meeting as it is prepared and everybody asked who may be."""
    meeting = plan_meeting(opened, starts_at=STARTS, ends_at=ENDS, place=PLACE, purpose=PURPOSE)
    add_participants(opened, meeting, [called(opened, name) for name in COMING])
    invite(opened, meeting)
    return meeting
