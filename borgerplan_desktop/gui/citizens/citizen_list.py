"""The list of citizens: initials, name, room and the next thing. Never why they are here."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, font, px, scale
from borgerplan_desktop.gui.citizens.plain_list import PlainList
from borgerplan_desktop.gui.widgets.avatar import draw_avatar
from borgerplan_desktop.gui.widgets.painted_line import paint_line
from borgerplan_desktop.i18n import _

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class CitizenLine:
    """One citizen in the list; `next` is the next thing in a few words, `follow_up` marks it as our task."""

    id: str
    name: str
    room: str = ""
    next: str = ""
    follow_up: bool = False


class CitizenModel(QAbstractListModel):
    """The lines as Qt wants them, a page at a time; a reload keeps what did not change."""

    more_wanted = Signal()                               # answered by `add_lines` or `show_lines`

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[CitizenLine] = []
        self._more = False

    def show_lines(self, lines: list[CitizenLine], more: bool = False) -> None:
        self._more = more
        before, after = [line.id for line in self._lines], [line.id for line in lines]
        for how, begin, end, wanted, until in reversed(_steps(before, after)):
            if how == "equal":
                continue
            if end > begin:
                self.beginRemoveRows(QModelIndex(), begin, end - 1)
                del self._lines[begin:end]
                self.endRemoveRows()
            if until > wanted:
                self.beginInsertRows(QModelIndex(), begin, begin + until - wanted - 1)
                self._lines[begin:begin] = lines[wanted:until]
                self.endInsertRows()
        self._lines = list(lines)
        if lines:
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def add_lines(self, lines: list[CitizenLine], more: bool) -> None:
        """The next page."""
        self._more = more
        if lines:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self.more_wanted.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [line.name, _("room {room}").format(room=line.room) if line.room else "", line.next,
                     _("Needs attention") if line.follow_up else ""]
            return ", ".join(part for part in parts if part)
        return None

    def row_of(self, id: str) -> int:
        """The row of a citizen, or -1."""
        return next((at for at, line in enumerate(self._lines) if line.id == id), -1)


class CitizenDelegate(QStyledItemDelegate):
    """Draws a line as in the drawings: the open citizen on a white card with a mark at the edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(200), px(58))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: CitizenLine = index.data(LINE)
        view = option.widget  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        is_open = isinstance(view, CitizenList) and view.opened() == line.id
        unit = scale()                                   # asked once: it is asked of the whole application

        def at(n: float) -> int:
            return round(n * unit)

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, QRectF(rect).adjusted(8, 2, -8, -2), is_open, state)
        side = at(34)
        draw_avatar(painter, QRectF(rect.left() + at(20), rect.center().y() - side / 2, side, side), line.name)
        left, right, top = rect.left() + at(64), rect.right() - at(18), rect.top() + at(8)
        room = min(self._width("small", line.room), (right - left) / 2)
        paint_line(painter, QRectF(left, top, right - left - room - at(6), at(21)), line.name, font(bold=True), "text")
        paint_line(painter, QRectF(right - room - 1, top, room + 2, at(21)), line.room, font("small"), "muted")
        mark = at(17) if line.follow_up else 0
        paint_line(painter, QRectF(left, top + at(21), right - left - mark - at(4), at(19)), line.next, font("small"),
                   "muted")
        if mark:
            draw_icon(painter, "alert", "warn", right - mark + 1, top + at(22), mark, 2)
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, box: QRectF, is_open: bool, state: QStyle.StateFlag) -> None:
        flags = QStyle.StateFlag
        focused = bool(state & flags.State_HasFocus)
        if not (is_open or focused or state & flags.State_MouseOver):
            return
        painter.setPen(QPen(colour("focus" if focused else "border"), 2 if focused else 1))
        painter.setBrush(colour("surface" if is_open else "hover"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 10, 10)
        if is_open:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 9, 4, box.height() - 18), 2, 2)

    @staticmethod
    def _width(kind: str, text: str) -> float:
        return QFontMetricsF(font(kind)).horizontalAdvance(text)


class CitizenList(PlainList):
    """`chosen(id)` when a citizen is opened, `more_wanted()` when somebody comes to where it ends for now."""

    chosen = Signal(str)
    more_wanted = Signal()
    left_downwards = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._opened = ""
        self._model = CitizenModel()
        super().__init__(self._model, CitizenDelegate(), parent)
        self._model.more_wanted.connect(self.more_wanted)

    def show_lines(self, lines: list[CitizenLine], more: bool = False) -> None:
        """Show these; the marked and the open citizen stay so when they are still there."""
        marked = self.marked()
        self._model.show_lines(lines, more)
        row = max(self._model.row_of(marked), 0)
        if lines and self.currentIndex().row() != row:
            self.setCurrentIndex(self._model.index(row))

    def add_lines(self, lines: list[CitizenLine], more: bool) -> None:
        """Show these behind those that are shown; `more` = they are not the last."""
        self._model.add_lines(lines, more)

    def shows(self, id: str) -> bool:
        """Whether a citizen is among the lines."""
        return self._model.row_of(id) >= 0

    def reached(self) -> int:
        """How many lines there are to the last that is in sight; 0 while the list is folded away."""
        if not self.isVisible():
            return 0
        last = self.indexAt(self.viewport().rect().bottomLeft())
        return last.row() + 1 if last.isValid() else self._model.rowCount()

    def set_opened(self, id: str) -> None:
        """Which citizen is open ("" = none)."""
        self._opened = id
        row = self._model.row_of(id)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))
        self.viewport().update()

    def opened(self) -> str:
        return self._opened

    def marked(self) -> str:
        """The id of the line the keyboard stands on."""
        line = self.currentIndex().data(LINE)
        return line.id if line else ""

    def open_marked(self) -> None:
        """Open the line the keyboard stands on, or the first."""
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))
        super().open_marked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.currentIndex().row() == self._model.rowCount() - 1:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
            if event.key() == Qt.Key.Key_End:
                self.end_wanted.emit()

    def open_index(self, index: QModelIndex) -> None:
        line = index.data(LINE) if index.isValid() else None
        if line:
            self.chosen.emit(line.id)


def _steps(before: list[str], after: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """What happened to a list, as difflib says it; it is loaded when something has."""
    if before == after:
        return []
    if not before:
        return [("insert", 0, 0, 0, len(after))]
    from difflib import SequenceMatcher

    return SequenceMatcher(None, before, after, False).get_opcodes()
