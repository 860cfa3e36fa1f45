"""The lines of a file that would come into the directory: ticked or not, new or the same as one here, and why not."""
from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from borgerplan_desktop.casework.directory.coming_services import Coming, How, what_was_not_understood
from borgerplan_desktop.gui.widgets.plain_table import PlainTable
from borgerplan_desktop.i18n import N_, _, ngettext

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class Column(enum.IntEnum):
    NAME, SAME, HERE, LEFT_OUT = range(4)


HEADINGS = {Column.NAME: N_("Taken in"), Column.SAME: N_("The same"), Column.HERE: N_("Here already"),
            Column.LEFT_OUT: N_("Not read")}
TICKED = (Column.NAME, Column.SAME)


class ComingModel(QAbstractTableModel):
    """`changed` when something was ticked or not."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Coming] = []

    def show_lines(self, lines: Sequence[Coming]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()
        self.changed.emit()

    def put(self, row: int, line: Coming) -> None:
        self.lines[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        self.changed.emit()

    def tick_all(self, on: bool) -> None:
        """All that can come, or none of them; what stands in the file twice stays out."""
        self.lines = [_ticked(each, on) if not each.why_not else each for each in self.lines]
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(Column) - 1))
        self.changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return _(HEADINGS[Column(section)])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if _can_be_ticked(
            self.lines[index.row()], Column(index.column())) else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line, column = self.lines[index.row()], Column(index.column())
        if role == Role.DisplayRole:
            return _words(line, column)
        if role == Role.CheckStateRole and _can_be_ticked(line, column):
            return Qt.CheckState.Checked if _is_ticked(line, column) else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            words = _words(line, column) or "–"
            if _can_be_ticked(line, column):
                words = ", ".join((words, _("yes") if _is_ticked(line, column) else _("no")))
            return f"{_(HEADINGS[column])}: {words}"
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        line, column = self.lines[index.row()], Column(index.column())
        if role != Role.CheckStateRole or not _can_be_ticked(line, column):
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        self.put(index.row(), _ticked(line, on) if column is Column.NAME else
                 replace(line, how=How.SAME if on else How.NEW))
        return True


def _ticked(line: Coming, on: bool) -> Coming:
    if not on:
        return replace(line, how=How.LEFT)
    return line if line.how is not How.LEFT else replace(line, how=How.NEW if line.known is None else How.SAME)


def _can_be_ticked(line: Coming, column: Column) -> bool:
    """What has no name is nothing; what is not here is nobody else."""
    if column is Column.NAME:
        return bool(line.name)
    return column is Column.SAME and line.known is not None and line.how is not How.LEFT


def _is_ticked(line: Coming, column: Column) -> bool:
    return line.how is (How.SAME) if column is Column.SAME else line.how is not How.LEFT


def _words(line: Coming, column: Column) -> str:
    match column:
        case Column.NAME:
            return line.name or _("Line {n}").format(n=line.number)
        case Column.HERE if line.known is not None:
            place = ", ".join(part for part in (line.known.name, line.known.organisation) if part)
            n = len(line.differing)
            differs = ngettext("{n} difference", "{n} differences", n).format(n=n) if n else ""
            return " · ".join(part for part in (place, differs) if part)
        case Column.LEFT_OUT:
            return " · ".join(part for part in (line.why_not, what_was_not_understood(line)) if part)
        case _:
            return ""


class ComingServicesTable(PlainTable):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(36, parent)
        self.setAccessibleName(_("The services in the file"))
        self.coming = ComingModel(self)
        self.setModel(self.coming)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setWordWrap(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_lines(self, lines: Sequence[Coming]) -> None:
        self.coming.show_lines(lines)
        self.setColumnHidden(Column.SAME, not any(each.known is not None for each in lines))
        self.setColumnHidden(Column.HERE, not any(each.known is not None for each in lines))
        self.setColumnHidden(Column.LEFT_OUT, not any(each.why_not or each.not_understood for each in lines))
        if lines:
            self.setCurrentIndex(self.coming.index(0, 0))
        self._share_room()

    def marked(self) -> int:
        """The row that is stood on; -1 = none."""
        return self.currentIndex().row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        room = self.viewport().width()
        if not self.isColumnHidden(Column.SAME):
            least = self.horizontalHeader().sectionSizeHint(Column.SAME)
            self.setColumnWidth(Column.SAME, least)
            room -= least
        shown = [each for each in (Column.NAME, Column.HERE, Column.LEFT_OUT) if not self.isColumnHidden(each)]
        for column in shown:
            self.setColumnWidth(column, room // len(shown))
