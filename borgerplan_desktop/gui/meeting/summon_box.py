"""Somebody who is not in the case yet: their name, what they are there as, and their mail."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.summon import summon
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember


class SummonBox(QFrame):
    """`summoned(Participant)`, and it is empty for the next; at `act`, and Enter in a field, whoever shows this summons
    with those who are chosen.
    """

    summoned = Signal(object)

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._meeting = desk, meeting
        self.setProperty("role", "flat")
        self.setAccessibleName(_("Ask somebody new"))
        self.name, self.role, self.organisation, self.email = (QLineEdit(self) for _each in range(4))
        self.role.setPlaceholderText(_("e.g. caseworker"))
        self.organisation.setPlaceholderText(_("e.g. the jobcenter"))
        self.private = QCheckBox(_("From the citizen's own life, not a professional"), self)
        self.private.toggled.connect(self._on_private)
        grid = FieldGrid(190, 2, self)
        for words, field in ((_("Name"), self.name), (_("Comes as"), self.role),
                             (_("Place or authority"), self.organisation), (_("Mail"), self.email)):
            grid.add_named(words, field)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.consent = plain_label(_(
            "No consent covers them yet: they are asked, but get nothing in writing before {name} says yes.").format(
                name=desk.case.the(Citizen).first_name), "smallwarn", self, wrap=True)
        self.act = button(_("Summon"), "plus", "", self)
        self.act.setAutoDefault(False)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        self.done = plain_label("", "small", self, wrap=True)
        self.done.hide()
        for each in (self.done, grid, self.private, self.trouble, self.consent):
            column.addWidget(each)
        foot.addStretch(1)
        foot.addWidget(self.act)
        column.addLayout(foot)

    def _on_private(self, on: bool) -> None:
        """A relative comes from no authority; who they are is said in the citizen's words."""
        self.role.setPlaceholderText(_("e.g. my mother") if on else _("e.g. caseworker"))
        self.organisation.setEnabled(not on)
        if on:
            self.organisation.clear()

    def summon(self, others: Sequence[NetworkMember]) -> None:
        """Together with these of the network, who are chosen already."""
        self.trouble.hide()
        made = self._desk.made(summon, self._meeting, self.name.text(), self.role.text(), self.organisation.text(),
                               self.email.text(), others, self.private.isChecked())
        if made is not None:
            for field in (self.name, self.role, self.organisation, self.email):
                field.clear()
            self.private.setChecked(False)
            say(self.done, _("{name} is asked to the meeting. Write the next one, or close.").format(
                name=made.member.contact.said_name if made.member is not None else ""))
            self.name.setFocus()
            self.summoned.emit(made)
