"""What was agreed at the meeting, to follow up on until each of it is done."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.sum_up import follow_up_list, from_before, without_a_day
from borgerplan_desktop.casework.plan.agreements import tick_agreement
from borgerplan_desktop.gui.appearance.theme import set_role
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.participant_names import is_square
from borgerplan_desktop.gui.meeting.read_aloud import ReadAloud
from borgerplan_desktop.gui.showing.who_and_when import by_when, who, who_has_it
from borgerplan_desktop.gui.widgets.avatar import Avatar, hue_of
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import breakable, plain_label, say
from borgerplan_desktop.gui.widgets.row_list import RowList
from borgerplan_desktop.i18n import _, near, ngettext
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.plan import Agreement, AgreementStatus


class AgreedRow(QFrame):
    """One agreement: a tick when it is done, what, who, and when; ticked, the day and by whom."""

    def __init__(self, desk: Desk, agreement: Agreement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.agreement = desk, agreement
        self.setProperty("role", "ruled")
        self.tick = QCheckBox(self)
        self.avatar = Avatar(size=30, parent=self)
        self.text = plain_label("", "", self, wrap=True)
        self.who = plain_label("", "small", self, wrap=True)
        self.when = plain_label("", "muted", self, wrap=True)
        self.when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addWidget(self.who)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(self.tick)
        row.addWidget(self.avatar)
        row.addLayout(words, 3)
        row.addWidget(self.when, 1)
        self.tick.clicked.connect(self._on_tick)

    def refresh(self) -> None:
        agreement, today = self.agreement, self._desk.opened.today()
        member = agreement.responsible
        self.avatar.show_person(member.contact.name if member is not None else "", is_square(member), hue_of(member))
        self.text.setText(breakable(agreement.text))
        self.tick.setChecked(agreement.done)
        self.tick.setEnabled(agreement.status is not AgreementStatus.DROPPED)
        when, late = by_when(agreement.due_on, today, agreement.done_on, agreement.when)
        below = who_has_it(member) or _("Nobody is responsible yet")
        if agreement.status is AgreementStatus.DROPPED:
            when = _(agreement.status.label)
        elif agreement.done and agreement.done_on is not None and agreement.done_by is not None:
            below, when = _("done {date} by {name}").format(date=near(agreement.done_on, today),
                                                            name=who(agreement.done_by)), ""
        elif late:                                       # needs the whole line
            below, when = f"{below} · {when}", ""
        say(self.who, below)
        set_role(self.who, "smallwarn" if late and not agreement.done else "small")
        say(self.when, when)
        self.tick.setAccessibleName(", ".join(part for part in (agreement.text.strip(), below, when) if part))

    def _on_tick(self, done: bool) -> None:
        if self.agreement.exists:
            self._desk.do(tick_agreement, self.agreement, done)
            if self.agreement.exists:
                self.refresh()


class AgreedCard(Card):
    """What we agreed; every line lies in the plan, and Min dag reminds of it until it is done."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("This is what we agreed"), "check_circle", parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self._stood: list[str] = []                      # ids, as they stood when one was ticked here
        self.note = plain_label("", "small", self)
        self.head.addWidget(self.note)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.list = RowList(self._rows, self._make, AgreedRow.refresh)
        self.nothing = plain_label(_("No agreements were written down."), "muted", self, wrap=True)
        self.reminds = plain_label("", "small", self, wrap=True)
        self.before = button("", "history", "quiet", self)
        self.read = button(_("Read the tasks aloud"), "speech", "ghost", self)
        self.open_plan = button(_("Show them in the plan"), "arrow_right", "ghost", self, icon_right=True)
        self.body.addLayout(self._rows)
        for widget in (self.nothing, self.reminds, self.before):
            self.body.addWidget(widget)
        self._ways = QWidget(self)
        ways = FlowLayout(self._ways, gap=8)
        ways.addWidget(self.read)
        ways.addWidget(self.open_plan)
        self.body.addWidget(self._ways)
        self.before.clicked.connect(self._on_before)
        self.read.clicked.connect(self._on_read)
        self.open_plan.clicked.connect(self._on_plan)

    def show_meeting(self, meeting: Meeting) -> None:
        if meeting is not self._meeting:
            self._meeting, self._stood = meeting, []
        agreements = follow_up_list(meeting, self._desk.opened.today())
        if self._stood:                                  # what is ticked does not jump away from the hand
            at = {id: number for number, id in enumerate(self._stood)}
            agreements.sort(key=lambda each: at.get(each.id, len(at)))
        self.list.show(agreements)
        open_ = sum(each.status is AgreementStatus.OPEN for each in agreements)
        self.nothing.setVisible(not agreements)
        self.open_plan.setVisible(bool(agreements))
        self.read.setVisible(open_ > 0)
        self._ways.setVisible(bool(agreements))
        n = len(agreements)
        words = ngettext("{n} agreement is in the plan", "{n} agreements are in the plan", n).format(n=n)
        self.note.setText(words if agreements else "")
        say(self.reminds, self._reminding(meeting, open_) if agreements else "")
        n = len(from_before(meeting))
        self.before.setVisible(n > 0)
        words = ngettext("{n} agreement from before is still open", "{n} agreements from before are still open",
                         n).format(n=n)
        self.before.setText(words)
        self.before.setAccessibleName(words)

    def focus_list(self) -> None:
        """The first agreement that is not done; without any, where they are read aloud or seen in the plan."""
        first = next((row.tick for row in self.list.widgets() if not row.agreement.done and row.tick.isEnabled()), None)
        (first or (self.before if self.open_plan.isHidden() else self.open_plan)).setFocus()

    def _reminding(self, meeting: Meeting, open_: int) -> str:
        if not open_:
            return _("All agreements are kept.")
        bare = len(without_a_day(meeting))
        if not bare:
            return _("My day reminds you until they are done.")
        return ngettext("My day reminds you until they are done. {n} has no day yet.",
                        "My day reminds you until they are done. {n} have no day yet.", bare).format(n=bare)

    def _make(self, agreement: Agreement) -> AgreedRow:
        made = AgreedRow(self._desk, agreement, self)
        made.tick.pressed.connect(self._on_pressed)
        return made

    def _on_pressed(self) -> None:
        self._stood = [row.agreement.id for row in self.list.widgets()]

    def _on_read(self) -> None:
        if self._meeting is not None:
            ReadAloud(self._desk, self._meeting, self.window()).open()

    def _on_before(self) -> None:
        self._desk.go.emit("plan", "tasks")

    def _on_plan(self) -> None:
        self._desk.go.emit("plan", "agreements")
