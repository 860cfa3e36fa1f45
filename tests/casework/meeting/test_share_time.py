"""Whether the agenda fits the meeting, and sharing its time out anew."""
from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest

from borgerplan_desktop.casework.meeting.agenda import add_item, set_minutes
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.meeting.share_time import Misfit, misfit, share_out, shared_out
from borgerplan_desktop.casework.meeting.ways import hold_it_so
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.meeting_way import Way

START = datetime(2026, 3, 12, 13)


@pytest.fixture
def meeting(opened: OpenCase) -> Meeting:
    made = plan_meeting(opened, starts_at=START, ends_at=START + timedelta(hours=1))
    assert misfit(made) is None
    return made


def lasts(opened: OpenCase, meeting: Meeting, minutes: int) -> None:
    with opened.action("x"):
        meeting.ends_at = START + timedelta(minutes=minutes)


@pytest.mark.parametrize(("minutes", "said"), [
    (59, (Misfit.LONGER, 1)), (60, None), (78, None), (80, (Misfit.SHORTER, 20)), (200, (Misfit.SHORTER, 140))])
def test_what_does_not_fit_is_told_with_its_minutes(opened: OpenCase, meeting: Meeting, minutes: int,
                                                    said: tuple[Misfit, int] | None) -> None:
    lasts(opened, meeting, minutes)
    found = misfit(meeting)
    assert (None if found is None else (found.misfit, found.minutes)) == said


def test_each_point_keeps_its_share_and_all_is_one_step(opened: OpenCase, meeting: Meeting) -> None:
    before, steps = [each.minutes for each in meeting.agenda], len(opened.done)
    lasts(opened, meeting, 120)
    share_out(opened, meeting)
    assert [each.minutes for each in meeting.agenda] == [2 * each for each in before]
    assert len(opened.done) == steps + 2
    share_out(opened, meeting)                           # nothing to change: no step
    assert len(opened.done) == steps + 2
    opened.undo()
    assert [each.minutes for each in meeting.agenda] == before


def test_a_round_has_time_for_everybody_who_has_come_to_it(opened: OpenCase, meeting: Meeting) -> None:
    for number in range(8):
        add_participant(opened, meeting, add_private_person(opened, f"Ven {number}"))
    found = misfit(meeting)
    assert found is not None
    assert (found.misfit, found.minutes, found.people) == (Misfit.HASTY, 6, 10)
    share_out(opened, meeting)
    assert misfit(meeting) is None
    assert next(each.minutes for each in meeting.agenda if each.round) >= 10
    assert meeting.minutes == 60


def test_where_the_least_is_too_much_it_is_said_and_no_button_promises_more(opened: OpenCase, meeting: Meeting) -> None:
    for number in range(20):
        add_item(opened, meeting, f"emne {number}", 30)
    share_out(opened, meeting)
    found = misfit(meeting)
    assert found is not None
    assert (found.misfit, found.can_be_shared) == (Misfit.LONGER, False)
    assert {each.minutes for each in meeting.agenda} == {5}


def test_an_agenda_made_in_the_room_is_short_on_purpose(opened: OpenCase, meeting: Meeting) -> None:
    lasts(opened, meeting, 180)
    hold_it_so(opened, meeting, Way.MADE_IN_THE_ROOM)
    assert misfit(meeting) is None


def test_without_an_end_or_without_points_nothing_is_said(opened: OpenCase, meeting: Meeting) -> None:
    with opened.action("x"):
        meeting.ends_at = None
    assert misfit(meeting) is None
    share_out(opened, meeting)
    lasts(opened, meeting, 0)
    assert misfit(meeting) is None
    lasts(opened, meeting, 60)
    with opened.action("x"):
        for each in meeting.agenda:
            opened.case.remove(each)
    assert misfit(meeting) is None


def test_the_minutes_are_whole_and_come_to_the_length_of_the_meeting(opened: OpenCase, meeting: Meeting) -> None:
    dice = random.Random(4)
    for number in range(8):
        add_item(opened, meeting, f"emne {number}", round=dice.random() < 0.3)
    for _n in range(60):
        for each in meeting.agenda:
            set_minutes(opened, each, dice.randrange(1, 90))
        lasts(opened, meeting, dice.randrange(70, 400))
        found = shared_out(meeting)
        assert meeting.ends_at is not None
        assert sum(found) == (meeting.ends_at - START).total_seconds() / 60
        assert min(found) >= 5
