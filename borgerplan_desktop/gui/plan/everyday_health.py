"""Everyday health within a goal of physical health: a habit at a time, as small fields, and the own doctor."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan.everyday_health import (
    choose_own_doctor,
    could_be_doctor,
    leave_habit,
    not_spoken_of,
    own_doctor,
    take_up_habit,
)
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.plan.details_row import beside_line
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.chip_button import ChipButton
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.prose import citizens_own
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.everyday_health import Habit, HabitKind, habits
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import Sector


class HabitRow(QWidget):
    """How it is now, what the citizen wishes, and when we speak of it again."""

    def __init__(self, desk: Desk, habit: Habit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.habit = desk, habit
        name = _(habit.kind.label)
        head = QHBoxLayout()
        head.addWidget(plain_label(name, "smallbold", self))
        head.addStretch(1)
        gone = icon_button("close", _("Remove {habit}").format(habit=name), self)
        head.addWidget(gone)
        self.fields = FieldGrid(150, 3, self)
        self.now = WrappedLine(question=_("How is it now?"), most=4, parent=self.fields)
        self.wish = citizens_own(WrappedLine(question=_("What would be good?"), most=4, parent=self.fields))
        self.again = DateEdit(parent=self.fields)
        self.again.look(Toward.AHEAD)
        for label, field in ((_("Now"), self.now), (_("Wish"), self.wish), (_("Follow-up"), self.again)):
            self.fields.add_named(label, field)
            field.setAccessibleName(f"{name}: {label}")
        self.again.set_name(f"{name}: {_('Follow-up')}")
        for bound in (TextField(self.now, desk, Habit.now, N_("Change a habit")),
                      TextField(self.wish, desk, Habit.wish, N_("Change a habit")),
                      DateField(self.again, desk, Habit.follow_up_on, N_("Change follow-up"))):
            bound.show_row(habit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.fields)
        self.setFocusProxy(self.now)
        self.now.entered.connect(self.wish.setFocus)
        self.wish.entered.connect(self.again.setFocus)
        gone.clicked.connect(self._on_gone)

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        if self.habit.exists:
            self._desk.do(leave_habit, self.habit)


class EverydayHealth(QWidget):
    """Habits that are spoken of, chips for those that are not, and who the own doctor is."""

    def __init__(self, desk: Desk, goal: Goal | None, parent: QWidget | None = None) -> None:
        """`goal` None: by itself, whatever the goals are about."""
        super().__init__(parent)
        self._desk, self.goal = desk, goal
        self._made = False
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _make(self) -> None:
        """When the goal is about health: other goals have none of it."""
        self._made = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.rows: RowColumn[Habit, HabitRow] = RowColumn(self._row, 4, self)
        self.chips: dict[HabitKind, ChipButton] = {}
        line = QWidget(self)
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 2, 0, 2)
        beside.setSpacing(6)
        beside.addWidget(beside_line(plain_label(_("Everyday health:"), "small", line)), 0, Qt.AlignmentFlag.AlignTop)
        host = QWidget(line)
        host.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        beside.addWidget(host, 1)
        self._flow, self._line = FlowLayout(host, 6), line
        self.doctor = ChoosePerson(self._desk, _("Own doctor"), _("Nobody yet"), self, could_be_doctor, Sector.HEALTH)
        doctor = FieldGrid(200, 2, self)
        doctor.add_named(_("Own doctor"), self.doctor)
        for part in (self.rows, line, doctor):
            column.addWidget(part)
        self.doctor.chosen.connect(self._on_doctor)

    def show_habit(self, habit: Habit) -> bool:
        """The keyboard goes to when it is followed up."""
        row = self.rows.widget(habit) if self._made else None
        if row is not None:
            row.again.setFocus()
        return row is not None

    def _row(self, habit: Habit) -> HabitRow:
        return HabitRow(self._desk, habit, self.rows)

    def _take_up(self, kind: HabitKind) -> None:
        habit = self._desk.made(take_up_habit, kind)
        if (row := self.rows.widget(habit)) is not None:
            row.now.setFocus()

    def _on_doctor(self, doctor: NetworkMember | None) -> None:
        self._desk.do(choose_own_doctor, doctor)
        self.doctor.show_person(own_doctor(self._desk.case))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Habit) or changes.touches(NetworkMember) or (
                self.goal is not None and changes.touches(self.goal, Goal.area)):
            self._refresh()

    def _refresh(self) -> None:
        if self.goal is not None and not self.goal.exists:
            return
        wanted = self.goal is None or self.goal.area is LifeArea.HEALTH
        self.setVisible(wanted)
        if not wanted:
            return
        if not self._made:
            self._make()
        case = self._desk.case
        self.rows.show_rows(habits(case))
        left = not_spoken_of(case)
        if list(self.chips) != left:
            self._flow.clear()
            self.chips = {}
            for kind in left:
                chip = self.chips[kind] = ChipButton(_(kind.label), "line", "plus", self)
                chip.clicked.connect(partial(self._take_up, kind))
                self._flow.addWidget(chip)
        self._line.setVisible(bool(left))
        self.doctor.show_person(own_doctor(case))
