"""An adopted plan as it was: to read, print and save again."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.for_whom import ForWhom
from borgerplan_desktop.gui.printing.preview import Preview
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.plan import PlanVersion


class AdoptedPlanWindow(CaseDialog):
    drawn = (620, 680)

    def __init__(self, desk: Desk, version: PlanVersion, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.paper = Preview(desk, self)
        self.paper.show_version(version)
        self.print_button = button(_("Print the plan"), "print", "primary", self)
        self.save_button = button(_("Save a copy as …"), "", "", self)
        self.close_button = button(_("Close"), "", "", self)
        row = QHBoxLayout()
        row.addStretch(1)
        for each in (self.close_button, self.save_button, self.print_button):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.addWidget(self.paper, 1)
        column.addLayout(row)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.accept)

    def _on_print(self) -> None:
        ForWhom(self._desk, self.paper.paper_for, save=False, parent=self).open()

    def _on_save(self) -> None:
        ForWhom(self._desk, self.paper.paper_for, save=True, parent=self).open()
