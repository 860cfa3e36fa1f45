"""Tab order by layouts: nested ones and rows that came later; no item of a layout stays wrapped behind it."""
from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.widgets.reading_order import stops


def test_stops_stand_as_one_reads(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    row = QHBoxLayout()
    column.addLayout(row)                                # before it has anything in it: addLayout looks at the items
    last, second, first, late = (QLineEdit(page) for _n in range(4))
    row.addWidget(first)
    row.addWidget(second)
    column.addWidget(last)
    column.insertWidget(1, late)
    page.show()
    before = _items()
    assert stops(page) == [first, second, late, last]
    assert _items() == before


def _items() -> int:
    return sum(type(each) is QWidgetItem for each in shiboken6.getAllValidWrappers())
