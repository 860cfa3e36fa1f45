"""Whom the citizen wishes for the support at home (§ 85 a), passed on to the municipality, and what it answered."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from borgerplan_desktop.casework.leaving import home_support as casework
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.prose import citizens_own
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic
from borgerplan_desktop.model.leaving import HomeSupportWish, WishAnswer, wish_of
from borgerplan_desktop.model.network import NetworkMember

ANSWERS = list(WishAnswer)


class SupportCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Who gives the support at home?"), "heart", parent)
        self._desk = desk
        self.paper_button = self.add_action(_("See the paper"), "print")
        name = desk.case.the(Citizen).first_name
        self.question = plain_label(_("Ask {name}: Whom would you like to help you at home? It is passed on to the "
                                      "municipality (§ 85 a).").format(name=name), "muted", self, wrap=True)
        self.ask_button = button(_("Write the answer"), "edit", "", self)
        self.fields = QWidget(self)
        self.asked_on, self.passed_on = DateEdit(parent=self.fields), DateEdit(parent=self.fields)
        self.answered_on = DateEdit(parent=self.fields)
        for each in (self.asked_on, self.passed_on, self.answered_on):
            each.look(Toward.BACK)
        self.no_wish = WrappedCheck(_("Was asked, and has no wish"), self.fields)
        self.wished = QWidget(self.fields)
        self.who = ChoosePerson(desk, _("Wishes for"), _("Nobody in particular"), self.wished)
        self.to = ChoosePerson(desk, _("Who gets it at the municipality"), _("Nobody yet"), self.wished)
        self.answer = calm_combo(QComboBox(self.wished))
        self.answer.addItems([_(each.label) for each in ANSWERS])
        self.wish, self.reason = GrowingTextEdit("", 2, 6, self.wished), GrowingTextEdit("", 1, 6, self.wished)
        citizens_own(self.wish).setPlaceholderText(_("In the citizen's own words"))
        self.may = plain_label("", "small", self.wished, wrap=True)
        self.consent_button = button(_("Ask for consent"), "consent", "ghost", self.wished)
        self._lay_out()
        row = HomeSupportWish
        self._fields = (
            DateField(self.asked_on, desk, row.asked_on, casework.WROTE, casework.asked_on),
            TextField(self.wish, desk, row.wish, casework.WROTE),
            DateField(self.passed_on, desk, row.passed_on, casework.PASSED_ON, casework.passed_on),
            DateField(self.answered_on, desk, row.answered_on, casework.ANSWERED, casework.answered_on),
            TextField(self.reason, desk, row.reason, casework.ANSWERED))
        # Signals
        self.ask_button.clicked.connect(self._on_ask)
        self.paper_button.clicked.connect(self.see_paper)
        self.no_wish.clicked.connect(self._on_no_wish)
        self.who.chosen.connect(self._on_who)
        self.to.chosen.connect(self._on_to)
        self.answer.activated.connect(self._on_answer)
        self.consent_button.clicked.connect(self._on_consent)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _lay_out(self) -> None:
        first, second = FieldGrid(230, 2, self.fields), FieldGrid(230, 2, self.wished)
        first.add_named(_("Asked on"), self.asked_on)
        first.add(self.no_wish)
        for name, field in ((_("Wishes for"), self.who), (_("The wish in words"), self.wish),
                            (_("Who gets it at the municipality"), self.to), (_("Passed on"), self.passed_on),
                            (_("The answer"), self.answer), (_("Answered on"), self.answered_on)):
            second.add_named(name, field)
        reason = plain_label(_("The reason for the answer"), "smallbold", self.wished)
        reason.setBuddy(self.reason)
        self.reason.setAccessibleName(_("The reason for the answer"))
        for box, parts in ((self.wished, (second, self.may, self.consent_button, reason, self.reason)),
                           (self.fields, (first, self.wished))):
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
            for each in parts:
                column.addWidget(each)
        for each in (self.question, self.ask_button, self.fields):
            self.body.addWidget(each)

    def see_paper(self) -> PaperWindow:
        """The wish as one page to the municipality."""
        return show_paper(self._desk, BY_KEY["support-wish"], self.window())

    # ------------------------------------------------------------------ what a person does
    @property
    def _wish(self) -> HomeSupportWish | None:
        return wish_of(self._desk.case)

    def _on_ask(self) -> None:
        self._desk.do(casework.ask_about_support)
        self.wish.setFocus()

    def _on_no_wish(self, none: bool) -> None:
        if self._wish is not None:
            self._desk.do(casework.has_no_wish, self._wish, none)
        self._refresh()

    def _on_who(self, member: NetworkMember | None) -> None:
        if self._wish is not None:
            self._desk.do(casework.choose_supporter, self._wish, member)
        self._refresh()

    def _on_to(self, member: NetworkMember | None) -> None:
        if self._wish is not None:
            self._desk.do(casework.choose_recipient, self._wish, member)
        self._refresh()

    def _on_answer(self, index: int) -> None:
        if self._wish is not None:
            self._desk.do(casework.answer_wish, self._wish, ANSWERS[index])
        self._refresh()

    def _on_consent(self) -> None:
        if self._wish is not None and self._wish.to is not None:
            self._desk.go.emit("ask_consent", self._wish.to.id)

    # ------------------------------------------------------------------ what is shown
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (HomeSupportWish, NetworkMember, Consent, ConsentPerson,
                                                  ConsentTopic)):
            self._refresh()

    def _refresh(self) -> None:
        wish, case = self._wish, self._desk.case
        self.ask_button.setVisible(wish is None)
        self.fields.setVisible(wish is not None)
        for field in self._fields:
            field.show_row(wish)
        may = casework.may_pass_on(case, wish, self._desk.opened.today()) if wish is not None else None
        blocked = may is not None and not may.allowed
        self.paper_button.setVisible(wish is not None and not wish.no_wish)
        self.paper_button.setEnabled(not blocked)
        say(self.may, may.reason if may is not None else "")
        self.consent_button.setVisible(blocked)
        if wish is None:
            return
        self.no_wish.setChecked(wish.no_wish)
        self.wished.setVisible(not wish.no_wish)
        self.who.show_person(wish.member)
        self.to.show_person(wish.to)
        self.answer.setCurrentIndex(ANSWERS.index(wish.answer))
        self.answered_on.setEnabled(wish.answer is not WishAnswer.WAITING)
