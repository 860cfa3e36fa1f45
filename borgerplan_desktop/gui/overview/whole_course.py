"""The whole course, part by part: a list of the parts at the left, the chosen one beside it, and the way back."""
from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.icons import icon
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.half_written import is_half_written
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.editing.tab_state import TabState, stand, standing
from borgerplan_desktop.gui.overview.parts import PARTS, Entry
from borgerplan_desktop.gui.widgets.back_with_keys import wants_back
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _

LIST_WIDTH, ROOM_FOR_LIST = 240, 840                     # design pixels; with less the parts are in a drop-down


class WholeCourse(QWidget):
    """`left()`: back to the board. `turned()`: another part is in front."""

    left = Signal()
    turned = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, parts: tuple[Entry, ...] = PARTS) -> None:
        super().__init__(parent)
        self._desk, self._parts = desk, parts
        self._made: dict[str, Tab] = {}
        self._stood: dict[str, TabState] = {}            # of parts that were let go of
        self.back_button: QPushButton = button(_("Overview"), "chevron_left", "ghost", self)
        self.back_button.setAccessibleName(_("Back to the overview"))
        self.title_label: QLabel = plain_label("", "h2", self)
        self.list = QListWidget(self)
        self.list.setProperty("role", "sections")
        self.list.setAccessibleName(_("The parts of the course"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.combo: QComboBox = calm_combo(QComboBox(self))
        self.combo.setAccessibleName(_("The parts of the course"))
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.pages = QStackedWidget(self)
        for entry in parts:
            self.list.addItem(QListWidgetItem(icon(entry.icon, "muted"), _(entry.name)))
            self.combo.addItem(_(entry.name), entry.key)
        head = QHBoxLayout()
        head.setContentsMargins(24, 8, 24, 0)
        head.setSpacing(12)
        head.addWidget(self.back_button)
        head.addWidget(self.combo)
        head.addWidget(self.title_label)
        head.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setContentsMargins(12, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.list)
        self._beside.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._beside, 1)
        self.pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)     # only the one in front
        # Signals
        self.back_button.clicked.connect(self.left)
        self.list.currentRowChanged.connect(self._show_at)
        self.combo.activated.connect(self._show_at)
        self._arrange()

    # ------------------------------------------------------------------ what is in front
    @property
    def entry(self) -> Entry | None:
        """What the list says of the part in front."""
        at = self.list.currentRow()
        return self._parts[at] if 0 <= at < len(self._parts) else None

    @property
    def part(self) -> Tab | None:
        """The part in front."""
        return self._made.get(self.entry.key) if self.entry is not None else None

    def show_part(self, key: str, row_id: str = "") -> None:
        """Bring a part to the front, and a row in it; the first part for a key nobody knows."""
        keys = [each.key for each in self._parts]
        if not keys:
            return
        self.list.setCurrentRow(keys.index(key) if key in keys else 0)
        part = self.part
        if row_id and part is not None:
            part.show_row(row_id)

    def let_go_of_hidden(self) -> None:
        """The parts behind the one in front are made again when they are wanted; but not where something is begun."""
        for key, part in list(self._made.items()):
            if part is not self.part and not is_half_written(part):
                del self._made[key]
                self._stood[key] = standing(part)
                self.pages.removeWidget(part)
                part.hide()
                part.deleteLater()

    def take_keyboard(self) -> None:
        """The keyboard goes to the parts, unless it is in the one in front already."""
        part, held = self.part, keyboard_in(self.window())
        if part is None or held is None or not part.isAncestorOf(held):
            (self.list if self.list.isVisibleTo(self) else self.combo).setFocus()

    def standing(self) -> tuple[str, Any]:
        """The part in front, and what is open in it."""
        entry, part = self.entry, self.part
        return (entry.key if entry is not None else "", part.standing() if part is not None else None)

    def stand(self, before: tuple[str, Any]) -> None:
        key, opened = before
        self.show_part(key)
        if opened is not None and self.part is not None:
            self.part.stand(opened)

    # ------------------------------------------------------------------ what happens
    def _show_at(self, at: int) -> None:
        if not 0 <= at < len(self._parts):
            return
        entry = self._parts[at]
        if self.list.currentRow() != at:
            self.list.setCurrentRow(at)                  # comes back here
            return
        self.combo.setCurrentIndex(at)
        self.title_label.setText(_(entry.name))
        if entry.key not in self._made:
            made = self._made[entry.key] = entry.make(self._desk, self.pages)
            made.turned.connect(self.turned)
            self.pages.addWidget(made)
        self.pages.setCurrentWidget(self._made[entry.key])
        if entry.key in self._stood:
            stand(self._made[entry.key], self._stood.pop(entry.key))
        self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, and Alt with the arrow to the left, go back to the board."""
        if wants_back(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= px(ROOM_FOR_LIST)
        self.list.setVisible(beside)
        self.list.setFixedWidth(px(LIST_WIDTH))
        self.combo.setVisible(not beside)
        self.title_label.setVisible(beside)
