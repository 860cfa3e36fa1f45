"""A text in which some words are new or gone: underlined or struck through, in a colour, and said in words aloud."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font
from borgerplan_desktop.gui.widgets.label import breakable
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.text_difference import Mark, Piece, cut

MOST = 3_000                                             # characters that are laid out before somebody asks for all


class MarkedText(QWidget):
    """As tall as its words are at the width it has; nothing of it is read as markup.

    Of a very long text only a part is shown until `show_whole`: 100,000 characters take Qt half a second to lay out.
    """

    def __init__(self, pieces: Sequence[Piece] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: Sequence[Piece] = ()
        self._shown: Sequence[Piece] = ()
        self._heights: dict[int, int] = {}               # by width: a layout asks again and again
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        option = self._document.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_pieces(pieces)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        self._pieces, self._shown = pieces, cut(pieces, MOST)
        self._set()

    def show_whole(self) -> None:
        """All of it, however long."""
        self._shown = self._pieces
        self._set()

    @property
    def is_cut(self) -> bool:
        """Whether only a part of it is shown."""
        return self._shown != list(self._pieces)

    def words(self) -> str:
        """The text as it was given."""
        return "".join(piece.text for piece in self._pieces)

    def marked(self, mark: Mark) -> list[str]:
        """The words with that mark."""
        return [piece.text for piece in self._pieces if piece.mark is mark]

    def _set(self) -> None:
        self.setAccessibleName(said_aloud(self._shown))
        self._heights = {}
        self._document.clear()
        self._document.setDefaultFont(font("body"))
        cursor = QTextCursor(self._document)
        for piece in self._shown:
            cursor.insertText(breakable(piece.text), _format(piece.mark))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._document.setTextWidth(width)
            self._heights[width] = round(self._document.size().height() + .5)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = max(self.width(), 120)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, round(self.fontMetrics().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._document.setTextWidth(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._set()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._document.setTextWidth(self.width())
        self._document.drawContents(painter, QRectF(self.rect()))


def said_aloud(pieces: Sequence[Piece]) -> str:
    """The text with words for what the eye sees: "søge om [gone: bolig] [new: arbejde]"."""
    told = {Mark.NEW: _("[new: {words}]"), Mark.GONE: _("[gone: {words}]")}
    return " ".join(told[piece.mark].format(words=piece.text.strip()) if piece.mark in told and piece.text.strip()
                    else piece.text.strip() for piece in pieces).strip()


def _format(mark: Mark) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour("text"))
    if mark is Mark.NEW:
        made.setForeground(colour("good"))
        made.setBackground(colour("good_soft"))
        made.setFontUnderline(True)
    elif mark is Mark.GONE:
        made.setForeground(colour("bad"))
        made.setBackground(colour("bad_soft"))
        made.setFontStrikeOut(True)
    return made
