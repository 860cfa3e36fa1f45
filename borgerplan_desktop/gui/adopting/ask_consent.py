"""The consent form on screen: nothing is ticked beforehand, and a no has its own button of the same size."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from borgerplan_desktop.casework.frame.said_elsewhere import access_of, interpreters, not_on_map
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, hindrances, say_no
from borgerplan_desktop.casework.papers.plan_paper import consent_paper
from borgerplan_desktop.gui.adopting.sign_together import SignTogether
from borgerplan_desktop.gui.appearance.theme import scale
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import in_full
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import PlainLabel, breakable, plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _, listed
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Consent, GivenHow, Topic
from borgerplan_desktop.model.network import NetworkMember, askable, lay_representatives

TROUBLES = ("purpose", "persons", "topics", "other_topic", "given_on", "expires_on", "given_how", "told_before")

LARGE = 1.4                                              # text size from which the columns stand below each other


class AskConsent(CaseDialog):
    form = "ask_consent"

    text_label: QLabel
    form_scroll: DialogScroll
    purpose_field: GrowingTextEdit
    persons_box: QWidget
    topics_box: QWidget
    other_field: QLineEdit
    not_field: GrowingTextEdit
    consequence_field: GrowingTextEdit
    given_field: DateEdit
    until_field: DateEdit
    how_field: QComboBox
    interpreter_field: QLineEdit
    lay_field: QLineEdit
    told_box: QCheckBox
    purpose_trouble: QLabel
    persons_trouble: QLabel
    topics_trouble: QLabel
    other_topic_trouble: QLabel
    given_on_trouble: QLabel
    expires_on_trouble: QLabel
    given_how_trouble: QLabel
    told_before_trouble: QLabel
    choices_row: QBoxLayout
    dates_row: QBoxLayout
    how_row: QBoxLayout
    foot_row: QBoxLayout
    how_group: QBoxLayout
    given_group: QBoxLayout
    until_group: QBoxLayout
    cancel_button: QPushButton
    paper_button: QPushButton
    no_button: QPushButton
    yes_button: QPushButton

    def __init__(self, desk: Desk, chosen: NetworkMember | None = None, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._said_no = False                            # the answer that was tried last
        if scale() >= LARGE:                             # no room side by side
            for row in (self.choices_row, self.dates_row, self.how_row, self.foot_row):
                row.setDirection(QBoxLayout.Direction.TopToBottom)
            for group, trouble in ((self.how_group, self.given_how_trouble), (self.given_group, self.given_on_trouble),
                                   (self.until_group, self.expires_on_trouble)):
                group.addWidget(trouble)                 # right below its own field
        name = desk.case.the(Citizen).first_name
        self.text_label.setText(_("{name} decides. Read it together, and ask until it is clear. "
                                  "It is voluntary, and yes to some and no to other things is fine.").format(
                                      name=breakable(name)))
        self.told_box.setText(_("{name} has been told what the consent is for and whom it covers").format(
            name=name).replace("&", "&&"))
        self._persons: dict[str, QCheckBox] = {}
        self._fetches: dict[str, QCheckBox] = {}
        self.frame_says: dict[str, PlainLabel] = {}      # by whom: what the access table of the shared frame proposes
        outside = [m for m in askable(desk.case) if m.staff_id is None]
        for member in sorted(outside, key=lambda each: each is not chosen):
            self._add_person(member)                     # whom it began with stands first, and is not ticked either
        self._say_who_is_missing(outside)
        self._topics: dict[Topic, QCheckBox] = {}
        self._noes: dict[Topic, QCheckBox] = {}
        for topic in Topic:
            self._add_topic(topic)
        for how in GivenHow:
            self.how_field.addItem(_(how.label))
        self.how_field.setPlaceholderText(_("Choose"))
        self.how_field.setCurrentIndex(-1)               # asked like the rest
        for date_edit, spoken in ((self.given_field, _("The day of the answer")),
                                  (self.until_field, _("In force until"))):
            date_edit.set_clock(desk.opened.today)
            date_edit.set_name(spoken)
        self.given_field.look(Toward.BACK)
        self.until_field.look(Toward.AHEAD)
        self.given_field.setDate(desk.opened.today())
        self.purpose_field.set_lines(2, 5)
        self.lay_field.setText(", ".join(m.contact.name for m in lay_representatives(desk.case, desk.opened.today())))
        OfferedWords(self.interpreter_field, interpreters(desk.case.register), _("Interpreters of the frame"),
                     _("Choose from the frame"),
                     _("The down key shows the frame's interpreters. You may write another."))
        self.other_field.hide()
        self.sign_button = button(_("Sign on the screen"), "sign", "ghost", self)
        self.how_group.addWidget(self.sign_button, 0, Qt.AlignmentFlag.AlignLeft)
        for at in range(self.how_row.count()):           # the fields beside it stay in line with its own
            item = self.how_row.itemAt(at)
            if item is not None and (group := item.layout()) is not None:
                self.how_row.setAlignment(group, Qt.AlignmentFlag.AlignTop)
        for name in TROUBLES:
            self.say_refusal(name, getattr(self, f"{name}_trouble"), self._spot(name))
        # Signals
        for answer in (self._topics[Topic.OTHER], self._noes[Topic.OTHER]):
            answer.toggled.connect(self._on_other)
        self.paper_button.clicked.connect(self.see_paper)
        self.sign_button.clicked.connect(self.sign)
        self.cancel_button.clicked.connect(self.reject)
        self.no_button.clicked.connect(self._on_no)
        self.yes_button.clicked.connect(self._on_yes)
        for answered in (self.purpose_field.textChanged, self.other_field.textChanged, self.given_field.dateEntered,
                         self.until_field.dateEntered, self.how_field.currentIndexChanged, self.told_box.toggled,
                         *(box.toggled for boxes in (self._persons, self._topics, self._noes)
                           for box in boxes.values())):
            answered.connect(self._on_answered)
        self.given_field.field.textEdited.connect(self.given_on_trouble.hide)
        self.until_field.field.textEdited.connect(self.expires_on_trouble.hide)
        self.save_unfinished(self.purpose_field, self.not_field, self.consequence_field, self.other_field,
                             self.interpreter_field, self.lay_field)
        self.purpose_field.setFocus()

    @classmethod
    def about_nobody_yet(cls, desk: Desk, parent: QWidget | None = None) -> AskConsent:
        """The question itself, from a place that does not know about whom."""
        return cls(desk, None, parent)

    def show_row(self, row_id: str) -> None:
        """The keyboard is at the person it is about; the tick is the citizen's."""
        if row_id in self._persons:
            self._persons[row_id].setFocus()

    def _add_person(self, member: NetworkMember) -> None:
        """A tick for sharing with the person, and beside it one for asking them."""
        words = in_full(member)
        share, fetch = self._ticks(self.persons_box, words, _("Ask too"))
        share.setAccessibleName(words)
        fetch.setAccessibleName(_("{name}: we may also ask for information").format(name=member.contact.said_name))
        set_tip(fetch, _("We may also ask for information"))
        fetch.toggled.connect(self._on_fetch)
        if words := "\n".join(each.short for each in access_of(self._desk.case.register, member)):
            self.frame_says[member.id] = self._say_below(words)
        self._persons[member.id], self._fetches[member.id] = share, fetch

    def _say_below(self, words: str) -> PlainLabel:
        """In small below the people: the frame proposes, the citizen answers."""
        made = plain_label(breakable(words), "small", self.persons_box, wrap=True)
        layout = self.persons_box.layout()
        assert layout is not None
        layout.addWidget(made)
        return made

    def _say_who_is_missing(self, there: list[NetworkMember]) -> None:
        """Whom the frame names, and nobody on the map works there."""
        others = not_on_map(self._desk.case.register, there)
        if others:
            words = _("The frame also names {who}. Nobody on the map is from there.")
            self.frame_says[""] = self._say_below(words.format(who=listed([each.who for each in others])))

    def _on_fetch(self, on: bool) -> None:
        """Whoever may be asked is told what it is about."""
        if on:
            for id, box in self._fetches.items():
                if box.isChecked():
                    self._persons[id].setChecked(True)

    @staticmethod
    def _ticks(box: QWidget, words: str, beside: str) -> tuple[QCheckBox, QCheckBox]:
        """Two ticks on a line."""
        line = QWidget(box)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        first, second = WrappedCheck(words.replace("&", "&&"), line), QCheckBox(beside, line)
        row.addWidget(first, 1)
        row.addWidget(second)
        layout = box.layout()
        assert layout is not None
        layout.addWidget(line)
        return first, second

    def _add_topic(self, topic: Topic) -> None:
        """A tick for yes, and beside it one for no; neither means that nobody asked."""
        yes, no = self._ticks(self.topics_box, _(topic.label), _("No"))
        yes.setAccessibleName(_("{topic}: yes").format(topic=_(topic.label)))
        no.setAccessibleName(_("{topic}: no").format(topic=_(topic.label)))
        for each in (yes, no):
            each.setProperty("topic", topic.value)
            each.toggled.connect(self._on_answer)
        self._topics[topic], self._noes[topic] = yes, no

    def _on_answer(self, on: bool) -> None:
        """Yes and no take each other away."""
        sender = self.sender()
        if on and isinstance(sender, QCheckBox):
            topic = Topic(sender.property("topic"))
            other = self._noes[topic] if sender is self._topics[topic] else self._topics[topic]
            other.setChecked(False)

    def _on_other(self) -> None:
        self.other_field.setVisible(self._topics[Topic.OTHER].isChecked() or self._noes[Topic.OTHER].isChecked())

    def see_paper(self) -> PaperWindow:
        """The form as it is filled in now: to read together, print and sign before the answer is given."""
        window = PaperWindow(self._desk, _("Consent to share information"),
                             partial(consent_paper, self._desk.opened, self._asked()), self, _("Print the form"))
        window.open()
        return window

    def _members(self, boxes: dict[str, QCheckBox]) -> list[NetworkMember]:
        return [m for id, box in boxes.items() if box.isChecked() and self._persons[id].isChecked()
                and (m := self._desk.case.get(NetworkMember, id)) is not None]

    def _asked(self) -> Asked:
        return Asked(
            purpose=self.purpose_field.toPlainText(), persons=self._members(self._persons),
            topics=[topic for topic, box in self._topics.items() if box.isChecked()],
            given_how=list(GivenHow)[at] if (at := self.how_field.currentIndex()) >= 0 else None,
            told_before=self.told_box.isChecked(),
            given_on=self.given_field.date(), expires_on=self.until_field.date(),
            fetch_from=self._members(self._fetches), not_to_share=self.not_field.toPlainText(),
            consequence=self.consequence_field.toPlainText(), other_topic=self.other_field.text(),
            refused=[topic for topic, box in self._noes.items() if box.isChecked()],
            with_interpreter=self.interpreter_field.text(), with_lay_representative=self.lay_field.text())

    def _on_yes(self) -> None:
        self._answer(give_consent, said_no=False)

    def _on_no(self) -> None:
        self._answer(say_no, said_no=True)

    def _answer(self, act: Callable[..., Consent], *, said_no: bool) -> None:
        """Store the answer, or say at every field what it waits for."""
        if not self._is_hindered(said_no=said_no) and self._desk.do(act, self._asked()) == "stored":
            self.accept()

    def _is_hindered(self, *, said_no: bool) -> bool:
        """Whether something is missing; it is said where, and the keyboard is there."""
        self._hide_troubles()
        self._said_no = said_no
        unclear = next((e for e in (self.given_field, self.until_field) if not e.is_understood()), None)
        missing = hindrances(self._desk.opened, self._asked(), said_no)
        for each in missing:
            say(getattr(self, f"{each.field}_trouble"), each.message)
        if missing:
            self._spot(missing[0].field).setFocus()
        elif unclear is not None:
            unclear.setFocus()
        return bool(missing) or unclear is not None

    def sign(self) -> SignTogether | None:
        """Sign on the screen what is filled in; None = something is missing, and it is said where."""
        self.how_field.setCurrentIndex(list(GivenHow).index(GivenHow.SIGNED))
        if self._is_hindered(said_no=False):
            return None
        dialog = SignTogether(self._desk, self._asked(), self)
        dialog.accepted.connect(self.accept)
        dialog.open()
        return dialog

    def _on_answered(self) -> None:
        """What was asked for in red and is answered now is red no longer; nothing new is said while one fills in."""
        left = {each.field for each in hindrances(self._desk.opened, self._asked(), self._said_no)}
        for name in TROUBLES:
            if name not in left:
                getattr(self, f"{name}_trouble").hide()

    def _spot(self, field: str) -> QWidget:
        """Where the keyboard goes to put it right."""
        spots: dict[str, QWidget] = {
            "purpose": self.purpose_field, "told_before": self.told_box, "given_how": self.how_field,
            "other_topic": self.other_field,
            "given_on": self.given_field, "expires_on": self.until_field,
            "persons": next(iter(self._persons.values()), self.persons_box),
            "topics": self._topics[Topic.PLAN]}
        return spots[field]

    def _hide_troubles(self) -> None:
        for name in TROUBLES:
            getattr(self, f"{name}_trouble").hide()
