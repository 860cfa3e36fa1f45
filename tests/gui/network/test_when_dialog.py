"""Who is involved when, written in one table."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.involved_when import involved_as
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.network.when_dialog import WhenDialog, WhenModel
from borgerplan_desktop.i18n import use_language
from borgerplan_desktop.model.network import InvolvedAs, NetworkMember, Phase

Key = Qt.Key


def at(dialog: WhenDialog, member: NetworkMember, phase: Phase) -> None:
    model = dialog.table.model()
    assert isinstance(model, WhenModel)
    dialog.table.setCurrentIndex(model.index(model.members.index(member), list(Phase).index(phase)))


def test_a_cell_is_written_by_keyboard_and_each_change_is_one_undo(
        qtbot: QtBot, tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> None:
    dialog = tab.strip.ask_when()
    assert dialog is not None
    sara = network["Sara"]
    at(dialog, sara, Phase.MOVING)
    qtbot.keyClick(dialog.table, Key.Key_Return)
    combo = dialog.table.findChild(QComboBox)
    assert combo is not None
    qtbot.keyClick(combo, Key.Key_Down)
    qtbot.keyClick(combo, Key.Key_Down)
    qtbot.keyClick(combo, Key.Key_Return)
    qtbot.waitUntil(lambda: involved_as(desk.case, sara, Phase.MOVING) is InvolvedAs.INVITED)
    assert dialog.table.currentIndex().data() == "Indkaldt"
    assert dialog.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Sara, Flytning: Indkaldt"
    qtbot.keyClick(dialog.table, Key.Key_Delete)
    assert involved_as(desk.case, sara, Phase.MOVING) is None
    desk.opened.undo()
    assert dialog.table.currentIndex().data() == "Indkaldt"
    desk.opened.undo()
    assert dialog.table.currentIndex().data() == "–"
    dialog.accept()


def test_the_phase_of_today_is_marked_with_a_word(tab: NetworkTab) -> None:
    dialog = tab.strip.ask_when()
    assert dialog is not None
    model = dialog.table.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert sum("(nu)" in head for head in heads) == 1
    dialog.accept()


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_no_phase_is_cut_also_in_large_text_and_in_english(
        qapp: QApplication, qtbot: QtBot, desk: Desk, network: dict[str, NetworkMember], size: float) -> None:
    use_language("en")
    apply_theme(qapp, size=size)
    try:
        dialog = WhenDialog(desk)
        qtbot.addWidget(dialog)
        dialog.resize(760, 560)
        with qtbot.waitExposed(dialog):
            dialog.show()
        head = dialog.table.horizontalHeader()
        assert all(head.sectionSize(at) >= head.sectionSizeHint(at) for at in range(head.count()))
    finally:
        use_language("da")
        apply_theme(qapp)
