"""The phases of the course, each from and to: several may be open beside each other."""
from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course import phases as casework
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import CoursePhase
from borgerplan_desktop.model.network import Phase


class PhasesCard(Card):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Phases"), "steps", parent)
        self._desk = desk
        self.add_button = self.add_action(_("Begin a phase"), "plus")
        menu = QMenu(self.add_button)
        for phase in Phase:
            action = QAction(_(casework.NAMES[phase]), menu)
            action.setData(phase.value)
            menu.addAction(action)
        self.add_button.setMenu(menu)
        self.empty = plain_label(_("No phase is noted yet. Phases may overlap: begin one when it begins."), "muted",
                                 self, wrap=True)
        self.rows: RowColumn[CoursePhase, PhaseLine] = RowColumn(partial(PhaseLine, desk, parent=self), 10, self)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.rows)
        menu.triggered.connect(self._on_add)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_add(self, action: QAction) -> None:
        made = self._desk.made(casework.begin_phase, Phase(str(action.data())))
        line = self.rows.widget(made)
        if line is not None:
            line.from_on.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(CoursePhase):
            self._refresh()

    def _refresh(self) -> None:
        rows = casework.phases(self._desk.case)
        self.rows.show_rows(rows)
        self.empty.setVisible(not rows)


class PhaseLine(QWidget):
    def __init__(self, desk: Desk, phase: CoursePhase, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._phase = desk, phase
        name = _(casework.NAMES[phase.phase])
        self.from_on, self.until_on = DateEdit(parent=self), DateEdit(parent=self)
        self.from_on.look(Toward.NEAREST)
        self.until_on.look(Toward.NEAREST)
        self.note = QLineEdit(self)
        self.gone = icon_button("close", _("Remove: {what}").format(what=name), self)
        head = QHBoxLayout()
        head.addWidget(plain_label(name, "bold", self), 1)
        head.addWidget(self.gone)
        grid = FieldGrid(180, 3, self)
        grid.add_named(_("From"), self.from_on)
        grid.add_named(_("Until"), self.until_on)
        grid.add_named(_("Note"), self.note)
        for field, what in ((self.from_on, _("From")), (self.until_on, _("Until"))):
            field.set_name(f"{name}: {what}")
        self.note.setAccessibleName(f"{name}: {_('Note')}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(grid)
        self.setFocusProxy(self.from_on)
        row = CoursePhase
        for bound in (DateField(self.from_on, desk, row.from_on, casework.CHANGED, casework.phase_from),
                      DateField(self.until_on, desk, row.until_on, casework.CHANGED, casework.phase_until),
                      TextField(self.note, desk, row.note, casework.CHANGED)):
            bound.show_row(phase)
        self.gone.clicked.connect(self._on_gone)

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.remove_phase, self._phase)
