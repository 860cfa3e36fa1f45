"""Herberget, Handleplan: the activities that make the model real, as a list or over the year, and the roles."""
from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.activities import activities as casework
from borgerplan_desktop.gui.activities.activity_row import ActivityRow
from borgerplan_desktop.gui.activities.roles_card import RolesCard
from borgerplan_desktop.gui.activities.year_view import YearView
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.editing.unsaved_input import HouseLine
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.framework import FramePerson
from borgerplan_desktop.model.implementation_plan import Activity, ActivityDone, ActivityObjective

SHOWN = (Activity, ActivityObjective, ActivityDone, FramePerson)
BESIDE = 900                                             # design pixels from which on the roles stand beside the plan
FEW = 40                                                 # activities in sight at first


class ActivitiesTab(Tab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._adding = desk, False
        everybodys(self)
        self.page = PageScroll(_("Action plan"), self)
        self.list_button = button(_("List"), "", "quiet", self)
        self.year_button = button(_("The year"), "", "quiet", self)
        for each in (self.list_button, self.year_button):
            each.setCheckable(True)
            each.setAutoExclusive(True)
        self.list_button.setChecked(True)
        self.plan = Card(_("What we do so that the work goes well"), "target", self.page)
        self.plan.head.addWidget(self.list_button)
        self.plan.head.addWidget(self.year_button)
        self.title = QLineEdit(self.plan)
        self.title.setPlaceholderText(_("e.g. Meetings of the project group"))
        self.title.setAccessibleName(_("New activity"))
        HouseLine(self.title, desk, "activity")
        self.add = button(_("Add activity"), "plus", "primary", self.plan)
        self.trouble = plain_label("", "smallbad", self.plan, wrap=True)
        self.trouble.hide()
        self.empty = EmptyState(_("No activities yet"), _(
            "What do you do so that the work across goes well, when, and who does it?"), "", "target", self.plan)
        self.example = self.empty.offer_also(_("Begin with the example of the model"), "plus")
        self.rows: RowColumn[Activity, ActivityRow] = RowColumn(self._make, 8, self.plan, few=FEW)
        line = QHBoxLayout()
        line.addWidget(self.title, 1)
        line.addWidget(self.add)
        self.plan.body.addLayout(line)
        for each in (self.trouble, self.empty, self.rows):
            self.plan.body.addWidget(each)
        self.plan.body.addStretch(1)
        self.year: YearView | None = None
        self.roles = RolesCard(desk, self.page)
        self.beside = SideBySide(BESIDE, 14, self.page)
        self.beside.add(self.plan, 3)
        self.beside.add(self.roles, 2)
        self.page.body.addWidget(self.beside)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        # Signals
        self.list_button.clicked.connect(self._on_view)
        self.year_button.clicked.connect(self._on_view)
        self.add.clicked.connect(self._on_add)
        self.title.returnPressed.connect(self._on_add)
        self.example.clicked.connect(self._on_example)
        desk.refused.connect(self._on_refused)
        desk.changed.connect(self._on_changed)
        self._refresh()

    # ------------------------------------------------------------------ as the shell knows it
    def show_row(self, row_id: str) -> None:
        """Open an activity, or come to somebody of the frame."""
        activity = self._activity(row_id)
        if activity is None:
            self.roles.show_row(row_id)
            return
        self.list_button.setChecked(True)
        self._show_view()
        row = self.rows.reach(activity)
        if row is not None:
            (row.held if not row.due.isHidden() else row.title).setFocus()
            QTimer.singleShot(0, row, partial(self.page.ensureWidgetVisible, row))

    def standing(self) -> Any:
        return self.year_button.isChecked()

    def stand(self, before: Any) -> None:
        (self.year_button if before else self.list_button).setChecked(True)
        self._show_view()

    def print_paper(self) -> bool:
        from borgerplan_desktop.gui.printing.house_paper import show_house_paper

        show_house_paper(self._desk, "action-plan", self)
        return True

    def has_main_button(self) -> bool:
        return True

    # ------------------------------------------------------------------ what happens
    def _activity(self, row_id: str) -> Activity | None:
        case = self._desk.case
        part = case.get(ActivityDone, row_id) or case.get(ActivityObjective, row_id)
        return case.get(Activity, part.activity_id if part is not None else row_id)

    def _make(self, activity: Activity) -> ActivityRow:
        row = ActivityRow(self._desk, activity, self.plan)
        row.move_wanted.connect(partial(self._on_move, activity))
        return row

    def _refresh(self) -> None:
        there = casework.activities(self._desk.case)
        self.rows.show_rows(there)
        for row in self.rows.made():
            row.tell(row.activity is there[0], row.activity is there[-1])
        self.year_button.setEnabled(bool(there))
        if not there:
            self.list_button.setChecked(True)
        self._show_view()

    def _show_view(self) -> None:
        """The list, or the year; the roles make room for the year."""
        is_year, there = self.year_button.isChecked(), bool(self._desk.case.all(Activity))
        if is_year and self.year is None:
            self.year = YearView(self._desk, self.plan)
            self.year.opened.connect(self._on_opened)
            self.plan.body.insertWidget(self.plan.body.indexOf(self.rows), self.year)
        if self.year is not None:
            self.year.setVisible(is_year)
            if is_year:
                self.year.refresh()
        self.rows.setVisible(there and not is_year)
        self.empty.setVisible(not there)
        self.roles.setVisible(not is_year)

    def _on_changed(self, changes: Changes) -> None:
        if any(map(changes.touches, SHOWN)):
            self._refresh()

    def _on_view(self) -> None:
        self._desk.settle.emit()
        self._show_view()

    def _on_opened(self, activity: Activity) -> None:
        self.show_row(activity.id)

    def _on_add(self) -> None:
        self.trouble.hide()
        self._adding = True
        made = self._desk.made(casework.add_activity, self.title.text())
        self._adding = False
        if made is not None:
            self.title.clear()
            self._write(made)

    def _on_example(self) -> None:
        made = self._desk.made(casework.add_example)
        if made is not None:
            self._write(made)

    def _write(self, made: Activity) -> None:
        self.list_button.setChecked(True)
        self._show_view()
        for each in self.rows.made():
            each.close_fields()                          # the plan stays a list, with the newest open
        row = self.rows.reach(made)
        if row is not None:
            (row.open().first if made.when_words else row.open().when).setFocus()

    def _on_move(self, activity: Activity, by: int) -> None:
        """The keyboard stays with it."""
        self._desk.settle.emit()
        held = keyboard_in(self)
        self._desk.do(casework.move_activity, activity, by)
        row = self.rows.widget(activity)
        if row is not None:
            (held if held is not None and row.isAncestorOf(held) and held.isEnabled() else row.title).setFocus()

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._adding:
            say(self.trouble, sentence)
            self._desk.said()
            self.title.setFocus()
