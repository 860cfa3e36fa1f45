"""A card of Min dag: its lines, cut to the first few, with a way to all of them; nothing is cut in silence."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.course.my_day import Door
from borgerplan_desktop.gui.appearance.theme import scale
from borgerplan_desktop.gui.citizens.day_rows import DoorRow, align
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card, line
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import counted, ngettext

PORTION = 100                                            # lines that are made when somebody asks for more

Make = Callable[[Any, date, QWidget], DoorRow]


class DayCard(Card):
    """`opened(door)`: somebody wants to go there."""

    opened = Signal(object)

    def __init__(self, title: str, icon: str, few: int, make: Make, parent: QWidget, ruled: bool = False) -> None:
        super().__init__(title, icon, parent)
        self._few, self._make, self._ruled = few, make, ruled
        self._lines: Sequence[Any] = ()
        self._today = date.min
        self._most, self._scale = few, scale()
        self._count = plain_label("", "small", self)
        self.head.addWidget(self._count)
        self.body.setSpacing(2)
        self.none_label = plain_label("", "muted", self, wrap=True)
        self.body.addWidget(self.none_label)
        self.more_button = button("", "chevron_down", "ghost", self)
        self.more_button.clicked.connect(self._on_more)
        self.body.addWidget(self.more_button)
        self.body.addStretch(1)
        self._rows: list[DoorRow] = []
        self._holder: QWidget | None = None

    def show_lines(self, lines: Sequence[Any], today: date, none: str, few: int | None = None) -> None:
        """Show them; `none` is what it says when there are none, `few` how many there is room for now."""
        if few is not None and few != self._few:
            self._most = few if self._most == self._few else self._most      # not where somebody asked for more
            self._few, self._lines = few, ()
        if tuple(lines) == tuple(self._lines) and today == self._today and self.none_label.words() == none:
            return                                       # nothing moves while nothing has changed
        self._lines, self._today = tuple(lines), today
        self.none_label.setText(none)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """The columns of the lines are as wide as the text is large."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and getattr(self, "_scale", scale()) != scale():
            self._scale = scale()
            self._fill()

    def rows(self) -> list[DoorRow]:
        """The lines in sight."""
        return list(self._rows)

    def _fill(self) -> None:
        held = next((row.door for row in self.rows() if row.hasFocus()), None)
        if self._holder is not None:
            self.body.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = self._made()
        self.body.insertWidget(self.body.indexOf(self.none_label), self._holder)
        self._holder.setVisible(bool(self._rows))
        left = len(self._lines) - self._most
        self.none_label.setVisible(not self._lines)
        self._count.setText(counted(len(self._lines)) if self._lines else "")
        self.more_button.setVisible(left > 0)
        words = ngettext("and {n} more", "and {n} more", left).format(n=counted(max(0, left)))
        self.more_button.setText(words)
        self.more_button.setAccessibleName(f"{self.accessibleName()}: {words}")
        self._give_focus(held)

    def _made(self) -> QWidget:
        """The lines, shown at once: with each that is shown for itself the whole window would be laid out anew."""
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.body.spacing())
        self._rows = []
        for number, each in enumerate(self._lines[:self._most]):
            if number and self._ruled:
                column.addWidget(line(holder))
            row = self._make(each, self._today, holder)
            row.clicked.connect(self._on_row)
            column.addWidget(row)
            self._rows.append(row)
        align(self._rows)
        return holder

    def _give_focus(self, held: Door | None) -> None:
        if held is not None and (again := next((row for row in self.rows() if row.door == held), None)) is not None:
            again.setFocus()

    def _on_more(self) -> None:
        """The next of them; the keyboard goes on with the first that has come."""
        there = len(self.rows())
        self._most += PORTION
        self._fill()
        if there < len(self.rows()):
            self.rows()[there].setFocus()

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, DoorRow):
            self.opened.emit(row.door)
