"""The map by keyboard alone: walking, names, the menu, tying two together; and tying by clicks."""
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_private_person, tie_together
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.map_menu import GroundMenu, PersonMenu
from borgerplan_desktop.gui.network.move_and_remove import MoveMenu
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.network.typed_name import TypedName
from borgerplan_desktop.model.network import NetworkMember, Ring, Tie, TieQuality
from borgerplan_desktop.model.shelter import Sector
from tests.gui.network.hands import LEFT, a_crowd, settle, shown

Key, Shift, Ctrl = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
People = dict[str, NetworkMember]


@pytest.fixture
def at_map(qtbot: QtBot, tab: NetworkTab) -> NetworkTab:
    """The keyboard is on the map."""
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.map.setFocus()
    return tab


def name_at(tab: NetworkTab) -> str:
    people = tab.map.map_scene.people
    return people[tab.map.stands_at()].face.name if tab.map.stands_at() in people else ""


def type_letters(qtbot: QtBot, tab: NetworkTab, letters: str) -> None:
    for letter in letters:
        qtbot.keyClick(tab.map, letter, Shift if letter.isupper() else Qt.KeyboardModifier.NoModifier)


def ties(desk: Desk) -> list[tuple[set[str], TieQuality]]:
    return [({tie.one_id, tie.other_id}, tie.quality) for tie in desk.case.all(Tie)]


# ------------------------------------------------------------------------------------------------------------- walking
def test_arrows_reach_everybody_of_a_crowd(qtbot: QtBot, desk: Desk) -> None:
    a_crowd(desk.opened, 60)
    tab = shown(qtbot, desk)
    seen: set[str] = set()
    waiting = [""]
    while waiting:
        start = waiting.pop()
        for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down):
            tab.map.choose(start)
            qtbot.keyClick(tab.map, key)
            there = tab.map.stands_at()
            if there and there not in seen:
                seen.add(there)
                waiting.append(there)
    assert seen == set(tab.map.map_scene.people)


def test_home_and_end_are_the_first_and_the_last_clockwise(qtbot: QtBot, at_map: NetworkTab) -> None:
    qtbot.keyClick(at_map.map, Key.Key_Home)
    first = at_map.chosen
    qtbot.keyClick(at_map.map, Key.Key_End)
    assert at_map.chosen not in ("", first)
    qtbot.keyClick(at_map.map, Key.Key_PageDown)
    assert at_map.chosen == first


@pytest.mark.parametrize(("letters", "name"), [("k", "Kurt"), ("pe", "Peter"), ("bi", "Birgit Krogh"),
                                               ("kr", "Birgit Krogh"), ("x", "")])
def test_a_letter_goes_to_a_name(qtbot: QtBot, at_map: NetworkTab, letters: str, name: str) -> None:
    type_letters(qtbot, at_map, letters)
    assert name_at(at_map) == name


def test_the_same_letter_again_goes_on_and_round(qtbot: QtBot, desk: Desk, at_map: NetworkTab) -> None:
    add_private_person(desk.opened, "Karen", "moster", Sector.FAMILY, ring=Ring.CLOSE)
    seen = []
    for _ in range(3):
        type_letters(qtbot, at_map, "k")
        seen.append(name_at(at_map))
    assert seen == ["Karen", "Kurt", "Karen"]


def test_m_and_t_do_something_and_with_shift_they_are_letters_of_a_name(
        qtbot: QtBot, desk: Desk, at_map: NetworkTab, network: People) -> None:
    add_private_person(desk.opened, "Tove", "nabo", Sector.FRIENDS, ring=Ring.CLOSE)
    at_map.choose(network["Sara"].id)
    type_letters(qtbot, at_map, "T")
    assert name_at(at_map) == "Tove"
    assert not at_map.map.is_tying


def test_right_after_a_name_t_ties_unless_it_is_the_next_letter(
        qtbot: QtBot, desk: Desk, at_map: NetworkTab) -> None:
    add_private_person(desk.opened, "Otto", "nabo", Sector.FRIENDS, ring=Ring.CLOSE)
    type_letters(qtbot, at_map, "ott")
    assert name_at(at_map) == "Otto"
    assert not at_map.map.is_tying
    type_letters(qtbot, at_map, "t")                     # no name goes on so
    assert at_map.map.is_tying


def test_after_a_pause_the_next_letter_begins_a_name(qtbot: QtBot, at_map: NetworkTab) -> None:
    type_letters(qtbot, at_map, "k")
    assert at_map.map._typed._typed
    qtbot.waitUntil(lambda: not at_map.map._typed._typed)
    type_letters(qtbot, at_map, "p")
    assert name_at(at_map) == "Peter"


def test_letters_typed_together_narrow_the_names(qapp: QApplication) -> None:
    names, typed = {"1": "Kurt", "2": "Karen", "3": "Åse Kim"}, TypedName(qapp)
    assert [typed.find(letter, names, here) for letter, here in (("k", ""), ("u", "2"), ("r", "1"))] == ["2", "1", "1"]
    typed.begin_anew()
    assert typed.find("å", names, "1") == "3"
    typed.begin_anew()
    assert typed.find("Ø", names, "1") == ""
    typed.deleteLater()


# ------------------------------------------------------------------------------------------------------------ the ring
@pytest.mark.parametrize(("dark", "size"), [(False, 1.0), (True, 1.0), (False, 2.0)])
def test_the_ring_is_seen_where_the_keyboard_is(
        qtbot: QtBot, qapp: QApplication, at_map: NetworkTab, network: People, dark: bool, size: float) -> None:
    try:
        apply_theme(qapp, dark=dark, size=size)
        settle(qtbot, at_map)
        at_map.map.choose(network["Kurt"].id)
        ring = at_map.map._ring
        assert ring.isVisible()
        assert ring.boundingRect().center() == at_map.map.map_scene.people[network["Kurt"].id].pos()
        with_ring = at_map.map.grab().toImage()
        ring.hide()
        assert at_map.map.grab().toImage() != with_ring
    finally:
        apply_theme(qapp, dark=False, size=1.0)


def test_with_nobody_chosen_the_ring_is_round_the_citizen_and_elsewhere_there_is_none(at_map: NetworkTab) -> None:
    layout, ring = at_map.map.map_layout, at_map.map._ring
    assert ring.isVisible()
    assert ring.boundingRect().center().toTuple() == (layout.cx, layout.cy)
    at_map.as_map.setFocus()
    assert not ring.isVisible()


def test_in_large_text_the_page_comes_along_to_whom_one_walks(
        qtbot: QtBot, qapp: QApplication, at_map: NetworkTab) -> None:
    try:
        apply_theme(qapp, dark=False, size=2.0)
        settle(qtbot, at_map)
        for _ in at_map.map.map_scene.people:
            qtbot.keyClick(at_map.map, Key.Key_PageDown)
            spot = at_map.map.viewport().mapTo(at_map.page.viewport(), at_map.map.centre_of(at_map.chosen))
            assert at_map.page.viewport().rect().contains(spot)
    finally:
        apply_theme(qapp, dark=False, size=1.0)


# ------------------------------------------------------------------------------------------------------------ the menu
@pytest.mark.parametrize("key", ["menu", "shift f10", "event"])
def test_the_menu_has_everything_with_its_key(
        qtbot: QtBot, at_map: NetworkTab, network: People, key: str) -> None:
    at_map.choose(network["Kurt"].id)
    if key == "menu":
        qtbot.keyClick(at_map.map, Key.Key_Menu)
    elif key == "shift f10":
        qtbot.keyClick(at_map.map, Key.Key_F10, Shift)
    else:
        QApplication.sendEvent(at_map.map.viewport(), QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, QPoint(3, 3), at_map.map.mapToGlobal(QPoint(3, 3))))
    menu = at_map.findChild(PersonMenu)
    assert menu is not None
    assert menu.isVisible()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Se, hvem det er\tEnter", "Flyt på kortet", "Bind sammen med …\tT", "Fjern person\tDelete"]
    near = at_map.map.viewport().mapToGlobal(at_map.map.centre_of(network["Kurt"].id))
    assert menu.geometry().adjusted(-30, -30, 30, 30).contains(near)
    qtbot.keyClick(menu, Key.Key_Escape)
    assert not menu.isVisible()
    assert at_map.chosen == network["Kurt"].id


def test_a_right_click_opens_the_same_menu_and_its_lines_do_what_they_say(
        qtbot: QtBot, desk: Desk, at_map: NetworkTab, network: People) -> None:
    kurt = network["Kurt"]

    def menu() -> PersonMenu:
        spot = at_map.map.centre_of(kurt.id)
        QApplication.sendEvent(at_map.map.viewport(), QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, spot, at_map.map.viewport().mapToGlobal(spot)))
        found = at_map._menu
        assert isinstance(found, PersonMenu)
        return found

    opened = menu()
    assert at_map.chosen == kurt.id
    next(action for action in opened.move_it.actions() if opened.move_it.value(action) is Ring.FURTHER).trigger()
    assert kurt.ring is Ring.FURTHER
    assert at_map.map.hasFocus()
    menu().tie_it.trigger()
    assert at_map.map.is_tying
    menu().open_it.trigger()
    assert not at_map.map.is_tying
    holder = QApplication.focusWidget()
    assert holder is not None
    assert at_map.person.isAncestorOf(holder)
    menu().remove_it.trigger()
    assert not kurt.exists
    desk.opened.undo()
    assert kurt.id in at_map.map.map_scene.people


def test_the_ground_has_a_menu_too(qtbot: QtBot, at_map: NetworkTab) -> None:
    qtbot.keyClick(at_map.map, Key.Key_Menu)             # nobody is chosen
    menu = at_map.findChild(GroundMenu)
    assert menu is not None
    menu.zoom_in.trigger()
    assert at_map.map.zoomed
    menu.fit.trigger()
    assert not at_map.map.zoomed
    menu.tie_two.trigger()
    assert at_map.tying.words.text().startswith("Hvem skal bindes sammen?")


@pytest.mark.parametrize("way", ["shift f10", "right click"])
def test_who_waits_to_be_placed_has_a_menu_too(
        qtbot: QtBot, at_map: NetworkTab, network: People, way: str) -> None:
    gadeplan = network["Gadeplan"]
    chip = at_map.bucket.chip(gadeplan.id)
    if way == "shift f10":
        qtbot.keyClick(chip, Key.Key_F10, Shift)
    else:
        QApplication.sendEvent(chip, QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, QPoint(9, 9), chip.mapToGlobal(QPoint(9, 9))))
    menu = at_map.findChild(MoveMenu)
    assert menu is not None
    next(action for action in menu.actions() if menu.value(action) is Ring.FURTHER).trigger()
    menu.close()
    assert gadeplan.ring is Ring.FURTHER


def test_delete_removes_whom_one_stands_at_and_undo_brings_them_back(
        qtbot: QtBot, desk: Desk, at_map: NetworkTab, network: People) -> None:
    at_map.choose(network["Peter"].id)
    qtbot.keyClick(at_map.map, Key.Key_Delete)
    assert not network["Peter"].exists
    desk.opened.undo()
    assert network["Peter"].id in at_map.map.map_scene.people


# ---------------------------------------------------------------------------------------------------------------- ties
def test_two_are_tied_by_keys_alone_and_how_it_is_is_said_next(
        qtbot: QtBot, desk: Desk, at_map: NetworkTab, network: People) -> None:
    at_map.choose(network["Sara"].id)
    type_letters(qtbot, at_map, "t")
    words = at_map.tying.words
    assert words.isVisible()
    assert words.text() == "Sara og hvem? Vælg med piletaster, et navn eller et klik. Esc fortryder."
    type_letters(qtbot, at_map, "p")
    assert words.text() == "Bind Sara og Peter sammen: Enter eller et klik. Esc fortryder."
    assert at_map.map._in_mind.isVisible()
    assert at_map.chosen == network["Sara"].id           # the card stays
    qtbot.keyClick(at_map.map, Key.Key_Return)
    assert ties(desk) == [({network["Sara"].id, network["Peter"].id}, TieQuality.ORDINARY)]
    assert not words.isVisible()
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    assert box.accessibleName() == "Forhold til Peter"
    qtbot.keyClick(box, Key.Key_Up)
    assert ties(desk)[0][1] is TieQuality.STRONG
    desk.opened.undo()
    desk.opened.undo()
    assert ties(desk) == []


def test_every_letter_belongs_to_a_name_while_one_chooses_the_other(
        qtbot: QtBot, desk: Desk, at_map: NetworkTab, network: People) -> None:
    add_private_person(desk.opened, "Mette", "veninde", Sector.FRIENDS, ring=Ring.CLOSE)
    at_map.choose(network["Sara"].id)
    type_letters(qtbot, at_map, "tm")
    assert name_at(at_map) == "Mette"
    for key in (Key.Key_Left, Key.Key_Home, Key.Key_PageDown):
        qtbot.keyClick(at_map.map, key)
    qtbot.keyClick(at_map.map, Key.Key_Delete)           # nobody is removed meanwhile
    assert all(member.exists for member in network.values())


def test_escape_leaves_it_and_so_does_going_elsewhere(
        qtbot: QtBot, desk: Desk, at_map: NetworkTab, network: People) -> None:
    at_map.choose(network["Sara"].id)
    type_letters(qtbot, at_map, "tk")
    qtbot.keyClick(at_map.map, Key.Key_Escape)
    assert not at_map.map.is_tying
    assert at_map.chosen == network["Sara"].id
    type_letters(qtbot, at_map, "t")
    at_map.as_map.setFocus(Qt.FocusReason.TabFocusReason)
    assert not at_map.map.is_tying
    at_map.map.setFocus()
    type_letters(qtbot, at_map, "t")
    at_map.as_table.click()
    assert not at_map.map.is_tying
    assert not at_map.tying.words.isVisible()
    assert ties(desk) == []


def test_two_clicks_tie_two_and_nobody_is_moved_meanwhile(
        qtbot: QtBot, desk: Desk, at_map: NetworkTab, network: People) -> None:
    view, kurt, sara = at_map.map.viewport(), network["Kurt"], network["Sara"]
    qtbot.mouseClick(at_map.tie_two, LEFT)
    assert at_map.tying.words.text().startswith("Hvem skal bindes sammen?")
    qtbot.mouseClick(view, LEFT, pos=at_map.map.centre_of(kurt.id))
    start = at_map.map.centre_of(sara.id)
    qtbot.mousePress(view, LEFT, pos=start)
    for by in (20, 60):
        qtbot.mouseMove(view, start + QPoint(by, by))
    qtbot.mouseRelease(view, LEFT, pos=start + QPoint(60, 60))
    assert sara.ring is Ring.CLOSEST
    assert at_map.map.is_tying
    qtbot.mouseMove(view, start)
    assert "Kurt og Sara" in at_map.tying.words.text()
    qtbot.mouseClick(view, LEFT, pos=start)
    assert ties(desk) == [({kurt.id, sara.id}, TieQuality.ORDINARY)]
    assert at_map.person.person is kurt


def test_a_click_on_the_ground_or_on_the_same_person_ties_nobody(
        qtbot: QtBot, desk: Desk, at_map: NetworkTab, network: People) -> None:
    view = at_map.map.viewport()
    for spot in (QPoint(4, view.height() // 2), at_map.map.centre_of(network["Kurt"].id)):
        at_map.map.tie(network["Kurt"].id)
        qtbot.mouseClick(view, LEFT, pos=spot)
        assert not at_map.map.is_tying
    assert ties(desk) == []


def test_a_tie_that_is_there_stays_as_it_is(
        qtbot: QtBot, desk: Desk, at_map: NetworkTab, network: People) -> None:
    tie_together(desk.opened, network["Peter"], network["Sara"], TieQuality.BROKEN)
    steps = len(desk.opened.done)
    at_map.map.tie(network["Sara"].id)
    type_letters(qtbot, at_map, "p")
    qtbot.keyClick(at_map.map, Key.Key_Space)
    assert ties(desk)[0][1] is TieQuality.BROKEN
    assert len(desk.opened.done) == steps
    box = QApplication.focusWidget()
    assert box is not None
    assert box.accessibleName() == "Forhold til Peter"


def test_who_is_removed_elsewhere_meanwhile_is_tied_to_nobody(
        qtbot: QtBot, desk: Desk, at_map: NetworkTab, network: People) -> None:
    at_map.map.tie(network["Sara"].id)
    type_letters(qtbot, at_map, "k")
    remove_person(desk.opened, network["Kurt"])
    assert at_map.map.is_tying
    assert "Kurt" not in at_map.tying.words.text()
    remove_person(desk.opened, network["Sara"])
    assert not at_map.map.is_tying
    assert not at_map.tying.words.isVisible()


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_the_words_are_in_sight_and_cover_neither_the_person_nor_the_buttons(
        qtbot: QtBot, qapp: QApplication, at_map: NetworkTab, network: People, size: float) -> None:
    try:
        apply_theme(qapp, dark=False, size=size)
        settle(qtbot, at_map)
        at_map.map.tie(network["Sara"].id)
        for name in "kpb":
            at_map.map._typed.begin_anew()
            type_letters(qtbot, at_map, name)
            words = at_map.tying.words
            assert at_map.page.rect().contains(words.geometry())
            spot = at_map.map.viewport().mapTo(at_map.page, at_map.map.centre_of(at_map.map.stands_at()))
            assert not words.geometry().contains(spot)
            zoom = QRect(at_map.zoom.mapTo(at_map.page, QPoint(0, 0)), at_map.zoom.size())
            assert size > 1 or not words.geometry().intersects(zoom)
    finally:
        apply_theme(qapp, dark=False, size=1.0)


def test_with_one_person_there_is_nobody_to_tie(qtbot: QtBot, desk: Desk) -> None:
    add_private_person(desk.opened, "Sara", "datter", Sector.FAMILY, ring=Ring.CLOSEST)
    tab = shown(qtbot, desk)
    assert not tab.tie_two.isVisible()
    add_private_person(desk.opened, "Kurt", "ven", Sector.FRIENDS, ring=Ring.CLOSE)
    assert tab.tie_two.isVisible()
