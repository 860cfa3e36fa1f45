"""The pad of whoever leads the meeting: their own notes, which no paper, mail or case file ever holds."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.meeting import LeaderPad, Meeting


def my_pad(opened: OpenCase, meeting: Meeting) -> LeaderPad | None:
    """What the person at the keyboard has noted for this meeting; nobody else's."""
    pads = opened.case.of(LeaderPad, LeaderPad.meeting_id, meeting.id)
    return next((each for each in pads if each.staff_id == opened.who), None)


def begin_pad(opened: OpenCase, meeting: Meeting, text: str) -> LeaderPad:
    """The first words on it."""
    known = my_pad(opened, meeting)
    if known is not None:
        return known
    with opened.action(N_("Private notes for the meeting"), typing=True):
        return opened.case.add(LeaderPad(meeting_id=meeting.id, staff_id=opened.who, text=text))
