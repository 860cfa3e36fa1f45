"""The citizen's next appointments, to add and change; of those that have been, whether they took place."""
from __future__ import annotations

from datetime import time
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.contacts import appointments as casework
from borgerplan_desktop.casework.contacts.missed import appointment_kept, appointment_missed
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.editing.unsaved_input import UnsavedLine
from borgerplan_desktop.gui.showing.contact_words import when
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.show_more import ShowMore
from borgerplan_desktop.gui.widgets.time_edit import TimeEdit, parse_time
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.network import NetworkMember

FEW = 4                                                  # of those that have been


class AppointmentsCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Appointments"), "calendar", parent)
        self._desk, self._adding = desk, False
        self.empty = plain_label("", "muted", self, wrap=True)
        self.ahead: RowColumn[Appointment, AppointmentRow] = RowColumn(partial(AppointmentRow, desk), 8, self)
        self.been_label = plain_label(_("Have been"), "smallbold", self)
        self.been: RowColumn[Appointment, PastRow] = RowColumn(partial(PastRow, desk), 2, self)
        self.more = ShowMore(FEW, self)
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(_("e.g. Dentist"))
        self.text.setAccessibleName(_("New appointment"))
        UnsavedLine(self.text, desk, "appointment")
        self.on_field = DateEdit(desk.opened.today, self)
        self.on_field.look(Toward.AHEAD)
        self.on_field.set_name(_("Day"))
        self.at_field = TimeEdit(self)
        self.at_field.set_name(_("Time"))
        self.add = button(_("Add appointment"), "plus", "", self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        row = QHBoxLayout()
        row.addWidget(self.on_field, 1)
        row.addWidget(self.at_field)
        for widget in (self.empty, self.ahead, self.text):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        for widget in (self.add, self.trouble, self.been_label, self.been, self.more):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        # Signals
        self.add.clicked.connect(self._on_add)
        self.text.returnPressed.connect(self._on_add)
        self.more.wanted.connect(self.refresh)
        desk.refused.connect(self._on_refused)

    def refresh(self) -> None:
        """Show the appointments as they are now."""
        case, today = self._desk.case, self._desk.opened.today()
        ahead, been = casework.ahead(case, today), casework.been(case, today)
        self.ahead.show_rows(ahead)
        self.been.show_rows(been[:self.more.most])
        self.been_label.setVisible(bool(been))
        self.more.show_of(len(been))
        say(self.empty, "" if ahead else _("No appointments ahead. What is {name} to remember?").format(
            name=case.the(Citizen).first_name))

    def show_row(self, row_id: str) -> bool:
        """Bring an appointment into sight; whether it is here."""
        row = self._desk.case.get(Appointment, row_id)
        if row is None:
            return False
        been = casework.been(self._desk.case, self._desk.opened.today())
        if row in been:
            self.more.reach(been.index(row))
        self.refresh()
        if (ahead := self.ahead.widget(row)) is not None:
            ahead.text.setFocus()
        elif (past := self.been.widget(row)) is not None:
            past.kept.setFocus()
        return True

    def _on_add(self) -> None:
        self.trouble.hide()
        if self.on_field.is_in_trouble() or not self.at_field.message.isHidden():
            return
        self._adding = True
        made = self._desk.made(casework.add_appointment, self.text.text(), self.on_field.date(), self.at_field.time())
        self._adding = False
        if made is not None:
            self.text.clear()
            self.on_field.setDate(None)
            self.at_field.setTime(None)
            if (row := self.ahead.widget(made)) is not None:
                row.place.setFocus()

    def _on_refused(self, sentence: str, field: str) -> None:
        if self._adding:
            say(self.trouble, sentence)
            self._desk.said()
            (self.on_field if field == "on" else self.text).setFocus()


class AppointmentRow(Card):
    """One that is ahead: what, when, where and with whom."""

    def __init__(self, desk: Desk, appointment: Appointment, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, role="flat")
        self._desk, self._appointment = desk, appointment
        self.body.setContentsMargins(12, 8, 12, 10)
        self.text, self.place = QLineEdit(self), QLineEdit(self)
        self.text.setAccessibleName(_("What it is"))
        self.place.setPlaceholderText(_("e.g. Havnegade 18"))
        self.on_field, self.at_field = DateEdit(desk.opened.today, self), TimeEdit(self)
        self.on_field.look(Toward.AHEAD)
        self.who = ChoosePerson(desk, _("With whom"), _("Nobody in particular"), self)
        self.kept = button(_("Took place"), "check", "ghost", self)
        self.gone = icon_button("close", _("Remove appointment"), self)
        top = QHBoxLayout()
        top.addWidget(self.text, 1)
        top.addWidget(self.kept)
        top.addWidget(self.gone)
        grid = FieldGrid(170, 2, self)
        for name, field in ((_("Day"), self.on_field), (_("Time"), self.at_field), (_("Where"), self.place),
                            (_("With whom"), self.who)):
            grid.add_named(name, field)
        self.at_field.set_name(_("Time"))
        self.body.addLayout(top)
        self.body.addWidget(grid)
        for bound in (TextField(self.text, desk, Appointment.text, casework.CHANGED),
                      TextField(self.place, desk, Appointment.place_text, casework.CHANGED),
                      DateField(self.on_field, desk, Appointment.on, casework.CHANGED, casework.move_appointment)):
            bound.show_row(appointment)
        # Signals
        self.at_field.timeEntered.connect(self._on_time)
        self.who.chosen.connect(self._on_who)
        self.kept.clicked.connect(self._on_kept)
        self.gone.clicked.connect(self._on_gone)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        each = self._appointment
        if each.exists:
            self.at_field.show_time(parse_time(each.at))
            self.who.show_person(each.member)
            self.kept.setVisible(each.on == self._desk.opened.today())
            self.gone.setAccessibleName(_("Remove: {what}").format(what=each.text))
            self.setAccessibleName(each.text)

    def _on_time(self, at: time | None) -> None:
        if self._appointment.exists:
            self._desk.do(casework.set_hour, self._appointment, at)

    def _on_who(self, member: NetworkMember | None) -> None:
        if self._appointment.exists:
            self._desk.do(casework.with_whom, self._appointment, member)

    def _on_kept(self) -> None:
        self._desk.settle.emit()
        self._desk.do(appointment_kept, self._appointment)

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.remove_appointment, self._appointment)


class PastRow(QFrame):
    """One that has been: held, or did not come, which begins our path."""

    def __init__(self, desk: Desk, appointment: Appointment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._appointment = desk, appointment
        self.setProperty("role", "ruled")
        self.words = plain_label("", "", self, wrap=True)
        self.state = Pill(parent=self)
        self.kept = button(_("Held"), "check", "ghost", self)
        self.missed = button(_("Did not come"), "", "ghost", self)
        buttons = QHBoxLayout()
        for widget in (self.state, self.kept, self.missed):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.kept.clicked.connect(self._on_kept)
        self.missed.clicked.connect(self._on_missed)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        each = self._appointment
        if not each.exists:
            return
        said = " · ".join(part for part in (when(each.on, self._desk.opened.today()), each.text) if part)
        self.words.setText(said[:1].upper() + said[1:])
        self.state.setVisible(each.kept is not None)
        self.state.say(_("Held") if each.kept else _("Did not come"), "good" if each.kept else "line")
        self.kept.setVisible(not each.kept)
        self.missed.setVisible(each.kept is None)
        self.kept.setAccessibleName(f"{_('Held')}, {said}")
        self.missed.setAccessibleName(f"{_('Did not come')}, {said}")

    def _on_kept(self) -> None:
        self._desk.do(appointment_kept, self._appointment)

    def _on_missed(self) -> None:
        made = self._desk.made(appointment_missed, self._appointment)
        if made is not None:
            self._desk.go.emit("overview", f"contacts:{made.id}")
