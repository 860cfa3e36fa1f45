"""Facts about the citizen: name, room, how they are reached. What only staff may see is closed by default."""
from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course.citizen_facts import change_birth, change_cpr, see_cpr
from borgerplan_desktop.casework.intake.municipality import as_the_facts_say
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.citizens.reads_best import ReadsBest
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.gui.widgets.latin_name import LatinName
from borgerplan_desktop.gui.widgets.phone_notice import PhoneNotice
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Stay, current_stay
from borgerplan_desktop.model.cpr import check_cpr, masked, worth_a_look, written
from borgerplan_desktop.model.shelter import StaffMember


class CitizenFacts(CaseDialog):
    form = "citizen_facts"

    name_field: QLineEdit
    latin_field: LatinName
    called_field: QLineEdit
    room_field: QLineEdit
    contact_field: QComboBox
    phone_field: QLineEdit
    email_field: QLineEdit
    birth_field: DateEdit
    cpr_field: QLineEdit
    cpr_button: QPushButton
    cpr_trouble: QLabel
    cpr_notice: QLabel
    municipality_field: QLineEdit
    home_field: QLineEdit
    facts_scroll_column: QVBoxLayout
    protected_box: QCheckBox
    anonymous_box: QCheckBox
    why_label: QLabel
    why_field: QLineEdit
    staff_button: QPushButton
    staff_field: GrowingTextEdit
    close_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._citizen = desk.case.the(Citizen)
        self._fields: list[TextField | DateField | ChoiceField] = []
        self.birth_field.look(Toward.BACK)
        self.birth_field.set_name(_("Date of birth"))
        self.staff_field.set_lines(3, 10)
        self._bind()
        self.protected_box.setChecked(self._citizen.protected_address)
        self.anonymous_box.setChecked(self._citizen.anonymous)
        self.reads_best = ReadsBest(desk, self)
        column = self.facts_scroll_column
        column.insertWidget(column.indexOf(self.protected_box), self.reads_best)
        self.reads_best.take_keyboard_between(self.home_field, self.protected_box)
        self.staff_field.hide()
        self.say_refusal("cpr", self.cpr_trouble)
        self.cpr_notice.hide()
        self._hide_cpr()
        self.latin_field.follow(self.name_field)
        PhoneNotice(self.phone_field)
        # Signals
        self.protected_box.toggled.connect(self._on_protected)
        self.anonymous_box.toggled.connect(self._on_anonymous)
        self.staff_button.toggled.connect(self.staff_field.setVisible)
        self.cpr_button.clicked.connect(self._on_show_cpr)
        self.cpr_field.editingFinished.connect(self._on_cpr)
        self.close_button.clicked.connect(self.accept)

    def done(self, result: int) -> None:
        """Half typed words are stored before the dialog goes; it stays while something cannot be stored."""
        self._desk.settle.emit()
        for field in (self.birth_field.field, self.cpr_field):
            field.editingFinished.emit()                 # Escape leaves no field
        wrong = self.birth_field if self.birth_field.is_in_trouble() else \
            self.cpr_field if not self.cpr_trouble.isHidden() else None
        if wrong is not None:
            wrong.setFocus()
        else:
            self._desk.do(as_the_facts_say)
            super().done(result)

    def _on_leave(self) -> None:
        super().done(self.DialogCode.Rejected)

    def _bind(self) -> None:
        desk, citizen = self._desk, self._citizen
        for edit, field, name in (
            (self.name_field, Citizen.name, N_("Edit the name")),
            (self.latin_field.edit, Citizen.latin_name, N_("Edit the name")),
            (self.called_field, Citizen.called, N_("Edit the name")),
            (self.phone_field, Citizen.phone, N_("Edit the phone number")),
            (self.email_field, Citizen.email, N_("Edit the e-mail address")),
            (self.municipality_field, Citizen.acting_municipality, N_("Edit the municipality")),
            (self.home_field, Citizen.home_municipality, N_("Edit the municipality")),
            (self.why_field, Citizen.no_number_why, N_("Write why there is no number")),
            (self.staff_field, Citizen.staff_only, N_("Edit what only staff see")),
        ):
            bound = TextField(edit, desk, field, name)
            bound.show_row(citizen)
            self._fields.append(bound)
        room = TextField(self.room_field, desk, Stay.room, N_("Edit the room"))
        room.show_row(current_stay(desk.case))
        birth = DateField(self.birth_field, desk, Citizen.birth_date, N_("Edit the date of birth"),
                          change_birth)
        birth.show_row(citizen)
        staff = desk.opened.shelter.case.all(StaffMember) if desk.opened.shelter is not None else []
        contact = ChoiceField(self.contact_field, desk, Citizen.contact_person_id, N_("Choose the contact person"),
                              [(member.id, member.name) for member in staff if not member.retired])
        contact.show_row(citizen)
        self._fields += [room, birth, contact]

    # ------------------------------------------------------------------ the CPR number: masked until asked for
    def _hide_cpr(self) -> None:
        number = self._citizen.cpr or self._citizen.ecpr
        known = bool(number)
        self.cpr_field.setText(masked(number))
        self.cpr_field.setReadOnly(known)
        self.cpr_button.setVisible(known)
        for part in (self.why_label, self.why_field):    # asked only while there is none
            part.setVisible(not known)

    def _on_show_cpr(self) -> None:
        if (number := self._desk.made(see_cpr)) is not None:
            self.cpr_field.setText(written(number))
            self.cpr_field.setReadOnly(False)
            self.cpr_button.hide()
            self.cpr_field.setFocus()

    def _on_cpr(self) -> None:
        if self.cpr_field.isReadOnly():
            return
        say(self.cpr_trouble, "")
        checked = check_cpr(self.cpr_field.text())
        self._desk.do(change_cpr, self.cpr_field.text())
        say(self.cpr_notice, worth_a_look(checked, self._citizen.birth_date))

    def _on_protected(self, on: bool) -> None:
        self._desk.do(write, self._citizen, Citizen.protected_address, on, N_("Set protected address"))

    def _on_anonymous(self, on: bool) -> None:
        self._desk.do(write, self._citizen, Citizen.anonymous, on, N_("Set anonymous"))
