"""Four plain questions after a talk or a meeting; what was said waits until something is changed, and is told."""
from __future__ import annotations

from datetime import timedelta

import pytest

from borgerplan_desktop.casework.contacts.feedback import (
    ask_after_talk,
    changed,
    given,
    not_asked_yet,
    taken_up,
    told,
    what_was_said,
)
from borgerplan_desktop.casework.course.overview import next_step
from borgerplan_desktop.casework.meeting.after_meeting import answer
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.meeting import QUESTIONS, Feedback, Meeting, MeetingKind, MeetingStatus
from borgerplan_desktop.model.what_we_changed import WhatWeChanged
from tests.archive import NOW, Clock

TODAY = NOW.date()


def meeting_of(opened: OpenCase, feedback: Feedback) -> Meeting:
    found = opened.case.get(Meeting, feedback.meeting_id)
    assert found is not None
    return found


def test_a_talk_of_today_is_put_on_record_once_until_it_is_answered(opened: OpenCase) -> None:
    before = next_step(opened.case, NOW)
    asked = ask_after_talk(opened)
    talk = meeting_of(opened, asked)
    assert (talk.kind, talk.status, talk.starts_at) == (MeetingKind.TALK, MeetingStatus.HELD, NOW)
    assert ask_after_talk(opened) is asked
    assert next_step(opened.case, NOW) == before         # a talk is no meeting where the plan was made
    answer(opened, talk, QUESTIONS[0][0], 4)
    assert ask_after_talk(opened) is not asked           # the next talk of the day
    for _step in range(3):
        opened.undo()
    assert opened.case.all(Meeting) == []


def test_what_was_not_asked_is_offered_for_a_while(opened: OpenCase, clock: Clock) -> None:
    meeting = plan_meeting(opened, starts_at=NOW)
    start_meeting(opened, meeting)
    assert not_asked_yet(opened.case, TODAY) == []
    end_meeting(opened, meeting)
    assert not_asked_yet(opened.case, TODAY) == [meeting]
    assert not_asked_yet(opened.case, TODAY + timedelta(days=15)) == []
    answer(opened, meeting, QUESTIONS[1][0], 1)
    assert not_asked_yet(opened.case, TODAY) == []
    [answered] = given(opened.case)
    assert [answered.value(question) for question, _words in QUESTIONS] == [None, 1, None, None]


def test_words_are_taken_up_once_and_wait_until_something_is_changed_and_told(opened: OpenCase) -> None:
    feedback = ask_after_talk(opened)
    write(opened, feedback, Feedback.words, "Tal langsommere", "x")
    row = what_was_said(opened, feedback.words, feedback)
    assert what_was_said(opened, feedback.words, feedback) is row is taken_up(opened.case, feedback)
    assert (row.said, row.said_on, row.by_id) == ("Tal langsommere", TODAY, opened.who)
    for act, words in ((changed, "Skriv, hvad vi"), (told, "Lav det om først")):
        with pytest.raises(Refused, match=words):
            act(opened, row)
    write(opened, row, WhatWeChanged.changed, "Vi holder en pause", "x")
    changed(opened, row)
    told(opened, row)
    assert (row.changed_on, row.told_on) == (TODAY, TODAY)
    changed(opened, row, False)
    assert (row.changed_on, row.told_on) == (None, None)


def test_what_is_said_in_passing_needs_words(opened: OpenCase) -> None:
    with pytest.raises(Refused, match="Skriv, hvad der blev sagt"):
        what_was_said(opened, "  ")
