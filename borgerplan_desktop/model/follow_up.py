"""When the plan is looked at again: the next day of the cadence and the days agreed one by one are one list."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.model.plan import Plan


def days_left(plan: Plan) -> list[date]:
    """Every day agreed that nobody has followed up on yet, the earliest first."""
    days = {each.on for each in plan.follow_up_days if each.done_on is None}
    if plan.follow_up_on is not None:
        days.add(plan.follow_up_on)
    return sorted(days)
