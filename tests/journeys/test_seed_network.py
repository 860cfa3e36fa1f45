"""The network of the seed case: drawn with the mouse, two people moved a month later, compared, and printed."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from tests.archive import Clock
from tests.documents import reading
from tests.journeys import seed_case as seed
from tests.journeys import typed_before
from tests.journeys.hands import Hands
from tests.journeys.test_typed import come_back


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 10, 6, 10, 15))


def pull(hands: Hands, name: str, part: float) -> None:
    """Drag somebody on the map towards the citizen (a part below 1) or away, along their own tie."""
    view = hands.find(MapView, "Netværkskort")
    hands.wait(lambda: not view._soon.isActive(), "the map to stand still")
    item = next(each for each in view.map_scene.people.values() if each.face.name == name)
    middle, at = QPointF(view.map_layout.cx, view.map_layout.cy), item.pos()
    hands.drag(view.viewport(), view.centre_of(item.id), view.mapFromScene(middle + (at - middle) * part))


def test_the_seed_case_drawn_moved_compared_and_printed(
        program: Program, at_work: Hands, clock: Clock, tmp_path: Path) -> None:
    hands = at_work
    typed_before.receive(hands)
    typed_before.draw_the_network(hands)
    come_back(hands, clock, datetime(2026, 11, 6, 9, 0))
    hands.go("Netværk")
    pull(hands, "Samir Haddad", .72)
    pull(hands, "Kurt Jepsen", 1.5)
    hands.click("Sammenlign")
    assert hands.sees("Samir Haddad er rykket tættere på: længere væk → tæt på")
    assert hands.sees("Kurt Jepsen er rykket længere væk: tæt på → længere væk")
    assert hands.sees("6. oktober")
    hands.click("Udskriv kortet")
    paper = hands.front()
    assert isinstance(paper, PaperWindow)
    hands.click("Gem en kopi som")
    hands.choose_file(tmp_path / "kort.pdf")
    hands.wait((tmp_path / "kort.pdf").exists, "the paper")
    said = reading.text((tmp_path / "kort.pdf").read_bytes())
    assert all(each.name in said for each in (*seed.PRIVATE, *seed.PROFESSIONALS))
