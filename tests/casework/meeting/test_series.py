"""Meetings every so many weeks: the days they are on, with the same people, undone at once."""
from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting, set_times
from borgerplan_desktop.casework.meeting.series import MOST, plan_series, series_days, usual_weeks
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.meeting import HeldAs, Meeting, MeetingKind
from borgerplan_desktop.model.plan import Plan, current_plan

FIRST = datetime(2026, 11, 12, 13)                       # a Thursday


def test_a_holiday_gives_way_and_the_count_goes_on_as_if_it_had_not() -> None:
    assert series_days(FIRST, 4, date(2027, 4, 1)) == [
        date(2026, 12, 10), date(2027, 1, 7), date(2027, 2, 4), date(2027, 3, 4), date(2027, 4, 1)]
    thursday = datetime(2027, 2, 25, 10)
    assert series_days(thursday, 4, date(2027, 5, 1)) == [date(2027, 3, 30), date(2027, 4, 22)]  # Maundy Thursday
    saturday = datetime(2026, 11, 14, 10)
    assert series_days(saturday, 1, date(2026, 11, 30)) == [date(2026, 11, 23), date(2026, 11, 30)]


def test_none_is_later_than_that_day_and_there_are_no_hundreds() -> None:
    assert series_days(FIRST, 1, FIRST.date() + timedelta(days=6)) == []
    assert len(series_days(FIRST, 1, date(2099, 1, 1))) == MOST


def test_each_has_the_same_people_and_hour_and_all_are_undone_at_once(opened: OpenCase) -> None:
    first = plan_meeting(opened, MeetingKind.NETWORK, FIRST, FIRST + timedelta(minutes=90), "Mødelokale 2")
    with opened.action("far"):
        first.held_as, first.link = HeldAs.VIDEO, "https://video.example.org"
    made = plan_series(opened, first, series_days(FIRST, 4, date(2027, 1, 31)))
    assert [(each.starts_at, each.ends_at) for each in made] == [
        (datetime(2026, 12, 10, 13), datetime(2026, 12, 10, 14, 30)),
        (datetime(2027, 1, 7, 13), datetime(2027, 1, 7, 14, 30))]
    assert {(each.kind, each.place_text, each.held_as, each.link) for each in made} == {
        (MeetingKind.FOLLOW_UP, "Mødelokale 2", HeldAs.VIDEO, "https://video.example.org")}
    assert all([p.member_id for p in each.participants] == [p.member_id for p in first.participants] for each in made)
    opened.undo()
    assert opened.case.all(Meeting) == [first]


def test_how_often_comes_from_the_plan_and_without_a_time_it_is_refused(opened: OpenCase) -> None:
    assert usual_weeks(opened.case) == 4
    write(opened, current_plan(opened.case), Plan.follow_up_weeks, 6, "x")
    assert usual_weeks(opened.case) == 6
    first = plan_meeting(opened, starts_at=FIRST)
    set_times(opened, first, None, None)
    with pytest.raises(Refused):
        plan_series(opened, first, [date(2026, 12, 10)])
