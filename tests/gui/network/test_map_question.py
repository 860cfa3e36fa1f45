"""A map of nobody, or of one or two, asks whom the citizen would like to have there."""
from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.network import Ring
from borgerplan_desktop.model.shelter import Sector
from tests.gui.network.hands import LEFT, settle, shown, where


def names_on_the_ground(tab: NetworkTab) -> list[str]:
    return [sector.key for sector in tab.map.map_scene.ground.shown_sectors()]


def test_one_or_two_people_stand_in_calm_and_the_map_asks_for_more(qtbot: QtBot, desk: Desk) -> None:
    add_private_person(desk.opened, "Sara", "min datter", Sector.FAMILY, ring=Ring.CLOSEST)
    tab = shown(qtbot, desk)
    assert tab.question.isVisible()
    [words] = tab.question.findChildren(QLabel)
    assert words.text() == "Hvem vil du gerne have her?"
    assert names_on_the_ground(tab) == ["family"]
    sara = tab.map.centre_of(next(iter(tab.map.map_scene.people)))
    assert not tab.question.geometry().contains(sara)
    qtbot.mouseClick(tab.question.action, LEFT)
    assert tab.findChild(AddPerson) is not None


def test_with_three_the_map_is_a_map(qtbot: QtBot, desk: Desk) -> None:
    tab = shown(qtbot, desk)
    for name in ("Sara", "Kurt"):
        add_private_person(desk.opened, name, "", Sector.FRIENDS, ring=Ring.CLOSE)
    settle(qtbot, tab)
    assert tab.question.isVisible()
    add_private_person(desk.opened, "Ole", "", Sector.FRIENDS, ring=Ring.CLOSE)
    assert not tab.question.isVisible()
    assert len(names_on_the_ground(tab)) == len(Sector)


def test_who_is_only_known_is_asked_about_on_empty_rings(qtbot: QtBot, desk: Desk) -> None:
    add_private_person(desk.opened, "Kurt")
    tab = shown(qtbot, desk)
    assert tab.views.currentWidget() is tab.map_page
    assert tab.question.isVisible()
    assert names_on_the_ground(tab) == []


def test_the_question_gives_way_to_somebody_who_is_carried_and_shows_where_they_can_stand(
        qtbot: QtBot, desk: Desk) -> None:
    kurt = add_private_person(desk.opened, "Kurt")
    tab = shown(qtbot, desk)
    chip = tab.bucket.chip(kurt.id)
    goal = tab.map.viewport().mapToGlobal(where(tab, Sector.HEALTH, Ring.CLOSE))
    qtbot.mousePress(chip, LEFT, pos=QPoint(20, 20))
    qtbot.mouseMove(chip, QPoint(60, 20))
    qtbot.mouseMove(chip, chip.mapFromGlobal(goal))
    assert not tab.question.isVisible()
    assert len(names_on_the_ground(tab)) == len(Sector)
    qtbot.mouseRelease(chip, LEFT, pos=chip.mapFromGlobal(goal))
    assert (kurt.sector, kurt.ring) == (Sector.HEALTH, Ring.CLOSE)
    assert tab.question.isVisible()
    assert names_on_the_ground(tab) == ["health"]


def test_a_map_one_has_zoomed_into_asks_nothing(qtbot: QtBot, desk: Desk) -> None:
    add_private_person(desk.opened, "Sara", "min datter", Sector.FAMILY, ring=Ring.CLOSEST)
    tab = shown(qtbot, desk)
    qtbot.mouseClick(tab.zoom_in, LEFT)
    assert not tab.question.isVisible()
    qtbot.mouseClick(tab.zoom_fit, LEFT)
    assert tab.question.isVisible()
