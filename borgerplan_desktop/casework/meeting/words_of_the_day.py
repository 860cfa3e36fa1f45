"""What the citizen said at the meeting, in their own words; one press, and it stands in the plan with its date."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_, day
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.plan import Plan, current_plan


def put_into_plan(opened: OpenCase, meeting: Meeting) -> Plan:
    """The words of the day go below what matters most now."""
    plan = current_plan(opened.case)
    words = _dated(opened, meeting)
    if words and not stands_in_plan(opened, meeting):
        with opened.action(N_("Put the words of the day into the plan")):
            before = plan.matters_now.rstrip()
            plan.matters_now = f"{before}\n{words}" if before else words
    return plan


def stands_in_plan(opened: OpenCase, meeting: Meeting) -> bool:
    """Whether they stand there already, as they are now."""
    return _dated(opened, meeting) in current_plan(opened.case).matters_now


def _dated(opened: OpenCase, meeting: Meeting) -> str:
    said = meeting.own_words.strip()
    at = meeting.started_at or meeting.starts_at
    return f"{said} ({day(at.date() if at is not None else opened.today())})" if said else ""
