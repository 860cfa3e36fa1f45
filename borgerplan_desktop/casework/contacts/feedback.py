"""How the citizen found the talk or the meeting, how that changes, and what we changed because of it."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from borgerplan_desktop.casework.meeting.after_meeting import ask_feedback, has_been_held
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import QUESTIONS, Feedback, Meeting, MeetingKind, MeetingStatus
from borgerplan_desktop.model.row import Field
from borgerplan_desktop.model.what_we_changed import WhatWeChanged

STILL_FRESH = timedelta(days=14)                         # so long after a meeting it can be asked how it was


@dataclass(frozen=True)
class Given:
    """What was answered on a day, and after what; None = skipped."""

    on: date
    meeting: Meeting
    feedback: Feedback

    def value(self, question: Field) -> int | None:
        answered: int | None = getattr(self.feedback, question.key)
        return answered


def ask_after_talk(opened: OpenCase) -> Feedback:
    """Ask how the talk of today was: the talk is put on record as held now, unless one waits for its answers."""
    today = opened.today()
    for meeting in opened.case.all(Meeting):
        if (meeting.kind is MeetingKind.TALK and has_been_held(meeting) and day_of(meeting) == today
                and not is_answered(meeting.feedback)):
            return ask_feedback(opened, meeting)
    with opened.action(N_("Ask how the talk was")):
        now = opened.now()
        talk = opened.case.add(Meeting(kind=MeetingKind.TALK, status=MeetingStatus.HELD, starts_at=now,
                                       started_at=now, ended_at=now))
        return ask_feedback(opened, talk)


def is_answered(feedback: Feedback | None) -> bool:
    """Whether anything was answered."""
    return feedback is not None and (bool(feedback.words.strip()) or any(
        getattr(feedback, question.key) is not None for question, _words in QUESTIONS))


def not_asked_yet(case: Case, today: date) -> list[Meeting]:
    """The meetings and talks of the last days of which nothing was said, the newest first."""
    found = [meeting for meeting in case.all(Meeting)
             if has_been_held(meeting) and not is_answered(meeting.feedback) and (on := day_of(meeting)) is not None
             and today - STILL_FRESH <= on <= today]
    return found[::-1]


def given(case: Case) -> list[Given]:
    """Everything that was answered, the oldest first."""
    found = [Given(on, meeting, feedback) for meeting in case.all(Meeting)
             if (feedback := meeting.feedback) is not None and is_answered(feedback)
             and (on := day_of(meeting)) is not None]
    return sorted(found, key=lambda each: each.on)


def day_of(meeting: Meeting) -> date | None:
    """The day it was held."""
    when = meeting.started_at or meeting.starts_at
    return when.date() if when is not None else None


# ------------------------------------------------------------------------------------------------- you said – we did
def what_was_said(opened: OpenCase, said: str, feedback: Feedback | None = None) -> WhatWeChanged:
    """Take up what the citizen said; it waits for us until something is changed. Raises Refused without words."""
    known = taken_up(opened.case, feedback)
    if known is not None:
        return known
    if not said.strip():
        raise Refused(_("Write what was said."), "said")
    on = opened.today()
    if feedback is not None and (meeting := opened.case.get(Meeting, feedback.meeting_id)) is not None:
        on = day_of(meeting) or on
    with opened.action(N_("You said – we did")):
        return opened.case.add(WhatWeChanged(said_on=on, said=said, by_id=opened.who,
                                             feedback_id=feedback.id if feedback is not None else None))


def taken_up(case: Case, feedback: Feedback | None) -> WhatWeChanged | None:
    """What became of the words of one feedback."""
    if feedback is None:
        return None
    return next(iter(case.of(WhatWeChanged, WhatWeChanged.feedback_id, feedback.id)), None)


def changed(opened: OpenCase, row: WhatWeChanged, done: bool = True) -> None:
    """It is changed since today; or not yet after all, and then nobody was told either.

    Raises Refused while nothing says what we changed.
    """
    if done and not row.changed.strip():
        raise Refused(_("Write what we changed."), "changed")
    with opened.action(N_("You said – we did")):
        row.changed_on = (row.changed_on or opened.today()) if done else None
        if not done:
            row.told_on = None


def told(opened: OpenCase, row: WhatWeChanged, done: bool = True) -> None:
    """The citizen has heard today what we changed; or not yet after all. Raises Refused while nothing is changed."""
    if done and row.changed_on is None:
        raise Refused(_("First change it, then tell."), "changed")
    with opened.action(N_("You said – we did")):
        row.told_on = opened.today() if done else None


def remove_said(opened: OpenCase, row: WhatWeChanged) -> None:
    with opened.action(N_("Remove what was said")):
        opened.case.remove(row)
