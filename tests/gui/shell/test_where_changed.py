"""What the line above the status calls what was removed: its name, but not one of several for all of them."""
from __future__ import annotations

from datetime import datetime

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting, remove_meeting
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.shell.where_changed import where
from borgerplan_desktop.model.meeting import Meeting, MeetingKind


def test_one_of_several_that_went_does_not_stand_for_all(opened: OpenCase) -> None:
    first, second, third = [plan_meeting(opened, MeetingKind.FOLLOW_UP, datetime(2026, 11, day, 13))
                            for day in (10, 11, 12)]
    remove_meeting(opened, first)
    assert where(opened.case, opened.done[-1].changes, "meetings", {Meeting: "meetings"}).name == "Opfølgning"
    remove_meeting(opened, second, [third])
    assert where(opened.case, opened.done[-1].changes, "meetings", {Meeting: "meetings"}).name == ""
