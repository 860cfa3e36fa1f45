"""Following up: how often, which days, and at each follow-up what becomes of every help.

Effect is measured and the help adapted; a fixed cadence is one of the core elements of a structured course
(Omstillingsplanen).
"""
from __future__ import annotations

from datetime import date, timedelta

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.follow_up import days_left, last_followed_up
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.plan import (
    FollowUpDay,
    Goal,
    Intervention,
    InterventionReview,
    Plan,
    ReviewOutcome,
    current_plan,
)
from borgerplan_desktop.model.working_days import day_at_work

MOST_WEEKS = 52


def set_cadence(opened: OpenCase, weeks: int | None) -> None:
    """Every so many weeks, None = not fixed. Where no next day is agreed yet, it is that far from today.

    Raises Refused for a number that is none of 1-52.
    """
    if weeks is not None and not 1 <= weeks <= MOST_WEEKS:
        raise Refused(_("Choose from 1 to {n} weeks.").format(n=MOST_WEEKS), "follow_up_weeks")
    plan = current_plan(opened.case)
    if plan.follow_up_weeks == weeks:
        return
    with opened.action(N_("Change follow-up")):
        plan.follow_up_weeks = weeks
        if weeks is not None and plan.follow_up_on is None:
            plan.follow_up_on = _in_weeks(opened.today(), weeks)


def add_day(opened: OpenCase, on: date) -> FollowUpDay:
    """One more day agreed for following up; the same day twice is one. Raises Refused for a day that is over."""
    if on < opened.today():
        raise Refused(_("That day is over. Choose a day to come."), "on")
    plan = current_plan(opened.case)
    there = next((each for each in plan.follow_up_days if each.on == on and each.done_on is None), None)
    if there is not None:
        return there
    with opened.action(N_("Add a day for following up"), still=lambda: all(
            each.on != on or each.done_on is not None for each in plan.follow_up_days)):
        return opened.case.add(FollowUpDay(plan_id=plan.id, on=on))


def remove_day(opened: OpenCase, day: FollowUpDay) -> None:
    with opened.action(N_("Remove a day for following up")):
        opened.case.remove(day)


def review(opened: OpenCase, help_: Intervention, outcome: ReviewOutcome,
           meeting: Meeting | None = None) -> InterventionReview:
    """The help goes on, is changed, or ends today. The same day's answer is corrected; why is written in the row.

    Raises Conflict when somebody else has just answered.
    """
    today = opened.today()
    there = reviewed_on(help_, today)
    with opened.action(N_("Follow up on help"), still=lambda: reviewed_on(help_, today) is there):
        made = there or opened.case.add(InterventionReview(
            intervention_id=help_.id, on=today, outcome=ReviewOutcome.CONTINUED))
        if outcome is ReviewOutcome.ENDED and made.outcome is not ReviewOutcome.ENDED:
            made.ended_before, help_.until_on = help_.until_on, max(today, help_.from_on or today)
        elif made.outcome is ReviewOutcome.ENDED and outcome is not ReviewOutcome.ENDED:
            help_.until_on, made.ended_before = made.ended_before, None
        made.outcome, made.author_id = outcome, opened.who
        made.meeting_id = meeting.id if meeting is not None else made.meeting_id
    return made


def take_back(opened: OpenCase, made: InterventionReview) -> None:
    """It was not answered after all; a help that was ended by it goes on."""
    with opened.action(N_("Take back a follow-up on help")):
        help_ = opened.case.get(Intervention, made.intervention_id)
        if help_ is not None and made.outcome is ReviewOutcome.ENDED:
            help_.until_on = made.ended_before
        opened.case.remove(made)


def reviewed_on(help_: Intervention, on: date) -> InterventionReview | None:
    return next((each for each in help_.reviews if each.on == on), None)


def to_review(plan: Plan, today: date) -> list[tuple[Goal, list[Intervention]]]:
    """The open goals and the help that is given towards each; one that ended today can still be answered anew."""
    return [(goal, [each for each in goal.interventions if each.name.strip() and (
                each.until_on is None or each.until_on >= today)])
            for goal in plan.goals if goal.status.open]


def followed_up(opened: OpenCase) -> date | None:
    """The plan was followed up today: what was agreed up to today is done, and the next day is set by the cadence. The
    day is kept also where none was due.

    Returns the next day, None where none is agreed.
    """
    plan, today = current_plan(opened.case), opened.today()
    with opened.action(N_("Followed up on the plan")):
        for day in plan.follow_up_days:
            if day.done_on is None and day.on <= today:
                day.done_on = today
        if last_followed_up(plan) != today:
            opened.case.add(FollowUpDay(plan_id=plan.id, on=today, done_on=today))
        if plan.follow_up_weeks is not None:
            plan.follow_up_on = _in_weeks(today, plan.follow_up_weeks)
        elif plan.follow_up_on is not None and plan.follow_up_on <= today:
            plan.follow_up_on = None
        for goal in plan.goals:
            if goal.follow_up_on is not None and goal.follow_up_on <= today:
                goal.follow_up_on = None
    return min(days_left(plan), default=None)


def _in_weeks(today: date, weeks: int) -> date:
    """A day that we choose is a working day."""
    return day_at_work(today + timedelta(weeks=weeks))
