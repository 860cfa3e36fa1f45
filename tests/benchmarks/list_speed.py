"""How fast the lists are in an archive of many_citizens.py: `python -m tests.benchmarks.list_speed FOLDER`."""
from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from time import perf_counter, thread_time
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QStringListModel, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMainWindow, QVBoxLayout, QWidget

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.citizens.day_card import DayCard
from borgerplan_desktop.gui.shell.citizen_lists import PAGE, CitizenLists
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.model.plan import Agreement
from borgerplan_desktop.store.line_words import sought
from tests.benchmarks.many_citizens import unlocked
from tests.benchmarks.raw import Raw

WORDS = ("hansen", "jonas", "åge", "mette ni", "søren 12", "e", "ø", "zehra", "ib xq", "kirsten bæk")
WRITTEN = ("værelse", "boligkontoret", "natten", "hansen", "sø", "ringe til kom", "hv", "økonomi styr")
ROUNDS = 10
FRAME, SCROLL, DAY = 33, 16.7, 150                       # milliseconds: one picture of thirty in a second, of sixty
LATER_MS = 60_000


class Took(NamedTuple):
    """Milliseconds: by the clock, and what this program worked (others are at work on this machine too)."""

    clock: float
    work: float


Times = list[Took]


class Painted(QObject):
    """Counts how often a view was painted."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.times = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


class Shown:
    """The window with the lists of an archive."""

    def __init__(self, archive: Archive) -> None:
        self.archive, self.window = archive, MainWindow(None)
        self.work = self.window.show_workspace()
        self.window.resize(1366, 768)
        self.window.show()
        self.lists = CitizenLists(archive, self.work, self.window)
        self.lists.refresh()
        self.field = self.work.side.search_field
        self.painted = Painted(self.work.side.citizens)
        QApplication.processEvents()

    def keystrokes(self, rounds: int = ROUNDS) -> Times:
        """Milliseconds from each key to the painted rows, as people look for several."""
        return _typed(self.field, self.painted, WORDS * rounds)

    def written(self) -> Times:
        """From the rest of the typing to what is written."""
        times: Times = []
        for word in WRITTEN:
            self.field.setText(word)
            times.append(_timed(lambda word=word: self.work.side.searched.emit(word)))
        self.field.clear()
        return times

    def order(self, order: str) -> Took:
        """From the choice of an order to its painted rows."""
        def choose() -> None:
            self.work.side.show_order(order)
            self.work.side.order_chosen.emit(order)
        return _timed(choose)

    def scope(self, scope: str) -> Took:
        """From the choice of a list to its painted rows."""
        return _timed(lambda: self.work.side.scope_chosen.emit(scope))

    def day(self, whole: bool = False) -> Took:
        """Everything is asked for and the page is made anew, as when one has just come in; until the first paint: of
        very many citizens the rest is read after it.
        """
        day = self.lists.day
        day._shown, day.reader.whole = None, whole
        day.reader.forget()
        day._rest.setInterval(LATER_MS)
        for card in self.work.my_day.findChildren(DayCard):
            card._lines = ()
        took = _timed(self.lists.refresh)
        while day._rest.isActive():
            day._rest.stop()
            day._on_rest()
        return took

    def rest_of_the_day(self) -> Times:
        """The pieces in which the rest of the whole shelter is read, between which keys and clicks are answered."""
        day, times = self.lists.day, Times()
        day._shown, day.reader.whole = None, True
        day.reader.forget()
        day.refresh()
        while day._rest.isActive():
            day._rest.stop()
            times.append(_timed(day._on_rest))
        return times

    def day_after_an_edit(self, turn: int) -> Took:
        """Somebody has promised something for today: from the stored change to the painted day."""
        known = self.lists.day.reader._known
        opened = self.archive.open_case(min(known))
        with opened.action("x"):
            opened.case.add(Agreement(text=f"Ring {turn}", due_on=self.archive.today()))
        return _timed(self.lists.refresh)

    def day_at_rest(self) -> Took:
        """Nothing has changed."""
        return _timed(self.lists.refresh)

    def scrolled(self, rows: int, act: Callable[[], object]) -> Times:
        """Frame by frame from the beginning of the list through so many rows."""
        view, times = self.work.side.citizens, Times()
        view.scrollToTop()
        QApplication.processEvents()
        while view.indexAt(view.viewport().rect().topLeft()).row() < rows and len(times) < 10 * rows:
            times.append(_timed(act))
        return times

    def wheel(self) -> None:
        """One notch of the wheel."""
        port = self.work.side.citizens.viewport()
        middle = QPointF(port.rect().center())
        QApplication.sendEvent(port, QWheelEvent(
            middle, QPointF(port.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False))

    def page_down(self) -> None:
        QTest.keyClick(self.work.side.citizens, Qt.Key.Key_PageDown)

    def more(self) -> Took:
        """From the end of the list to the painted next page."""
        QTest.qWait(5)                                   # until the page before is laid out
        bar = self.work.side.citizens.verticalScrollBar()
        return _timed(lambda: bar.setValue(bar.maximum()))

    def close(self) -> None:
        self.window.drop_workspace()
        self.window.close()
        self.window.deleteLater()


class Bare:
    """The floor: the driver asked for the same rows, and a bare list of their names beneath a bare field."""

    def __init__(self, archive: Archive) -> None:
        self._raw = Raw(archive.store.engine)
        self._window, self.field, self._view = QMainWindow(), QLineEdit(), QListView()
        body = QWidget()
        column = QVBoxLayout(body)
        column.addWidget(self.field)
        column.addWidget(self._view)
        self._window.setCentralWidget(body)
        self._window.resize(272, 768)
        self._model = QStringListModel(self._window)
        self._view.setModel(self._model)
        self.painted = Painted(self._view)
        self.field.textChanged.connect(self._on_typed)
        self._window.show()
        QApplication.processEvents()

    def _on_typed(self, words: str) -> None:
        found = self._raw.driver.execute(
            "SELECT l.* FROM citizen_text t JOIN citizen_line l ON l.place = t.rowid WHERE t.citizen_text MATCH ? "
            "ORDER BY t.rowid LIMIT ?", (sought(words, False), PAGE)).fetchall()
        self._model.setStringList([row[4] for row in found])

    def keystrokes(self, rounds: int = ROUNDS) -> Times:
        return _typed(self.field, self.painted, WORDS * rounds)

    def close(self) -> None:
        self._raw.close()
        self._window.close()
        self._window.deleteLater()


def share(times: Iterable[float], part: float) -> float:
    """The time that so large a part of the times does not pass."""
    times = list(times)
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def _typed(field: QLineEdit, painted: Painted, words: tuple[str, ...]) -> Times:
    times: Times = []
    painted.times = 0
    for word in words:
        field.clear()
        QApplication.processEvents()
        for letter in word:
            times.append(_timed(lambda letter=letter: QTest.keyClicks(field, letter)))
    assert painted.times > len(times) / 2                # not where the rows stay the same, or nobody is found
    return times


def _timed(act: Callable[[], object]) -> Took:
    clock, work = perf_counter(), thread_time()
    act()
    QApplication.processEvents()
    return Took(1000 * (perf_counter() - clock), 1000 * (thread_time() - work))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.list_speed", description=__doc__)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    _app = QApplication([])
    with closing(unlocked(asked.folder)) as archive:
        windows: list[Shown] = []
        report("window with the lists, the first time", [_timed(lambda: windows.append(Shown(archive)))])
        [shown] = windows
        report("key to painted rows", shown.keystrokes())
        for scope in ("all", "mine", "follow_up", "closed"):
            report(f"list opened: {scope}", [shown.scope(scope) for _ in range(ROUNDS)])
        for scope in ("all", "mine", "follow_up", "closed"):
            shown.scope(scope)
            for order in ("attention", "room", "week", "name"):
                report(f"sorted, {scope}: {order}", [shown.order(order) for _ in range(ROUNDS)])
        for order in ("attention", "room", "week", "name"):
            shown.scope("all")
            shown.order(order)
            report(f"next page by {order}", [shown.more() for _ in range(ROUNDS)])
        report("what is written", shown.written())
        shown.scope("all")
        report("next page", [shown.more() for _ in range(ROUNDS)])
        for what, act in (("wheel", shown.wheel), ("page down", shown.page_down)):
            shown.scope("all")
            report(f"scrolled by {what}, a frame", shown.scrolled(1000, act), SCROLL)
        shown.scope("mine")
        report("Min dag made anew", [shown.day() for _ in range(ROUNDS)], DAY)
        report("Min dag of the whole shelter", [shown.day(whole=True) for _ in range(ROUNDS)], DAY)
        report("Min dag, the rest of it, a piece", shown.rest_of_the_day(), DAY)
        shown.day()
        report("Min dag after an edit", [shown.day_after_an_edit(turn) for turn in range(ROUNDS)], DAY)
        report("Min dag at rest", [shown.day_at_rest() for _ in range(ROUNDS)], DAY)
        shown.close()


def report(what: str, times: Times, aim: float = FRAME) -> None:
    clock, work = [took.clock for took in times], [took.work for took in times]
    print(f"{what}: by the clock median {share(clock, 0.5):.1f}, p95 {share(clock, 0.95):.1f} ms (aim {aim:g}); "
          f"worked median {share(work, 0.5):.1f}, p95 {share(work, 0.95):.1f} ms; {len(times)} times")


if __name__ == "__main__":
    main()
