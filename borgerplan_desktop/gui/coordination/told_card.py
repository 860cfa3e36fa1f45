"""Which partners have heard who is coordinator, or that coordination has ended; nobody hears it without a consent."""
from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.coordination import notice
from borgerplan_desktop.casework.papers.not_to_share import beside_the_name
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.gui.coordination.beside_citizen import called
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.mail_draft import open_draft
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label, say
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _, day, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import DocumentKind
from borgerplan_desktop.model.told import Telling, Told, ToldOf, not_told, partners, telling, to_tell_of, told_of

SHOWN_HERE = (CoordinatorAssignment, Told, NetworkMember, Consent, ConsentPerson, ConsentTopic)


class ToldCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Who has been told"), "send", parent)
        self._desk = desk
        self.state_label = plain_label("", "", self, wrap=True)
        self.lines: RowColumn[NetworkMember, PartnerLine] = RowColumn(partial(PartnerLine, desk, parent=self), 8, self)
        self.paper_button = self.add_action(_("Show the paper"), "print")
        self.paper_button.setAccessibleName(_("Show the paper about the coordinator"))
        self.body.addWidget(self.state_label)
        self.body.addWidget(self.lines)
        self.paper_button.clicked.connect(self._on_paper)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        lines = self.lines.widgets()
        return lines[0].first() if lines else self.paper_button

    def _on_paper(self) -> None:
        show_paper(self._desk, BY_KIND[DocumentKind.COORDINATOR_NOTICE], self.window())

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in SHOWN_HERE):
            self._refresh()

    def _refresh(self) -> None:
        case, today, what = self._desk.case, self._desk.opened.today(), to_tell_of(self._desk.case)
        self.setVisible(what is not None)
        if what is None:
            return
        of, assignment = what
        self.set_title(_("Who knows who is coordinator") if of is ToldOf.COORDINATOR
                       else _("Who knows that coordination has ended"))
        everybody = [m for m in partners(case, today) if m.id != assignment.member_id]
        self.lines.show_rows(everybody)
        for line in self.lines.widgets():
            line.refresh()
        left = len(not_told(case, today))
        said = ngettext("{n} partner has not heard it yet.", "{n} partners have not heard it yet.", left).format(n=left)
        self.state_label.setText(_("No partners outside the shelter yet.") if not everybody else
                                 said if left else _("Everybody who may know has been told."))


class PartnerLine(QWidget):
    """One partner: told, to be told, to be asked about, or not to be told."""

    def __init__(self, desk: Desk, member: NetworkMember, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._member = desk, member
        self._name = ElidedLabel("", self, role="bold")
        self._pill = Pill("", parent=self)
        self._why = plain_label("", "small", self, wrap=True)
        self.undo_button = icon_button("close", _("Was not told after all"), self)
        self._actions = QWidget(self)
        flow = FlowLayout(self._actions, 6)
        self.mail_button = self._button(flow, _("Write a mail"), "send")
        self.paper_button = self._button(flow, _("Show the paper"), "print")
        self.told_button = self._button(flow, _("Has been told"), "check")
        self.ask_button = self._button(flow, _("Ask for consent"), "sign")
        self._menu = QMenu(self.told_button)
        for channel in notice.CHANNELS:
            action = QAction(_(channel.label), self._menu)
            action.setData(channel)
            self._menu.addAction(action)
        self.told_button.setMenu(self._menu)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(self._name, 1)
        row.addWidget(self._pill)
        row.addWidget(self.undo_button)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self._why)
        column.addWidget(self._actions)
        self.mail_button.clicked.connect(self._on_mail)
        self.paper_button.clicked.connect(self._on_paper)
        self.ask_button.clicked.connect(self._on_ask)
        self.undo_button.clicked.connect(self._on_undo)
        self._menu.triggered.connect(self._on_told)
        self.refresh()

    def _button(self, flow: FlowLayout, words: str, icon: str) -> QPushButton:
        made = button(words, icon, "ghost", self._actions)
        flow.addWidget(made)
        return made

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        order = (self.ask_button, self.mail_button, self.undo_button)
        return next((each for each in order if not each.isHidden()), self.undo_button)

    def refresh(self) -> None:
        what = to_tell_of(self._desk.case)
        if what is None or not self._member.exists:
            return
        (of, assignment), today, contact = what, self._desk.opened.today(), self._member.contact
        state = telling(self._desk.case, of, assignment, self._member, today)
        self._name.setText(", ".join(part for part in (contact.said_name, self._member.described) if part))
        said = told_of(self._desk.case, of, assignment, self._member)
        words, kind, icon = {
            Telling.TOLD: (_("Told {date} · {how}").format(
                date=day(said.on, today), how=_(said.how.label)) if said is not None else "", "good", "check"),
            Telling.MAY: (_("Not told yet"), "warn", "send"),
            Telling.ASK: (_("Consent is missing"), "warn", "consent_off"),
            Telling.NOT: (_("Is not told"), "line", "consent_off")}[state]
        self._pill.say(words, kind, icon)
        not_this = beside_the_name(self._desk.opened, self._member) if state is Telling.MAY else ""
        say(self._why, _("{name} said no, and we keep to that.").format(name=called(self._desk))
            if state is Telling.NOT else not_this)
        for each in (self.mail_button, self.paper_button, self.told_button):
            each.setVisible(state is Telling.MAY)
            each.setAccessibleName(f"{each.text()}: {contact.said_name}")
            each.setAccessibleDescription(not_this)
        self.ask_button.setVisible(state is Telling.ASK)
        self.ask_button.setAccessibleName(f"{self.ask_button.text()}: {contact.said_name}")
        self.undo_button.setVisible(state is Telling.TOLD)
        self._actions.setVisible(state in (Telling.MAY, Telling.ASK))

    # ------------------------------------------------------------------ acting
    def _on_mail(self) -> None:
        draft = open_draft(self._desk, self.window(), notice.notice_mail, self._member)
        if draft is not None:
            draft.used.connect(self._on_mailed)

    def _on_mailed(self) -> None:
        if self._member.exists:
            self._desk.do(notice.tell, self._member, ContactChannel.EMAIL)

    def _on_paper(self) -> PaperWindow:
        return show_paper(self._desk, BY_KIND[DocumentKind.COORDINATOR_NOTICE], self.window(), self._member.id)

    def _on_told(self, action: QAction) -> None:
        if self._member.exists:
            self._desk.do(notice.tell, self._member, ContactChannel(action.data()))

    def _on_ask(self) -> None:
        self._desk.go.emit("ask_consent", self._member.id)

    def _on_undo(self) -> None:
        if self._member.exists:
            self._desk.do(notice.not_told_after_all, self._member)
