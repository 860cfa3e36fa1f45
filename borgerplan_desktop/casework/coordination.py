"""Who holds the threads together: one coordinator (tovholder) at a time, temporary until a permanent one is agreed."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.course import CoordinatorAssignment, coordinator
from borgerplan_desktop.model.network import NetworkMember


def make_coordinator(opened: OpenCase, member: NetworkMember) -> None:
    """Hand the coordination for good to this person from today; who had it before stays in the history."""
    present = coordinator(opened.case)
    if present is not None and present.member_id == member.id and not present.temporary:
        return
    with opened.action(N_("Make coordinator")):
        _end(opened)
        opened.case.add(CoordinatorAssignment(since=opened.today(), member_id=member.id))


def end_coordination(opened: OpenCase) -> None:
    """Nobody coordinates from today."""
    if coordinator(opened.case) is None:
        return
    with opened.action(N_("End coordination")):
        _end(opened)


def _end(opened: OpenCase) -> None:
    for assignment in opened.case.all(CoordinatorAssignment):
        if assignment.until is None:
            assignment.until = opened.today()
