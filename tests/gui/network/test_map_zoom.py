"""Looking closer at the map: wheel, fingers, keys and buttons; how one looked at it stays."""
from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QPaintEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network import map_picture
from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.showing.people_shown import faces
from borgerplan_desktop.model.network import NetworkMember, Ring
from borgerplan_desktop.model.shelter import Sector
from tests.gui.network.hands import LEFT, a_crowd, settle, shown

People = dict[str, NetworkMember]
NONE, Ctrl, Shift = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier,
                     Qt.KeyboardModifier.ShiftModifier)


def turn(view: MapView, at: QPoint, by: int, keys: Qt.KeyboardModifier = NONE, pixels: QPoint | None = None) -> bool:
    """Turn the wheel there; whether it was taken, and not left to the page."""
    spot = QPointF(at)
    event = QWheelEvent(spot, view.viewport().mapToGlobal(spot), pixels or QPoint(), QPoint(0, by),
                        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def middle(view: MapView) -> QPointF:
    return view.mapToScene(view.viewport().rect().center())


@pytest.fixture(scope="module")
def fingers() -> QPointingDevice:
    return QTest.createTouchDevice()


def pinch(view: MapView, device: QPointingDevice, around: QPoint, start: int, end: int,
          drift: QPoint | None = None) -> None:
    """Two fingers around a point, first so far apart and then so far; their middle drifts meanwhile."""
    port, steps = view.viewport(), 8
    one, other = around - QPoint(start, 0), around + QPoint(start, 0)
    QTest.touchEvent(port, device).press(0, one, port).commit()
    QTest.touchEvent(port, device).press(1, other, port).move(0, one, port).commit()
    for step in range(1, steps + 1):
        off = start + (end - start) * step // steps
        about = around + (drift or QPoint()) * step / steps
        one, other = about - QPoint(off, 0), about + QPoint(off, 0)
        QTest.touchEvent(port, device).move(0, one, port).move(1, other, port).commit()
        QApplication.processEvents()
    QTest.touchEvent(port, device).release(0, one, port).release(1, other, port).commit()
    QApplication.processEvents()


# --------------------------------------------------------------------------------------------------------------- wheel
def test_ctrl_and_the_wheel_zoom_about_the_pointer(tab: NetworkTab, network: People) -> None:
    kurt = tab.map.centre_of(network["Kurt"].id)
    for _ in range(4):
        assert turn(tab.map, kurt, 120, Ctrl)
    assert tab.map.zoom == pytest.approx(1.2 ** 4)
    assert (tab.map.centre_of(network["Kurt"].id) - kurt).manhattanLength() <= 3
    for _ in range(6):
        turn(tab.map, kurt, -120, Ctrl)
    assert tab.map.zoom == 1                             # never smaller than the whole map


def test_a_touchpad_zooms_as_finely_as_the_fingers_move(tab: NetworkTab) -> None:
    turn(tab.map, QPoint(300, 200), 12, Ctrl)
    assert 1 < tab.map.zoom < 1.03


def test_the_wheel_pans_what_is_zoomed_and_else_the_page_has_it(tab: NetworkTab) -> None:
    at = tab.map.viewport().rect().center()
    assert not turn(tab.map, at, -120)
    tab.map.zoom_to(2, at)
    before = middle(tab.map)
    assert turn(tab.map, at, -120)
    down = middle(tab.map)
    assert down.y() > before.y()
    assert down.x() == pytest.approx(before.x())
    assert turn(tab.map, at, -120, Shift)
    assert middle(tab.map).x() > down.x()
    assert turn(tab.map, at, 0, NONE, QPoint(-9, -7))    # two fingers on a touchpad
    while turn(tab.map, at, -1200):
        pass
    assert not turn(tab.map, at, -120)                   # at the end of the map it is the page's again


def test_dragging_the_ground_pans(qtbot: QtBot, tab: NetworkTab) -> None:
    view = tab.map.viewport()
    tab.map.zoom_to(2, view.rect().center())
    before, start = middle(tab.map), QPoint(10, view.height() // 2)
    if tab.map.person_at(start):
        pytest.fail("somebody stands where this test takes hold of the ground")
    qtbot.mousePress(view, LEFT, pos=start)
    for by in (20, 60):
        qtbot.mouseMove(view, start + QPoint(by, by // 2))
    qtbot.mouseRelease(view, LEFT, pos=start + QPoint(60, 30))
    assert before.x() - middle(tab.map).x() == pytest.approx(30, abs=2)
    assert before.y() - middle(tab.map).y() == pytest.approx(15, abs=2)


def test_ctrl_and_arrows_pan_and_keys_zoom_about_whom_one_stands_at(
        qtbot: QtBot, tab: NetworkTab, network: People) -> None:
    tab.choose(network["Birgit"].id)
    spot = tab.map.centre_of(network["Birgit"].id)
    for _ in range(3):
        qtbot.keyClick(tab.map, Qt.Key.Key_Plus)
    assert (tab.map.centre_of(network["Birgit"].id) - spot).manhattanLength() <= 3
    before = middle(tab.map)
    qtbot.keyClick(tab.map, Qt.Key.Key_Left, Ctrl)
    assert middle(tab.map).x() < before.x()
    assert tab.chosen == network["Birgit"].id
    qtbot.keyClick(tab.map, Qt.Key.Key_0)
    assert not tab.map.zoomed


def test_whoever_one_walks_to_comes_into_sight(qtbot: QtBot, tab: NetworkTab) -> None:
    tab.map.zoom_to(4, QPoint(0, 0))
    for _ in tab.map.map_scene.people:
        qtbot.keyClick(tab.map, Qt.Key.Key_PageDown)
        assert tab.map.viewport().rect().contains(tab.map.centre_of(tab.chosen))


# ------------------------------------------------------------------------------------------------------------- fingers
def test_two_fingers_zoom_about_their_middle_and_move_nobody(
        tab: NetworkTab, network: People, fingers: QPointingDevice, desk: Desk) -> None:
    kurt, steps = tab.map.centre_of(network["Kurt"].id), len(desk.opened.done)
    pinch(tab.map, fingers, kurt, 30, 90)
    assert tab.map.zoom > 1.8
    assert (tab.map.centre_of(network["Kurt"].id) - kurt).manhattanLength() < 40
    pinch(tab.map, fingers, kurt, 90, 20)
    assert tab.map.zoom == 1
    assert len(desk.opened.done) == steps
    assert not tab.map.dragging


def test_two_fingers_pan(tab: NetworkTab, fingers: QPointingDevice) -> None:
    at = tab.map.viewport().rect().center()
    tab.map.zoom_to(3, at)
    before = middle(tab.map)
    pinch(tab.map, fingers, at, 60, 60, QPoint(80, 0))
    assert before.x() - middle(tab.map).x() > 10
    assert tab.map.zoom == pytest.approx(3, abs=.2)


def test_a_second_finger_lets_go_of_whom_the_first_had_hold_of(
        qtbot: QtBot, tab: NetworkTab, network: People, fingers: QPointingDevice, desk: Desk) -> None:
    kurt, steps, port = tab.map.centre_of(network["Kurt"].id), len(desk.opened.done), tab.map.viewport()
    qtbot.mousePress(port, LEFT, pos=kurt)
    qtbot.mouseMove(port, kurt + QPoint(40, 0))
    assert tab.map.dragging
    pinch(tab.map, fingers, kurt, 30, 60)
    assert not tab.map.dragging
    qtbot.mouseRelease(port, LEFT, pos=kurt + QPoint(90, 0))
    assert len(desk.opened.done) == steps


# ------------------------------------------------------------------------------------------------------ what is kept
def test_a_larger_window_shows_the_whole_map_unless_somebody_looks_closer(
        qtbot: QtBot, tab: NetworkTab, network: People) -> None:
    tab.resize(1500, 800)
    settle(qtbot, tab)
    assert not tab.map.zoomed
    tab.map.zoom_to(2, tab.map.centre_of(network["Birgit"].id))
    layout, looked_at = tab.map.map_layout, middle(tab.map)
    spot = layout.relative(looked_at.x(), looked_at.y())
    tab.resize(1308, 640)
    settle(qtbot, tab)
    assert tab.map.zoom == 2
    layout, looked_at = tab.map.map_layout, middle(tab.map)
    assert layout.relative(looked_at.x(), looked_at.y()) == pytest.approx(spot, abs=.08)


def test_what_is_changed_meanwhile_moves_the_map_for_nobody(tab: NetworkTab, desk: Desk, network: People) -> None:
    tab.map.zoom_to(2.5, tab.map.centre_of(network["Kurt"].id))
    before = middle(tab.map)
    add_private_person(desk.opened, "Rosa", "nabo", Sector.WORK, ring=Ring.FURTHER)
    assert tab.map.zoom == 2.5
    assert (middle(tab.map) - before).manhattanLength() < 4


def test_how_one_looked_is_taken_over_by_the_next_tab_of_the_citizen(qtbot: QtBot, tab: NetworkTab, desk: Desk) -> None:
    tab.map.zoom_to(2, QPoint(200, 150))
    sight = tab.sight()
    other = NetworkTab(desk)
    qtbot.addWidget(other)
    other.look_as(sight)
    assert other.sight() == sight                        # also before it is shown
    other.resize(tab.size())
    with qtbot.waitExposed(other):
        other.show()
    settle(qtbot, other)
    assert other.map.zoom == 2
    assert (middle(other.map) - middle(tab.map)).manhattanLength() < 6


def test_five_hundred_can_be_read_when_one_looks_closely(qtbot: QtBot, desk: Desk) -> None:
    a_crowd(desk.opened, 500)
    tab = shown(qtbot, desk)
    for _ in range(20):
        tab.map.zoom_in()
    assert tab.map.transform().m11() == pytest.approx(2)


class Painted(QObject):
    """How many pixels of a widget are painted anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.pixels = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.pixels += sum(rect.width() * rect.height() for rect in event.region())  # type: ignore[attr-defined]
        return False


def test_what_is_panned_is_moved_and_only_its_edge_painted(qtbot: QtBot, desk: Desk, network: People) -> None:
    """Where no button lies over the map."""
    view = MapView()
    qtbot.addWidget(view)
    view.resize(742, 564)
    view.show_people(faces(desk.case, desk.opened.today()), [], "Jonas")
    with qtbot.waitExposed(view):
        view.show()
    view.zoom_to(2.5, view.rect().center())
    painted = Painted(view.viewport())
    qtbot.waitUntil(lambda: painted.pixels > 0 and not view._soon.isActive())
    QApplication.processEvents()
    painted.pixels = 0
    view.pan(QPoint(6, 4))
    qtbot.waitUntil(lambda: painted.pixels > 0)
    assert painted.pixels < view.width() * view.height() / 5


def test_a_crowd_looks_the_same_when_its_pictures_are_kept(
        qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    a_crowd(desk.opened, 70)
    tab = shown(qtbot, desk)
    tab.map.zoom_to(2, tab.map.rect().center())
    qtbot.waitUntil(lambda: not tab.map._at_rest.isActive())        # while one zooms, pictures are only scaled
    for by in (QPoint(31, 17), QPoint(-12, 5)):
        tab.map.pan(by)
        tab.map.viewport().grab()
    kept = tab.map.viewport().grab().toImage()
    monkeypatch.setattr(map_picture, "CROWD", 1000)
    tab.map._keep_pictures()
    drawn = tab.map.viewport().grab().toImage()
    differ = sum(kept.pixelColor(x, y) != drawn.pixelColor(x, y)
                 for x in range(0, kept.width(), 3) for y in range(0, kept.height(), 3))
    assert differ < kept.width() * kept.height() / 9 * .03    # edges, half a pixel aside
