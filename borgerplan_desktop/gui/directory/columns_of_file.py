"""Which column of a file is what of a service: as it was guessed, changed by hand, with what stands in it beside."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from borgerplan_desktop.casework.directory.coming_services import Look
from borgerplan_desktop.casework.directory.table_columns import COLUMNS, LABELS
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.text import shortened

EXAMPLE = 24                                             # letters of what stands in a column


class ColumnsOfFile(QWidget):
    """`changed()` when a person says that a column is something else; `look.columns` is what they are now."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.fields: dict[str, QComboBox] = {}
        grid = FieldGrid(220, 4, self)
        headings = list(look.table.rows[look.headings])
        offered = [(at, self._offered(at, words)) for at, words in enumerate(headings)]
        for name in COLUMNS:
            combo = self.fields[name] = calm_combo(QComboBox(self))
            combo.addItem(_("Not in the file"), None)
            for at, words in offered:
                combo.addItem(words, at)
            grid.add_named(_(LABELS[name]), combo)
            combo.activated.connect(partial(self._on_chosen, name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        self._show()

    def _offered(self, at: int, heading: str) -> str:
        """"Tlf. (12 34 56 78)": the heading, and the first thing that stands below it."""
        below = (row[at] for row in self._look.table.rows[self._look.headings + 1:] if at < len(row) and row[at])
        name = shortened(heading, EXAMPLE) or _("column {n}").format(n=at + 1)
        example = shortened(next(below, ""), EXAMPLE)
        return f"{name} ({example})" if example else name

    def _on_chosen(self, name: str, index: int) -> None:
        """A column is one thing: what it was before it is no more."""
        at = self.fields[name].itemData(index)
        columns = {each: column for each, column in self._look.columns.items() if each != name and column != at}
        if at is not None:
            columns[name] = int(at)
        self._look.columns = columns
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for name, combo in self.fields.items():
            with QSignalBlocker(combo):
                at = self._look.columns.get(name)
                combo.setCurrentIndex(0 if at is None else combo.findData(at))
