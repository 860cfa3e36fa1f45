"""The week of the citizen: what comes back, what is once, and the meetings, in their order."""
from __future__ import annotations

from datetime import date, datetime, timedelta

from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Participant
from borgerplan_desktop.model.network import NetworkMember, citizen_member
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from borgerplan_desktop.model.week import week_of
from tests.model.cases import case_with

MONDAY = date(2026, 10, 26)
WEEK = timedelta(days=7)


def texts(case: object, monday: date = MONDAY) -> list[str]:
    return [each.text or each.label for each in week_of(case, monday)]  # type: ignore[arg-type]


def test_all_kinds_stand_in_the_order_of_the_week() -> None:
    case = case_with(
        StandingAppointment(text="Bad", weekday=None), StandingAppointment(text="Sen", weekday=1, at="10.00"),
        StandingAppointment(text="Tidlig", weekday=1, at="9.30"),
        Appointment(on=MONDAY + timedelta(days=1), at="9.45", text="Tandlæge"),
        Appointment(on=MONDAY + WEEK, text="Næste uge"),
        Meeting(starts_at=datetime(2026, 10, 29, 13)), Meeting(starts_at=None))
    assert texts(case) == ["Tidlig", "Tandlæge", "Sen", "Network meeting", "Bad"]
    assert [each.on and each.on.day for each in week_of(case, MONDAY + timedelta(days=3))] == [27, 27, 27, 29, None]


def test_every_second_week_is_counted_from_the_one_it_begins_in() -> None:
    case = case_with(StandingAppointment(text="Gruppe", weekday=0, weeks=2, begins_on=MONDAY + timedelta(days=2)))
    assert [bool(texts(case, MONDAY + n * WEEK)) for n in range(-2, 6)] == [
        False, False, False, False, True, False, True, False]    # it begins on the Wednesday of the first
    case.all(StandingAppointment)[0].begins_on = MONDAY
    assert [bool(texts(case, MONDAY + n * WEEK)) for n in range(-2, 4)] == [False, False, True, False, True, False]


def test_it_comes_only_as_long_as_it_goes_on() -> None:
    case = case_with(StandingAppointment(text="Onsdag", weekday=2, ends_on=MONDAY + timedelta(days=1)),
                     StandingAppointment(text="Fredag", weekday=4, begins_on=MONDAY + timedelta(days=4)),
                     StandingAppointment(text="Skiftende", begins_on=MONDAY + timedelta(days=6)))
    assert texts(case) == ["Fredag", "Skiftende"]
    assert texts(case, MONDAY - WEEK) == ["Onsdag"]


def test_a_meeting_of_others_or_called_off_is_not_the_citizens() -> None:
    off = Meeting(starts_at=datetime(2026, 10, 27, 9), status=MeetingStatus.CALLED_OFF)
    others, mine = Meeting(starts_at=datetime(2026, 10, 28, 9)), Meeting(starts_at=datetime(2026, 10, 29, 9))
    birgit = NetworkMember(name="Birgit")
    case = case_with(off, others, mine, birgit)
    me = citizen_member(case)
    assert me is not None
    for meeting, member in ((others, birgit), (mine, birgit), (mine, me)):
        case.add(Participant(meeting_id=meeting.id, member_id=member.id))
    [entry] = week_of(case, MONDAY)
    assert (entry.row, entry.at, entry.people) == (mine, "9.00", (birgit,))
