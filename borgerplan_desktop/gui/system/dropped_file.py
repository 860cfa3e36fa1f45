"""A file that is dropped on something."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


def dropped_file(data: QMimeData) -> str:
    """The one file of this computer that is dropped; "" = something else."""
    urls = data.urls() if data.hasUrls() else []
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""


class FileDrops(QObject):
    """`dropped(path)` when a file is let go of anywhere on the page; `within` lets the page have what it would keep."""

    dropped = Signal(str)

    def __init__(self, page: QWidget, *within: QWidget) -> None:
        super().__init__(page)
        page.setAcceptDrops(True)
        for each in within:
            each.setAcceptDrops(False)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDragEnterEvent | QDropEvent) or event.type() == QEvent.Type.DragMove:
            return False
        path = dropped_file(event.mimeData())
        if path:
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.dropped.emit(path)
        return bool(path)
