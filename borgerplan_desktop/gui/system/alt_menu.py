"""The menu bar that comes when Alt is pressed: by itself, or with the letter of a menu."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget
from shiboken6 import isValid

_OTHER_USE = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.ApplicationDeactivate})


class AltMenu(QObject):
    """Keeps the menu bar hidden until it is wanted. Alt held for something else (Alt+Up moves a goal) leaves it so."""

    def __init__(self, menu_bar: QMenuBar) -> None:
        super().__init__(menu_bar)
        self._bar = menu_bar
        self._held = self._alone = False
        self._before: QWidget | None = None              # where the keyboard stood
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._hide)
        menu_bar.hide()
        menu_bar.installEventFilter(self)
        _app().focusChanged.connect(self._on_focus)

    def press(self) -> None:
        """Alt is down: look at what comes next."""
        if not self._held:
            self._held = self._alone = True
            _app().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._bar and kind == QEvent.Type.KeyPress and _key(event) == Qt.Key.Key_Escape:
            self._give_back()
            return True
        if watched is self._bar and kind == QEvent.Type.FocusOut:
            self._soon.start()
        if not self._held:
            return False
        if kind in _OTHER_USE:
            self._alone = False
        elif kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and _key(event) != Qt.Key.Key_Alt:
            self._alone = False
            if kind == QEvent.Type.ShortcutOverride and Qt.Key.Key_A <= _key(event) <= Qt.Key.Key_Z:
                self._show()                             # the letters of its menus count only while it is in sight
                self._soon.start()
        elif kind == QEvent.Type.KeyRelease and _key(event) == Qt.Key.Key_Alt:
            self._release()
        return False

    def _release(self) -> None:
        self._held = False
        _app().removeEventFilter(self)
        if self._alone and QApplication.activePopupWidget() is None and self._bar.window().isActiveWindow():
            self._show()
            self._bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
            self._bar.setActiveAction(self._bar.actions()[0])

    def _show(self) -> None:
        if self._bar.isHidden():
            self._before = QApplication.focusWidget()
            self._bar.show()

    def _give_back(self) -> None:
        """Escape: the keyboard stands where it stood."""
        before, self._before = self._before, None
        self._bar.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._bar.window().setFocus()

    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        if isValid(self._bar) and self._bar.isVisible():                  # the last focus is lost while all of it goes
            self._soon.start()

    def _hide(self) -> None:
        if QApplication.activePopupWidget() is None and not self._bar.hasFocus():
            self._before = None
            self._bar.hide()


def _key(event: QEvent) -> int:
    return event.key() if isinstance(event, QKeyEvent) else 0


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
