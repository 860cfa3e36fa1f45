"""How we work together: place, interpreter, lay representative, involvement. Each one is asked and kept."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.people import (
    end_lay_representative,
    lay_representation,
    make_lay_representative,
)
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, TextField
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import ElidedLabel, breakable
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Answer, Channel, Citizen, Cooperation, LayRepresentative
from borgerplan_desktop.model.network import NetworkMember, Representation, lay_representatives


class CooperationDialog(CaseDialog):
    form = "cooperation"

    title_label: QLabel
    place_label: QLabel
    place_field: GrowingTextEdit
    channel_field: QComboBox
    interpreter_field: QComboBox
    interpreter_box: QWidget
    language_field: QLineEdit
    booking_field: QLineEdit
    lay_field: QComboBox
    lay_box: QWidget
    lay_column: QVBoxLayout
    lay_how_field: GrowingTextEdit
    involvement_field: GrowingTextEdit
    may_know_field: GrowingTextEdit
    stuck_field: GrowingTextEdit
    close_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._row = desk.case.the(Cooperation)
        self._fields: list[TextField | ChoiceField] = []
        name = desk.case.the(Citizen).first_name
        self.place_label.setText(_("Where would {name} like to meet? Ask each time.").format(name=breakable(name)))
        for edit, field, action in (
            (self.place_field, Cooperation.meeting_place, N_("Edit the meeting place")),
            (self.language_field, Cooperation.interpreter_language, N_("Edit the interpreter")),
            (self.booking_field, Cooperation.interpreter_booking, N_("Edit the interpreter")),
            (self.lay_how_field, Cooperation.lay_representative_how, N_("Edit the lay representative")),
            (self.involvement_field, Cooperation.involvement, N_("Edit how the citizen is involved")),
            (self.may_know_field, Cooperation.may_know, N_("Edit who may know what")),
            (self.stuck_field, Cooperation.if_stuck, N_("Edit what happens if things stall")),
        ):
            self._fields.append(TextField(edit, desk, field, action))
        for combo, field, action, choices in (
            (self.channel_field, Cooperation.channel, N_("Choose the channel"), Channel),
            (self.interpreter_field, Cooperation.interpreter, N_("Answer about the interpreter"), Answer),
            (self.lay_field, Cooperation.lay_representative, N_("Answer about the lay representative"),
             LayRepresentative),
        ):
            self._fields.append(ChoiceField(combo, desk, field, action, [(each, _(each.label)) for each in choices]))
        for bound in self._fields:
            bound.show_row(self._row)
        self.lay_people: RowColumn[Representation, LayPerson] = RowColumn(
            partial(LayPerson, desk, parent=self.lay_box), 4, self.lay_box)
        self.lay_who = ChoosePerson(desk, _("Who is lay representative?"), _("Choose who it is"), self.lay_box)
        self.lay_column.addWidget(self.lay_people)
        self.lay_column.addWidget(self.lay_who)
        self.lay_who.chosen.connect(self._on_lay_person)
        self.close_button.clicked.connect(self.accept)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def show_row(self, row_id: str) -> None:
        """Come here to answer about the "interpreter" or the "lay" representative: at what is still open of it."""
        if row_id == "interpreter":
            (self.language_field if self._row.interpreter is Answer.YES else self.interpreter_field).setFocus()
        elif row_id == "lay":
            (self.lay_field if self.lay_box.isHidden() else self.lay_who).setFocus()

    def done(self, result: int) -> None:
        """Half typed words are stored before the dialog goes."""
        self._desk.settle.emit()
        super().done(result)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Cooperation) or changes.touches(Representation) or changes.touches(NetworkMember):
            self._refresh()

    def _refresh(self) -> None:
        self.interpreter_box.setVisible(self._row.interpreter is Answer.YES)
        today = self._desk.opened.today()
        beside = [r for m in lay_representatives(self._desk.case, today)
                  if (r := lay_representation(self._desk.opened, m)) is not None]
        self.lay_people.show_rows(beside)
        for line in self.lay_people.widgets():
            line.refresh()
        self.lay_who.show_person(None)
        self.lay_box.setVisible(bool(beside) or self._row.lay_representative is LayRepresentative.HAS)

    def _on_lay_person(self, member: NetworkMember | None) -> None:
        if member is not None:
            self._desk.do(make_lay_representative, member)


class LayPerson(QWidget):
    """Somebody who comes with the citizen, and that they no longer do."""

    def __init__(self, desk: Desk, representation: Representation, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._representation = desk, representation
        self._name = ElidedLabel("", self)
        self.gone = icon_button("close", _("No longer lay representative"), self)
        self.gone.setAutoDefault(False)
        self.gone.clicked.connect(self._on_gone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconView("lay_rep", "accent", 18, parent=self))
        row.addWidget(self._name, 1)
        row.addWidget(self.gone)
        self.setFocusProxy(self.gone)
        self.refresh()

    def refresh(self) -> None:
        member = self._representation.member if self._representation.exists else None
        if member is not None:
            contact = member.contact
            self._name.setText(", ".join(part for part in (contact.name, member.described) if part))

    def _on_gone(self) -> None:
        if self._representation.exists and (member := self._representation.member) is not None:
            self._desk.do(end_lay_representative, member)
