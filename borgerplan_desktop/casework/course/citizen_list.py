"""The list of citizens: who is in it, in what order, and the next thing for each in a few words."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from borgerplan_desktop.casework.access import Wanted
from borgerplan_desktop.casework.session.archive import Archive, CitizenLine
from borgerplan_desktop.i18n import N_, _, clock, day, near_word, weekday
from borgerplan_desktop.model.course import TARGET_LAST_DAY, calm_until
from borgerplan_desktop.store.audit import Did


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


def list_words(line_waiting: str, first_contact_on: date | None, adopted: int | None, meeting_at: datetime | None,
               has_coordinator: bool, now: datetime) -> tuple[str, bool]:
    """(the next thing in the citizens' list, whether somebody should follow up)."""
    today = now.date()
    calm = calm_until(first_contact_on, adopted, meeting_at, bool(line_waiting), has_coordinator)
    follow_up = calm is not None and calm < today
    days = max(0, (today - first_contact_on).days) if first_contact_on else 0         # the clock may be set back
    week = days // 7 + 1
    if meeting_at is not None and meeting_at.date() >= today:
        return _("Meeting {when}").format(when=_when(meeting_at, today)), follow_up
    if adopted is None and days > TARGET_LAST_DAY:
        return _("Week {n} · follow up").format(n=week), follow_up
    if line_waiting:
        return _("Waiting for an answer"), follow_up
    if not has_coordinator:
        return _("No coordinator yet"), follow_up
    if adopted is not None:
        return _("Plan adopted"), follow_up
    if first_contact_on is not None and days < 2:
        return (_("Came today"), _("Came yesterday"))[days], follow_up
    return _("Week {n} of 6–7").format(n=week), follow_up


def _when(at: datetime, today: date) -> str:
    on = at.date()
    if word := near_word(on, today):
        return _("{day} at {time}").format(day=word, time=clock(at))
    return weekday(on) if (on - today).days < 7 else day(on, today)
