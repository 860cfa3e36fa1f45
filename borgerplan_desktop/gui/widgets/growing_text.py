"""A text field as tall as its text."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class GrowingTextEdit(QPlainTextEdit):
    """Grows line by line from `least` to `most` lines; Tab leaves the field; nothing runs out sideways."""

    def __init__(self, text: str = "", least: int = 1, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)
        self.setPlainText(text)

    def set_lines(self, least: int, most: int) -> None:
        """Between how many lines the field may be tall."""
        self._least, self._most = least, most
        self.updateGeometry()

    def lines(self) -> int:
        """How many lines the text takes at this width."""
        return max(1, round(self.document().size().height()))

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        shown = min(max(self.lines(), self._least), self._most)
        chrome = self.height() - self.viewport().height() if self.isVisible() else 2 * (self.frameWidth() + 6)
        inner = round(shown * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin())
        return QSize(super().sizeHint().width(), inner + chrome)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._on_size()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _on_size(self) -> None:
        self.updateGeometry()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if self.lines() > self._most else policy.ScrollBarAlwaysOff
        )
