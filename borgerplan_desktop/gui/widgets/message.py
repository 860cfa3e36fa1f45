"""Messages in three parts (what happened · what is safe · what to do now) and questions answered with verbs.

Both open without blocking: the caller goes on, and hears the answer through a bound method.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _


@dataclass(frozen=True)
class Message:
    """Each part one plain sentence; details are for the person who helps with the computer."""

    happened: str
    safe: str = ""
    do_now: str = ""
    details: str = ""


@dataclass(frozen=True)
class Question:
    """A question whose answers are verbs: `do` acts, `keep` leaves things as they are."""

    title: str
    text: str = ""
    do: str = ""
    keep: str = ""
    danger: bool = False
    careful: bool = False                                # `keep` has the keyboard, though nothing is in danger


def tell(parent: QWidget | None, message: Message, verb: str = "", then: Callable[[], object] | None = None) -> QDialog:
    """Show a message; `verb` (as "Prøv igen") adds a button that calls `then`. Returns the open dialog."""
    dialog = _Window(parent, message.happened, "alert")
    for text, heading, icon, colour in (
        (message.safe, _("What is safe"), "check_circle", "good"),
        (message.do_now, _("What you can do"), "arrow_right", "accent"),
    ):
        if text:
            dialog.add_part(heading, text, icon, colour)
    if message.details:
        dialog.add_details(message.details)
    dialog.add_buttons(verb, _("Close"), danger=False)
    return dialog.ask(then, None)


def ask(parent: QWidget | None, question: Question, then: Callable[[], object],
        otherwise: Callable[[], object] | None = None) -> QDialog:
    """Ask before something that cannot be undone; `then` runs on the verb. Returns the open dialog."""
    dialog = _Window(parent, question.title, "help")
    if question.text:
        dialog.add_text(question.text)
    dialog.add_buttons(question.do, question.keep or _("Cancel"), question.danger, question.careful)
    return dialog.ask(then, otherwise)


class _Window(Dialog):
    drawn = (560, 160)                                   # taller when there is more to say

    def __init__(self, parent: QWidget | None, title: str, icon: str) -> None:
        super().__init__(parent, title)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(32, 24, 28, 22)
        self._outer.setSpacing(14)
        body = DialogScroll(self, 14)
        self._column = body.body
        self._outer.addWidget(body)
        self._add_row(icon, "warn" if icon == "alert" else "accent", 26, plain_label(title, "title", self, wrap=True))
        self._then: Callable[[], object] | None = None
        self._otherwise: Callable[[], object] | None = None

    def add_part(self, heading: str, text: str, icon: str, colour: str) -> None:
        words = QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(plain_label(heading, "bold", words))
        column.addWidget(plain_label(text, parent=words, wrap=True))
        self._add_row(icon, colour, 20, words)

    def add_text(self, text: str) -> None:
        self._column.addWidget(plain_label(text, parent=self, wrap=True))

    def add_details(self, details: str) -> None:
        self._details = QPlainTextEdit(details, self)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(_("Details"))
        self._details.hide()
        self._show = button(_("Show details"), "chevron_down", "ghost", self)
        self._show.clicked.connect(self._on_show)
        self._column.addWidget(self._show)
        self._column.addWidget(self._details)

    def add_buttons(self, verb: str, leave: str, danger: bool, careful: bool = False) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        self.leave = button(leave, parent=self)
        self.leave.clicked.connect(self.reject)
        row.addWidget(self.leave)
        self.act: QPushButton | None = None
        if verb:
            self.act = button(verb, "", "danger" if danger else "primary", self)
            self.act.clicked.connect(self.accept)
            row.addWidget(self.act)
        self._column.addStretch(1)
        self._outer.addLayout(row)
        first = self.leave if danger or careful or self.act is None else self.act
        first.setDefault(True)
        first.setFocus()

    def ask(self, then: Callable[[], object] | None, otherwise: Callable[[], object] | None) -> _Window:
        self._then, self._otherwise = then, otherwise
        self.accepted.connect(self._on_accepted)
        self.rejected.connect(self._on_rejected)
        self.open()
        return self

    def _add_row(self, icon: str, colour: str, size: int, content: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(IconView(icon, colour, size, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(content, 1)
        self._column.addLayout(row)

    def _on_show(self) -> None:
        self._details.setVisible(not self._details.isVisible())
        self._show.setText(_("Hide details") if self._details.isVisible() else _("Show details"))

    def _on_accepted(self) -> None:
        if self._then is not None:
            self._then()

    def _on_rejected(self) -> None:
        if self._otherwise is not None:
            self._otherwise()
