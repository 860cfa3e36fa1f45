"""A citizen who has been here comes again: from which day, and in which room."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.intake.stays import begin_stay, goes_on
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen


class NewStay(CaseDialog):
    """Stored with its button."""

    drawn = (480, 340)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        name = desk.case.the(Citizen).first_name
        self.first = DateEdit(desk.opened.today, self)
        self.first.look(Toward.BACK)
        self.first.set_name(_("First contact"))
        self.first.setDate(desk.opened.today())
        self.room = QLineEdit(self)
        self.room.setAccessibleName(_("Room"))
        self.trouble, self.room_trouble = (plain_label("", "smallbad", self, wrap=True) for _each in range(2))
        self.cancel_button = button(_("Cancel"), "", "", self)
        self.begin_button = button(_("Begin the stay"), "", "primary", self)
        self.begin_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(plain_label(_("{name} comes again").format(name=name) if name else _("A new stay"), "title",
                                     self, wrap=True))
        column.addWidget(plain_label(_("The course goes on with a new stay.") if goes_on(desk.case) else
                                     _("A new course begins. What was written before stays as it was."), "muted", self,
                                     wrap=True))
        for words, field, trouble in ((_("First contact"), self.first, self.trouble),
                                      (_("Room"), self.room, self.room_trouble)):
            label = plain_label(words, "smallbold", self)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            column.addWidget(trouble)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.begin_button)
        column.addLayout(row)
        self.say_refusal("first_contact_on", self.trouble, self.first)
        self.say_refusal("room", self.room_trouble, self.room)
        self.save_unfinished(self.room)
        # Signals
        self.first.dateEntered.connect(self.trouble.hide)
        self.cancel_button.clicked.connect(self.reject)
        self.begin_button.clicked.connect(self._on_begin)
        self.first.setFocus()

    def _on_begin(self) -> None:
        if not self.first.is_understood():
            self.first.setFocus()
        elif self._desk.do(begin_stay, self.first.date(), self.room.text()) == "stored":
            self.accept()
