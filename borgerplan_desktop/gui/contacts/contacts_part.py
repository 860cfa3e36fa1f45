"""Contacts: the line of them, the next appointments, and how we get in touch again with who did not come."""
from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.contacts.appointments_card import AppointmentsCard
from borgerplan_desktop.gui.contacts.missed_card import MissedCard
from borgerplan_desktop.gui.contacts.quick_contact import QuickContact
from borgerplan_desktop.gui.contacts.standing_card import StandingCard
from borgerplan_desktop.gui.contacts.timeline_card import TimelineCard
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.contact_note import ContactNote, MissedAppointment, ReachTry
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.meeting import Meeting, Participant
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.standing_appointment import StandingAppointment

SHOWN = (ContactNote, MissedAppointment, ReachTry, Appointment, StandingAppointment, Meeting, Participant,
         NetworkMember)

STANDING = "standing"                                    # to where one is added


class ContactsPart(Tab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page = PageScroll(_("Contacts"), self)
        self.timeline = TimelineCard(desk, self)
        self.missed = MissedCard(desk, self)
        self.appointments = AppointmentsCard(desk, self)
        self.standing_card = StandingCard(desk, self)
        at_left, beside = QWidget(self), QWidget(self)
        log, column = QVBoxLayout(at_left), QVBoxLayout(beside)
        log.setContentsMargins(0, 0, 0, 0)
        log.addWidget(self.timeline)
        log.addStretch(1)                                # many appointments make no empty card beside them
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.missed)
        column.addWidget(self.appointments)
        column.addWidget(self.standing_card, 1)
        self.columns = SideBySide(760, parent=self)
        self.columns.add(at_left, 54)
        self.columns.add(beside, 46)
        self.page.body.addWidget(self.columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        # Signals
        self.timeline.note_button.clicked.connect(self.note_contact)
        desk.changed.connect(self._on_changed)
        # Initial update
        self.refresh()

    def refresh(self) -> None:
        for card in self._cards():
            card.refresh()

    def _cards(self) -> tuple[MissedCard, AppointmentsCard, StandingCard, TimelineCard]:
        return self.missed, self.appointments, self.standing_card, self.timeline

    def show_row(self, row_id: str) -> None:
        """Bring a contact, an appointment or the path after one that was missed to the front."""
        tried = self._desk.case.get(ReachTry, row_id)
        if tried is not None:
            row_id = tried.missed_id
        if row_id == "new":
            self.note_contact()
        elif row_id == STANDING:
            self.standing_card.text.setFocus()
            self.page.ensureWidgetVisible(self.standing_card.text)
        elif any(card.show_row(row_id) for card in self._cards()):
            focused = keyboard_in(self)
            if focused is not None:
                self.page.ensureWidgetVisible(focused)

    def note_contact(self) -> QuickContact:
        """Note one now."""
        self._desk.settle.emit()
        self.timeline.to_newest()                        # there it will stand
        dialog = QuickContact(self._desk, self.window())
        dialog.open()
        return dialog

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in SHOWN):
            self.refresh()
