"""Whatever is done on the map, in whatever order, the program stands, and who is on the map is in the scene."""
from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person, put_on_map
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.network import Ring, people
from borgerplan_desktop.model.shelter import Sector
from tests.gui.network.hands import a_network, settle, shown

Key = Qt.Key
KEYS = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_PageDown, Key.Key_Home, Key.Key_T, Key.Key_K,
        Key.Key_Return, Key.Key_Escape, Key.Key_Plus, Key.Key_Minus, Key.Key_0, Key.Key_Menu, Key.Key_M, Key.Key_Delete)
ACTS = 40


class Hands:
    """Somebody who does one thing or another, as the seed has it."""

    def __init__(self, qtbot: QtBot, desk: Desk, tab: NetworkTab, seed: int) -> None:
        self._qtbot, self._desk, self._tab, self._rnd = qtbot, desk, tab, random.Random(seed)

    def act(self) -> None:
        acts = (self._key, self._undo, self._add, self._put, self._zoom, self._select, self._resize)
        self._rnd.choices(acts, (12, 2, 1, 1, 1, 1, 1))[0]()
        QApplication.processEvents()

    def _key(self) -> None:
        self._qtbot.keyClick(self._tab.map, self._rnd.choice(KEYS))
        menu, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if menu is not None:
            menu.close()
        if isinstance(dialog, QDialog):
            dialog.reject()

    def _undo(self) -> None:
        if self._desk.opened.done:
            self._desk.opened.undo()

    def _add(self) -> None:
        add_private_person(self._desk.opened, self._rnd.choice("ABCKMT"), "ven", Sector.FRIENDS, ring=Ring.CLOSE)

    def _put(self) -> None:
        if there := people(self._desk.case):
            put_on_map(self._desk.opened, self._rnd.choice(there), self._rnd.choice(list(Sector)),
                       self._rnd.choice(list(Ring)))

    def _zoom(self) -> None:
        self._tab.map.zoom_to(self._rnd.uniform(1, 4), QPoint(self._rnd.randrange(600), self._rnd.randrange(400)))

    def _select(self) -> None:
        """As a screen reader presses a line."""
        lines = self._tab.map._spoken
        if count := lines.model().rowCount():
            lines.selectionModel().select(lines.model().index(self._rnd.randrange(count), 0),
                                          QItemSelectionModel.SelectionFlag.Toggle)

    def _resize(self) -> None:
        self._tab.resize(self._rnd.randrange(900, 1400), self._rnd.randrange(500, 800))


@pytest.mark.parametrize("seed", [1, 2])
def test_anything_in_any_order(qtbot: QtBot, desk: Desk, seed: int) -> None:
    a_network(desk.opened)
    QAccessible.setActive(True)                          # Qt then tells of every change
    try:
        tab = shown(qtbot, desk)
        tab.activateWindow()
        tab.map.setFocus()
        hands = Hands(qtbot, desk, tab, seed)
        for _ in range(ACTS):
            hands.act()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle(qtbot, tab)
        assert set(tab.map.map_scene.people) == {each.id for each in people(desk.case) if each.ring is not None}
        assert tab.map._spoken.model().rowCount() == len(tab.map.map_scene.people)
    finally:
        QAccessible.setActive(False)
