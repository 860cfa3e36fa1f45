"""A person at the window: finds what is on screen by the words on it, types and clicks, and reads."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTabBar,
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
        raise AssertionError(f"no {kind.__name__} »{words}« on screen; there are: {[words_of(w) for w in shown]}")

    def button_with(self, words: str) -> str:
        """What the button on screen is called whose name has these words in it."""
        names = [words_of(b) for b in self.front().findChildren(QAbstractButton) if b.isVisible()]
        return next(name for name in names if words in name)

    def sees(self, words: str, within: QWidget | None = None) -> bool:
        """Whether the words are somewhere on screen."""
        place = within or self.front()
        return any(words in text for w in place.findChildren(QWidget) if w.isVisible() for text in _texts(w))

    def rows(self) -> list[str]:
        """The lines of the list on screen, as they are read aloud."""
        rows = next(w for w in self.front().findChildren(QListWidget) if w.isVisible())
        return [rows.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(rows.count())]

    def wait(self, until: Callable[[], bool], what: str = "", timeout: int = 30_000) -> None:
        left = QDeadlineTimer(timeout)
        while not until():
            assert not left.hasExpired(), f"waited in vain for {what or until}"
            QTest.qWait(10)

    # ------------------------------------------------------------------ doing
    def click(self, words: str, within: QWidget | None = None) -> None:
        button = self.find(QAbstractButton, words, within)
        assert button.isEnabled(), f"»{words}« is disabled"
        _activate(button)
        _in_sight(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=_spot(button))
        QApplication.processEvents()

    def type(self, words: str, text: str, within: QWidget | None = None) -> None:
        """Click into the field that is called so, and type instead of what stands there."""
        field = self.field(words, within)
        assert field.isEnabled(), f"»{words}« is disabled"
        _activate(field)
        _in_sight(field)
        QTest.mouseClick(field.viewport() if isinstance(field, QPlainTextEdit) else field, Qt.MouseButton.LeftButton)
        assert field.hasFocus(), f"»{words}« does not take the keyboard; {QApplication.focusWidget()} has it"
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        _type(field, text)
        QApplication.processEvents()

    def take_keyboard(self) -> None:
        """The window in front has the keyboard, as a window manager sees to."""
        _activate(self.front())

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, where the focus is."""
        _activate(self.front())
        QTest.keyClick(QApplication.focusWidget() or self.front(), key, modifier)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type where the focus is."""
        _activate(self.front())
        focus = QApplication.focusWidget()
        assert focus is not None
        _type(focus, text)
        QApplication.processEvents()

    def choose(self, words: str, option: str, within: QWidget | None = None) -> None:
        """Open the list that is called so, go to the line with the arrow keys, and take it."""
        combo = self.find(QComboBox, words, within)
        assert combo.isEnabled(), f"»{words}« is disabled"
        index = next((n for n in range(combo.count()) if combo.itemText(n).startswith(option)), -1)
        assert index >= 0, f"no »{option}« in »{words}«: {[combo.itemText(n) for n in range(combo.count())]}"
        _activate(combo)
        _in_sight(combo)
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_F4)
        lines = combo.view()
        assert lines.isVisible(), f"»{words}« did not open"
        QTest.keyClick(lines, Qt.Key.Key_Home)
        for _ in range(index):
            QTest.keyClick(lines, Qt.Key.Key_Down)
        QTest.keyClick(lines, Qt.Key.Key_Return)
        QApplication.processEvents()

    def pick(self, words: str) -> None:
        """Press a line of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), f"no menu is open, but {menu}"
        for fits in (lambda text: text == words, lambda text: text.startswith(words)):
            for action in menu.actions():
                if fits(action.text().replace("&", "")):
                    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
                    QApplication.processEvents()
                    return
        raise AssertionError(f"no »{words}« in the menu: {[a.text() for a in menu.actions()]}")

    def walk_to(self, words: str) -> None:
        """Go to a line of the open menu with the arrow keys, and take it."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), f"no menu is open, but {menu}"
        for _ in menu.actions():
            now = menu.activeAction()
            if now is not None and now.text().replace("&", "") == words:
                QTest.keyClick(menu, Qt.Key.Key_Return)
                QApplication.processEvents()
                return
            QTest.keyClick(menu, Qt.Key.Key_Down)
        raise AssertionError(f"no »{words}« in the menu: {[a.text() for a in menu.actions()]}")

    def press_in_menu(self, key: Qt.Key) -> None:
        """A key, while a menu or the menu bar has the keyboard."""
        QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget() or self.front(), key)
        QApplication.processEvents()

    def go(self, tab: str) -> None:
        """Press one of the citizen's tabs."""
        bar = self.find(QTabBar, "")
        index = next(n for n in range(bar.count()) if bar.tabText(n).replace("&", "") == tab)
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
        QApplication.processEvents()

    def drag(self, widget: QWidget, start: QPoint, to: QPoint) -> None:
        """Pull with the left button held down; both points are the widget's own."""
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
        for part in (0.2, 0.6, 1.0):
            at = start + (to - start) * part
            QTest.mouseMove(widget, at)
            QApplication.processEvents()
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=to)
        QApplication.processEvents()

    def choose_file(self, path: Path) -> None:
        """Choose the file in the dialog that is open (the system's own one cannot be driven)."""
        dialog = self.window.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(path))
        dialog.done(0)

    def field(self, words: str, within: QWidget | None = None) -> QLineEdit | QPlainTextEdit:
        place = within or self.front()
        fields = [w for w in place.findChildren(QWidget) if isinstance(w, QLineEdit | QPlainTextEdit) and w.isVisible()]
        for fits in (_same, _begins):
            for field in fields:
                if fits(field, words):
                    return field  # type: ignore[return-value]
        raise AssertionError(f"no field »{words}« on screen; there are: {[words_of(w) for w in fields]}")


def _type(field: QWidget, text: str) -> None:
    if not text and isinstance(field, QLineEdit | QPlainTextEdit):
        QTest.keyClick(field, Qt.Key.Key_Delete)
    for letter in text:                                  # keyClicks knows no é
        key = Qt.Key(ord(letter.upper())) if letter.isalnum() and letter.isascii() else Qt.Key.Key_unknown
        QTest.sendKeyEvent(QTest.KeyAction.Click, field, key, letter, Qt.KeyboardModifier.NoModifier)


def _activate(widget: QWidget) -> None:
    """The window one acts in has the keyboard, as a window manager sees to when there is one.

    Qt calls a dialog active already when the window below it is: the first key would go there.
    """
    window = widget.window()
    if QApplication.activeWindow() is window or QApplication.activePopupWidget() is not None:
        return
    window.activateWindow()
    left = QDeadlineTimer(10_000)
    while QApplication.activeWindow() is not window:
        assert not left.hasExpired(), f"{window} did not get the keyboard; {QApplication.activeWindow()} has it"
        QTest.qWait(10)
    QApplication.processEvents()                         # the list of a combo box lets go of the keyboard


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


def words_of(widget: QWidget) -> str:
    """What a screen reader would call it (Qt on Linux calls a combo box by its choice)."""
    if widget.accessibleName():
        return widget.accessibleName()
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name) if spoken is not None else ""


def _texts(widget: QWidget) -> list[str]:
    texts = [words_of(widget)]
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
