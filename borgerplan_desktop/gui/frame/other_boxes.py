"""What else stands under a question: the way to the directory, and when the frame is brought up to date."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.frame.frame import UPDATE, begin_frame, framework, services_of
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.framework import FrameQuestion, Framework
from borgerplan_desktop.model.shelter import StaffMember


class ServicesBox(QWidget):
    """How many services there are, and the way to them."""

    def __init__(self, desk: Desk, question: FrameQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._question = desk, question
        self.count = plain_label("", "bold", self, wrap=True)
        self.door = button(_("To the service directory"), "chevron_right", "ghost", self, icon_right=True)
        self.door.setAccessibleName(f"{self.door.text()}: {_(question.label)}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.count)
        column.addWidget(self.door, 0, Qt.AlignmentFlag.AlignLeft)
        self.door.clicked.connect(self._on_door)
        desk.changed.connect(self._on_changed)
        self._show()

    def _on_door(self) -> None:
        self._desk.go.emit("directory", "")

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Service):
            self._show()

    def _show(self) -> None:
        n = len(services_of(self._desk.case, self._question))
        self.count.setText(ngettext("{n} service in the directory", "{n} services in the directory", n).format(n=n)
                           if n else _("No services in the directory yet."))


class UpdateBox(QWidget):
    """When it was brought up to date and by whom, and when it is next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.propose = button(_("Propose the next update"), "calendar", "", self)
        self.grid = FieldGrid(230, 2, self)
        self.updated_on, self.next_on = DateEdit(parent=self.grid), DateEdit(parent=self.grid)
        self.updated_by, self.next_by = QLineEdit(self.grid), QLineEdit(self.grid)
        self.updated_on.look(Toward.BACK)
        self.next_on.look(Toward.AHEAD)
        for name, field in ((_("Brought up to date on"), self.updated_on),
                            (_("Brought up to date by"), self.updated_by), (_("Next update"), self.next_on),
                            (_("Next update by"), self.next_by)):
            self.grid.add_named(name, field)
        names = [each.name for each in desk.case.all(StaffMember) if not each.retired]
        for edit in (self.updated_by, self.next_by):
            OfferedWords(edit, names, _("Colleagues"), _("Show all"), _("The down key shows the colleagues."))
        self._fields = [DateField(self.updated_on, desk, Framework.updated_on, UPDATE),
                        TextField(self.updated_by, desk, Framework.updated_by, UPDATE),
                        DateField(self.next_on, desk, Framework.next_on, UPDATE),
                        TextField(self.next_by, desk, Framework.next_by, UPDATE)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.propose)
        column.addWidget(self.grid)
        self.propose.clicked.connect(self._on_propose)
        desk.changed.connect(self._on_changed)
        self._show()

    def _on_propose(self) -> None:
        self._desk.do(begin_frame)
        self.next_on.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Framework):
            self._show()

    def _show(self) -> None:
        row = framework(self._desk.case)
        for field in self._fields:
            if field.row is not row:
                field.show_row(row)
        self.grid.setVisible(row is not None)
        self.propose.setVisible(row is None)


class MunicipalityBox(QWidget):
    """Whose frame it is: it stands in the head of the form."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.grid = FieldGrid(260, 2, self)
        self.field = QLineEdit(self.grid)
        self.field.setPlaceholderText(_("e.g. Skovby Municipality"))
        self.grid.add_named(_("Municipality"), self.field)
        self._text = TextField(self.field, desk, Framework.municipality, UPDATE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        desk.changed.connect(self._on_changed)
        self._show()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Framework):
            self._show()

    def _show(self) -> None:
        row = framework(self._desk.case)
        if self._text.row is not row:
            self._text.show_row(row)
        self.setVisible(row is not None)
