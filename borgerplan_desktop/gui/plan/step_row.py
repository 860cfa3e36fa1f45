"""One step of a goal: tick, words, and who does it by when."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework import goals
from borgerplan_desktop.gui.desk import Desk
from borgerplan_desktop.gui.plan.details_row import Details, MetaButton, RowWidget, beside_line
from borgerplan_desktop.gui.plan.mover import wanted_move
from borgerplan_desktop.gui.plan.said import by_when, who
from borgerplan_desktop.gui.plan.wrapped_line import WrappedLine
from borgerplan_desktop.gui.widgets.dates import DateEdit
from borgerplan_desktop.gui.widgets.fields import DateField, PersonField, TextField
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Step


class StepRow(RowWidget):
    next_wanted = Signal()                               # Enter: one more step after this

    def __init__(self, desk: Desk, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.step = desk, step
        self.tick = beside_line(QCheckBox(self))
        self.text = WrappedLine(_("Step"), _("What is the first, small step?"), most=4, parent=self)
        self.meta = MetaButton(_("Who and when"), self)
        self._text = TextField(self.text, desk, Step.text, N_("Change step"))
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        row.addWidget(self.meta, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        self.setFocusProxy(self.text)
        self._text.show_row(step)
        self._refresh()
        self.tick.clicked.connect(self._on_tick)
        self.text.entered.connect(self._on_enter)
        self.text.erased.connect(self.gone_wanted)
        self.meta.toggled.connect(self.show_details)
        desk.changed.connect(self._on_changed)

    def make_details(self) -> Details:
        details = Details(self)
        person, due = QComboBox(details), DateEdit(parent=details)
        self._person = PersonField(person, self._desk, Step.responsible_id, N_("Choose who is responsible"))
        self._due = DateField(due, self._desk, Step.due_on, N_("Change deadline"))
        details.add(_("Who"), person)
        details.add(_("By when"), due)
        due.set_name(_("By when"))
        self._person.show_row(self.step)
        self._due.show_row(self.step)
        details.column.addWidget(self.delete_button(_("Delete step")))
        return details

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if way := wanted_move(event):
            self.move_wanted.emit(way)
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        self._text.store()
        if self.text.toPlainText().strip():
            self.next_wanted.emit()

    def _on_tick(self, on: bool) -> None:
        if self.step.exists:
            self._desk.do(goals.tick_step, self.step, on)
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(self.step) or changes.touches(NetworkMember):
            self._refresh()

    def _refresh(self) -> None:
        step = self.step
        if not step.exists:
            return
        self.tick.setChecked(step.done)
        self.tick.setAccessibleName(step.text or _("Step"))
        when, late = by_when(step.due_on, self._desk.opened.today(), step.done_on)
        self.meta.say(" · ".join(part for part in (who(step.responsible), when) if part), late)
