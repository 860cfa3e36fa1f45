"""Min dag on paper: with first names and rooms, whoever reads it in the corridor."""
from __future__ import annotations

from datetime import timedelta
from functools import partial

from borgerplan_desktop.casework.course import day_words
from borgerplan_desktop.casework.course.my_day import Day, DayReader
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.day import DayOnPaper, day_pdf
from borgerplan_desktop.i18n import _, clock, day, language, ngettext, weekday_short


def draw_day(archive: Archive, reader: DayReader) -> bytes:
    """The day as it is now, as a PDF in the screen's language. Raises NotForYou, StoreTrouble."""
    return day_pdf(on_paper(reader.read(for_paper=True), archive.name), language=language())


def on_paper(shown: Day, shelter: str) -> DayOnPaper:
    """What the paper says of a day that was read for it."""
    today = shown.today
    when = partial(day_words.on_day, today=today)
    citizens = ngettext("{n} citizen", "{n} citizens", shown.looked_at).format(n=shown.looked_at)
    return DayOnPaper(
        today, " · ".join(part for part in (shelter, shown.name, citizens) if part), shelter,
        (shown.first.title, shown.first.text) if shown.first is not None else ("", ""),
        [(_("{day} at {time}").format(day=when(line.at.date()), time=clock(line.at)),
          f"{line.name}, {line.what}", line.state)
         for line in shown.meetings],
        [(line.who, line.what, _("should have happened {date}").format(
            date=day_words.when(today - timedelta(days=line.days), today))) for line in shown.overdue],
        [(f"{weekday_short(line.on)} {day(line.on, today)}", line.what, line.note) for line in shown.deadlines],
        [(line.title, line.text) for line in shown.watch])
