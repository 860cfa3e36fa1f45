"""How fast the map is, as ratios to a floor in the same run."""
from __future__ import annotations

import random
import time
from collections.abc import Callable
from statistics import median

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.network.map_picture import AT_REST
from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.showing import map_strokes
from borgerplan_desktop.gui.showing.people_shown import Face
from borgerplan_desktop.model.map.elements import Look, Person
from borgerplan_desktop.model.map.layout import lay_out
from borgerplan_desktop.model.map.shapes import Shape
from borgerplan_desktop.model.shelter import Sector

SIZE = (770, 560)


def ms(act: Callable[[], object], times: int = 9) -> float:
    """Median milliseconds of this thread's work, which is all of it: others are at work on this machine too."""
    taken = []
    for _ in range(times):
        start = time.thread_time()
        act()
        taken.append((time.thread_time() - start) * 1000)
    return median(taken)


def crowd(count: int) -> list[Face]:
    rnd = random.Random(count)
    return [Face(str(i), f"Person {i}", "ven", Shape.ROUND if i % 3 else Shape.SQUARED, rnd.choice(list(Sector)),
                 rnd.randint(1, 3), None,
                 rnd.choice(["strong", "ordinary", "loose", "strained", "broken"]), False, False, None, True, "")
            for i in range(count)]


def painted(view: QGraphicsView, picture: QPixmap) -> Callable[[], object]:
    return lambda: view.viewport().render(picture)


def frame(view: QGraphicsView) -> None:
    """Paint what has to be painted since the last one, as for somebody who looks on."""
    QApplication.sendPostedEvents()
    view.repaint(0, 0, 1, 1)


def plain(count: int) -> QGraphicsView:
    """The floor: as many of Qt's own circles, lines and texts, without meaning."""
    view = QGraphicsView()
    scene = QGraphicsScene(0, 0, *SIZE, view)            # without a parent it would be gone at once
    for i in range(count):
        x, y = 30 + 70 * (i % 10), 30 + 80 * (i // 10)
        scene.addLine(SIZE[0] / 2, SIZE[1] / 2, x, y)
        scene.addEllipse(x, y, 30, 30)
        scene.addSimpleText("PN").setPos(x, y)
        scene.addSimpleText(f"Person {i}").setPos(x, y + 30)
    view.setScene(scene)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    return view


def test_drawing_and_dragging_among_sixty(qtbot: QtBot) -> None:
    bare, view = plain(60), MapView()
    for each in (bare, view):
        qtbot.addWidget(each)
        each.resize(*SIZE)
    view.show_people(crowd(60), [], "Jonas")
    with qtbot.waitExposed(view):
        view.show()
    bare.show()
    layout, picture = view.map_layout, QPixmap(*SIZE)
    floor = ms(painted(bare, picture))
    whole = ms(painted(view, picture))
    steps = iter(range(10_000))

    def drag() -> None:
        view.map_scene.drag("7", QPointF(100 + next(steps) % 400, 200), layout)
        view.viewport().render(picture)

    dragged = ms(drag)
    print(f"60 people: plain shapes {floor:.2f} ms · map ×{whole / floor:.0f} ({whole:.1f} ms) · "
          f"drag ×{dragged / floor:.0f} ({dragged:.1f} ms)")
    assert whole < 20 * floor                            # measured ×7
    assert dragged < 3 * whole                           # a drag costs a repaint, not a new layout


def test_laying_out(qtbot: QtBot) -> None:
    look = Look(lambda text, bold: 7.2 * len(text))
    sectors = [(s.value, s.value) for s in Sector]

    def laid_out(count: int) -> float:
        people: list[Person] = [face.for_layout() for face in crowd(count)]
        return ms(lambda: lay_out(people, sectors, *SIZE, look, centre="Jonas"), 3)

    few, sixty, many = laid_out(14), laid_out(60), laid_out(500)
    print(f"layout: 14 people {few:.0f} ms · 60 ×{sixty / few:.0f} · 500 ×{many / few:.0f}")
    assert sixty < 60 * few                              # measured ×12
    assert many < 300 * few                              # measured ×45


def test_walking_and_panning_among_five_hundred(qtbot: QtBot) -> None:
    bare, view = plain(500), MapView()
    for each in (bare, view):
        qtbot.addWidget(each)
        each.resize(*SIZE)
    people = crowd(500)
    view.show_people(people, [], "Jonas")
    with qtbot.waitExposed(view):
        view.show()
    bare.show()
    picture = QPixmap(*SIZE)
    floor = ms(painted(bare, picture))
    for _ in range(8):
        view.zoom_in()
    frames = iter(range(10_000))

    def pan() -> None:
        by = 6 if next(frames) % 16 < 8 else -6
        view.pan(QPoint(by, by))
        frame(view)

    QTest.qWait(2 * AT_REST)
    whole, panned = ms(painted(view, picture)), ms(pan, 25)
    step = ms(lambda: view.choose_and_tell(view.map_scene.around(1, view.stands_at())))
    spoken = ms(lambda: view._spoken.show_lines(view._lines()))
    print(f"500 people: plain shapes {floor:.2f} ms · map ×{whole / floor:.1f} ({whole:.1f} ms) · "
          f"pan ×{panned / floor:.2f} ({panned:.1f} ms) · "
          f"step ×{step / floor:.2f} ({step:.1f} ms) · told to a screen reader ×{spoken / floor:.3f} ({spoken:.2f} ms)")
    assert panned < .8 * whole                           # measured ×0.4: only the edges are painted
    assert panned < 3 * floor                            # measured ×1.5; ×3 where Qt asks each tie by itself
    assert step < whole                                  # nor does a step
    assert spoken < .4 * floor                           # measured ×0.1


def test_zooming_dragging_and_adding_among_five_hundred(qtbot: QtBot) -> None:
    bare, view = plain(500), MapView()
    for each in (bare, view):
        qtbot.addWidget(each)
        each.resize(*SIZE)
    everybody = crowd(520)
    view.show_people(everybody[:500], [], "Jonas")
    with qtbot.waitExposed(view):
        view.show()
    bare.show()
    picture = QPixmap(*SIZE)
    floor = ms(painted(bare, picture))
    people, named = [face.for_layout() for face in everybody[:500]], [(s.value, s.value) for s in Sector]
    anew = ms(lambda: lay_out(people, named, *SIZE, map_strokes.look(), centre="Jonas"), 3)
    steps = iter(range(10_000))

    def zoom() -> None:
        view.zoom_to(1.2 + next(steps) % 10 * .2, QPoint(SIZE[0] // 2, SIZE[1] // 2))
        view.viewport().render(picture)

    def drag() -> None:
        view.map_scene.drag("7", QPointF(400 + next(steps) % 400, 600), view.map_layout)
        frame(view)

    def add() -> None:
        view.show_people(everybody[:501 + next(steps) % 15], [], "Jonas")

    zoomed = ms(zoom, 21)
    view.fit()
    dragged, added = ms(drag, 21), ms(add, 5)
    print(f"500 people: plain shapes {floor:.2f} ms · zoom ×{zoomed / floor:.1f} ({zoomed:.1f} ms) · "
          f"drag ×{dragged / floor:.2f} ({dragged:.1f} ms) · one more ×{added / floor:.1f} ({added:.1f} ms)")
    assert zoomed < 5 * floor                            # measured ×2.2 to ×3.1
    assert dragged < 2 * floor                           # measured ×0.5 to ×0.9; many times that where all is painted
    assert added < anew / 3                              # one more is no new layout
