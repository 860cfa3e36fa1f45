"""Signing the plan on the screen: whoever signs can read the paper first, and what is drawn can be taken back."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.plan_paper import plan_paper
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.signature_pad import SignaturePad
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.plan import PlanVersion


class SignPlan(CaseDialog):
    """`signed(Signature)` when it is drawn. `version` = the adopted one that is signed, None = the plan as it is."""

    signed = Signal(object)
    drawn = (660, 420)

    def __init__(self, desk: Desk, name: str, version: PlanVersion | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._version = version
        scroll = DialogScroll(self, spacing=6)
        scroll.body.addWidget(plain_label(_(
            "The plan also counts without a signature. It is all right to say no, or to wait."), "", scroll, wrap=True))
        self.read_button = button(_("Read the plan first"), "eye", "ghost", self)
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
        column.addWidget(plain_label(_("{name} signs the plan").format(name=name), "title", self, wrap=True))
        column.addWidget(scroll, 1)
        column.addWidget(self.pad)
        column.addWidget(plain_label(name, "small", self, wrap=True))
        column.addWidget(self.trouble)
        column.addWidget(plain_label(_(
            "A signature that is not finished is not kept, also when the program locks."), "small", self, wrap=True))
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
        self.sign_button.clicked.connect(self._on_sign)
        self._on_stroke()
        self.cancel_button.setFocus()

    def see_paper(self) -> PaperWindow:
        """What is signed, as it stands on paper."""
        window = PaperWindow(self._desk, _("The citizen's plan"),
                             self._version or partial(plan_paper, self._desk.opened), self, _("Print the plan"))
        window.open()
        return window

    def _on_stroke(self) -> None:
        self.trouble.hide()
        for each in (self.back_button, self.clear_button):
            each.setEnabled(self.pad.has_strokes())

    def _on_sign(self) -> None:
        signature = self.pad.signature()
        if not signature.is_written:
            say(self.trouble, _("Nothing is written yet. Sign in the field."))
            return
        self.signed.emit(signature)
        self.accept()
