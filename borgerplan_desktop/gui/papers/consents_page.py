"""Who may know what: the table, the chosen person in sentences, asking and withdrawing."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtWidgets import QVBoxLayout

from borgerplan_desktop.casework.frame.said_elsewhere import access_of
from borgerplan_desktop.casework.papers.signed_consent import kept_paper
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.appearance.theme import px, restyle
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.consent_history import ConsentHistory
from borgerplan_desktop.gui.papers.consent_table_delegate import ConsentTableDelegate
from borgerplan_desktop.gui.papers.consent_table_model import ConsentTableModel
from borgerplan_desktop.gui.papers.consent_words import how_given, shared_words, until
from borgerplan_desktop.gui.papers.papers_form import PapersForm
from borgerplan_desktop.gui.papers.take_back import TakeBack
from borgerplan_desktop.gui.papers.topic_header import TopicHeader
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.widgets.avatar import hue_of
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _, day, listed
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import (
    Consent,
    ConsentPerson,
    ConsentTopic,
    Narrowing,
    Topic,
    consents_of,
    ends_soon,
    may_share,
)
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.papers import Delivery, Document

NAMES = 200                                              # design pixels of their column; fewer where it is tight
ANOTHER_FIT = frozenset({QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.StyleChange, QEvent.Type.FontChange})


class ConsentsPage(QObject):
    """Drives the first page of the tab's form; `page` has the widgets."""

    def __init__(self, desk: Desk, page: PapersForm) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.model = ConsentTableModel(self)
        page.matrix.setModel(self.model)
        page.matrix.setItemDelegate(ConsentTableDelegate(page.matrix))
        page.matrix.verticalHeader().hide()
        page.matrix_hint.setText(_("Yes: may be told. No: may not. ?: not asked yet."))
        header = TopicHeader(page.matrix)
        page.matrix.setHorizontalHeader(header)
        restyle(header)
        set_tip(page.matrix, _("Choose a person to see everything in sentences"))
        for watched in (page.matrix, page.matrix.viewport()):
            watched.installEventFilter(self)
        self.ends_pill = Pill("", "warn", "clock", page.person_card)
        self.history = ConsentHistory(desk, page.person_card)
        self.take_back = TakeBack(desk, page.withdraw_button, page.person_card)
        self.frame_says = plain_label("", "small", page.person_card, wrap=True)
        card = page.person_card.layout()
        assert isinstance(card, QVBoxLayout)
        card.insertWidget(1, self.ends_pill)
        card.insertWidget(card.indexOf(page.may_not_label) + 1, self.frame_says)
        card.addWidget(self.take_back)
        card.addWidget(self.history)
        # Signals
        page.matrix.selectionModel().currentRowChanged.connect(self._on_row)
        page.ask_button.clicked.connect(self.ask)
        page.withdraw_button.clicked.connect(self._on_withdrawn)
        self.history.form_wanted.connect(self._on_form)
        page.consents_empty.wanted.connect(self._on_add)
        desk.changed.connect(self._on_changed)
        # Initial update
        self.refresh()

    def choose(self, member_id: str) -> None:
        """Show this person."""
        row = self.model.row_of(member_id)
        if row >= 0:
            self._page.matrix.setCurrentIndex(self.model.index(row, 0))

    def chosen_id(self) -> str:
        member = self._chosen()
        return member.id if member is not None else ""

    def ask(self) -> AskConsent:
        """Ask the citizen; the chosen person is ticked beforehand, nothing else is."""
        self._desk.settle.emit()
        dialog = AskConsent(self._desk, self._chosen(), self._page)
        dialog.open()
        return dialog

    def refresh(self) -> None:
        chosen = self._chosen()
        name = self._desk.case.the(Citizen).first_name
        self._page.matrix_title.setText(_("{name} decides who may know what").format(name=name))
        self.model.show_case(self._desk.case, self._desk.opened.today())
        if self.model.rowCount():
            row = self.model.row_of(chosen.id) if chosen is not None else 0
            self._page.matrix.setCurrentIndex(self.model.index(max(0, row), 0))
        empty = self.model.rowCount() == 0
        self._page.consents_scroll.setVisible(not empty)
        self._page.consents_empty.setVisible(empty)
        self._page.consents_empty.say(
            _("Nobody on the map yet"), _("Who is important to {name}?").format(name=name), _("Add person"))
        self._show_person()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in ANOTHER_FIT:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Each topic is as wide as its word and its answer; names and topics share what is left."""
        matrix = self._page.matrix
        matrix.verticalHeader().setDefaultSectionSize(px(56))
        header = matrix.horizontalHeader()
        topics = range(1, header.count())
        least = [max(px(62), header.sectionSizeHint(topic)) for topic in topics]
        room = matrix.viewport().width() - sum(least)
        half = max(0, room - px(NAMES)) // 2
        header.resizeSection(0, max(min(room, px(NAMES)), px(160), header.sectionSizeHint(0)) + half)
        for topic, width in zip(topics, least, strict=True):
            header.resizeSection(topic, width + half // len(least))

    def _chosen(self) -> NetworkMember | None:
        member = self.model.member(self._page.matrix.currentIndex().row())
        return member if member is not None and member.exists else None

    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_person()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in
               (Consent, ConsentPerson, ConsentTopic, Narrowing, NetworkMember, Delivery, Meeting, Citizen)):
            self.refresh()

    def _on_add(self) -> None:
        self._desk.go.emit("network", "")

    def _on_withdrawn(self) -> None:
        self._page.matrix.setFocus()                     # the button is gone: at the person's row

    # ------------------------------------------------------------------ the chosen person, in sentences
    def _show_person(self) -> None:
        member, page = self._chosen(), self._page
        page.person_card.setVisible(member is not None)
        if member is None:
            return
        case, today = self._desk.case, self._desk.opened.today()
        contact, first = member.contact, member.contact.first_name
        page.person_avatar.show_person(contact.name, member.kind is MemberKind.PROFESSIONAL, hue_of(member))
        page.person_name.setText(contact.said_name)
        page.person_words.setText(member.described)
        forms = consents_of(case, member)
        may = {_(topic.label).lower(): may_share(case, member, topic, today) for topic in Topic}
        yes = [topic for topic, answer in may.items() if answer.allowed]
        no = [topic for topic, answer in may.items() if answer.asked and not answer.allowed]
        unasked = [topic for topic, answer in may.items() if not answer.asked]
        page.may_label.setVisible(bool(yes))
        page.may_label.setText(_("{name} may be told about: {topics}.").format(name=first, topics=listed(yes)))
        say(page.may_not_label,
            _("Nobody has asked about {name} yet. Nothing is shared.").format(name=first) if not forms else " ".join(
                sentence.format(name=first, topics=listed(topics)) for sentence, topics in (
                    (_("{name} may not be told about: {topics}."), no),
                    (_("Not asked, and not shared: {topics}."), unasked)) if topics))
        say(self.frame_says, " ".join(each.in_full for each in access_of(case.register, member)))
        last = forms[-1] if forms else None
        page.form_box.setVisible(last is not None)
        if last is not None:
            page.purpose_label.setText(last.purpose)
            page.how_label.setText(f"{how_given(last)}, {day(last.given_on, today)}")
            page.until_label.setText(until(last, member, today))
        given = [d for d in case.all(Delivery) if d.member_id == member.id]
        page.shared_label.setText("\n".join(shared_words(d, today) for d in given) or _("Nothing yet"))
        ends = next((end for each, end in ends_soon(case, today) if each is member), None)
        self.ends_pill.setVisible(ends is not None)
        if ends is not None:
            self.ends_pill.say(_("Runs out {date}").format(date=day(ends, today)), "warn", "clock")
        self.history.show_person(member)
        self.take_back.show_person(member)
        withdrawn = last.withdrawn_for(member) if last is not None else None
        words = _("The answer can always be changed. What has already been given cannot be called back.") if yes else ""
        if not yes and withdrawn is not None:
            words = _("The consent was withdrawn {date}. From now on we share no more with {name}. What was shared "
                      "before stands on the list.").format(date=day(withdrawn, today), name=first)
        say(page.revoke_hint, words)

    def _on_form(self, document_id: str) -> None:
        document = self._desk.case.get(Document, document_id)
        paper = kept_paper(self._desk.opened, document) if document is not None else None
        if paper is not None:
            PaperWindow(self._desk, _("Consent to share information"), paper, self._page).open()
