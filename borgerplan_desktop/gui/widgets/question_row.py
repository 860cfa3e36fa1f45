"""A question that leads to the place where it is answered; it holds a person's words, so it may need several lines."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.pressable import Pressable


class QuestionRow(Pressable):
    """Press it to go there."""

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(IconView(icon, "accent", 18, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(words, "", self, wrap=True), 1)
        self.let_through()
