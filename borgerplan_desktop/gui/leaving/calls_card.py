"""The calls of after-care: the next one to make, those planned, and how the others went."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from borgerplan_desktop.casework.leaving import after_care as casework
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.showing.contact_words import not_reached_words
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card, line
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.show_more import ShowMore
from borgerplan_desktop.i18n import _, day, due, near, weekday
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.leaving import AfterCare, AfterCareCall
from borgerplan_desktop.phone_number import phone_number

PLANNED, MADE = 3, 5                                     # shown until somebody asks for more


class CallsCard(Card):
    def __init__(self, desk: Desk, care: AfterCare, parent: QWidget | None = None) -> None:
        super().__init__(_("Calls"), "phone", parent)
        self._desk, self._care = desk, care
        self.add_button = self.add_action(_("Add a call"), "plus")
        self.next_label = plain_label("", "bold", self, wrap=True)
        self.words = GrowingTextEdit("", 2, 6, self)
        self.words.setPlaceholderText(_("How is it going? What did we agree on?"))
        self.words.setAccessibleName(_("How the call went"))
        self.reached_button = button(_("We talked"), "check", "primary", self)
        self.not_reached_button = button(_("No answer"), "phone", "", self)
        self.again_label = plain_label(_("No answer: we call again the next working day."), "small", self, wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.reached_button)
        row.addWidget(self.not_reached_button)
        row.addWidget(self.again_label, 1)
        self.planned: RowColumn[AfterCareCall, PlannedCall] = RowColumn(
            partial(PlannedCall, desk, parent=self), 4, self)
        self.more_planned = ShowMore(PLANNED, self)
        self.made_line = line(self)
        self.made: RowColumn[AfterCareCall, MadeCall] = RowColumn(partial(MadeCall, desk, parent=self), 4, self)
        self.more_made = ShowMore(MADE, self)
        for each in (self.next_label, self.words):
            self.body.addWidget(each)
        self.body.addLayout(row)
        for each in (self.planned, self.more_planned, self.made_line, self.made, self.more_made):
            self.body.addWidget(each)
        self._words = TextField(self.words, desk, AfterCareCall.words, casework.CALLED)
        # Signals
        self.add_button.clicked.connect(self._on_add)
        self.reached_button.clicked.connect(self._on_reached)
        self.not_reached_button.clicked.connect(self._on_not_reached)
        self.more_planned.wanted.connect(self.refresh)
        self.more_made.wanted.connect(self.refresh)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def show_call(self, call: AfterCareCall) -> None:
        """Come to a call."""
        planned, made = casework.planned_and_made(self._desk.case, self._care)
        for rows, more in ((planned, self.more_planned), (made, self.more_made)):
            if call in rows:
                more.reach(rows.index(call))
        self.refresh()
        if call is self._care.next_call:
            self.words.setFocus()
        elif (ahead := self.planned.widget(call)) is not None:
            ahead.on.setFocus()
        elif (been := self.made.widget(call)) is not None:
            been.setFocus()

    def _on_add(self) -> None:
        made = self._desk.made(casework.add_call, self._care)
        if made is not None and (row := self.planned.widget(made)) is not None:
            row.on.setFocus()

    def _on_reached(self) -> None:
        self._note(True)

    def _on_not_reached(self) -> None:
        self._note(False)

    def _note(self, reached: bool) -> None:
        self._desk.settle.emit()                         # what was typed belongs to this call
        call = self._care.next_call
        if call is not None:
            self._desk.do(casework.note_call, call, reached)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(AfterCareCall) or changes.touches(AfterCare) or changes.touches(Citizen):
            self.refresh()

    def refresh(self) -> None:
        """As it stands now."""
        if not self._care.exists:
            return
        today, open_ = self._desk.opened.today(), self._care.ended_on is None
        planned, made = casework.planned_and_made(self._desk.case, self._care)
        first = planned[0] if planned and open_ else None
        self._words.show_row(first)
        for each in (self.words, self.reached_button, self.not_reached_button, self.again_label):
            each.setVisible(first is not None)
        self.add_button.setVisible(open_)
        phone = self._desk.case.the(Citizen).phone
        if first is not None:
            when = due(first.planned_on, today) if first.planned_on < today else near(first.planned_on, today)
            text = _("Next call: {when}.").format(when=when.rstrip("."))
            if phone.strip():
                text += " " + _("Tel. {phone}").format(phone=phone_number(phone))
        else:
            text = _("No call is planned.") if open_ else ""
        say(self.next_label, text)
        ahead = planned if open_ else []
        self.planned.show_rows(ahead[:self.more_planned.most])
        self.more_planned.show_of(len(ahead))
        self.made.show_rows(made[:self.more_made.most])
        self.more_made.show_of(len(made))
        self.made_line.setVisible(bool(made))


class PlannedCall(QWidget):
    """A call ahead: its day, which can be another, and away with it."""

    def __init__(self, desk: Desk, call: AfterCareCall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._call = desk, call
        self.on = DateEdit(parent=self)
        self.on.look(Toward.AHEAD)
        self.day_label = plain_label("", "muted", self)
        self.gone = icon_button("close", _("Remove the call"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.on)
        row.addWidget(self.day_label, 1)
        row.addWidget(self.gone)
        DateField(self.on, desk, AfterCareCall.planned_on, casework.WROTE, casework.move_call).show_row(call)
        self.gone.clicked.connect(self._on_gone)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_gone(self) -> None:
        self._desk.do(casework.remove_call, self._call)

    def _on_changed(self, changes: Changes) -> None:
        if self._call.exists and changes.touches(self._call):
            self._refresh()

    def _refresh(self) -> None:
        words = day(self._call.planned_on, self._desk.opened.today())
        self.on.set_name(_("Call {day}").format(day=words))
        self.gone.setAccessibleName(_("Remove the call {day}").format(day=words))
        self.day_label.setText(weekday(self._call.planned_on))


class MadeCall(QWidget):
    """A call that was made, and how it went."""

    def __init__(self, desk: Desk, call: AfterCareCall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._call = desk, call
        self.words = plain_label("", "", self, wrap=True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)   # where one comes to from a search
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if self._call.exists and changes.touches(self._call):
            self._refresh()

    def _refresh(self) -> None:
        call = self._call
        if call.called_on is not None:
            parts = (day(call.called_on, self._desk.opened.today()), _("We talked") if call.reached
                     else not_reached_words(self._desk.case.the(Citizen).first_name), call.words)
            self.words.setText(" · ".join(part for part in parts if part.strip()))
            self.setAccessibleName(self.words.words())
