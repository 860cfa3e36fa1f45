"""Who has access to which plans: under each kind of plan, a line for each department or service."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.frame.frame import WRITE_LINE, end_access, give_access, services_of
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.label import breakable, plain_label, say
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.framework import FrameAccess, FramePlan, FrameQuestion
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.shelter import Professional


def offered(desk: Desk) -> list[str]:
    """Where professionals work, and the services of the directory: as they stand there, the program knows them again.
    """
    case = desk.case
    units = [each.organisation.strip() for each in case.all(Professional) if not each.retired]
    services = [each.name.strip() for question in (FrameQuestion.DIRECTORY_MUNICIPAL, FrameQuestion.DIRECTORY_OTHERS)
                for each in services_of(case, question)]
    return sorted({each for each in (*units, *services) if each}, key=danish)


class AccessBox(QWidget):
    """All the plans, each with those who have access."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.none = plain_label(_("Write the kinds of plans above first."), "muted", self, wrap=True)
        self.plans: RowColumn[FramePlan, PlanAccess] = RowColumn(self._make, 10, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none)
        column.addWidget(self.plans)
        desk.changed.connect(self._on_changed)
        self._show()

    def _make(self, plan: FramePlan) -> PlanAccess:
        return PlanAccess(self._desk, plan, self.plans)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(FramePlan) or changes.touches(FrameAccess):
            self._show()

    def _show(self) -> None:
        plans = self._desk.case.all(FramePlan)
        self.plans.show_rows(plans)
        self.none.setVisible(not plans)
        for each in self.plans.widgets():
            each.refresh()


class PlanAccess(QWidget):
    """One kind of plan."""

    def __init__(self, desk: Desk, plan: FramePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.plan = desk, plan
        self.name = plain_label("", "bold", self, wrap=True)
        self.rows: RowColumn[FrameAccess, AccessRow] = RowColumn(self._make, 4, self)
        self.add_button = button(_("Add who has access"), "plus", "ghost", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.name, self.rows, self.add_button):
            column.addWidget(each)
        self.add_button.clicked.connect(self._on_add)

    def refresh(self) -> None:
        if not self.plan.exists:
            return
        name = self.plan.name.strip() or _("A plan without a name yet")
        say(self.name, breakable(name))
        self.add_button.setAccessibleName(_("Add who has access to {plan}").format(plan=name))
        self.rows.show_rows(self.plan.access)

    def _make(self, access: FrameAccess) -> AccessRow:
        made = AccessRow(self._desk, access, self.rows)
        made.gone_wanted.connect(self._on_gone)
        return made

    def _on_add(self) -> None:
        self._desk.settle.emit()
        empty = next((each for each in self.plan.access if not each.who.strip() and each.service_id is None), None)
        made = empty or self._desk.made(give_access, self.plan)
        if (row := self.rows.widget(made)) is not None:
            row.setFocus()

    def _on_gone(self) -> None:
        row = self.sender()
        if isinstance(row, AccessRow) and row.access.exists:
            self._desk.settle.emit()
            self._desk.do(end_access, row.access)
            if not self.rows.widgets():
                self.add_button.setFocus()


class AccessRow(QWidget):
    """A department or a service: chosen among those the shelter knows, or written."""

    gone_wanted = Signal()

    def __init__(self, desk: Desk, access: FrameAccess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.access = access
        self.who = QLineEdit(self)
        service = access.case.get(Service, access.service_id)
        self.who.setPlaceholderText(service.itself.name if service is not None else _("e.g. Job centre Skovby"))
        self.who.setAccessibleName(_("Who has access"))
        self.gone = icon_button("close", _("Remove who has access"), self)
        OfferedWords(self.who, offered(desk), _("Units and services"), _("Choose among those we know"),
                     _("The down key shows the units and services. You may write somebody else."))
        TextField(self.who, desk, FrameAccess.who, WRITE_LINE).show_row(access)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.who, 1)
        row.addWidget(self.gone)
        self.setFocusProxy(self.who)
        self.gone.clicked.connect(self.gone_wanted)
