"""What was found in everything written: the citizen, what it is, and the words where they stand, on one line."""
from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from borgerplan_desktop.casework.course.written import Found
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.citizens.plain_list import PlainList
from borgerplan_desktop.gui.widgets.painted_line import paint_line

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole
HEIGHT = 50                                              # design pixels of a line


class WrittenModel(QAbstractListModel):
    """The hits as Qt wants them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Found] = []

    def show_hits(self, hits: list[Found]) -> None:
        self.beginResetModel()
        self._hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (hit.name, hit.what, hit.text) if part)
        return None


class WrittenDelegate(QStyledItemDelegate):
    """Draws a hit: name and kind, and beneath them the words that were sought in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(200), px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Found = index.data(HIT)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        flags = QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(state & flags.State_HasFocus)
        if focused or state & flags.State_MouseOver:
            painter.setPen(QPen(colour("focus" if focused else "border"), 2 if focused else 1))
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(9, 2, -9, -2), 10, 10)
        left, right, top = rect.left() + px(20), rect.right() - px(18), rect.top() + px(5)
        what = min(QFontMetricsF(font("small")).horizontalAdvance(hit.what), (right - left) / 2)
        paint_line(painter, QRectF(left, top, right - left - what - px(6), px(20)), hit.name, font("small"), "text")
        paint_line(painter, QRectF(right - what - 1, top, what + 2, px(20)), hit.what, font("small"), "muted")
        _paint_marked(painter, QRectF(left, top + px(20), right - left, px(19)), hit)
        painter.restore()


class WrittenList(PlainList):
    """`chosen(case, row, field)` when a hit is opened, `home_wanted()` to the first of all that was found."""

    chosen = Signal(str, str, str)
    home_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = WrittenModel()
        super().__init__(self._model, WrittenDelegate(), parent)

    def show_hits(self, hits: list[Found]) -> None:
        """Show these from the first."""
        marked = self.currentIndex().data(HIT)
        self._model.show_hits(hits)
        if hits:
            self.setCurrentIndex(self._model.index(hits.index(marked) if marked in hits else 0))

    def hits(self) -> list[Found]:
        return [self._model.index(row).data(HIT) for row in range(self._model.rowCount())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Home:
            self.home_wanted.emit()
        else:
            super().keyPressEvent(event)

    def open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            hit: Found = index.data(HIT)
            self.chosen.emit(hit.case_id, hit.row_id, hit.field)


def _paint_marked(painter: QPainter, box: QRectF, hit: Found) -> None:
    """Plain text whatever stands in it; the marks in bold, and "…" where there is no room."""
    face = font("small")
    bold = QTextCharFormat()
    bold.setFont(font("small", bold=True))
    bold.setForeground(colour("text"))
    more = sum(QFontMetricsF(font("small", bold=True)).horizontalAdvance(hit.text[begin:end])
               - QFontMetricsF(face).horizontalAdvance(hit.text[begin:end]) for begin, end in hit.marks)
    shown = QFontMetricsF(face).elidedText(hit.text, Qt.TextElideMode.ElideRight, max(0.0, box.width() - more))
    layout = QTextLayout(shown, face)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    ranges = []
    for begin, end in hit.marks:
        if begin < len(shown):
            each = QTextLayout.FormatRange()
            each.start, each.length, each.format = begin, min(end, len(shown)) - begin, bold  # type: ignore[attr-defined]
            ranges.append(each)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(max(1.0, box.width() + 2))
    layout.endLayout()
    painter.setPen(colour("muted"))
    layout.draw(painter, QPointF(box.left(), box.top()))
