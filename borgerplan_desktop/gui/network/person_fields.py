"""What is written about a person; each field is stored where it is kept: with the citizen's case or in the register."""
from __future__ import annotations

import enum
from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from borgerplan_desktop.casework.network.people import involve_from, involve_until, set_tie
from borgerplan_desktop.casework.session.professionals import units
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.editing.frame_channels import offer_channels
from borgerplan_desktop.gui.network.reach_field import ReachField
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.latin_name import LatinName
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.gui.widgets.phone_notice import PhoneNotice
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.network import Being, ContactWish, MemberKind, NetworkMember, Reach, TieQuality
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Professional, StaffMember


class RecordKind(enum.Enum):
    """Where somebody's name and numbers are kept."""

    OWN = enum.auto()                                    # with the citizen's case only
    OWN_PROFESSIONAL = enum.auto()                       # … taken in from elsewhere, not in the register
    PROFESSIONAL = enum.auto()
    STAFF = enum.auto()


LEFT_OUT = {
    RecordKind.OWN: ("role", "organisation"),
    RecordKind.OWN_PROFESSIONAL: ("relation", "being"),
    RecordKind.PROFESSIONAL: ("relation", "being"),
    RecordKind.STAFF: ("name", "organisation", "relation", "being"),
}
OF_A_PERSON = ("wish", "wished_contact", "email", "involved_from", "involved_until")     # no dog has a mail address
OF_AN_ANIMAL = ("phone",)                                # nor this; a place may


def record_kind(member: NetworkMember) -> RecordKind:
    known = member.registered
    if known is not None:
        return RecordKind.PROFESSIONAL if isinstance(known, Professional) else RecordKind.STAFF
    return RecordKind.OWN_PROFESSIONAL if member.kind is MemberKind.PROFESSIONAL else RecordKind.OWN


class TieField(ChoiceField):
    """The tie to the citizen: the map as it was is kept before it changes."""

    def _write(self, value: Any) -> None:
        row = self._row
        if not isinstance(row, NetworkMember) or not row.exists or self._desk.do(set_tie, row, value) != "stored":
            self._refresh()


class PersonFields(QWidget):
    """The fields of one kind of person; `register` is the desk of the shelter's own case."""

    rows: QGridLayout
    name: QLineEdit
    latin: LatinName
    relation: QLineEdit
    role: QLineEdit
    organisation: QLineEdit
    being: QComboBox
    reach: QComboBox
    tie: QComboBox
    known_since: QLineEdit
    helps_with: QLineEdit
    helps_with_label: QLabel
    wish: QComboBox
    wished_contact: QLineEdit
    phone: QLineEdit
    email: QLineEdit
    involved_from: DateEdit
    involved_until: DateEdit
    note: GrowingTextEdit

    def __init__(self, record: RecordKind, desk: Desk, register: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self._record: Row | None = None
        self.coordinates: WrappedCheck | None = None     # only of those in the register
        load_form(self, "person_fields")
        self.rows.setColumnStretch(1, 1)
        PhoneNotice(self.phone)
        for left_out in LEFT_OUT[record]:
            self._widget(left_out).hide()
            self._widget(f"{left_out}_label").hide()
        self.involved_from.set_name(_("Involved from"))
        self.involved_until.set_name(_("Involved until"))
        self.note.set_lines(2, 8)
        for combo in (self.being, self.reach, self.tie, self.wish):
            calm_combo(combo)
        for edit in (self.involved_from, self.involved_until):
            edit.look(Toward.NEAREST)
        action = N_("Change person")
        mine = NetworkMember
        self._own: list[TextField | ChoiceField | DateField] = [
            TextField(self.helps_with, desk, mine.helps_with, action),
            TextField(self.known_since, desk, mine.known_since, action),
            TextField(self.wished_contact, desk, mine.wished_contact, action),
            TextField(self.note, desk, mine.note, action),
            ReachField(self.reach, desk),
            ChoiceField(self.being, desk, mine.being, action, [(b, _(b.label)) for b in Being]),
            ChoiceField(self.wish, desk, mine.wish, action,
                        [(None, _("Not said")), *((w, _(w.label)) for w in ContactWish)]),
            TieField(self.tie, desk, mine.tie, N_("Change tie"), [(q, _(q.label)) for q in TieQuality]),
            DateField(self.involved_from, desk, mine.involved_from, action, involve_from),
            DateField(self.involved_until, desk, mine.involved_until, action, involve_until)]
        self._record_fields: list[TextField] = []
        if record in (RecordKind.OWN, RecordKind.OWN_PROFESSIONAL):
            self.latin.follow(self.name)
            self._own += [TextField(edit, desk, column, action) for edit, column in (
                (self.name, mine.name), (self.latin.edit, mine.latin_name), (self.relation, mine.relation),
                (self.role, mine.role), (self.organisation, mine.organisation), (self.phone, mine.phone),
                (self.email, mine.email))]
            return
        self.coordinates = WrappedCheck(_("Can be coordinator"), self)
        self.coordinates.clicked.connect(self._on_coordinates)
        self.rows.addWidget(self.coordinates, self.rows.rowCount(), 1)
        register.changed.connect(self._on_register)
        self._own.append(TextField(self.role, desk, mine.role, action))
        theirs = Professional if record is RecordKind.PROFESSIONAL else StaffMember
        self._record_fields = [TextField(self.latin.edit, register, theirs.latin_name, action),
                               TextField(self.phone, register, theirs.phone, action),
                               TextField(self.email, register, theirs.email, action)]
        if record is RecordKind.PROFESSIONAL:
            offer_channels(self.phone, self.email, register.case)
            self.latin.follow(self.name)
            OfferedWords(self.organisation, [each.name for each in units(register.opened)],
                         _("Units in the register"), _("Choose from the register"),
                         _("The down key shows the units in the register. You may write another."))
            self._record_fields += [TextField(self.name, register, Professional.name, action),
                                    TextField(self.organisation, register, Professional.organisation, action)]

    def show_person(self, member: NetworkMember | None) -> None:
        """Show this person from now on; None stores what is half typed and lets go."""
        if member is not None and member.kind is MemberKind.PROFESSIONAL:
            self.role.setPlaceholderText(self._usual_role(member))
        self._look_at_name(member)
        self._fit_to(member)
        for field in self._own:
            field.show_row(member)
        record = self._record = member.registered if member is not None else None
        self._show_coordinates()
        for field in self._record_fields:
            field.show_row(record)

    def _fit_to(self, member: NetworkMember | None) -> None:
        """A dog has no phone, a place wishes nothing, and who is dead is not asked about more contact."""
        if member is None:
            return
        person, animal, dead = member.being is Being.PERSON, member.being is Being.ANIMAL, member.reach is Reach.DEAD
        for name in (*OF_A_PERSON, *OF_AN_ANIMAL):
            fits = person or (name in OF_AN_ANIMAL and not animal)
            fits = fits and (not dead or bool(getattr(member, name)))     # what was written before stays in sight
            self._widget(name).setVisible(fits)
            self._widget(f"{name}_label").setVisible(fits)
        self.helps_with_label.setText(_("Helped with") if dead else _("Helps with"))

    def _on_coordinates(self, yes: bool) -> None:
        """Put the person on the shelter's list of possible coordinators, or take them off it."""
        record = self._record
        if isinstance(record, Professional | StaffMember):
            self._register.do(write, record, type(record).may_coordinate, yes, N_("Changed who can be coordinator"))
        self._show_coordinates()

    def _on_register(self, changes: Changes) -> None:
        if changes.touches(Professional) or changes.touches(StaffMember):
            self._show_coordinates()

    def _show_coordinates(self) -> None:
        record = self._record
        if self.coordinates is not None and isinstance(record, Professional | StaffMember) and record.exists:
            self.coordinates.setChecked(record.may_coordinate)

    def _look_at_name(self, member: NetworkMember | None) -> None:
        """A colleague's name is typed elsewhere: how it is spelled on paper may be asked here all the same."""
        if member is not None and record_kind(member) is RecordKind.STAFF:
            self.latin.look_at(member.contact.name)

    def first(self) -> QWidget:
        """Where the keyboard goes when the card is opened."""
        return next(w for w in (self.name, self.role, self.relation, self.tie) if not w.isHidden())

    @staticmethod
    def _usual_role(member: NetworkMember) -> str:
        row = member.registered
        return row.role if isinstance(row, Professional) else row.title if isinstance(row, StaffMember) else ""

    def _widget(self, name: str) -> QWidget:
        found = self.findChild(QWidget, name)
        assert found is not None, name
        return found
