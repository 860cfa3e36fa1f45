"""The live page goes where the keyboard goes."""
from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing import fields
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.printing.page_images import OpenPaper
from borgerplan_desktop.gui.printing.preview import Preview
from borgerplan_desktop.model.plan import Goal, Plan
from tests.gui.plan.hands import body


def pages_with(pdf: bytes, words: str) -> list[int]:
    with OpenPaper(pdf) as paper:
        return [number for number in range(paper.count) if words in paper.text(number)]


def in_sight(paper: Preview) -> list[int]:
    """The pages that are seen, from 0."""
    return paper.canvas.in_sight()


def test_it_shows_the_goal_in_hand_and_the_words_of_a_field(qtbot: QtBot, desk: Desk, tab: PlanTab) -> None:
    many = [goals.add_goal(desk.opened, f"Ønske {n} om noget") for n in range(1, 21)]
    for goal in many:
        write(desk.opened, goal, Goal.why, "Det betyder meget for mig. " * 12, "x")
    write(desk.opened, desk.case.the(Plan), Plan.hopes, "En hund og en have", "x")
    tab.open_paper()
    paper = tab.paper
    assert paper is not None
    qtbot.waitUntil(lambda: bool(paper.pdf) and not paper._stale, timeout=20_000)
    qtbot.waitUntil(lambda: paper.canvas.height() > 2 * paper.page_scroll.height())      # they lie one below the other
    tab.show_row(many[11].id)
    assert body(tab, many[11]).isVisible()
    qtbot.waitUntil(lambda: set(in_sight(paper)) & set(pages_with(paper.pdf, "Ønske 12 om noget")[-1:]) != set())
    assert in_sight(paper)[-1] > 1
    tab.show_row(many[19].id)
    qtbot.waitUntil(lambda: set(in_sight(paper)) & set(pages_with(paper.pdf, "Ønske 20 om noget")) != set())
    at_the_end = paper.page_scroll.verticalScrollBar().value()
    hopes = next(each for each in tab.findChildren(QPlainTextEdit) if each.accessibleName() == "Håb og drømme")
    hopes.setFocus()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: paper.page_scroll.verticalScrollBar().value() < at_the_end)
    assert set(in_sight(paper)) & set(pages_with(paper.pdf, "En hund og en have"))


def test_what_is_written_is_on_it_as_soon_as_the_hands_rest(
        qtbot: QtBot, desk: Desk, tab: PlanTab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "PAUSE_MS", 60_000)      # what a field takes by itself, with no paper beside it
    goal = goals.add_goal(desk.opened, "Egen bolig")
    tab.goals.open(goal)
    tab.open_paper()
    paper = tab.paper
    assert paper is not None
    qtbot.waitUntil(lambda: bool(paper.pdf) and not paper._stale, timeout=20_000)
    body(tab, goal).why.setFocus()
    QTest.keyClicks(body(tab, goal).why, "Ro om aftenen")
    qtbot.waitUntil(lambda: pages_with(paper.pdf, "Ro om aftenen") != [], timeout=20_000)
    assert goal.why == "Ro om aftenen"
