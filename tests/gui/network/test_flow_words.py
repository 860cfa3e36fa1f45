"""What flows in the ties, as short words on the map."""
from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.map_presets import WayOfLooking
from borgerplan_desktop.casework.network.people import tie_together
from borgerplan_desktop.casework.network.ties import let_flow
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.flow import Way
from borgerplan_desktop.model.network import NetworkMember, SupportKind, TieQuality, citizen_member, people
from tests.gui.network.hands import a_crowd, settle, shown
from tests.gui.network.test_view_strip import switch

People = dict[str, NetworkMember]


@pytest.fixture
def me(desk: Desk, network: People) -> NetworkMember:
    found = citizen_member(desk.case)
    assert found is not None
    return found


def drawn(tab: NetworkTab, one: str, other: NetworkMember) -> tuple[str, ...]:
    return next((word.rows for word in tab._over.flows.words if word.tie == (one, other.id)), ())


def arrow_of(tab: NetworkTab, other: NetworkMember) -> str:
    """Which way the citizen's tie to somebody runs on the screen."""
    line = next(line for line in tab.map.map_layout.ties if (line.a, line.b) == ("", other.id))
    dx, dy = line.x2 - line.x1, line.y2 - line.y1
    across, along = ("→" if dx > 0 else "←"), ("↓" if dy > 0 else "↑")
    slanted = {"→↓": "↘", "→↑": "↗", "←↓": "↙", "←↑": "↖"}[across + along]
    return across if abs(dx) > 2.42 * abs(dy) else along if abs(dy) > 2.42 * abs(dx) else slanted


def test_what_flows_stands_on_the_ties_with_an_arrow_to_who_gets_it(
        tab: NetworkTab, desk: Desk, network: People, me: NetworkMember) -> None:
    sara, kurt = network["Sara"], network["Kurt"]
    let_flow(desk.opened, me, sara, SupportKind.COMPANY, Way.BOTH)
    let_flow(desk.opened, me, kurt, SupportKind.TALK, Way.GIVES)
    tie_together(desk.opened, sara, kurt, TieQuality.STRONG)
    let_flow(desk.opened, sara, kurt, SupportKind.HANDS, Way.GIVES)
    assert tab._over.flows.words == []                   # shown on demand
    switch(tab, "supports")
    assert drawn(tab, "", sara)[0] in ("↔ selskab", "↕ selskab")
    assert drawn(tab, "", kurt) == (f"{arrow_of(tab, kurt)} snak",)
    assert drawn(tab, sara.id, kurt)[0].endswith("en hånd")
    assert tab.map.map_scene.people[kurt.id].face.sentence.count("giver: en at tale med") == 1
    desk.opened.undo()                                   # what is undone is gone from the tie
    assert drawn(tab, sara.id, kurt) == ()
    switch(tab, "supports")
    assert tab._over.flows.words == []


def test_without_names_it_is_told_of_the_citizen(
        tab: NetworkTab, desk: Desk, network: People, me: NetworkMember) -> None:
    let_flow(desk.opened, me, network["Kurt"], SupportKind.TALK, Way.GETS)
    tab.strip.look(WayOfLooking(supports=True, anonymous=True))
    sentence = tab.map.map_scene.people[network["Kurt"].id].face.sentence
    assert "Borger får: en at tale med" in sentence
    assert "Jonas" not in sentence
    assert drawn(tab, "", network["Kurt"])


@pytest.mark.parametrize("count", [14, 25, 40])
def test_the_words_lie_on_nobody_and_not_on_each_other(qtbot: QtBot, desk: Desk, count: int) -> None:
    a_crowd(desk.opened, count)
    me = citizen_member(desk.case)
    assert me is not None
    with desk.opened.action("flows"):
        for number, member in enumerate(people(desk.case)):
            for kind in list(SupportKind)[:1 + number % 3]:
                let_flow(desk.opened, me, member, kind, list(Way)[number % 3])
    tab = shown(qtbot, desk)
    switch(tab, "supports")
    settle(qtbot, tab)
    words, layout = tab._over.flows.words, tab.map.map_layout
    assert len(words) > 6
    boxes = [QRectF(*box) for p in (*layout.people, layout.centre) for box in p.boxes]
    for number, word in enumerate(words):
        assert not any(word.box.intersects(box) for box in boxes)
        assert not any(word.box.intersects(other.box) for other in words[:number])


def test_whose_card_is_open_has_their_words_in_full(qtbot: QtBot, desk: Desk) -> None:
    a_crowd(desk.opened, 70)                             # too many for words on every tie
    me = citizen_member(desk.case)
    one, other = people(desk.case)[:2]
    assert me is not None
    for member in (one, other):
        for kind in SupportKind:
            let_flow(desk.opened, me, member, kind, Way.GETS)
    tab = shown(qtbot, desk)
    switch(tab, "supports")
    assert tab._over.flows.words == []
    tab.choose(one.id)
    (word,) = tab._over.flows.words
    said = " ".join(word.rows)
    assert all(each in said for each in ("snak", "en hånd", "viden", "selskab", "vej videre"))
    assert tuple(word.tie) == ("", one.id)
