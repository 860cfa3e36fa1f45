"""A paper that was kept as it was: to read, print and save again."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.plan_paper import Paper
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.preview import Preview
from borgerplan_desktop.gui.printing.printing import PlanPrinting
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.i18n import _


class KeptPaperWindow(CaseDialog):
    drawn = (620, 680)

    def __init__(self, desk: Desk, title: str, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, title)
        self._kept = paper
        self.paper = Preview(desk, self)
        self.paper.show_other(title, self._as_it_was)
        self.paper.large_button.hide()                   # it is as it was
        self.print_button = button(_("Print the paper"), "print", "primary", self)
        self.save_button = button(_("Save a copy as …"), "", "", self)
        self.close_button = button(_("Close"), "", "", self)
        row = QHBoxLayout()
        row.addStretch(1)
        for each in (self.close_button, self.save_button, self.print_button):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.addWidget(self.paper, 1)
        column.addLayout(row)
        # Signals
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.accept)

    def _as_it_was(self, _large_print: bool) -> Paper:
        return self._kept

    def _on_print(self) -> None:
        PlanPrinting(self._desk, self, self._kept).ask_and_print()

    def _on_save(self) -> None:
        PlanPrinting(self._desk, self, self._kept).ask_and_save()
