"""What two say differently of one service, a field a row; ticked = as the other says it."""
from __future__ import annotations

import enum
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from borgerplan_desktop.gui.widgets.plain_table import PlainTable
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.phone_number import phone_number

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class Difference(NamedTuple):
    """A field, what it is called, and what the two say."""

    field: str
    label: str
    here: Any
    other: Any


class Column(enum.IntEnum):
    FIELD, HERE, OTHER = range(3)


def said(field: str, value: Any) -> str:
    """A value of a field of a service in words."""
    if isinstance(value, Labelled):
        return _(value.label)
    if field == "phone":
        return phone_number(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return day(value)
    return " ".join(str(value if value is not None else "").split())


class _Differences(QAbstractTableModel):
    def __init__(self, rows: Sequence[Difference], headings: tuple[str, str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.rows, self.headings = rows, headings
        self.taken: set[str] = set()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self.headings[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.OTHER else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row, column = self.rows[index.row()], Column(index.column())
        words = (row.label, said(row.field, row.here), said(row.field, row.other))[column]
        if role in (Role.DisplayRole, Role.ToolTipRole) and (role == Role.DisplayRole or column is Column.FIELD):
            return words
        if role == Role.CheckStateRole and column is Column.OTHER:
            return Qt.CheckState.Checked if row.field in self.taken else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            ticked = ", " + (_("yes") if row.field in self.taken else _("no")) if column is Column.OTHER else ""
            return f"{row.label}. {self.headings[column]}: {words or '–'}{ticked}"
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or index.column() != Column.OTHER:
            return False
        field = self.rows[index.row()].field
        (self.taken.add if Qt.CheckState(value) == Qt.CheckState.Checked else self.taken.discard)(field)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(Column) - 1))
        return True


class DifferencesTable(PlainTable):
    def __init__(self, rows: Sequence[Difference], headings: tuple[str, str, str],
                 parent: QWidget | None = None) -> None:
        super().__init__(44, parent)
        self.setAccessibleName(_("What they say differently"))
        self.differences = _Differences(rows, headings, self)
        self.setModel(self.differences)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        if rows:
            self.setCurrentIndex(self.differences.index(0, Column.OTHER))

    @property
    def taken(self) -> frozenset[str]:
        """The fields that shall be as the other says."""
        return frozenset(self.differences.taken)

    def begin_with(self, taken: frozenset[str]) -> None:
        self.differences.taken = set(taken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        self.setColumnWidth(Column.FIELD, int(room * .24))
        self.setColumnWidth(Column.HERE, int(room * .38))
        self.setColumnWidth(Column.OTHER, room - int(room * .24) - int(room * .38))
