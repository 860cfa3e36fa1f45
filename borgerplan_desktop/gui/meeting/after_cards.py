"""The cards after the meeting: what it means, why no plan, the minutes to each."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.after_meeting import (
    explain,
    give_minutes,
    waiting_for_minutes,
)
from borgerplan_desktop.casework.meeting.editions import with_older
from borgerplan_desktop.casework.meeting.participants import may_have_paper
from borgerplan_desktop.casework.meeting.sum_up import was_not_adopted
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.meeting.meeting_dialogs import ShareAnyway
from borgerplan_desktop.gui.meeting.participant_names import consent_pill, name_of
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.columns import Fitting
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import breakable, plain_label
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.row_list import RowList
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting, Participant, Presence
from borgerplan_desktop.model.meeting_edition import Has, has

MOST_LINES = 2                                           # of a name beside what is said about it


class MeaningCard(Card):
    """What the meeting means for the citizen, in plain words, and that it was explained."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", "speech", parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self.text = GrowingTextEdit(least=3, most=14, parent=self)
        self.text.setProperty("role", "quote")
        self._field = TextField(self.text, desk, Meeting.meaning, N_("What the meeting means"))
        self.done = QCheckBox(self)
        self.done.clicked.connect(self._on_done)
        self.body.addWidget(self.text)
        self.body.addWidget(self.done)
        self.body.addStretch(1)

    def show_meeting(self, meeting: Meeting) -> None:
        self._meeting = meeting
        name = self._desk.case.the(Citizen).first_name
        self.set_title(_("Explain to {name} what it means").format(name=name))
        self.text.setAccessibleName(_("What the meeting means for {name}").format(name=name))
        self.text.setPlaceholderText(_("What will change, what is as before, and what happens now?"))
        self._field.show_row(meeting)
        self.done.setChecked(meeting.explained_on is not None)
        words = _("Explained {date}").format(date=day(meeting.explained_on, self._desk.opened.today())) if (
            meeting.explained_on) else _("Explained to {name}").format(name=name)
        self.done.setText(words.replace("&", "&&"))
        self.done.setAccessibleName(words)

    def focus_text(self) -> None:
        self.text.setFocus()

    def _on_done(self, done: bool) -> None:
        if self._meeting is not None:
            self._desk.do(explain, self._meeting, done)


class NotAdoptedCard(Card):
    """A network meeting ended without a plan: why, in words that stand in the minutes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("The plan was not adopted"), "flag", parent)
        self._desk = desk
        note = plain_label(_("Why not? What you write stands in the minutes."), "small", self, wrap=True)
        self.why = GrowingTextEdit(least=1, most=6, parent=self)
        self.why.setAccessibleName(_("Why the plan was not adopted"))
        self._field = TextField(self.why, desk, Meeting.not_adopted_why, N_("Why the plan was not adopted"))
        self.body.setSpacing(4)
        self.body.addWidget(note)
        self.body.addWidget(self.why)

    def show_meeting(self, meeting: Meeting) -> None:
        name = self._desk.case.the(Citizen).first_name
        self.why.setPlaceholderText(_("e.g. {name} wants to think about it until Friday").format(name=name))
        self._field.show_row(meeting)
        self.setVisible(was_not_adopted(meeting) or self.why.hasFocus())


class MinutesRow(Fitting):
    """One recipient: given, to be given, or not covered by a consent."""

    def __init__(self, desk: Desk, participant: Participant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._participant = desk, participant
        self.name = plain_label("", "", self, wrap=True)     # all of it: that somebody has left stands last
        self.pill = Pill(parent=self)
        self.given = Pill(parent=self)
        self.give = QCheckBox(_("Has got it"), self)
        self.give.clicked.connect(self._on_give)
        self.anyway = button(_("Share anyway"), "", "quiet", self)
        self.anyway.clicked.connect(self._on_anyway)
        self.answers = QWidget(self)
        answers = QHBoxLayout(self.answers)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(8)
        for widget in (self.pill, self.given, self.give, self.anyway):
            answers.addWidget(widget)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 3, 0, 3)
        self._row.setSpacing(8)
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.answers)

    def _arrange(self) -> None:
        """What would break a name into a tower beside it stands below the name."""
        parts = [each for each in (self.pill, self.given, self.give, self.anyway) if not each.isHidden()]
        room = self.width() - sum(each.sizeHint().width() + self._row.spacing() for each in parts)
        tall = self.name.fontMetrics().lineSpacing() * (MOST_LINES + 1)
        below = room < px(60) or self.name.heightForWidth(room) >= tall
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._row.setAlignment(self.answers, Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag(0))

    def refresh(self) -> None:
        participant, today = self._participant, self._desk.opened.today()
        member, name = participant.member, name_of(participant)
        covered = member is not None and may_have_paper(self._desk.opened, member)
        given = participant.minutes_given_on
        away = participant.presence is Presence.DID_NOT_COME
        left = member is not None and member.removed_on is not None
        words = ", ".join(part for part in (name, _("did not come") if away else "",
                                            _("no longer on the map") if left else "") if part)
        self.name.setText(breakable(words))
        self.name.setAccessibleName(words)
        said, kind, icon = consent_pill(member, today)
        self.pill.say(said, kind, icon)
        self.pill.setVisible(bool(said) and given is None)
        self.given.setVisible(given is not None)
        if given is not None:
            self.given.say(_("Got it {date}").format(date=day(given, today)), "good", "check")
        older = has(participant, today) is Has.OLDER_MINUTES
        if older:
            self.given.say(_(Has.OLDER_MINUTES.label), "warn", "history")
        self.give.setVisible((given is None or older) and covered)
        self.give.setChecked(given is not None and not older)
        self.give.setAccessibleName(_("{name} was given the minutes").format(name=name))
        self.anyway.setVisible(given is None and member is not None and not covered)
        self.anyway.setAccessibleName(_("Share with {name} anyway").format(name=name))
        self._arrange()

    def _on_give(self) -> None:
        self._desk.do(give_minutes, self._participant)

    def _on_anyway(self) -> None:
        ShareAnyway(self._desk, self._participant, self).open()


class MinutesCard(Card):
    """The minutes and who has them. `send_wanted()` when they are to be given again, because they have changed."""

    send_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Minutes"), "send", parent)
        self._desk = desk
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.list = RowList(self._rows, self._make, MinutesRow.refresh)
        self.note = plain_label("", "small", self, wrap=True)
        self.body.setSpacing(4)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.note)
        self.send = button(_("Send the minutes"), "send", "ghost", self)
        self.send.clicked.connect(self.send_wanted)
        self.body.addWidget(self.send)

    def show_meeting(self, meeting: Meeting) -> None:
        self.list.show(meeting.participants)
        older = bool(with_older(self._desk.opened, meeting, Has.OLDER_MINUTES))
        words = _("Send the minutes again") if older else _("Send the minutes")
        self.send.setText(words)
        self.send.setAccessibleName(words)
        self.send.setVisible(older or bool(waiting_for_minutes(self._desk.opened, meeting)))
        self.note.setText(_("Each gets only what {name} has said yes to.").format(
            name=self._desk.case.the(Citizen).first_name))

    def focus_sending(self) -> None:
        """Where the minutes are given: to everybody, or to the first who has not got them."""
        open_rows = [row.give for row in self.list.widgets() if not row.give.isHidden()]
        if not self.send.isHidden():
            self.send.setFocus()
        elif open_rows:
            open_rows[0].setFocus()

    def _make(self, participant: Participant) -> MinutesRow:
        return MinutesRow(self._desk, participant, self)
