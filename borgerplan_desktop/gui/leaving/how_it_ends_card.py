"""How the stay ends: when, where to, why, and how one complains of it."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.leaving import how_it_ends as casework
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import LeftHow, Stay


class HowItEndsCard(Card):
    def __init__(self, desk: Desk, stay: Stay, parent: QWidget | None = None) -> None:
        super().__init__(_("How the stay ends"), "house", parent)
        self._stay = stay
        self.how, self.to, self.why = calm_combo(QComboBox(self)), QLineEdit(self), GrowingTextEdit("", 1, 6, self)
        self.on, self.told_on = DateEdit(parent=self), DateEdit(parent=self)
        self.to.setPlaceholderText(_("e.g. a flat in Lundevej, a friend, not known"))
        for each in (self.on, self.told_on):
            each.look(Toward.BACK)
        grid = FieldGrid(230, 3, self)
        for name, field in ((_("How"), self.how), (_("Moved out on"), self.on), (_("Moved to"), self.to)):
            grid.add_named(name, field)
        label = plain_label(_("The reason that was given"), "smallbold", self)
        label.setBuddy(self.why)
        self.why.setAccessibleName(_("The reason that was given"))
        self.complaint = QWidget(self)
        self.complaint_label = plain_label("", "", self.complaint, wrap=True)
        told = FieldGrid(230, 2, self.complaint)
        told.add_named(_("When was the citizen told how to complain?"), self.told_on)
        column = QVBoxLayout(self.complaint)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(_("How one complains"), "smallbold", self.complaint))
        column.addWidget(self.complaint_label)
        column.addWidget(told)
        for each in (grid, label, self.why, self.complaint):
            self.body.addWidget(each)
        choices = [(None, _("Still lives here")), *((how, _(how.label)) for how in LeftHow)]
        for bound in (ChoiceField(self.how, desk, Stay.left_how, casework.WROTE, choices),
                      DateField(self.on, desk, Stay.left_on, casework.WROTE, casework.left_on),
                      TextField(self.to, desk, Stay.left_to, casework.WROTE),
                      TextField(self.why, desk, Stay.left_why, casework.WROTE),
                      DateField(self.told_on, desk, Stay.complaint_told_on, casework.WROTE,
                                casework.told_how_to_complain)):
            bound.show_row(stay)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if self._stay.exists and changes.touches(self._stay):
            self._refresh()

    def _refresh(self) -> None:
        words = casework.complaint_words(self._stay.left_how)
        self.complaint_label.setText(words)
        self.complaint.setVisible(bool(words))
