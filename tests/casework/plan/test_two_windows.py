"""Two on one plan at the same moment: what only one may do once is done once, and the other is told."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.plan import earlier_plans, follow_up, goals, notes
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.taking_over import take_over
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import RatedBy, Rating
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanKind, Passage, PassageUse
from borgerplan_desktop.model.plan import (
    FollowUpDay,
    Goal,
    Intervention,
    InterventionReview,
    ReviewOutcome,
    current_plan,
)

FIRST, SECOND = (0, 13), (14, 28)


@pytest.fixture
def plan(opened: OpenCase) -> EarlierPlan:
    return earlier_plans.take_in(opened, EarlierPlanKind.JOB, "Jobplan", "", date(2026, 9, 3),
                                 "Mål: et job. Ringe til Sara.")


@pytest.fixture
def other(archive: Archive, opened: OpenCase, plan: EarlierPlan) -> OpenCase:
    """The same case in another window, which has not looked since."""
    goals.add_intervention(opened, goals.add_goal(opened, "bo"), "Støtte")
    return archive.open_case(opened.id)


def test_a_passage_becomes_a_goal_once(opened: OpenCase, other: OpenCase, plan: EarlierPlan) -> None:
    theirs = other.case.the(EarlierPlan)
    take_over(opened, plan, FIRST, PassageUse.GOAL)
    with pytest.raises(Conflict):
        take_over(other, theirs, (4, 28), PassageUse.GOAL)
    assert [goal.title for goal in other.case.all(Goal)] == ["bo", "Et job"]
    take_over(other, theirs, SECOND, PassageUse.STEP, other.case.all(Goal)[0])           # another part of it merges
    take_over(other, theirs, FIRST, PassageUse.NOTE)     # and who has seen it may take it twice
    assert len(other.case.all(Passage)) == 3


def test_the_text_is_not_corrected_under_a_passage_that_was_taken_meanwhile(
        opened: OpenCase, other: OpenCase, plan: EarlierPlan) -> None:
    theirs, before = other.case.the(EarlierPlan), plan.text
    write(other, theirs, EarlierPlan.text, "Nej. " + before, "Typed")
    other.undo()
    opened.catch_up()
    take_over(opened, plan, SECOND, PassageUse.NOTE)
    with pytest.raises(Conflict):
        other.redo()
    with pytest.raises(Refused):                         # it has seen the passage now
        write(other, theirs, EarlierPlan.text, "Nej. " + before, "Typed")
    assert plan.text == theirs.text == before
    third = opened.another(opened.id)
    taken = other.case.the(Passage)
    with opened.action("x"):
        opened.case.remove(opened.case.the(Passage))
    write(opened, plan, EarlierPlan.text, "Ja. " + before, "Typed")
    assert third.case.the(EarlierPlan).text == before    # who has seen neither takes both in, one after the other
    third.catch_up()
    other.catch_up()
    assert not taken.exists
    assert third.case.the(EarlierPlan).text == theirs.text == "Ja. " + before


def test_words_typed_in_the_text_meanwhile_wait_for_a_choice(
        opened: OpenCase, other: OpenCase, plan: EarlierPlan) -> None:
    theirs = other.case.the(EarlierPlan)
    take_over(opened, plan, SECOND, PassageUse.NOTE)
    with pytest.raises(Conflict):
        write(other, theirs, EarlierPlan.text, "Nej. " + plan.text, "Typed")
    assert theirs.text == plan.text


def test_nothing_is_taken_over_from_a_plan_that_was_settled_or_corrected_meanwhile(
        opened: OpenCase, other: OpenCase, plan: EarlierPlan) -> None:
    theirs = other.case.the(EarlierPlan)
    write(opened, plan, EarlierPlan.text, "Nej. Mål: et job. Ringe til Sara.", "Typed")
    with pytest.raises(Conflict):
        take_over(other, theirs, FIRST, PassageUse.GOAL)
    earlier_plans.replace(opened, plan)
    with pytest.raises(Refused, match="er på plads"):
        take_over(other, theirs, (5, 18), PassageUse.GOAL)
    assert other.case.all(Passage) == []


def test_a_help_is_answered_once_a_day(opened: OpenCase, other: OpenCase) -> None:
    mine, theirs = opened.case.the(Intervention), other.case.the(Intervention)
    follow_up.review(opened, mine, ReviewOutcome.CONTINUED)
    with pytest.raises(Conflict):
        follow_up.review(other, theirs, ReviewOutcome.ENDED)
    assert (len(other.case.all(InterventionReview)), theirs.until_on) == (1, None)
    follow_up.review(other, theirs, ReviewOutcome.ENDED)               # now it is a correction
    assert [each.outcome for each in theirs.reviews] == [ReviewOutcome.ENDED]


def test_an_area_is_answered_once_a_day_by_each(opened: OpenCase, other: OpenCase) -> None:
    notes.rate(opened, LifeArea.HOUSING, RatedBy.CITIZEN, 3)
    notes.rate(other, LifeArea.HOUSING, RatedBy.CONTACT_PERSON, 5)
    opened.catch_up()
    notes.rate(opened, LifeArea.MONEY, RatedBy.CITIZEN, 3)
    with pytest.raises(Conflict):
        notes.rate(other, LifeArea.MONEY, RatedBy.CITIZEN, 7)
    assert [each.value for each in other.case.all(Rating) if each.area is LifeArea.MONEY] == [3]


def test_a_day_is_agreed_once(opened: OpenCase, other: OpenCase) -> None:
    on = opened.today() + timedelta(days=9)
    follow_up.add_day(opened, on)
    with pytest.raises(Conflict):
        follow_up.add_day(other, on)
    assert len(other.case.all(FollowUpDay)) == 1


def test_who_adopts_is_told_that_it_was_just_adopted(opened: OpenCase, other: OpenCase) -> None:
    adopt_plan(opened, seen=0)
    with pytest.raises(Refused, match="Udgave 1 er lige blevet vedtaget"):
        adopt_plan(other, seen=0)
    assert [each.number for each in current_plan(other.case).versions] == [1]
    assert adopt_plan(other, seen=1).number == 2
