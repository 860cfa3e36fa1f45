"""A meeting as a file for calendars (RFC 5545), as an invitation that its update finds again (iTIP, RFC 5546)."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from borgerplan_desktop.model.text import shortened, tidy, tidy_line

if TYPE_CHECKING:
    from icalendar import Event, Timezone, vCalAddress

HERE = "Europe/Copenhagen"                               # our clocks show this one's time
LONGEST_ON_A_CARD = 80                                   # characters of a text in a QR code
PRODUCT = "-//Borgerplan//Borgerplan Desktop//DA"


@dataclass(frozen=True)
class Reached:
    """Somebody in a calendar: a name and a mail address."""

    name: str
    address: str


@dataclass(frozen=True)
class CalendarEvent:
    """What the file says; times are local. Without an organizer nobody can be asked to answer."""

    uid: str
    sequence: int
    made_at: datetime
    starts_at: datetime
    ends_at: datetime | None
    summary: str
    place: str = ""
    description: str = ""
    organizer: Reached | None = None
    attendees: Sequence[Reached] = ()
    called_off: bool = False

    @property
    def method(self) -> str:
        """What a calendar is to do with it. To be asked or told of an end takes somebody who asks (RFC 5546, 3.2)."""
        if self.organizer is None or not self.attendees:
            return "PUBLISH"
        return "CANCEL" if self.called_off else "REQUEST"


@dataclass(frozen=True)
class CalendarFile:
    """The file, and what a calendar is to do with it."""

    content: bytes
    method: str


def calendar_file(event: CalendarEvent) -> CalendarFile:
    """One event with its time zone; lines end with CRLF and are no longer than 75 octets."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", event.method)
    calendar.add_component(_zone())
    calendar.add_component(_event(event))
    return CalendarFile(calendar.to_ical(), event.method)


def event_card(on: date, at: time | None, summary: str, place: str) -> bytes:
    """One event as a QR code says it to a telephone: nothing more than it needs, on unfolded lines, since each octet
    makes the code finer. Without a time it lasts the day.
    """
    from icalendar import Event

    event = Event()
    event.add("dtstart", on if at is None else in_utc(datetime.combine(on, at)))
    for name, words in (("summary", summary), ("location", place)):
        if words.strip():
            event.add(name, _words(shortened(tidy_line(words), LONGEST_ON_A_CARD)))
    return event.to_ical().replace(b"\r\n ", b"")


def in_utc(local: datetime) -> datetime:
    """The moment of a local time; of the hour that comes twice in October the first."""
    return local.replace(tzinfo=ZoneInfo(HERE)).astimezone(UTC)


def in_local_time(moment: datetime | date) -> datetime:
    """The local time, without a zone, of a moment as calendars tell it."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day)
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(ZoneInfo(HERE)).replace(tzinfo=None)



def _event(told: CalendarEvent) -> Event:
    from icalendar import Event

    event, zone = Event(), ZoneInfo(HERE)
    event.add("uid", told.uid)
    event.add("sequence", told.sequence)
    event.add("dtstamp", in_utc(told.made_at))
    event.add("dtstart", told.starts_at.replace(tzinfo=zone))
    if told.ends_at is not None and in_utc(told.ends_at) > in_utc(told.starts_at):
        event.add("dtend", told.ends_at.replace(tzinfo=zone))
    event.add("summary", _words(tidy_line(told.summary)))
    for name, words in (("location", tidy_line(told.place)), ("description", tidy(told.description))):
        if words.strip():
            event.add(name, _words(words))
    event.add("status", "CANCELLED" if told.called_off else "CONFIRMED")
    event.add("class", "PRIVATE")                        # colleagues who share a calendar see that they are busy
    event.add("transp", "TRANSPARENT" if told.called_off else "OPAQUE")
    if told.organizer is not None and told.attendees:
        event.add("organizer", _address(told.organizer))
        for each in told.attendees:
            asked = _address(each)
            asked.params["ROLE"] = "REQ-PARTICIPANT"
            asked.params["PARTSTAT"] = "NEEDS-ACTION"
            asked.params["RSVP"] = "FALSE" if told.called_off else "TRUE"
            event.add("attendee", asked)
    return event


def _address(of: Reached) -> vCalAddress:
    from icalendar import vCalAddress

    made = vCalAddress(f"mailto:{of.address}")
    name = _words(" ".join(tidy_line(of.name).split())).replace('"', "'").replace("^", "")
    if name:                                             # what a quoted name may not hold (RFC 5545, 3.2) is gone
        made.params["CN"] = name
    return made


def _words(text: str) -> str:
    """What UTF-8 can write: a lone half of a sign would stop it."""
    return text.encode("utf-8", "replace").decode()


def _zone() -> Timezone:
    """The zone by its rule, which holds since 1996, in the time that was before each change, as calendars read it."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", HERE)
    for made, name, month, hour, before, after in ((TimezoneDaylight(), "CEST", 3, 2, 1, 2),
                                                   (TimezoneStandard(), "CET", 10, 3, 2, 1)):
        made.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, hour))
        made.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        made.add("tzoffsetfrom", timedelta(hours=before))
        made.add("tzoffsetto", timedelta(hours=after))
        made.add("tzname", name)
        zone.add_component(made)
    return zone
