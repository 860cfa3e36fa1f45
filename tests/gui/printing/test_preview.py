"""The page beside the editor, and what goes to the printer and to a file."""
from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QPoint, QPointF, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.papers.plan_paper import plan_paper
from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.casework.plan.adoption import adopt_plan, adopted_pdf
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.page_canvas import EDGE, KEPT
from borgerplan_desktop.gui.printing.page_images import pages
from borgerplan_desktop.gui.printing.page_view import DPI, PageView
from borgerplan_desktop.gui.printing.preview import Preview
from borgerplan_desktop.gui.printing.printing import PlanPrinting
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.papers import Document, MadeHow


@pytest.fixture
def view(qtbot: QtBot, desk: Desk) -> Preview:
    view = Preview(desk)
    qtbot.addWidget(view)
    view.resize(560, 700)
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.show()
    return view


def page_count(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return len(file.pages)


def settled(qtbot: QtBot, view: Preview) -> None:
    """All that is in sight is drawn as the case is now."""
    qtbot.waitUntil(lambda: view._job is None and not view._stale and not view._soon.isActive()
                    and view.canvas.is_ready, timeout=20_000)


def test_it_shows_every_page_and_says_where_we_are(qtbot: QtBot, view: Preview) -> None:
    count = page_count(view.pdf)
    assert view.canvas.count == count > 1
    for number in (1, count):
        view.canvas.go_to(number - 1)
        qtbot.waitUntil(lambda: view.canvas.is_ready, timeout=20_000)
        said = _("Page {page} of {total}").format(page=number, total=count)
        assert view.count_label.text() == said
        assert said in [page.accessibleName() for page in view.findChildren(PageView)]


def test_until_the_first_page_is_drawn_one_is_told_that_it_comes(qtbot: QtBot, desk: Desk) -> None:
    view = Preview(desk)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.show()
        view._draw()                                     # no thread has had time yet
        waiting = view.findChildren(PageView)
        assert [page.accessibleName() for page in waiting] == [_("The paper comes in a moment")]
        assert view.count_label.text() == ""             # it is no page of the paper
        with_words = waiting[0].grab().toImage()
        waiting[0].setAccessibleName("")
        assert waiting[0].grab().toImage() != with_words
    assert view.canvas.views[0].accessibleName() == _("Page {page} of {total}").format(
        page=1, total=page_count(view.pdf))


def test_it_follows_what_is_written(qtbot: QtBot, desk: Desk, view: Preview) -> None:
    before = view.pdf
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        desk.do(goals.add_goal, "Min egen bolig")
    assert view.pdf != before


def test_of_a_long_paper_only_what_is_near_is_drawn_and_the_rest_when_one_comes_there(
        qtbot: QtBot, desk: Desk, view: Preview) -> None:
    for number in range(120):
        goals.add_goal(desk.opened, f"Et mål med nummeret {number}")
    view.draw_again()
    settled(qtbot, view)
    wanted = [image for _number, _count, image in pages(view.pdf, lambda _w, _h: DPI)]
    canvas, last = view.canvas, len(wanted) - 1
    assert last > 6
    assert set(canvas.views) == set(canvas._images) <= {0, 1, 2}
    for number in (last, last // 2, 0):
        canvas.go_to(number)
        qtbot.waitUntil(lambda: canvas.is_ready, timeout=20_000)
        assert all(canvas.views[each].image == wanted[each] for each in canvas.in_sight())
        assert len(canvas._images) <= len(canvas.in_sight()) + 2 * KEPT


def test_what_is_changed_stands_on_the_page_in_sight_first(qtbot: QtBot, desk: Desk, view: Preview) -> None:
    for number in range(40):
        desk.do(goals.add_goal, f"Et mål med nummeret {number}")
    settled(qtbot, view)
    view.canvas.go_to(view.canvas.count - 1)
    settled(qtbot, view)
    last = view.canvas.count - 1
    before = view.canvas.views[last].image
    for name in ("Jonas En", "Jonas To", "Jonas Helt Anderledes"):
        with qtbot.waitSignal(view.drawn, timeout=20_000):
            desk.do(write, desk.case.the(Citizen), Citizen.name, name, "x")          # at the foot of every page
    assert view.canvas.views[last].image != before
    settled(qtbot, view)
    assert view.pdf == view.paper.draw()
    wanted = [image for _n, _c, image in pages(view.pdf, lambda _w, _h: DPI)]
    assert view.canvas.views[last].image == wanted[last]
    view.canvas.go_to(0)
    settled(qtbot, view)
    assert view.canvas.views[0].image == wanted[0]


def test_the_paper_is_made_larger_and_smaller_by_buttons_keys_and_the_wheel(qtbot: QtBot, view: Preview) -> None:
    canvas, scroll = view.canvas, view.page_scroll
    fits = canvas.views[0].width()
    assert fits == scroll.viewport().width() - 2 * EDGE
    qtbot.mouseClick(view.larger_button, Qt.MouseButton.LeftButton)
    larger = canvas.views[0].width()
    assert larger > fits
    assert view.zoom_label.text() == f"{round(100 * canvas.zoom)} %"
    for _more in range(5):
        qtbot.keyClick(scroll, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: canvas.is_ready, timeout=20_000)
    assert canvas.views[0].width() > 2 * fits
    assert canvas.views[0].image.width() > 1.5 * DPI * 8                 # drawn anew, not blown up
    assert scroll.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(scroll, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert larger < canvas.views[0].width()
    qtbot.keyClick(scroll, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert canvas.views[0].width() == fits
    turn = QWheelEvent(QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                       Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(scroll.viewport(), turn)
    assert canvas.views[0].width() < fits


def test_whole_pages_are_gone_through_by_keys(qtbot: QtBot, view: Preview) -> None:
    qtbot.mouseClick(view.whole_button, Qt.MouseButton.LeftButton)
    canvas, scroll, count = view.canvas, view.page_scroll, view.canvas.count
    assert view.whole_button.isChecked()
    assert canvas.views[0].height() <= scroll.viewport().height()
    for key, page in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, 0), (Qt.Key.Key_End, count - 1),
                      (Qt.Key.Key_PageDown, count - 1), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(scroll, key)
        assert canvas.here == page
        assert view.count_label.text() == _("Page {page} of {total}").format(page=page + 1, total=count)
    qtbot.mouseClick(view.whole_button, Qt.MouseButton.LeftButton)
    assert canvas.width_fits
    assert not view.whole_button.isChecked()


def test_whoever_hears_the_pages_is_told_what_stands_there(qtbot: QtBot, desk: Desk, view: Preview) -> None:
    settled(qtbot, view)
    name = desk.case.the(Citizen).first_name
    assert name in view.canvas.views[0].accessibleDescription()
    view.canvas.go_to(view.canvas.count - 1)
    settled(qtbot, view)
    assert _("Page {page} of {total}").format(page=view.canvas.count, total=view.canvas.count) in \
        view.page_scroll.accessibleName()
    assert view.page_scroll.accessibleDescription() == view.canvas.views[view.canvas.here].accessibleDescription() != ""


def test_large_print_makes_another_paper(qtbot: QtBot, view: Preview) -> None:
    before = view.pdf
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.large_button.click()
    assert view.large_print
    assert page_count(view.pdf) >= page_count(before)
    assert view.pdf != before


def test_it_does_not_draw_while_it_is_hidden(qtbot: QtBot, desk: Desk, view: Preview) -> None:
    view.hide()
    before = view.pdf
    desk.do(goals.add_goal, "Min egen bolig")
    assert not view.findChildren(QTimer)[0].isActive()
    assert view.pdf == before
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.show()
    assert view.pdf != before


def test_a_printed_plan_has_the_pages_and_is_on_record(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    target = tmp_path / "printed.pdf"
    printing = PlanPrinting(desk, window, plan_paper(desk.opened))

    def chosen(printer: QPrinter, _window: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setResolution(150)
        assert "Jonas" not in printer.docName()
        return True

    with qtbot.waitSignal(desk.changed, timeout=30_000):
        printing.ask_and_print(chosen)
    assert page_count(target.read_bytes()) == page_count(plan_paper(desk.opened).draw())
    page = next(pages(target.read_bytes(), lambda _w, _h: 20.0))[2]
    assert any(page.pixelColor(x, y).lightness() < 128 for x in range(page.width()) for y in range(page.height()))
    assert [d.made_how for d in desk.case.all(Document)] == [MadeHow.PRINTED]


@pytest.mark.qt_log_level_fail("CRITICAL")               # Qt warns that the printer would not begin
def test_a_printer_that_takes_nothing_is_told_in_three_parts(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def chosen(printer: QPrinter, _window: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
        return True

    PlanPrinting(desk, window, plan_paper(desk.opened)).ask_and_print(chosen)
    qtbot.waitUntil(lambda: any(d.accessibleName() == _("The plan could not be printed.")
                                for d in window.findChildren(QDialog)), timeout=20_000)
    assert not desk.case.all(Document)


def test_nothing_is_printed_when_the_dialog_is_left(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    PlanPrinting(desk, window, plan_paper(desk.opened)).ask_and_print(lambda _printer, _window: False)
    assert not desk.case.all(Document)


def test_a_saved_plan_is_the_pdf_and_its_name_tells_nothing(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    printing = PlanPrinting(desk, window, plan_paper(desk.opened))
    dialog = printing.ask_and_save()
    assert isinstance(dialog, QFileDialog)
    suggested = Path(dialog.selectedFiles()[0]).name
    assert suggested == f"{desk.case.the(Citizen).case_number}.pdf"
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert dialog.directory().exists()
    assert not Path(documents).is_dir() or dialog.directory().absolutePath() == documents
    assert [label.text() for label in dialog.findChildren(QLabel) if label.text() in ("Mappe:", "Filtype:")] == [
        "Mappe:", "Filtype:"]
    dialog.close()
    with qtbot.waitSignal(desk.changed, timeout=20_000):
        printing.save_as(str(tmp_path / suggested))
    assert (tmp_path / suggested).read_bytes().startswith(b"%PDF")
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".borgerplan-")] == []
    assert [d.made_how for d in desk.case.all(Document)] == [MadeHow.SAVED]


def test_a_folder_that_is_not_there_is_told_in_three_parts(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    PlanPrinting(desk, window, plan_paper(desk.opened)).save_as(str(tmp_path / "gone" / "plan.pdf"))
    qtbot.waitUntil(lambda: any(d.accessibleName() == _("The file could not be saved.")
                                for d in window.findChildren(QDialog)), timeout=20_000)
    assert not desk.case.all(Document)


def test_what_is_kept_off_paper_since_is_left_out_until_the_paper_itself_is_wanted(
        qtbot: QtBot, desk: Desk, view: Preview) -> None:
    desk.do(goals.add_goal, "Min egen bolig")
    version = adopt_plan(desk.opened)
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.show_version(version)
    assert view.pdf == adopted_pdf(desk.opened, version)
    assert view.unset_row.isHidden()
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        desk.do(write, desk.case.the(Citizen), Citizen.protected_address, True, "x")
    assert view.pdf != adopted_pdf(desk.opened, version)
    assert "står ikke her" in view.unset_label.text()
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.unset_button.click()
    assert view.pdf == view.paper.draw() == adopted_pdf(desk.opened, version)
    assert view.unset_button.text() == "Vis uden"
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.unset_button.click()
    assert view.paper.draw() != adopted_pdf(desk.opened, version)
