"""The network as a table: the same people as the map, sortable, edited by keyboard, read by screen readers."""
from __future__ import annotations

import enum
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QWidget,
)

from borgerplan_desktop.casework.network.people import (
    involve_from,
    involve_until,
    put_on_map,
    set_sector,
    set_tie,
    take_off_map,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.word_chooser import WordChooser
from borgerplan_desktop.gui.showing.people_shown import Face
from borgerplan_desktop.gui.widgets.dates_as_written import Toward, parse_day
from borgerplan_desktop.gui.widgets.plain_table import PlainTable
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.map.forms import stands_outside
from borgerplan_desktop.model.network import NetworkMember, TieQuality
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Professional, StaffMember
from borgerplan_desktop.model.text import shortened
from borgerplan_desktop.phone_number import phone_number

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SORT = Role.UserRole
ID = Role.UserRole + 1
LONGEST = 60                                             # characters of what was not understood


class Column(enum.IntEnum):
    NAME, WHO, SECTOR, RING, TIE, TASK, CONSENT, PHONE, EMAIL, HELPS, FROM, UNTIL = range(12)


HEADINGS = {
    Column.NAME: N_("Name"), Column.WHO: N_("Who it is"), Column.SECTOR: N_("Part of life"),
    Column.RING: N_("How close"), Column.TIE: N_("Tie"), Column.TASK: N_("Task"), Column.CONSENT: N_("Consent"),
    Column.PHONE: N_("Phone"), Column.EMAIL: N_("E-mail"), Column.HELPS: N_("Helps with"),
    Column.FROM: N_("Involved from"), Column.UNTIL: N_("Involved until")}
USUAL = frozenset(range(Column.EMAIL))                   # the others are shown when they are asked for
WIDTHS = {Column.NAME: 15, Column.WHO: 17, Column.SECTOR: 17, Column.RING: 13, Column.TIE: 14, Column.TASK: 12,
          Column.CONSENT: 14, Column.PHONE: 12, Column.EMAIL: 20, Column.HELPS: 20, Column.FROM: 14, Column.UNTIL: 14}
LESS = ((760, (Column.TASK, Column.PHONE)), (540, (Column.SECTOR,)))     # away below so many design pixels
CHOSEN = (Column.SECTOR, Column.RING, Column.TIE)        # edited by choosing among words
TELLING = (Column.NAME, Column.WHO, Column.PHONE, Column.EMAIL, Column.HELPS)   # not shown without names
OF_THE_REGISTER = {Column.PHONE: "phone", Column.EMAIL: "email"}
TYPED = {Column.NAME: NetworkMember.name, Column.WHO: NetworkMember.relation, Column.HELPS: NetworkMember.helps_with,
         Column.PHONE: NetworkMember.phone, Column.EMAIL: NetworkMember.email}
DATES = {Column.FROM: involve_from, Column.UNTIL: involve_until}


def choices(column: Column, register: Case | None = None) -> list[tuple[Any, str]]:
    """The values of a column with their words, the sectors as the shelter calls them."""
    if column is Column.SECTOR:
        return list(sector_names(register).items())
    if column is Column.TIE:
        return [(q, _(q.label)) for q in TieQuality]
    return [(None, _("Not placed yet")), *ring_names(register).items()]


class PeopleModel(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._register: Desk | None = None
        self._nameless = False
        self._faces: list[Face] = []

    def show_people(self, desk: Desk, faces: Sequence[Face], register: Desk | None = None,
                    nameless: bool = False) -> None:
        """Keeps the rows (and with them selection and scrolling) when the people are the same. `register`: the desk of
        the shelter's own case, where numbers of professionals are kept; `nameless`: nothing that tells who it is.
        """
        self._register, self._nameless = register, nameless
        same = [f.id for f in faces] == [f.id for f in self._faces]
        if not same:
            self.beginResetModel()
        self._desk, self._faces = desk, list(faces)
        if not same:
            self.endResetModel()
        elif self._faces:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._faces) - 1, len(Column) - 1))

    @property
    def case_register(self) -> Case | None:
        """Where the shelter has said what the sectors are called."""
        return self._desk.case.register if self._desk is not None else None

    def row_of(self, id: str) -> int:
        return next((i for i, f in enumerate(self._faces) if f.id == id), -1)

    def member(self, row: int) -> NetworkMember | None:
        if self._desk is None or not 0 <= row < len(self._faces):
            return None
        return self._desk.case.get(NetworkMember, self._faces[row].id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._faces)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return _(HEADINGS[Column(section)])
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        member = self.member(index.row())
        if member is None:
            return None
        face, column = self._faces[index.row()], Column(index.column())
        if role == ID:
            return face.id
        if role == Role.DisplayRole:
            return self._words(face, member, column)
        if role == Role.EditRole:
            return self._value(member, column)
        if role == SORT:
            return self._order(face, member, column)
        if role == Role.AccessibleTextRole:
            return f"{_(HEADINGS[column])}: {self._words(face, member, column) or '–'}"
        if role == Role.AccessibleDescriptionRole:
            return face.sentence
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        member = self.member(index.row())
        if member is not None and self._editable(member, Column(index.column())):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        member = self.member(index.row())
        if role != Role.EditRole or member is None or self._desk is None:
            return False
        column = Column(index.column())
        if column in CHOSEN:                             # what went through Qt is a mere string now
            value = next((meant for meant, _words in choices(column) if meant == value), None)
        if value == self._value(member, column):
            return False
        return self._store(self._desk, member, column, value) == "stored"

    def _editable(self, member: NetworkMember, column: Column) -> bool:
        if column in CHOSEN:
            return True
        if self._nameless or not member.is_person and column in (Column.EMAIL, *DATES):
            return False                                 # no dog has a mail address
        own = member.professional_id is None and member.staff_id is None
        if column in DATES or column is Column.HELPS:
            return True
        return column in TYPED if own else column in OF_THE_REGISTER and self._record(member) is not None

    def _record(self, member: NetworkMember) -> Professional | StaffMember | None:
        """Where the number of somebody in the register is kept."""
        return member.registered if self._register is not None else None

    def _store(self, desk: Desk, member: NetworkMember, column: Column, value: Any) -> str:
        if column is Column.SECTOR:
            return desk.do(set_sector, member, value)
        if column is Column.RING:
            if value is None:
                return desk.do(take_off_map, member)
            return desk.do(put_on_map, member, member.sector, value)
        if column is Column.TIE:
            return desk.do(set_tie, member, value)
        if column in DATES:
            return desk.do(_involve, member, column, str(value))
        if column in OF_THE_REGISTER and self._register is not None and (record := self._record(member)) is not None:
            field = getattr(type(record), OF_THE_REGISTER[column])
            return self._register.do(write, record, field, str(value), N_("Change person"))
        return desk.do(write, member, TYPED[column], str(value), N_("Change person"))

    @staticmethod
    def _value(member: NetworkMember, column: Column) -> Any:
        return {Column.NAME: member.name, Column.WHO: member.relation, Column.SECTOR: member.sector,
                Column.RING: member.ring, Column.TIE: member.tie, Column.PHONE: member.contact.phone,
                Column.EMAIL: member.contact.email, Column.HELPS: member.helps_with,
                Column.FROM: _in_words(member.involved_from),
                Column.UNTIL: _in_words(member.involved_until)}.get(column)

    def _words(self, face: Face, member: NetworkMember, column: Column) -> str:
        if self._nameless and column in TELLING:
            return face.name if column is Column.NAME else ""
        contact = member.contact
        if column is Column.NAME:
            return contact.said_name or face.name
        if column is Column.WHO:
            return member.described
        if column is Column.SECTOR:
            return sector_names(member.case.register)[member.sector]
        if column is Column.RING:
            if member.ring is None:
                return _("Not placed yet")
            return _(member.reach.label) if stands_outside(member) else ring_names(member.case.register)[member.ring]
        if column is Column.TIE:
            return _(member.tie.label) if member.tie_is_said else ""
        if column is Column.TASK:
            return ", ".join(_(mark.label) for mark in face.marks)
        if column is Column.CONSENT:
            return _(face.consent.label) if face.consent is not None else ""
        if column is Column.PHONE:
            return phone_number(contact.phone)
        return str(self._value(member, column))

    def _order(self, face: Face, member: NetworkMember, column: Column) -> Any:
        if column is Column.SECTOR:
            return list(sector_names(member.case.register)).index(member.sector)
        if column is Column.RING:
            return face.ring or 9
        if column is Column.TIE:
            return list(TieQuality).index(member.tie)
        if column in DATES:
            on = member.involved_from if column is Column.FROM else member.involved_until
            return (on or date.max).isoformat()
        return danish(self._words(face, member, column)) or "~"


def _in_words(on: date | None) -> str:
    return day(on) if on is not None else ""


def _involve(opened: OpenCase, member: NetworkMember, column: Column, said: str) -> None:
    """From or until the day that was written as people write it. Raises Refused for what is none."""
    on = parse_day(said, opened.today(), Toward.NEAREST)
    if on is None and said.strip():
        raise Refused(_("We did not understand »{value}«. Write e.g. 3 March 2026, 3/3 or week 10.").format(
            value=shortened(said.strip(), LONGEST)))
    DATES[column](opened, member, on)


class PeopleTable(PlainTable):
    chosen = Signal(str)
    opened = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(42, parent)
        self.setAccessibleName(_("The people as a table"))
        self._people = PeopleModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._people)
        self._sorted.setSortRole(SORT)
        self.setModel(self._sorted)
        self.setItemDelegate(WordChooser(self._words_of, CHOSEN, self))
        self.setSortingEnabled(True)
        self.sortByColumn(Column.RING, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
                             | QAbstractItemView.EditTrigger.AnyKeyPressed)
        head = self.horizontalHeader()
        self._wanted = set(USUAL)
        self._asked: set[int] = set()                    # by hand: they stay also where it is tight
        self.columns = self._build_columns()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._on_heading)
        self._telling = True

    def show_people(self, desk: Desk, faces: Sequence[Face], register: Desk | None = None,
                    nameless: bool = False) -> None:
        """These people; see `PeopleModel.show_people`."""
        self._people.show_people(desk, faces, register, nameless)
        self._share_room()

    def _build_columns(self) -> QMenu:
        """Which columns there are, to be ticked; the name is always there."""
        menu = QMenu(_("Columns of the table"), self)
        for column, words in HEADINGS.items():
            if column is not Column.NAME:
                action = QAction(_(words), menu)
                action.setCheckable(True)
                action.setData(int(column))
                action.triggered.connect(self._on_column)
                menu.addAction(action)
        menu.aboutToShow.connect(self._on_columns)
        return menu

    def shown_columns(self) -> tuple[frozenset[int], frozenset[int]]:
        """Which columns are wanted, and which of them somebody asked for by hand."""
        return frozenset(self._wanted), frozenset(self._asked)

    def show_columns(self, wanted: tuple[frozenset[int], frozenset[int]]) -> None:
        """The same columns as another table showed."""
        self._wanted, self._asked = map(set, wanted)
        self._share_room()

    def _on_columns(self) -> None:
        for action in self.columns.actions():
            action.setChecked(not self.isColumnHidden(action.data()))

    def _on_column(self, on: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            column = int(action.data())
            for columns in (self._wanted, self._asked):
                columns.add(column) if on else columns.discard(column)
            self._share_room()

    def _on_heading(self, at: QPoint) -> None:
        self.columns.popup(self.horizontalHeader().mapToGlobal(at))

    def _words_of(self, column: int) -> list[tuple[Any, str]]:
        return choices(Column(column), self._people.case_register)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width there is, and where it is tight the card alone tells the rest."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        room = self.viewport().width()
        tight = {column for least, columns in LESS if room < px(least) for column in columns} - self._asked
        for column in Column:
            self.setColumnHidden(column, column not in self._wanted or column in tight)
        shown = {column: part for column, part in WIDTHS.items() if not self.isColumnHidden(column)}
        if shown.pop(Column.PHONE, 0):                   # half a number is none
            least = max(self.sizeHintForColumn(Column.PHONE), self.horizontalHeader().sectionSizeHint(Column.PHONE))
            self.setColumnWidth(Column.PHONE, least)
            room -= least
        for column, part in shown.items():
            self.setColumnWidth(column, room * part // sum(shown.values()))

    def choose(self, id: str) -> None:
        """Select a person without telling `chosen`."""
        self._telling = False
        row = self._people.row_of(id)
        if row < 0:
            self.clearSelection()
        else:
            column = max(0, self.currentIndex().column())
            self.setCurrentIndex(self._sorted.mapFromSource(self._people.index(row, column)))
        self._telling = True

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if selected.indexes() and self._telling:
            self.chosen.emit(selected.indexes()[0].data(ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and not editing:
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            else:
                self.opened.emit(index.data(ID))
        elif event.key() == Qt.Key.Key_Delete and index.isValid() and not editing:
            self.remove_asked.emit(index.data(ID))
        else:
            super().keyPressEvent(event)
