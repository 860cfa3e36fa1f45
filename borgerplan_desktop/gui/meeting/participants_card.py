"""Who comes and why each one is there, with what the consent covers."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.editions import with_older
from borgerplan_desktop.casework.meeting.participants import (
    may_have_paper,
    move_participant,
    remove_participant,
)
from borgerplan_desktop.casework.meeting.reasons import suggest_reasons, without_reason
from borgerplan_desktop.casework.meeting.replies import note_answer
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.appearance.sizes import UNLIMITED, fit_sizes, remember_sizes
from borgerplan_desktop.gui.appearance.theme import scale
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.meeting.choose_people import ChoosePeople
from borgerplan_desktop.gui.meeting.participant_names import (
    answer_words,
    consent_pill,
    first_name_of,
    is_square,
    name_of,
    role_of,
    topics_words,
)
from borgerplan_desktop.gui.printing.paper_window import show_paper
from borgerplan_desktop.gui.system.dropped_file import dropped_file
from borgerplan_desktop.gui.widgets.avatar import Avatar, hue_of
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.row_list import RowList
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import N_, _, day_short, listed, ngettext
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting, Participant, Reply
from borgerplan_desktop.model.meeting_edition import Has, has
from borgerplan_desktop.model.meeting_reader import MeetingFor
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import DocumentKind

NAMED = 5                                                # without consent: more than these are counted
CONSENT = 156                                            # width of the column of pills, at 100 %


class ParticipantRow(QFrame):
    """One person; Alt+Up and Alt+Down move them in the order of the round."""

    def __init__(self, desk: Desk, participant: Participant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._participant = desk, participant
        self.setProperty("role", "ruled")
        self.avatar = Avatar(size=32, parent=self)
        self.name = plain_label("", "bold", self, wrap=True)
        self.role = ElidedLabel("", self, role="small")
        self.answer = plain_label("", "small", self, wrap=True)
        self.why = WrappedLine(parent=self)
        self.pill = Pill(parent=self)
        self.invited = plain_label("", "small", self)
        self.more = icon_button("more", "", self)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(_("Participant"))
        for words, keys, act in ((_("Show their paper"), "", self._on_paper), (_("Move up"), "Alt+Up", self._on_up),
                                 (_("Move down"), "Alt+Down", self._on_down),
                                 *((_("Has answered: {answer}").format(answer=_(each.label).lower()), "",
                                    partial(self._on_answer, each)) for each in Reply),
                                 (_("Remove from the meeting"), "", self._on_remove)):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)
            self._menu.addAction(action)
        self.more.clicked.connect(self._on_more)
        self._field = TextField(self.why, desk, Participant.why, N_("Why each one is there"))
        self._field.show_row(participant)
        who, consent = QWidget(self), QWidget(self)      # columns of equal width in every row
        names = QVBoxLayout(who)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.role)
        names.addWidget(self.answer)
        names.addStretch(1)
        states = QVBoxLayout(consent)
        states.setContentsMargins(0, 0, 0, 0)
        states.setSpacing(2)
        states.addStretch(1)
        for state in (self.pill, self.invited):
            states.addWidget(state, 0, Qt.AlignmentFlag.AlignRight)
        states.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(10)
        row.addWidget(self.avatar)
        remember_sizes(consent, QSize(CONSENT, 0), QSize(CONSENT, UNLIMITED))
        fit_sizes(consent, scale())
        for widget, stretch in ((who, 38), (self.why, 54), (consent, 0)):
            if widget is not consent:
                widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
            row.addWidget(widget, stretch)
        row.addWidget(self.more)

    def refresh(self) -> None:
        participant, today = self._participant, self._desk.opened.today()
        member, name = participant.member, name_of(participant)
        self.avatar.show_person(member.contact.name if member is not None else name, is_square(member), hue_of(member))
        self.name.setText(name)
        invited = participant.invited_on
        wish = _("do not talk with them") if member is not None and member.do_not_talk else ""
        self.role.setText(", ".join(part for part in (wish, role_of(member, today)) if part))
        older = has(participant, today) is Has.OLDER
        say(self.invited, _(Has.OLDER.label) if older else
            _("Invited {date}").format(date=day_short(invited)) if invited is not None else "")
        say(self.answer, answer_words(participant))
        words = _("This is why {name} is there").format(name=first_name_of(member))
        self.why.setPlaceholderText(words)
        self.why.setAccessibleName(words)
        said, kind, icon = consent_pill(member, today)
        self.pill.say(said, kind, icon)
        self.pill.setVisible(bool(said))
        set_tip(self.pill, topics_words(member, today))
        if said and member is not None and not member.is_citizen and member.staff_id is None:
            self.pill.setAccessibleName(_("Consent for {name}: {state}").format(name=name, state=said))
        self.more.setAccessibleName(_("More about {name}").format(name=name))
        self.more.setToolTip("")
        self.setAccessibleName(name)

    def _on_more(self) -> None:
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_paper(self) -> None:
        """The invitation as they get it."""
        meeting = self._desk.case.get(Meeting, self._participant.meeting_id)
        if meeting is not None:
            show_paper(self._desk, BY_KIND[DocumentKind.INVITATION], self.window(),
                       MeetingFor.to(meeting, self._participant.member).key)

    def _index(self) -> int:
        meeting = self._desk.case.get(Meeting, self._participant.meeting_id)
        return meeting.participants.index(self._participant) if meeting is not None else 0

    def _on_up(self) -> None:
        if self._index() > 0:
            self._desk.do(move_participant, self._participant, self._index() - 1)

    def _on_down(self) -> None:
        self._desk.do(move_participant, self._participant, self._index() + 1)

    def _on_answer(self, answer: Reply) -> None:
        self._desk.do(note_answer, self._participant, answer)

    def _on_remove(self) -> None:
        self._desk.do(remove_participant, self._participant)


class ParticipantsCard(Card):
    """The participants of one meeting, whom to ask for consent first, and who has an older agenda.

    `change_wanted()` when those are to be sent what has changed; `answer_dropped(path)` when somebody drops a file.
    """

    change_wanted = Signal()
    answer_dropped = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Participants"), "people", parent)
        self.setAcceptDrops(True)
        self._desk = desk
        self._meeting: Meeting | None = None
        self.add = self.add_action(_("Add"), "plus")
        self.add.setAccessibleName(_("Add participant"))
        self.add.clicked.connect(self._on_add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.list = RowList(self._rows, self._make, ParticipantRow.refresh)
        self.nobody = plain_label(_("Nobody yet. Whom does the meeting need?"), "muted", self)
        self.body.setSpacing(2)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.nobody)
        self.body.addStretch(1)
        self.suggest = button(_("Suggest why each one is there"), "bulb", "ghost", self)
        self.suggest.clicked.connect(self._on_suggest)
        self.body.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self.warning = QFrame(self)
        self.warning.setProperty("role", "warncard")
        self.told = plain_label("", "warn", self.warning, wrap=True)
        self.ask = button("", "sign", "ghost", self.warning)
        self.ask.clicked.connect(self._on_ask)
        line = QHBoxLayout(self.warning)
        line.setContentsMargins(12, 4, 6, 4)
        line.addWidget(IconView("consent_off", "warn", 18, parent=self.warning))
        line.addWidget(self.told, 1)
        line.addWidget(self.ask)
        self.body.addWidget(self.warning)
        self.older = QFrame(self)
        self.older.setProperty("role", "warncard")
        self.older_words = plain_label("", "warn", self.older, wrap=True)
        self.send_change = button(_("Send the change"), "send", "ghost", self.older)
        self.send_change.clicked.connect(self.change_wanted)
        line = QHBoxLayout(self.older)
        line.setContentsMargins(12, 4, 6, 4)
        line.addWidget(IconView("history", "warn", 18, parent=self.older))
        line.addWidget(self.older_words, 1)
        line.addWidget(self.send_change)
        self.body.addWidget(self.older)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.answer_dropped.emit(path)

    def show_meeting(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self.list.show(meeting.participants)
        self.nobody.setVisible(not meeting.participants)
        self.suggest.setVisible(without_reason(self._desk.opened, meeting))
        uncovered = self.uncovered()
        self.warning.setVisible(bool(uncovered))
        citizen = self._desk.case.the(Citizen).first_name
        names = listed([first_name_of(member) for member in uncovered])
        self.told.setText(_("{names} can be there, but gets nothing in writing before {name} says yes.").format(
            names=names, name=citizen) if len(uncovered) <= NAMED else ngettext(
                "{n} can be there, but gets nothing in writing before {name} says yes.",
                "{n} can be there, but get nothing in writing before {name} says yes.", len(uncovered)).format(
                    n=len(uncovered), name=citizen))
        self.ask.setText(_("Ask {name}").format(name=citizen).replace("&", "&&"))
        self.ask.setAccessibleName(_("Ask {name} for consent").format(name=citizen))
        self._show_older(meeting)

    def show_who_has_what(self, meeting: Meeting) -> None:
        """The agenda has changed: only which of it each has is shown anew."""
        self._meeting = meeting
        if meeting.invited_on is not None:
            for row in self.list.widgets():
                row.refresh()
        self._show_older(meeting)

    def _show_older(self, meeting: Meeting) -> None:
        n = len(with_older(self._desk.opened, meeting, Has.OLDER)) if meeting.status.ahead else 0
        self.older.setVisible(bool(n))
        self.older_words.setText(ngettext("{n} has an older agenda than the one here.",
                                          "{n} have an older agenda than the one here.", n).format(n=n))

    def without_reason(self) -> QWidget | None:
        """The field of the first of whom nobody has said why."""
        return next((row.why for row in self.list.widgets() if not row.why.toPlainText().strip()), None)

    def uncovered(self) -> list[NetworkMember]:
        """The participants whom no consent covers."""
        if self._meeting is None:
            return []
        members = [p.member for p in self._meeting.participants
                   if p.member is not None and p.member.can_be_asked]
        return [member for member in members if not may_have_paper(self._desk.opened, member)]

    def _make(self, participant: Participant) -> ParticipantRow:
        return ParticipantRow(self._desk, participant, self)

    def _on_add(self) -> None:
        self.choose()

    def choose(self) -> ChoosePeople | None:
        """Ask whom the meeting needs: everybody of the network who is not on the list yet."""
        if self._meeting is None:
            return None
        dialog = ChoosePeople(self._desk, self._meeting, self)
        dialog.added.connect(self._on_added)
        dialog.somebody_new.connect(self._on_new)
        dialog.open()
        return dialog

    def _on_suggest(self) -> None:
        if self._meeting is not None:
            self._desk.settle.emit()
            self._desk.do(suggest_reasons, self._meeting)
            self.add.setFocus()

    def _on_added(self, made: list[Participant]) -> None:
        row = self.list.of(made[0]) if made else None
        if row is not None:
            row.why.setFocus()

    def _on_new(self) -> None:
        self._desk.go.emit("network", "")

    def _on_ask(self) -> None:
        self.ask_consent()

    def ask_consent(self) -> AskConsent:
        """Ask the citizen here, over the meeting: afterwards one is where one was."""
        self._desk.settle.emit()
        dialog = AskConsent(self._desk, next(iter(self.uncovered()), None), self.window())
        dialog.finished.connect(self._on_asked)
        dialog.open()
        return dialog

    def _on_asked(self) -> None:
        (self.ask if self.warning.isVisible() else self.add).setFocus()
