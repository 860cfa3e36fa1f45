"""What the other ways to hold a meeting show: the choice while preparing, a line for the agenda made in the room, the
proposal of private time and what it becomes.
"""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.casework.meeting.ways import (
    add_from_room,
    agree_to,
    became,
    hold_it_so,
    make_goal_of,
    proposal_of,
    way_of,
)
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, PersonField, TextField
from borgerplan_desktop.gui.meeting.agreement_line import ONE_LINE
from borgerplan_desktop.gui.meeting.stage_edit import StageEdit
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.in_front import InFront
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.prose import citizens_own
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.meeting import AgendaItem, Meeting
from borgerplan_desktop.model.meeting_way import PointKind, Way
from borgerplan_desktop.model.plan import Agreement

DATE = 180                                               # design pixels: "30. september 2026" and the calendar


class WayChoice(QWidget):
    """How the meeting is held: quiet, below the agenda; its points come and go with the choice."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        label = plain_label(_("How do we hold it?"), "small", self)
        self.choice = calm_combo(QComboBox(self), 12)
        self.choice.setAccessibleName(label.words())
        for way in Way:
            self.choice.addItem(_(way.label), way)
        self.choice.activated.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(self.choice)

    def show_meeting(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self.choice.setCurrentIndex(list(Way).index(way_of(meeting)))

    def _on_chosen(self, index: int) -> None:
        if self._meeting is not None:
            self._desk.do(hold_it_so, self._meeting, list(Way)[index])


class RoomLine(QLineEdit):
    """What somebody in the room wants to talk about; Enter puts it on the agenda: `added(AgendaItem)`."""

    added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._meeting: Meeting | None = None
        self.setProperty("role", "stage")
        self.setAccessibleName(_("A point for the agenda"))
        self.setPlaceholderText(_("Write what somebody wants to talk about, and press Enter"))
        self.returnPressed.connect(self.take_words)

    def show_meeting(self, desk: Desk, meeting: Meeting) -> None:
        self._desk, self._meeting = desk, meeting

    def take_words(self) -> None:
        text = self.text().strip()
        if not text or self._desk is None or self._meeting is None:
            return
        if (made := self._desk.made(add_from_room, self._meeting, text)) is not None:
            self.clear()
            self.added.emit(made)


class ProposalPage(InFront):
    """In private time one large calm field; afterwards its lines, each of which can become an agreement or a goal.
    `answered()`: the keyboard was here, and there is nothing left to answer.
    """

    answered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = plain_label("", "stage_h2", self, wrap=True)
        self.edit = citizens_own(StageEdit(_("Our proposal"), self))
        self.edit.setProperty("role", "stage")
        self.edit.setPlaceholderText(_("One thing on each line"))
        self._field = TextField(self.edit, desk, AgendaItem.written, N_("Write the proposal"))
        self.nothing = plain_label(_("No proposal was written."), "stage_small", self, wrap=True)
        self.area = PageScroll(_("The proposal"), self, (0, 0, 0, 0), 0)
        self.area.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.lines: list[ProposalLine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.edit, 1)
        column.addWidget(self.nothing)
        column.addWidget(self.area, 1)

    def show_meeting(self, meeting: Meeting, item: AgendaItem) -> None:
        private, held = item.kind is PointKind.PRIVATE, keyboard_in(self)
        stood = next((at for at, each in enumerate(self.lines) if held is not None and each.isAncestorOf(held)), -1)
        self.title.setText(_("Our proposal") if private else _("What do we say yes to?"))
        self._field.show_row(item if private else None)
        self.edit.setVisible(private)
        said = [] if private else proposal_of(meeting)
        self.nothing.setVisible(not private and not said)
        self.area.setVisible(bool(said))
        if [each.words for each in self.lines] != said:
            for each in self.lines:
                each.setParent(None)
                each.deleteLater()
            self.lines = [ProposalLine(self._desk, meeting, words, self) for words in said]
            for line in self.lines:
                self.area.body.addWidget(line)
        for line in self.lines:
            line.refresh()
        if held is not None and not (self.isAncestorOf(held) and held.isVisibleTo(self)):
            self._go_on(stood)

    def _go_on(self, stood: int) -> None:
        """What had the keyboard is gone: Qt would give it to whatever comes next in the window. An agreement is asked
        who and when; then comes the next line that nobody has answered.
        """
        if not self.edit.isHidden():
            self.edit.setFocus()
            return
        here = self.lines[stood] if 0 <= stood < len(self.lines) else None
        if here is not None and not here.who.isHidden():
            here.who.setFocus()
            return
        still = [each for each in (*self.lines[stood + 1:], *self.lines[:stood + 1]) if not each.agree.isHidden()]
        if still:
            still[0].show()                              # new rows are seen a moment later, and take no keyboard before
            still[0].agree.setFocus()
        else:
            self.answered.emit()


class ProposalLine(QFrame):
    """A line of the proposal, and what it becomes; an agreement is told at once who does it, and by when."""

    def __init__(self, desk: Desk, meeting: Meeting, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._meeting, self.words = desk, meeting, words
        self.setProperty("role", "ruled")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.agree = button(_("Agreement"), "check_circle", "ghost", self)
        self.goal = button(_("Goal"), "target", "ghost", self)
        self.agree.setAccessibleName(_("Make an agreement of it: {words}").format(words=words))
        self.goal.setAccessibleName(_("Make a goal of it: {words}").format(words=words))
        self.state = plain_label("", "stage_when", self)
        self.who, self.when = calm_combo(QComboBox(self), 14), DateEdit(parent=self)
        self.who.setProperty("role", "stage")
        self.who.setAccessibleName(": ".join((_("Who?"), words)))
        self.when.set_name(": ".join((_("When?"), words)))
        self.when.look(Toward.AHEAD)
        self.when.setMinimumWidth(px(DATE))
        self._person = PersonField(self.who, desk, Agreement.responsible_id, N_("Choose who is responsible"),
                                   nobody=partial(_, N_("Who?")), others=True)
        self._day = DateField(self.when, desk, Agreement.due_on, N_("Change deadline"))
        self.agree.clicked.connect(self._on_agree)
        self.goal.clicked.connect(self._on_goal)
        columns, rest = SideBySide(ONE_LINE, 10, self), QWidget(self)
        row, whole = QHBoxLayout(rest), QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for part in (self.state, self.who, self.when, self.agree, self.goal):
            row.addWidget(part)
        columns.add(plain_label(words, "stage", self, wrap=True), 9)
        columns.add(rest, 13)
        whole.setContentsMargins(0, 6, 0, 6)
        whole.addWidget(columns)
        whole.addWidget(self.when.message)

    def refresh(self) -> None:
        row = became(self._meeting, self.words)
        agreed = row if isinstance(row, Agreement) else None
        say(self.state, "" if row is None else _("Is an agreement") if agreed is not None else _("Is a goal"))
        self._person.show_row(agreed)
        self._day.show_row(agreed)
        for part in (self.who, self.when):
            part.setVisible(agreed is not None)
        for part in (self.agree, self.goal):
            part.setVisible(row is None)

    def _on_agree(self) -> None:
        self._desk.do(agree_to, self._meeting, self.words)

    def _on_goal(self) -> None:
        self._desk.do(make_goal_of, self.words)
