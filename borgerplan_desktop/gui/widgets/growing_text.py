"""A text field as tall as its text."""
from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class GrowingTextEdit(QPlainTextEdit):
    """Grows line by line from `least` to `most` lines; Tab leaves the field; nothing runs out sideways."""

    MARGIN = 3                                           # pixels round the words

    def __init__(self, text: str = "", least: int = 1, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._fitting = False
        self._held: float | None = None                  # the height it does not get lower than
        self._told: float | None = None                  # the height that whoever lays it out knows of
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(self.MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)
        if text:
            self.setPlainText(text)

    def set_lines(self, least: int, most: int) -> None:
        """Between how many lines the field may be tall."""
        self._least, self._most = least, most
        self._tell()

    def hold_height(self, on: bool) -> None:
        """Whether it only grows for now: nothing moves up under somebody who writes, whatever they wipe out."""
        self._held = None if not on else self._held if self._held is not None else self._height_of_text()
        self._tell()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words, and no file: the name of somebody's folder would stand in the citizen's text, and on paper."""
        return not any(url.isLocalFile() for url in source.urls()) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.canInsertFromMimeData(source):           # Qt asks when it is dropped, not when it is pasted
            super().insertFromMimeData(source)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        text = self._height_of_text() + 2 * self.document().documentMargin() + 1  # with less, Qt scrolls a line away
        return QSize(super().sizeHint().width(), ceil(text) + self.height() - self.contentsRect().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._on_size()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._tell()

    def _tell(self) -> None:
        self._told = self._height_of_text()
        self.updateGeometry()

    def _on_size(self) -> None:
        if self._height_of_text() != self._told:         # else the whole page would be laid out anew at every key
            self._tell()
        if self._fitting:                                # a bar that comes or goes changes the width by itself
            return
        self._fitting = True
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if self.document().size().height() > self._most else policy.ScrollBarAlwaysOff
        if wanted != self.verticalScrollBarPolicy():     # the same once more is a layout too
            self.setVerticalScrollBarPolicy(wanted)
        self._fitting = False

    def _height_of_text(self) -> float:
        """Of the lines that are to be seen, as they are laid out: one with a smiley may be taller than the others."""
        layout, height, lines = self.document().documentLayout(), 0.0, 0
        block = self.document().begin()
        while block.isValid() and lines <= self._most:
            height += layout.blockBoundingRect(block).height()
            lines += block.lineCount()
            block = block.next()
        if not block.isValid():                          # only the last block has the margin in its height
            height -= self.document().documentMargin()
        line = self.fontMetrics().lineSpacing()
        height = self._most * line if lines > self._most else max(height, self._least * line)
        if self._held is not None:
            self._held = height = max(self._held, height)
        return height
