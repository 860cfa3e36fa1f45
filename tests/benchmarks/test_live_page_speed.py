"""The paper beside the plan editor (F9): it says what was written soon after the last key, and the keys do not wait.

Milliseconds until the page is there after the last key are printed with the aim we have for an ordinary PC; what fails
is a ratio to a floor in the same run: the same paper drawn and pictured with nothing around it. What the program waits
for the hands to rest is told by itself: it is meant.
"""
from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from time import perf_counter, thread_time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.plan_paper import plan_paper
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.plan.paper_follows import REST_MS
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.printing.page_view import pages_of
from borgerplan_desktop.gui.printing.preview import SOON_MS, Preview
from borgerplan_desktop.store.progress import unheard
from borgerplan_desktop.store.store import Store
from tests.archive import new_archive, new_store
from tests.benchmarks.great_case import GOALS, great_case

AIM, REST_MOST = 500, 250                                # ms: the whole, and what of it is waiting
DRAWN_MOST, KEY_MOST = 2, 4                              # ratios
RUNS, WAIT = 6, 20_000


@pytest.fixture(params=[5, GOALS])
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCase]:
    store: Store = new_store(tmp_path_factory.mktemp("live"))
    yield great_case(new_archive(store), goals=request.param)
    store.close()


def test_the_page_follows_the_last_key(qtbot: QtBot, qapp: QApplication, opened: OpenCase) -> None:
    desk = Desk(opened)
    tab = PlanTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1308, 640)
    tab.show()
    tab.activateWindow()
    for _each in range(20):
        QApplication.processEvents()
    card = tab.goals.card(tab.goals.open_goal)
    assert card is not None
    assert card.body is not None
    edit = card.body.why
    edit.setFocus()
    QTest.qWait(0)
    plain = _keys(edit)
    tab.show_paper(True)
    paper = tab.paper
    assert paper is not None
    qtbot.waitUntil(lambda: bool(paper.pdf), timeout=WAIT)
    edit.setFocus()
    took = [_until_drawn(qtbot, edit, paper) for _each in range(RUNS)]
    during = _keys(edit)
    qtbot.waitUntil(lambda: paper._job is None and not paper._stale, timeout=WAIT)
    desk.close()
    bare = median(_drawn_bare(opened) for _each in range(3))
    waits, ms = REST_MS + SOON_MS, median(took)
    print(f"\nlive page of {len(tab.goals._goals())} goals: {ms:.0f} ms after the last key (aim {AIM}), of which "
          f"it waits {waits}; the paper alone {bare:.0f} ms: × {(ms - waits) / bare:.1f} (at most {DRAWN_MOST}); a key "
          f"takes {during:.1f} ms of the window's own time, {plain:.1f} without the paper")
    assert waits <= REST_MOST
    assert ms - waits <= DRAWN_MOST * bare
    assert during <= KEY_MOST * plain


def _keys(edit: QPlainTextEdit) -> float:
    """Milliseconds of the window's own work for a key, half of them; the drawing goes on beside."""
    times = []
    for letter in "hvad der skal ske nu og så ":
        started = thread_time()
        QTest.keyClicks(edit, letter)
        QApplication.processEvents()
        times.append(1000 * (thread_time() - started))
    return median(times)


def _until_drawn(qtbot: QtBot, edit: QPlainTextEdit, paper: Preview) -> float:
    """Milliseconds from the last key until the page in sight says it; the pages out of sight follow."""
    QTest.keyClicks(edit, "og så ")
    started, said = perf_counter(), list[float]()

    def on_drawn() -> None:
        if not paper._stale and all(not field.is_unsaved for field in edit.findChildren(TextField)):
            said.append(perf_counter())
    paper.drawn.connect(on_drawn)
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
    paper.drawn.disconnect(on_drawn)
    qtbot.waitUntil(lambda: paper._job is None, timeout=WAIT)
    return 1000 * (said[0] - started)


def _drawn_bare(opened: OpenCase) -> float:
    started = perf_counter()
    pages_of(plan_paper(opened).draw, unheard)
    return 1000 * (perf_counter() - started)
