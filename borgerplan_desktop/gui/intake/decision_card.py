"""How they came, when it was decided, and the notice that the municipality gets within three working days."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from borgerplan_desktop.casework.intake import admission, notice
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.printing.mail_draft import MailDraft, open_draft
from borgerplan_desktop.gui.printing.paper_window import show_paper
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card, line
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Admission, Stay
from borgerplan_desktop.model.papers import DocumentKind

CAME = ((None, N_("Not written yet")), (Admission.OWN, N_("Came by themselves")), (Admission.REFERRED, N_("Referred")))


class DecisionCard(Card):
    """`show_stay(stay)` first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("The admission, and the notice of it"), "house", parent)
        self._desk = desk
        self._stay: Stay | None = None
        self.came = ignore_wheel(QComboBox(self))
        self.referred_by, self.to = QLineEdit(self), QLineEdit(self)
        self.referred_by.setPlaceholderText(_("e.g. The outreach team"))
        self.to.setPlaceholderText(_("e.g. Lilleby Municipality, the reception unit"))
        self.admitted, self.decided, self.notified = (DateEdit(parent=self) for _each in range(3))
        for day in (self.admitted, self.decided, self.notified):
            day.look(Toward.BACK)
        facts = FieldGrid(220, 2, self)
        for name, field in ((_("First night"), self.admitted), (_("The admission was decided on"), self.decided),
                            (_("The way here"), self.came), (_("Referred by"), self.referred_by)):
            facts.add_named(name, field)
        self.body.addWidget(facts)
        self.body.addWidget(line(self))
        self.state = Pill("", "line", "clock", self)
        state = QHBoxLayout()
        state.addWidget(plain_label(_("Notice to the acting municipality"), "bold", self))
        state.addWidget(self.state)
        state.addStretch(1)
        self.body.addLayout(state)
        self.why = plain_label("", "small", self, wrap=True)
        self.body.addWidget(self.why)
        sent = FieldGrid(220, 2, self)
        sent.add_named(_("Whom it goes to"), self.to)
        sent.add_named(_("Sent on"), self.notified)
        self.body.addWidget(sent)
        self.letter_button = button(_("Show the letter"), "note", "", self)
        self.mail_button = button(_("Write a mail"), "send", "", self)
        self.sent_button = button(_("It is sent today"), "check", "primary", self)
        self._sending = False
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=8)
        for each in (self.letter_button, self.mail_button, self.sent_button):
            flow.addWidget(each)
        self.body.addWidget(buttons)
        self._fields = (
            DateField(self.admitted, desk, Stay.admitted_on, admission.ADMITTED, admission.admitted_on),
            DateField(self.decided, desk, Stay.decided_on, admission.DECIDED, admission.decided_on),
            DateField(self.notified, desk, Stay.notified_on, admission.NOTIFIED, admission.notified_on),
            ChoiceField(self.came, desk, Stay.admission, admission.ADMITTED,
                        [(value, _(words)) for value, words in CAME]),
            TextField(self.referred_by, desk, Stay.referred_by, admission.ADMITTED),
            TextField(self.to, desk, Stay.notified_to, admission.NOTIFIED))
        # Signals
        self.letter_button.clicked.connect(self.show_letter)
        self.mail_button.clicked.connect(self.write_mail)
        self.sent_button.clicked.connect(self._on_sent)
        self.to.textEdited.connect(self.trouble.hide)
        desk.changed.connect(self._on_changed)
        desk.refused.connect(self._on_refused)

    def show_stay(self, stay: Stay) -> None:
        self._stay = stay
        for field in self._fields:
            field.show_row(stay)
        self._refresh()

    def show_letter(self) -> None:
        """The letter as it is now, to print or save."""
        if self._stay is not None:
            show_paper(self._desk, BY_KIND[DocumentKind.NOTICE], self.window(), self._stay.id)

    def write_mail(self) -> MailDraft | None:
        """A mail to go with the letter; nothing about the citizen stands in it."""
        if self._stay is None:
            return None
        return open_draft(self._desk, self.window(), notice.mail, self._stay, title=_("A mail to go with the letter"))

    def _on_sent(self) -> None:
        if self._stay is not None:
            self._desk.settle.emit()
            to = self._stay.notified_to or self._desk.case.the(Citizen).acting_municipality
            self._sending = True
            self._desk.do(admission.notified, self._stay, to)
            self._sending = False

    def _on_refused(self, sentence: str, field: str) -> None:
        if field == "notified_to" and self._sending:     # a day that was typed says it beside itself
            say(self.trouble, sentence)
            self.to.setFocus()
            self._desk.said()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Stay) or changes.touches(Citizen):
            self._refresh()

    def _refresh(self) -> None:
        stay = self._stay
        if stay is None or not stay.exists:
            return
        self.referred_by.setEnabled(stay.admission is Admission.REFERRED)
        seen = notice.seen(stay, self._desk.opened.today())
        self.state.say(seen.words, seen.kind, seen.icon)
        say(self.why, seen.why)
        self.to.setReadOnly(stay.notified_on is not None)            # whom it went to stays on record
        self.sent_button.setVisible(stay.notified_on is None)
        self.trouble.hide()
