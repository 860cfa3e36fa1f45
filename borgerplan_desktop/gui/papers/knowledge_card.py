"""One piece of knowledge: who holds it, whether we may ask, the letter and the mail, and what came of it."""
from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from borgerplan_desktop.casework.papers.knowledge import (
    asked_for,
    it_came,
    it_is_not_there,
    look_again,
    purpose_of_asking,
    remove_knowledge,
    request_mail,
    set_asked_on,
    set_received_on,
)
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, PersonField, TextField
from borgerplan_desktop.gui.papers.other_basis import OtherBasis
from borgerplan_desktop.gui.printing.mail_draft import MailDraft, open_draft
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card, line
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState, may_ask
from borgerplan_desktop.model.papers import DocumentKind

OPEN = (KnowledgeState.KNOWN, KnowledgeState.ASKED)


class KnowledgeCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("What we know of it"), "", parent)
        self._desk = desk
        self.shown: Knowledge | None = None
        grid = FieldGrid(210, 2, self)
        self.what_field, self.office_field = QLineEdit(grid), QLineEdit(grid)
        self.who_field, self.topic_field = ignore_wheel(QComboBox(grid)), ignore_wheel(QComboBox(grid))
        self.asked_field, self.received_field = DateEdit(parent=grid), DateEdit(parent=grid)
        self.note_field = GrowingTextEdit("", 1, 6, grid)
        self.office_field.setPlaceholderText(_("e.g. the jobcenter's archive"))
        for name, field in ((_("What is there?"), self.what_field), (_("Who holds it?"), self.who_field),
                            (_("Which office"), self.office_field), (_("What it is about"), self.topic_field),
                            (_("Asked for on"), self.asked_field), (_("Came on"), self.received_field)):
            grid.add_named(name, field)
        for each in (self.asked_field, self.received_field):
            each.look(Toward.BACK)
        change = N_("Changed knowledge that lies elsewhere")
        self._fields = (
            TextField(self.what_field, desk, Knowledge.what, change),
            PersonField(self.who_field, desk, Knowledge.member_id, change),
            TextField(self.office_field, desk, Knowledge.holder, change),
            ChoiceField(self.topic_field, desk, Knowledge.topic, change,
                        [(None, _("Not chosen yet")), *((topic, _(topic.label)) for topic in Topic)]),
            DateField(self.asked_field, desk, Knowledge.asked_on, change, set_asked_on),
            DateField(self.received_field, desk, Knowledge.received_on, change, set_received_on),
            TextField(self.note_field, desk, Knowledge.note, change))
        self.note_field.setAccessibleName(_("Note"))
        self.note_field.setPlaceholderText(_("Note"))
        self.right_pill = Pill("", "good", "consent", self)
        self.right_label = plain_label("", "", self, wrap=True)
        self.ask_button = button(_("Ask for consent"), "sign", "", self)
        self.law_button = button(_("Another legal basis …"), "", "quiet", self)
        self.map_button = button(_("Add person"), "user_plus", "", self)
        self.letter_button = button(_("See the letter"), "note", "", self)
        self.mail_button = button(_("Write a mail"), "send", "", self)
        self.asked_button = button(_("We have asked"), "check", "primary", self)
        self.came_button = button(_("It has come"), "check_circle", "primary", self)
        self.not_there_button = button(_("It is not there"), "", "", self)
        self.again_button = button(_("Look for it again"), "undo", "", self)
        self.remove_button = button(_("Remove"), "", "", self)
        self.body.addWidget(grid)
        self.body.addWidget(self.note_field)
        self.body.addWidget(line(self))
        self.body.addWidget(self.right_pill)
        self.body.addWidget(self.right_label)
        self._rights = self._row(self.ask_button, self.law_button, self.map_button)
        self._acts = self._row(self.letter_button, self.mail_button, self.asked_button, self.came_button,
                               self.not_there_button, self.again_button, self.remove_button)
        self.body.addStretch(1)
        # Signals
        for pressed, act in ((self.ask_button, self.ask), (self.law_button, self.ask_law),
                             (self.map_button, self._on_map), (self.letter_button, self.see_letter),
                             (self.mail_button, self.write_mail), (self.asked_button, self._on_asked),
                             (self.came_button, self._on_came), (self.not_there_button, self._on_not_there),
                             (self.again_button, self._on_again), (self.remove_button, self._on_remove)):
            pressed.clicked.connect(act)

    def _row(self, *buttons: QPushButton) -> FlowLayout:
        host = QWidget(self)
        flow = FlowLayout(host)
        for each in buttons:
            flow.addWidget(each)
        self.body.addWidget(host)
        return flow

    def show_row(self, row: Knowledge | None, today: date) -> None:
        """Show this one, as it is that day."""
        self.shown = row
        for field in self._fields:
            field.show_row(row)
        if row is None:
            return
        may, open_ = may_ask(self._desk.case, row, today), row.state in OPEN
        self.right_pill.say(_("We may ask") if may.allowed else _("Consent is missing"),
                            "good" if may.allowed else "warn", "consent" if may.allowed else "consent_off")
        self.right_label.setText(may.reason)
        named = row.member is not None
        for each, on in (
                (self.right_pill, open_), (self.right_label, open_), (self.ask_button, open_ and not may.allowed),
                (self.law_button, open_ and not may.allowed and named),
                (self.map_button, open_ and not named),
                (self.letter_button, open_ and may.allowed), (self.mail_button, open_ and may.allowed),
                (self.asked_button, may.allowed and row.state is KnowledgeState.KNOWN),
                (self.came_button, row.state is KnowledgeState.ASKED),
                (self.not_there_button, row.state is KnowledgeState.ASKED), (self.again_button, not open_)):
            each.setVisible(on)
        self._rights.arrange()
        self._acts.arrange()

    # ------------------------------------------------------------------ what is done
    def ask(self) -> AskConsent:
        """The question to the citizen, with what it is for written already; every tick is theirs."""
        self._desk.settle.emit()
        row = self.shown
        dialog = AskConsent(self._desk, row.member if row is not None else None, self)
        if row is not None and row.what.strip():
            dialog.purpose_field.setPlainText(purpose_of_asking(self._desk.opened, row))
        dialog.open()
        return dialog

    def ask_law(self) -> OtherBasis | None:
        """A law that lets us ask without consent."""
        self._desk.settle.emit()
        row = self.shown
        if row is None or row.member is None:
            return None
        dialog = OtherBasis(self._desk, row.member, self, row.topic, fetching=True)
        dialog.open()
        return dialog

    def see_letter(self) -> PaperWindow | None:
        """The letter as it will be."""
        row = self.shown
        kind = BY_KIND[DocumentKind.KNOWLEDGE_REQUEST]
        return show_paper(self._desk, kind, self, row.id) if row is not None else None

    def write_mail(self) -> MailDraft | None:
        """The mail that goes with it; when it is used, it was asked for."""
        row = self.shown
        draft = open_draft(self._desk, self, request_mail, row) if row is not None else None
        if draft is not None:
            draft.used.connect(self._on_mailed)
        return draft

    def _on_mailed(self) -> None:
        if self.shown is not None and self.shown.state is KnowledgeState.KNOWN:
            self._desk.do(asked_for, self.shown)

    def _on_map(self) -> None:
        self._desk.go.emit("network", "")

    def _on_asked(self) -> None:
        if self.shown is not None and self._desk.do(asked_for, self.shown) == "stored":
            self.came_button.setFocus()

    def _on_came(self) -> None:
        if self.shown is not None and self._desk.do(it_came, self.shown) == "stored":
            self.note_field.setFocus()

    def _on_not_there(self) -> None:
        if self.shown is not None and self._desk.do(it_is_not_there, self.shown) == "stored":
            self.note_field.setFocus()

    def _on_again(self) -> None:
        if self.shown is not None:
            self._desk.do(look_again, self.shown)

    def _on_remove(self) -> None:
        if self.shown is not None:
            self._desk.do(remove_knowledge, self.shown)
