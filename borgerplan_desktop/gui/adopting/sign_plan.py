"""Signing the plan on the screen: whoever signs can read the paper first, and what is drawn can be taken back."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.casework.papers.plan_paper import plan_paper
from borgerplan_desktop.gui.adopting.signing import Signing
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.plan import PlanVersion


class SignPlan(Signing):
    """`signed(Signature)` when it is drawn. `version` = the adopted one that is signed, None = the plan as it is."""

    signed = Signal(object)
    drawn = (660, 420)

    def __init__(self, desk: Desk, name: str, version: PlanVersion | None = None,
                 parent: QWidget | None = None) -> None:
        said = _("The plan also counts without a signature. It is all right to say no, or to wait.")
        super().__init__(desk, _("{name} signs the plan").format(name=name), name, [said], _("Read the plan first"),
                         parent=parent)
        self._version = version

    def see_paper(self) -> PaperWindow:
        """What is signed, as it stands on paper."""
        window = PaperWindow(self._desk, _("The citizen's plan"),
                             self._version or partial(plan_paper, self._desk.opened), self, _("Print the plan"))
        window.open()
        return window

    def sign(self) -> None:
        signature = self.pad.signature()
        if not signature.is_written:
            say(self.trouble, _("Nothing is written yet. Sign in the field."))
            return
        self.signed.emit(signature)
        self.accept()
