"""The ties as one item draws them: a map painted in parts looks as one painted whole, and a tie is still pointed at."""
from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QImage, QPixmap, QRegion
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.network.tie_items import TieItem
from borgerplan_desktop.gui.showing.people_shown import Face
from borgerplan_desktop.model.map.elements import Bond
from borgerplan_desktop.model.map.shapes import Rect, Shape
from borgerplan_desktop.model.network import TieQuality
from borgerplan_desktop.model.shelter import Sector

QUALITIES = [quality.value for quality in TieQuality]


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    rnd = random.Random(3)
    faces = [Face(str(n), f"Person {n}", "ven", Shape.ROUND, rnd.choice(list(Sector)), n % 3 + 1, None,
                  QUALITIES[n % len(QUALITIES)], False, False, None, True, "") for n in range(45)]
    view = MapView()
    qtbot.addWidget(view)
    view.resize(770, 560)
    bent = [quality for quality in QUALITIES if quality != "loose"]      # Qt dashes a cut curve anew
    view.show_people(faces, [Bond(str(n), str(n + 7), bent[n % 4]) for n in range(0, 30, 2)], "Jonas")
    with qtbot.waitExposed(view):
        view.show()
    return view


def painted(view: MapView, parts: list[QRegion]) -> QImage:
    """What the viewport paints when it has to paint these, one frame after the other."""
    picture = QPixmap(view.viewport().size())
    for part in parts:
        view.viewport().render(picture, part.boundingRect().topLeft(), part)
    return picture.toImage()


def alike(one: QImage, other: QImage) -> float:
    """The share of pixels that nobody could tell apart; an edge may be a shade lighter where a line was cut."""
    spots = [(x, y) for x in range(0, one.width(), 2) for y in range(0, one.height(), 2)]
    differ = 0
    for x, y in spots:
        a, b = one.pixelColor(x, y), other.pixelColor(x, y)
        differ += max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())) > 24
    return 1 - differ / len(spots)


@pytest.mark.parametrize("steps", [0, 4, 8])
def test_a_map_painted_in_strips_looks_as_one_painted_whole(view: MapView, steps: int) -> None:
    for _ in range(steps):
        view.zoom_in()
    view.pan(QPoint(90, 40))
    size = view.viewport().size()
    whole = painted(view, [QRegion(QRect(QPoint(0, 0), size))])
    strips = painted(view, [QRegion(QRect(x, 0, 11, size.height())) for x in range(0, size.width(), 11)])
    blocks = painted(view, [QRegion(QRect(x, y, 90, 70)) for x in range(0, size.width(), 90)
                            for y in range(0, size.height(), 70)])
    assert alike(whole, strips) > .9995
    assert alike(whole, blocks) > .9995
    nothing = QImage(whole.size(), whole.format())
    nothing.fill(whole.pixelColor(0, 0))
    assert alike(whole, nothing) < .9


def test_a_tie_is_drawn_along_with_whoever_is_dragged_and_not_where_it_was(view: MapView) -> None:
    scene, layout = view.map_scene, view.map_layout
    id = next(face.id for face in view._faces.values() if face.tie == "strong")
    tie = scene.tie(id)
    before = view.viewport().grab().toImage()
    scene.drag(id, QPointF(layout.cx, layout.cy - 200), layout)
    assert tie.boundingRect().height() > 100
    during = view.viewport().grab().toImage()
    assert alike(before, during) < 1
    scene.ground.show_cell("", 0)
    view._lay_out()
    assert alike(before, view.viewport().grab().toImage()) > .999


def test_what_is_pointed_at_is_a_tie_and_never_the_item_that_draws_them(view: MapView) -> None:
    layout = view.map_layout
    line = next(line for line in layout.ties if not line.a)
    items = view.scene().items(QPointF((line.x1 + line.x2) / 2, (line.y1 + line.y2) / 2))
    assert any(isinstance(item, TieItem) and item.toolTip() for item in items)
    assert view.map_scene.layer not in items


@pytest.mark.parametrize(("box", "crossing"), [
    (Rect(4, -1, 2, 2), (.4, .6)), (Rect(0, -1, 10, 2), (0, 1)), (Rect(4, 1, 2, 2), None), (Rect(12, -1, 2, 2), None)])
def test_from_where_to_where_a_line_lies_in_a_box(box: Rect, crossing: tuple[float, float] | None) -> None:
    assert box.crossing(0, 0, 10, 0) == (pytest.approx(crossing) if crossing is not None else None)
    assert box.crossed_by(0, 0, 10, 0) is (crossing is not None)
