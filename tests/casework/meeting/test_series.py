"""Meetings every so many weeks: the days they are on, with the same people, undone at once."""
from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from borgerplan_desktop.casework.meeting.agenda import add_item
from borgerplan_desktop.casework.meeting.agenda_templates import keep_agenda
from borgerplan_desktop.casework.meeting.before_meeting import call_off, plan_meeting, remove_meeting, set_times
from borgerplan_desktop.casework.meeting.editions import has_agenda_now
from borgerplan_desktop.casework.meeting.meeting_list import meeting_lines
from borgerplan_desktop.casework.meeting.participants import add_participant, remove_participant
from borgerplan_desktop.casework.meeting.series import MOST, plan_series, series_days, usual_weeks
from borgerplan_desktop.casework.meeting.series_rest import (
    AsItWas,
    asked_to,
    change_rest,
    must_be_told,
    only_planned,
    rest_of,
)
from borgerplan_desktop.casework.meeting.share_time import misfit
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.meeting import HeldAs, Meeting, MeetingKind, MeetingStatus
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


def test_where_the_first_came_from_an_agenda_of_the_shelter_so_do_the_rest(opened: OpenCase) -> None:
    first = plan_meeting(opened, MeetingKind.NETWORK, FIRST, FIRST + timedelta(minutes=90))
    add_item(opened, first, "Kaffe med Jonas", 15, index=1)
    keep_agenda(opened, first, "Med kaffe")
    [made] = plan_series(opened, first, series_days(FIRST, 4, date(2026, 12, 20)))
    assert [each.title for each in made.agenda] == [each.title for each in first.agenda]
    opened.undo()
    other = plan_meeting(opened, MeetingKind.NETWORK, FIRST, FIRST + timedelta(minutes=90))
    [made] = plan_series(opened, other, series_days(FIRST, 4, date(2026, 12, 20)))
    assert "Kaffe med Jonas" not in [each.title for each in made.agenda]


def test_the_round_has_time_for_everybody_who_comes_along(opened: OpenCase) -> None:
    first = plan_meeting(opened, MeetingKind.NETWORK, FIRST, FIRST + timedelta(minutes=90))
    for name in ("Ole", "Birgit", "Anne-Mette", "Samir", "Per", "Lene"):
        add_participant(opened, first, add_private_person(opened, name))
    [made] = plan_series(opened, first, series_days(FIRST, 4, date(2026, 12, 20)))
    assert len(made.participants) == len(first.participants) >= 6
    assert misfit(made) is None                          # our own suggestion needs no warning
    assert made.minutes <= 90


def test_how_often_comes_from_the_plan_and_without_a_time_it_is_refused(opened: OpenCase) -> None:
    assert usual_weeks(opened.case) == 4
    write(opened, current_plan(opened.case), Plan.follow_up_weeks, 6, "x")
    assert usual_weeks(opened.case) == 6
    first = plan_meeting(opened, starts_at=FIRST)
    set_times(opened, first, None, None)
    with pytest.raises(Refused):
        plan_series(opened, first, [date(2026, 12, 10)])


# ----------------------------------------------------------------------------------------------- the rest of a series
@pytest.fixture
def row(opened: OpenCase) -> list[Meeting]:
    """Every fourth Thursday at one o'clock, four in a row: the second to last gave way to Maundy Thursday."""
    start = datetime(2027, 1, 28, 13)
    first = plan_meeting(opened, MeetingKind.FOLLOW_UP, start, start + timedelta(hours=1), "Mødelokale 2")
    return [first, *plan_series(opened, first, series_days(start, 4, date(2027, 5, 1)))]


def times(meetings: list[Meeting]) -> list[str]:
    return [f"{each.starts_at:%m-%d %H.%M}" for each in meetings]


def test_they_belong_together_and_still_do_when_the_first_goes(opened: OpenCase, row: list[Meeting]) -> None:
    assert times(row) == ["01-28 13.00", "02-25 13.00", "03-30 13.00", "04-22 13.00"]
    assert all(each.series == row for each in row)
    assert [line.words.split(" · ")[2] for line in meeting_lines(opened.case, opened.today())] == [
        "1 af 4 i rækken", "2 af 4 i rækken", "3 af 4 i rækken", "4 af 4 i rækken"]
    more = plan_series(opened, row[3], [date(2027, 5, 20)])
    assert row[0].series == [*row, *more]                # planned from one of them: it belongs to the same
    opened.undo()
    alone = plan_meeting(opened)
    assert alone.series == []
    remove_meeting(opened, row[0])
    assert row[2].series == row[1:]
    opened.undo()
    assert row[2].series == row


def test_the_rest_moves_by_as_much_and_gives_way_anew(opened: OpenCase, row: list[Meeting]) -> None:
    was = AsItWas.of(row[1])
    start = datetime(2027, 2, 24, 10)                    # a day earlier, and three hours
    set_times(opened, row[1], start, start + timedelta(minutes=90))
    assert rest_of(row[1], was) == row[2:]
    change_rest(opened, row[1], was)
    assert times(row) == ["01-28 13.00", "02-24 10.00", "03-24 10.00", "04-21 10.00"]     # that Wednesday is no holiday
    assert {each.ends_at - each.starts_at for each in row[1:] if each.ends_at and each.starts_at} == {
        timedelta(minutes=90)}
    opened.undo()
    assert times(row) == ["01-28 13.00", "02-24 10.00", "03-30 13.00", "04-22 13.00"]


def test_only_the_clock_changes_the_day_that_gave_way_stays(opened: OpenCase, row: list[Meeting]) -> None:
    set_times(opened, row[3], datetime(2027, 4, 22, 9), datetime(2027, 4, 22, 11))        # this one was different
    was = AsItWas.of(row[0])
    set_times(opened, row[0], datetime(2027, 1, 28, 14), datetime(2027, 1, 28, 14, 30))
    change_rest(opened, row[0], was)
    assert times(row) == ["01-28 14.00", "02-25 14.00", "03-30 14.00", "04-22 10.00"]
    assert row[3].ends_at == datetime(2027, 4, 22, 12)   # as long as it was


def test_place_way_and_people_go_along_but_for_what_was_different(opened: OpenCase, row: list[Meeting]) -> None:
    nadia, ib = add_private_person(opened, "Nadia Bro"), add_private_person(opened, "Ib Kragh")
    for each in row:
        add_participant(opened, each, nadia)
    write(opened, row[3], Meeting.place_text, "Biblioteket", "x")
    was = AsItWas.of(row[0])
    write(opened, row[0], Meeting.place_text, "Kontoret", "x")
    write(opened, row[0], Meeting.held_as, HeldAs.PHONE, "x")
    add_participant(opened, row[0], ib, "Kender haven")
    remove_participant(opened, next(each for each in row[0].participants if each.member_id == nadia.id))
    change_rest(opened, row[0], was)
    assert [each.place_text for each in row] == ["Kontoret", "Kontoret", "Kontoret", "Biblioteket"]
    assert {each.held_as for each in row} == {HeldAs.PHONE}
    assert [(p.member_id, p.why) for p in row[2].participants][-1] == (ib.id, "Kender haven")
    assert all(p.member_id != nadia.id for each in row for p in each.participants)
    opened.undo()
    assert any(p.member_id == nadia.id for p in row[2].participants)


def test_who_was_asked_must_be_told_once_however_many_meetings(opened: OpenCase, row: list[Meeting]) -> None:
    for each in row[:3]:
        has_agenda_now(opened, each.participants[0])
        with opened.action("far"):
            each.status = MeetingStatus.INVITED
    assert must_be_told(row, opened.today()) == 0
    assert asked_to(row) == 1
    was = AsItWas.of(row[1])
    write(opened, row[1], Meeting.place_text, "Kontoret", "x")
    change_rest(opened, row[1], was)
    assert must_be_told(row, opened.today()) == 1
    found = meeting_lines(opened.case, opened.today())
    assert [line.words.endswith("1 skal have det at vide") for line in found] == [False, True, True, False]


def test_the_rest_is_called_off_or_deleted_with_it(opened: OpenCase, row: list[Meeting]) -> None:
    has_agenda_now(opened, row[2].participants[0])
    with opened.action("far"):
        row[2].status = MeetingStatus.INVITED
    call_off(opened, row[1], "Jonas", "flytter", rest_of(row[1]))
    assert [each.status for each in row] == [MeetingStatus.PLANNED, *[MeetingStatus.CALLED_OFF] * 3]
    assert {each.called_off_why for each in row[1:]} == {"flytter"}
    assert must_be_told(row, opened.today()) == 1
    opened.undo()
    assert only_planned(rest_of(row[0])) == [row[1], row[3]]
    remove_meeting(opened, row[0], only_planned(rest_of(row[0])))
    assert opened.case.all(Meeting) == [row[2]]
    assert row[2].series == []
    opened.undo()
    assert row[2].series == row
