"""On which weekdays somebody from a service is in the house: a line each, with the hours and who it is."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.directory.services import add_day, remove_day, set_weekday
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import N_, WEEKDAYS, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.directory import InHouse, Service

CHANGE = N_("Change a day in the house")


class DaysInHouse(QWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service: Service | None = None
        self.days: RowColumn[InHouse, DayRow] = RowColumn(partial(DayRow, desk, parent=self), 6, self)
        self.add = button(_("Add a day"), "plus", "ghost", self)
        self.add.setAccessibleName(_("Add a day in the house"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(_("Days in the house"), "smallbold", self))
        column.addWidget(self.days)
        column.addWidget(self.add)
        self.add.clicked.connect(self._on_add)
        desk.changed.connect(self._on_changed)

    def show_service(self, service: Service | None) -> None:
        self._service = service
        self._refresh()

    def _on_add(self) -> None:
        if self._service is None or not self._service.exists:
            return
        made = self._desk.made(add_day, self._service)
        if made is not None and (row := self.days.widget(made)) is not None:
            row.weekday.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(InHouse):
            self._refresh()

    def _refresh(self) -> None:
        service = self._service
        days = service.in_house if service is not None and service.exists else []
        self.days.show_rows(days)
        for row in self.days.widgets():
            row.refresh()


class DayRow(QWidget):
    def __init__(self, desk: Desk, day: InHouse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._day = desk, day
        self.weekday, self.hours, self.who = calm_combo(QComboBox(self)), QLineEdit(self), QLineEdit(self)
        self.weekday.addItems([_(each).capitalize() for each in WEEKDAYS])
        self.hours.setPlaceholderText(_("e.g. 10-12"))
        self.who.setPlaceholderText(_("Who comes"))
        self.gone = icon_button("close", _("Remove the day"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part, stretch in ((self.weekday, 3), (self.hours, 2), (self.who, 4), (self.gone, 0)):
            row.addWidget(part, stretch)
        for edit, field in ((self.hours, InHouse.hours), (self.who, InHouse.who)):
            TextField(edit, desk, field, CHANGE).show_row(day)
        self.setFocusProxy(self.weekday)
        self.weekday.activated.connect(self._on_weekday)
        self.gone.clicked.connect(self._on_gone)
        self.refresh()

    def refresh(self) -> None:
        if not self._day.exists:
            return
        self.weekday.setCurrentIndex(self._day.weekday % 7)
        name = self.weekday.currentText()
        self.weekday.setAccessibleName(_("Day in the house"))
        self.hours.setAccessibleName(_("Hours on {day}").format(day=name.lower()))
        self.who.setAccessibleName(_("Who comes on {day}").format(day=name.lower()))

    def _on_weekday(self, weekday: int) -> None:
        if self._day.exists:
            self._desk.do(set_weekday, self._day, weekday)

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        if self._day.exists:
            self._desk.do(remove_day, self._day)
