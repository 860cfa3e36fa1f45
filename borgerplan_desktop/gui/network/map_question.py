"""What a map of nobody, or of one or two, asks: it shows who could be there, not who is missing."""
from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.map.layout import FEW
from borgerplan_desktop.model.map.space import free_space


class MapQuestion(QWidget):
    """Stands in the free space of the map; `wanted` when somebody is to be added."""

    wanted = Signal()

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._passing = False
        question = plain_label(_("Who would you like to have here?"), "h2", self)
        question.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.action = button(_("Add person"), "plus", "quiet", self)
        self.action.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(question)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        view.laid_out.connect(self.find_room)
        view.passing.connect(self._on_passing)
        self.hide()

    def find_room(self) -> None:
        """Stand where nobody is, or nowhere."""
        layout, size = self._view.map_layout, self.sizeHint()
        box = None
        if len(layout.people) <= FEW and not self._view.zoomed and not self._passing:
            box = free_space(layout, size.width(), size.height())
        self.setVisible(box is not None)
        if box is not None:
            self.setGeometry(self._view.mapFromScene(QRectF(*box)).boundingRect())

    def _on_passing(self, sector: str, ring: int) -> None:
        """Out of the way of somebody who is carried over the map."""
        self._passing = bool(ring) or self._view.dragging
        self.find_room()
