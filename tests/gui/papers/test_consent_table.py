"""The table of who may know what: every word has its room, at every size of text and back again."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.papers_tab import PapersTab
from borgerplan_desktop.i18n import use_language


@pytest.fixture
def tab(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[PapersTab]:
    for name in ("Birgit Holm", "Ole Kragh"):
        add_private_person(desk.opened, name, "en ven")
    use_language("en")                                   # Substances is longer than Rusmidler
    tab = PapersTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1260, 600)
    tab.show()
    yield tab
    apply_theme(qapp, dark=False, size=1.0)


def widths(tab: PapersTab) -> list[int]:
    header = tab.matrix.horizontalHeader()
    return [header.sectionSize(column) for column in range(header.count())]


def test_every_word_has_its_room_at_every_size(qapp: QApplication, tab: PapersTab) -> None:
    before, height = widths(tab), tab.matrix.rowHeight(0)
    assert sum(before) <= tab.matrix.viewport().width()
    for size in (2.0, 1.0):
        apply_theme(qapp, dark=False, size=size)
        for _ in range(4):
            qapp.processEvents()
        header = tab.matrix.horizontalHeader()
        assert all(have >= header.sectionSizeHint(column) for column, have in enumerate(widths(tab)))
        assert tab.matrix.rowHeight(1) == round(height * size)
    assert widths(tab) == before
