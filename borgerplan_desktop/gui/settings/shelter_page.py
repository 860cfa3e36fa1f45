"""Settings: the shelter's name, address and phone, and how soon screens lock. Stored when a field is left."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.staff import (
    LEAST_MINUTES,
    MOST_MEETING_MINUTES,
    MOST_MINUTES,
    Facts,
    edit_shelter,
    facts,
)
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.settings.logo_field import LogoField
from borgerplan_desktop.gui.settings.stored_page import StoredPage
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.prose import no_prose
from borgerplan_desktop.i18n import _


class ShelterPage(StoredPage):
    form = "shelter_page"

    column: QVBoxLayout
    off_group: QVBoxLayout
    name_field: QLineEdit
    address_field: GrowingTextEdit
    phone_field: QLineEdit
    email_field: QLineEdit
    off_field: GrowingTextEdit
    minutes_field: QSpinBox
    meeting_field: QSpinBox

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(archive, parent)
        for field in (self.name_field, self.phone_field, self.email_field):
            field.setMaxLength(LONGEST_LINE)
            field.editingFinished.connect(self.store)
        no_prose(self.address_field).set_lines(2, 4)
        self.off_field.set_lines(1, 3)
        self._name_example()
        self.store_when_left(self.address_field, self.off_field)
        self.minutes_field.setRange(LEAST_MINUTES, MOST_MINUTES)
        self.meeting_field.setRange(LEAST_MINUTES, MOST_MEETING_MINUTES)
        self.logo = LogoField(archive, self)
        self.column.insertWidget(self.column.indexOf(self.off_group) + 1, self.logo)
        for minutes in (self.minutes_field, self.meeting_field):
            minutes.lineEdit().setTextMargins(px(9), 0, 0, 0)           # the style sheet does not reach it
        self.show_stored()
        self.minutes_field.valueChanged.connect(self.store)
        self.meeting_field.valueChanged.connect(self.store)

    def stop(self) -> None:
        """The dialog goes: what is typed is stored."""
        self.store()
        self.logo.stop()

    def wanted(self) -> Facts:
        return Facts(self.name_field.text(), self.address_field.toPlainText(), self.phone_field.text(),
                     self.email_field.text(), self.minutes_field.value(), self.meeting_field.value(),
                     self.off_field.toPlainText())

    def stored(self) -> Facts:
        return facts(self._archive)

    def write(self, wanted: Facts) -> None:
        edit_shelter(self._archive, wanted)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "off_field"):
            self._name_example()

    def _name_example(self) -> None:
        self.off_field.setPlaceholderText(_("For example: the night watch, 12 34 56 78"))

    def show_stored(self) -> None:
        now = self.stored()
        self.name_field.setText(now.name)
        self.address_field.setPlainText(now.address)
        self.phone_field.setText(now.phone)
        self.email_field.setText(now.email)
        self.off_field.setPlainText(now.call_when_off)
        for minutes, stored in ((self.minutes_field, now.lock_minutes), (self.meeting_field, now.meeting_lock_minutes)):
            with QSignalBlocker(minutes):                # else the one still unread is stored
                minutes.setValue(stored)
