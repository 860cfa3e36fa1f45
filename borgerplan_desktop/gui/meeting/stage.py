"""The meeting over the whole window, for a projector: nothing else of the program is in sight."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget


class Stage(QWidget):
    """Covers the window it stands in; `closed()` when Esc is pressed. Tab stays inside."""

    closed = Signal()

    def __init__(self, content: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Go round among our own: the window below is covered."""
        moved = super().focusNextPrevChild(on)
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            stops = [w for w in self.findChildren(QWidget)
                     if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisibleTo(self) and w.isEnabled()]
            if stops:
                (stops[0] if on else stops[-1]).setFocus(
                    Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason)
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


def toggle_full_window(widget: QWidget) -> None:
    """What F11 does: through the window's own action where it has one, so that its tick stays right."""
    window = widget.window()
    for action in window.actions():
        if action.shortcut() == QKeySequence("F11"):
            action.trigger()
            return
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
