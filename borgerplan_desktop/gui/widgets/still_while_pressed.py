"""Nothing moves under the pointer while a mouse button is down: the click lands where it was aimed."""
from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

LOOK_MS = 250                                            # a release that went elsewhere (a drag) is noticed this soon


class StillWhilePressed(QObject):
    """Lets the layouts round the pressed widget wait until the button is up.

    A press moves the keyboard; the field that is left stores its words, the row in hand folds. Each would lay the page
    out anew between press and release, and the release would hit something else or nothing. It listens to windows; to
    everything only while a button is down, for a filter over the whole application is asked at every event there is.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._held = app, list[QWidget]()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        app.focusWindowChanged.connect(self._watch)
        for window in app.topLevelWindows():
            self._watch(window)

    def _watch(self, window: QWindow | None) -> None:
        """A window that has come to the front; once more is as once."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.LayoutRequest:
            return bool(self._held) and watched in self._held
        if kind == QEvent.Type.MouseButtonPress:
            if isinstance(watched, QWindow) and isinstance(event, QMouseEvent) and not self._held:
                self._hold(watched, event.position())    # ahead of the widgets, and of the keyboard
        elif kind == QEvent.Type.MouseButtonRelease and isinstance(watched, QWindow):
            self.let_go()
        return False

    def _hold(self, window: QWindow, at: QPointF) -> None:
        top = next((each for each in QApplication.topLevelWidgets() if each.windowHandle() is window), None)
        widget = top.childAt(at.toPoint()) if top is not None else None
        while widget is not None and (widget := widget.parentWidget()) is not None:
            layout = widget.layout()
            if layout is not None:
                layout.setEnabled(False)
                self._held.append(widget)
        if self._held:
            self._app.installEventFilter(self)
            self._look.start()

    def let_go(self) -> None:
        """Lay out what has waited: after the click, which is on its way."""
        held, self._held = self._held, []
        self._look.stop()
        self._app.removeEventFilter(self)
        for widget in held:
            if isValid(widget) and (layout := widget.layout()) is not None:
                layout.setEnabled(True)
                layout.invalidate()
                QCoreApplication.postEvent(widget, QEvent(QEvent.Type.LayoutRequest))

    def _on_look(self) -> None:
        if not QGuiApplication.mouseButtons().value:
            self.let_go()
