"""A white card with an optional heading (icon, title, action at the right) and a body."""
from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import ElidedLabel


class Card(QFrame):
    """Add content to `body`; `head` is the row of the heading."""

    def __init__(self, title: str = "", icon: str = "", parent: QWidget | None = None, role: str = "card") -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 18, 14)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(9)
        if icon:
            self.head.addWidget(IconView(icon, "accent", 19, parent=self))
        self._title: ElidedLabel | None = None
        if title:
            self._title = ElidedLabel(title, self, "h2")  # a citizen's name may be in it, however long
            self.head.addWidget(self._title)
            self.setAccessibleName(title)
            self.body.addLayout(self.head)
        self.head.addStretch(1)

    def set_title(self, title: str) -> None:
        """Another title, of a card that has one."""
        if self._title is not None:
            self._title.setText(title)
        self.setAccessibleName(title)

    def add_action(self, text: str, icon: str = "", icon_right: bool = False) -> QPushButton:
        """A quiet action at the right of the heading."""
        made = button(text, icon, "ghost", self, icon_right)
        self.head.addWidget(made)
        return made


def line(parent: QWidget | None = None) -> QFrame:
    """A thin decorative line between rows."""
    made = QFrame(parent)
    made.setProperty("role", "line")
    return made
