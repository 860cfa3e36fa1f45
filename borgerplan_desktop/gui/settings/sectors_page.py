"""Settings: what the parts of life on the network map are called here, and in which order they stand."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.casework.session import sectors
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.gui.editing.undo_here import UndoHere
from borgerplan_desktop.gui.templates.shelter_desk import show_undo
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Sector, SectorName


class SectorsPage(QWidget):
    """Stored as they are left; Alt+Up and Alt+Down move the one that has the keyboard."""

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelter = archive.shelter
        everybodys(self)
        self._undo = UndoHere(archive.shelter, SectorName)
        self.hint = plain_label("", "small", self, wrap=True)
        self.lines = {sector: SectorLine(sector, self) for sector in Sector}
        self.trouble = plain_label("", "bad", self, wrap=True)
        self.trouble.hide()
        self.usual, self.undo = button("", "", "quiet", self), button("", "undo", "quiet", self)
        foot = QWidget(self)
        flow = FlowLayout(foot, 10)
        flow.addWidget(self.usual)
        flow.addWidget(self.undo)
        self._rows, column = QVBoxLayout(), QVBoxLayout(self)
        self._rows.setSpacing(6)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.hint)
        column.addLayout(self._rows)
        column.addWidget(self.trouble)
        column.addWidget(foot)
        column.addStretch(1)
        self.usual.clicked.connect(self._on_usual)
        self.undo.clicked.connect(self._on_undo)
        self._shelter.listen(self._on_changes)
        self._name()

    def stop(self) -> None:
        """The dialog goes: what is typed is stored."""
        self.store()
        self._shelter.unlisten(self._on_changes)

    def store(self) -> None:
        for line in self.lines.values():
            line.store()

    def act(self, act: Callable[..., Any], *args: Any) -> bool:
        """Do it; what stands in the way is said. Whether it was done."""
        self.trouble.hide()
        try:
            act(self._shelter, *args)
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        except Conflict:
            say(self.trouble,
                _("The same has just been changed somewhere else.") + " " + _("What stands now is shown."))
            self._show()
        else:
            return True
        return False

    def move_sector(self, sector: Sector, by: int) -> None:
        """The keyboard stays with it."""
        self.lines[sector].store()
        self.act(sectors.move_sector, sector, by)
        self.lines[sector].name.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_rows"):
            self._name()

    def _name(self) -> None:
        self.hint.setText(_("The parts of life go round the map clockwise, from the top. Call them what you say here; "
                            "maps, tables and papers then say it too."))
        self.usual.setText(_("The usual names and order"))
        self.usual.setAccessibleName(self.usual.text())
        self._show()

    def _show(self) -> None:
        named = sector_names(self._shelter.case)
        for at, sector in enumerate(named):
            line = self.lines[sector]
            if self._rows.indexOf(line) != at:
                self._rows.insertWidget(at, line)
            line.show_stored(named[sector], at > 0, at < len(named) - 1)
        self.usual.setVisible(not sectors.are_usual(self._shelter))
        show_undo(self.undo, self._undo)

    def _on_changes(self, _changes: Changes) -> None:
        self._show()

    def _on_usual(self) -> None:
        self.act(sectors.usual_sectors)
        self.lines[next(iter(sector_names(self._shelter.case)))].name.setFocus()

    def _undo_here(self, _shelter: OpenCase) -> None:
        self._undo.undo()

    def _on_undo(self) -> None:
        self.act(self._undo_here)
        self._show()


class SectorLine(QWidget):
    """One part of life: its name, and up and down."""

    def __init__(self, sector: Sector, page: SectorsPage) -> None:
        super().__init__(page)
        self._sector, self._page, self._known = sector, page, ""
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_LINE)
        self.up, self.down = icon_button("chevron_up", "", self), icon_button("chevron_down", "", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 1)
        for each, by in ((self.up, -1), (self.down, 1)):
            row.addWidget(each)
            each.clicked.connect(partial(page.move_sector, sector, by))
        self.name.editingFinished.connect(self.store)

    def show_stored(self, name: str, up: bool, down: bool) -> None:
        """As it stands in the archive; what somebody types here just now stays."""
        if self.name.text() == self._known:
            self.name.setText(name)
            self._known = name
        self.name.setPlaceholderText(_(self._sector.label))
        self.name.setAccessibleName(_("Name of the part of life »{name}«").format(name=_(self._sector.label)))
        for each, words, there in ((self.up, _("Move {name} up"), up), (self.down, _("Move {name} down"), down)):
            _call(each, words.format(name=name))
            each.setEnabled(there)

    def store(self) -> None:
        """What cannot be is said, and stays in the field."""
        typed = self.name.text()
        if typed == self._known:
            return
        before, self._known = self._known, typed         # what is stored is shown anew
        if not self._page.act(sectors.rename_sector, self._sector, typed):
            self._known = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := wanted_move(event):
            self._page.move_sector(self._sector, by)
        else:
            super().keyPressEvent(event)


def _call(pressed: QPushButton, words: str) -> None:
    pressed.setAccessibleName(words)
    set_tip(pressed, words)
