"""Keeps Min dag as it is now: after every change, at midnight, and when the computer has slept."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.casework.course.my_day import Day, DayReader, day_was_printed
from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.citizens.my_day import MyDay
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

LOOK_MS = 20_000                                         # how often the clock is looked at
AT_ONCE, A_FEW = 20, 8                                   # citizens who are read before the page is painted, and after
PAUSE_MS = 30                                            # in which a key or a click is answered
ASLEEP_SECONDS = 120                                     # a look that comes so late: the computer has slept


class DayOnScreen(QObject):
    """`refresh()` after every change; the timer looks at the clock, and reads anew when it is another day or hour."""

    def __init__(self, archive: Archive, page: MyDay, parent: QObject) -> None:
        super().__init__(parent)
        self._archive, self._page = archive, page
        self.reader = DayReader(archive)
        self.chosen: Callable[[QPrinter, QWidget], bool] | None = None   # stands in for the print dialog
        self._shown: Day | None = None
        self._looked_at = archive.now()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._rest = QTimer(self, singleShot=True, interval=PAUSE_MS)
        # Signals
        self._rest.timeout.connect(self._on_rest)
        self._timer.timeout.connect(self.look)
        page.scope_wanted.connect(self._on_scope)
        page.print_wanted.connect(self.print_day)
        # Initial update
        self._timer.start()

    @property
    def day(self) -> Day | None:
        """As it was last shown."""
        return self._shown

    @property
    def others(self) -> int:
        """How many citizens have another contact person."""
        return self._shown.others if self._shown is not None else self.reader.others()

    def refresh(self) -> None:
        """Show the day as it is now, once somebody has seen the page. Raises NotForYou, StoreTrouble.

        Of very many citizens those whose days are nearest are shown at once and the others with them as soon as they
        are read; a page that is there already moves once, when everybody is.
        """
        if self._shown is None and not self._page.isVisible():
            return                                       # a case was opened at once
        day = self.reader.read(most=AT_ONCE)
        if not day.is_partly or self._shown is None or day.is_whole != self._shown.is_whole or \
                day.today != self._shown.today:
            self._show(day)
        if day.is_partly:
            self._rest.start()

    def show_nobody(self) -> None:
        """Nobody may be seen any more."""
        self._rest.stop()
        self.reader.forget()
        self._show(Day(self._archive.now()))

    def look(self) -> None:
        """Every now and then: is it another day, or has the computer slept?"""
        now = self._archive.now()
        slept = not 0 <= (now - self._looked_at).total_seconds() <= ASLEEP_SECONDS
        self._looked_at = now
        if self._shown is not None and (slept or _hour(now) != _hour(self._shown.now)):
            try:
                self.refresh()
            except (StoreTrouble, NotForYou):            # whoever changes something is told
                return

    def print_day(self) -> None:
        """The day on paper: the page is seen first, and printed from there."""
        from borgerplan_desktop.casework.papers.day_paper import draw_day
        from borgerplan_desktop.gui.printing.page_window import PageWindow

        window = self._page.window()
        try:
            pdf = draw_day(self._archive, self.reader)
        except NotForYou as refusal:
            tell(window, Message(refusal.message))
        except StoreTrouble as trouble:
            tell(window, Message(*told(trouble)))
        else:
            shown = PageWindow(_("The day on paper"), pdf, _("The day"), _("Print the day"), window, self.chosen)
            shown.printed.connect(self._on_printed)
            shown.open()

    def _on_printed(self) -> None:
        """That it was printed is on record."""
        try:
            day_was_printed(self._archive)
        except StoreTrouble as trouble:
            tell(self._page.window(), Message(*told(trouble)))

    def stop(self) -> None:
        self._timer.stop()
        self._rest.stop()
        self.reader.forget()

    def _on_rest(self) -> None:
        """The next of the citizens; the page waits for the last of them."""
        try:
            if self.reader.read_more(A_FEW):
                self._rest.start()
            else:
                self.refresh()
        except (StoreTrouble, NotForYou):                # whoever changes something is told
            return

    def _show(self, day: Day) -> None:
        """Nothing moves on the page while nothing has changed and it is the same hour."""
        shown = self._shown
        if shown is None or _hour(shown.now) != _hour(day.now) or replace(day, now=shown.now) != shown:
            self._shown = day
            self._page.show_day(day)

    def _on_scope(self, whole: bool) -> None:
        self.reader.whole = whole
        try:
            self.refresh()
        except (StoreTrouble, NotForYou):
            return


def _hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0)
