"""Following up together: every help goes on, is changed, or ends, with the reason; then the next day is agreed."""
from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan.follow_up import followed_up, review, reviewed_on, take_back, to_review
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.plan.plan_page import PlanPage
from borgerplan_desktop.gui.showing.goal_summary import STATUS_KIND, title_of
from borgerplan_desktop.gui.showing.who_and_when import review_words, who_in_full
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import in_a_row, plain_label, say
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.follow_up import days_left, last_followed_up
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import (
    FollowUpDay,
    Goal,
    Intervention,
    InterventionReview,
    Plan,
    ReviewOutcome,
    Step,
    current_plan,
)

ICONS = {ReviewOutcome.CONTINUED: "arrow_right", ReviewOutcome.CHANGED: "edit", ReviewOutcome.ENDED: "check"}
KINDS = (Plan, FollowUpDay, Goal, Step, Intervention, InterventionReview, NetworkMember)


class FollowUpPage(PlanPage):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Follow up on the plan"), parent)
        self.done_button = button(_("We have followed up"), "check", "primary", self)
        self.head.addWidget(self.done_button)
        self.intro = plain_label(_("Go through the goals together. Does the help help? It goes on, is changed, or "
                                   "ends."), "muted", self, wrap=True)
        self.next_label = plain_label("", "smallbold", self, wrap=True)
        self.rows: RowColumn[Goal, FollowedGoal] = RowColumn(self._make, 10, self)
        self.empty = EmptyState(_("No goals yet"), _("When there are goals in the plan, you follow up on them here."),
                                _("Open the plan"), parent=self, action_icon="")
        self.below_head.addWidget(self.next_label)       # what pressing the button did is seen from the last goal too
        for widget in (self.intro, self.rows, self.empty):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        # Signals
        self.done_button.clicked.connect(self._on_done)
        self.empty.wanted.connect(self.left)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def has_main_button(self) -> bool:
        return self.done_button.isVisibleTo(self)

    def take_keyboard(self) -> None:
        first = next((each for goal in self.rows.widgets() for each in goal.help.widgets()), None)
        (first.buttons[ReviewOutcome.CONTINUED] if first is not None else self.back_button).setFocus()

    def show_row(self, row_id: str) -> None:
        """The goal, or the help and why it was changed."""
        help_ = self._desk.case.get(Intervention, row_id)
        goal = self.rows.widget(self._desk.case.get(Goal, help_.goal_id if help_ is not None else row_id))
        reviewed = goal.help.widget(help_) if goal is not None else None
        if reviewed is not None:
            (reviewed.why if reviewed.why.isVisibleTo(self) else reviewed.buttons[ReviewOutcome.CONTINUED]).setFocus()
        else:
            (goal.open_button if goal is not None else self.back_button).setFocus()

    def _make(self, goal: Goal) -> FollowedGoal:
        return FollowedGoal(self._desk, goal, self.rows)

    def _on_done(self) -> None:
        self._desk.settle.emit()
        if self._desk.do(followed_up) == "stored":
            if self._desk.result is None:                # no next day is agreed: there it is chosen
                self._desk.go.emit("plan", current_plan(self._desk.case).id)
            else:
                self.back_button.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in KINDS):
            self._refresh()

    def _refresh(self) -> None:
        plan, today = current_plan(self._desk.case), self._desk.opened.today()
        found = to_review(plan, today)
        self.rows.show_rows([goal for goal, _help in found])
        for goal, help_ in found:
            if (row := self.rows.widget(goal)) is not None:
                row.show_goal(help_)
        last = last_followed_up(plan)
        done = "" if last is None else _("We have followed up today.") if last == today else _(
            "Last followed up {date}.").format(date=day(last, today))
        coming = min((each for each in days_left(plan) if each > today), default=None)
        says = _("Next time: {date}.").format(date=day(coming, today)) if coming is not None else ""
        say(self.next_label, " ".join(each for each in (done, says) if each))
        self.empty.setVisible(not found)
        self.intro.setVisible(bool(found))
        self.done_button.setVisible(bool(found))


class FollowedGoal(Card):
    """A goal as it stands, and the help that is given towards it."""

    def __init__(self, desk: Desk, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk, self.goal = desk, goal
        self.title_label = plain_label("", "bold", self, wrap=True)
        self.state = Pill(parent=self)
        self.open_button = button(_("Open the goal"), "arrow_right", "quiet", self)
        self.facts = plain_label("", "small", self, wrap=True)
        self.none = plain_label(_("No help towards this goal yet."), "muted", self, wrap=True)
        self.help: RowColumn[Intervention, ReviewedHelp] = RowColumn(self._make, 8, self)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title_label, 1)
        top.addWidget(self.state)
        top.addWidget(self.open_button)
        self.body.setSpacing(4)
        self.body.addLayout(top)
        for widget in (self.facts, self.none, self.help):
            self.body.addWidget(widget)
        self.open_button.clicked.connect(self._on_open)

    def show_goal(self, help_: list[Intervention]) -> None:
        goal, today = self.goal, self._desk.opened.today()
        self.title_label.setText(in_a_row(title_of(goal)))
        self.setAccessibleName(title_of(goal))
        self.open_button.setAccessibleName(_("Open the goal »{title}«").format(title=title_of(goal)))
        self.state.say(_(goal.status.label), STATUS_KIND[goal.status])
        done, of = goal.progress
        facts = [_("{done} of {n} steps done").format(done=done, n=of) if of else "",
                 who_in_full(goal.responsible),
                 _("by {date}").format(date=day(goal.deadline, today)) if goal.deadline is not None else ""]
        say(self.facts, " · ".join(each for each in facts if each))
        self.help.show_rows(help_)
        self.none.setVisible(not help_)
        for row in self.help.widgets():
            row.refresh()

    def _make(self, help_: Intervention) -> ReviewedHelp:
        return ReviewedHelp(self._desk, help_, self.help)

    def _on_open(self) -> None:
        self._desk.go.emit("plan", self.goal.id)


class ReviewedHelp(QFrame):
    """A help, three answers, and why. The answer is today's: pressed again it is taken back."""

    def __init__(self, desk: Desk, help_: Intervention, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "flat")
        self._desk, self.help = desk, help_
        self.name = plain_label("", "bold", self, wrap=True)
        self.facts = plain_label("", "small", self, wrap=True)
        self.before = plain_label("", "small", self, wrap=True)
        choices = QWidget(self)
        flow = FlowLayout(choices, 6)
        self.buttons: dict[ReviewOutcome, QPushButton] = {}
        for outcome in ReviewOutcome:
            made = self.buttons[outcome] = button(_(outcome.label), ICONS[outcome], "", choices)
            made.setCheckable(True)
            made.clicked.connect(partial(self._on_answer, outcome))
            flow.addWidget(made)
        self.why = WrappedLine(_("Why"), _("Why? What is to be different?"), most=6, parent=self)
        self._why = TextField(self.why, desk, InterventionReview.why, N_("Follow up on help"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for widget in (self.name, self.facts, self.before, choices, self.why):
            column.addWidget(widget)

    def refresh(self) -> None:
        help_, today = self.help, self._desk.opened.today()
        if not help_.exists:
            return
        self.name.setText(in_a_row(help_.name))
        self.setAccessibleName(help_.name)
        facts = (help_.purpose.strip().removesuffix("."), period_words(help_, today),
                 help_.provider.strip() or who_in_full(help_.responsible))
        say(self.facts, in_a_row(" · ".join(each for each in facts if each)))
        earlier = [each for each in help_.reviews if each.on < today]
        say(self.before, in_a_row(review_words(earlier[-1], today)) if earlier else "")
        now = reviewed_on(help_, today)
        for outcome, made in self.buttons.items():
            made.setChecked(now is not None and now.outcome is outcome)
            made.setAccessibleName(f"{help_.name}: {_(outcome.label)}")
        if self._why.row is not now:
            self._why.show_row(now)
        self.why.setVisible(now is not None)

    def _on_answer(self, outcome: ReviewOutcome, _on: bool = False) -> None:
        if not self.help.exists:
            return
        now = reviewed_on(self.help, self._desk.opened.today())
        if now is not None and now.outcome is outcome:
            self._desk.do(take_back, now)
        elif self._desk.do(review, self.help, outcome) == "stored" and outcome is not ReviewOutcome.CONTINUED:
            self.refresh()
            self.why.setFocus()
        self.refresh()


def period_words(help_: Intervention, today: date) -> str:
    """From when until when it is given, or how that was said."""
    if help_.from_on is not None and help_.from_on == help_.until_on:
        return day(help_.from_on, today)
    if help_.from_on is not None and help_.until_on is not None:
        return _("{first} to {last}").format(first=day(help_.from_on, today), last=day(help_.until_on, today))
    if help_.until_on is not None:
        return _("until {date}").format(date=day(help_.until_on, today))
    if help_.from_on is not None:
        return _("from {date}").format(date=day(help_.from_on, today))
    return help_.period.strip()
