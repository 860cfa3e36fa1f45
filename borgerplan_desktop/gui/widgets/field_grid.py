"""Fields in a grid of equal columns, as many as the width has room for."""
from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.columns import Fitting
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.label import plain_label

GAP = 16                                                 # pixels between the columns


class FieldGrid(Fitting):
    """Equal columns; each column is at least `least` design pixels wide, and there are at most `most`."""

    def __init__(self, least: int = 250, most: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._parts: list[QWidget] = []
        self._now = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(10)

    def add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._now = 0
        self._arrange()

    def add_named(self, name: str, field: QWidget) -> None:
        """The field below its name, which is also what screen readers say."""
        label = plain_label(name, "smallbold", self)
        label.setBuddy(field)
        if isinstance(field, DateEdit):
            field.set_name(name)
        field.setAccessibleName(name)
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(label)
        column.addWidget(field)
        column.addStretch(1)
        self.add(box)

    def _arrange(self) -> None:
        columns = max(1, min(self._most, (self.width() + GAP) // (px(self._least) + GAP)))
        if columns == self._now:
            return
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._now = columns
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // columns, number % columns)
