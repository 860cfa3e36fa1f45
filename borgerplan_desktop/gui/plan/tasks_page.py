"""Who does what, when: one list over the whole plan, what is overdue first, to tick, and by person."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.casework.plan.tasks import Task, doers, tasks, tick
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.details_row import MetaButton, beside_line
from borgerplan_desktop.gui.plan.plan_page import PlanPage
from borgerplan_desktop.gui.printing.paper_window import show_paper
from borgerplan_desktop.gui.showing.goal_summary import title_of
from borgerplan_desktop.gui.showing.who_and_when import by_when, name_of, who, who_has_it
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.chip_button import ChipButton
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import in_a_row, plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _, near
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Step

MOST = 25                                                # lines at a time
KINDS = (Step, Agreement, Intervention, Goal, NetworkMember)
EVERYBODY, NOBODY = "everybody", ""


class TasksPage(PlanPage):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Who does what, when"), parent)
        self._most, self._of = MOST, EVERYBODY
        self._ticked: set[str] = set()                   # here, just now: they stay where they stand
        self.paper_button = button(_("Print the list"), "print", "ghost", self)
        self.head.addWidget(self.paper_button)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self.chips: list[ChipButton] = []
        self.card = Card(parent=self)
        self.card.body.setSpacing(0)
        self.rows: RowColumn[Step | Agreement | Intervention, TaskRow] = RowColumn(self._make, 0, self)
        self.none_label = plain_label("", "muted", self, wrap=True)
        self.more = button(_("Show more"), "chevron_down", "ghost", self)
        for each in (self.none_label, self.rows, self.more):
            self.card.body.addWidget(each)
        self.empty = EmptyState(parent=self)
        self.empty.say(_("Nothing is agreed yet"),
                       _("Steps and agreements of the plan stand here, each with who and when."), _("Add agreement"))
        for widget in (self._chips, self.card, self.empty):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        # Signals
        self.more.clicked.connect(self._on_more)
        self.paper_button.clicked.connect(self.print_paper)
        self.empty.wanted.connect(self._on_add)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def show_row(self, row_id: str) -> None:
        """Only what this person does; the id of a person, "" = what nobody has taken on."""
        self._choose(row_id)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        first = next(iter(self.rows.widgets()), None)
        (first.tick if first is not None and first.tick.isVisibleTo(first) else self.back_button).setFocus()

    def print_paper(self) -> bool:
        show_paper(self._desk, BY_KEY["who-does-what"], self.window())
        return True

    # ------------------------------------------------------------------ what happens
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in KINDS):
            self._refresh()

    def _on_more(self) -> None:
        self._most += MOST
        self._refresh()

    def _on_add(self) -> None:
        self._desk.go.emit("plan", "agreements")

    def _choose(self, of: str) -> None:
        self._of, self._most = of, MOST
        self._ticked.clear()
        self._refresh()

    def _make(self, _row: Step | Agreement | Intervention) -> TaskRow:
        made = TaskRow(self._desk, self.rows)
        made.tick.clicked.connect(self._on_tick)
        return made

    def _on_tick(self, done: bool) -> None:
        row = self.sender().parent() if self.sender() is not None else None
        if isinstance(row, TaskRow) and row.task is not None and row.task.row.exists:
            self._ticked.add(row.task.row.id)
            self._desk.do(tick, row.task, done)

    # ------------------------------------------------------------------ what is shown
    def _refresh(self) -> None:
        today = self._desk.opened.today()
        everything = tasks(self._desk.case, today)
        self._show_chips(everything)
        found = [each for each in everything if self._of == EVERYBODY or self._of == (each.who.id if each.who else "")]
        found = self._as_they_stood(found)
        self.rows.show_rows([each.row for each in found[:self._most]])
        for each in found[:self._most]:
            if (row := self.rows.widget(each.row)) is not None:
                row.show_task(each)
        self.more.setVisible(len(found) > self._most)
        say(self.none_label, "" if found else _("Nothing just now."))
        self.empty.setVisible(not everything)
        self.card.setVisible(bool(everything))
        self.paper_button.setVisible(bool(everything))

    def _as_they_stood(self, found: list[Task]) -> list[Task]:
        """What is ticked here does not jump away from the hand; it goes down when the list is made anew."""
        order = {row.task.row.id: at for at, row in enumerate(self.rows.widgets()) if row.task is not None}
        if not self._ticked & {each.row.id for each in found}:
            return found
        return sorted(found, key=lambda each: order.get(each.row.id, len(order)))

    def _show_chips(self, everything: list[Task]) -> None:
        held = doers(everything)
        open_ = sum(count for _member, count in held)
        wanted = [(EVERYBODY, _("Everybody"), open_)]
        wanted += [(member.id if member is not None else NOBODY,
                    who(member) if member is not None else _("Nobody yet"), count) for member, count in held]
        if self._of not in {key for key, _name, _count in wanted}:
            member = self._desk.case.get(NetworkMember, self._of)
            if member is None and self._of != NOBODY:
                self._of = EVERYBODY
            else:
                wanted.append((self._of, who(member) if member is not None else _("Nobody yet"), 0))
        focused = next((at for at, each in enumerate(self.chips) if each.hasFocus()), None)
        self._flow.clear()
        self.chips = []
        for key, name, count in wanted:
            chip = ChipButton(f"{name} {count}", "info" if key == self._of else "line", parent=self._chips)
            chip.setAccessibleName(_("{name}: {n} open").format(name=name, n=count))
            chip.clicked.connect(partial(self._choose, key))
            self._flow.addWidget(chip)
            self.chips.append(chip)
        if focused is not None:
            self.chips[min(focused, len(self.chips) - 1)].setFocus()
        self._chips.setVisible(len(wanted) > 2)


class TaskRow(QFrame):
    """One line: tick, what, and at the right who and when, which leads to its place in the plan."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.task: Task | None = None
        self.setProperty("role", "ruled")
        self.tick = beside_line(QCheckBox(self))
        self.what = plain_label("", "", self, wrap=True)
        self.goal = plain_label("", "small", self, wrap=True)
        self.meta = MetaButton(_("Who and when"), self)
        self.meta.setCheckable(False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.what)
        words.addWidget(self.goal)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 5, 0, 5)
        line.setSpacing(6)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.meta, 0, Qt.AlignmentFlag.AlignTop)
        kept = self.tick.sizePolicy()
        kept.setRetainSizeWhenHidden(True)               # the words of a help stand below those of a step
        self.tick.setSizePolicy(kept)
        self.meta.clicked.connect(self._on_open)

    def show_task(self, task: Task) -> None:
        self.task = task
        today = self._desk.opened.today()
        self.tick.setVisible(task.is_ticked)
        self.tick.setChecked(task.done)
        self.tick.setAccessibleName(task.what)
        self.what.setText(in_a_row(task.what))
        citizen = self._desk.case.the(Citizen).first_name
        above = in_a_row(title_of(task.goal)) if task.goal is not None else ""
        say(self.goal, (_("Help · {goal}").format(goal=above) if above else _("Help")) if not task.is_ticked else above)
        when, late = by_when(task.due_on, today, task.done_on, task.when)
        if not task.is_ticked:                           # a help is given until then; that day is no promise
            until = _("until {date}").format(date=near(task.due_on, today)) if task.due_on is not None else ""
            when, late = task.when or until, False
        does = task.done_by if task.done and task.done_by is not None else task.who
        self.meta.say(" · ".join(part for part in (who_has_it(does), when) if part), late)
        set_tip(self.meta, name_of(does) or _("Open it in the plan with {name}").format(name=citizen))

    def _on_open(self) -> None:
        if self.task is not None:
            self._desk.go.emit("plan", self.task.row.id)
