"""Cards of figures, group by group, in as many columns as there is room for."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.gui.figures.figure_card import FigureCard
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.figures.kinds import Group, of_group
from borgerplan_desktop.model.figures.report import Report

NARROWEST, MOST = 470, 2                                 # design pixels of a card, and how many stand side by side


class FiguresView(QWidget):
    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, FigureCard] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for group in groups:
            column.addWidget(plain_label(_(group.label), "h2", self))
            grid = FieldGrid(NARROWEST, MOST, self)
            for kind in of_group(group):
                card = self.cards[kind.key] = FigureCard(kind, grid)
                grid.add(card)
            column.addWidget(grid)

    def show_report(self, report: Report) -> None:
        for card in self.cards.values():
            card.show_report(report)
