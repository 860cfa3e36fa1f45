"""A point of one of the shelter's agendas: its words, its minutes, what happens there, who leads it."""
from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.agenda import LONGEST, SHORTEST
from borgerplan_desktop.casework.meeting.write_agenda import (
    move_point,
    remove_point,
    set_point_kind,
    set_point_minutes,
)
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.combo import calm_combo, ignore_wheel
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, TextField
from borgerplan_desktop.gui.editing.number_typed import NumberTyped
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import set_tip
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.meeting_way import PointKind
from borgerplan_desktop.model.shelter import PointLead, TemplatePoint

CHANGE = N_("Change a point of an agenda")
GOALS = "goals"                                          # beside the kinds: here the goals are talked about


class TemplatePointBox(QFrame):
    """Alt+Up and Alt+Down move it."""

    def __init__(self, desk: Desk, point: TemplatePoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.point = desk, point
        self.setProperty("role", "flat")
        self.title = WrappedLine(_("Point"), _("e.g. {name} tells"), role="bold", parent=self)
        self.up, self.down = icon_button("chevron_up", "", self), icon_button("chevron_down", "", self)
        self.remove = icon_button("close", "", self)
        self.minutes = ignore_wheel(QSpinBox(self))
        self.minutes.setRange(SHORTEST, LONGEST)
        self.minutes.setSuffix(_(" min."))
        self.what, self.lead = calm_combo(QComboBox(self)), calm_combo(QComboBox(self))
        self.round = QCheckBox(_("Everyone gets a say"), self)
        for kind in PointKind:
            self.what.addItem(_(kind.label), kind)
        self.what.insertItem(1, _("The citizen's goals, one by one"), GOALS)
        grid = FieldGrid(170, 3, self)
        grid.add_named(_("How long"), self.minutes)
        grid.add_named(_("What happens"), self.what)
        grid.add_named(_("Who leads it"), self.lead)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        row.addWidget(self.title, 1)
        for each in (self.up, self.down, self.remove):
            each.setAutoDefault(False)
            row.addWidget(each)
        column.addLayout(row)
        column.addWidget(grid)
        column.addWidget(self.round)
        TextField(self.title, desk, TemplatePoint.title, CHANGE).show_row(point)
        ChoiceField(self.lead, desk, TemplatePoint.lead, CHANGE, [
            (None, _("Nobody in particular")), *((each, _(each.label)) for each in PointLead)]).show_row(point)
        # Signals
        NumberTyped(self.minutes).entered.connect(self._on_minutes)
        self.what.activated.connect(self._on_what)
        self.round.clicked.connect(self._on_round)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.remove.clicked.connect(self._on_remove)
        desk.settle.connect(self._on_minutes)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := wanted_move(event):
            self._move(by)
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        self._desk.settle.emit()
        if self.point.exists:
            self._desk.do(move_point, self.point, by)

    def _on_minutes(self) -> None:
        if self.point.exists and self.minutes.value() != self.point.minutes:
            self._desk.do(set_point_minutes, self.point, self.minutes.value())

    def _on_what(self, index: int) -> None:
        chosen = self.what.itemData(index)
        goals = chosen == GOALS
        self._desk.do(set_point_kind, self.point, PointKind.TALK if goals else PointKind(chosen), goals)

    def _on_round(self, checked: bool) -> None:
        self._desk.do(write, self.point, TemplatePoint.round, checked, CHANGE)

    def _on_remove(self) -> None:
        self._desk.settle.emit()
        if self.point.exists:
            self._desk.do(remove_point, self.point)

    def _on_changed(self, changes: Changes) -> None:
        if self.point.exists and changes.touches(self.point):
            self._refresh()

    def _refresh(self) -> None:
        point = self.point
        if not self.minutes.hasFocus():
            self.minutes.setValue(point.minutes)
        self.what.setCurrentIndex(self.what.findData(GOALS if point.goals else point.kind))
        self.round.setChecked(point.round)
        title = point.title.strip() or _("Point")
        for each, words in ((self.up, _("Move »{words}« up")), (self.down, _("Move »{words}« down")),
                            (self.remove, _("Remove »{words}«"))):
            each.setAccessibleName(words.format(words=title))
            set_tip(each, words.format(words=title))
