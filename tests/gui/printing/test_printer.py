"""What the printer is told: sides, grey, pages, copies; no printer is said, and a stopped job is taken back."""
from __future__ import annotations

import io
import threading
from pathlib import Path
from threading import Event
from typing import cast

import pikepdf
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from borgerplan_desktop.casework.papers.folder import folder_paper
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, paper_of
from borgerplan_desktop.casework.papers.plan_paper import Paper, plan_paper
from borgerplan_desktop.casework.session.backup_and_restore import Cancelled, unheard
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing import printer as printers
from borgerplan_desktop.gui.printing.how_far import HowFar
from borgerplan_desktop.gui.printing.page_images import pages
from borgerplan_desktop.gui.printing.printer import choose_printer, printer_for, remember, set_as_before
from borgerplan_desktop.gui.printing.printing import PagePrinting, PlanPrinting, PrintFailed, print_several
from borgerplan_desktop.model.papers import Document

GREY = QPrinter.ColorMode.GrayScale
ONE_SIDE, TWO_SIDES = QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexLongSide


@pytest.fixture
def settings(qapp: QApplication, tmp_path: Path) -> QSettings:
    """A QPrinter wants an application."""
    return QSettings(str(tmp_path / "printing.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    printer = printer_for("100")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(150)
    return printer


def printed(tmp_path: Path) -> list[bytes]:
    """Each sheet, small, to tell them apart by."""
    data = (tmp_path / "printed.pdf").read_bytes()
    small = [image.convertToFormat(image.Format.Format_Grayscale8)
             for _n, _c, image in pages(data, lambda _w, _h: 12.0)]
    return [bytes(each.constBits()) for each in small]


class Real:
    """A printer as there is none in a test: of one that writes a file Qt keeps no sides."""

    def __init__(self) -> None:
        self.sides, self.mode = ONE_SIDE, QPrinter.ColorMode.Color

    def duplex(self) -> QPrinter.DuplexMode:
        return self.sides

    def setDuplex(self, sides: QPrinter.DuplexMode) -> None:
        self.sides = sides

    def colorMode(self) -> QPrinter.ColorMode:
        return self.mode

    def setColorMode(self, mode: QPrinter.ColorMode) -> None:
        self.mode = mode

    def outputFormat(self) -> QPrinter.OutputFormat:
        return QPrinter.OutputFormat.NativeFormat


def offered(settings: QSettings) -> Real:
    printer = Real()
    set_as_before(cast(QPrinter, printer), settings)
    return printer


def test_both_sides_are_offered_and_another_choice_is_remembered(settings: QSettings) -> None:
    for sides, mode in ((ONE_SIDE, GREY), (TWO_SIDES, QPrinter.ColorMode.Color)):
        chosen = offered(settings)
        if mode is GREY:                                 # nobody has chosen anything yet
            assert (chosen.sides, chosen.mode) == (TWO_SIDES, QPrinter.ColorMode.Color)
        chosen.sides, chosen.mode = sides, mode
        remember(cast(QPrinter, chosen), settings)
        again = offered(settings)
        assert (again.sides, again.mode) == (sides, mode)


def test_a_paper_printed_into_a_file_changes_nothing_of_what_is_remembered(settings: QSettings,
                                                                           printer: QPrinter) -> None:
    remember(printer, settings)
    assert offered(settings).sides is TWO_SIDES


def test_in_grey_no_sheet_has_a_colour(desk: Desk, printer: QPrinter, tmp_path: Path) -> None:
    pdf = plan_paper(desk.opened).draw()
    for mode, coloured in ((QPrinter.ColorMode.Color, True), (GREY, False)):
        printer.setColorMode(mode)
        print_several([pdf], printer, unheard)
        image = next(pages((tmp_path / "printed.pdf").read_bytes(), lambda _w, _h: 40.0))[2]
        every = ((x, y) for x in range(image.width()) for y in range(image.height()))
        found = any(image.pixelColor(x, y).saturation() > 40 for x, y in every)
        assert found is coloured


def test_some_pages_of_it(desk: Desk, printer: QPrinter, tmp_path: Path) -> None:
    pdf = plan_paper(desk.opened).draw()
    print_several([pdf], printer, unheard)
    all_of_it = printed(tmp_path)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    print_several([pdf], printer, unheard)
    assert printed(tmp_path) == all_of_it[1:3]


@pytest.mark.parametrize(("collate", "order"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_where_the_printer_makes_none_itself(collate: bool, order: list[int], desk: Desk, printer: QPrinter,
                                                    tmp_path: Path) -> None:
    pdf = plan_paper(desk.opened).draw()
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    print_several([pdf], printer, unheard)
    sheets = printed(tmp_path)
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    shares: list[float] = []
    print_several([pdf], printer, shares.append)
    assert not printer.supportsMultipleCopies()
    assert printed(tmp_path) == [sheets[n] for n in order]
    assert shares == sorted(shares)


@pytest.fixture
def both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a printer that writes a file Qt keeps no sides."""
    monkeypatch.setattr(QPrinter, "duplex", lambda _self: TWO_SIDES)


def leaf(*shades: float) -> bytes:
    """A paper with a page of each shade of grey."""
    paper = io.BytesIO()
    canvas = Canvas(paper, pagesize=(595, 842))
    for shade in shades:
        canvas.setFillGray(shade)
        canvas.rect(0, 0, 595, 842, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return paper.getvalue()


def shades(tmp_path: Path) -> list[float]:
    return [round(side[len(side) // 2] / 255, 1) for side in printed(tmp_path)]


def test_on_both_sides_nobodys_paper_is_on_the_back_of_anothers(printer: QPrinter, both_sides: None,
                                                                tmp_path: Path) -> None:
    numbers: list[float] = []
    print_several([leaf(0.1), leaf(0.2, 0.3), leaf(0.4, 0.5, 0.6), leaf(0.7)], printer, numbers.append)
    assert shades(tmp_path) == [0.1, 1.0, 0.2, 0.3, 0.4, 0.5, 0.6, 1.0, 0.7]
    assert numbers == sorted(numbers)


def test_on_one_side_there_is_no_empty_one(printer: QPrinter, tmp_path: Path) -> None:
    print_several([leaf(0.1), leaf(0.2)], printer, unheard)
    assert shades(tmp_path) == [0.1, 0.2]


def test_on_both_sides_no_copy_is_on_the_back_of_another(printer: QPrinter, both_sides: None, tmp_path: Path) -> None:
    printer.setCopyCount(2)
    printer.setCollateCopies(False)
    print_several([leaf(0.1, 0.2, 0.3)], printer, unheard)
    assert shades(tmp_path) == [0.1, 0.2, 0.3, 1.0, 0.1, 0.2, 0.3]


def test_on_both_sides_each_paper_of_a_folder_begins_on_a_sheet(
        qtbot: QtBot, desk: Desk, printer: QPrinter, both_sides: None, tmp_path: Path) -> None:
    def in_print(paper: Paper) -> list[bytes]:
        with qtbot.waitSignal(desk.changed, timeout=30_000):
            PlanPrinting(desk, window, paper).print_on(printer)
        return printed(tmp_path)

    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    week, list_ = (in_print(paper_of(desk.opened, BY_KEY[key])) for key in ("week", "who-does-what"))
    assert len(week) == 1
    folder = folder_paper(desk.opened, ["week", "who-does-what"])
    sides = in_print(folder)
    assert [sides[0], *sides[2:]] == [*week, *list_]
    assert set(sides[1]) == {255}
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)                              # counted as they are seen, without the empty side
    assert in_print(folder) == list_[:1]


def test_nothing_is_on_the_back_of_what_is_folded(qtbot: QtBot, desk: Desk, printer: QPrinter, both_sides: None,
                                                  tmp_path: Path) -> None:
    """In large print the pocket plan is several sheets, and each is folded for itself."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    paper = paper_of(desk.opened, BY_KEY["pocket"], "", "da", True)
    with qtbot.waitSignal(desk.changed, timeout=30_000):
        PlanPrinting(desk, window, paper).print_on(printer)
    sides = printed(tmp_path)
    assert len(sides) > 2
    assert [set(each) == {255} for each in sides] == [number % 2 == 1 for number in range(len(sides))]


def test_each_page_is_said_with_how_many_there_are(desk: Desk, printer: QPrinter) -> None:
    two = [paper_of(desk.opened, BY_KEY[key]).draw() for key in ("week", "network")]
    many = [sum(1 for _page in pages(pdf, lambda _w, _h: 12.0)) for pdf in two]
    how_far, told = HowFar("Papirerne sendes til printeren."), list[str]()
    before = how_far.said(0.0)
    print_several(two, printer, lambda share: told.append(how_far.said(share)), how_far)
    assert told == [f"Papirerne sendes til printeren.\nSide {n} af {sum(many)}" for n in range(1, sum(many) + 1)]
    assert before.count("\n") == told[0].count("\n")     # the window does not jump
    printer.setCopyCount(2)
    print_several(two[:1], printer, lambda share: told.append(how_far.said(share)), how_far)
    assert told[-1].endswith(f"Side {2 * many[0]} af {2 * many[0]}")


def test_while_it_is_printed_the_page_is_seen_and_it_can_be_stopped(
        qtbot: QtBot, desk: Desk, printer: QPrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = Event(), Event()

    def slow(*_: object) -> None:
        begun.set()
        assert go_on.wait(30)

    monkeypatch.setattr("borgerplan_desktop.gui.printing.printing._set", slow)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    PlanPrinting(desk, window, folder_paper(desk.opened, ["week", "network"])).print_on(printer)
    seen = window.findChild(QProgressDialog)
    assert seen is not None
    qtbot.waitUntil(lambda: begun.is_set() and seen.isVisible(), timeout=30_000)
    assert seen.labelText().splitlines()[1].startswith("Side 1 af ")
    stop = seen.findChild(QPushButton)
    assert stop is not None
    with qtbot.waitSignal(seen.destroyed):
        stop.click()
        go_on.set()
    assert desk.case.all(Document) == []


def test_which_paper_of_a_folder_is_made_is_said(desk: Desk) -> None:
    how_far, told = HowFar("Papiret gemmes som fil.", papers=3), list[str]()
    folder_paper(desk.opened, ["plan", "week", "network"]).drawing(lambda share: told.append(how_far.said(share)))
    assert [each.splitlines()[1] for each in told] == [f"Papir {n} af 3" for n in (1, 2, 3)]


def test_what_is_stopped_is_taken_back(desk: Desk, printer: QPrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    aborted: list[bool] = []
    monkeypatch.setattr(QPrinter, "abort", lambda _self: aborted.append(True) or True)
    told: list[float] = []

    def progress(share: float) -> None:
        told.append(share)
        if len(told) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_several([plan_paper(desk.opened).draw()], printer, progress)
    assert aborted == [True]


def test_without_a_printer_it_is_said_and_saving_is_offered(qtbot: QtBot, desk: Desk,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printers, "has_printer", lambda: False)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    PlanPrinting(desk, window, paper_of(desk.opened, BY_KEY["week"])).ask_and_print()
    told = next(each for each in window.findChildren(QDialog) if each.isVisible())
    assert told.accessibleName() == "Der er ingen printer på denne computer."
    assert not desk.case.all(Document)
    next(each for each in told.findChildren(QPushButton) if each.text() == "Gem en kopi som …").click()
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    assert "Jonas" not in dialog.selectedFiles()[0].rpartition("/")[2]
    dialog.close()


def test_a_paper_on_record_nowhere_only_says_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printers, "has_printer", lambda: False)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert not choose_printer(printer_for("Borgerplan"), window)
    told = next(each for each in window.findChildren(QDialog) if each.isVisible())
    assert not [each for each in told.findChildren(QPushButton) if "kopi" in each.text()]
    told.close()


def test_the_sheets_are_whole_pages(desk: Desk, printer: QPrinter, tmp_path: Path) -> None:
    print_several([paper_of(desk.opened, BY_KEY["network"]).draw()], printer, unheard)
    with pikepdf.open(io.BytesIO((tmp_path / "printed.pdf").read_bytes())) as file:
        assert all(page.mediabox[3] > page.mediabox[2] for page in file.pages)       # one on its side is turned


def test_a_page_fills_a_sheet_that_lies(printer: QPrinter, tmp_path: Path) -> None:
    """Somebody chose landscape in the system's dialog: an upright page is turned, not printed at half its size."""
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    print_several([leaf(0.0)], printer, unheard)
    sheet = next(pages((tmp_path / "printed.pdf").read_bytes(), lambda _w, _h: 20.0))[2]
    assert sheet.width() > sheet.height()
    assert all(sheet.pixelColor(x, sheet.height() // 2).value() < 12 for x in range(3, sheet.width() - 3))


@pytest.mark.parametrize("size", [(595, 842), (842, 595)])
def test_a_sheet_that_is_printed_in_bands_shows_no_seam(size: tuple[int, int], printer: QPrinter,
                                                        tmp_path: Path) -> None:
    """Seen at another resolution than it was printed in, where a gap of a hair would shine through."""
    black = io.BytesIO()
    canvas = Canvas(black, pagesize=size)
    canvas.rect(0, 0, *size, stroke=0, fill=1)
    canvas.save()
    print_several([black.getvalue()], printer, unheard)
    sheet = (tmp_path / "printed.pdf").read_bytes()
    assert sheet.count(b"/Subtype /Image") > 5
    for dpi in (97.0, 150.0, 211.0):
        image = next(pages(sheet, lambda _w, _h, dpi=dpi: dpi))[2].convertToFormat(QImage.Format.Format_Grayscale8)
        assert image.width() < image.height()
        inner = image.copy(4, 4, image.width() - 8, image.height() - 8)
        inside = bytes(inner.constBits())
        rows = [inside[row * inner.bytesPerLine():][:inner.width()] for row in range(inner.height())]
        assert max(map(max, rows)) < 12


def test_what_is_on_record_nowhere_is_printed_while_the_window_goes_on(
        qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    gui, where = threading.get_ident(), list[int]()

    def several(*_what: object, **_how: object) -> None:
        where.append(threading.get_ident())
        if len(where) > 1:
            raise PrintFailed

    monkeypatch.setattr("borgerplan_desktop.gui.printing.printing.print_several", several)
    printing = PagePrinting(window, plan_paper(desk.opened).draw(), "Borgerplan")
    printing.ask_and_print(lambda _printer, _window: False)      # nobody wanted it after all
    with qtbot.waitSignal(printing.printed, timeout=20_000):
        printing.ask_and_print(lambda _printer, _window: True)
    assert len(where) == 1
    assert where[0] != gui
    printing.ask_and_print(lambda _printer, _window: True)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QDialog)
                                if each.accessibleName() == "Papiret kunne ikke udskrives."), timeout=20_000)
