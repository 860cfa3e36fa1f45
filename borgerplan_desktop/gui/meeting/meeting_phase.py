"""Where a meeting is: before, during, after; and which of these steps are done."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.meeting.after_meeting import has_been_held
from borgerplan_desktop.casework.meeting.checklists import lines_of, ready
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus
from borgerplan_desktop.model.shelter import ChecklistPhase

BEFORE, DURING, AFTER = range(3)
PILLS = {MeetingStatus.PLANNED: ("line", "calendar"), MeetingStatus.INVITED: ("soft", "send"),
         MeetingStatus.IN_PROGRESS: ("soft", "play"), MeetingStatus.HELD: ("good", "check"),
         MeetingStatus.MINUTES_SENT: ("good", "send"), MeetingStatus.CALLED_OFF: ("warn", "close")}


def steps_done(meeting: Meeting, today: date) -> set[int]:
    """The steps with nothing left to do: everything was made ready; it has been held; the minutes are given."""
    made_ready = len(ready(meeting, ChecklistPhase.BEFORE, today)) == len(lines_of(meeting, ChecklistPhase.BEFORE))
    return {step for step, done in ((BEFORE, made_ready), (DURING, has_been_held(meeting)),
                                    (AFTER, meeting.status is MeetingStatus.MINUTES_SENT)) if done}


def phase_of(meeting: Meeting) -> int:
    """Where a meeting is: 0 before, 1 during, 2 after."""
    if meeting.status is MeetingStatus.IN_PROGRESS:
        return DURING
    return AFTER if has_been_held(meeting) else BEFORE
