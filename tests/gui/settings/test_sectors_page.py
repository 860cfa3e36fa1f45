"""The shelter's own words for the parts of life: written, moved by keys, and the usual ones again."""
from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.settings.sectors_page import SectorLine, SectorsPage
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Sector
from tests.gui.network.hands import LEFT

ALT = Qt.KeyboardModifier.AltModifier


def shown(archive: Archive, qtbot: QtBot) -> SectorsPage:
    page = SectorsPage(archive)
    qtbot.addWidget(page, before_close_func=SectorsPage.stop)
    with qtbot.waitExposed(page):
        page.show()
    return page


def lines(page: SectorsPage) -> list[str]:
    rows = (page._rows.itemAt(at) for at in range(page._rows.count()))
    widgets = (row.widget() for row in rows if row is not None)
    return [each.name.text() for each in widgets if isinstance(each, SectorLine)]


def test_a_part_of_life_is_called_something_else_and_the_usual_again(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    assert not page.usual.isVisible()
    field = page.lines[Sector.AUTHORITY].name
    field.selectAll()
    qtbot.keyClicks(field, "Kommunen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sector_names(archive.shelter.case)[Sector.AUTHORITY] == "Kommunen"
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Myndighed"                   # an empty name is the usual one
    assert not page.usual.isVisible()


def test_the_same_name_twice_is_said_and_what_was_typed_stays(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    field = page.lines[Sector.WORK].name
    field.setText("Familie")
    field.editingFinished.emit()
    assert page.trouble.isVisible()
    assert field.text() == "Familie"
    field.setText("Arbejde")
    field.editingFinished.emit()
    assert not page.trouble.isVisible()
    assert sector_names(archive.shelter.case)[Sector.WORK] == "Arbejde"


def test_they_are_moved_by_keys_and_buttons_and_all_of_it_goes_back(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    before = lines(page)
    qtbot.keyClick(page.lines[Sector.WORK].name, Qt.Key.Key_Up, ALT)
    assert lines(page)[-2:] == [before[-1], before[-2]]
    qtbot.mouseClick(page.lines[Sector.FAMILY].down, LEFT)
    assert lines(page)[:2] == [before[1], before[0]]
    assert not page.lines[Sector.FRIENDS].up.isEnabled()
    qtbot.mouseClick(page.usual, LEFT)
    assert lines(page) == before
    qtbot.mouseClick(page.undo, LEFT)
    assert lines(page)[:2] == [before[1], before[0]]
