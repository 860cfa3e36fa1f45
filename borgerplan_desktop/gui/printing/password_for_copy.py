"""A password for a copy that is saved as a file: typed twice, told how to give it, and kept nowhere."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.with_password import (
    HOW_TO_GIVE_IT,
    NOT_KEPT,
    NOT_LASTING,
    see_that_it_holds,
)
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.location import SHORTEST_PASSWORD
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.system.busy import busy
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.password_field import PasswordField
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _


class PasswordForCopy(CaseDialog):
    """`chosen(password)` when it is long enough, not easily guessed, and written the same twice."""

    drawn = (520, 420)
    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        body = DialogScroll(self, 10)
        body.body.addWidget(plain_label(_("A copy with a password"), "title", self, wrap=True))
        for words in (_(HOW_TO_GIVE_IT), _(NOT_KEPT), _(NOT_LASTING)):
            body.body.addWidget(plain_label(words, "muted", self, wrap=True))
        self.first, self.again = PasswordField(self), PasswordField(self)
        self.first.choose_new()
        for name, field in ((_("Password for the copy"), self.first), (_("The same once more"), self.again)):
            label = plain_label(name, "smallbold", self)
            label.setBuddy(field.field)
            field.set_name(name)
            body.body.addWidget(label)
            body.body.addWidget(field)
        body.body.addWidget(plain_label(_("At least {n} characters. Three or four random words are good.").format(
            n=SHORTEST_PASSWORD), "small", self, wrap=True))
        self.trouble = plain_label("", "bad", self, wrap=True)
        self.trouble.hide()
        body.body.addWidget(self.trouble)
        body.body.addStretch(1)
        self.leave = button(_("Cancel"), "", "", self)
        self.act = button(_("Save a copy as …"), "", "primary", self)
        self.act.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 24, 20)
        column.addWidget(body, 1)
        column.addLayout(row)
        # Signals
        self.leave.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_act)
        self.first.entered.connect(self.again.setFocus)
        self.again.entered.connect(self._on_act)
        self.finished.connect(self._forget)
        # Initial update
        self.first.setFocus()

    def _on_act(self) -> None:
        password = self.first.text()
        self.trouble.hide()
        if password != self.again.text():
            say(self.trouble, _("The two are not the same. Write the password once more."))
            self.again.show_trouble(True)
            return
        try:
            with busy():
                see_that_it_holds(self._desk.case, password)
        except Refused as refusal:
            say(self.trouble, refusal.message)
            self.first.show_trouble(True)
            return
        self.accept()
        self.chosen.emit(password)

    def _forget(self) -> None:
        """Also where it is closed by the lock."""
        for each in (self.first, self.again):
            each.clear()
