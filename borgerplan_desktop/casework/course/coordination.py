"""Who holds the threads together: one coordinator (tovholder) at a time, temporary until a permanent one is agreed."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.course import AgreedHow, CoordinatorAssignment, coordinator
from borgerplan_desktop.model.network import NetworkMember


def make_coordinator(opened: OpenCase, member: NetworkMember, since: date | None = None,
                     said_yes_on: date | None = None, *, temporary: bool = False, reason: str = "",
                     agreed_how: AgreedHow | None = None) -> None:
    """Hand the coordination to this person from a day on (None = today); who had it stays in the history.

    For good, or `temporary` until a permanent one is agreed. `said_yes_on` is None until the person has taken it on;
    `reason` is why it goes from who had it. Raises Refused for a day to come, or before the last change.
    """
    present, day = coordinator(opened.case), since or opened.today()
    if present is not None and present.member_id == member.id and (temporary or not present.temporary):
        return
    if day > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "since")
    if present is not None and day < present.since:
        raise Refused(_("That is before the coordinator of today began. Choose a later day."), "since")
    with opened.action(N_("Make coordinator")):
        if present is not None:
            present.reason = reason.strip() or present.reason
        _end(opened, day)
        opened.case.add(CoordinatorAssignment(
            since=day, member_id=member.id, temporary=temporary, said_yes_on=said_yes_on, agreed_how=agreed_how,
            agreed_on=day if agreed_how is not None else None))


def said_yes(opened: OpenCase, yes: bool = True) -> None:
    """The coordinator has taken it on today; or has not after all."""
    present = coordinator(opened.case)
    if present is not None and (present.said_yes_on is not None) is not yes:
        with opened.action(N_("Coordinator said yes")):
            present.said_yes_on = opened.today() if yes else None


def is_asked(assignment: CoordinatorAssignment) -> bool:
    """Whether the person was asked to hold the threads together, and has not said yes yet."""
    return not assignment.temporary and assignment.said_yes_on is None


def end_coordination(opened: OpenCase, reason: str = "", plan_for_after: str = "", *, for_good: bool = False) -> None:
    """Nobody coordinates from today; `for_good`: no ground for it holds any more, and nobody is looked for."""
    present = coordinator(opened.case)
    if present is None:
        return
    with opened.action(N_("End coordination")):
        present.reason, present.plan_for_after = reason.strip() or present.reason, plan_for_after.strip()
        present.ends_coordination = for_good
        _end(opened, opened.today())


def _end(opened: OpenCase, day: date) -> None:
    for assignment in opened.case.all(CoordinatorAssignment):
        if assignment.until is None:
            assignment.until = day
