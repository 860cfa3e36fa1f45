"""Who are you? Every colleague as a card; one is chosen."""
from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.casework.session.location import Person
from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.widgets.avatar import draw_avatar
from borgerplan_desktop.gui.widgets.painted_line import paint_line

COLUMNS = 2
ROWS_SHOWN = 4


class PersonList(QWidget):
    """`chosen(Person)` when a person picks a card, with the mouse or the arrow keys."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: list[Person] = []
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._on_toggled)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_people(self, people: list[Person], chosen: str = "") -> None:
        """Show these colleagues; the one with the id `chosen`, else the first, is picked."""
        self._people = list(people)
        for old in self._group.buttons():
            self._group.removeButton(old)
        content = QWidget()
        content.setProperty("role", "body")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        picked = next((at for at, person in enumerate(people) if person.id == chosen), 0)
        cards = []
        for at, person in enumerate(people):
            card = _PersonCard(person, content)
            self._group.addButton(card, at)
            grid.addWidget(card, at // COLUMNS, at % COLUMNS)
            cards.append(card)
        grid.setRowStretch(len(people) // COLUMNS + 1, 1)
        for at in range(COLUMNS):
            grid.setColumnStretch(at, 1)
        self._scroll.setWidget(content)
        self.updateGeometry()
        if cards:
            cards[picked].setChecked(True)

    def person(self) -> Person | None:
        """Who is chosen."""
        at = self._group.checkedId()
        return self._people[at] if 0 <= at < len(self._people) else None

    def sizeHint(self) -> QSize:
        rows = min(ROWS_SHOWN, max(1, -(-len(self._people) // COLUMNS)))
        return QSize(px(490), rows * px(64) + (rows - 1) * 10)

    def minimumSizeHint(self) -> QSize:
        rows = min(2, max(1, -(-len(self._people) // COLUMNS)))
        return QSize(px(240), rows * px(64) + (rows - 1) * 10)

    def _on_toggled(self, at: int, on: bool) -> None:
        if on:
            self._scroll.ensureWidgetVisible(self._group.button(at))
            self.chosen.emit(self._people[at])


class _PersonCard(QAbstractButton):
    def __init__(self, person: Person, parent: QWidget) -> None:
        super().__init__(parent)
        self._person = person
        self.setCheckable(True)
        self.setAccessibleName(f"{person.name}, {person.title}" if person.title else person.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, hovered = self.isChecked(), self.underMouse()
        edge = 3 if self.hasFocus() else 2 if chosen else 1
        painter.setPen(QPen(colour("accent" if chosen or hovered or self.hasFocus() else "border"), edge))
        painter.setBrush(colour("hover" if hovered else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        middle, side = self.height() / 2, px(40)
        draw_avatar(painter, QRectF(px(12), middle - side / 2, side, side), self._person.name)
        left = px(64)
        room = self.width() - left - px(40 if chosen else 10)
        two = bool(self._person.title)
        paint_line(painter, QRectF(left, middle - (px(21) if two else px(11)), room, px(22)), self._person.name,
                   font(bold=True), "text")
        if two:
            paint_line(painter, QRectF(left, middle, room, px(20)), self._person.title, font("small"), "muted")
        if chosen:
            draw_icon(painter, "check_circle", "accent", self.width() - px(34), middle - px(10), px(20), 2)
