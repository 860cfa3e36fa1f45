"""Where a passage can go: own words, a new goal, each goal's parts, an agreement, a note, or nowhere."""
from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.appearance.theme import px, restyle
from borgerplan_desktop.gui.earlier.become import FIELDS, WORDS, Become, letter, open_goals
from borgerplan_desktop.gui.showing.goal_summary import title_of
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.papers import PassageUse
from borgerplan_desktop.model.plan import Goal

PARTS = (PassageUse.STEP, PassageUse.INTERVENTION, PassageUse.AGREEMENT)
ICONS = {PassageUse.GOAL: "target"}


class Target(QPushButton):
    """Press it, or drop a passage on it."""

    def __init__(self, become: Become, text: str, name: str, parent: QWidget, key: str = "") -> None:
        super().__init__(parent)
        self.become, self._words = become, f"{text} · {key}" if key else text
        self.setProperty("kind", "target")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if icon := ICONS.get(become.use, ""):
            set_button_icon(self, icon)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for all of its words they end in "…"."""
        room = self.width() - px(24) - (0 if self.icon().isNull() else self.iconSize().width() + px(6))
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, px(30)))
        self.setText(shown.replace("&", "&&"))
        tip = _("Drop a passage here, or mark one and press this")
        set_tip(self, tip if shown == self._words else f"{self._words}. {tip}")

    def light(self, on: bool) -> None:
        """A passage would land here."""
        if bool(self.property("lit")) != on:
            self.setProperty("lit", on)
            restyle(self)


class GoalTargets(QFrame):
    """A goal, what it holds already, and what a passage can become of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "flat")
        self._title, self._holds = ElidedLabel("", self, "bold"), plain_label("", "small", self)
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._holds)
        column.addLayout(self.row)

    def tell(self, goal: Goal, number: int) -> None:
        self._title.setText(f"{number}  {title_of(goal)}")
        steps, helps, agreements = len(goal.steps), len(goal.interventions), len(goal.agreements)
        said = [ngettext("{n} step", "{n} steps", steps).format(n=steps)] if steps else []
        said += [ngettext("{n} help", "{n} helps", helps).format(n=helps)] if helps else []
        said += [ngettext("{n} agreement", "{n} agreements", agreements).format(n=agreements)] if agreements else []
        say(self._holds, " · ".join(said))
        for target in self.findChildren(Target):
            target.setAccessibleName(f"{_(WORDS[target.become.use])}: {title_of(goal)}")


class Targets(PageScroll):
    wanted = Signal(object)                              # Become

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(_("What the passage becomes"), parent, (2, 0, 8, 8), 8)
        self._case = case
        self.all: list[Target] = []
        own = self._card(_("In own words") + f" · {letter(PassageUse.OWN_WORDS)}")
        grid = FieldGrid(120, 2, own)
        for field, name in FIELDS.items():
            grid.add(self._target(Become(PassageUse.OWN_WORDS, field=field), _(name), _(name), grid))
        column = own.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(grid)
        self.body.addWidget(own)
        self._goals = QWidget(self)
        self._goals_column = QVBoxLayout(self._goals)
        self._goals_column.setContentsMargins(0, 0, 0, 0)
        self._goals_column.setSpacing(8)
        self.body.addWidget(self._goals)
        new = self._target(Become(PassageUse.GOAL), _("A new goal"), _("A new goal"), self, letter(PassageUse.GOAL))
        self.body.addWidget(new)
        rest = FieldGrid(120, 2, self)
        for use, words in ((PassageUse.AGREEMENT, _("Agreement in general")),
                           (PassageUse.NOTE, _(WORDS[PassageUse.NOTE])),
                           (PassageUse.LEFT_OUT, _("Shall not come along"))):
            rest.add(self._target(Become(use), words, words, rest, letter(use)))
        self.body.addWidget(rest)
        self.body.addStretch(1)
        self._of_goals: dict[str, GoalTargets] = {}
        self.refresh()

    def refresh(self) -> None:
        """The goals as they are now; what has the keyboard keeps it."""
        goals = open_goals(self._case)
        for gone in set(self._of_goals) - {goal.id for goal in goals}:
            card = self._of_goals.pop(gone)
            self.all = [each for each in self.all if not card.isAncestorOf(each)]
            self._goals_column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for at, goal in enumerate(goals):
            if goal.id not in self._of_goals:
                self._of_goals[goal.id] = self._goal_card(goal)
            card = self._of_goals[goal.id]
            self._goals_column.insertWidget(at, card)
            card.tell(goal, at + 1)
        self._goals.setVisible(bool(goals))

    def under(self, at: QPoint) -> Target | None:
        """The target at a place of the screen."""
        if not self.viewport().rect().contains(self.viewport().mapFromGlobal(at)):
            return None
        return next((each for each in self.all
                     if each.isVisible() and each.rect().contains(each.mapFromGlobal(at))), None)

    def light(self, target: Target | None) -> None:
        for each in self.all:
            each.light(each is target)

    # ------------------------------------------------------------------------------------------- made of
    def _card(self, title: str) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "flat")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(4)
        column.addWidget(plain_label(title, "smallbold", card))
        return card

    def _goal_card(self, goal: Goal) -> GoalTargets:
        card = GoalTargets(self._goals)
        for use in PARTS:
            card.row.addWidget(self._target(Become(use, goal.id), _(WORDS[use]), "", card))
        return card

    def _target(self, become: Become, text: str, name: str, parent: QWidget, key: str = "") -> Target:
        made = Target(become, text, name, parent, key)
        made.clicked.connect(self._on_pressed)
        self.all.append(made)
        return made

    def _on_pressed(self) -> None:
        target = self.sender()
        if isinstance(target, Target):
            self.wanted.emit(target.become)
