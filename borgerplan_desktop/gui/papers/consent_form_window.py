"""The consent form on paper: to read together, print and save before anybody signs; empty, or filled in so far."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.consents import Asked
from borgerplan_desktop.casework.papers.plan_paper import PAPER_LANGUAGES, Paper, consent_paper
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.preview import Preview
from borgerplan_desktop.gui.printing.printing import PlanPrinting
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.i18n import _, language


class ConsentFormWindow(CaseDialog):
    drawn = (620, 680)

    def __init__(self, desk: Desk, asked: Asked | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = asked
        self.language_field = ignore_wheel(QComboBox(self))
        self.language_field.setAccessibleName(_("The paper's language"))
        for code, name in PAPER_LANGUAGES.items():
            self.language_field.addItem(_(name), code)
        self.language_field.setCurrentIndex(self.language_field.findData(language()))
        self.paper = Preview(desk, self)
        self.paper.show_other(_("Consent to share information"), self._made)
        self.print_button = button(_("Print the form"), "print", "primary", self)
        self.save_button = button(_("Save a copy as …"), "", "", self)
        self.close_button = button(_("Close"), "", "", self)
        row = QHBoxLayout()
        row.addWidget(self.language_field)
        row.addStretch(1)
        for each in (self.close_button, self.save_button, self.print_button):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.addWidget(self.paper, 1)
        column.addLayout(row)
        # Signals
        self.language_field.currentIndexChanged.connect(self._on_language)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.accept)
        self.print_button.setFocus()

    def _made(self, large_print: bool) -> Paper:
        return consent_paper(self._desk.opened, self._asked, str(self.language_field.currentData()), large_print)

    def _on_language(self) -> None:
        self.paper.draw_again()

    def printing(self) -> PlanPrinting:
        return PlanPrinting(self._desk, self, self.paper.paper)

    def _on_print(self) -> None:
        self.printing().ask_and_print()

    def _on_save(self) -> None:
        self.printing().ask_and_save()
