"""The one door for text on a label or a tooltip: always plain, long words may break."""
from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from borgerplan_desktop.model.text import shortened

LONG_WORD, PIECE = 24, 12  # letters; longer words get places where a line may break, so far from each other
LONGEST_ROW = 600                                        # characters
_BREAK = "\u200b"


def breakable(text: str) -> str:
    """The text with invisible places to break inside very long words, and what no-break spaces make one of."""
    return re.sub(rf"[\S\u00a0]{{{LONG_WORD + 1},}}", _in_pieces, text)


def in_a_row(text: str) -> str:
    """A text as a row shows it that stands whole somewhere else; a very long one takes Qt seconds to lay out."""
    return breakable(shortened(text, LONGEST_ROW))


def _in_pieces(word: re.Match[str]) -> str:
    return _BREAK.join(word[0][at:at + PIECE] for at in range(0, len(word[0]), PIECE))


class PlainLabel(QLabel):
    """A label that shows exactly the text it is given."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(breakable(text) if self.wordWrap() else text)

    def setWordWrap(self, on: bool) -> None:
        super().setWordWrap(on)
        self.setText(self.words())

    def words(self) -> str:
        """The text as it was given."""
        return self.text().replace(_BREAK, "")


def plain_label(text: str, role: str = "", parent: QWidget | None = None, wrap: bool = False) -> PlainLabel:
    """A plain-text label with a role of the style sheet (title, h2, bold, muted, small …); `wrap` over more lines."""
    label = PlainLabel(text, parent)
    if role:
        label.setProperty("role", role)
    if wrap:
        label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label


def show_if(widget: QWidget, on: bool) -> None:
    """There or not. Showing what is not hidden costs: Qt lays it out, also before its page is seen."""
    if widget.isHidden() is on:
        widget.setVisible(on)


def say(label: QLabel, text: str) -> None:
    """Show the text; a label with nothing to say is not there."""
    label.setText(text)
    show_if(label, bool(text))


class ElidedLabel(PlainLabel):
    """One line that ends in "…" when there is no room; the whole text stays in its name and tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None, role: str = "") -> None:
        super().__init__(text, parent)
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        if text == self.text() and text == self.accessibleName():
            return
        super().setText(text)
        self.setAccessibleName(text)
        self._tip()
        self.updateGeometry()

    def shown(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("Mmm…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), self.shown())

    def _tip(self) -> None:
        set_tip(self, self.text() if self.shown() != self.text() else "")


def set_tip(widget: QWidget, text: str) -> None:
    """A tooltip in plain text; also told to screen readers."""
    widget.setToolTip(tip_text(text))
    widget.setAccessibleDescription(text if text != widget.accessibleName() else "")


def show_tip(at: QPoint, text: str, widget: QWidget) -> None:
    """A tooltip about a part of a widget, at this place of the screen."""
    QToolTip.showText(at, tip_text(text), widget)


def tip_text(text: str) -> str:
    """The text as a tooltip that shows exactly it; for things that are no widgets, as items on the map."""
    # `html.escape` says the same, but brings 2,000 names of characters along
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{plain}</qt>" if text else ""
