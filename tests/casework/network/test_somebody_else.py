"""Somebody who is not in the network yet is chosen where a responsible person is asked for."""
from __future__ import annotations

from functools import partial

import pytest

from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.network.somebody_else import choose_somebody_else, known_as
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.network import MemberKind, NetworkMember, citizen_member, people
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import Professional, Sector

ACTION = "Choose who is responsible"


def choose(goal: Goal, _opened: OpenCase, member: NetworkMember) -> None:
    goal.responsible_id = member.id


def test_somebody_new_joins_and_is_responsible_in_one_step(opened: OpenCase) -> None:
    goal, before = add_goal(opened, "bolig"), people(opened.case)
    made = choose_somebody_else(opened, partial(choose, goal), ACTION, "  Birgit   Prøve ", "bostøtte")
    assert goal.responsible is made
    assert (made.contact.name, made.contact.role, made.kind) == ("Birgit Prøve", "bostøtte", MemberKind.PROFESSIONAL)
    opened.undo()
    assert (goal.responsible_id, people(opened.case)) == (None, before)
    opened.redo()
    assert goal.responsible_id == made.id


def test_who_belongs_to_the_citizens_own_life_is_in_no_register(opened: OpenCase) -> None:
    assert opened.shelter is not None
    goal, register = add_goal(opened, "bolig"), len(opened.shelter.case.all(Professional))
    made = choose_somebody_else(opened, partial(choose, goal), ACTION, "Sara", "min søster", Sector.FAMILY)
    assert (made.kind, made.relation) == (MemberKind.PRIVATE, "min søster")
    assert len(opened.shelter.case.all(Professional)) == register


def test_nobody_is_written_twice(opened: OpenCase) -> None:
    goal = add_goal(opened, "bolig")
    ole = add_private_person(opened, "Ole Kragh", "ven")
    pick = partial(choose_somebody_else, opened, partial(choose, goal), ACTION)
    assert pick("ole kragh") is ole
    assert pick("Ole Kragh", "læge", Sector.HEALTH) is not ole, "another role: somebody else"
    citizen = citizen_member(opened.case)
    assert citizen is not None
    assert pick(citizen.contact.name) is citizen
    birgit = add_new_professional(opened, "Birgit Prøve", "bostøtte")
    remove_person(opened, birgit)
    assert pick("Birgit Prøve") is not None
    assert [each.contact.name for each in people(opened.case)].count("Birgit Prøve") == 1
    assert opened.shelter is not None
    assert [each.name for each in opened.shelter.case.all(Professional)].count("Birgit Prøve") == 1


def test_a_name_of_two_is_nobody_in_particular(opened: OpenCase) -> None:
    add_private_person(opened, "Ole", "ven")
    add_private_person(opened, "Ole", "nabo")
    assert known_as(opened, "Ole") is None
    known = known_as(opened, "Ole", "nabo")
    assert isinstance(known, NetworkMember)
    assert known.relation == "nabo"


def test_a_name_is_asked_for(opened: OpenCase) -> None:
    with pytest.raises(Refused):
        choose_somebody_else(opened, partial(choose, add_goal(opened, "bolig")), ACTION, " ")
