"""When we look at the plan again, where on the ladder it is heading, and what it does not say yet."""
from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan.adoption import Hint, what_is_missing
from borgerplan_desktop.casework.plan.follow_up import add_day, remove_day, set_cadence
from borgerplan_desktop.casework.plan.from_template import began_from
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.editing.half_typed_date import HalfTypedDate
from borgerplan_desktop.gui.showing.who_and_when import ladder_choices
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.chip_button import ChipButton
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.question_row import QuestionRow
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import N_, _, day, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.meeting import Meeting, MeetingKind
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import FollowUpDay, Goal, Plan, Step, current_plan, ladder_step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import PlanTemplate

UNASKED: dict[type[Row], set[str]] = {                   # what can be typed without that any question is answered by it
    Goal: {Goal.why.key, Goal.stalls_because.key, Goal.how_it_went.key}, Step: {Step.text.key},
    Note: {Note.text.key}}


class FollowUp(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Follow-up"), "calendar_check", parent)
        plan = current_plan(desk.case)
        self._desk = desk
        self.often = WrappedLine(_("How often, in words"), _("e.g. every other week"), most=4, parent=self)
        self.on, self.ladder = DateEdit(parent=self), calm_combo(QComboBox(self))
        self.weeks, self.talk = calm_combo(QComboBox(self)), DateEdit(parent=self)
        for each in (self.on, self.talk):
            each.look(Toward.AHEAD)
        for weeks, words in _cadences():
            self.weeks.addItem(words, weeks)
        self.columns = FieldGrid(230, 3, self)
        now = ladder_step(desk.case)
        heading = (_("Where the help is heading (now step {n})").format(n=now.number) if now
                   else _("Where the help is heading"))
        for name, field in ((_("How often"), self.weeks), (_("Next time"), self.on), (_("Next talk"), self.talk),
                            (_("How often, in words"), self.often), (heading, self.ladder)):
            self.columns.add_named(name, field)
        self.days = FollowUpDays(desk, self)
        self.columns.add(self.days)
        self.meeting_button = button("", "calendar", "quiet", self)
        self.began_label = plain_label("", "small", self, wrap=True)
        self.start_button = self.add_action(_("Follow up now …"), "arrow_right")
        self.body.addWidget(self.meeting_button)
        self.body.addWidget(self.columns)
        self.body.addWidget(self.began_label)
        for bound in (TextField(self.often, desk, Plan.follow_up, N_("Change follow-up")),
                      DateField(self.on, desk, Plan.follow_up_on, N_("Change follow-up")),
                      DateField(self.talk, desk, Plan.next_talk_on, N_("Change the next talk")),
                      ChoiceField(self.ladder, desk, Plan.ladder_goal, N_("Choose ladder step"), ladder_choices())):
            bound.show_row(plan)
        # Signals
        self.often.entered.connect(self.ladder.setFocus)
        self.weeks.activated.connect(self._on_weeks)
        self.start_button.clicked.connect(self._on_start)
        self.meeting_button.clicked.connect(self._on_meeting)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_weeks(self) -> None:
        self._desk.do(set_cadence, self.weeks.currentData())
        self._refresh()

    def _on_start(self) -> None:
        self._desk.go.emit("plan", "follow_up")

    def _on_meeting(self) -> None:
        self._desk.go.emit("meetings", "")

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (Plan, Meeting, PlanTemplate)):
            self._refresh()

    def _refresh(self) -> None:
        plan, today = current_plan(self._desk.case), self._desk.opened.today()
        at = self.weeks.findData(plan.follow_up_weeks)
        if at < 0:                                       # a number nobody offers here
            self.weeks.addItem(_every(plan.follow_up_weeks), plan.follow_up_weeks)
            at = self.weeks.count() - 1
        self.weeks.setCurrentIndex(at)
        ahead = next((each for each in self._desk.case.all(Meeting) if each.status.ahead and each.starts_at is not None
                      and each.starts_at.date() >= today and each.kind is not MeetingKind.TALK), None)
        words = _("Agree on a meeting") if ahead is None or ahead.starts_at is None else _(
            "Next meeting {date}").format(date=day(ahead.starts_at.date(), today))
        self.meeting_button.setText(words)
        self.meeting_button.setAccessibleName(words)
        self.start_button.setVisible(bool(plan.goals))
        template = began_from(plan)
        say(self.began_label, _("The plan began from the template »{title}«.").format(title=template.title.strip())
            if template is not None and template.title.strip() else "")


class FollowUpDays(QWidget):
    """Days agreed one by one, beside or instead of every so many weeks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        label = plain_label(_("Other days agreed"), "smallbold", self)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, 6)
        self.chips: list[ChipButton] = []
        self.add = DateEdit(desk.opened.today, self)
        self.add.look(Toward.AHEAD)
        self.add.set_name(_("One more day"))
        label.setBuddy(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (label, self.add, self._chips):
            column.addWidget(widget)
        self._adding = False
        self.add.dateEntered.connect(self._on_entered)
        HalfTypedDate(self.add, desk, current_plan(desk.case), "one_more_day")
        desk.refused.connect(self._on_refused)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_entered(self, on: date | None) -> None:
        if on is None:
            return
        self._adding = True
        if self._desk.do(add_day, on) == "stored":
            self.add.setDate(None)
        self._adding = False

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._adding:
            self.add.refuse(sentence, None)
            self._desk.said()

    def _on_gone(self, each: FollowUpDay) -> None:
        if each.exists:
            self._desk.do(remove_day, each)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(FollowUpDay):
            self._refresh()

    def _refresh(self) -> None:
        focused = any(each.hasFocus() for each in self.chips)
        today = self._desk.opened.today()
        self._flow.clear()
        self.chips = []
        for each in current_plan(self._desk.case).follow_up_days:
            if each.done_on is None:
                words = day(each.on, today)
                chip = ChipButton(words, "warn" if each.on < today else "line", "close", self._chips)
                chip.setAccessibleName(_("Remove {date}").format(date=words))
                chip.clicked.connect(partial(self._on_gone, each))
                self._flow.addWidget(chip)
                self.chips.append(chip)
        self._chips.setVisible(bool(self.chips))
        if focused:
            (self.chips[0] if self.chips else self.add).setFocus()


def _cadences() -> list[tuple[int | None, str]]:
    return [(None, _("Not fixed")), *((weeks, _every(weeks)) for weeks in (1, 2, 3, 4, 6, 8, 12, 26))]


def _every(weeks: int | None) -> str:
    return _("Not fixed") if weeks is None else ngettext("Every week", "Every {n} weeks", weeks).format(n=weeks)


class Hints(Card):
    """Questions the plan does not answer yet; each leads to its place, none is in the way."""

    wanted = Signal(object)                              # Hint
    FEW = 4

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Worth talking about"), "bulb", parent, role="flat")
        self._desk, self._all, self._asks = desk, False, True
        self.body.setSpacing(0)
        self.buttons: list[QAbstractButton] = []
        self._shown: tuple[list[Hint], bool] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if any(each.before is None or each.after is None or not UNASKED.get(each.kind, set()).issuperset(each.after)
               for each in changes):
            self._soon.start()

    def let_ask(self, on: bool) -> None:
        """An empty plan asks in its own way; and where nothing is left to ask there is no card."""
        self._asks = on
        self.setVisible(on and bool(self.buttons))

    def _show_all(self) -> None:
        self._all = True
        self._refresh()

    def _refresh(self) -> None:
        hints = what_is_missing(self._desk.case)
        if (hints, self._all) == self._shown:
            return
        self._shown = hints, self._all
        focused = next((n for n, each in enumerate(self.buttons) if each.hasFocus()), None)
        for old in self.buttons:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        shown = hints if self._all else hints[:self.FEW]
        self.buttons = [self._button(hint) for hint in shown]
        if len(shown) < len(hints):
            more = button(_("Show all {n}").format(n=len(hints)), "chevron_down", "quiet", self)
            more.clicked.connect(self._show_all)
            self.buttons.append(more)
        for each in self.buttons:
            self.body.addWidget(each)
        if focused is not None and self.buttons:
            self.buttons[min(focused, len(self.buttons) - 1)].setFocus()
        self.setVisible(self._asks and bool(hints))

    def _button(self, hint: Hint) -> QAbstractButton:
        made = QuestionRow(hint.text, "arrow_right", self)
        made.clicked.connect(partial(self.wanted.emit, hint))
        return made
