""""Det viser kortet": the card with what the map shows in plain sentences."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.map_sentences import Line, what_it_shows
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _

__all__ = ["Line", "MapSentencesCard", "what_it_shows"]


class MapSentencesCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What the map shows"), "bulb", parent)
        self.body.setContentsMargins(16, 12, 14, 12)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(9)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)                          # room that is left lies below, not between the lines
        self._made: list[QWidget] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        for old in self._made:
            old.hide()
            old.deleteLater()
        self._made = []
        for line in lines or [Line("info", "muted", _("The map is still empty."))]:
            row = QWidget(self)
            side = QHBoxLayout(row)
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(10)
            side.addWidget(IconView(line.icon, line.colour, 18, parent=row), 0, Qt.AlignmentFlag.AlignTop)
            label = plain_label(line.text, "warn" if line.colour == "warn" else "", row, wrap=True)
            side.addWidget(label, 1)
            self._rows.addWidget(row)
            self._made.append(row)
