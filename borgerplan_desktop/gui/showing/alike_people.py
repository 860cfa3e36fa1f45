"""Who is here already and may be the same person as the one being written: why, and a way to open them."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.intake.same_person import Alike
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _


class AlikePeople(QWidget):
    """`wanted(case id, whether its course is closed)` when one is opened; not there while nobody is like them."""

    wanted = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verb = ""                                   # of the buttons; "" = to open
        self._shown: list[Alike] = []
        self._rows: list[QWidget] = []
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(4)
        self.hide()

    def show_people(self, people: Sequence[Alike]) -> None:
        """Exactly these, the surest first."""
        if list(people) == self._shown:
            return
        self._shown = list(people)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.buttons = [], []
        for each in people:
            self._add(each)
        self.setVisible(bool(people))

    def _add(self, each: Alike) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        parts = [_("Room {room}").format(room=each.room) if each.room else "",
                 _("The course is closed") if each.is_closed else "", _(each.because.label)]
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(each.name or _("Without a name"), "bold", row, wrap=True))
        words.addWidget(plain_label(" · ".join(part for part in parts if part), "small", row, wrap=True))
        verb = self.verb or (_("New stay") if each.is_closed else _("Open it"))
        open_ = button(verb, "chevron_right", "ghost", row, icon_right=True)
        open_.setAutoDefault(False)
        name = each.name or _("Without a name")
        open_.setAccessibleName(f"{self.verb}: {name}" if self.verb else _("Open {name}").format(name=name))
        open_.clicked.connect(self._on_open)
        line.addLayout(words, 1)
        line.addWidget(open_)
        self._column.addWidget(row)
        self._rows.append(row)
        self.buttons.append(open_)
        row.show()

    def _on_open(self) -> None:
        sender = self.sender()
        for each, open_ in zip(self._shown, self.buttons, strict=True):
            if open_ is sender:
                self.wanted.emit(each.id, each.is_closed)
                return
