"""The ladder as a part of the whole course: the seven steps, where the help is, how it moved, and who decided."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course.ladder import aim_for, move_help
from borgerplan_desktop.gui.course.ladder_chart import LadderChart
from borgerplan_desktop.gui.course.ladder_history import LadderHistory
from borgerplan_desktop.gui.course.ladder_steps import AIM, NOW, STEP, StepRows
from borgerplan_desktop.gui.course.ladder_words import moved
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.ladder import EXAMPLES, needs_decision
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.plan import LadderPosition, Plan, current_plan, ladder_step

FROM_THE_TOP = tuple(reversed(LadderStep))               # the way goes down
SIDE_BY_SIDE = 700                                       # design pixels


class LadderPart(Tab):
    """Choose a step to read what it is; its buttons move the help there, or make it the aim."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        scroll = PageScroll(_("Ladder of interventions"), self, (18, 8, 24, 14))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        beside = SideBySide(SIDE_BY_SIDE, parent=scroll)
        beside.add(self._make_steps(beside), 5)
        beside.add(self._make_step(beside), 4)
        scroll.body.addWidget(beside)
        self.way_card = Card(_("How the help has moved"), "trend", scroll)
        self.chart = LadderChart(self.way_card)
        self.way_card.body.addWidget(self.chart)
        scroll.body.addWidget(self.way_card)
        self.history = LadderHistory(desk, scroll)
        scroll.body.addWidget(self.history)
        scroll.body.addStretch(1)
        # Signals
        self.steps.currentRowChanged.connect(self._show_step)
        self.here_button.clicked.connect(self._on_here)
        self.aim_button.clicked.connect(self._on_aim)
        desk.changed.connect(self._on_changed)
        # Initial update
        now = ladder_step(desk.case) or LadderStep.STAY
        self._refresh()
        self.steps.setCurrentRow(FROM_THE_TOP.index(now))

    def _make_steps(self, parent: QWidget) -> Card:
        card = Card(_("The seven steps"), "ladder", parent)
        self.now_label = plain_label("", "", card, wrap=True)
        self.steps = QListWidget(card)
        self.steps.setAccessibleName(_("The seven steps"))
        self.steps.setItemDelegate(StepRows(self.steps))
        self.steps.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.steps.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        card.body.addWidget(self.now_label)
        card.body.addWidget(self.steps)
        card.body.addStretch(1)
        return card

    def _make_step(self, parent: QWidget) -> Card:
        card = self.step_card = Card(_("The chosen step"), "", parent)
        self.name_label = plain_label("", "bold", card, wrap=True)
        self.words_label = plain_label("", "muted", card, wrap=True)
        self.examples_label = plain_label("", "", card, wrap=True)
        self.decision_label = plain_label("", "small", card, wrap=True)
        self.move_label = plain_label("", "", card, wrap=True)
        self.here_button = button(_("The help is here now"), "check", "primary", card)
        self.aim_button = button(_("Make it the aim"), "target", "", card)
        for label in (self.name_label, self.words_label, self.examples_label, self.decision_label, self.move_label):
            card.body.addWidget(label)
        row = QHBoxLayout()
        row.addWidget(self.here_button)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(self.aim_button)
        card.body.addStretch(1)
        return card

    # ------------------------------------------------------------------ as the shell asks
    def show_row(self, row_id: str) -> None:
        """Show one of the positions."""
        self.history.choose(row_id)

    def standing(self) -> int:
        return self.steps.currentRow()

    def stand(self, before: int) -> None:
        self.steps.setCurrentRow(before)

    def has_main_button(self) -> bool:
        return True

    # ------------------------------------------------------------------ what is shown
    @property
    def step(self) -> LadderStep:
        """The one that is chosen to be read about."""
        return FROM_THE_TOP[max(0, self.steps.currentRow())]

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(LadderPosition) or changes.touches(Plan, Plan.ladder_goal) or changes.touches(Citizen):
            self._refresh()

    def _refresh(self) -> None:
        case, at = self._desk.case, self.steps.currentRow()
        now, aim = ladder_step(case), current_plan(case).ladder_goal
        self.steps.blockSignals(True)
        self.steps.clear()
        for step in FROM_THE_TOP:
            item = QListWidgetItem(_(step.label), self.steps)
            for role, value in ((STEP, step.value), (NOW, step is now), (AIM, step is aim)):
                item.setData(role, value)
            marks = [word for word, on in ((_("Now"), step is now), (_("Aim"), step is aim)) if on]
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((
                *marks, _("Step {n}: {name}.").format(n=step.number, name=_(step.label)).rstrip("."),
                _(step.in_few_words))))
        self.steps.setCurrentRow(at)
        self.steps.blockSignals(False)
        self.now_label.setText(self._now_words(now, aim))
        self.chart.show_way(case.all(LadderPosition), aim, self._desk.opened.today())
        self.way_card.setVisible(now is not None)
        self._show_step()

    def _now_words(self, now: LadderStep | None, aim: LadderStep | None) -> str:
        if now is None:
            return _("Nobody has chosen a step yet.")
        text = _("The help is on step {n} now.").format(n=now.number)
        if aim is not None and aim is not now:
            text += " " + _("From step {a} to step {b}.").format(a=now.number, b=aim.number)
        return text

    def _show_step(self) -> None:
        case, step = self._desk.case, self.step
        now, aim = ladder_step(case), current_plan(case).ladder_goal
        self.step_card.set_title(_("Step {n}").format(n=step.number))
        self.name_label.setText(_(step.label))
        self.words_label.setText(_(step.in_few_words))
        self.examples_label.setText(_("E.g. {examples}.").format(
            examples=", ".join(_(each) for each in EXAMPLES[step])))
        self.decision_label.setText(_("The municipality must say yes (visitation).") if needs_decision(step) else
                                    _("Nobody needs to be asked."))
        words, name = moved(now, step), case.the(Citizen).first_name
        if now is not None and step.number > now.number:
            words = _("{name} needs more help for a time").format(name=name) if name else words
        say(self.move_label, f"{words[:1].upper()}{words[1:]}." if words else "")
        self.here_button.setVisible(step is not now)
        self.aim_button.setText(_("No longer the aim") if step is aim else _("Make it the aim"))
        self.aim_button.setAccessibleName(self.aim_button.text())

    # ------------------------------------------------------------------ what is done
    def _on_here(self) -> None:
        if self._desk.do(move_help, self.step) == "stored":
            self.history.choose(self._desk.result.id)
            self.history.help_field.setFocus()           # which help is it, and who decided?

    def _on_aim(self) -> None:
        aim = current_plan(self._desk.case).ladder_goal
        self._desk.do(aim_for, None if self.step is aim else self.step)
