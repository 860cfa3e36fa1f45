"""Who would come in from a file, a row each: ticked or not, and whether they are somebody who is here already."""
from __future__ import annotations

import enum
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from borgerplan_desktop.casework.network.coming_people import Coming
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.plain_table import PlainTable
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.spelling import is_found
from borgerplan_desktop.phone_number import phone_number

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class Column(enum.IntEnum):
    NAME, FILE, HERE, SAME, PROFESSIONAL = range(5)


HEADINGS = {Column.NAME: N_("Taken in"), Column.FILE: N_("In the file"), Column.HERE: N_("Here already"),
            Column.SAME: N_("The same person"), Column.PROFESSIONAL: N_("Professional")}
WORDS = (Column.NAME, Column.FILE, Column.HERE)
NARROW = 560                                             # design pixels: below it what the file says is not in sight
NARROWEST = 420                                          # below it only who comes, and who is the same
TICKED = {Column.NAME: "comes", Column.SAME: "same", Column.PROFESSIONAL: "professional"}


class ComingModel(QAbstractTableModel):
    """`changed` when somebody was ticked or not."""

    changed = Signal()

    def __init__(self, chosen: list[Coming], parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen = chosen

    def tick(self, rows: list[int], comes: bool) -> None:
        """All of these come along, or none of them; not the citizen."""
        for row in rows:
            if not self.chosen[row].is_citizen:
                self.chosen[row] = replace(self.chosen[row], comes=comes)
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.chosen) - 1, len(Column) - 1))
            self.changed.emit()

    def look_anew(self, fresh: list[Coming]) -> None:
        """Who is here by now, or no longer, is as one who is read now; what was ticked for the others stays."""
        self.chosen[:] = [mine if mine.known is now.known and mine.registered is now.registered else now
                          for mine, now in zip(self.chosen, fresh, strict=True)]
        if self.chosen:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.chosen) - 1, len(Column) - 1))
        self.changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.chosen)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return _(HEADINGS[Column(section)])
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        each, column = self.chosen[index.row()], Column(index.column())
        if role == Role.DisplayRole:
            return _words(each, column)
        if role == Role.CheckStateRole and self._can_be_ticked(each, column):
            return Qt.CheckState.Checked if getattr(each, TICKED[column]) else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            return self._spoken(each, column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._can_be_ticked(self.chosen[index.row()], Column(index.column())):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        each, column = self.chosen[index.row()], Column(index.column())
        if role != Role.CheckStateRole or not self._can_be_ticked(each, column):
            return False
        self.chosen[index.row()] = replace(each, **{TICKED[column]: Qt.CheckState(value) == Qt.CheckState.Checked})
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(Column) - 1))
        self.changed.emit()
        return True

    @staticmethod
    def _can_be_ticked(each: Coming, column: Column) -> bool:
        """What would mean nothing cannot be ticked: who is not here is nobody else, and no dog is a professional."""
        if column not in TICKED or each.is_citizen:
            return False
        if column is Column.SAME:
            return each.comes and each.known is not None
        if column is Column.PROFESSIONAL:
            return each.comes and each.person.human and (each.known is None or not each.same)
        return True

    def _spoken(self, each: Coming, column: Column) -> str:
        words = _words(each, column) or "–"
        if self._can_be_ticked(each, column):
            words = ", ".join((words, _("yes") if getattr(each, TICKED[column]) else _("no")))
        return f"{_(HEADINGS[column])}: {words}"


def _words(each: Coming, column: Column) -> str:
    person = each.person
    if column is Column.NAME:
        return person.name
    if column is Column.FILE:
        return ", ".join(part for part in (person.relation, person.role, person.organisation,
                                           phone_number(person.phone) if person.phone else person.email) if part)
    if column is Column.HERE:
        return _here(each)
    return ""


def _here(each: Coming) -> str:
    if each.is_citizen:
        return _("Stands in the middle")
    if each.known is not None and each.alike is not None:
        name = each.known.contact.name
        left = each.known.removed_on is not None
        said = _("{why}: {name}, who has left").format(why=_(each.alike.label), name=name) if left else \
            _("{why}: {name}").format(why=_(each.alike.label), name=name)
        return said
    if each.registered is not None:
        return _("In the register: {name}").format(name=each.registered.name)
    return _("On an earlier map only") if each.gone else ""


class _Found(QSortFilterProxyModel):
    """Those in whose words every word that is sought stands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""

    def look_for(self, words: str) -> None:
        self.beginFilterChange()
        self._words = words
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        if not self._words.strip() or not isinstance(model, ComingModel):
            return True
        each = model.chosen[row]
        return is_found(self._words, f"{each.person.name} {_words(each, Column.FILE)}")


class ComingTable(PlainTable):
    def __init__(self, chosen: list[Coming], parent: QWidget | None = None) -> None:
        super().__init__(36, parent)
        self.setAccessibleName(_("The people in the file"))
        self.people = ComingModel(chosen, self)
        self._found = _Found(self)
        self._found.setSourceModel(self.people)
        self.setModel(self._found)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setWordWrap(False)
        self._show_needed()
        self.people.changed.connect(self._show_needed)
        if chosen:
            self.setCurrentIndex(self._found.index(0, 0))

    def _show_needed(self) -> None:
        """What would be empty for everybody is no column."""
        chosen, before = self.people.chosen, self.isColumnHidden(Column.SAME)
        self.setColumnHidden(Column.SAME, not any(each.known is not None and not each.is_citizen for each in chosen))
        self.setColumnHidden(Column.HERE, not any(_here(each) for each in chosen))
        if before is not self.isColumnHidden(Column.SAME):
            self._share_room()

    def look_for(self, words: str) -> None:
        self._found.look_for(words)

    def shown_rows(self) -> list[int]:
        """Those that the search leaves, by their number in the file."""
        return [self._found.mapToSource(self._found.index(row, 0)).row() for row in range(self._found.rowCount())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The boxes take what their headings need; the words share the rest."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        room = self.viewport().width()
        self.setColumnHidden(Column.FILE, room < px(NARROW))
        self.setColumnHidden(Column.PROFESSIONAL, room < px(NARROWEST) and not self.isColumnHidden(Column.SAME))
        for column in (each for each in (Column.SAME, Column.PROFESSIONAL) if not self.isColumnHidden(each)):
            least = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, least)
            room -= least
        shown = [column for column in WORDS if not self.isColumnHidden(column)]
        wanted = {column: max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
                  for column in shown}
        for done, column in enumerate(sorted(shown, key=wanted.__getitem__), 1):     # what is short stands whole
            given = room if done == len(shown) else min(wanted[column], room // (len(shown) - done + 1))
            self.setColumnWidth(column, max(px(60), given))
            room -= given
