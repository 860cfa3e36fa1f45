"""Three columns: written, ordered, agreed with the plan, and looked at again after each follow-up."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.coordination.expectations import (
    add_expectation,
    agree_expectations,
    look_at_expectations,
    move_expectation,
    remove_expectation,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.adoption import adopt_plan, valid_version
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.expectation import Expectation, ExpectationOf, expectations, follow_up_since, not_agreed
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus
from tests.archive import picture

OF = ExpectationOf


def held(opened: OpenCase, days: int, kind: MeetingKind = MeetingKind.FOLLOW_UP,
         status: MeetingStatus = MeetingStatus.HELD) -> Meeting:
    with opened.action("Held"):
        return opened.case.add(Meeting(kind=kind, status=status, starts_at=opened.now() + timedelta(days=days)))


def test_each_column_has_its_own_order_and_all_can_be_undone(opened: OpenCase) -> None:
    before = picture(opened.case)
    first = add_expectation(opened, OF.YOU_OF_US, " Bank på ")
    second = add_expectation(opened, OF.YOU_OF_US, "Vent")
    other = add_expectation(opened, OF.I_OF_ALL, "Spørg mig")
    move_expectation(opened, second, 0)
    assert [e.text for e in expectations(opened.case, OF.YOU_OF_US)] == ["Vent", "Bank på"]
    assert expectations(opened.case, OF.I_OF_ALL) == [other]
    steps = len(opened.done)
    move_expectation(opened, second, 0)                  # stands there already
    assert len(opened.done) == steps
    remove_expectation(opened, first)
    for _step in range(5):
        opened.undo()
    assert picture(opened.case) == before


def test_they_are_agreed_by_a_button_or_with_the_plan(opened: OpenCase) -> None:
    first = add_expectation(opened, OF.YOU_OF_US, "Bank på")
    empty = add_expectation(opened, OF.WE_OF_YOU)
    assert not_agreed(opened.case) == [first]
    agree_expectations(opened)
    assert (first.agreed_on, empty.agreed_on) == (opened.today(), None)
    later = add_expectation(opened, OF.I_OF_ALL, "Spørg mig")
    adopt_plan(opened)
    assert later.agreed_on == opened.today()
    assert empty.agreed_on is None


def test_a_follow_up_asks_to_look_again_until_somebody_has(opened: OpenCase) -> None:
    held(opened, 1)
    assert follow_up_since(opened.case) is None          # nothing is agreed
    one = add_expectation(opened, OF.YOU_OF_US, "Bank på")
    agree_expectations(opened)
    held(opened, 2, MeetingKind.TALK)
    held(opened, 3, status=MeetingStatus.CALLED_OFF)
    latest = held(opened, 5, MeetingKind.NETWORK)
    assert follow_up_since(opened.case) is latest
    with opened.action("Looked"):
        opened.case.the(Cooperation).expectations_looked_at_on = opened.today() + timedelta(days=5)
    assert follow_up_since(opened.case) is None          # that very day counts
    look_at_expectations(opened)
    assert (opened.case.the(Cooperation).expectations_looked_at_on, one.looked_at_on) == (opened.today(),) * 2


def test_the_adopted_plan_says_them_so_a_new_one_makes_it_a_draft(opened: OpenCase) -> None:
    first = add_expectation(opened, OF.YOU_OF_US, "Bank på")
    version = adopt_plan(opened)
    add_expectation(opened, OF.WE_OF_YOU)                # no words yet: the paper does not show it
    write(opened, first, Expectation.how_it_went, "Det går", "x")
    write(opened, first, Expectation.looked_at_on, opened.today(), "x")
    assert valid_version(opened) is version              # that is no part of the plan
    write(opened, first, Expectation.text, "Bank på, og vent", "x")
    assert valid_version(opened) is None
    opened.undo()
    assert valid_version(opened) is version
    write(opened, expectations(opened.case, OF.WE_OF_YOU)[0], Expectation.text, "Sig til", "x")
    assert valid_version(opened) is None
