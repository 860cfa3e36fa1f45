"""Handing the coordination to somebody: from which day, and whether they have said yes."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course.coordination import make_coordinator
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember


class HandOverCoordination(CaseDialog):
    """Until the person has said yes they stand as asked."""

    drawn = (480, 260)

    def __init__(self, desk: Desk, member: NetworkMember, parent: QWidget | None = None) -> None:
        title = _("{name} becomes coordinator").format(name=member.contact.name)
        super().__init__(desk, parent, title)
        self._member = member
        self.since = DateEdit(desk.opened.today, self)
        self.since.set_name(_("From which day?"))
        self.since.setDate(desk.opened.today())
        self.yes = WrappedCheck(_("Has said yes"), self)
        self.act = button(_("Hand over"), "", "primary", self)
        self.act.clicked.connect(self._on_act)
        self.act.setDefault(True)
        self.leave = button(_("Cancel"), parent=self)
        self.leave.clicked.connect(self.reject)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(32, 24, 28, 22)
        column.setSpacing(10)
        column.addWidget(plain_label(title, "title", self, wrap=True))
        column.addWidget(plain_label(_("From which day?"), "smallbold", self))
        column.addWidget(self.since)
        column.addWidget(self.yes)
        column.addStretch(1)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        column.addLayout(row)
        self.yes.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_act(self) -> None:
        if not self.since.is_understood():
            self.since.setFocus()
            return
        yes_on = self._desk.opened.today() if self.yes.isChecked() else None
        if self._desk.do(make_coordinator, self._member, self.since.date(), yes_on) == "stored":
            self.accept()

    def _on_refused(self, sentence: str, field: str) -> None:
        if self.isVisible() and field == "since":
            self.since.refuse(sentence, self.since.date())
            self._desk.said()
            self.since.setFocus()
