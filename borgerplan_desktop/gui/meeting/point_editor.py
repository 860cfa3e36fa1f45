"""One point of the agenda, open: its words, minutes, who leads it, and whether everyone gets a say."""
from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QPushButton, QSpinBox, QWidget

from borgerplan_desktop.casework.meeting.agenda import move_item, remove_item, set_minutes
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import PersonField, TextField
from borgerplan_desktop.gui.editing.number_typed import NumberTyped
from borgerplan_desktop.gui.showing.goal_summary import title_of
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.meeting import AgendaItem, Meeting
from borgerplan_desktop.model.plan import Goal, Plan


class PointEditor(QFrame):
    title: QLineEdit
    minutes: QSpinBox
    lead: QComboBox
    goal: QComboBox
    round: QCheckBox
    up: QPushButton
    down: QPushButton
    remove: QPushButton
    shut: QPushButton

    def __init__(self, desk: Desk, item: AgendaItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "point_editor")
        self._desk, self._item = desk, item
        self._title = TextField(self.title, desk, AgendaItem.title, N_("Words of the point"))
        self._lead = PersonField(self.lead, desk, AgendaItem.lead_id, N_("Who leads the point"))
        self._title.show_row(item)
        self._lead.show_row(item)
        NumberTyped(self.minutes).entered.connect(self._on_minutes)
        self.goal.activated.connect(self._on_goal)
        self.round.clicked.connect(self._on_round)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)
        for combo in (self.lead, self.goal):
            calm_combo(combo)
        desk.settle.connect(self._on_minutes)
        self.refresh()

    def refresh(self) -> None:
        item = self._item
        if not item.exists:
            return
        if not self.minutes.hasFocus():
            self.minutes.setValue(item.minutes)
        self.round.setChecked(item.round)
        self.goal.clear()
        self.goal.addItem(_("No particular goal"), None)
        for plan in self._desk.case.all(Plan)[-1:]:
            for goal in plan.goals:
                self.goal.addItem(title_of(goal), goal.id)
        self.goal.setCurrentIndex(max(0, self.goal.findData(item.goal_id)) if item.goal_id else 0)

    def _on_minutes(self) -> None:
        if self._item.exists and self.minutes.value() != self._item.minutes:
            self._desk.do(set_minutes, self._item, self.minutes.value())

    def _on_goal(self, index: int) -> None:
        goal = self._desk.case.get(Goal, self.goal.itemData(index))
        self._desk.do(write, self._item, AgendaItem.goal_id, goal.id if goal else None, N_("Choose goal"))

    def _on_round(self, checked: bool) -> None:
        self._desk.do(write, self._item, AgendaItem.round, checked, N_("Round"))

    def _index(self) -> int:
        meeting = self._desk.case.get(Meeting, self._item.meeting_id)
        return meeting.agenda.index(self._item) if meeting is not None else 0

    def _on_up(self) -> None:
        if self._index() > 0:
            self._desk.do(move_item, self._item, self._index() - 1)

    def _on_down(self) -> None:
        self._desk.do(move_item, self._item, self._index() + 1)

    def _on_remove(self) -> None:
        self._desk.do(remove_item, self._item)
