"""The whole course: each milestone with its day, what it waits for, and the ladder."""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.casework.course.course import milestone, set_ladder_step, set_milestone, wait_for
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, fill_people
from borgerplan_desktop.gui.intake.responsibility import Responsibility
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import Course, Milestone, MilestoneKind, current_course
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import LadderPosition, Plan, current_plan, ladder_step

BY_THEMSELVES = frozenset({MilestoneKind.PLAN_ADOPTED, MilestoneKind.CLOSED})    # set by adopting and closing


class CourseDialog(CaseDialog):
    form = "course_dialog"

    milestones_box: QWidget
    milestone_trouble: QLabel
    who_field: QComboBox
    what_field: QLineEdit
    step_field: QComboBox
    aim_field: QComboBox
    close_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.say_refusal("", self.milestone_trouble)
        lines = self.milestones_box.layout()
        assert lines is not None
        self._lines = [MilestoneLine(kind, desk, self.milestones_box) for kind in MilestoneKind]
        for line in self._lines:
            lines.addWidget(line)
            line.reached.connect(self._on_reached)
            line.asked.connect(self._on_asked)
        course = current_course(desk.case)
        fill_people(self.who_field, desk, course.waiting_for_id, _("Nobody in particular"))
        self.what_field.setText(course.waiting_for)
        for step in LadderStep:
            self.step_field.addItem(f"{step.number}  {_(step.label)}")
        now = ladder_step(desk.case)
        self.step_field.setCurrentIndex(-1 if now is None else now.number - 1)
        self._aim = ChoiceField(self.aim_field, desk, Plan.ladder_goal, N_("Choose the aim on the ladder"), [
            (None, _("Not chosen yet")), *((step, f"{step.number}  {_(step.label)}") for step in LadderStep)])
        self._aim.show_row(current_plan(desk.case))
        # Signals
        self.who_field.activated.connect(self._on_waiting)
        self.what_field.editingFinished.connect(self._on_waiting)
        self.step_field.activated.connect(self._on_step)
        self.close_button.clicked.connect(self.accept)
        desk.changed.connect(self._on_changed)
        self.save_unfinished(self.what_field, row=course, fields=(Course.waiting_for.key,))

    def done(self, result: int) -> None:
        """What is typed is stored before the dialog goes."""
        self._on_waiting()
        super().done(result)

    def _on_reached(self, kind: MilestoneKind, on: date | None) -> None:
        self.milestone_trouble.hide()
        self._desk.do(set_milestone, kind, on)
        self._refresh()

    def _on_asked(self) -> None:
        """Whom we asked, and what they answered, stands in a place of its own."""
        Responsibility(self._desk, self).open()

    def _on_waiting(self) -> None:
        course = current_course(self._desk.case)
        member = self._desk.case.get(NetworkMember, self.who_field.currentData())
        words = self.what_field.text().strip()
        if (course.waiting_for_id, course.waiting_for) != (member.id if member else None, words):
            self._desk.do(wait_for, member, words)

    def _on_step(self, index: int) -> None:
        self._desk.do(set_ladder_step, list(LadderStep)[index])

    def _on_leave(self) -> None:
        self._on_waiting()                               # a draft only if it cannot be stored
        super()._on_leave()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Milestone) or changes.touches(Course) or changes.touches(LadderPosition):
            self._refresh()

    def _refresh(self) -> None:
        for line in self._lines:
            line.refresh()


class MilestoneLine(QWidget):
    """A milestone to tick, with the day it happened."""

    reached = Signal(object, object)                     # MilestoneKind, date | None
    asked = Signal()                                     # who was asked about it

    def __init__(self, kind: MilestoneKind, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind, self._desk = kind, desk
        name = _(kind.label)
        self.box = QCheckBox(name.replace("&", "&&"), self)
        self.box.setAccessibleName(name)
        self.day = DateEdit(desk.opened.today, self)
        self.day.look(Toward.BACK)
        self.day.set_name(_("{milestone}: the day").format(milestone=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        name_column = QVBoxLayout()
        name_column.setSpacing(2)
        name_column.addWidget(self.box)
        row.addLayout(name_column, 1)
        if kind is MilestoneKind.RESPONSIBILITY:
            whom = button(_("Who was asked"), "chevron_right", "ghost", self, icon_right=True)
            whom.setAutoDefault(False)
            whom.clicked.connect(self.asked)
            below = QHBoxLayout()                        # beside the box, large text had no room
            below.addWidget(whom)
            below.addStretch(1)
            name_column.addLayout(below)
        row.addWidget(self.day)
        row.setAlignment(self.day, Qt.AlignmentFlag.AlignTop)
        first, own = kind is MilestoneKind.FIRST_CONTACT, kind in BY_THEMSELVES
        self.box.setEnabled(not first and not own)
        self.day.setEnabled(not own)
        self.refresh()
        self.box.clicked.connect(self._on_clicked)
        self.day.dateEntered.connect(self._on_day)

    def refresh(self) -> None:
        found = milestone(self._desk.case, self._kind)
        on = found.done_on if found is not None else None
        self.box.setChecked(on is not None)
        self.day.setDate(on)

    def _on_clicked(self, done: bool) -> None:
        self.reached.emit(self._kind, self._desk.opened.today() if done else None)

    def _on_day(self, on: date | None) -> None:
        if on is None and self._kind is MilestoneKind.FIRST_CONTACT:
            self.refresh()                               # the clock needs a beginning
        else:
            self.reached.emit(self._kind, on)
