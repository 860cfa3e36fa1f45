"""Paints the consent table: a person with initials, and the answers as words on pills."""
from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.papers.consent_table_model import KIND, PERSON
from borgerplan_desktop.gui.widgets.avatar import draw_avatar, hue_of
from borgerplan_desktop.gui.widgets.painted_line import paint_line
from borgerplan_desktop.gui.widgets.pill import paint_pill
from borgerplan_desktop.model.network import MemberKind, NetworkMember

Index = QModelIndex | QPersistentModelIndex


class ConsentTableDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(190) if index.column() == 0 else px(76), px(56))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, colour("soft"))
        painter.setPen(QPen(colour("border"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.column() == 0:
            if chosen:
                painter.fillRect(QRectF(box.left(), box.top(), px(4), box.height()), colour("accent"))
            self._person(painter, box, str(index.data() or ""), str(index.data(KIND) or ""),
                         index.data(PERSON))
        else:
            self._answer(painter, box, str(index.data() or ""), str(index.data(KIND)), chosen)
        painter.restore()

    @staticmethod
    def _person(painter: QPainter, box: QRectF, name: str, words: str, member: NetworkMember | None) -> None:
        side = px(34)
        square = member is not None and member.kind is MemberKind.PROFESSIONAL
        draw_avatar(painter, QRectF(box.left() + px(12), box.center().y() - side / 2, side, side), name, square,
                    hue_of(member))
        left, width = box.left() + px(56), box.width() - px(62)
        for text, face, role, top in ((name, font(bold=True), "text", 8), (words, font("small"), "muted", 28)):
            paint_line(painter, QRectF(left, box.top() + px(top), width, px(20)), text, face, role)

    @staticmethod
    def _answer(painter: QPainter, box: QRectF, text: str, kind: str, chosen: bool) -> None:
        if kind == "yes":
            width = px(58)
            paint_pill(painter, QRectF(box.center().x() - width / 2, box.center().y() - px(13), width, px(26)), text,
                       "line" if chosen else "good", "check")          # green on the chosen row's colour is not seen
            return
        painter.setFont(font("small"))
        painter.setPen(colour("soft_text" if chosen else "muted"))
        if kind == "ask":
            width = px(44)
            painter.setPen(QPen(colour("field"), 1.2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(box.center().x() - width / 2, box.center().y() - px(13), width, px(26)),
                                    px(13), px(13))
            painter.setPen(colour("text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
