"""Calling about a wait: the number to dial, and what came of it."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.not_to_share import said_not_to_share
from borgerplan_desktop.casework.waiting.climb import call, said_of
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.wait import Awaited, wait_of
from borgerplan_desktop.phone_number import phone_number


class CallDialog(CaseDialog):
    drawn = (520, 380)

    def __init__(self, desk: Desk, row: Awaited, parent: QWidget | None = None) -> None:
        wait = wait_of(row)
        name = wait.member.contact.first_name if wait.member is not None else ""
        title = _("Call {name}").format(name=name or wait.who) if wait.who else _("Call")
        super().__init__(desk, parent, title)
        self._row = row
        contact = wait.member.contact if wait.member is not None else None
        number = phone_number(contact.phone) if contact is not None and contact.phone else ""
        self.number = plain_label(number or _("No phone number is known."), "title" if number else "muted", self)
        self.not_to_share = plain_label("", "warn", self, wrap=True)
        self.note = GrowingTextEdit("", 3, 8, self)
        self.note.setAccessibleName(_("What came of it"))
        label = plain_label(_("What came of it"), "smallbold", self)
        label.setBuddy(self.note)
        self.reached_button = button(_("We talked"), "check", "primary", self)
        self.nobody_button = button(_("Nobody answered"), "", "", self)
        self.cancel_button = button(_("Cancel"), "", "", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(plain_label(title, "title", self, wrap=True))
        column.addWidget(plain_label(" · ".join(each for each in (said_of(wait), wait.who) if each), "muted", self,
                                     wrap=True))
        column.addWidget(self.number)
        column.addWidget(self.not_to_share)
        column.addSpacing(6)
        column.addWidget(label)
        column.addWidget(self.note)
        column.addStretch(1)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addWidget(self.cancel_button)
        row_of_buttons.addStretch(1)
        row_of_buttons.addWidget(self.nobody_button)
        row_of_buttons.addWidget(self.reached_button)
        column.addLayout(row_of_buttons)
        # Signals
        self.cancel_button.clicked.connect(self.reject)
        self.reached_button.clicked.connect(self._on_reached)
        self.nobody_button.clicked.connect(self._on_nobody)
        self.save_unfinished(self.note)
        desk.changed.connect(self._say_what_not)
        # Initial update
        self._say_what_not()
        self.note.setFocus()

    def _say_what_not(self) -> None:
        """Also as it changes while one talks."""
        member = wait_of(self._row).member if self._row.exists else None
        words = said_not_to_share(self._desk.opened, [member]) if member is not None else ""
        say(self.not_to_share, words)
        self.note.setAccessibleDescription(words)

    def _on_reached(self) -> None:
        self._store(reached=True)

    def _on_nobody(self) -> None:
        self._store(reached=False)

    def _store(self, *, reached: bool) -> None:
        if self._desk.do(call, self._row, self.note.toPlainText(), reached) == "stored":
            self.accept()
