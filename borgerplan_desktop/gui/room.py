"""How large a dialog may be: as drawn, grown with the text, but never larger than the window it belongs to."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QWidget

from borgerplan_desktop.gui.theme import px

MARGIN = 24                                              # pixels of the window that stay in sight


def fit_dialog(dialog: QDialog, width: int, height: int) -> None:
    """`width` and `height` as drawn at 100 %."""
    parent = dialog.parentWidget()
    window: QWidget | None = parent.window() if parent is not None else None
    room = window.size() if window is not None else dialog.screen().availableGeometry().size()
    dialog.resize(min(px(width), room.width() - MARGIN), min(px(height), room.height() - MARGIN))


class Growing(QObject):
    """Lets a dialog without a scroll area grow when a sentence appears in it; it never shrinks by itself."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        dialog, layout = self._dialog, self._dialog.layout()
        if layout is None:
            return
        wanted = max(layout.totalHeightForWidth(dialog.width()), layout.totalSizeHint().height())
        room = dialog.screen().availableGeometry().height() - 2 * MARGIN
        if dialog.height() < min(wanted, room):
            dialog.resize(dialog.width(), min(wanted, room))
