"""The services as a table, however many: ticked to be printed, and the one the keyboard stands on shown beside it."""
from __future__ import annotations

import enum
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.plain_table import PlainTable
from borgerplan_desktop.i18n import N_, _, day_short
from borgerplan_desktop.model.directory import Service

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class Column(enum.IntEnum):
    NAME, WHERE, STEP, STATE = range(4)


HEADINGS = {Column.NAME: N_("Service"), Column.WHERE: N_("Run by"), Column.STEP: N_("Rung"),
            Column.STATE: N_("State")}
SHARES = {Column.NAME: .39, Column.WHERE: .24, Column.STEP: .09}
WIDE, NARROW = 560, 380                                  # design pixels: below them no place, and the name alone


def state_of(service: Service, today: date) -> str:
    """What somebody should know of it, in a few words; "" = nothing."""
    if service.itself is not service:
        return _("the same as {name}").format(name=service.itself.name)
    if service.is_closed(today):
        return _("Closed")
    if service.retired:
        return _("Not used any more")
    if service.closes_on is not None:
        return _("Closes {date}").format(date=day_short(service.closes_on))
    return _("Look at it") if service.is_stale(today) else ""


class ServicesModel(QAbstractTableModel):
    """`ticked_changed` when a person ticks one; what is ticked stays so while it is out of sight."""

    ticked_changed = Signal()

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Service] = ()
        self.ticked: dict[str, None] = {}                # ids, in the order in which they were ticked
        self.today = today

    def show_rows(self, rows: Sequence[Service]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def tick(self, ids: Sequence[str], on: bool) -> None:
        for id in ids:
            if on:
                self.ticked[id] = None
            else:
                self.ticked.pop(id, None)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0), [Role.CheckStateRole])
        self.ticked_changed.emit()

    def row_of(self, service: Service | None) -> int:
        """-1 = it is not among them."""
        return self.rows.index(service) if service is not None and service in self.rows else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return _(HEADINGS[Column(section)])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.NAME else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        service, column = self.rows[index.row()], Column(index.column())
        if not service.exists:                           # gone in another window: the list is read anew in a moment
            return None
        if role == Role.DisplayRole:
            return self._words(service, column)
        if role == Role.CheckStateRole and column is Column.NAME:
            return Qt.CheckState.Checked if service.id in self.ticked else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            return self._spoken(service, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or index.column() != Column.NAME:
            return False
        self.tick([self.rows[index.row()].id], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _words(self, service: Service, column: Column) -> str:
        if column is Column.NAME:
            return service.name.strip() or _("Without a name")
        if column is Column.WHERE:
            return service.organisation.strip() or _(service.kind.label)
        if column is Column.STEP:
            return str(service.ladder_step.number) if service.ladder_step is not None else ""
        return state_of(service, self.today)

    def _spoken(self, service: Service, column: Column) -> str:
        if column is not Column.NAME:
            return f"{_(HEADINGS[column])}: {self._words(service, column) or '–'}"
        step = _("step {n}").format(n=service.ladder_step.number) if service.ladder_step is not None else ""
        parts = (self._words(service, column), self._words(service, Column.WHERE), step, state_of(service, self.today),
                 _("ticked") if service.id in self.ticked else "")
        return ", ".join(part for part in parts if part)


class ServicesTable(PlainTable):
    """`chosen(service)` when another row is stood on; the arrows walk, Space ticks."""

    chosen = Signal(object)                              # Service | None

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(36, parent)
        self.setAccessibleName(_("The directory"))
        self.services = ServicesModel(today, self)
        self.setModel(self.services)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setWordWrap(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)     # thousands of rows at once
        self._showing = False
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[Service], marked: Service | None) -> None:
        """These; `marked` is stood on, else the first. Nothing is told of it."""
        self._showing = True
        self.services.show_rows(rows)
        row = max(self.services.row_of(marked), 0)
        if rows:
            self.setCurrentIndex(self.services.index(row, 0))
        self._showing = False

    def marked(self) -> Service | None:
        """The one that is stood on."""
        row = self.currentIndex().row()
        return self.services.rows[row] if 0 <= row < len(self.services.rows) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        shares = SHARES if room >= px(WIDE) else {Column.NAME: .58, Column.STEP: .14}
        if room < px(NARROW):
            shares = {Column.NAME: .64}
        for column in (Column.WHERE, Column.STEP):
            self.setColumnHidden(column, column not in shares)
        left = room
        for column, share in shares.items():
            width = max(int(room * share), self.horizontalHeader().sectionSizeHint(column))
            self.setColumnWidth(column, width)
            left -= width
        self.setColumnWidth(Column.STATE, max(px(60), left))

    def _on_current(self) -> None:
        if not self._showing:
            self.chosen.emit(self.marked())
