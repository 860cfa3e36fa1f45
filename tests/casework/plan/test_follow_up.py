"""Following up: the cadence, days agreed, and at each follow-up what becomes of every help."""
from __future__ import annotations

from datetime import timedelta

import pytest

from borgerplan_desktop.casework.contacts.contacts import note_contact
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.casework.plan.adoption import adopt_plan, valid_version, what_is_missing
from borgerplan_desktop.casework.plan.follow_up import (
    add_day,
    followed_up,
    remove_day,
    review,
    set_cadence,
    take_back,
    to_review,
)
from borgerplan_desktop.casework.plan.versions import frozen_case
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.attention import Call, attention
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.follow_up import days_left, last_followed_up
from borgerplan_desktop.model.network import citizen_member
from borgerplan_desktop.model.plan import (
    FollowUpDay,
    Intervention,
    InterventionReview,
    Plan,
    ReviewOutcome,
    current_plan,
)
from borgerplan_desktop.model.plan_difference import plan_difference
from borgerplan_desktop.model.working_days import day_at_work


def help_of(opened: OpenCase) -> Intervention:
    return goals.add_intervention(opened, goals.add_goal(opened, "bolig"), "bostøtte")


def test_a_cadence_sets_the_next_day_on_a_day_at_work(opened: OpenCase) -> None:
    plan = current_plan(opened.case)
    set_cadence(opened, 4)
    assert plan.follow_up_on == day_at_work(opened.today() + timedelta(weeks=4))
    set_cadence(opened, 2)
    assert plan.follow_up_on == day_at_work(opened.today() + timedelta(weeks=4)), "a day that is agreed stays"
    with pytest.raises(Refused):
        set_cadence(opened, 0)
    opened.undo()
    opened.undo()
    assert (plan.follow_up_weeks, plan.follow_up_on) == (None, None)


def test_days_agreed_are_listed_once_and_never_in_the_past(opened: OpenCase) -> None:
    soon = opened.today() + timedelta(days=3)
    first = add_day(opened, soon)
    assert add_day(opened, soon) is first
    with pytest.raises(Refused):
        add_day(opened, opened.today() - timedelta(days=1))
    assert days_left(current_plan(opened.case)) == [soon]
    remove_day(opened, first)
    assert not opened.case.all(FollowUpDay)


def test_having_followed_up_closes_the_days_that_came_and_sets_the_next(opened: OpenCase) -> None:
    plan, goal = current_plan(opened.case), goals.add_goal(opened, "bolig")
    today_, later_ = add_day(opened, opened.today()), add_day(opened, opened.today() + timedelta(days=9))
    write(opened, goal, type(goal).follow_up_on, opened.today(), "Change follow-up")
    assert followed_up(opened) == later_.on
    assert (today_.done_on, later_.done_on, goal.follow_up_on) == (opened.today(), None, None)
    set_cadence(opened, 1)
    assert followed_up(opened) == day_at_work(opened.today() + timedelta(weeks=1)) == plan.follow_up_on
    opened.undo()                                        # the cadence, which had set that day already
    opened.undo()
    assert (today_.done_on, goal.follow_up_on) == (None, opened.today())


def test_following_up_before_the_day_agreed_is_kept_and_no_other_plan(opened: OpenCase) -> None:
    plan, today = current_plan(opened.case), opened.today()
    goals.add_goal(opened, "bolig")
    agreed = add_day(opened, today + timedelta(days=9))
    version = adopt_plan(opened)
    followed_up(opened)
    followed_up(opened)                                  # pressed once more
    assert [(each.on, each.done_on) for each in plan.follow_up_days] == [(today, today), (agreed.on, None)]
    assert (last_followed_up(plan), days_left(plan)) == (today, [agreed.on])
    assert valid_version(opened) is version
    assert not plan_difference(frozen_case(opened, version), opened.case)
    opened.undo()
    assert last_followed_up(plan) is None
    opened.redo()
    assert last_followed_up(plan) == today


def test_an_ended_help_ends_today_and_goes_on_when_that_is_taken_back(opened: OpenCase) -> None:
    help_ = help_of(opened)
    goals.set_period(opened, help_, None, opened.today() + timedelta(days=90))
    made = review(opened, help_, ReviewOutcome.ENDED)
    assert help_.until_on == opened.today()
    assert review(opened, help_, ReviewOutcome.CHANGED) is made, "one answer a day"
    assert help_.until_on == opened.today() + timedelta(days=90)
    review(opened, help_, ReviewOutcome.ENDED)
    take_back(opened, made)
    assert help_.until_on == opened.today() + timedelta(days=90)
    assert not opened.case.all(InterventionReview)
    opened.undo()
    assert (help_.until_on, made.outcome) == (opened.today(), ReviewOutcome.ENDED)


def test_why_is_asked_for_and_never_in_the_way(opened: OpenCase) -> None:
    help_ = help_of(opened)
    made = review(opened, help_, ReviewOutcome.CHANGED)
    assert [hint.row for hint in what_is_missing(opened.case) if hint.field == "reviews"] == [help_]
    write(opened, made, InterventionReview.why, "Om formiddagen i stedet", "Follow up on help")
    assert not [hint for hint in what_is_missing(opened.case) if hint.field == "reviews"]


def test_only_what_is_given_is_followed_up(opened: OpenCase) -> None:
    help_ = help_of(opened)
    goals.add_intervention(opened, current_plan(opened.case).goals[0])         # without words yet
    goals.set_period(opened, help_, None, opened.today() - timedelta(days=1))
    assert [found for _goal, found in to_review(current_plan(opened.case), opened.today())] == [[]]


def test_the_days_call_on_my_day(opened: OpenCase) -> None:
    plan, yesterday = current_plan(opened.case), opened.today() - timedelta(days=1)
    day = add_day(opened, opened.today())
    write(opened, day, FollowUpDay.on, yesterday, "x")
    write(opened, plan, Plan.next_talk_on, yesterday, "x")
    calls = {each.call for each in attention(opened.case, opened.today())}
    assert {Call.PLAN_FOLLOW_UP, Call.TALK} <= calls
    followed_up(opened)
    note_contact(opened, ContactChannel.VISIT, citizen_member(opened.case) or "Jonas", "talt sammen")
    calls = {each.call for each in attention(opened.case, opened.today())}
    assert not {Call.PLAN_FOLLOW_UP, Call.TALK} & calls


def test_the_day_of_the_next_talk_does_not_make_another_plan_of_it(opened: OpenCase) -> None:
    goals.add_goal(opened, "bolig")
    version = adopt_plan(opened)
    write(opened, current_plan(opened.case), Plan.next_talk_on, opened.today(), "Change the next talk")
    assert valid_version(opened) is version
