"""Times of a meeting, as they are written on screen."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.meeting.meeting_time import end_of
from borgerplan_desktop.i18n import _, clock, day, ngettext, weekday
from borgerplan_desktop.model.meeting import Meeting

SOON = 10                                                # minutes before the end from which the page says so


def day_words(on: date, today: date) -> str:
    """"Torsdag 12. marts"."""
    words = f"{weekday(on)} {day(on, today)}"
    return words[:1].upper() + words[1:]


def when_words(meeting: Meeting, today: date) -> str:
    """"Torsdag 12. marts kl. 13.00–14.00", or that no time is set."""
    if meeting.starts_at is None:
        return _("No time is set yet")
    span = clock(meeting.starts_at)
    if meeting.ends_at is not None:
        span += f"–{clock(meeting.ends_at)}"
    return _("{day} at {time}").format(day=day_words(meeting.starts_at.date(), today), time=span)


def band_words(meeting: Meeting, left: int | None) -> str:
    """The line over a meeting: why we are here and when we end; near the end, what to do with the `left` minutes."""
    if left == 0:
        return _("The time is up. Round off, or agree how much longer you stay.")
    if left is not None and left <= SOON:
        return ngettext("{n} minute left. Sum up: who does what?", "{n} minutes left. Sum up: who does what?",
                        left).format(n=left)
    parts = [meeting.purpose.strip()]
    if left is not None and (end := end_of(meeting)) is not None:
        parts.append(_("We end at {time}").format(time=clock(end)))
    return " · ".join(part for part in parts if part)
