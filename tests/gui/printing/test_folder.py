"""Several papers at once: chosen, put in order, seen together, printed or saved once, and each on record."""
from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.papers.folder import choices, folder_paper
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.papers_tab import PapersTab
from borgerplan_desktop.gui.printing.folder_list import KEY, FolderList, show_folder
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.papers import Document, DocumentKind, MadeHow


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> PaperWindow:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    window = show_folder(desk, parent)
    window._kept_alive = parent  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: window.paper.pdf.startswith(b"%PDF"), timeout=20_000)
    return window


def papers(window: PaperWindow) -> FolderList:
    found = window.findChild(FolderList)
    assert found is not None
    return found


def item(folder: FolderList, key: str) -> QListWidgetItem:
    return next(each for row in range(folder.list.count())
                if (each := folder.list.item(row)).data(KEY) == key)


def only(folder: FolderList, *keys: str) -> None:
    for row in range(folder.list.count()):
        each = folder.list.item(row)
        if each.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            each.setCheckState(Qt.CheckState.Checked if each.data(KEY) in keys else Qt.CheckState.Unchecked)


def bookmarks(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as file, file.open_outline() as outline:
        return [each.title for each in outline.root]


def test_the_usual_ones_are_ticked_and_what_cannot_be_made_says_why(window: PaperWindow) -> None:
    folder = papers(window)
    assert folder.keys[0] == "plan"
    assert {"week", "who-does-what", "network"} < set(folder.keys)
    agenda = item(folder, "agenda")
    assert agenda.text().endswith("der er intet møde endnu")
    assert not agenda.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert item(folder, "week").flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_what_is_ticked_is_seen_together_in_the_order_chosen(qtbot: QtBot, window: PaperWindow) -> None:
    folder = papers(window)
    with qtbot.waitSignal(window.paper.drawn, timeout=20_000):
        only(folder, "plan", "week")
    qtbot.waitUntil(lambda: bookmarks(window.paper.pdf) == ["Borgerens Plan", "Min uge"], timeout=20_000)
    folder.list.setCurrentItem(item(folder, "week"))
    rows = folder.list.currentRow()
    for _up in range(rows):
        qtbot.keyClick(folder.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bookmarks(window.paper.pdf) == ["Min uge", "Borgerens Plan"], timeout=20_000)
    qtbot.mouseClick(folder.down_button, Qt.MouseButton.LeftButton)
    assert folder.keys == ["plan", "week"]


def test_with_nothing_ticked_nothing_is_printed_and_the_keyboard_stays(qtbot: QtBot, window: PaperWindow) -> None:
    folder = papers(window)
    folder.list.setFocus()
    with qtbot.waitSignal(window.paper.refused, timeout=20_000):
        only(folder)
    assert window.paper.trouble_label.text() == "Sæt kryds ved det, der skal i mappen."
    assert not window.print_button.isEnabled()
    assert not window.save_button.isEnabled()
    with qtbot.waitSignal(window.paper.drawn, timeout=20_000):
        only(folder, "week")
    assert window.print_button.isEnabled()


def test_saved_it_is_one_file_and_each_paper_is_on_record(qtbot: QtBot, desk: Desk, window: PaperWindow,
                                                          tmp_path: Path) -> None:
    adopt_plan(desk.opened)                              # its very bytes go on record
    before = {each.id for each in desk.case.all(Document)}
    only(papers(window), "plan", "week", "network")
    window.about.purpose.setCurrentText("til køleskabet")
    file = tmp_path / "mappe.pdf"
    printing = window.printing()
    assert printing._paper.file_name.endswith("mappe.pdf")
    assert "Jonas" not in printing._paper.file_name
    printing.save_as(str(file))
    qtbot.waitUntil(lambda: len(desk.case.all(Document)) == len(before) + 3, timeout=30_000)
    new = [each for each in desk.case.all(Document) if each.id not in before]
    assert {each.kind for each in new} == {DocumentKind.PLAN, DocumentKind.WEEK, DocumentKind.NETWORK_MAP}
    assert {(each.made_how, each.purpose) for each in new} == {(MadeHow.SAVED, "til køleskabet")}
    assert next(each.version for each in new if each.kind is DocumentKind.PLAN) == 1
    assert bookmarks(file.read_bytes()) == ["Borgerens Plan", "Min uge", "Mit netværk"]


def test_printed_it_is_one_job(qtbot: QtBot, desk: Desk, window: PaperWindow, tmp_path: Path) -> None:
    only(papers(window), "week", "network")
    target = tmp_path / "printed.pdf"

    def chosen(printer: QPrinter, _window: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setResolution(150)
        return True

    printing = window.printing()
    printing.ask_and_print(chosen)
    qtbot.waitUntil(lambda: len(desk.case.all(Document)) == 2, timeout=30_000)
    with pikepdf.open(io.BytesIO(printing._paper.draw())) as wanted, pikepdf.open(target) as printed:
        assert len(printed.pages) == len(wanted.pages) > 1


def test_it_can_be_stopped_between_two_papers(desk: Desk) -> None:
    told: list[float] = []

    def progress(share: float) -> None:
        told.append(share)
        if len(told) == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        folder_paper(desk.opened, ["plan", "week", "network"]).drawing(progress)
    assert told == [0.0, 1 / 3]


def test_what_was_in_it_and_its_order_are_there_the_next_time(
        qtbot: QtBot, desk: Desk, window: PaperWindow, tmp_path: Path) -> None:
    folder = papers(window)
    only(folder, "plan", "week", "ratings")
    folder.list.setCurrentItem(item(folder, "ratings"))
    for _up in range(folder.list.currentRow()):
        qtbot.keyClick(folder.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bookmarks(window.paper.pdf)[0] == "Sådan går det", timeout=20_000)
    window.save_button.click()
    files = window.findChild(QFileDialog)
    assert isinstance(files, QFileDialog)
    files.reject()
    assert desk.case.the(Citizen).folder_papers == "ratings plan week"
    again = show_folder(desk, window._kept_alive)  # type: ignore[attr-defined]
    assert papers(again).keys == ["ratings", "plan", "week"]
    assert [papers(again).list.item(row).data(KEY) for row in range(3)] == ["ratings", "plan", "week"]
    lines = desk.case.the(Citizen).rev
    again.save_button.click()                            # the same again is no new line
    assert desk.case.the(Citizen).rev == lines
    again.reject()
    desk.opened.undo()
    assert next(each.key for each in choices(desk.opened)) == "plan"


def test_it_is_a_choice_among_the_papers(qtbot: QtBot, desk: Desk) -> None:
    tab = PapersTab(desk)
    qtbot.addWidget(tab)
    assert tab.make_button.papers.actions()[0].text() == "Borgerens mappe: flere på én gang …"
    assert [each.key for each in choices(desk.opened)][0] == "plan"
    with pytest.raises(Refused):
        folder_paper(desk.opened, [])
