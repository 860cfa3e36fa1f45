"""A service closes: from which day, with who uses it told before."""
from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.directory.services import close_service, where_used
from borgerplan_desktop.casework.open_case import OpenCase, StoreTrouble
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.directory import Service


class CloseService(CaseDialog):
    drawn = (520, 330)

    def __init__(self, desk: Desk, service: Service, parent: QWidget | None = None) -> None:
        title = _("{name} closes").format(name=service.name.strip() or _("The service"))
        super().__init__(desk, parent, title)
        self._service = service
        self.used = plain_label(self._who(), "bold", self, wrap=True)
        self.day = DateEdit(desk.opened.today, self)
        self.day.show_date(service.closes_on)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.leave, self.close_it = button(_("Cancel"), parent=self), button(_("It closes"), "check", "primary", self)
        self.close_it.setDefault(True)
        grid = FieldGrid(260, 1, self)
        grid.add_named(_("From which day is it closed?"), self.day)
        column, row, scroll = QVBoxLayout(self), QHBoxLayout(), DialogScroll(self, 10)
        column.setContentsMargins(28, 24, 28, 20)
        column.addWidget(scroll)
        for each in (plain_label(title, "title", self, wrap=True), self.used, plain_label(_(
                "From that day it is not offered any more, and every plan it stands in says so."), "muted", self,
                wrap=True), grid):
            scroll.body.addWidget(each)
        scroll.body.addStretch(1)
        column.addWidget(self.trouble)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.close_it)
        column.addLayout(row)
        self.say_refusal("", self.trouble, self.day.field)
        self.leave.clicked.connect(self.reject)
        self.close_it.clicked.connect(self._on_close)
        self.day.field.setFocus()

    def _who(self) -> str:
        try:
            return where_used(self._desk.opened, self._service).said
        except Refused as refusal:
            return refusal.message
        except StoreTrouble as trouble:
            return told(trouble)[0]

    def _on_close(self) -> None:
        if not self.day.is_understood():                 # it says by itself what is wrong with it
            self.day.field.setFocus()
            return
        self.day.enter()
        on = self.day.date()
        if self._service.exists and self._desk.do(_close, self._service, on) == "stored":
            self.accept()


def _close(shelter: OpenCase, service: Service, on: date | None) -> None:
    """Raises Refused for no day."""
    if on is None:
        raise Refused(_("Write the day from which it is closed."), "day")
    close_service(shelter, service, on)
