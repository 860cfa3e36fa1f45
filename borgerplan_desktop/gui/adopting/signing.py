"""A dialog that is signed: what is signed can be read first, and what is drawn can be taken back."""
from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import PlainLabel, plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.signature_pad import SignaturePad
from borgerplan_desktop.i18n import _


class Signing(CaseDialog):
    """Its words scroll, the field to sign in is always in sight."""

    def __init__(self, desk: Desk, title: str, name: str, said: Iterable[str], read: str, below: Iterable[str] = (),
                 parent: QWidget | None = None) -> None:
        """`name` of who signs, `said` before it, `read` on the button that shows the paper, `below` the field."""
        super().__init__(desk, parent)
        scroll = DialogScroll(self, spacing=6)
        self.said_labels: list[PlainLabel] = []
        for words in said:
            label = plain_label(words, "", scroll, wrap=True)
            self.said_labels.append(label)
            scroll.body.addWidget(label)
        self.read_button = button(read, "eye", "ghost", self)
        scroll.body.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.body.addStretch(1)
        self.pad = SignaturePad(self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        self.back_button = button(_("Take back the last stroke"), "undo", "quiet", self)
        self.clear_button = button(_("Clear"), "close", "quiet", self)
        self.cancel_button = button(_("Cancel"), "", "", self)
        self.sign_button = button(_("Sign"), "sign", "primary", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(title, "title", self, wrap=True))
        column.addWidget(scroll, 1)
        column.addWidget(self.pad)
        column.addWidget(plain_label(name, "small", self, wrap=True))
        column.addWidget(self.trouble)
        for words in (_("A signature that is not finished is not kept, also when the program locks."), *below):
            column.addWidget(plain_label(words, "small", self, wrap=True))
        foot = QHBoxLayout()
        for each in (self.back_button, self.clear_button):
            foot.addWidget(each)
        foot.addStretch(1)
        for each in (self.cancel_button, self.sign_button):
            foot.addWidget(each)
        column.addLayout(foot)
        # Signals
        self.read_button.clicked.connect(self.see_paper)
        self.pad.changed.connect(self._on_stroke)
        self.back_button.clicked.connect(self.pad.take_back)
        self.clear_button.clicked.connect(self.pad.clear)
        self.cancel_button.clicked.connect(self.reject)
        self.sign_button.clicked.connect(self.sign)
        self._on_stroke()
        self.cancel_button.setFocus()

    def see_paper(self) -> PaperWindow:
        """What is signed, as it stands on paper."""
        raise NotImplementedError

    def sign(self) -> None:
        """It is signed with what stands in the field."""
        raise NotImplementedError

    def _on_stroke(self) -> None:
        self.trouble.hide()
        for each in (self.back_button, self.clear_button):
            each.setEnabled(self.pad.has_strokes())
