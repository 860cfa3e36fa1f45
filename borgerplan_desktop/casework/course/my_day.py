"""The lists of a working day: whose citizens, what is next for each, and what somebody should follow up."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from borgerplan_desktop.casework.access import Wanted
from borgerplan_desktop.casework.course.overview import list_words
from borgerplan_desktop.casework.session.archive import Archive, CitizenLine
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.store.audit import Did

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Seen:
    """A citizen as the list shows them: the next thing in words, and whether somebody should follow up."""

    line: CitizenLine
    next: str
    follow_up: bool


@dataclass(frozen=True)
class SeenPage:
    """Some of a list, and the number of the newest change there was when it was read."""

    seen: list[Seen]
    change: int


@dataclass(frozen=True)
class Due:
    """Something of a citizen's that has a day."""

    on: date
    line: CitizenLine
    what: str


def seen(archive: Archive, scope: str = "all", words: str = "", limit: int | None = None) -> list[Seen]:
    """Those of a scope (mine, all, follow_up, closed) whose name and room hold every word, or whose CPR number it is.

    At most `limit`, in Danish order. Raises StoreTrouble.
    """
    return page(archive, scope, words, limit=limit).seen


def page(archive: Archive, scope: str, words: str, after: int | None = None, limit: int | None = None) -> SeenPage:
    """The next ones of a list, from behind the place `after`. Raises StoreTrouble."""
    now, found = archive.now(), archive.gate.page(_wanted(archive, scope, words), after, limit)
    return SeenPage([_seen(line, now) for line in found.lines], found.change)


def stands_at(archive: Archive, scope: str, words: str, case_id: str, most: int) -> int:
    """Which number a citizen has in a list, counted no further than `most`; 0 for who is not in it.

    Raises StoreTrouble.
    """
    wanted = _wanted(archive, scope, words)
    line = next(iter(archive.gate.page(replace(wanted, ids={case_id} & set(wanted.ids or {case_id}))).lines), None)
    return 0 if line is None else archive.gate.how_many(wanted, most, until=line.place)


def how_many(archive: Archive, scope: str = "all", words: str = "", most: int | None = None) -> int:
    """How many there are of a scope, counted no further than `most`. Raises StoreTrouble."""
    return archive.gate.how_many(_wanted(archive, scope, words), most)


def meetings_this_week(archive: Archive, limit: int | None = None) -> list[CitizenLine]:
    """Citizens whose next meeting is today or within a week, the nearest first."""
    today = archive.today()
    first, last = datetime.combine(today, time.min), datetime.combine(today + WEEK, time.max)
    return archive.gate.soonest("meeting_at", last, first, limit)


def due_this_week(archive: Archive, limit: int | None = None) -> list[Due]:
    """The nearest open agreement, step and follow-up of each, overdue ones first."""
    found = [Due(getattr(line, what), line, words.format(name=line.name)) for what, words in (
        ("agreement_due", _("Agreement with {name}")), ("step_due", _("A step in the plan with {name}")),
        ("follow_up_on", _("Follow up on a goal with {name}")))
        for line in archive.gate.soonest(what, archive.today() + WEEK, limit=limit)]
    return sorted(found, key=lambda due: (due.on, due.line.id, due.what))[:limit]


def searched(archive: Archive) -> None:
    """Somebody searched the citizens: that is on record. Raises StoreTrouble."""
    archive.record(Did.SEARCHED, N_("Searched the citizens"))


def _wanted(archive: Archive, scope: str, words: str) -> Wanted:
    wanted = Wanted(closed=scope == "closed", contact_person_id=archive.who if scope == "mine" else None,
                    attention_on=archive.today() if scope == "follow_up" else None, words=words)
    numbered = archive.with_number(words)
    return replace(wanted, words="", ids=numbered) if numbered else wanted


def _seen(line: CitizenLine, now: datetime) -> Seen:
    text, follow_up = list_words(line.waiting_for, line.first_contact_on, line.adopted, line.meeting_at,
                                 line.has_coordinator, now)
    return Seen(line, text, follow_up)
