"""Pages and dialogs that scroll up and down; sideways only when large text leaves no other way."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.dialog_size import grow_dialog
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.appearance.theme import px

AROUND_FIELD = 8
BELOW_FIELD = 64                                         # design pixels: what is said about a field stands below it


class PageScroll(QScrollArea):
    """Add content to `body`; the page takes the width there is. What has the keyboard is never quite out of sight."""

    def __init__(self, name: str = "", parent: QWidget | None = None,
                 margins: tuple[int, int, int, int] = (24, 12, 24, 14), spacing: int = 12) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget(self)
        content.setProperty("role", "body")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(spacing)
        self.setWidget(content)
        self._by_key = False
        self._pause = QTimer(self, singleShot=True, interval=0)      # first everything is laid out
        self._pause.timeout.connect(self._settle)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._by_key = QApplication.mouseButtons() == Qt.MouseButton.NoButton    # what is pressed does not move
            self._pause.start()

    def _settle(self) -> None:
        """Qt follows the Tab key, but not a keyboard that was put somewhere; of a text it shows the cursor alone."""
        field = keyboard_in(self)
        if field is None or not field.hasFocus():
            return
        if field.visibleRegion().isEmpty():
            self.ensureWidgetVisible(field, 0, px(BELOW_FIELD))
        if self._by_key:
            self._show_whole(field)

    def _show_whole(self, field: QWidget) -> None:
        """All of a field that fits, and no further than it takes."""
        content, bar, room = self.widget(), self.verticalScrollBar(), self.viewport().height()
        if content is None or field.height() > room or not isinstance(field, QAbstractScrollArea):
            return
        top, air = field.mapTo(content, QPoint(0, 0)).y(), min(px(AROUND_FIELD), (room - field.height()) // 2)
        least, most = top + field.height() - room, top
        if not least <= bar.value() <= most:
            bar.setValue(min(max(bar.value(), least + air), most - air))


class DialogScroll(PageScroll):
    """The body of a dialog, between its title and its buttons: the buttons are always in sight.

    The dialog grows with what is said in it, as far as its window has room; then the body scrolls. The field that has
    the keyboard stays in sight, with the sentence below it.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 12) -> None:
        super().__init__("", parent, (0, 4, 10, 4), spacing)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()                                     # before the dialog finds its place over the window
        self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._pause.start()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        self._grow()
        field = keyboard_in(self)
        if field is not None and field.hasFocus():
            self.ensureWidgetVisible(field, 0, px(BELOW_FIELD))
            if self._by_key:
                self._show_whole(field)

    def _grow(self) -> None:
        content, dialog = self.widget(), self.window()
        if content is None:
            return
        wanted = content.heightForWidth(self.viewport().width())
        missing = max(wanted, content.minimumSizeHint().height()) - self.viewport().height()
        if missing > 0 and isinstance(dialog, QDialog):
            grow_dialog(dialog, missing)
