"""Another municipality acts: which one, since when, why, and whether they have said yes."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.intake import municipality as casework
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _


class ChangeMunicipality(CaseDialog):
    """Stored with its button; the one before stays in the history."""

    drawn = (520, 470)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.municipality, self.unit, self.reason = (QLineEdit(self) for _each in range(3))
        self.unit.setPlaceholderText(_("e.g. The reception unit"))
        self.reason.setPlaceholderText(_("e.g. the citizen lived there until March"))
        self.since = DateEdit(desk.opened.today, self)
        self.since.look(Toward.BACK)
        self.since.set_name(_("Acts since"))
        self.since.setDate(desk.opened.today())
        self.settled = WrappedCheck(_("They have said yes"), self)
        self.acting_trouble, self.since_trouble = (plain_label("", "smallbad", self, wrap=True) for _each in range(2))
        self.cancel_button = button(_("Cancel"), "", "", self)
        self.store_button = button(_("Choose the municipality"), "", "primary", self)
        self.store_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(plain_label(_("Which municipality acts?"), "title", self, wrap=True))
        why = _("Why we think so (the municipality reads it in the letter)")
        for name, field, trouble in ((_("Municipality"), self.municipality, self.acting_trouble),
                                     (_("Unit"), self.unit, None), (_("Acts since"), self.since, self.since_trouble),
                                     (why, self.reason, None)):
            label = plain_label(name, "smallbold", self)
            label.setBuddy(field)
            field.setAccessibleName(name)
            column.addWidget(label)
            column.addWidget(field)
            if trouble is not None:
                column.addWidget(trouble)
        column.addWidget(self.settled)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.store_button)
        column.addLayout(row)
        self.say_refusal("acting", self.acting_trouble, self.municipality)
        self.say_refusal("acting_since", self.since_trouble, self.since)
        self.save_unfinished(self.municipality, self.unit, self.reason)
        # Signals
        self.municipality.textEdited.connect(self.acting_trouble.hide)
        self.since.dateEntered.connect(self.since_trouble.hide)
        self.cancel_button.clicked.connect(self.reject)
        self.store_button.clicked.connect(self._on_store)
        self.municipality.setFocus()

    def _on_store(self) -> None:
        if not self.since.is_understood():
            self.since.setFocus()
            return
        if self._desk.do(casework.acts, self.municipality.text(), unit=self.unit.text(), reason=self.reason.text(),
                         settled=self.settled.isChecked(), since=self.since.date()) == "stored":
            self.accept()
