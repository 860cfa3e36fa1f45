"""Who does not see the map finds everybody on it: from another process over the bus, and inside as Qt tells it."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import put_on_map, tie_together
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.network import NetworkMember, Ring, TieQuality
from borgerplan_desktop.model.shelter import Sector
from tests.gui.network.hands import a_crowd, shown

SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
TOOLS = ("xvfb-run", "dbus-run-session", "dbus-send")
Text = QAccessible.Text


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """A screen reader is there: Qt then says what has changed, also to its own memory of a list."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


def people_of(tab: NetworkTab) -> QAccessibleInterface:
    """The list of people, walked to from the tab as a screen reader walks."""
    def lists(spoken: QAccessibleInterface) -> list[QAccessibleInterface]:
        found = [spoken] if spoken.text(Text.Name) == "Personerne på kortet" else []
        for at in range(spoken.childCount()):
            found += lists(spoken.child(at)) if not found else []
        return found

    found, = lists(QAccessible.queryAccessibleInterface(tab.map_card))
    return found


def line_of(tab: NetworkTab, name: str) -> QAccessibleInterface:
    people = people_of(tab)
    lines = [people.child(at) for at in range(people.childCount())]
    return next(line for line in lines if line.text(Text.Name).startswith(name))


def test_everybody_is_found_from_outside_and_nobody_after_the_lock() -> None:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing or not SERVICE.exists():
        pytest.skip(f"no service of accessibility here: {', '.join(missing) or SERVICE}")
    run = subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--", sys.executable,
                          "-m", "tests.gui.network.seen_from_outside"], capture_output=True, text=True, timeout=120,
                         check=False, env={**os.environ, "PYTHONPATH": os.getcwd()})
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout.splitlines()[-1])
    names = [line["name"] for line in found["shown"]]
    assert names == [
        "Sara, datter, 9 år. Privat. Familie, tættest på. Forhold: stærk.",
        "Kurt, ven. Privat. Venner og fællesskab, tæt på. Forhold: svær lige nu.",
        "Birgit Krogh, sagsbehandler, Hjemløseenheden. Fagperson. Myndighed, tæt på. Forhold: almindelig. "
        "Samtykke: ikke spurgt endnu.",
        "Peter, bror. Privat. Familie, længere væk. Forhold: ingen kontakt nu."]
    assert [line["focused"] for line in found["shown"]] == [True, False, False, False]
    assert [line["selected"] for line in found["pressed"]] == [False, True, False, False]
    assert all(line["showing"] for line in found["shown"])
    boxes = [QRect(*line["box"]) for line in found["shown"]]
    assert all(box.width() > 40 and QRect(0, 0, 1366, 768).contains(box) for box in boxes)
    assert len({box.topLeft().toTuple() for box in boxes}) == 4
    after = " ".join(found["locked"])
    assert "Borgerplan er låst" in after
    assert not any(name in after for name in ("Sara", "Kurt", "Birgit", "Peter", "Jonas"))


def test_a_line_stands_where_the_person_stands_also_when_one_looks_closer(
        tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    kurt = network["Kurt"].id
    for _ in range(3):
        corner = tab.map.viewport().mapToGlobal(QPoint(0, 0))
        assert line_of(tab, "Kurt").rect().contains(corner + tab.map.centre_of(kurt))
        tab.map.zoom_in()
        tab.map.pan(QPoint(30, 20))


def test_where_the_keyboard_is_is_told_and_only_while_the_map_has_it(
        qtbot: QtBot, tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.map.setFocus()
    tab.choose(network["Kurt"].id)
    assert line_of(tab, "Kurt").state().focused
    assert not line_of(tab, "Sara").state().focused
    tab.as_map.setFocus()
    assert not line_of(tab, "Kurt").state().focused
    assert line_of(tab, "Kurt").state().selected


def test_pressing_a_line_shows_the_card(tab: NetworkTab, network: dict[str, NetworkMember]) -> None:
    press = line_of(tab, "Peter").actionInterface()
    assert press is not None
    press.doAction(press.actionNames()[0])
    assert tab.person.person is network["Peter"]


def test_the_ties_to_others_are_told(tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    tie_together(desk.opened, network["Sara"], network["Peter"], TieQuality.LOOSE)
    assert line_of(tab, "Sara").text(Text.Description) == "Forhold til andre: Peter (løs)"
    assert line_of(tab, "Peter").text(Text.Description) == "Forhold til andre: Sara (løs)"
    assert line_of(tab, "Kurt").text(Text.Description) == ""


def test_the_list_follows_what_happens(tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    assert people_of(tab).childCount() == 4
    put_on_map(desk.opened, network["Gadeplan"], Sector.HEALTH, Ring.FURTHER)
    assert "længere væk" in line_of(tab, "Gadeplan").text(Text.Name)
    tab.choose(network["Gadeplan"].id)
    put_on_map(desk.opened, network["Gadeplan"], Sector.HEALTH, Ring.CLOSE)
    assert "tæt på" in line_of(tab, "Gadeplan").text(Text.Name)
    assert tab.chosen == network["Gadeplan"].id          # the list was made anew: nobody pressed anything
    desk.opened.undo()
    desk.opened.undo()
    assert people_of(tab).childCount() == 4


def test_five_hundred_are_told_of_without_a_widget_each(qtbot: QtBot, desk: Desk) -> None:
    a_crowd(desk.opened, 500)
    tab = shown(qtbot, desk)
    assert people_of(tab).childCount() == 500
    assert len(tab.map.viewport().findChildren(QObject)) < 40


def test_the_list_is_neither_clicked_nor_a_stop_of_the_keyboard(tab: NetworkTab) -> None:
    people = people_of(tab).object()
    assert people is not None
    assert people.focusPolicy() == Qt.FocusPolicy.NoFocus  # type: ignore[attr-defined]
    assert tab.map.childAt(tab.map.rect().center()) is tab.map.viewport()
