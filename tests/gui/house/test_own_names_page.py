"""The shelter's own words for the parts of life, life areas and rings: written, moved by keys, the usual ones again."""
from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.house.own_names import AREAS, RINGS, SECTORS, OwnNames
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.house.own_names_page import NameLine, OwnNamesPage
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.life_areas import area_names, areas_offered, ring_names
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import LifeAreaName, Ring, RingName, Sector
from tests.gui.network.hands import LEFT

ALT = Qt.KeyboardModifier.AltModifier


def shown(archive: Archive, qtbot: QtBot, of: OwnNames = SECTORS) -> OwnNamesPage:
    desk = Desk(archive.shelter)
    page = OwnNamesPage(desk, of, "Navne", "")
    desk.setParent(page)
    qtbot.addWidget(page, before_close_func=close)
    with qtbot.waitExposed(page):
        page.show()
    return page


def close(page: OwnNamesPage) -> None:
    page._desk.close()


def lines(page: OwnNamesPage) -> list[str]:
    rows = (page._rows.itemAt(at) for at in range(page._rows.count()))
    widgets = (row.widget() for row in rows if row is not None)
    return [each.name.text() for each in widgets if isinstance(each, NameLine)]


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
    archive.shelter.undo()
    assert lines(page)[:2] == [before[1], before[0]]


def test_a_life_area_is_renamed_moved_and_taken_out_of_the_choices(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot, AREAS)
    line = page.lines[LifeArea.SUBSTANCES]
    line.name.setText("Rusen")
    line.name.editingFinished.emit()
    qtbot.keyClick(line.name, Qt.Key.Key_Up, ALT)
    assert list(area_names(archive.shelter.case).values())[:3] == ["Bolig", "Rusen", "Økonomi"]
    qtbot.mouseClick(line.offered, LEFT)
    assert LifeArea.SUBSTANCES not in areas_offered(archive.shelter.case)
    assert areas_offered(archive.shelter.case, LifeArea.SUBSTANCES)[1] is LifeArea.SUBSTANCES
    archive.shelter.undo()
    assert line.offered.isChecked()
    for each in list(page.lines.values())[1:]:
        each.offered.click()
    next(iter(page.lines.values())).offered.click()      # the last one stays
    assert page.trouble.isVisible()
    assert len(areas_offered(archive.shelter.case)) == 1
    qtbot.mouseClick(page.usual, LEFT)
    assert lines(page)[0] == "Bolig"
    assert archive.shelter.case.all(LifeAreaName) == []


def test_a_ring_is_renamed_and_has_no_order_to_choose(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot, RINGS)
    line = page.lines[Ring.CLOSEST]
    assert not line.up.isVisible()
    assert not line.offered.isVisible()
    line.name.setText("Inderst")
    line.name.editingFinished.emit()
    assert ring_names(archive.shelter.case)[Ring.CLOSEST] == "Inderst"
    line.name.setText("")
    line.name.editingFinished.emit()
    assert line.name.text() == "Tættest på"
    assert archive.shelter.case.all(RingName) == []
