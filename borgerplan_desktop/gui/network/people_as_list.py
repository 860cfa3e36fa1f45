"""Everybody on the map as a list nobody sees: what a screen reader finds there, reads and presses."""
from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from borgerplan_desktop.i18n import _

Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex


class _Lines(QAbstractListModel):
    """One line a person: id, sentence, and the ties to others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[tuple[str, str, str]] = []

    def show(self, lines: Sequence[tuple[str, str, str]]) -> bool:
        """Whether they are other people than before, so that whoever was marked is not any more."""
        before, now = [line[0] for line in self.lines], [line[0] for line in lines]
        if before == now:
            self.lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return False
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Role.DisplayRole) -> str | None:
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.lines[index.row()][1]
        return self.lines[index.row()][2] if role == Role.AccessibleDescriptionRole else None


class PeopleAsList(QListView):
    """Lies over the map without being painted or clicked; its lines stand where the people stand.

    Qt tells assistive programs nothing of what is drawn in a scene, and a widget for each of 500 people would be slow.
    """

    pressed_on = Signal(str)                             # id, from outside; "" = let go of

    def __init__(self, where: Callable[[str], QRect], parent: QWidget) -> None:
        super().__init__(parent)
        self._where = where                              # somebody's spot in the viewport
        self._lines = _Lines(self)
        self._rows: dict[str, int] = {}
        self._heard = ("", "")                           # who was told of last, and in which words
        self._by_us = False
        self.setModel(self._lines)
        self.setAccessibleName(_("People on the map"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)      # the map has the keyboard
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setUpdatesEnabled(False)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Id, sentence, ties to others: of everybody on the map."""
        self._by_us = True
        if list(lines) != self._lines.lines and self._lines.show(lines):
            self._rows = {line[0]: row for row, line in enumerate(lines)}
        self._by_us = False

    def mark(self, chosen: str, at: str) -> None:
        """Whose card is shown, and at whom the keyboard is; "" = nobody."""
        marks, clear = self.selectionModel(), QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._by_us = True
        if chosen in self._rows:
            marks.select(self._lines.index(self._rows[chosen]), clear)
        else:
            marks.clearSelection()
        here = self._lines.index(self._rows[at]) if at in self._rows else QModelIndex()
        marks.setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._by_us = False
        heard = (at, self._lines.lines[here.row()][1]) if here.isValid() else ("", "")
        if heard != self._heard:
            self._heard = heard
            self._tell(here)

    def _tell(self, here: QModelIndex) -> None:
        """The keyboard is the map's; of the line where it stands we tell ourselves."""
        if here.isValid() and QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(here.row())
            QAccessible.updateAccessibility(event)

    def visualRect(self, index: Index) -> QRect:
        return self._where(self._lines.lines[index.row()][0]) if index.isValid() else QRect()

    def _on_selected(self, now: QItemSelection, _before: QItemSelection) -> None:
        if not self._by_us:
            rows = [index.row() for index in now.indexes()]
            self.pressed_on.emit(self._lines.lines[rows[0]][0] if rows else "")
