"""The seven steps as rows: the number and the name, a few words, and whether the help is here or is to be here."""
from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.widgets.painted_line import CENTRED, paint_line
from borgerplan_desktop.gui.widgets.pill import paint_pill
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.life_area import LadderStep

Index = QModelIndex | QPersistentModelIndex
STEP = int(Qt.ItemDataRole.UserRole)                     # the LadderStep
NOW = STEP + 1                                           # whether the help is here now
AIM = STEP + 2                                           # whether it is the aim


class StepRows(QStyledItemDelegate):
    """Paints them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(220), px(48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""  # type: ignore[attr-defined]
        style = shown.widget.style()  # type: ignore[attr-defined]
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)  # type: ignore[attr-defined]
        step = LadderStep(index.data(STEP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(px(8), px(4), -px(8), -px(4))  # type: ignore[attr-defined]
        right = box.right()
        for on, words, kind in ((index.data(AIM), _("Aim"), "line"), (index.data(NOW), _("Now"), "good")):
            if on:
                width = QFontMetricsF(font("small")).horizontalAdvance(words) + px(22)
                right -= width
                paint_pill(painter, QRectF(right, box.center().y() - px(12), width, px(24)), words, kind)
                right -= px(6)
        side = px(28)
        mark = QRectF(box.left(), box.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent" if index.data(NOW) else "soft"))
        painter.drawEllipse(mark)
        paint_line(painter, mark, str(step.number), font("small", bold=True),
                   "accent_text" if index.data(NOW) else "soft_text", CENTRED)
        left, half = mark.right() + px(10), box.height() / 2
        paint_line(painter, QRectF(left, box.top(), right - left, half), _(step.label), font(bold=True), "text")
        paint_line(painter, QRectF(left, box.top() + half, right - left, half), _(step.in_few_words), font("small"),
                   "muted")
        painter.restore()
