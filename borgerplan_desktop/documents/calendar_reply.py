"""Somebody's answer to a meeting, as their calendar wrote it in a file (RFC 5546, 3.2.3): read, and never run.

Only the few lines that say who answers what are handed on; rules of time zones and repetitions, which can be made to
take for ever, are not looked at.
"""
from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from borgerplan_desktop.documents.calendar_file import in_local_time
from borgerplan_desktop.documents.reply_mail import LARGEST_MAIL, calendar_in_mail, is_mail
from borgerplan_desktop.model.text import shortened, tidy

LARGEST = 5 * 2**20                                      # bytes of a file that is looked at
LONGEST_LINE = 4_000                                     # characters of a line that is handed on
LONGEST_WORDS = 500                                      # characters of a comment
MOST_LINES = 200                                         # of those that are handed on
DEEPEST = 10                                             # parts within parts
HIGHEST = 2**31 - 1                                      # number of an invitation (RFC 5545, 3.3.8)
EVENT = ["VCALENDAR", "VEVENT"]
READ = {"UID", "SEQUENCE", "DTSTAMP", "ATTENDEE", "COMMENT"}


class Why(enum.Enum):
    """Why a file is no answer."""

    TOO_LARGE = enum.auto()
    NO_CALENDAR = enum.auto()                            # or a broken one
    NOT_IN_MAIL = enum.auto()                            # a mail without a calendar's answer
    NO_REPLY = enum.auto()                               # an invitation, or just an event
    NO_ANSWER = enum.auto()                              # of nobody, of several, or to nothing


class NotAReply(ValueError):
    def __init__(self, why: Why) -> None:
        super().__init__(why.name)
        self.why = why


@dataclass(frozen=True)
class CalendarReply:
    """Who answers what to which invitation. `answer` is as calendars say it; a number that is not told is None."""

    uid: str
    sequence: int | None
    answered_at: datetime | None                         # local
    address: str
    answer: str
    words: str = ""
    name: str = ""                                       # what they are called in their calendar


def read_calendar_reply(content: bytes) -> CalendarReply:
    """The answer in a file: the calendar's own, or a mail that was saved whole with it. Raises NotAReply."""
    if is_mail(content):
        if len(content) > LARGEST_MAIL:
            raise NotAReply(Why.TOO_LARGE)
        found = calendar_in_mail(content)
        if found is None:
            raise NotAReply(Why.NOT_IN_MAIL)
        content = found
    if len(content) > LARGEST:
        raise NotAReply(Why.TOO_LARGE)
    lines = _wanted_lines(content)
    method = next((line.partition(":")[2] for line in lines if _name(line) == "METHOD"), "")
    if method.strip().upper() != "REPLY":
        raise NotAReply(Why.NO_REPLY)
    event = _event([line for line in lines if _name(line) != "METHOD"])
    try:
        return _reply(event)
    except NotAReply:
        raise
    except Exception:  # noqa: BLE001  the library keeps what is broken, and raises when it is looked at
        raise NotAReply(Why.NO_CALENDAR) from None


def _wanted_lines(content: bytes) -> list[str]:
    """The lines that are read, of the calendar and of its events; raises NotAReply for what does not fit together."""
    text = content.decode("utf-8-sig", "replace")
    found: list[str] = []
    within: list[str] = []
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        name = _name(line)
        part = line.partition(":")[2].strip().upper() if name in ("BEGIN", "END") else ""
        if name == "BEGIN":
            within.append(part)
            if len(within) > DEEPEST or within[0] != "VCALENDAR":
                raise NotAReply(Why.NO_CALENDAR)
        elif name == "END":
            if not within or within.pop() != part:
                raise NotAReply(Why.NO_CALENDAR)
            if [*within, part] == EVENT:
                found.append("END:VEVENT")
        elif (within == EVENT[:1] and name == "METHOD") or (within == EVENT and name in READ):
            found.append(line[:LONGEST_LINE])
        if len(found) > MOST_LINES:
            raise NotAReply(Why.NO_ANSWER)
    if within or not found:
        raise NotAReply(Why.NO_CALENDAR)
    return found


def _name(line: str) -> str:
    return re.split("[;:]", line[:100], maxsplit=1)[0].strip().upper()


def _event(lines: list[str]) -> Any:
    """The one event that is answered."""
    from icalendar import Event

    if lines.count("END:VEVENT") != 1:
        raise NotAReply(Why.NO_ANSWER)
    try:
        return Event.from_ical("\r\n".join(["BEGIN:VEVENT", *lines, ""]))
    except Exception:  # noqa: BLE001  the library raises whatever it stumbles over
        raise NotAReply(Why.NO_CALENDAR) from None


def _reply(event: Any) -> CalendarReply:
    attendee = event.get("ATTENDEE")
    uid = str(event.get("UID") or "").strip()
    if attendee is None or isinstance(attendee, list) or not uid:
        raise NotAReply(Why.NO_ANSWER)
    address = re.sub(r"(?i)^mailto:", "", str(attendee).strip())
    params = getattr(attendee, "params", {})
    return CalendarReply(uid, _number(event.get("SEQUENCE")), _moment(event.get("DTSTAMP")), address.casefold(),
                         str(params.get("PARTSTAT", "")).strip().upper(), _comment(event.get("COMMENT")),
                         shortened(tidy(str(params.get("CN", ""))), LONGEST_WORDS))


def _number(said: Any) -> int | None:
    try:
        number = int(said)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if 0 <= number <= HIGHEST else None


def _moment(said: Any) -> datetime | None:
    try:
        found = getattr(said, "dt", None)
        return in_local_time(found).replace(microsecond=0) if isinstance(found, date) else None
    except (OverflowError, ValueError):                  # a broken moment raises a ValueError of the library's own
        return None


def _comment(said: Any) -> str:
    first = said[0] if isinstance(said, list) and said else said
    return shortened(tidy(str(first)), LONGEST_WORDS) if first is not None else ""
