"""One line of the lists before moving out: tick, day and note; what the program knows stands beside it."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.leaving import checklist
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.leaving import LAW_LIST, LeavingItem, LeavingTick, is_ticked, tick_of

INDENT = 28                                              # design pixels: below the words, not below the box


class TickRow(QWidget):
    def __init__(self, desk: Desk, stay: Stay, item: LeavingItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._stay, self.item = desk, stay, item
        name = _(item.label)
        number = f"{LAW_LIST.index(item) + 1}. " if item in LAW_LIST else ""
        self.check = WrappedCheck(f"{number}{name}", self)
        self.check.setAccessibleName(name)
        self.known = plain_label("", "small", self, wrap=True)
        self.details = QWidget(self)
        self.on, self.note = DateEdit(parent=self.details), QLineEdit(self.details)
        self.on.look(Toward.BACK)
        self.on.set_name(_("In place since: {what}").format(what=name))
        self.note.setPlaceholderText(_("Note"))
        self.note.setAccessibleName(_("Note: {what}").format(what=name))
        row = QHBoxLayout(self.details)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.on, 2)
        row.addWidget(self.note, 3)
        below = QVBoxLayout()
        below.setContentsMargins(px(INDENT), 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self.known)
        below.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(3)
        column.addWidget(self.check)
        column.addLayout(below)
        self._fields = (DateField(self.on, desk, LeavingTick.ticked_on, checklist.TICKED, checklist.ticked_on),
                        TextField(self.note, desk, LeavingTick.note, checklist.TICKED))
        self.check.clicked.connect(self._on_tick)
        self.refresh()

    def _on_tick(self, on: bool) -> None:
        self._desk.do(checklist.tick, self._stay, self.item, on)
        self.refresh()

    def refresh(self) -> None:
        """As it stands now."""
        if not self._stay.exists:
            return
        case = self._desk.case
        on = is_ticked(case, self._stay, self.item)
        self.check.setChecked(on)
        row = tick_of(case, self._stay, self.item)
        for field in self._fields:
            field.show_row(row)
        self.details.setVisible(on)
        say(self.known, checklist.known(case, self.item, self._desk.opened.today()))
