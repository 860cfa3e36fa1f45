"""The ladder: moving the help to another step, putting a day right, and who decided."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.plan import LadderPosition, Plan, current_plan


def move_help(opened: OpenCase, step: LadderStep, since: date | None = None) -> LadderPosition:
    """The help is on this step from that day (None = today); the steps before stay. A second choice of one day takes
    the first one's place. Raises Refused for a day to come.
    """
    day = since or opened.today()
    _check(opened, day, "since")
    positions = opened.case.all(LadderPosition)
    there = next((each for each in positions if each.since == day), None)
    before = next((each for each in reversed(positions) if each.since < day), None)
    if there is None and before is not None and before.step is step:
        return before
    with opened.action(N_("Set ladder step")):
        if there is None:
            return opened.case.add(LadderPosition(since=day, step=step))
        if there.step is not step:                       # the help and the decision were of the other step
            there.step, there.help, there.decided_by, there.decided_on = step, "", "", None
    return there


def correct_since(opened: OpenCase, position: LadderPosition, since: date | None) -> None:
    """It began another day. Raises Refused for no day, a day to come, and a day another step begins."""
    if since is None:
        raise Refused(_("Write the day it began."), "since")
    _check(opened, since, "since")
    if any(each.since == since and each is not position for each in opened.case.all(LadderPosition)):
        raise Refused(_("Another step begins that day. Choose another day, or remove one of them."), "since")
    with opened.action(N_("Corrected the day of a ladder step")):
        position.since = since


def decided_that_day(opened: OpenCase, position: LadderPosition, on: date | None) -> None:
    """The day somebody decided about the step (visitation). Raises Refused for a day to come."""
    if on is not None:
        _check(opened, on, "decided_on")
    with opened.action(N_("Wrote when the step was decided")):
        position.decided_on = on


def remove_position(opened: OpenCase, position: LadderPosition) -> None:
    """The step was written by mistake."""
    with opened.action(N_("Removed a ladder step")):
        opened.case.remove(position)


def aim_for(opened: OpenCase, step: LadderStep | None) -> Plan:
    """The step the plan aims for; None = no aim any more."""
    plan = current_plan(opened.case)
    with opened.action(N_("Choose the aim on the ladder")):
        plan.ladder_goal = step
    return plan


def _check(opened: OpenCase, day: date, field: str) -> None:
    if day > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), field)
