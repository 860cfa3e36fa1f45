"""The plan editor with 80 goals, 40 steps in one of them, and 2,000 notes: opened, typed in, stored; all notes looked
through.

Milliseconds of work (of the processor: others use the machine too) until the page is painted are printed with the aims
we have for an ordinary PC; what fails is a ratio to a floor in the same run: a bare page of as many labels and text
edits, a bare text edit on a page of so many, a bare UPDATE and COMMIT.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from time import process_time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.note_shown import NoteShown
from borgerplan_desktop.gui.plan.notes_page import AT_A_TIME, NotesPage
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.store.store import Store
from tests.archive import new_archive, new_store
from tests.benchmarks.great_case import GOALS, NOTES, great_case
from tests.benchmarks.raw import Raw

LONGEST = 40                                             # steps of the first goal
OPEN_MOST, NOTES_MOST, KEY_MOST, STORED_MOST = 3.4, 2, 16, 60         # ratios: 1.6 times what was measured
ADOPTED_MOST = 3.2
AT_ONCE_MOST = 10                                        # cards that are made before the first painting


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("plan")
    store = new_store(folder)
    yield store
    store.close()


@pytest.fixture(scope="module")
def opened(store: Store) -> OpenCase:
    return great_case(new_archive(store), LONGEST)


@pytest.fixture
def shown(qapp: QApplication, opened: OpenCase) -> Iterator[PlanTab]:
    desk = Desk(opened)
    tab = PlanTab(desk)
    tab.resize(1094, 640)
    tab.show()
    painted(tab)
    yield tab
    desk.close()
    tab.close()
    tab.deleteLater()


def painted(window: QWidget) -> None:
    QApplication.processEvents()
    window.repaint()


class Window(QMainWindow):
    """Stands on screen already, as the program's does; knows when what is put into it was painted."""

    painted_at: float | None = 0.0

    def __init__(self) -> None:
        super().__init__()
        self.pages = QStackedWidget(self)
        self.pages.addWidget(QWidget())
        self.setCentralWidget(self.pages)
        self.resize(1094, 640)
        self.show()
        QApplication.processEvents()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if self.painted_at is None and event.type() == QEvent.Type.UpdateRequest:
            self.painted_at = process_time()
        return done

    def until_painted(self, act: Callable[[], object]) -> float:
        """Milliseconds from the act to the painting after it."""
        self.painted_at, began = None, process_time()
        act()
        while self.painted_at is None:
            QApplication.processEvents()
        took = 1000 * (self.painted_at - began)
        for _each in range(20):                          # what comes a moment later
            QApplication.processEvents()
        return took

    def put(self, make: Callable[[QWidget], QWidget]) -> float:
        """Make a page where it belongs and bring it to the front: milliseconds until it is painted."""
        def act() -> None:
            self.pages.addWidget(make(self.pages))
            self.pages.setCurrentIndex(1)
        return self.until_painted(act)

    def page(self) -> QWidget | None:
        return self.pages.widget(1)

    def take(self) -> None:
        if (page := self.page()) is not None:
            self.pages.removeWidget(page)
            page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[Window]:
    made = Window()
    yield made
    made.close()
    made.deleteLater()


def quickest(window: Window, make: Callable[[QWidget], QWidget], runs: int = 6) -> float:
    times = []
    for _each in range(runs):
        times.append(window.put(make))
        window.take()
    return min(times[1:])                                # the first warms


def bare_page(labels: int, edits: int, parent: QWidget | None = None) -> QWidget:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    for number in range(labels):
        column.addWidget(QLabel(f"Linje {number}"))
    for number in range(edits):
        column.addWidget(QPlainTextEdit(f"Linje {number}"))
    return page


def test_a_great_plan_is_there_at_once(window: Window, opened: OpenCase) -> None:
    desk = Desk(opened)
    ms, floor = quickest(window, partial(PlanTab, desk)), quickest(window, partial(bare_page, 200, 20))
    window.put(partial(PlanTab, desk))
    tab = window.page()
    assert isinstance(tab, PlanTab)
    assert len(tab.goals.cards.made()) > AT_ONCE_MOST    # a moment later the rest is there, without being asked for
    assert tab._rest is not None
    assert tab._rest.agreements.isVisible()
    window.take()
    desk.close()
    print(f"\nplan of {GOALS} goals and {NOTES} notes painted: {ms:.0f} ms (aim 150), bare page "
          f"{floor:.0f} ms: × {ms / floor:.1f} (at most {OPEN_MOST})")
    assert ms <= OPEN_MOST * floor


def test_all_notes_are_there_at_once_and_looked_through(window: Window, opened: OpenCase) -> None:
    desk = Desk(opened)
    ms, floor = quickest(window, partial(NotesPage, desk)), quickest(window, partial(bare_page, 200, 20))
    window.put(partial(NotesPage, desk))
    page = window.page()
    assert isinstance(page, NotesPage)

    def other_goal() -> None:
        page.goal.setCurrentIndex(page.goal.currentIndex() + 1)
        page.goal.activated.emit(page.goal.currentIndex())
    filtered = min(window.until_painted(other_goal) for _each in range(6))
    assert len([each for each in page.findChildren(NoteShown) if each.isVisible()]) == min(AT_A_TIME, NOTES // GOALS)
    window.take()
    desk.close()
    print(f"\nall {NOTES} notes painted: {ms:.0f} ms (aim 150), a filter {filtered:.0f} ms (aim 100), bare page "
          f"{floor:.0f} ms: × {ms / floor:.1f} and {filtered / floor:.1f} (at most {NOTES_MOST})")
    assert ms <= NOTES_MOST * floor
    assert filtered <= NOTES_MOST * floor


def test_a_key_is_on_the_screen_at_once(shown: PlanTab) -> None:
    bare = bare_page(0, 20)
    bare.resize(1094, 640)
    bare.show()
    painted(bare)
    edit = bare.findChild(QPlainTextEdit)
    card = shown.goals.card(shown.goals.open_goal)
    assert edit is not None
    assert card is not None
    assert card.body is not None
    keys = (_keys(card.body.why), _keys(edit), _keys(card.body.why), _keys(edit))
    ours, floor = min(keys[0], keys[2]), min(keys[1], keys[3])
    bare.deleteLater()
    print(f"\nkey to screen: p95 {ours:.1f} ms (aim 16), bare {floor:.1f} ms: × {ours / floor:.1f} "
          f"(at most {KEY_MOST})")
    assert ours <= KEY_MOST * floor


def _keys(edit: QPlainTextEdit) -> float:
    """The slowest of twenty but one."""
    edit.setFocus()
    times = []
    for letter in "hvad der skal ske nu og så " * 4:
        started = process_time()
        QTest.keyClicks(edit, letter)
        painted(edit)
        times.append(1000 * (process_time() - started))
    return sorted(times)[-max(1, len(times) // 20) - 1]


def least_work(act: Callable[[], object], before: Callable[[], object] | None = None, runs: int = 25) -> float:
    """Milliseconds of the processor: the disk of a machine that many share says nothing of us."""
    times = []
    for _each in range(runs + 1):                        # the first warms
        if before is not None:
            before()
        started = process_time()
        act()
        times.append(process_time() - started)
    return 1000 * min(times[1:])


def test_a_great_plan_is_adopted_soon(store: Store) -> None:
    """The window waits meanwhile: all of it is frozen in one transaction, so that a kill leaves nothing by halves."""
    opened = great_case(new_archive(store))
    ms = least_work(lambda: adopt_plan(opened), runs=8)
    floor = least_work(lambda: plan_pdf(opened.case, today=opened.today()), runs=8)
    print(f"\nplan of {GOALS} goals adopted: {ms:.0f} ms (aim 250), the paper alone {floor:.0f} ms: × {ms / floor:.1f} "
          f"(at most {ADOPTED_MOST})")
    assert ms <= ADOPTED_MOST * floor


def test_a_field_of_a_great_plan_is_stored_when_it_is_left(shown: PlanTab, store: Store) -> None:
    card, turns = shown.goals.card(shown.goals.open_goal), count()
    assert card is not None
    assert card.body is not None
    edit, desk, goal = card.body.why, shown._desk, card.goal

    def write() -> None:
        edit.setPlainText(f"Derfor {next(turns)}")
    ms = least_work(desk.settle.emit, write)
    assert goal.why == edit.toPlainText()
    raw = Raw(store.engine)
    floor = least_work(lambda: raw.update(goal.id, f"Mål {next(turns)}"))
    raw.close()
    print(f"\nfield to committed: {ms:.1f} ms (aim 20), bare UPDATE and COMMIT {floor:.2f} ms: × {ms / floor:.0f} "
          f"(at most {STORED_MOST})")
    assert ms <= STORED_MOST * floor
