"""The fields of an activity: what it is for, when, how often, who, how it goes, and what became of its times."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.activities import activities as casework
from borgerplan_desktop.casework.activities.roles import who_is
from borgerplan_desktop.casework.activities.said import what_became
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.frame_people import people_of
from borgerplan_desktop.model.framework import FramePerson
from borgerplan_desktop.model.implementation_plan import (
    Activity,
    ActivityDone,
    ActivityObjective,
    ActivityStatus,
    Objective,
)

TIMES = (*range(1, 13), 26, 52)                          # a year


class ActivityFields(QWidget):
    def __init__(self, desk: Desk, activity: Activity, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._activity = desk, activity
        self.objectives = {each: WrappedCheck(_(each.label).replace("&", "&&"), self) for each in Objective}
        self.when, self.words = QLineEdit(self), QLineEdit(self)
        self.when.setPlaceholderText(_("e.g. 4 times a year"))
        self.words.setPlaceholderText(_("e.g. The project leader calls the meetings"))
        self.often, self.who, self.status = (calm_combo(QComboBox(self)) for _n in range(3))
        self.first, self.until = DateEdit(parent=self), DateEdit(parent=self)
        self.until.look(Toward.AHEAD)
        self.notes = GrowingTextEdit("", 1, 8, self)
        self.times_label = plain_label(_("What became of its times"), "smallbold", self)
        self.times: RowColumn[ActivityDone, TimeRow] = RowColumn(partial(TimeRow, desk), 2, self, few=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 2)
        column.setSpacing(8)
        column.addWidget(plain_label(_("Which aims does it serve?"), "smallbold", self))
        for box in self.objectives.values():
            column.addWidget(box)
        column.addWidget(self._grid())
        column.addWidget(plain_label(_("Notes"), "smallbold", self))
        column.addWidget(self.notes)
        column.addWidget(self.times_label)
        column.addWidget(self.times)
        self.notes.setAccessibleName(_("Notes"))
        self._bind()
        self.refresh()

    def _grid(self) -> FieldGrid:
        grid = FieldGrid(200, 3, self)
        for name, field in ((_("When, in words"), self.when), (_("How often"), self.often),
                            (_("First day"), self.first), (_("Until"), self.until), (_("How it goes"), self.status),
                            (_("Who"), self.who), (_("More about who"), self.words)):
            grid.add_named(name, field)
        return grid

    def _bind(self) -> None:
        desk, activity = self._desk, self._activity
        said = TextField(self.when, desk, Activity.when_words, casework.CHANGED)
        often = [(None, _("Once")), *((n, casework.how_often(n)) for n in TIMES)]
        if activity.times_a_year not in dict(often):
            often.append((activity.times_a_year, casework.how_often(activity.times_a_year or 0)))
        for bound in (said, TextField(self.words, desk, Activity.who, casework.CHANGED),
                      TextField(self.notes, desk, Activity.notes, casework.CHANGED),
                      ChoiceField(self.often, desk, Activity.times_a_year, casework.CHANGED, often),
                      ChoiceField(self.status, desk, Activity.status, casework.CHANGED,
                                  [(each, _(each.label)) for each in ActivityStatus]),
                      DateField(self.first, desk, Activity.first_on, casework.CHANGED, casework.first_on),
                      DateField(self.until, desk, Activity.until, casework.CHANGED, casework.until)):
            bound.show_row(activity)
        # Signals
        self._understood = activity.when_words
        said.left.connect(self._on_said)
        self.who.activated.connect(self._on_who)
        for objective, box in self.objectives.items():
            box.clicked.connect(partial(self._on_objective, objective))
        desk.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """As it is now."""
        activity = self._activity
        if not activity.exists:
            return
        chosen = activity.objectives
        for objective, box in self.objectives.items():
            box.setChecked(objective in chosen)
        done = activity.times_done[::-1]
        self.times_label.setVisible(bool(done))
        self.times.show_rows(done)
        self._show_people()

    def _show_people(self) -> None:
        """Those of the frame, and who stands there although they have left it."""
        people = people_of(self._desk.case)
        held = self._desk.case.get(FramePerson, self._activity.person_id)
        if held is not None and held not in people:
            people.append(held)
        self.who.clear()
        self.who.addItem(_("Nobody of the frame"), None)
        for each in people:
            self.who.addItem(f"{who_is(each)} ({_(each.role.label)})", each.id)
        self.who.setCurrentIndex(max(0, self.who.findData(self._activity.person_id)))

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (Activity, ActivityObjective, ActivityDone, FramePerson)):
            self.refresh()

    def _on_said(self) -> None:
        """How often it comes back is understood from the words when they are left; it can be chosen otherwise."""
        if self._activity.exists and self._activity.when_words != self._understood:
            self._understood = self._activity.when_words
            self._desk.do(casework.understand, self._activity)

    def _on_who(self, index: int) -> None:
        if self._activity.exists:
            self._desk.do(casework.done_by, self._activity, self._desk.case.get(FramePerson, self.who.itemData(index)))

    def _on_objective(self, objective: Objective) -> None:
        if self._activity.exists:
            self._desk.do(casework.serves, self._activity, objective, self.objectives[objective].isChecked())


class TimeRow(QWidget):
    """One time it was due, what became of it, and a word about it."""

    def __init__(self, desk: Desk, done: ActivityDone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._done = desk, done
        self.said, self.note = plain_label("", "small", self), QLineEdit(self)
        self.note.setPlaceholderText(_("A word about it"))
        self.again = button(_("It is still to be done"), "undo", "quiet", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.said)
        row.addWidget(self.note, 1)
        row.addWidget(self.again)
        TextField(self.note, desk, ActivityDone.note, casework.CHANGED).show_row(done)
        self.again.clicked.connect(self._on_again)
        today = desk.opened.today()
        words = f"{day(done.due_on, today)}: {what_became(done, today)}"
        self.said.setText(words)
        self.note.setAccessibleName(_("A word about {what}").format(what=words))
        self.again.setAccessibleName(f"{words}. {self.again.text()}")

    def _on_again(self) -> None:
        activity = self._desk.case.get(Activity, self._done.activity_id) if self._done.exists else None
        if activity is not None:
            self._desk.do(casework.not_settled, activity, self._done)
