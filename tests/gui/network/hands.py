"""A network to test with: the fourteen of the drawing, and crowds."""
from __future__ import annotations

import math
import random

from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person, set_tie
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.map.elements import MIDDLES
from borgerplan_desktop.model.network import MemberKind, NetworkMember, Ring, TieQuality, people
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.shelter import Sector

LEFT = Qt.MouseButton.LeftButton


def a_network(opened: OpenCase) -> dict[str, NetworkMember]:
    """Sara, Peter (no contact now), Kurt (hard right now), Birgit of the authority, and Gadeplan, not placed yet."""
    sara = add_private_person(opened, "Sara", "datter, 9 år", Sector.FAMILY, ring=Ring.CLOSEST)
    peter = add_private_person(opened, "Peter", "bror", Sector.FAMILY, ring=Ring.FURTHER)
    kurt = add_private_person(opened, "Kurt", "ven", Sector.FRIENDS, ring=Ring.CLOSE)
    birgit = add_new_professional(opened, "Birgit Krogh", "sagsbehandler", "Hjemløseenheden", Sector.AUTHORITY,
                                  "12 34 56 11", ring=Ring.CLOSE)
    gadeplan = add_private_person(opened, "Gadeplan", "sygeplejerske", Sector.HEALTH)
    set_tie(opened, sara, TieQuality.STRONG)
    set_tie(opened, peter, TieQuality.BROKEN)
    set_tie(opened, kurt, TieQuality.STRAINED)
    return {"Sara": sara, "Peter": peter, "Kurt": kurt, "Birgit": birgit, "Gadeplan": gadeplan}


def a_crowd(opened: OpenCase, count: int) -> None:
    """So many private persons, anywhere, in one action."""
    rnd = random.Random(count)
    with opened.action("crowd"):
        for number in range(count):
            member = opened.case.add(NetworkMember(
                kind=MemberKind.PRIVATE, name=f"Person {number}", relation="ven", sector=rnd.choice(list(Sector)),
                ring=rnd.choice(list(Ring)), tie=rnd.choice(list(TieQuality))))
            place(member, people(opened.case), number)


def shown(qtbot: QtBot, desk: Desk, width: int = 1308, height: int = 614) -> NetworkTab:
    """The tab as large as it is in a window of 1366 × 768."""
    tab = NetworkTab(desk)
    qtbot.addWidget(tab)
    tab.resize(width, height)
    with qtbot.waitExposed(tab):
        tab.show()
    settle(qtbot, tab)
    return tab


def settle(qtbot: QtBot, tab: NetworkTab) -> None:
    """Until the map has taken the size of the window."""
    def fits() -> bool:
        size, layout = tab.map.viewport().size(), tab.map.map_layout
        return not tab.map.isVisible() or (layout.width >= size.width() and not tab.map._soon.isActive())

    qtbot.waitUntil(fits)


def where(tab: NetworkTab, sector: Sector, ring: Ring) -> QPoint:
    """The middle of a ring of a sector, in the map's viewport."""
    layout = tab.map.map_layout
    angle = next(s.middle for s in layout.sectors if s.key == sector.value)
    spot = layout.absolute(MIDDLES[int(ring)] * math.cos(angle), MIDDLES[int(ring)] * math.sin(angle))
    return tab.map.mapFromScene(QPointF(*spot))


def drag(qtbot: QtBot, tab: NetworkTab, start: QPoint, end: QPoint) -> None:
    """With the mouse, over the map."""
    view = tab.map.viewport()
    qtbot.mousePress(view, LEFT, pos=start)
    middle = (start + end) / 2
    for point in (start + QPoint(1, 1), middle, end):
        qtbot.mouseMove(view, point)
    qtbot.mouseRelease(view, LEFT, pos=end)
