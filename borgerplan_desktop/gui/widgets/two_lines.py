"""Rows of a list that say two things: a name in bold, and below it what there is to know."""
from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from borgerplan_desktop.gui.appearance.theme import font, px
from borgerplan_desktop.gui.widgets.painted_line import paint_line

WORDS = Qt.ItemDataRole.UserRole                         # the second line
ID = Qt.ItemDataRole.UserRole + 1                        # what the row stands for


def add_two_lines(rows: QListWidget, name: str, words: str, id: str = "") -> QListWidgetItem:
    """A row at the end, read aloud as one."""
    item = QListWidgetItem(name, rows)
    item.setData(WORDS, words)
    item.setData(ID, id)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in (name, words) if part))
    return item


class TwoLines(QStyledItemDelegate):
    """Paints them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(200), px(52))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        name, shown.text = shown.text, ""  # type: ignore[attr-defined]
        style = shown.widget.style()  # type: ignore[attr-defined]
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)  # type: ignore[attr-defined]
        box = QRectF(option.rect).adjusted(px(10), px(6), -px(8), -px(6))  # type: ignore[attr-defined]
        half = box.height() / 2
        for text, face, role, top in ((name, font(bold=True), "text", box.top()),
                                      (str(index.data(WORDS) or ""), font("small"), "muted", box.top() + half)):
            paint_line(painter, QRectF(box.x(), top, box.width(), half), text, face, role)
