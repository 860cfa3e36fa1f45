"""What was said to an adopted version, filled in when it comes: the version itself stays as it was frozen."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.plan_paper import signed_paper
from borgerplan_desktop.casework.plan import approvals
from borgerplan_desktop.gui.adopting.approval_row import ApprovalRow
from borgerplan_desktop.gui.adopting.sign_plan import SignPlan
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import PlanApproval, PlanVersion, SignedHow
from borgerplan_desktop.model.signature import Signature


class PlanAnswers(CaseDialog):
    """Every answer is stored as it is given."""

    drawn = (680, 520)

    def __init__(self, desk: Desk, version: PlanVersion, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._version = version
        scroll = DialogScroll(self, spacing=8)
        self.empty_label = plain_label(_("Nobody is noted as having been there."), "muted", scroll, wrap=True)
        scroll.body.addWidget(self.empty_label)
        self.rows: RowColumn[PlanApproval, StoredRow] = RowColumn(partial(StoredRow, desk, parent=self), 8, scroll)
        scroll.body.addWidget(self.rows)
        self.more = ChoosePerson(desk, _("Somebody more who was there"), _("Somebody more …"), self)
        scroll.body.addWidget(self.more)
        scroll.body.addStretch(1)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.paper_button = button(_("Show the paper with signatures"), "print", "", self)
        self.close_button = button(_("Close"), "", "primary", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        title = _("Version {number}, adopted {date}").format(
            number=version.number, date=day(version.adopted_on, desk.opened.today()))
        column.addWidget(plain_label(title, "title", self, wrap=True))
        column.addWidget(plain_label(_(
            "Who agreed and signed can be filled in at any time. The adopted plan stays as it was; the answers stand "
            "on a copy of it."), "small", self, wrap=True))
        column.addWidget(scroll, 1)
        column.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addWidget(self.paper_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.say_refusal("", self.trouble)
        # Signals
        self.more.chosen.connect(self._on_more)
        self.paper_button.clicked.connect(self.see_paper)
        self.close_button.clicked.connect(self.accept)
        desk.changed.connect(self._on_changed)
        self._refresh()
        self.close_button.setFocus()

    def see_paper(self) -> PaperWindow:
        """The version with what has been said and signed until now."""
        self._desk.settle.emit()
        paper = partial(signed_paper, self._desk.opened, self._version)
        window = PaperWindow(self._desk, _("The citizen's plan"), paper, self, _("Print the plan"))
        window.open()
        return window

    def _on_more(self, member: NetworkMember | None) -> None:
        self.more.show_person(None)
        if member is not None:
            self.trouble.hide()
            self._desk.do(approvals.add_approval, self._version, member)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(PlanApproval):
            self._refresh()

    def _refresh(self) -> None:
        there = self._version.approvals if self._version.exists else []
        self.rows.show_rows(there)
        for row in self.rows.widgets():
            row.tell()
        self.empty_label.setVisible(not there)


class StoredRow(ApprovalRow):
    """A person whose answers lie in the case."""

    def __init__(self, desk: Desk, approval: PlanApproval, parent: QWidget | None = None) -> None:
        member = approval.member
        super().__init__(member.contact.said_name if member is not None else approval.name, parent)
        self._desk, self._approval = desk, approval
        self._words = TextField(self.words, desk, PlanApproval.comment, N_("Change what somebody says to the plan"))
        self._words.show_row(approval)
        self.agreed_chosen.connect(self._on_agreed)
        self.signed_chosen.connect(self._on_chosen)
        self.sign_wanted.connect(self.sign)
        self.removed.connect(self._on_removed)
        self.tell()

    def tell(self) -> None:
        """As it stands in the case."""
        if self._approval.exists:
            self.show_answers(self._approval.agreed, self._approval.signed)

    def sign(self) -> SignPlan:
        """They sign on the screen."""
        version = self._approval.case.get(PlanVersion, self._approval.version_id)
        dialog = SignPlan(self._desk, self.accessibleName(), version, self.window())
        dialog.signed.connect(self._on_drawn)
        dialog.open()
        return dialog

    def _on_agreed(self) -> None:
        self._desk.do(approvals.say_agreed, self._approval, self.agrees)

    def _on_chosen(self) -> None:
        self._desk.do(approvals.say_signed, self._approval, self.signed_how)

    def _on_drawn(self, signature: Signature) -> None:
        self._desk.do(approvals.say_signed, self._approval, SignedHow.ON_SCREEN, signature)

    def _on_removed(self) -> None:
        self._desk.do(approvals.remove_approval, self._approval)
