"""A meeting as a calendar file, read back by another library: hostile names, folding, midnight and summer time."""
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.documents.calendar_file import CalendarEvent, Reached, calendar_file
from borgerplan_desktop.model.text import tidy_line

MADE = datetime(2026, 11, 1, 12, 30)
EVENT = CalendarEvent(
    "abc@borgerplan.invalid", 3, MADE, datetime(2026, 11, 12, 10), datetime(2026, 11, 12, 11), "Møde", "Mødelokale 2",
    "Vi ses.", Reached("Eva Lind", "eva@example.org"), (Reached("Birgit Holm", "b@example.org"),))
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


def read(event: CalendarEvent) -> Any:
    made = calendar_file(event).content
    assert made.count(b"\n") == made.count(b"\r\n")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    found = list(vobject.readComponents(made.decode()))
    assert len(found) == 1
    assert len(found[0].contents["vevent"]) == 1         # one event a file
    return found[0]


def test_another_library_reads_the_invitation() -> None:
    calendar = read(EVENT)
    event = calendar.vevent
    assert calendar.method.value == "REQUEST"
    assert (event.uid.value, event.sequence.value, event.summary.value) == ("abc@borgerplan.invalid", "3", "Møde")
    assert event.dtstart.value.astimezone(UTC) == datetime(2026, 11, 12, 9, tzinfo=UTC)
    assert event.dtend.value - event.dtstart.value == timedelta(hours=1)
    assert event.dtstamp.value == datetime(2026, 11, 1, 11, 30, tzinfo=UTC)
    assert event.organizer.value == "mailto:eva@example.org"
    assert event.attendee.value == "mailto:b@example.org"
    assert event.attendee.params["RSVP"] == ["TRUE"]
    assert (event.status.value, getattr(event, "class").value) == ("CONFIRMED", "PRIVATE")


def test_a_meeting_that_is_called_off_leaves_the_calendars() -> None:
    calendar = read(replace(EVENT, called_off=True, sequence=4))
    assert (calendar.method.value, calendar.vevent.status.value) == ("CANCEL", "CANCELLED")
    assert calendar.vevent.sequence.value == "4"


def test_nobody_is_asked_where_nobody_asks() -> None:
    for event in (replace(EVENT, organizer=None), replace(EVENT, attendees=())):
        calendar = read(event)
        assert calendar.method.value == "PUBLISH"
        assert "attendee" not in calendar.vevent.contents


@pytest.mark.parametrize(("starts", "ends", "hours"), [
    (datetime(2026, 12, 31, 23, 30), datetime(2027, 1, 1, 0, 30), 1),
    (datetime(2027, 3, 28, 1, 30), datetime(2027, 3, 28, 3, 30), 1),     # the hour that is not there
    (datetime(2026, 10, 25, 1, 30), datetime(2026, 10, 25, 3, 30), 3),   # the hour that comes twice
    (datetime(2026, 7, 1, 10), datetime(2026, 7, 1, 11), 1)])
def test_over_midnight_and_over_a_change_of_the_clock(starts: datetime, ends: datetime, hours: int) -> None:
    event = read(replace(EVENT, starts_at=starts, ends_at=ends)).vevent
    took = event.dtend.value.astimezone(UTC) - event.dtstart.value.astimezone(UTC)
    assert took == timedelta(hours=hours)
    assert (event.dtstart.value.hour, event.dtstart.value.minute) == (starts.hour, starts.minute)


def test_without_an_end_none_is_told() -> None:
    assert "dtend" not in read(replace(EVENT, ends_at=None)).vevent.contents


@pytest.mark.parametrize("name", [
    'Bir"git, "Holm"; ATTENDEE:mailto:x@y.dk', "Holm\r\nATTENDEE:mailto:evil@x.dk", "æøå" * 60, "^n^'\\n;:,=",
    "\N{RIGHT-TO-LEFT OVERRIDE}gro", "👩‍👩‍👧" * 40, "END:VEVENT\nBEGIN:VALARM", "\x00\x07"])
def test_a_hostile_name_stays_a_name(name: str) -> None:
    event = read(replace(EVENT, attendees=(Reached(name, "b@example.org"),), organizer=Reached(name, "e@example.org"),
                         place=name, description=name)).vevent
    assert [each.value for each in event.contents["attendee"]] == ["mailto:b@example.org"]
    assert "valarm" not in event.contents
    if tidy_line(name).strip():
        assert event.location.value == tidy_line(name)
        assert event.attendee.params["CN"][0][:3] == tidy_line(name).replace("^", "")[:3]


@given(ANY, ANY)
def test_whatever_is_written_comes_back_as_it_was(place: str, name: str) -> None:
    event = read(replace(EVENT, place=place, attendees=(Reached(name, "b@example.org"),))).vevent
    wanted = tidy_line(place)
    assert (event.location.value if wanted.strip() else "") == (wanted if wanted.strip() else "")
    assert len(event.contents["attendee"]) == 1
