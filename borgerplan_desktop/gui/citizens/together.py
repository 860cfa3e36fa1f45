"""How we work together: place, interpreter, lay representative, involvement. Each one is asked and kept."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from borgerplan_desktop.gui.desk import Desk
from borgerplan_desktop.gui.form import load_form
from borgerplan_desktop.gui.widgets.fields import ChoiceField, TextField
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import breakable
from borgerplan_desktop.i18n import N_, _, listed
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import (
    Answer,
    Channel,
    Citizen,
    Cooperation,
    LayRepresentative,
    lay_representatives,
)


class Together(QDialog):
    title_label: QLabel
    place_label: QLabel
    place_field: GrowingTextEdit
    channel_field: QComboBox
    interpreter_field: QComboBox
    interpreter_box: QWidget
    language_field: QLineEdit
    booking_field: QLineEdit
    lay_field: QComboBox
    lay_names: QLabel
    lay_how_field: GrowingTextEdit
    involvement_field: GrowingTextEdit
    may_know_field: GrowingTextEdit
    stuck_field: GrowingTextEdit
    close_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row = desk.case.the(Cooperation)
        self._fields: list[TextField | ChoiceField] = []
        load_form(self, "together")
        self.setWindowTitle("Borgerplan")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        self.close_button.clicked.connect(self.accept)
        desk.changed.connect(self._on_changed)
        desk.leave.connect(self.reject)
        self._refresh()

    def done(self, result: int) -> None:
        """Half typed words are stored before the dialog goes."""
        self._desk.settle.emit()
        super().done(result)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Cooperation):
            self._refresh()

    def _refresh(self) -> None:
        self.interpreter_box.setVisible(self._row.interpreter is Answer.YES)
        names = [m.contact.name for m in lay_representatives(self._desk.case, self._desk.opened.today())]
        self.lay_names.setText(_("Chosen on the network map: {names}.").format(names=breakable(listed(names))) if names
                               else _("Choose the person on the network map."))
