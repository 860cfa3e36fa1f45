"""When the plan is looked at again (the next day of the cadence and the days agreed one by one are one list), and what
that decided about a help.
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.model.plan import Intervention, InterventionReview, Plan, ReviewOutcome


def days_left(plan: Plan) -> list[date]:
    """Every day agreed that nobody has followed up on yet, the earliest first."""
    days = {each.on for each in plan.follow_up_days if each.done_on is None}
    if plan.follow_up_on is not None:
        days.add(plan.follow_up_on)
    return sorted(days)


def last_followed_up(plan: Plan) -> date | None:
    """The last day on which somebody has followed up, agreed beforehand or not."""
    return max((each.done_on for each in plan.follow_up_days if each.done_on is not None), default=None)


def decided(help_: Intervention) -> InterventionReview | None:
    """The last follow-up that changed or ended the help; one after which it goes on says nothing new. None = there is
    none.
    """
    return next((each for each in reversed(help_.reviews) if each.outcome is not ReviewOutcome.CONTINUED), None)
