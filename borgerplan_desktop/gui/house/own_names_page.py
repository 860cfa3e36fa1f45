"""Herberget, Husets ord: what the shelter calls the life areas, the parts of life on the map, or its rings."""
from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.house import own_names
from borgerplan_desktop.casework.house.own_names import AREAS, OwnNames
from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.life_areas import areas_offered


class OwnNamesPage(Card):
    """Stored as they are left; where they have an order, Alt+Up and Alt+Down move the one that has the keyboard."""

    def __init__(self, desk: Desk, of: OwnNames, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(title, "", parent)
        self._desk, self.of, self._acting = desk, of, False
        self.hint = plain_label(hint, "small", self, wrap=True)
        self.lines = {each: NameLine(each, self) for each in of.choice}
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        self.usual = button(_("The usual names and order") if of.moved else _("The usual names"), "", "quiet", self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addWidget(self.hint)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.usual)
        self.usual.clicked.connect(self._on_usual)
        desk.settle.connect(self.store)
        desk.refused.connect(self._on_refused)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def store(self) -> None:
        """What is typed, now."""
        for line in self.lines.values():
            line.store()

    def act(self, act: Any, *args: Any) -> bool:
        """Do it; what stands in the way is said here. Whether it was done."""
        self.trouble.hide()
        self._acting = True
        outcome = self._desk.do(act, *args)
        self._acting = False
        if outcome == "conflict":
            self.refresh()
        return outcome == "stored"

    def move_one(self, which: Any, by: int) -> None:
        """The keyboard stays with it."""
        self.lines[which].store()
        self.act(own_names.move, self.of, which, by)
        self.lines[which].name.setFocus()

    def refresh(self) -> None:
        named = self.of.names(self._desk.case)
        offered = areas_offered(self._desk.case) if self.of is AREAS else list(named)
        for at, which in enumerate(named):
            line = self.lines[which]
            if self._rows.indexOf(line) != at:
                self._rows.insertWidget(at, line)
            line.show_stored(named[which], at > 0, at < len(named) - 1, which in offered)
        self.usual.setVisible(not own_names.are_usual(self._desk.opened, self.of))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(self.of.kind):
            self.refresh()

    def _on_usual(self) -> None:
        self.act(own_names.as_usual, self.of)
        self.lines[next(iter(self.of.names(self._desk.case)))].name.setFocus()

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._acting:
            say(self.trouble, sentence)
            self._desk.said()


class NameLine(QWidget):
    """One of them: its name, up and down, and of a life area whether it is offered."""

    def __init__(self, which: Any, page: OwnNamesPage) -> None:
        super().__init__(page)
        self._which, self._page, self._known = which, page, ""
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_LINE)
        self.offered = QCheckBox(_("Can be chosen"), self)
        self.offered.setVisible(page.of is AREAS)
        self.up, self.down = icon_button("chevron_up", "", self), icon_button("chevron_down", "", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 1)
        row.addWidget(self.offered)
        for each, by in ((self.up, -1), (self.down, 1)):
            row.addWidget(each)
            each.setVisible(bool(page.of.moved))
            each.clicked.connect(partial(page.move_one, which, by))
        self.name.editingFinished.connect(self.store)
        self.offered.clicked.connect(self._on_offered)

    def show_stored(self, name: str, up: bool, down: bool, offered: bool) -> None:
        """As it stands in the archive; what somebody types here just now stays."""
        if self.name.text() == self._known:
            self.name.setText(name)
            self._known = name
        usual = _(self._which.label)
        self.name.setPlaceholderText(usual)
        self.name.setAccessibleName(_("What we call »{name}«").format(name=usual))
        self.offered.setChecked(offered)
        self.offered.setAccessibleName(_("»{name}« can be chosen").format(name=name))
        for each, words, there in ((self.up, _("Move {name} up"), up), (self.down, _("Move {name} down"), down)):
            _call(each, words.format(name=name))
            each.setEnabled(there)

    def store(self) -> None:
        """What cannot be is said, and stays in the field."""
        typed = self.name.text()
        if typed == self._known:
            return
        before, self._known = self._known, typed         # what is stored is shown anew
        if not self._page.act(own_names.rename, self._page.of, self._which, typed):
            self._known = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._page.of.moved and (by := wanted_move(event)):
            self._page.move_one(self._which, by)
        else:
            super().keyPressEvent(event)

    def _on_offered(self, on: bool) -> None:
        if not self._page.act(own_names.offer, self._which, on):
            self.offered.setChecked(not on)


def _call(pressed: QPushButton, words: str) -> None:
    pressed.setAccessibleName(words)
    set_tip(pressed, words)
