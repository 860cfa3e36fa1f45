"""A further page of the plan, in the place of the editor: its way back, its title, its buttons, and what it shows."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.further_page import FurtherPage
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import ElidedLabel
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _


class PlanPage(FurtherPage):
    """Content goes into `body`, which scrolls; buttons of the page into `head`, and what is
    always in sight `below_head`.
    """

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.back_button: QPushButton = button(_("Plan"), "chevron_left", "ghost", self)
        self.back_button.setAccessibleName(_("Back to the plan"))
        self.title_label = ElidedLabel(title, self, "h2")
        self.head = QHBoxLayout()
        self.head.setContentsMargins(12, 8, 34, 0)
        self.head.setSpacing(12)
        self.head.addWidget(self.back_button)
        self.head.addWidget(self.title_label, 1)
        self.below_head = QVBoxLayout()
        self.below_head.setContentsMargins(24, 0, 34, 0)
        self.page_scroll = PageScroll(title, self, (24, 6, 24, 14), 10)
        self.body = self.page_scroll.body
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.head)
        column.addLayout(self.below_head)
        column.addWidget(self.page_scroll, 1)
        self.back_button.clicked.connect(self.left)

    def take_keyboard(self) -> None:
        self.back_button.setFocus()
