"""People from a file and to one: chosen before anything is written, by mouse and keyboard; what goes wrong is told."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.network.people_to_file import PeopleKind
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.coming_table import Column, ComingTable
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.network.people_from_file import PeopleFromFile
from borgerplan_desktop.gui.system.job_progress import JobProgress
from borgerplan_desktop.model.network import KeptMap, MemberKind, NetworkMember, Reach, people
from tests.archive import picture
from tests.documents.reading_in import people_files as files
from tests.gui.network.hands import shown

D = TypeVar("D", bound=QDialog)
Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    path = tmp_path / "telefon.vcf"
    path.write_bytes(files.IPHONE + b"BEGIN:VCARD\nFN:halvt\n")
    return path


@pytest.fixture
def easynwk(tmp_path: Path) -> Path:
    path = tmp_path / "kort.json"
    path.write_bytes(files.MAP)
    return path


@pytest.fixture(autouse=True)
def nothing_left(qtbot: QtBot) -> Iterator[None]:
    yield
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.reject()


def asked(qtbot: QtBot, tab: NetworkTab, path: Path) -> PeopleFromFile:
    """The file is read in its own process, then the dialog is there."""
    tab.files.read(str(path))
    qtbot.waitUntil(lambda: dialogs(PeopleFromFile) != [], timeout=20_000)
    return dialogs(PeopleFromFile)[0]


def dialogs(kind: type[D]) -> list[D]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def waited_for(qtbot: QtBot, said: str) -> QDialog:
    qtbot.waitUntil(lambda: any(said in words(each) for each in dialogs(QDialog)), timeout=20_000)
    return next(each for each in dialogs(QDialog) if said in words(each))


def words(dialog: QDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, table: ComingTable, name: str, column: Column = Column.NAME) -> None:
    """Click the box of somebody."""
    model = table.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == name)
    at = table.visualRect(model.index(row, column))
    qtbot.mouseClick(table.viewport(), LEFT, pos=QPoint(at.left() + 14, at.center().y()))


def here(desk: Desk) -> dict[str, NetworkMember]:
    return {member.contact.name: member for member in people(desk.case)}


# ------------------------------------------------------------------------------------------------------------------- in
def test_what_cannot_come_is_named_before_anything_is_written(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, contacts: Path) -> None:
    before = picture(desk.case)
    dialog = asked(qtbot, tab, contacts)
    said = words(dialog)
    assert "2 personer i filen." in said
    assert "1 billede" in said
    assert "Nr. 3 i filen er i stykker. De andre kommer med." in said
    assert dialog.take.text() == "Hent 2 personer"
    assert picture(desk.case) == before
    qtbot.mouseClick(dialog.leave, LEFT)
    assert picture(desk.case) == before


def test_those_who_are_ticked_come_and_one_undo_takes_them_back(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, contacts: Path) -> None:
    before = picture(desk.case)
    dialog = asked(qtbot, tab, contacts)
    press(qtbot, dialog.table, "Bo Frøkjær")
    assert dialog.take.text() == "Hent 1 person"
    press(qtbot, dialog.table, "Åse Marie Lind", Column.PROFESSIONAL)
    qtbot.mouseClick(dialog.take, LEFT)
    came = here(desk)["Åse Marie Lind"]
    assert "Bo Frøkjær" not in here(desk)
    assert came.kind is MemberKind.PROFESSIONAL
    assert tab.chosen == came.id
    qtbot.waitUntil(tab.bucket.chip(came.id).isVisible)
    desk.opened.undo()
    assert picture(desk.case) == before


def test_the_same_by_keyboard(qtbot: QtBot, tab: NetworkTab, desk: Desk, contacts: Path) -> None:
    dialog = asked(qtbot, tab, contacts)
    assert dialog.table.hasFocus()
    qtbot.keyClick(dialog.table, Key.Key_Space)          # the first is not to come
    qtbot.keyClick(dialog.table, Key.Key_Down)
    assert dialog.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Hentes: Bo Frøkjær, ja"
    dialog.take.setFocus()
    qtbot.keyClick(dialog.take, Key.Key_Return)
    assert {"Bo Frøkjær"} == {"Bo Frøkjær", "Åse Marie Lind"} & here(desk).keys()


def test_who_is_here_already_is_said_and_is_the_same_unless_one_says_no(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, contacts: Path) -> None:
    known = add_private_person(desk.opened, "Bo", "min nabo", phone="22222222")
    dialog = asked(qtbot, tab, contacts)
    model = dialog.table.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == "Bo Frøkjær")
    assert model.index(row, Column.HERE).data() == "Samme telefonnummer: Bo"
    assert dialog.take.text() == "Hent 1 person"         # only Åse
    press(qtbot, dialog.table, "Bo Frøkjær")
    assert model.index(row, Column.SAME).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    press(qtbot, dialog.table, "Bo Frøkjær", Column.SAME)
    qtbot.mouseClick(dialog.take, LEFT)
    assert "Bo Frøkjær" in here(desk)
    assert here(desk)["Bo"] is known


def test_a_map_comes_with_its_maps_from_before_or_without(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, easynwk: Path) -> None:
    dialog = asked(qtbot, tab, easynwk)
    assert dialog.earlier.isVisible()
    assert dialog.take.text() == "Hent 9 personer"
    qtbot.mouseClick(dialog.earlier, LEFT)
    assert dialog.take.text() == "Hent 8 personer"
    qtbot.mouseClick(dialog.take, LEFT)
    assert here(desk)["Mormor"].reach is Reach.DEAD
    assert desk.case.all(KeptMap) == []


def test_of_a_whole_telephone_one_finds_who_matters(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "alle.vcf"
    path.write_bytes(files.cards(2_000) + files.ANDROID)
    dialog = asked(qtbot, tab, path)
    assert not dialog.take.isEnabled()
    qtbot.keyClicks(dialog.search, "kjaersgaard")
    assert dialog.table.model().rowCount() == 1
    qtbot.mouseClick(dialog.all, LEFT)
    assert dialog.take.text() == "Hent 1 person"
    dialog.search.clear()
    qtbot.mouseClick(dialog.all, LEFT)
    qtbot.mouseClick(dialog.take, LEFT)
    assert dialog.isVisible()
    assert "500" in dialog.trouble.text()
    assert dialog.trouble.isVisible()
    qtbot.mouseClick(dialog.none, LEFT)
    assert not dialog.take.isEnabled()


def test_a_file_is_let_go_of_over_the_map(qtbot: QtBot, tab: NetworkTab, contacts: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(contacts))])
    entered = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(tab, entered)
    assert entered.isAccepted()
    assert not tab.map.acceptDrops()
    QApplication.sendEvent(tab, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT,
                                           Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: dialogs(PeopleFromFile) != [], timeout=20_000)


def test_what_is_no_such_file_is_told(qtbot: QtBot, tab: NetworkTab, tmp_path: Path) -> None:
    for name, content, told in (("a.vcf", b"hej", "Der er ingen personer i filen, som kan læses her."),
                                ("b.json", b"{", "Filen er gået i stykker"), ("nowhere.vcf", None, "Filen kunne ikke")):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        tab.files.read(str(tmp_path / name))
        message = waited_for(qtbot, "Intet er hentet ind.")
        assert told in words(message)
        message.reject()


def test_where_nobody_is_yet_it_is_offered_too(qtbot: QtBot, desk: Desk) -> None:
    tab = shown(qtbot, desk)
    offered = next(each for each in tab.empty.findChildren(type(tab.add_person)) if "fra fil" in each.text())
    assert offered.isVisible()
    qtbot.mouseClick(offered, LEFT)
    assert dialogs(QFileDialog)


# ------------------------------------------------------------------------------------------------------------------ out
@pytest.mark.parametrize("kind", list(PeopleKind))
def test_what_is_in_the_file_is_said_first(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, tmp_path: Path, kind: PeopleKind) -> None:
    told: list[str] = []
    desk.told.connect(told.append)
    tab.files.save[kind].trigger()
    question = dialogs(QDialog)[0]
    assert "Enhver, der får filen, kan læse den." in words(question)
    question.accept()
    file = dialogs(QFileDialog)[0]
    assert file.selectedFiles()[0].endswith(f"personer.{kind.value}")
    file.reject()
    tab.files.save_to(str(tmp_path / f"ud.{kind.value}"))
    assert "Sara" in (tmp_path / f"ud.{kind.value}").read_text("utf-8-sig")
    assert told == ["Personerne er gemt som en fil."]


def test_a_name_that_is_left_out_and_stands_in_the_file_is_told_first(
        qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    ole = add_private_person(desk.opened, "Ole Brandt")
    add_private_person(desk.opened, "Grete", "Oles mor")
    with desk.opened.action("left out"):
        ole.left_out_of_paper = True
    tab.files.save[PeopleKind.TABLE].trigger()
    assert "Ole Brandt er udeladt på papir" in words(dialogs(QDialog)[0])


def test_a_folder_that_cannot_be_written_is_told(qtbot: QtBot, tab: NetworkTab, tmp_path: Path) -> None:
    tab.files.save_to(str(tmp_path / "nowhere" / "ud.vcf"))
    assert "Filen kunne ikke gemmes." in words(dialogs(QDialog)[0])


def test_what_is_short_stands_whole_beside_a_name_that_is_long(qtbot: QtBot, tab: NetworkTab, tmp_path: Path) -> None:
    path = tmp_path / "to.vcf"
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\nTEL:{}\r\nEND:VCARD\r\n"
    path.write_bytes((card.format("Mohammad " * 12, "12345699") + card.format("Sara", "12345611")).encode())
    table = asked(qtbot, tab, path).table
    assert table.columnWidth(Column.FILE) >= table.sizeHintForColumn(Column.FILE)        # the whole number
    shown = [column for column in Column if not table.isColumnHidden(column)]
    assert sum(map(table.columnWidth, shown)) <= table.viewport().width()


def test_while_a_file_is_read_no_letters_stand_in_the_thin_bar(qtbot: QtBot, tab: NetworkTab) -> None:
    progress = JobProgress(lambda _progress: None, "Filen læses.", tab, tab)
    (bar,) = progress._dialog.findChildren(QProgressBar)
    assert not bar.isTextVisible()
    progress.drop()
