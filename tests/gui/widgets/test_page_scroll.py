"""A page that scrolls: a text that is come to by the keyboard is seen whole where it fits."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.widgets.scroll import PageScroll


def page_with(qtbot: QtBot, height: int) -> tuple[PageScroll, QPushButton, QPlainTextEdit, QPushButton]:
    page = PageScroll("Efter")
    qtbot.addWidget(page)
    above, text, below = QPushButton("før", page), QPlainTextEdit(page), QPushButton("efter", page)
    text.setFixedHeight(height)
    text.setTabChangesFocus(True)
    for button in (above, below):
        button.setFixedHeight(150)
    for widget in (above, text, below):
        page.body.addWidget(widget)
    page.resize(400, 180)
    page.show()
    qtbot.waitActive(page)
    above.setFocus()
    return page, above, text, below


def test_a_text_is_seen_whole_from_above_and_from_below(qtbot: QtBot) -> None:
    page, above, text, below = page_with(qtbot, 155)
    above.setFocus()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: text.visibleRegion().boundingRect().height() == 155)
    below.setFocus()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    text.setFocus(Qt.FocusReason.BacktabFocusReason)
    qtbot.waitUntil(lambda: text.visibleRegion().boundingRect().height() == 155)


def test_one_taller_than_the_page_stays_where_qt_shows_its_cursor(qtbot: QtBot) -> None:
    page, _above, text, _below = page_with(qtbot, 400)
    text.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: not page._pause.isActive())
    assert not text.visibleRegion().isEmpty()
    assert text.mapTo(page.viewport(), text.cursorRect().topLeft()).y() >= 0


def test_what_is_pressed_does_not_move_under_the_mouse(qtbot: QtBot) -> None:
    page, _above, text, _below = page_with(qtbot, 155)
    page.verticalScrollBar().setValue(100)
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=text.viewport().rect().topLeft())
    qtbot.waitUntil(lambda: text.hasFocus() and not page._pause.isActive())
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton)
    assert text.visibleRegion().boundingRect().height() < 155
