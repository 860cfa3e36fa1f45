"""A partner has changed an agreement and told us: who, when, what is agreed now, and why."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.coordination.agreement_changes import change_by_partner, in_words
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement


class AgreementChanged(CaseDialog):
    """It stands beside the agreement as coming from them, with how it was before."""

    drawn = (560, 560)

    def __init__(self, desk: Desk, agreement: Agreement, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _("A partner has changed the agreement"))
        self._agreement = agreement
        self._member: NetworkMember | None = None
        self.who_field = ChoosePerson(desk, _("Who changed it?"), _("Choose who it is"), self)
        self.who_field.show_person(None)
        self.on_field, self.due_field = DateEdit(desk.opened.today, self), DateEdit(desk.opened.today, self)
        self.on_field.look(Toward.BACK)
        self.on_field.setDate(desk.opened.today())
        self.due_field.look(Toward.AHEAD)
        self.due_field.setDate(agreement.due_on)
        self.text_field, self.why_field = GrowingTextEdit(agreement.text, parent=self), GrowingTextEdit(parent=self)
        self.when_field = QLineEdit(agreement.when, self)
        self.why_field.setPlaceholderText(_("e.g. The doctor is away until Monday"))
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.act = button(_("Write it down"), "", "primary", self)
        self.act.setDefault(True)
        self.leave = button(_("Cancel"), parent=self)
        body, row, column = DialogScroll(self, 6), QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(32, 24, 28, 22)
        column.setSpacing(10)
        column.addWidget(plain_label(_("A partner has changed the agreement"), "title", self, wrap=True))
        column.addWidget(body, 1)
        body.body.addWidget(plain_label(_("Until now: »{words}«").format(words=in_words(agreement)), "muted", self,
                                        wrap=True))
        for words, field in ((_("Who changed it?"), self.who_field), (_("When did we hear it?"), self.on_field),
                             (_("What is agreed now?"), self.text_field), (_("By when"), self.due_field),
                             (_("Or in words"), self.when_field), (_("Why?"), self.why_field)):
            label = plain_label(words, "smallbold", self)
            label.setBuddy(field)
            if isinstance(field, DateEdit):
                field.set_name(words)
            field.setAccessibleName(words)
            body.body.addWidget(label)
            body.body.addWidget(field)
        body.body.addWidget(self.trouble)
        body.body.addStretch(1)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        column.addLayout(row)
        self.say_refusal("", self.trouble)
        self.who_field.chosen.connect(self._on_who)
        self.act.clicked.connect(self._on_act)
        self.leave.clicked.connect(self.reject)
        self.save_unfinished(self.text_field, self.due_field.field, self.when_field, self.why_field,
                             self.on_field.field)
        self.who_field.setFocus()

    def _on_who(self, member: NetworkMember | None) -> None:
        self._member = member
        self.who_field.show_person(member)
        self.trouble.hide()

    def _on_act(self) -> None:
        for field in (self.on_field, self.due_field):
            if not field.is_understood():
                field.setFocus()
                return
        say(self.trouble, "")
        if not self._agreement.exists:
            self.reject()
        elif self._desk.do(change_by_partner, self._agreement, self._member, self.on_field.date(),
                           self.why_field.toPlainText(), self.text_field.toPlainText(), self.when_field.text(),
                           self.due_field.date()) == "stored":
            self.accept()
