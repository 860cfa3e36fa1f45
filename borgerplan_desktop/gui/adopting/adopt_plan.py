"""Adopting the plan: that it is for good, what is not there yet, and who is here, whether they agree and sign.

One press adopts with nothing filled in: none of it stands in the way, and all of it can be filled in later.
"""
from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.plan_paper import plan_paper
from borgerplan_desktop.casework.papers.unprintable_letters import unprintable, unprintable_message
from borgerplan_desktop.casework.plan.adoption import adopt_plan, too_little_to_adopt
from borgerplan_desktop.casework.plan.approvals import Approval, who_is_there
from borgerplan_desktop.gui.adopting.approval_row import ApprovalRow
from borgerplan_desktop.gui.adopting.nobodys_goals import NobodysGoals
from borgerplan_desktop.gui.adopting.sign_plan import SignPlan
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.unsaved_input import UnsavedInput
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.system.busy import busy
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import SignedHow, current_plan
from borgerplan_desktop.model.signature import Signature


class AdoptPlan(CaseDialog):
    """`accepted`: the plan is adopted, with what was said and signed."""

    drawn = (680, 560)

    def __init__(self, desk: Desk, meeting: Meeting | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._meeting, self._seen = meeting, _newest(desk)
        self.rows: list[tuple[Approval, ApprovalRow]] = []
        self._signatures: dict[ApprovalRow, Signature] = {}
        self._words: list[UnsavedInput] = []
        missing = too_little_to_adopt(desk.case, meeting)
        scroll = DialogScroll(self, spacing=8)
        said = (" ".join(missing), unprintable_message(unprintable(desk.case)))    # what is frozen stays as it was set
        self.said_labels: list[QLabel] = [plain_label(part, "", scroll, wrap=True) for part in said if part]
        for label in self.said_labels:
            scroll.body.addWidget(label)
        self.nobodys = NobodysGoals(desk, scroll)
        scroll.body.addWidget(self.nobodys)
        self.read_button = button(_("Read the plan first"), "eye", "ghost", self)
        scroll.body.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.body.addWidget(plain_label(_("Who is here"), "h2", scroll))
        scroll.body.addWidget(plain_label(_(
            "You can leave all of this empty, and fill it in later. A no is also an answer: it stands on the paper in "
            "the person's own words."), "small", scroll, wrap=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        scroll.body.addLayout(self._column)
        self.more = ChoosePerson(desk, _("Somebody more who is here"), _("Somebody more …"), self)
        scroll.body.addWidget(self.more)
        scroll.body.addStretch(1)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.leave_button = button(_("Not yet"), "", "", self)
        self.adopt_button = button(_("Adopt the plan"), "sign", "primary", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(_("Adopt the plan?"), "title", self, wrap=True))
        self.for_good = plain_label(_("This version cannot be changed afterwards. You can always make a new one."), "",
                                    self, wrap=True)
        column.addWidget(self.for_good)                  # never scrolled out of sight, however large the text
        column.addWidget(scroll, 1)
        column.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for each in (self.leave_button, self.adopt_button):
            foot.addWidget(each)
        column.addLayout(foot)
        self.say_refusal("", self.trouble)
        for approval in who_is_there(desk.case, meeting):
            self._add(approval)
        # Signals
        self.read_button.clicked.connect(self.see_paper)
        self.more.chosen.connect(self._on_more)
        self.leave_button.clicked.connect(self.reject)
        self.adopt_button.clicked.connect(self.accept)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)
        if missing:                                      # Enter leaves it
            self.leave_button.setDefault(True)
            self.leave_button.setFocus()
        else:
            (self.rows[0][1].agreed if self.rows else self.more.combo).setFocus()

    def open(self) -> None:
        """What is for good is not done by an Enter that was meant for somebody's answer, only on its own button."""
        super().open()
        for each in (self.read_button, self.leave_button, self.adopt_button):
            each.setAutoDefault(True)

    def said(self) -> Sequence[Approval]:
        """What stands in the rows now."""
        return [Approval(each.member, each.name, row.agrees, row.words.toPlainText(), row.signed_how,
                         self._signatures.get(row) if row.signed_how is SignedHow.ON_SCREEN else None)
                for each, row in self.rows]

    def accept(self) -> None:
        """Adopt; what cannot be stored leaves the question open, with all that was said in it."""
        meeting = self._meeting if self._meeting is not None and self._meeting.exists else None
        with busy():                                     # a plan of eighty goals is drawn whole
            outcome = self._desk.do(adopt_plan, meeting, self.said(), self._seen)
        if outcome == "stored":
            super().accept()
        self._seen = _newest(self._desk)                 # it has been said: who adopts once more means it

    def see_paper(self) -> PaperWindow:
        """The plan as it will stand on paper."""
        window = PaperWindow(self._desk, _("The citizen's plan"), partial(plan_paper, self._desk.opened), self,
                             _("Print the plan"))
        window.open()
        return window

    def sign(self, row: ApprovalRow) -> SignPlan:
        """Somebody signs on the screen."""
        dialog = SignPlan(self._desk, row.accessibleName(), None, self)
        dialog.signed.connect(partial(self._on_signed, row))
        dialog.open()
        return dialog

    def _add(self, approval: Approval) -> ApprovalRow:
        name = approval.member.contact.said_name if approval.member is not None else approval.name
        row = ApprovalRow(name, self)
        self.rows.append((approval, row))
        self._words.append(UnsavedInput(self, self._desk, row.words))
        self._column.addWidget(row)
        row.sign_wanted.connect(partial(self.sign, row))
        row.removed.connect(partial(self._on_removed, row))
        return row

    def _on_signed(self, row: ApprovalRow, signature: Signature) -> None:
        self._signatures[row] = signature
        row.show_signed(SignedHow.ON_SCREEN)

    def _on_removed(self, row: ApprovalRow) -> None:
        self.rows = [each for each in self.rows if each[1] is not row]
        self._signatures.pop(row, None)
        row.words.clear()                                # nothing of it is kept
        self._column.removeWidget(row)
        row.hide()
        self.more.setFocus()

    def _on_more(self, member: NetworkMember | None) -> None:
        self.more.show_person(None)
        if member is None:
            return
        there = next((row for each, row in self.rows if each.member is member), None)
        if there is not None:
            say(self.trouble, _("{name} is there already.").format(name=member.contact.said_name))
            return
        self.trouble.hide()
        row = self._add(Approval.of(member))
        row.show()
        row.agreed.setFocus()

    def _on_leave(self) -> None:
        if self.isVisible():
            for each in self._words:
                each.save_drafts()
        super()._on_leave()


def _newest(desk: Desk) -> int:
    adopted = current_plan(desk.case).adopted
    return adopted.number if adopted is not None else 0


def ask_to_adopt(desk: Desk, meeting: Meeting | None, window: QWidget) -> AdoptPlan:
    """Open the question; half typed words belong in the plan that is adopted."""
    desk.settle.emit()
    dialog = AdoptPlan(desk, meeting, window)
    dialog.open()
    return dialog
