"""Somebody comes into the network: a private person, a professional of the register, the very first one."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.move_and_remove import MoveMenu
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.network import NetworkMember, Ring, people
from borgerplan_desktop.model.shelter import Professional, Sector
from tests.gui.network.hands import shown

Key = Qt.Key


def opened_dialog(tab: NetworkTab) -> AddPerson:
    dialog = tab.ask_who()
    assert dialog.isVisible()
    return dialog


def test_a_private_person_is_added_by_keyboard(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    dialog = opened_dialog(tab)
    qtbot.keyClicks(dialog.name, "Fie")
    qtbot.keyClicks(dialog.relation, "min søster")
    dialog.sector.setFocus()
    dialog.sector.setCurrentIndex(0)
    dialog.ring.setCurrentIndex(1)
    qtbot.keyClick(dialog.name, Key.Key_Return)
    fie = people(desk.case)[-1]
    assert (fie.name, fie.relation, fie.sector, fie.ring) == ("Fie", "min søster", Sector.FAMILY, Ring.CLOSEST)
    assert type(fie.sector) is Sector
    assert tab.chosen == fie.id
    desk.opened.undo()
    assert not fie.exists


def test_nobody_is_added_without_a_name(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    before = len(people(desk.case))
    dialog = opened_dialog(tab)
    dialog.add.click()
    assert len(people(desk.case)) == before
    assert dialog.isVisible()
    assert dialog.trouble.isVisible()
    qtbot.keyClicks(dialog.name, "F")
    assert not dialog.trouble.isVisible()


def test_a_professional_is_found_in_the_register(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    samir = add_new_professional(desk.opened, "Samir Haddad", "sygeplejerske", "Psykiatrisk Gadeplansteam")
    desk.opened.undo()                                   # off the network, still in the register
    assert not samir.exists
    dialog = opened_dialog(tab)
    dialog.is_professional.setChecked(True)
    assert not dialog.add.isEnabled()
    qtbot.keyClicks(dialog.search, "gadeplans")
    assert dialog.found.count() == 1
    qtbot.keyClick(dialog.search, Key.Key_Return)
    member = people(desk.case)[-1]
    assert member.contact.name == "Samir Haddad"
    assert tab.chosen == member.id


def test_a_professional_who_is_in_the_network_already_is_shown_not_doubled(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    before = len(people(desk.case))
    dialog = opened_dialog(tab)
    dialog.is_professional.setChecked(True)
    qtbot.keyClicks(dialog.search, "krogh")
    qtbot.keyClick(dialog.search, Key.Key_Return)
    assert len(people(desk.case)) == before
    assert tab.chosen == network["Birgit"].id


def test_a_new_professional_goes_into_the_register(qtbot: QtBot, tab: NetworkTab, desk: Desk, archive: Archive) -> None:
    dialog = opened_dialog(tab)
    dialog.is_professional.setChecked(True)
    qtbot.keyClicks(dialog.search, "Nadia Bro")
    assert dialog.found.count() == 0
    dialog.new_professional.click()
    assert dialog.new_name.text() == "Nadia Bro"         # what was searched for is not typed twice
    qtbot.keyClicks(dialog.new_organisation, "Rusmiddelcenter")
    dialog.new_sector.setCurrentIndex(list(Sector).index(Sector.HEALTH))
    dialog.add.click()
    (kept,) = [p for p in archive.shelter.case.all(Professional) if p.name == "Nadia Bro"]
    assert (kept.organisation, kept.sector) == ("Rusmiddelcenter", Sector.HEALTH)
    assert people(desk.case)[-1].professional_id == kept.id


def test_an_empty_network_asks_who_is_important(qtbot: QtBot, desk: Desk) -> None:
    tab = shown(qtbot, desk)
    assert tab.empty.isVisible()
    assert "Jonas" in tab.empty.accessibleName()
    tab.empty.action.click()
    assert tab.findChild(AddPerson) is not None


def test_a_network_is_built_by_keyboard_only(qtbot: QtBot, desk: Desk) -> None:
    tab = shown(qtbot, desk)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.empty.action.setFocus()
    qtbot.keyClick(tab.empty.action, Key.Key_Space)
    dialog = tab.findChild(AddPerson)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    field = QApplication.focusWidget()                   # the name has the keyboard
    assert field is dialog.name
    qtbot.keyClicks(field, "Sara")
    qtbot.keyClick(field, Key.Key_Tab)
    qtbot.keyClicks(dialog.relation, "min datter")
    qtbot.keyClick(dialog.relation, Key.Key_Return)
    sara = people(desk.case)[-1]
    assert (sara.name, sara.ring) == ("Sara", None)
    qtbot.keyClick(tab.bucket.chip(sara.id), Key.Key_M)
    menu = tab.findChild(MoveMenu)
    assert menu is not None
    for key in (Key.Key_Down, Key.Key_Return):           # it begins at the closest ring
        qtbot.keyClick(menu, key)
    assert sara.ring is Ring.CLOSE
    tab.map.setFocus()
    qtbot.keyClick(tab.map, Key.Key_PageDown)
    qtbot.keyClick(tab.map, Key.Key_PageDown)
    assert tab.chosen in tab.map.map_scene.people
    desk.opened.undo()
    assert sara.ring is None
