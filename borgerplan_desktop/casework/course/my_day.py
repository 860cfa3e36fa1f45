"""A working day: the meetings, and what has a day."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from borgerplan_desktop.casework.session.archive import Archive, CitizenLine
from borgerplan_desktop.i18n import _

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Due:
    """Something of a citizen's that has a day."""

    on: date
    line: CitizenLine
    what: str


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
