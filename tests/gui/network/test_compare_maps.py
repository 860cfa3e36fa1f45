"""Two days of the map beside each other: words and signs for who came, went and moved, and a slider through time."""
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.kept_maps import keep_map, kept_maps
from borgerplan_desktop.casework.house.own_names import SECTORS, rename
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_private_person, put_on_map, set_tie
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.compare_maps import CompareMaps
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.widgets.label import PlainLabel
from borgerplan_desktop.model.network import NetworkMember, Ring, TieQuality
from borgerplan_desktop.model.shelter import Sector
from tests.archive import Clock
from tests.documents import reading
from tests.gui.network.hands import LEFT

Key = Qt.Key


@pytest.fixture
def later(desk: Desk, tab: NetworkTab, network: dict[str, NetworkMember], clock: Clock) -> CompareMaps:
    """A month later: Kurt closer, Peter gone, Lone come, Sara's tie strained."""
    clock.pass_(days=30)
    put_on_map(desk.opened, network["Kurt"], Sector.FRIENDS, Ring.CLOSEST)
    set_tie(desk.opened, network["Sara"], TieQuality.STRAINED)
    remove_person(desk.opened, network["Peter"])
    add_private_person(desk.opened, "Lone", "søster", ring=Ring.CLOSE)
    tab.as_two.click()
    QApplication.processEvents()
    two = tab._two
    assert two is not None
    assert two.isVisible()
    return two


def told(two: CompareMaps) -> str:
    QApplication.processEvents()                         # lines that have just come are shown now
    return "\n".join(label.words() for label in two.words.findChildren(PlainLabel) if not label.isHidden())


def test_it_says_in_words_who_came_went_and_moved(later: CompareMaps) -> None:
    words = told(later)
    for line in ("Kurt er rykket tættere på: tæt på → tættest på", "Forholdet til Sara: stærk → svær lige nu",
                 "Peter er ikke på kortet mere", "Lone er kommet til: tæt på", "4 ting er anderledes"):
        assert line in words


def test_after_two_maps_the_one_has_its_cards_in_sight_again(later: CompareMaps, tab: NetworkTab) -> None:
    tab.as_map.click()
    for _ in range(5):
        QApplication.processEvents()
    assert tab.side.isVisible()
    assert tab.side.mapTo(tab, tab.side.rect().topRight()).x() < tab.width()
    assert tab.page.horizontalScrollBar().maximum() == 0


def test_it_shows_the_same_with_signs_on_both_maps(
        later: CompareMaps, desk: Desk, network: dict[str, NetworkMember]) -> None:
    before, after = later.before, later.after
    lone = next(m for m in desk.case.all(NetworkMember) if m.name == "Lone")
    assert {id: sign for id, (_x, _y, sign) in before._signs.marks.items()} == {
        network["Kurt"].id: "↔", network["Sara"].id: "≠", network["Peter"].id: "–"}
    assert {id: sign for id, (_x, _y, sign) in after._signs.marks.items()} == {
        network["Kurt"].id: "↔", network["Sara"].id: "≠", lone.id: "+"}
    assert before.map.map_scene.people[network["Peter"].id].face.words == "ikke med mere"
    assert after.map.map_scene.people[network["Kurt"].id].face.words == "tættere på nu"
    assert "tættere på nu" in after.map.map_scene.people[network["Kurt"].id].face.sentence


def test_who_has_not_moved_stands_at_the_same_spot_on_both(
        later: CompareMaps, network: dict[str, NetworkMember]) -> None:
    """However many have come, gone or moved in the same part of life."""
    then, now = later.before.map.map_layout.by_id, later.after.map.map_layout.by_id
    stood = {id for id in then.keys() & now.keys() if id != network["Kurt"].id}
    assert network["Sara"].id in stood                   # her tie alone is another
    assert {id: (then[id].x, then[id].y) for id in stood} == {id: (now[id].x, now[id].y) for id in stood}
    kurt = network["Kurt"].id
    assert (then[kurt].x, then[kurt].y) != (now[kurt].x, now[kurt].y)


def test_the_days_are_chosen_and_the_slider_goes_through_them(
        qtbot: QtBot, later: CompareMaps, desk: Desk, clock: Clock) -> None:
    clock.pass_(days=10)
    keep_map(desk.opened, "før ferien")
    slider = later.time
    words = [stop.word for stop in slider.stops]
    assert words[-1] == "I dag"
    assert words[-2].endswith("· før ferien")
    slider.setFocus()
    qtbot.keyClick(slider, Key.Key_End)
    assert later.found == []                             # today beside today
    assert "Intet er anderledes." in told(later)
    qtbot.keyClick(slider, Key.Key_Home)
    assert later.before.choice.currentIndex() == 0
    assert "Lone er kommet til" in told(later)
    assert words[0] in slider.accessibleName()


def test_a_kept_map_is_renamed_and_deleted_from_here(
        qtbot: QtBot, later: CompareMaps, desk: Desk) -> None:
    later.before.choice.setCurrentIndex(0)
    later.before.rename.trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.name.setText("da vi begyndte")  # type: ignore[attr-defined]
    dialog.keep.click()  # type: ignore[attr-defined]
    assert later.before.choice.currentText().endswith("da vi begyndte")
    later.before.forget.trigger()
    assert kept_maps(desk.case) == []
    assert later.empty.isVisible()
    desk.opened.undo()
    assert later.before.choice.currentText().endswith("da vi begyndte")


def test_before_any_map_is_kept_it_says_when_one_will_be(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    tab.as_two.click()
    two = tab._two
    assert two is not None
    assert two.empty.isVisible()
    dialog = two.ask_to_keep()
    dialog.keep.click()                                  # the day is enough
    assert [kept.on for kept in kept_maps(desk.case)] == [desk.opened.today()]
    assert two.both.isVisible()


def test_the_keyboard_walks_both_maps_together(
        qtbot: QtBot, later: CompareMaps, network: dict[str, NetworkMember]) -> None:
    later.before.map.setFocus()
    qtbot.keyClick(later.before.map, Key.Key_PageDown)
    chosen = later.before.map._chosen
    assert chosen
    assert later.after.map._chosen in (chosen, "")


def test_nothing_is_changed_by_pulling_at_a_kept_map(
        qtbot: QtBot, later: CompareMaps, network: dict[str, NetworkMember]) -> None:
    kurt, view = network["Kurt"], later.after.map
    before = (kurt.sector, kurt.ring, kurt.x)
    start = view.centre_of(kurt.id)
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    for step in (1, 2, 3):
        qtbot.mouseMove(view.viewport(), start + (view.viewport().rect().center() - start) * step / 3)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=view.viewport().rect().center())
    assert (kurt.sector, kurt.ring, kurt.x) == before


def test_the_map_is_kept_under_the_day_it_was_last_changed(
        later: CompareMaps, desk: Desk) -> None:
    assert [kept.on for kept in kept_maps(desk.case)] == [desk.opened.today() - timedelta(days=30)]


def test_another_part_of_life_is_called_as_the_shelter_calls_it(
        desk: Desk, tab: NetworkTab, network: dict[str, NetworkMember], clock: Clock) -> None:
    assert desk.opened.shelter is not None
    rename(desk.opened.shelter, SECTORS, Sector.FRIENDS, "Venner og naboer")
    clock.pass_(days=30)
    put_on_map(desk.opened, network["Sara"], Sector.FRIENDS, Ring.CLOSEST)
    tab.as_two.click()
    QApplication.processEvents()
    assert tab._two is not None
    assert "Sara: Familie → Venner og naboer" in told(tab._two)
    for side in (tab._two.before, tab._two.after):
        names = [" ".join(sector.lines) for sector in side.map.map_layout.sectors]
        assert "Venner og naboer" in names


def test_a_kept_map_is_printed_as_it_was(desk: Desk, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    keep_map(desk.opened, "Før flytningen")
    tab.as_two.click()
    QApplication.processEvents()
    assert tab._two is not None
    tab._two.before.more.click()
    tab._two.before.print.trigger()
    window = tab.window().findChild(PaperWindow)
    assert window is not None
    paper = window.paper.paper
    assert "Før flytningen" in reading.text(paper.draw())
    window.reject()
