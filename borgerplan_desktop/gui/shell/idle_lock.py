"""Locks when nobody is there: after the shelter's minutes without input, after a sleep, and at once with Ctrl+L."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QInputEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.i18n import ngettext

if TYPE_CHECKING:
    from borgerplan_desktop.gui.shell.session import Session

WARNING_SECONDS = 30
ASLEEP_SECONDS = 60                                      # a tick that comes so late: the computer has slept
_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
                    QEvent.Type.TouchBegin})


class IdleLock(QObject):
    """`wanted()` when the screen shall lock; watches from `begin(session)` until `end()`. `clock` gives local time.

    The shortcut of `lock_action` is heard here too: Qt's own is dead while a dialog or a menu is open.
    """

    wanted = Signal()

    def __init__(self, lock_action: Callable[[], QAction], clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._lock_action, self._clock = lock_action, clock
        self._session: Session | None = None
        self._last_input = self._last_tick = clock()
        self._warned = False
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.look)

    def begin(self, session: Session) -> None:
        self._session = session
        self._last_input = self._last_tick = self._clock()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._second.start()

    def end(self) -> None:
        self._session = None
        self._second.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputEvent) and event.type() in _INPUT:      # what kind it is costs more to ask
            self._last_input = self._clock()
            if event.type() == QEvent.Type.KeyPress and self._asks_to_lock(event):
                QTimer.singleShot(0, self, self._want)   # not in the middle of a dialog's or a menu's own event
                return True
        return False

    def _asks_to_lock(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) == self._lock_action().shortcut()

    def _want(self) -> None:
        self.wanted.emit()

    def look(self) -> None:
        """Every second."""
        if self._session is None:
            return
        now = self._clock()
        slept = (now - self._last_tick).total_seconds() > ASLEEP_SECONDS
        self._last_tick = now
        self._last_input = min(self._last_input, now)    # a clock that was set back must not put the lock off
        idle = (now - self._last_input).total_seconds()
        left = self._session.lock_seconds - idle
        if slept or left <= 0:
            self.wanted.emit()
        elif left <= WARNING_SECONDS:
            n = int(left)
            self._session.bar.show_words(ngettext(
                "Locks in {n} second. Move the mouse to go on.", "Locks in {n} seconds. Move the mouse to go on.",
                n).format(n=n), "")
            self._warned = True
        elif self._warned:
            self._warned = False
            self._session.show_words()
