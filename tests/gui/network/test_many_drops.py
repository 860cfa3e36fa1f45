"""Many are put on the map one after another, faster than anybody could: nobody gets lost on the way."""
from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.model.map.elements import MIDDLES
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.order import place
from tests.gui.network.hands import shown

MANY = 16


@pytest.mark.parametrize("one_spot", [True, False])
def test_everybody_who_is_dropped_on_the_rings_stands_there(qtbot: QtBot, desk: Desk, one_spot: bool) -> None:
    with desk.opened.action("crowd"):
        waiting = [desk.case.add(NetworkMember(kind=MemberKind.PRIVATE, name=f"Person {n}")) for n in range(MANY)]
        for number, each in enumerate(waiting):
            place(each, waiting, number)
    tab = shown(qtbot, desk)
    for number, each in enumerate(waiting):              # the card of the last is open, and nothing was drawn since
        layout, turn = tab.map.map_layout, 1.0 if one_spot else number * 2.4
        out = MIDDLES[1 if one_spot else number % 3 + 1]
        at = QPointF(*layout.absolute(out * math.cos(turn), out * math.sin(turn)))
        tab.bucket.chip(each.id).dropped.emit(each.id, tab.map.viewport().mapToGlobal(tab.map.mapFromScene(at)))
        assert each.ring is not None, number
    assert set(tab.map.map_scene.people) >= {each.id for each in waiting}
