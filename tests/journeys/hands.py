"""A person at the window: finds what is on screen by the words on it, types and clicks, and reads."""
from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

W = TypeVar("W", bound=QWidget)


class Hands:
    """Everything is done in the window in front: a dialog if there is one."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    # ------------------------------------------------------------------ looking
    def front(self) -> QWidget:
        modal = QApplication.activeModalWidget()
        if modal is not None and modal.isVisible():
            return modal
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        return dialogs[-1] if dialogs else self.window

    def find(self, kind: type[W], words: str, within: QWidget | None = None) -> W:
        """The visible widget that is called so or has this text (a unique beginning is enough)."""
        place = within or self.front()
        shown = [w for w in place.findChildren(kind) if w.isVisible()]
        for fits in (_same, _begins):
            found = [w for w in shown if fits(w, words)]
            if found:
                return found[0]
        raise AssertionError(f"no {kind.__name__} »{words}« on screen; there are: {[_words(w) for w in shown]}")

    def sees(self, words: str, within: QWidget | None = None) -> bool:
        """Whether the words are somewhere on screen."""
        place = within or self.front()
        return any(words in text for w in place.findChildren(QWidget) if w.isVisible() for text in _texts(w))

    def wait(self, until: Callable[[], bool], what: str = "", timeout: int = 30_000) -> None:
        left = QDeadlineTimer(timeout)
        while not until():
            assert not left.hasExpired(), f"waited in vain for {what or until}"
            QTest.qWait(10)

    # ------------------------------------------------------------------ doing
    def click(self, words: str, within: QWidget | None = None) -> None:
        button = self.find(QAbstractButton, words, within)
        assert button.isEnabled(), f"»{words}« is disabled"
        _in_sight(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=_spot(button))
        QApplication.processEvents()

    def type(self, words: str, text: str, within: QWidget | None = None) -> None:
        """Type into the field that is called so, instead of what stands there."""
        field = self._field(words, within)
        _in_sight(field)
        field.setFocus()
        field.selectAll()
        _type(field, text)
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.front(), key, modifier)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        _type(focus, text)
        QApplication.processEvents()

    def choose(self, words: str, option: str, within: QWidget | None = None) -> None:
        """Choose in the list that is called so."""
        combo = self.find(QComboBox, words, within)
        index = next((n for n in range(combo.count()) if combo.itemText(n).startswith(option)), -1)
        assert index >= 0, f"no »{option}« in »{words}«: {[combo.itemText(n) for n in range(combo.count())]}"
        combo.setCurrentIndex(index)
        combo.activated.emit(index)
        QApplication.processEvents()

    def _field(self, words: str, within: QWidget | None) -> QLineEdit | QPlainTextEdit:
        place = within or self.front()
        fields = [w for w in place.findChildren(QWidget) if isinstance(w, QLineEdit | QPlainTextEdit) and w.isVisible()]
        for fits in (_same, _begins):
            for field in fields:
                if fits(field, words):
                    return field  # type: ignore[return-value]
        raise AssertionError(f"no field »{words}« on screen; there are: {[_words(w) for w in fields]}")


def _type(field: QWidget, text: str) -> None:
    if not text and isinstance(field, QLineEdit | QPlainTextEdit):
        QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def _in_sight(widget: QWidget) -> None:
    """Scroll there, as a person would."""
    from PySide6.QtWidgets import QScrollArea

    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    QApplication.processEvents()


def _spot(button: QAbstractButton) -> QPoint:
    return QPoint(min(12, button.width() // 2), button.height() // 2)


def _words(widget: QWidget) -> str:
    """What a screen reader would call it (Qt on Linux calls a combo box by its choice)."""
    if widget.accessibleName():
        return widget.accessibleName()
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name) if spoken is not None else ""


def _texts(widget: QWidget) -> list[str]:
    texts = [_words(widget)]
    if isinstance(widget, QAbstractButton | QLabel | QLineEdit):
        texts.append(widget.text().replace("\u200b", ""))
    elif isinstance(widget, QPlainTextEdit):
        texts.append(widget.toPlainText())
    elif isinstance(widget, QComboBox):
        texts.append(widget.currentText())
    return [text.replace("\u00a0", " ") for text in texts]


def _same(widget: QWidget, words: str) -> bool:
    return words in [text.replace("&", "") for text in _texts(widget)]


def _begins(widget: QWidget, words: str) -> bool:
    return any(text.replace("&", "").startswith(words) for text in _texts(widget) if text)
