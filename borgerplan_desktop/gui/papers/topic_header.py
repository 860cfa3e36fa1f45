"""The head of the consent table: each topic's icon above its word."""
from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.model.consent import Topic

ICONS = {
    Topic.PLAN: "flag", Topic.HOUSING: "house", Topic.MONEY: "wallet", Topic.WORK: "work", Topic.HEALTH: "health",
    Topic.WELLBEING: "sun", Topic.SUBSTANCES: "heart", Topic.NETWORK: "people", Topic.CRIME: "info",
    Topic.OTHER: "more"}


class TopicHeader(QHeaderView):
    """The style sheet leaves room for the icon above the word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("role", "topics")

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex > 0:
            side = px(18)
            draw_icon(painter, ICONS[list(Topic)[logicalIndex - 1]], "muted", rect.center().x() - side / 2,
                      rect.top() + px(8), side)
