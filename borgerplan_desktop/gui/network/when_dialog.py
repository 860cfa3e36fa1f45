"""Who is involved when: everybody down, the phases across, and in each cell informed, invited or responsible."""
from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.casework.course.phases import NAMES as PHASE_NAMES
from borgerplan_desktop.casework.network.involved_when import NAMES, involve, involved_as, phases_on
from borgerplan_desktop.gui.appearance.theme import font, px
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.word_chooser import WordChooser
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.network import InvolvedAs, Involvement, NetworkMember, Phase, people

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
PHASES = list(Phase)


def choices(_column: int) -> list[tuple[Any, str]]:
    """What a cell can say."""
    return [(None, "–"), *((how, _(NAMES[how])) for how in InvolvedAs)]


class WhenModel(QAbstractTableModel):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.members: list[NetworkMember] = []
        self.read()

    def read(self) -> None:
        here = [member for member in people(self._desk.case) if member.is_person]
        if here != self.members:
            self.beginResetModel()
            self.members = here
            self.endResetModel()
        elif here:
            self.dataChanged.emit(self.index(0, 0), self.index(len(here) - 1, len(PHASES) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.members)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(PHASES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self.members[section].contact.said_name if role == Role.DisplayRole else None
        now, phase = phases_on(self._desk.case, self._desk.opened.today()), PHASES[section]
        if role == Role.DisplayRole:
            word = _(PHASE_NAMES[phase])
            return "\n".join((word, _("(now)") if phase is now[0] else _("(now too)"))) if phase in now else word
        return font("small", bold=True) if role == Role.FontRole and phase in now else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        member, phase = self.members[index.row()], PHASES[index.column()]
        how = involved_as(self._desk.case, member, phase)
        if role == Role.EditRole:
            return how
        if role == Role.DisplayRole:
            return _(NAMES[how]) if how is not None else "–"
        if role == Role.AccessibleTextRole:
            words = _(NAMES[how]) if how is not None else _("Nothing is said")
            return f"{member.contact.said_name}, {_(PHASE_NAMES[phase])}: {words}"
        return int(Qt.AlignmentFlag.AlignCenter) if role == Role.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole:
            return False
        how = next((meant for meant, _words in choices(0) if meant == value), None)  # a mere string by way of Qt
        return self._desk.do(involve, self.members[index.row()], PHASES[index.column()], how) == "stored"


class WhenTable(QTableView):
    """Enter, F2 or a double click opens the few words; Delete says nothing again."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Who is involved when"))
        self.setModel(WhenModel(desk, self))
        self.setItemDelegate(WordChooser(choices, range(len(PHASES)), self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        head = self.horizontalHeader()
        head.setMinimumSectionSize(max(px(104), *(head.sectionSizeHint(at) for at in range(len(PHASES)))))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)        # narrower, and one scrolls: no word is cut
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setDefaultSectionSize(px(38))
        self.verticalHeader().setMaximumWidth(px(210))
        if self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, editing = self.currentIndex(), self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid() and not editing:
            self.edit(index)
            if isinstance(combo := self.indexWidget(index), QComboBox):
                combo.setFocus()
        elif event.key() == Qt.Key.Key_Delete and index.isValid() and not editing:
            self.model().setData(index, None)
        else:
            super().keyPressEvent(event)


class WhenDialog(CaseDialog):
    drawn = (900, 560)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title = _("Who is involved when")
        super().__init__(desk, parent, title)
        self.table = WhenTable(desk, self)
        self.close_button = button(_("Close"), parent=self)
        self.close_button.clicked.connect(self.accept)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(title, "title", self, wrap=True))
        column.addWidget(plain_label(_(
            "Whoever has no word is with us all the time. Whoever has one is only with us in the phases where it "
            "stands."), "muted", self, wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.trouble)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.say_refusal("", self.trouble)
        desk.changed.connect(self._on_changed)
        self.table.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        model = self.table.model()
        if isinstance(model, WhenModel) and (changes.touches(Involvement) or changes.touches(NetworkMember)):
            model.read()
