"""Tab order by layouts: nested ones and rows that came later; no item of a layout stays wrapped behind it."""
from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.appearance.reading_order import InReadingOrder, go, stops
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout


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


def test_a_grid_is_read_row_by_row_and_flowing_words_line_by_line(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    grid = QGridLayout(page)
    late, flowing, early = QPushButton("late", page), QWidget(page), QPushButton("early", page)
    grid.addWidget(late, 2, 0)
    grid.addWidget(flowing, 1, 0)
    grid.addWidget(early, 0, 0)
    flow = FlowLayout(flowing)
    words = [QPushButton(word, flowing) for word in ("en", "to", "tre")]
    for word in (words[2], words[0], words[1]):
        flow.addWidget(word)
    page.resize(150, 300)
    page.show()
    assert stops(page) == [early, words[2], words[0], words[1], late]


def test_tab_goes_on_beyond_the_page_or_round_when_it_stays(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    page, after = InReadingOrder(window), QLineEdit(window)
    row.addWidget(page)
    row.addWidget(after)
    column = QVBoxLayout(page)
    second, first = QLineEdit(page), QLineEdit(page)
    column.addWidget(first)
    column.addWidget(second)
    with qtbot.waitActive(window):
        window.show()
    first.setFocus()
    for widget, focused in ((first, second), (second, after)):
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        assert focused.hasFocus()
    second.setFocus()
    assert go(page, forward=True, stay=True)
    assert first.hasFocus()
    assert go(page, forward=False, stay=True)
    assert second.hasFocus()
    after.setFocus()
    assert not go(page, forward=True)
    assert go(page, forward=False, stay=True)            # called back into the page
    assert second.hasFocus()


def test_asking_where_tab_goes_moves_nothing_that_python_holds(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    page, after = InReadingOrder(window), QLineEdit(window)
    row.addWidget(page)
    row.addWidget(after)
    column, field = QVBoxLayout(page), QLineEdit(page)
    column.addWidget(field)
    with qtbot.waitActive(window):
        window.show()
    before = [shiboken6.dump(each) for each in (after, page)]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert [_parent(shiboken6.dump(each)) for each in (after, page)] == [_parent(each) for each in before]


def _parent(dumped: str) -> str:
    return next(line for line in dumped.splitlines() if line.startswith("parent"))


def _items() -> int:
    return sum(type(each) is QWidgetItem for each in shiboken6.getAllValidWrappers())
