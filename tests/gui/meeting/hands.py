"""What a person does at the meeting tab."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(widget, key)


def type_in(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    press(field)


def tabbed(first: QWidget, last: QWidget) -> list[QWidget]:
    """Where Tab goes, from one to the other."""
    QApplication.processEvents()                         # rows that have just come are shown now
    first.setFocus()
    seen = [first]
    while seen[-1] is not last and len(seen) < 200:
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
    return seen
