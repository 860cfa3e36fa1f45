"""What a person does at the plan tab, and what is seen there."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.goal_body import GoalBody
from borgerplan_desktop.gui.plan.goal_card import GoalCard
from borgerplan_desktop.gui.plan.pill_button import PillButton
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.widgets.label import PlainLabel
from borgerplan_desktop.model.plan import Goal, current_plan

ALT = Qt.KeyboardModifier.AltModifier


def shown(qtbot: QtBot, desk: Desk) -> PlanTab:
    tab = PlanTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1308, 620)
    tab.show()
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    return tab


def type_(text: str) -> None:
    """Type where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def card(tab: PlanTab, goal: Goal) -> GoalCard:
    found = tab.goals.card(goal)
    assert found is not None
    return found


def body(tab: PlanTab, goal: Goal) -> GoalBody:
    found = card(tab, goal).body
    assert found is not None
    return found


def choose(pill: PillButton, words: str) -> None:
    """Take a line of its menu."""
    next(action for action in pill.menu.actions() if action.text() == words).trigger()


def titles(desk: Desk) -> list[str]:
    return [goal.title for goal in current_plan(desk.case).goals]


def texts(widget: QWidget) -> list[str]:
    return [label.words() for label in widget.findChildren(PlainLabel) if label.isVisible()]
