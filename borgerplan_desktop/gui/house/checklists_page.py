"""Herberget, Husets ord: the shelter's own lines in the checklists before, during and after a meeting."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.house import checklist_points as casework
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.editing.unsaved_input import HouseLine
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.shelter import ChecklistPhase, ChecklistPoint


class ChecklistsPage(QWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = plain_label(_(
            "The program has its own lines from the model. What do you also want to remember? Your lines stand after "
            "them at every meeting, and are ticked like the others."), "muted", self, wrap=True)
        self.phases = {phase: PhaseCard(desk, phase, self) for phase in ChecklistPhase}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.hint)
        for card in self.phases.values():
            column.addWidget(card)


class PhaseCard(Card):
    """Before, during or after the meeting."""

    def __init__(self, desk: Desk, phase: ChecklistPhase, parent: QWidget) -> None:
        super().__init__(_(phase.label), "check_circle", parent)
        self._desk, self._phase, self._adding = desk, phase, False
        self.points: RowColumn[ChecklistPoint, PointLine] = RowColumn(self._make, 4, self)
        self.retired_label = plain_label(_("Out of use"), "smallbold", self)
        self.retired: RowColumn[ChecklistPoint, PointLine] = RowColumn(self._make, 4, self)
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(_("e.g. Can everybody see each other at the table?"))
        self.text.setAccessibleName(_("{phase}: a new line").format(phase=_(phase.label)))
        HouseLine(self.text, desk, f"checklist-{phase.value}")
        self.add = button(_("Add line"), "plus", "", self)
        self.add.setAccessibleName(f"{self.add.text()}: {_(phase.label)}")
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        line = QHBoxLayout()
        line.addWidget(self.text, 1)
        line.addWidget(self.add)
        self.body.addWidget(self.points)
        self.body.addLayout(line)
        for each in (self.trouble, self.retired_label, self.retired):
            self.body.addWidget(each)
        self.add.clicked.connect(self._on_add)
        self.text.returnPressed.connect(self._on_add)
        desk.refused.connect(self._on_refused)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        there = casework.points(self._desk.case, self._phase)
        gone = casework.points(self._desk.case, self._phase, retired=True)
        self.points.show_rows(there)
        self.retired.show_rows(gone)
        self.retired_label.setVisible(bool(gone))
        for line in (*self.points.widgets(), *self.retired.widgets()):
            line.refresh()

    def _make(self, point: ChecklistPoint) -> PointLine:
        line = PointLine(self._desk, point, self)
        line.move_wanted.connect(partial(self._on_move, point))
        return line

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(ChecklistPoint):
            self.refresh()

    def _on_add(self) -> None:
        self.trouble.hide()
        self._adding = True
        made = self._desk.made(casework.add_point, self._phase, self.text.text())
        self._adding = False
        if made is not None:
            self.text.clear()
            self.text.setFocus()

    def _on_move(self, point: ChecklistPoint, by: int) -> None:
        """The keyboard stays with it."""
        self._desk.settle.emit()
        self._desk.do(casework.move_point, point, by)
        if (line := self.points.widget(point)) is not None:
            line.text.setFocus()

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._adding:
            say(self.trouble, sentence)
            self._desk.said()
            self.text.setFocus()


class PointLine(QWidget):
    """One line; `move_wanted(by)` by Alt and the arrows."""

    move_wanted = Signal(int)

    def __init__(self, desk: Desk, point: ChecklistPoint, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._point = desk, point
        self.text, self.use = QLineEdit(self), icon_button("close", "", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.use)
        TextField(self.text, desk, ChecklistPoint.text, casework.CHANGED).show_row(point)
        self.use.clicked.connect(self._on_use)
        self.refresh()

    def refresh(self) -> None:
        if not self._point.exists:
            return
        self.text.setAccessibleName(_("Line of the checklist: {text}").format(text=self._point.text))
        words = (_("Use »{text}« again") if self._point.retired else _("Do not use »{text}« any more")).format(
            text=self._point.text)
        self.use.setAccessibleName(words)
        set_tip(self.use, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._point.retired and (by := wanted_move(event)):
            self.move_wanted.emit(by)
        else:
            super().keyPressEvent(event)

    def _on_use(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.retire_point, self._point, not self._point.retired)
