"""The meeting over the whole window, for a projector: nothing else of the program is in sight."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.reading_order import go


class ProjectorView(QWidget):
    """Covers the window it stands in; `closed()` when Esc is pressed. Tab stays inside."""

    closed = Signal()

    def __init__(self, content: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._content = content
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
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
        return go(self._content, on, stay=True)          # asked of the content: what is found through us goes with us

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


class FullWindow(QObject):
    """Puts a page's content on the stage while its window is full screen, and back; `changed(on_stage)`."""

    changed = Signal(bool)

    def __init__(self, page: QWidget, content: QWidget, home: QBoxLayout) -> None:
        super().__init__(page)
        self._page, self._content, self._home = page, content, home
        self.stage: ProjectorView | None = None
        self._was_full = False                           # the window was full screen before the stage

    def fit(self, wanted: bool, was_full: bool) -> None:
        """Cover the window if it is full screen and there is something to show; `was_full` = it was so already."""
        window = self._page.window()
        if not (wanted and window is not self._page and window.isFullScreen() and self._page.isVisible()):
            self.leave()
        elif self.stage is None:
            focused = QApplication.focusWidget()
            self._was_full = was_full
            self.stage = ProjectorView(self._content, window)
            self.stage.closed.connect(self._on_closed)
            self._content.show()
            stays = focused is not None and self.stage.isAncestorOf(focused)
            (focused if stays and focused is not None else self.stage).setFocus()    # or Esc would reach nobody
            self.changed.emit(True)

    def leave(self, for_now: bool = False) -> None:
        """Bring the content home; the window is full screen or not, as it was before. `for_now`: the meeting goes on,
        so the window stays as it is (the screen locks, or everything is said in another language)."""
        if self.stage is None:
            return
        stage, self.stage = self.stage, None
        focused = QApplication.focusWidget()
        stays = focused is not None and self._content.isAncestorOf(focused)
        self._content.setParent(self._page)              # before the stage goes, and takes what is on it along
        self._home.insertWidget(0, self._content, 1)
        self._content.show()
        if stays and focused is not None:
            focused.setFocus()
        stage.hide()
        stage.deleteLater()
        self.changed.emit(False)
        if not for_now and not self._was_full and self._page.window().isFullScreen():
            self.toggle()

    def toggle(self) -> None:
        toggle_full_window(self._page)

    def _on_closed(self) -> None:
        self.leave()


def toggle_full_window(widget: QWidget) -> None:
    """What F11 does: through the window's own action where it has one, so that its tick stays right."""
    window = widget.window()
    for action in window.actions():
        if action.shortcut() == QKeySequence("F11"):
            action.trigger()
            return
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
