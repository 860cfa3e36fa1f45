"""A window in which something of the shelter's own is written: in force at once, and undone here."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.editing.undo_here import UndoHere
from borgerplan_desktop.gui.templates.shelter_desk import ShelterDesk, show_undo
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import AgendaTemplate, PlanTemplate, Professional


class ShelterDialog(Dialog):
    """Ctrl+Z takes back what was done in the shelter's templates, Ctrl+Y does it again.

    While the store refuses words, closing says so once and stays; what another window does with the template is told.
    """

    drawn = (820, 620)
    shown: tuple[type[Row], ...] = ()                    # the kinds of rows it shows

    def __init__(self, shelter: OpenCase, template: PlanTemplate | AgendaTemplate | Professional, heading: str,
                 words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        everybodys(self)
        self._about, self._was_retired, self._warned = template, template.retired, False
        self._desk = ShelterDesk(shelter, self)
        self._undo = UndoHere(shelter, *self.shown, from_now=True)
        self.page_scroll = DialogScroll(self, 10)
        self.numbers = plain_label(
            _("A CPR number stands here. A template is for everybody: leave it out."), "smallbad", self, wrap=True)
        self.elsewhere = plain_label("", "smallbad", self, wrap=True)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.undo_button, self.close_button = button("", "undo", "quiet", self), button(_("Close"), "", "", self)
        self.close_button.setDefault(True)
        self.undo_button.setAutoDefault(False)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(heading, "title", self, wrap=True))
        column.addWidget(plain_label(words, "muted", self, wrap=True))
        column.addWidget(self.page_scroll, 1)
        for each in (self.numbers, self.elsewhere, self.trouble):
            column.addWidget(each)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.undo_button.clicked.connect(self.undo)
        self.close_button.clicked.connect(self.accept)
        self._desk.changed.connect(self._on_changed)
        self._desk.says.connect(self._on_says)
        for keys, act in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._on_says("")

    def show_rows(self) -> None:
        """Show what is there now."""

    def names_a_number(self) -> bool:
        """Whether the number of one citizen stands in it."""
        return False

    def leave(self) -> None:
        """What is typed is stored, and the window goes."""

    def stand_again(self, words: Sequence[Draft]) -> None:
        """What was typed when the screen locked, and could not be stored, stands in its fields again; what has no field
        any more is said.
        """
        said = [_("What you wrote before the screen locked stands here again.")]
        for draft in words:
            self.open_row(draft.row_id)
            field = next((each for each in self.findChildren(TextField) if each.row is not None
                          and (each.row.id, each.column) == (draft.row_id, draft.field)), None)
            if field is not None:
                field.stand(draft.text)
            else:
                said.append(_("You wrote: »{words}«").format(words=draft.text))
        say(self.trouble, " ".join(said))

    def open_row(self, row_id: str) -> None:
        """Make the fields of a row, where they are not made before one looks at them."""

    def undo(self) -> None:
        self._desk.settle.emit()
        self._desk.do(self._undo_here)
        self.refresh()

    def redo(self) -> None:
        self._desk.settle.emit()
        self._desk.do(self._redo_here)
        self.refresh()

    def _undo_here(self, _shelter: OpenCase) -> None:
        self._undo.undo()

    def _redo_here(self, _shelter: OpenCase) -> None:
        self._undo.redo()

    def accept(self) -> None:
        if not self._stays():
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stays():
            event.accept()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous() and self._stays():        # a person at the window's frame; the lock closes it at once
            event.ignore()
        else:
            super().closeEvent(event)

    def _is_unsaved(self) -> bool:
        return any(field.is_unsaved for field in self.findChildren(TextField))

    def _stays(self) -> bool:
        """Whether words stand in it that the store refuses: it is said once, and the next time it closes."""
        self._desk.settle.emit()
        if not self._is_unsaved():
            return False
        if self._warned:
            self._desk.lets_go = True
            return False
        self._warned = True
        said = self.trouble.words()
        say(self.trouble, " ".join(filter(None, (said, _("Close once more to leave without it.")))))
        return True

    def done(self, result: int) -> None:
        """What is typed is stored before the dialog goes; where the lock closes it, what the store refuses waits."""
        self._desk.speaks = False
        self._desk.settle.emit()
        if not self._is_unsaved():                       # else it may look as if nothing had been written
            self.leave()
        self._desk.close()
        super().done(result)

    def refresh(self) -> None:
        self.show_rows()
        self.numbers.setVisible(self.names_a_number())
        say(self.elsewhere, self._done_elsewhere())
        show_undo(self.undo_button, self._undo)

    def _done_elsewhere(self) -> str:
        if not self._about.exists:
            return _("This template has just been removed somewhere else.")
        if self._about.retired and not self._was_retired:
            return _("This template has just been taken out of use somewhere else. What you write is stored, but it is "
                     "not offered any more.")
        return ""

    def bring_to_top(self, box: QWidget) -> None:
        """Once the page knows how tall it is."""
        self._brought = box
        QTimer.singleShot(0, box, self._go_to_brought)

    def _go_to_brought(self) -> None:
        content = self.page_scroll.widget()
        if content is not None:
            self.page_scroll.verticalScrollBar().setValue(self._brought.mapTo(content, QPoint(0, 0)).y())

    def _on_says(self, words: str) -> None:
        self._warned = self._warned and bool(words)      # stored: the next trouble is said anew
        say(self.trouble, words)

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in self.shown):
            self.refresh()
