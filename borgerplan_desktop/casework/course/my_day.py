"""The lists of a working day: whose citizens, what is next for each, and what somebody should follow up.

All are made from the same lines (`archive.citizens()`), which the store is asked for once.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from borgerplan_desktop.casework.course.overview import list_words
from borgerplan_desktop.casework.session.archive import Archive, CitizenLine
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.spelling import is_found
from borgerplan_desktop.store.audit import Did

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Seen:
    """A citizen as the list shows them: the next thing in words, and whether somebody should follow up."""

    line: CitizenLine
    next: str
    follow_up: bool


@dataclass(frozen=True)
class Due:
    """Something of a citizen's that has a day."""

    on: date
    line: CitizenLine
    what: str


def seen(archive: Archive, lines: Sequence[CitizenLine], scope: str = "all", words: str = "") -> list[Seen]:
    """Those of a scope (mine, all, follow_up, closed) whose name and room hold every word, or whose CPR number it is.

    Raises StoreTrouble when a number is looked for in vain.
    """
    lines = [line for line in lines if (line.closed_on is not None) is (scope == "closed")]
    if scope == "mine":
        lines = [line for line in lines if line.contact_person_id == archive.who]
    now, numbered = archive.now(), archive.with_number(words)
    found = [_seen(line, now) for line in lines
             if line.id in numbered or is_found(words, f"{line.name} {line.room}")]
    return [each for each in found if each.follow_up] if scope == "follow_up" else found


def meetings_this_week(lines: Sequence[CitizenLine], now: datetime) -> list[CitizenLine]:
    """Citizens whose next meeting is today or within a week, the nearest first."""
    last = now.date() + WEEK
    near = [line for line in lines if line.meeting_at is not None and now.date() <= line.meeting_at.date() <= last]
    return sorted(near, key=lambda line: (line.meeting_at or now, line.id))


def due_this_week(lines: Sequence[CitizenLine], today: date) -> list[Due]:
    """The nearest open agreement, step and follow-up of each, overdue ones first."""
    found = [Due(on, line, words.format(name=line.name)) for line in lines for on, words in (
        (line.agreement_due, _("Agreement with {name}")), (line.step_due, _("A step in the plan with {name}")),
        (line.follow_up_on, _("Follow up on a goal with {name}"))) if on is not None and on <= today + WEEK]
    return sorted(found, key=lambda due: (due.on, due.line.id, due.what))


def searched(archive: Archive) -> None:
    """Somebody searched the citizens: that is on record. Raises StoreTrouble."""
    archive.record(Did.SEARCHED, N_("Searched the citizens"))


def _seen(line: CitizenLine, now: datetime) -> Seen:
    text, follow_up = list_words(line.waiting_for, line.first_contact_on, line.adopted, line.meeting_at,
                                 line.has_coordinator, now)
    return Seen(line, text, follow_up)
