"""The course ends: outcome, reason, the plan for what follows, and everybody told. Reopening keeps it all."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.leaving.closing import closed_on, parties, reopen_course
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.leaving.close_course import CloseCourse
from borgerplan_desktop.gui.leaving.told_row import ToldRow
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.course import Course, CourseOutcome, current_course, has_died
from borgerplan_desktop.model.network import NetworkMember

WROTE = N_("Write how the course ends")


class ClosingCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("The course ends"), "flag", parent)
        self._desk = desk
        self.paper_button = self.add_action(_("See the plan for the time after"), "print")
        self.closed_label = plain_label("", "bold", self, wrap=True)
        self.outcome = calm_combo(QComboBox(self))
        self.reason, self.after = GrowingTextEdit("", 1, 6, self), GrowingTextEdit("", 3, 10, self)
        self.after.setPlaceholderText(_("e.g. where to live, who comes by, who to call"))
        self.last = DateEdit(parent=self)
        self.last.look(Toward.BACK)
        grid = FieldGrid(230, 2, self)
        grid.add_named(_("What the course led to"), self.outcome)
        grid.add_named(_("Why the course ends"), self.reason)
        self.ended = FieldGrid(230, 2, self)
        self.ended.add_named(_("Last day of the course"), self.last)
        self.plan = QWidget(self)
        self.told_label = plain_label("", "muted", self.plan, wrap=True)
        self.told: RowColumn[NetworkMember, ToldRow] = RowColumn(partial(ToldRow, desk, parent=self.plan), 0, self.plan)
        column = QVBoxLayout(self.plan)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        label = plain_label(_("The plan for what follows"), "smallbold", self.plan)
        label.setBuddy(self.after)
        self.after.setAccessibleName(_("The plan for what follows"))
        for each in (label, self.after, plain_label(_("Who must know it"), "smallbold", self.plan), self.told_label,
                     self.told):
            column.addWidget(each)
        self.close_button = button(_("Close the course …"), "", "primary", self)
        self.reopen_button = button(_("Reopen the course"), "undo", "", self)
        row = QHBoxLayout()
        row.addWidget(self.close_button)
        row.addWidget(self.reopen_button)
        row.addStretch(1)
        for part in (self.closed_label, self.ended, grid, self.plan):
            self.body.addWidget(part)
        self.body.addLayout(row)
        course = self._course = current_course(desk.case)
        choices = [(None, _("Not written yet")), *((each, _(each.label)) for each in CourseOutcome)]
        for bound in (ChoiceField(self.outcome, desk, Course.outcome, WROTE, choices),
                      DateField(self.last, desk, Course.closed_on, WROTE, closed_on),
                      TextField(self.reason, desk, Course.closing_reason, WROTE),
                      TextField(self.after, desk, Course.plan_for_after, WROTE)):
            bound.show_row(course)
        self._soon = QTimer(self, singleShot=True, interval=0)
        # Signals
        self._soon.timeout.connect(self._refresh)
        self.close_button.clicked.connect(self.close_course)
        self.reopen_button.clicked.connect(self._on_reopen)
        self.paper_button.clicked.connect(self.see_paper)
        desk.changed.connect(self._on_changed)
        # Initial update
        self._refresh()

    @property
    def is_closed(self) -> bool:
        return self._course.closed_on is not None

    def see_paper(self) -> PaperWindow:
        """The plan for the time after, for the citizen."""
        return show_paper(self._desk, BY_KEY["closing-plan"], self.window())

    def close_course(self) -> CloseCourse:
        """Ask once more, with what is missing in sight."""
        self._desk.settle.emit()
        dialog = CloseCourse(self._desk, self.window())
        dialog.open()
        return dialog

    def _on_reopen(self) -> None:
        self._desk.do(reopen_course)

    def _on_changed(self) -> None:
        self._soon.start()                               # consent, people, the stay and the course are all asked

    def _refresh(self) -> None:
        case, today = self._desk.case, self._desk.opened.today()
        if not self._course.exists:
            return
        closed = self._course.closed_on
        self.closed_label.setVisible(closed is not None)
        self.ended.setVisible(closed is not None)
        if closed is not None:
            self.closed_label.setText(_("The course ended {date}.").format(date=day(closed, today)))
        self.close_button.setVisible(closed is None)
        self.reopen_button.setVisible(closed is not None)
        self.plan.setVisible(not has_died(case))
        self.paper_button.setVisible(not has_died(case))
        found = parties(case, self._course, today)
        self.told.show_rows([each.member for each in found])
        for party in found:
            row = self.told.widget(party.member)
            if row is not None:
                row.show_party(party)
        left = [each.member.contact.first_name for each in found if each.is_open]
        self.told_label.setText(
            _("Nobody outside the house takes part.") if not found else
            _("Everybody has been told.") if not left else
            _("Not told yet: {names}.").format(names=", ".join(left)))
