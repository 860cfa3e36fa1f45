"""The network map seen before it is printed: with names for the citizen, without for supervision and teaching."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person, put_on_map
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.printing.page_images import pages
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.shell.case_header import header_facts
from borgerplan_desktop.model.network import Ring
from borgerplan_desktop.model.papers import Document, MadeHow, Reader
from borgerplan_desktop.model.shelter import Sector
from tests.documents import reading


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def window(desk: Desk, parent: QWidget, qtbot: QtBot) -> PaperWindow:
    sara = add_private_person(desk.opened, "Sara Prøve", "min datter")
    put_on_map(desk.opened, sara, Sector.FAMILY, Ring.CLOSEST)
    found = show_paper(desk, BY_KEY["network"], parent)
    qtbot.waitUntil(lambda: found.paper.pdf.startswith(b"%PDF"), timeout=20_000)
    return found


def test_it_has_names_until_somebody_wants_none(window: PaperWindow, desk: Desk, qtbot: QtBot) -> None:
    assert "Sara" in reading.text(window.paper.pdf)
    assert window.paper.paper.reader is Reader.CITIZEN
    names = next(each for each in window.findChildren(QComboBox) if each.accessibleName() == "Navne på kortet")
    assert [names.itemText(n) for n in range(3)] == [
        "Med navne", "Numre i stedet for navne", "Forbogstaver i stedet for navne"]
    with qtbot.waitSignal(window.paper.drawn, timeout=20_000):
        QTest.keyClicks(names, "Numre")
    said = reading.text(window.paper.pdf)
    assert "Sara" not in said
    assert "Privat 1" in said
    assert window.paper.paper.reader is Reader.OTHERS_WITH_TIES
    assert window.paper.paper.file_name == "netvaerkskort.pdf"           # no number of the case either


def test_it_is_printed_as_large_as_the_paper_and_is_on_record(window: PaperWindow, desk: Desk, qtbot: QtBot,
                                                              tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"

    def chosen(printer: QPrinter, _window: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setResolution(150)
        return True

    with qtbot.waitSignal(desk.changed, timeout=30_000):
        window.printing().ask_and_print(chosen)
    page = next(pages(target.read_bytes(), lambda _w, _h: 50.0))[2]
    dark = [y for y in range(page.height())
            if any(page.pixelColor(x, y).lightness() < 200 for x in range(page.width()))]
    assert page.height() > page.width()                  # the printer's paper stands: the map lies along all of it
    assert dark[-1] - dark[0] > .8 * page.height()
    assert [d.made_how for d in desk.case.all(Document)] == [MadeHow.PRINTED]


def test_the_network_page_prints_the_map_and_its_button_says_so(qtbot: QtBot, desk: Desk) -> None:
    tab = NetworkTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    assert header_facts(desk.case, desk.opened.now(), "network", False).paper == "Udskriv kortet"
    assert header_facts(desk.case, desk.opened.now(), "plan", False).paper == "Udskriv planen"
    assert tab.print_paper()
    front = QApplication.activeModalWidget()
    assert isinstance(front, PaperWindow)
    assert front.print_button.text() == "Udskriv kortet"
    front.reject()
