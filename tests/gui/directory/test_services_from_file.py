"""Services from a spreadsheet in the window: columns put right, lines chosen, differences shown, one step to undo."""
from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.directory.coming_services import How
from borgerplan_desktop.casework.directory.services import add_service
from borgerplan_desktop.casework.directory.services_files import services_in
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.directory.coming_services_table import Column
from borgerplan_desktop.gui.directory.directory_tab import DirectoryTab
from borgerplan_desktop.gui.directory.services_from_file import ServicesFromFile
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.model.directory import Service
from tests.casework.directory.tables import csv_of

TABLE = csv_of([["Navn", "Telefon", "Bemærkning"], ["Natcafé", "12345678", "suppe"], ["Jobcenter", "22222222", ""],
                ["natcafé", "", ""]])


def opened_with(qtbot: QtBot, desk: Desk, content: bytes = TABLE) -> ServicesFromFile:
    dialog = ServicesFromFile(desk, services_in(content))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_it_is_looked_through_and_comes_in_with_one_step(qtbot: QtBot, herberget: Desk, archive: Archive) -> None:
    here = add_service(archive.shelter, "Jobcenter")
    with archive.shelter.action("written"):
        here.phone = "11 11 11 11"
    dialog = opened_with(qtbot, herberget)
    assert dialog.take.text() == "Hent 2 tilbud"
    assert "2 af 3 kolonner" in dialog.columns_button.text()
    assert dialog.told.text() == "3 linjer i filen. Disse kolonner læses ikke: »Bemærkning«."
    model = dialog.table.coming
    assert [model.index(row, Column.LEFT_OUT).data() for row in range(3)] == ["", "", "Den samme som linje 2 i filen."]
    dialog.table.setCurrentIndex(model.index(1, 0))
    assert dialog.compare.isEnabled()
    shown = dialog.show_differences()
    assert shown is not None
    qtbot.keyClick(shown.table, Qt.Key.Key_Space)
    shown.agree.click()
    combo = dialog.columns.fields["content"]
    assert not combo.isVisible()
    qtbot.mouseClick(dialog.columns_button, Qt.MouseButton.LeftButton)
    assert combo.isVisible()
    assert model.lines[1].taken == {"phone"}
    with qtbot.waitSignal(dialog.taken, timeout=20_000) as taken:
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert taken.args == [2]
    assert here.phone == "22222222"
    assert [each.name for each in archive.shelter.case.all(Service)] == ["Jobcenter", "Natcafé"]
    herberget.do(OpenCase.undo)
    assert [(each.name, each.phone) for each in archive.shelter.case.all(Service)] == [("Jobcenter", "11 11 11 11")]
    herberget.do(OpenCase.redo)
    assert len(archive.shelter.case.all(Service)) == 2


def test_it_is_stopped_and_nothing_has_come_in(qtbot: QtBot, herberget: Desk, archive: Archive) -> None:
    dialog = opened_with(qtbot, herberget, csv_of([["Navn"], *([f"T{n}"] for n in range(4000))]))
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert dialog.waiting is not None
    with qtbot.waitSignal(dialog.waiting.cancelled, timeout=20_000):
        dialog.waiting._job.cancel()
    assert dialog.isVisible()
    assert dialog.take.isEnabled()
    herberget.look_for_others()
    assert archive.shelter.case.all(Service) == []


def test_a_column_is_said_to_be_something_else(qtbot: QtBot, herberget: Desk, archive: Archive) -> None:
    dialog = opened_with(qtbot, herberget)
    combo = dialog.columns.fields["content"]
    combo.setCurrentIndex(combo.findData(2))
    combo.activated.emit(combo.currentIndex())
    assert dialog.table.coming.lines[0].values["content"] == "suppe"
    name = dialog.columns.fields["name"]
    name.setCurrentIndex(0)
    name.activated.emit(0)
    assert not dialog.take.isEnabled()
    assert dialog.trouble.text() == "Vælg, hvilken kolonne tilbuddets navn står i."
    name.setCurrentIndex(name.findData(2))               # what it was before it is no more
    name.activated.emit(name.currentIndex())
    assert combo.currentData() is None


def test_without_a_name_the_columns_are_asked_for_at_once(qtbot: QtBot, herberget: Desk, archive: Archive) -> None:
    dialog = opened_with(qtbot, herberget, csv_of([["x", "y"], ["A", "B"]]))
    assert dialog.columns.isVisible()
    assert not dialog.take.isEnabled()


def test_lines_are_ticked_and_the_same_is_made_new(qtbot: QtBot, herberget: Desk, archive: Archive) -> None:
    add_service(archive.shelter, "Jobcenter")
    dialog = opened_with(qtbot, herberget)
    model = dialog.table.coming
    dialog.none.click()
    assert not dialog.take.isEnabled()
    dialog.all.click()
    assert [each.how for each in model.lines] == [How.NEW, How.SAME, How.LEFT]
    dialog.table.setCurrentIndex(model.index(1, Column.SAME))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert model.lines[1].how is How.NEW
    dialog.table.setCurrentIndex(model.index(2, Column.NAME))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.take.text() == "Hent 3 tilbud"


def test_somebody_else_was_faster(qtbot: QtBot, herberget: Desk, archive: Archive) -> None:
    dialog = opened_with(qtbot, herberget)
    add_service(OpenCase(archive.store, archive.shelter.id, archive.who, archive.clock), "Natcafé")
    herberget.look_for_others()
    assert dialog.table.coming.lines[0].how is How.SAME


def test_a_file_is_read_and_one_that_cannot_be_is_told(qtbot: QtBot, tab: DirectoryTab, tmp_path: Path) -> None:
    path = tmp_path / "tilbud.csv"
    path.write_bytes(TABLE)
    tab.menu.read(str(path))
    qtbot.waitUntil(lambda: tab.window().findChild(ServicesFromFile) is not None, timeout=20_000)
    tab.window().findChild(ServicesFromFile).reject()  # type: ignore[union-attr]
    path.write_bytes(b"%PDF-1.7")
    tab.menu.read(str(path))
    qtbot.waitUntil(lambda: "ingen tabel" in _in_front(), timeout=20_000)
    QApplication.activeModalWidget().reject()  # type: ignore[union-attr]


def _in_front() -> str:
    front = QApplication.activeModalWidget()
    return front.accessibleName() if front is not None else ""
