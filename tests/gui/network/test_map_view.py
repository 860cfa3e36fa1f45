"""The map under somebody's hands: mouse, keyboard, zoom; what is seen and what is stored."""
from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_private_person, put_on_map, tie_together
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.move_and_remove import MoveMenu
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.network.unplaced_people import UnplacedPeople
from borgerplan_desktop.i18n import use_language
from borgerplan_desktop.model.network import NetworkMember, Reach, Ring, TieQuality
from borgerplan_desktop.model.shelter import Sector
from tests.gui.network.hands import LEFT, a_crowd, drag, settle, shown, where

Key = Qt.Key


def test_everybody_with_a_ring_is_on_the_map_and_the_rest_in_the_bucket(
        tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    on_map = {item.face.name for item in tab.map.map_scene.people.values()}
    assert on_map == {"Sara", "Peter", "Kurt", "Birgit Krogh"}
    assert tab.bucket.chip(network["Gadeplan"].id).accessibleName() == "Gadeplan"
    eva = next(m for m in network["Sara"].case.all(NetworkMember) if m.staff_id is not None)
    assert tab.bucket.chip(eva.id).accessibleName() == "Eva Lind"    # nobody is placed by the program
    assert tab.map.map_scene.people[network["Birgit"].id].face.squared
    assert not tab.map.map_scene.people[network["Sara"].id].face.squared


def test_dragging_somebody_stores_ring_sector_and_spot(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    kurt = network["Kurt"]
    drag(qtbot, tab, tab.map.centre_of(kurt.id), where(tab, Sector.VOLUNTEERS, Ring.CLOSEST))
    assert (kurt.sector, kurt.ring) == (Sector.VOLUNTEERS, Ring.CLOSEST)
    assert kurt.x is not None
    assert kurt.y is not None
    assert math.hypot(kurt.x, kurt.y) == pytest.approx(.36, abs=.02)
    item = tab.map.map_scene.people[kurt.id]
    assert tab.map.map_layout.sector_and_ring_at(item.pos().x(), item.pos().y()) == ("volunteers", 1)
    assert tab.person.person is kurt
    desk.opened.undo()
    assert (kurt.sector, kurt.ring, kurt.x) == (Sector.FRIENDS, Ring.CLOSE, None)
    item = tab.map.map_scene.people[kurt.id]
    assert tab.map.map_layout.sector_and_ring_at(item.pos().x(), item.pos().y()) == ("friends", 2)


def test_while_dragging_the_place_is_said_in_words_and_lit(
        qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    start, over = tab.map.centre_of(network["Kurt"].id), where(tab, Sector.FAMILY, Ring.FURTHER)
    view = tab.map.viewport()
    qtbot.mousePress(view, LEFT, pos=start)
    qtbot.mouseMove(view, (start + over) / 2)
    qtbot.mouseMove(view, over)
    assert tab.map.map_scene.ground.lit == ("family", 3)
    assert tab.passing.isVisible()
    assert "·" in tab.passing.text()
    qtbot.mouseRelease(view, LEFT, pos=over)
    assert tab.map.map_scene.ground.lit == ("", 0)
    assert not tab.passing.isVisible()


def test_dragging_out_of_the_rings_puts_somebody_back_in_the_bucket(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    sara = network["Sara"]
    drag(qtbot, tab, tab.map.centre_of(sara.id), QPoint(12, 12))
    assert sara.ring is None
    assert sara.id not in tab.map.map_scene.people
    qtbot.waitUntil(tab.bucket.chip(sara.id).isVisible)
    assert tab.bucket.chip(sara.id).hasFocus()
    desk.opened.undo()
    assert sara.ring is Ring.CLOSEST


def test_over_the_edge_the_bucket_invites_and_escape_lets_everybody_be(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    sara, steps, view = network["Sara"], len(desk.opened.done), tab.map.viewport()
    start = tab.map.centre_of(sara.id)
    qtbot.mousePress(view, LEFT, pos=start)
    for point in (start + QPoint(30, 0), QPoint(12, 300)):
        qtbot.mouseMove(view, point)
    assert tab.bucket.property("role") == "soft"
    qtbot.keyClick(tab.map, Key.Key_Escape)
    assert tab.bucket.property("role") == "flat"
    assert tab.map.centre_of(sara.id) == start
    qtbot.mouseRelease(view, LEFT, pos=QPoint(12, 300))
    assert (sara.ring, len(desk.opened.done)) == (Ring.CLOSEST, steps)


def test_who_is_dead_can_be_moved_outside_the_rings_and_keeps_the_place(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    peter = network["Peter"]
    with desk.opened.action("dead"):
        peter.reach = Reach.DEAD
    settle(qtbot, tab)
    layout = tab.map.map_layout
    placed = layout.by_id[peter.id]
    assert math.hypot(*layout.relative(placed.x, placed.y)) > 1
    assert placed.lines[1].startswith("død")
    friends = next(s for s in layout.sectors if s.key == "friends")
    spot = layout.absolute(1.3 * math.cos(friends.middle), 1.3 * math.sin(friends.middle))
    drag(qtbot, tab, tab.map.centre_of(peter.id), tab.map.mapFromScene(*spot))
    assert (peter.sector, peter.ring) == (Sector.FRIENDS, Ring.FURTHER)
    moved = tab.map.map_layout.by_id[peter.id]
    assert math.hypot(*layout.relative(moved.x, moved.y)) > 1


def test_somebody_removed_elsewhere_while_dragged_is_let_go_of(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    kurt, view = network["Kurt"], tab.map.viewport()
    start = tab.map.centre_of(kurt.id)
    qtbot.mousePress(view, LEFT, pos=start)
    qtbot.mouseMove(view, start + QPoint(30, 0))
    remove_person(desk.opened, kurt)
    qtbot.mouseMove(view, start + QPoint(60, 0))
    qtbot.mouseRelease(view, LEFT, pos=start + QPoint(60, 0))
    assert not kurt.exists
    assert kurt.id not in tab.map.map_scene.people
    assert not tab.passing.isVisible()


def test_somebody_is_dragged_from_the_bucket_into_the_rings(
        qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    gadeplan = network["Gadeplan"]
    chip = tab.bucket.chip(gadeplan.id)
    goal = tab.map.viewport().mapToGlobal(where(tab, Sector.HEALTH, Ring.CLOSE))
    qtbot.mousePress(chip, LEFT, pos=QPoint(20, 20))
    qtbot.mouseMove(chip, QPoint(60, 20))
    qtbot.mouseMove(chip, chip.mapFromGlobal(goal))
    qtbot.mouseRelease(chip, LEFT, pos=chip.mapFromGlobal(goal))
    assert (gadeplan.sector, gadeplan.ring) == (Sector.HEALTH, Ring.CLOSE)
    assert gadeplan.id in tab.map.map_scene.people
    assert tab.map.hasFocus()                            # the keyboard went with them


def test_who_is_placed_leaves_the_bucket_at_once(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    add_private_person(desk.opened, "Rosa")              # so that somebody still waits there
    chip = tab.bucket.chip(network["Gadeplan"].id)
    qtbot.waitUntil(chip.isVisible)
    put_on_map(desk.opened, network["Gadeplan"], Sector.HEALTH, Ring.CLOSE)
    assert not chip.isVisible()


def test_a_chip_let_go_of_beside_the_map_stays_in_the_bucket(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    gadeplan, steps = network["Gadeplan"], len(desk.opened.done)
    chip = tab.bucket.chip(gadeplan.id)
    qtbot.mousePress(chip, LEFT, pos=QPoint(20, 20))
    qtbot.mouseMove(chip, QPoint(60, 20))
    qtbot.mouseRelease(chip, LEFT, pos=QPoint(60, 25))
    assert gadeplan.ring is None
    assert len(desk.opened.done) == steps


def test_a_click_shows_the_card_and_stores_nothing(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    steps = len(desk.opened.done)
    qtbot.mouseClick(tab.map.viewport(), LEFT, pos=tab.map.centre_of(network["Peter"].id))
    assert tab.person.person is network["Peter"]
    assert tab.map.map_scene.people[network["Peter"].id].chosen
    assert len(desk.opened.done) == steps
    qtbot.mouseClick(tab.map.viewport(), LEFT, pos=QPoint(5, 300))
    assert tab.person.person is None


def test_a_person_put_by_hand_stays_there_when_others_come(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    kurt = network["Kurt"]
    drag(qtbot, tab, tab.map.centre_of(kurt.id), where(tab, Sector.FRIENDS, Ring.FURTHER))
    before = tab.map.centre_of(kurt.id)
    for name in ("Anna", "Bo", "Carl"):
        add_private_person(desk.opened, name, "ven", Sector.FAMILY, ring=Ring.CLOSE)
    assert (tab.map.centre_of(kurt.id) - before).manhattanLength() < 40


# ------------------------------------------------------------------------------------------------------------ keyboard
def test_arrow_keys_go_from_person_to_person_by_direction(
        qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.map.setFocus()
    qtbot.keyClick(tab.map, Key.Key_Up)                  # from the citizen
    first = tab.map.map_scene.people[tab.chosen].pos()
    assert first.y() < tab.map.map_layout.cy
    qtbot.keyClick(tab.map, Key.Key_Down)
    assert tab.map.map_scene.people[tab.chosen].pos().y() > first.y()
    assert tab.person.person is not None
    assert tab.person.person.id == tab.chosen


def test_page_down_reaches_everybody(qtbot: QtBot, tab: NetworkTab) -> None:
    seen = set()
    for _ in tab.map.map_scene.people:
        qtbot.keyClick(tab.map, Key.Key_PageDown)
        seen.add(tab.chosen)
    assert seen == set(tab.map.map_scene.people)


def test_the_person_one_stands_at_is_said_in_a_sentence(
        qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.choose(network["Birgit"].id)
    words = tab.map.accessibleDescription()
    for part in ("Birgit Krogh", "Hjemløseenheden"):
        assert part in words
    assert words == tab.map.map_scene.people[network["Birgit"].id].face.sentence


def test_enter_opens_the_card(qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.choose(network["Sara"].id)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    qtbot.keyClick(tab.map, Key.Key_Return)
    field = QApplication.focusWidget()
    assert field is not None
    assert tab.person.isAncestorOf(field)


def test_m_moves_by_ring_and_sector(qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    sara = network["Sara"]
    tab.choose(sara.id)
    qtbot.keyClick(tab.map, Key.Key_M)
    menu = tab.findChild(MoveMenu)
    assert menu is not None
    assert menu.value(menu.activeAction()) is Ring.CLOSEST    # it begins where the person stands
    qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Return)
    assert sara.ring is Ring.CLOSE


def test_one_menu_at_a_time_is_kept(qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    for name in ("Sara", "Kurt", "Peter"):
        tab.choose(network[name].id)
        qtbot.keyClick(tab.map, Key.Key_M)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, MoveMenu)
        assert menu.accessibleName() == f"Flyt {network[name].contact.name}"
        qtbot.keyClick(menu, Key.Key_Escape)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert tab.findChildren(MoveMenu) == [menu]


def test_m_on_a_chip_puts_somebody_on_the_map(
        qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    gadeplan = network["Gadeplan"]
    qtbot.keyClick(tab.bucket.chip(gadeplan.id), Key.Key_M)
    menu = tab.findChild(MoveMenu)
    assert menu is not None
    menu.triggered.emit(next(a for a in menu.actions() if menu.value(a) is Ring.FURTHER))
    menu.close()
    assert gadeplan.ring is Ring.FURTHER
    assert tab.map.hasFocus()


def test_escape_lets_go_of_the_person(qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.choose(network["Sara"].id)
    qtbot.keyClick(tab.map, Key.Key_Escape)
    assert tab.chosen == ""


def test_zoom_by_keys_and_buttons(qtbot: QtBot, tab: NetworkTab) -> None:
    qtbot.keyClick(tab.map, Key.Key_Plus)
    qtbot.mouseClick(tab.zoom_in, LEFT)
    assert tab.map.transform().m11() == pytest.approx(1.44)
    qtbot.keyClick(tab.map, Key.Key_0)
    assert tab.map.transform().m11() == pytest.approx(1)
    qtbot.mouseClick(tab.zoom_out, LEFT)
    assert tab.map.transform().m11() == pytest.approx(1)  # never smaller than the whole map


# ------------------------------------------------------------------------------------------------------------- drawing
def test_ties_differ_in_form(tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    from borgerplan_desktop.gui.showing.map_strokes import tie_path, tie_pen
    from borgerplan_desktop.model.map.elements import Line

    drawn = {q: (tie_path(Line("", "", q.value, 0, 0, 120, 0)), tie_pen(q.value)) for q in TieQuality}
    points = {q: path.elementCount() for q, (path, _pen) in drawn.items()}
    assert points[TieQuality.STRAINED] > 10
    assert points[TieQuality.BROKEN] > points[TieQuality.STRONG]
    assert drawn[TieQuality.LOOSE][1].dashPattern() != drawn[TieQuality.ORDINARY][1].dashPattern()
    assert drawn[TieQuality.STRONG][1].widthF() > 1.5 * drawn[TieQuality.ORDINARY][1].widthF()
    assert "Peter" in tab.map.map_scene.tie(network["Peter"].id).toolTip()


def test_a_tie_between_two_others_is_drawn(tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    before = len(tab.map.map_scene.items())
    tie_together(desk.opened, network["Sara"], network["Peter"], TieQuality.ORDINARY)
    assert len(tab.map.map_scene.items()) == before + 1


def test_markup_in_names_is_shown_as_written(qtbot: QtBot, desk: Desk) -> None:
    evil = "<b>Bo</b> <img src=/etc/passwd> &amp;"
    bo = add_private_person(desk.opened, evil, "<i>ven</i>", Sector.FRIENDS, ring=Ring.CLOSE)
    tab = shown(qtbot, desk)
    item = tab.map.map_scene.people[bo.id]
    assert item.face.name == evil
    assert "<b>" not in item.toolTip()
    assert "&lt;b&gt;Bo" in item.toolTip()
    tab.choose(bo.id)
    assert evil in tab.person.accessibleName()


def test_names_of_120_letters_are_shortened_on_the_map_and_whole_in_words(qtbot: QtBot, desk: Desk) -> None:
    long = "Abcdefghij" * 12
    bo = add_private_person(desk.opened, long, "x" * 200, Sector.FRIENDS, ring=Ring.CLOSE)
    tab = shown(qtbot, desk)
    placed = tab.map.map_layout.by_id[bo.id]
    assert placed.lines[0].endswith("…")
    assert long in tab.map.map_scene.people[bo.id].face.sentence
    tab.choose(bo.id)
    assert tab.width() == 1308
    assert tab.page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("count", [0, 1, 60, 500])
def test_any_number_of_people_is_drawn_inside_the_view(qtbot: QtBot, desk: Desk, count: int) -> None:
    a_crowd(desk.opened, count)
    tab = shown(qtbot, desk)
    assert len(tab.map.map_scene.people) == count        # the contact person waits to be placed
    assert tab.views.currentWidget() is (tab.empty if count == 0 else tab.map_page)
    view = tab.map
    seen = view.mapFromScene(view.map_scene.sceneRect()).boundingRect()
    if count:
        assert seen.width() <= view.viewport().width() + 2
    assert not tab.grab().isNull()


def test_the_map_grows_with_the_window(qtbot: QtBot, tab: NetworkTab) -> None:
    small = tab.map.map_layout.rx
    tab.resize(1800, 1000)
    settle(qtbot, tab)
    assert tab.map.map_layout.rx > small
    tab.resize(1308, 614)
    settle(qtbot, tab)
    assert tab.map.map_layout.rx == pytest.approx(small)


def test_nobody_stands_under_the_buttons(qtbot: QtBot, desk: Desk) -> None:
    a_crowd(desk.opened, 40)
    tab = shown(qtbot, desk)
    for over in (tab.toggles, tab.zoom):
        corner = tab.map.viewport().mapFromGlobal(over.mapToGlobal(QPoint(0, 0)))
        for placed in tab.map.map_layout.people:
            for box in placed.boxes:
                assert (box.x > corner.x() + over.width() or box.right < corner.x()
                        or box.y > corner.y() + over.height() or box.bottom < corner.y())


@pytest.mark.parametrize(("dark", "size"), [(True, 1.0), (False, 2.0)])
def test_dark_and_large_text(qtbot: QtBot, qapp: QApplication, desk: Desk, network: dict[str, NetworkMember],
                             dark: bool, size: float) -> None:
    tab = shown(qtbot, desk)
    try:
        apply_theme(qapp, dark=dark, size=size)
        settle(qtbot, tab)
        tab.choose(network["Birgit"].id)
        assert tab.page.horizontalScrollBar().maximum() == 0
        assert not tab.grab().isNull()
    finally:
        apply_theme(qapp, dark=False, size=1.0)


def test_what_another_window_moves_moves_here(tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    put_on_map(desk.opened, network["Sara"], Sector.WORK, Ring.FURTHER)
    item = tab.map.map_scene.people[network["Sara"].id]
    assert tab.map.map_layout.sector_and_ring_at(item.pos().x(), item.pos().y()) == ("work", 3)


def test_the_bucket_has_room_for_its_words_in_every_language(qtbot: QtBot, desk: Desk) -> None:
    use_language("en")
    bucket = UnplacedPeople()
    qtbot.addWidget(bucket)
    bucket.resize(bucket.sizeHint())
    bucket.resize(bucket.sizeHint())
    bucket.show()
    hint = bucket._hint
    assert hint.text() == "Everybody is on the map"
    assert hint.height() >= hint.heightForWidth(hint.width())


def test_no_name_is_cut_on_an_ordinary_laptop_with_the_bars_of_windows(qtbot: QtBot, desk: Desk) -> None:
    """Thirteen people in a window of 1366 × 700."""
    people = (("Inge Bækgaard", "min mor", Sector.FAMILY, Ring.FURTHER),
              ("Sara Bækgaard", "min datter", Sector.FAMILY, Ring.CLOSEST),
              ("Lone Bækgaard", "Saras mor", Sector.FAMILY, Ring.FURTHER),
              ("Ole Kragh", "min ven her på herberget", Sector.FRIENDS, Ring.CLOSEST),
              ("Bella", "min hund, hos Kurt for tiden", Sector.FRIENDS, Ring.CLOSE),
              ("Eva Lind", "kontaktperson", Sector.SHELTER, Ring.CLOSEST),
              ("Birgit Holm", "Hjemløseenheden", Sector.AUTHORITY, Ring.CLOSE),
              ("Morten Dahl", "Socialforvaltningen", Sector.AUTHORITY, Ring.FURTHER),
              ("Anne-Mette Kjær", "Rusmiddelenheden", Sector.HEALTH, Ring.CLOSE),
              ("Samir Haddad", "Psykiatrisk Gadeplansteam", Sector.HEALTH, Ring.FURTHER),
              ("Per Toft", "Frivilligcentret", Sector.VOLUNTEERS, Ring.FURTHER),
              ("Kurt Jepsen", "min gamle mester", Sector.WORK, Ring.CLOSE),
              ("Lene Friis", "Beskæftigelsesforvaltningen", Sector.WORK, Ring.FURTHER))
    for name, relation, sector, ring in people:
        add_private_person(desk.opened, name, relation, sector, ring=ring)
    tab = shown(qtbot, desk, height=548)
    assert 430 < tab.map.height() < 460
    placed = [each for each in tab.map.map_layout.people if each.person.words != "kontaktperson"]
    assert [each.lines[0] for each in placed if each.lines[0].endswith("…")] == []
