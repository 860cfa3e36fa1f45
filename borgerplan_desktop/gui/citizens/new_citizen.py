"""A citizen arrives: one short form, and only the name is needed."""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_facts import check_birth
from borgerplan_desktop.casework.intake.same_person import Because, who_may_it_be
from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.refused import LONGEST_LINE, Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.showing.alike_people import AlikePeople
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.gui.widgets.latin_name import LatinName
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.gui.widgets.phone_notice import PhoneNotice
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.cpr import check_cpr, worth_a_look

PAUSE_MS = 150                                           # until it is looked who it may be, while somebody types


class NewCitizen(Dialog):
    """`received(OpenCase)` when the citizen has a case; `known(case id, closed)` when it is somebody who has one."""

    form = "new_citizen"

    received = Signal(object)
    known = Signal(str, bool)

    name_field: QLineEdit
    latin_field: LatinName
    name_trouble: QLabel
    room_field: QLineEdit
    phone_field: QLineEdit
    first_field: DateEdit
    first_contact_on_trouble: QLabel
    birth_field: DateEdit
    cpr_field: QLineEdit
    cpr_trouble: QLabel
    cpr_notice: QLabel
    municipality_field: QLineEdit
    alike_label: QLabel
    alike_people: AlikePeople
    why_field: QLineEdit
    anonymous_box: QCheckBox
    anonymous_notice: QLabel
    protected_box: QCheckBox
    cancel_button: QPushButton
    receive_button: QPushButton

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._from_cpr: date | None = None               # the date of birth that the CPR number has filled in
        for date_edit in (self.first_field, self.birth_field):
            date_edit.set_clock(archive.today)
            date_edit.look(Toward.BACK)
        self.birth_field.field.setPlaceholderText(_("e.g. 3 March 1980"))
        self.first_field.set_name(_("First contact"))
        self.birth_field.set_name(_("Date of birth"))
        self.first_field.setDate(archive.today())
        self.name_field.setMaxLength(LONGEST_LINE)
        for label in (self.name_trouble, self.first_contact_on_trouble, self.cpr_trouble, self.cpr_notice,
                      self.alike_label, self.anonymous_notice):
            label.hide()
        self.receive_button.setDefault(True)
        self.latin_field.follow(self.name_field)
        PhoneNotice(self.phone_field)
        self.why_field.setMaxLength(LONGEST_LINE)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        # Signals
        self._pause.timeout.connect(self.look_who_it_may_be)
        for field in (self.name_field, self.cpr_field, self.birth_field.field):
            field.textChanged.connect(self._pause.start)
        self.alike_people.wanted.connect(self._on_known)
        self.anonymous_box.toggled.connect(self._on_anonymous)
        self.name_field.textChanged.connect(self.name_trouble.hide)
        self.cpr_field.textChanged.connect(self._ask_why)
        self.cpr_field.editingFinished.connect(self._on_cpr)
        self.birth_field.dateEntered.connect(self._on_birth)
        self.first_field.dateEntered.connect(self._on_first)
        self.cancel_button.clicked.connect(self.reject)
        self.receive_button.clicked.connect(self._on_receive)
        self.name_field.setFocus()

    def look_who_it_may_be(self) -> None:
        """Whoever is here already and may be the same person: said, never a hindrance."""
        self._pause.stop()
        try:
            found = who_may_it_be(self._archive, self.name_field.text(), self.cpr_field.text(), self.birth_field.date())
        except (Refused, StoreTrouble):                  # who may not see them, or cannot now, hears it when they store
            found = []
        sure = any(each.because in (Because.NUMBER, Because.NAME_AND_BIRTH) for each in found)
        say(self.alike_label, "" if not found else _("It seems to be somebody who is here already.") if sure else
            _("Is it one of these? Then open that one. If it is somebody else, just go on."))
        self.alike_people.show_people(found)

    def _on_known(self, case_id: str, closed: bool) -> None:
        self.reject()
        self.known.emit(case_id, closed)

    def _on_anonymous(self, on: bool) -> None:
        """No number is asked for, nor why there is none; and the name is no more than what they want to be called."""
        self.cpr_field.setEnabled(not on)
        self._ask_why()
        say(self.anonymous_notice, _("Write only what the citizen wants to be called. That name stands in the list and "
                                     "on every paper.") if on else "")

    def _ask_why(self) -> None:
        self.why_field.setEnabled(not self.anonymous_box.isChecked() and not self.cpr_field.text().strip())

    def _on_cpr(self) -> None:
        checked = check_cpr(self.cpr_field.text())
        trouble = checked.error or self._birth_trouble(checked.birth_date)
        say(self.cpr_trouble, trouble)
        born = None if trouble else checked.birth_date
        if not self.birth_field.text() or (self._from_cpr is not None and self.birth_field.date() == self._from_cpr):
            self.birth_field.setDate(born)
            self._from_cpr = born
        self._notice()

    def _notice(self) -> None:
        say(self.cpr_notice, "" if self.cpr_trouble.text() else
            worth_a_look(check_cpr(self.cpr_field.text()), self.birth_field.date()))

    def _on_birth(self, born: date | None) -> None:
        """Typed by hand: it stays so, whatever the CPR number says."""
        self._from_cpr = None
        self.birth_field.say(self._birth_trouble(born))
        self._notice()

    def _on_first(self, first: date | None) -> None:
        late = first is not None and first > self._archive.today()
        say(self.first_contact_on_trouble, _("The first contact cannot be after today.") if late else "")

    def _birth_trouble(self, born: date | None) -> str:
        try:
            check_birth(born, self._archive.today())
        except Refused as refusal:
            return refusal.message
        return ""

    def _on_receive(self) -> None:
        for label in (self.name_trouble, self.first_contact_on_trouble, self.cpr_trouble):
            label.hide()
        unclear = next((e for e in (self.first_field, self.birth_field) if not e.is_understood()), None)
        if unclear is not None:
            unclear.setFocus()
            return
        arrival = Arrival(
            self.name_field.text(), self.cpr_field.text(), self.birth_field.date(), self.room_field.text(),
            self.phone_field.text(), self.first_field.date(), self.municipality_field.text(),
            latin_name=self.latin_field.text(), anonymous=self.anonymous_box.isChecked(),
            no_number_why=self.why_field.text(), protected_address=self.protected_box.isChecked())
        try:
            opened = receive(self._archive, arrival)
        except Refused as refusal:
            if refusal.field == "birth":
                self.birth_field.say(refusal.message)
                self.birth_field.setFocus()
                return
            label = getattr(self, f"{refusal.field}_trouble", self.name_trouble)
            say(label, refusal.message)
            field = getattr(self, f"{refusal.field.removesuffix('_contact_on')}_field", self.name_field)
            field.setFocus()
        except StoreTrouble as trouble:
            tell(self, Message(*told(trouble)))
        else:
            self.accept()
            self.received.emit(opened)
