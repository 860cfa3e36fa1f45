"""The day is printed from Min dag, and that it was is on record."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.citizens.my_day import MyDay
from borgerplan_desktop.gui.printing import page_window
from borgerplan_desktop.gui.printing.page_view import Pages
from borgerplan_desktop.gui.printing.page_window import PageWindow
from borgerplan_desktop.gui.shell.day_on_screen import DayOnScreen
from borgerplan_desktop.model.plan import Agreement
from borgerplan_desktop.store.audit import Did
from borgerplan_desktop.store.store import Store
from tests.archive import new_store, undecided


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = new_store(tmp_path_factory.mktemp("day"))
    yield store
    store.close()


def test_the_day_is_printed_and_on_record(qtbot: QtBot, archive: Archive, tmp_path: Path) -> None:
    def chosen(printer: QPrinter, _window: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(150)
        printer.setOutputFileName(str(tmp_path / "day.pdf"))
        return True

    receive(archive, Arrival("Jonas Prøve", room="12"))
    page = MyDay()
    qtbot.addWidget(page)
    day = DayOnScreen(archive, page, page)
    page.show()
    day.refresh()
    day.chosen = lambda _printer, _window: False
    QTest.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    shown = page.findChild(PageWindow)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.canvas.count == 1)       # the page is seen first
    assert shown.accessibleName() == "Dagen på papir"
    assert shown.canvas.views[0].accessibleName() == "Side 1 af 1"
    assert shown.focusWidget() is shown.print_button
    QTest.mouseClick(shown.print_button, Qt.MouseButton.LeftButton)
    assert archive.store.lines(limit=1)[0].did is not Did.PRINTED    # it was not printed after all
    assert shown.isVisible()
    shown._chosen = chosen
    with qtbot.waitSignal(shown.printed, timeout=20_000):
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert not shown.isVisible()
    assert (tmp_path / "day.pdf").read_bytes().startswith(b"%PDF")
    assert archive.store.lines(limit=1)[0].action == "Printed the day"
    day.stop()


def test_of_very_many_the_nearest_are_painted_before_the_rest_is_read(
        qtbot: QtBot, archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("borgerplan_desktop.gui.shell.day_on_screen.AT_ONCE", 2)
    monkeypatch.setattr("borgerplan_desktop.gui.shell.day_on_screen.A_FEW", 1)
    everybody = [undecided(receive(archive, Arrival(f"Nummer {number}"))) for number in range(5)]
    for number, opened in enumerate(everybody):
        with opened.action("x"):
            opened.case.add(Agreement(text=f"Ring {number}", due_on=archive.today() - timedelta(days=9 - number)))
    page = MyDay()
    qtbot.addWidget(page)
    page.show()
    day = DayOnScreen(archive, page, page)
    day.refresh()
    assert day.day is not None
    assert (day.day.looked_at, day.day.there_are, day.day.is_partly) == (2, 5, True)
    assert page.first_title.text() == "Ring 0"           # the longest overdue is among the first
    assert "vist:" not in page.date_label.text()         # the others are on their way
    qtbot.waitUntil(lambda: day.day is not None and day.day.looked_at == 5)
    assert (day.day.is_partly, page.first_title.text(), len(day.day.overdue)) == (False, "Ring 0", 4)
    shown = day.day
    with everybody[-1].action("x"):
        everybody[-1].case.add(Agreement(text="Skriv", due_on=archive.today() - timedelta(days=1)))
    day.reader.forget()
    day.refresh()
    assert day.day is shown                              # a page that is there moves once, when everybody is read
    qtbot.waitUntil(lambda: day.day is not None and len(day.day.overdue) == 5)
    day.refresh()
    day.show_nobody()
    assert not day._rest.isActive()
    day.stop()


def test_nobody_is_read_and_nothing_is_made_before_somebody_sees_the_day(qtbot: QtBot, archive: Archive) -> None:
    receive(archive, Arrival("Jonas Prøve", room="12"))
    page = MyDay()
    qtbot.addWidget(page)
    day = DayOnScreen(archive, page, page)
    day.refresh()
    assert (day.day, day.others) == (None, 0)            # the list needs to know of the others all the same
    assert not page.findChildren(QWidget)
    page.show()
    day.refresh()
    assert day.day is not None
    assert page.print_button.isVisible()
    page.hide()
    receive(archive, Arrival("Sara Prøve", room="13"))
    day.refresh()
    assert day.day.there_are == 2                        # from then on it follows, seen or not
    day.stop()


def test_who_draws_the_page_holds_nothing_of_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lives in another thread could take a widget apart there."""
    given: list[object] = []

    def drawn_by(drawing: object, *_rest: object) -> Pages:
        given.append(drawing)
        return Pages(b"", {}, [])

    monkeypatch.setattr(page_window, "pages_of", drawn_by)
    shown = PageWindow("Dagen", b"%PDF", "Dag", "Udskriv")
    qtbot.addWidget(shown)
    qtbot.waitUntil(lambda: bool(given))
    assert getattr(given[0], "__self__", None) is not shown
