"""Persons × topics: who may be told what, as words in a table anyone can read."""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from borgerplan_desktop.i18n import N_, _, day_short
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Topic, consents_of, ends_soon, may_share, needs_consent
from borgerplan_desktop.model.network import NetworkMember, people

Index = QModelIndex | QPersistentModelIndex
KIND = int(Qt.ItemDataRole.UserRole)                     # "yes" | "no" | "ask"
PERSON = KIND + 1                                        # of the first column: the NetworkMember
SHORT = {
    Topic.PLAN: N_("Plan"), Topic.HOUSING: N_("Housing"), Topic.MONEY: N_("Money"), Topic.WORK: N_("Work"),
    Topic.HEALTH: N_("Health"), Topic.WELLBEING: N_("Wellbeing"), Topic.SUBSTANCES: N_("Substances"),
    Topic.NETWORK: N_("Family"), Topic.CRIME: N_("Crime"), Topic.OTHER: N_("Other"),
}


class ConsentTableModel(QAbstractTableModel):
    """The first column is the person; the others the topics of the form."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._members: list[NetworkMember] = []
        self._cells: list[list[str]] = []
        self._ends: dict[str, str] = {}                  # of whoever's consent runs out soon: when

    def show_case(self, case: Case, today: date) -> None:
        """Everybody from outside the shelter: for staff there is nothing to ask."""
        self.beginResetModel()
        outside = [m for m in people(case) if m.staff_id is None and (m.is_person or consents_of(case, m))]
        self._members = sorted(outside, key=lambda m: not needs_consent(case, m, today))
        self._ends = {member.id: _("Runs out {date}").format(date=day_short(end)) for member, end in
                      ends_soon(case, today)}
        self._cells = [[self._answer(case, m, topic, today) for topic in Topic] for m in self._members]
        self.endResetModel()

    @staticmethod
    def _answer(case: Case, member: NetworkMember, topic: Topic, today: date) -> str:
        may = may_share(case, member, topic, today)
        return "yes" if may.allowed else "no" if may.asked else "ask"

    def member(self, row: int) -> NetworkMember | None:
        return self._members[row] if 0 <= row < len(self._members) else None

    def row_of(self, member_id: str) -> int:
        return next((n for n, m in enumerate(self._members) if m.id == member_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._members)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Topic) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        member = self.member(index.row())
        if member is None or not index.isValid():
            return None
        if index.column() == 0:
            contact = member.contact
            if role == Qt.ItemDataRole.DisplayRole:
                return contact.said_name
            words = " · ".join(part for part in (self._ends.get(member.id, ""), member.described) if part)
            if role == KIND:
                return words
            if role == PERSON:
                return member
            return f"{contact.said_name}, {words}" if role == Qt.ItemDataRole.AccessibleTextRole else None
        kind = self._cells[index.row()][index.column() - 1]
        if role == KIND:
            return kind
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            asked = "?" if role == Qt.ItemDataRole.DisplayRole else _("Not asked yet")
            return {"yes": _("Yes"), "no": _("No"), "ask": asked}[kind]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _("Who may know it?") if section == 0 else _(SHORT[list(Topic)[section - 1]])
        return None
