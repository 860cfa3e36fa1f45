"""Who somebody is, wherever it is kept; who is responsible, and what happens when they go."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact import Contact
from borgerplan_desktop.model.network import (
    MemberKind,
    NetworkMember,
    Representation,
    RepresentationKind,
    citizen_member,
    lay_representatives,
    people,
)
from borgerplan_desktop.model.plan import Agreement, Goal, GoalStatus, Plan, Step, open_agreements, responsibilities_of
from borgerplan_desktop.model.shelter import Professional, StaffMember
from tests.model.cases import case_with

DAY = date(2026, 10, 10)


def test_a_private_person_is_who_the_map_says() -> None:
    mother = NetworkMember(name="Birte Prøve", phone="12 34 56 78", relation="min mor")
    case_with(mother)
    assert mother.contact == Contact("Birte Prøve", phone="12 34 56 78")
    assert mother.described == "min mor"


def test_a_professional_is_who_the_register_says() -> None:
    case = case_with()
    assert case.register is not None
    mette = case.register.add(Professional(name="Mette Holm", role="sagsbehandler", organisation="Hjemløseenheden"))
    member = case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, professional_id=mette.id))
    assert member.described == "sagsbehandler, Hjemløseenheden"
    mette.phone = "12 34 56 11"                          # changed once, for all citizens
    assert member.contact.phone == "12 34 56 11"
    member.role = "koordinerende sagsbehandler"          # but here with a role of her own
    assert member.contact.role == "koordinerende sagsbehandler"


def test_staff_are_who_the_register_says() -> None:
    case = case_with()
    assert case.register is not None
    eva = case.register.add(StaffMember(name="Eva Lind", title="kontaktperson"))
    member = case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, staff_id=eva.id))
    assert member.contact == Contact("Eva Lind", "kontaktperson")


def test_the_citizen_is_who_the_citizen_says() -> None:
    case = case_with()
    me = citizen_member(case)
    assert me is not None
    case.the(Citizen).name = "Jonas Ny"
    assert me.contact.name == "Jonas Ny"
    assert me.is_citizen
    assert me not in people(case)


def test_they_are_called_what_they_want_to_be_called() -> None:
    assert Citizen(name="Jonas Emil Prøve").first_name == "Jonas"
    assert Citizen(name="Jonas Emil Prøve", called="Emil").first_name == "Emil"
    assert Citizen().first_name == ""


def test_whoever_is_responsible_is_found_from_both_sides_until_they_go() -> None:
    anna = NetworkMember(name="Anna")
    case = case_with(anna)
    plan = case.the(Plan)
    first = case.add(Goal(plan_id=plan.id, place=1.0, responsible_id=anna.id))
    reached = case.add(Goal(plan_id=plan.id, place=2.0, responsible_id=anna.id, status=GoalStatus.REACHED))
    step = case.add(Step(goal_id=first.id, responsible_id=anna.id))
    agreement = case.add(Agreement(text="Ring", responsible_id=anna.id))
    assert first.responsible is step.responsible is agreement.responsible is anna
    assert responsibilities_of(case, anna) == [first]
    case.remove(anna)
    assert [row.responsible_id for row in (first, reached, step, agreement)] == [None] * 4
    assert first.responsible is None


def test_a_goal_takes_its_parts_along_and_leaves_agreements() -> None:
    case = case_with()
    goal = case.add(Goal(plan_id=case.the(Plan).id))
    step = case.add(Step(goal_id=goal.id))
    agreement = case.add(Agreement(text="Ring", goal_id=goal.id))
    case.remove(goal)
    assert not step.exists
    assert agreement.exists
    assert agreement.goal is None


def test_open_agreements_stand_by_date_those_without_one_last() -> None:
    case = case_with()
    for place, due in enumerate((None, date(2026, 11, 1), date(2026, 10, 1))):
        case.add(Agreement(text="x", place=float(place), due_on=due))
    assert [a.due_on for a in open_agreements(case)] == [date(2026, 10, 1), date(2026, 11, 1), None]
    assert [a.overdue(DAY) for a in open_agreements(case)] == [True, False, False]


def test_involved_from_the_first_day_to_the_last() -> None:
    member = NetworkMember(involved_from=date(2026, 10, 1), involved_until=DAY)
    assert not member.involved_on(date(2026, 9, 30))
    assert member.involved_on(date(2026, 10, 1))
    assert member.involved_on(DAY)
    assert not member.involved_on(date(2026, 10, 11))


def test_a_lay_representative_stands_beside_the_citizen_until_the_last_day() -> None:
    anna, bo = NetworkMember(name="Anna"), NetworkMember(name="Bo")
    case = case_with(anna, bo)
    case.add(Representation(member_id=anna.id, until=DAY))
    case.add(Representation(member_id=bo.id, kind=RepresentationKind.GUARDIAN))
    assert lay_representatives(case, DAY) == [anna]
    assert lay_representatives(case, date(2026, 10, 11)) == []
