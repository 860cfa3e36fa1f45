"""The mail address of somebody who has none yet, written where it was missed."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.mail_address import write_address
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.shelter import StaffMember


class WriteMail(CaseDialog):
    """`written()` when it stands there."""

    drawn = (460, 180)

    written = Signal()

    def __init__(self, desk: Desk, whose: NetworkMember | StaffMember, parent: QWidget | None = None) -> None:
        title = _("Mail address")
        super().__init__(desk, parent, title)
        self._whose = whose
        name = whose.contact.said_name if isinstance(whose, NetworkMember) else whose.name
        self.email = QLineEdit(self)
        self.email.setPlaceholderText(_("e.g. name@place.dk"))
        grid = FieldGrid(300, 1, self)
        grid.add_named(_("Mail address for {name}").format(name=name), self.email)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.leave, self.act = button(_("Cancel"), parent=self), button(_("Save"), "", "primary", self)
        self.act.setDefault(True)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(title, "title", self, wrap=True))
        column.addWidget(grid)
        column.addWidget(self.trouble)
        column.addStretch(1)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.act)
        column.addLayout(foot)
        self.say_refusal("", self.trouble, self.email)
        self.save_unfinished(self.email)
        self.leave.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_act)
        self.email.setFocus()

    def _on_act(self) -> None:
        if self._desk.do(write_address, self._whose, self.email.text()) == "stored":
            self.accept()
            self.written.emit()
