"""What the last meeting left open, and one press that prepares this one from it."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.from_last import as_last_time, is_as_last, last_meeting, left_open
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.participant_names import first_name_of
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.i18n import _, day, day_short, listed, ngettext
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.plan import Agreement

SHOWN = 3                                                # agreements; the plan has them all


class LastTimeCard(Card):
    """Hidden for the first meeting, and when there is nothing to take over or to remember."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Last time"), "history", parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self.take = self.add_action(_("As last time"), "check")
        self.take.setAccessibleName(_("Prepare as last time"))
        set_tip(self.take, _("The same people and reasons, place and agenda, with what was left open"))
        self.take.clicked.connect(self._on_take)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.agreements = [plain_label("", "", self, wrap=True) for _each in range(SHOWN)]
        for label in self.agreements:
            self._lines.addWidget(label)
        self.rest = plain_label("", "small", self, wrap=True)
        self.see_plan = button(_("See all agreements"), "", "quiet", self)
        self.see_plan.clicked.connect(self._on_plan)
        self.body.setSpacing(4)
        self.body.addLayout(self._lines)
        foot = QHBoxLayout()
        foot.addWidget(self.rest, 1)
        foot.addWidget(self.see_plan)
        self.body.addLayout(foot)
        self.hide()

    def show_meeting(self, meeting: Meeting) -> None:
        self._meeting = meeting
        last = last_meeting(meeting) if meeting.status.ahead else None
        if last is None:
            self.hide()
            return
        open_, taken = left_open(last), is_as_last(meeting, last)
        self.take.setVisible(not taken)
        if last.starts_at is not None:
            self.set_title(_("Last time, {date}").format(date=day(last.starts_at.date(), self._desk.opened.today())))
        for n, label in enumerate(self.agreements):
            say(label, self._said(open_.agreements[n]) if n < len(open_.agreements) else "")
        more = len(open_.agreements) - SHOWN
        self.see_plan.setVisible(more > 0)
        parked = [each.text.strip() for each in open_.parked if each.text.strip()]
        missed = [each.title.strip() for each in open_.not_reached] if not taken else []
        say(self.rest, "\n".join(part for part in (
            "" if open_.agreements else _("All agreements are kept."),
            ngettext("And {n} agreement more.", "And {n} agreements more.", more).format(n=more) if more > 0 else "",
            _("Put aside: {topics}").format(topics=listed(parked)) if parked else "",
            _("Not reached: {topics}").format(topics=listed(missed)) if missed else "") if part))
        self.setVisible(not taken or bool(open_.agreements))

    def _said(self, agreement: Agreement) -> str:
        """What, who and by when, in one line."""
        who = first_name_of(agreement.responsible) if agreement.responsible is not None else ""
        when = day_short(agreement.due_on) if agreement.due_on is not None else agreement.when.strip()
        return " · ".join(part for part in (agreement.text.strip() or _("without words yet"), who, when)
                          if part)

    def _on_take(self) -> None:
        last = last_meeting(self._meeting) if self._meeting is not None else None
        if self._meeting is not None and last is not None:
            self._desk.settle.emit()
            self._desk.do(as_last_time, self._meeting, last)

    def _on_plan(self) -> None:
        self._desk.go.emit("plan", "agreements")
