"""The citizen's own signs that things go the wrong way: what is seen, who does something, and what then."""
from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.leaving import after_care as casework
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.choose_service import ServiceField
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import PersonField, TextField
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.leaving import AfterCare, RelapseSign


class SignsCard(Card):
    def __init__(self, desk: Desk, care: AfterCare, parent: QWidget | None = None) -> None:
        super().__init__(_("My signs, and who acts"), "bulb", parent)
        self._desk, self._care = desk, care
        self.add_button = self.add_action(_("Add a sign"), "plus")
        self.empty = plain_label(_("No signs yet. How do you notice that it is going the wrong way?"), "muted", self,
                                 wrap=True)
        self.signs: RowColumn[RelapseSign, SignRow] = RowColumn(partial(SignRow, desk, parent=self), 10, self)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.signs)
        self.add_button.clicked.connect(self._on_add)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def _on_add(self) -> None:
        made = self._desk.made(casework.add_sign, self._care)
        if made is not None and (row := self.signs.widget(made)) is not None:
            row.sign.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(RelapseSign) or changes.touches(AfterCare):
            self.refresh()

    def refresh(self) -> None:
        """As it stands now."""
        if not self._care.exists:
            return
        signs = self._care.signs
        self.signs.show_rows(signs)
        for number, row in enumerate(self.signs.widgets()):
            row.stand_at(number, len(signs))
        self.empty.setVisible(not signs)


class SignRow(QWidget):
    """One sign; Alt with the arrows moves it."""

    def __init__(self, desk: Desk, sign: RelapseSign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._sign = desk, sign
        self.sign, self.then = QLineEdit(self), QLineEdit(self)
        self.who = calm_combo(QComboBox(self))
        self.sign.setPlaceholderText(_("e.g. I do not open my mail"))
        self.then.setPlaceholderText(_("e.g. comes by with coffee"))
        self.up, self.down = (icon_button(picture, name, self) for picture, name in (
            ("chevron_up", _("Move up")), ("chevron_down", _("Move down"))))
        self.gone = icon_button("close", _("Remove the sign"), self)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.sign, 1)
        for each in (self.up, self.down, self.gone):
            top.addWidget(each)
        grid = FieldGrid(220, 2, self)
        grid.add_named(_("Who acts"), self.who)
        grid.add_named(_("What then"), self.then)
        self.where = ServiceField(desk, _("Where to go"), _("Nowhere chosen"), self)
        shelter = desk.opened.shelter
        if sign.service_id is not None or (shelter is not None and shelter.case.all(Service)):
            grid.add_named(_("Where to go"), self.where)
        else:
            self.where.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(grid)
        for bound in (TextField(self.sign, desk, RelapseSign.sign, casework.WROTE),
                      TextField(self.then, desk, RelapseSign.what_then, casework.WROTE),
                      PersonField(self.who, desk, RelapseSign.member_id, casework.WROTE, casework.choose_who_acts)):
            bound.show_row(sign)
        self.where.chosen.connect(self._on_where)
        desk.changed.connect(self._on_changed)
        self.where.show_service(sign.service_id)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.gone.clicked.connect(self._on_gone)

    def stand_at(self, number: int, count: int) -> None:
        """Which of them it is."""
        self.sign.setAccessibleName(_("Sign {n}").format(n=number + 1))
        self.up.setEnabled(number > 0)
        self.down.setEnabled(number < count - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := wanted_move(event):
            self._move(by)
        else:
            super().keyPressEvent(event)

    def _move(self, by: int, _checked: bool = False) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.move_sign, self._sign, by)

    def _on_where(self, service: Service | None) -> None:
        self._desk.do(casework.choose_where_to_go, self._sign, service)

    def _on_changed(self, changes: Changes) -> None:
        if self._sign.exists and (changes.touches(self._sign) or changes.touches(Service)):
            self.where.show_service(self._sign.service_id)

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.remove_sign, self._sign)
