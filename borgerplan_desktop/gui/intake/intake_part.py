"""Taking in: the admission and its notice, its steps, which municipality acts, and the stays."""
from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.intake.stays import write_stay
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.intake.decision_card import DecisionCard
from borgerplan_desktop.gui.intake.municipality_card import MunicipalityCard
from borgerplan_desktop.gui.intake.stays_card import StaysCard
from borgerplan_desktop.gui.intake.steps_card import StepsCard
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.admission import ActingMunicipality, AdmissionStep, MergedCase, Residence
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import ResponsibilityRequest, Stay, current_stay


class IntakePart(Tab):
    """The present stay is the one that is written about; the earlier ones are listed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page = PageScroll(_("Admission"), self)
        self.empty = EmptyState(_("No stay is written yet"), _("When did they come, and who decided it?"),
                                _("Write the stay"), "house", self, drawing=False)
        self.decision, self.steps = DecisionCard(desk, self), StepsCard(desk, self)
        self.municipality, self.stays = MunicipalityCard(desk, self), StaysCard(desk, self)
        for each in (self.empty, self.decision, self.steps, self.municipality, self.stays):
            self.page.body.addWidget(each)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        # Signals
        self.empty.wanted.connect(self._on_write)
        desk.changed.connect(self._on_changed)
        # Initial update
        self._refresh()

    def show_row(self, row_id: str) -> None:
        """The card in which a row lies; "notice", "municipality", "stays" are places."""
        case = self._desk.case
        if row_id == "stays" or case.get(MergedCase, row_id) is not None:
            self._come_to(self.stays)
        elif row_id == "municipality" or any(case.get(kind, row_id) is not None for kind in (
                Residence, ActingMunicipality, ResponsibilityRequest)):
            self._come_to(self.municipality)
        elif (step := case.get(AdmissionStep, row_id)) is not None:
            line = self.steps.line(step.kind)
            self._come_to(line)
            (line.note if step.note else line.tick).setFocus()       # to the words; a space there unticks nothing
        else:
            self._come_to(self.decision)
            if row_id == "notice":
                self.decision.letter_button.setFocus()

    def _come_to(self, part: QWidget) -> None:
        self.page.ensureWidgetVisible(part, 0, 0)

    def _on_write(self) -> None:
        self._desk.do(write_stay)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Stay):
            self._refresh()

    def _refresh(self) -> None:
        stay = current_stay(self._desk.case)
        for each in (self.decision, self.steps):
            each.setVisible(stay is not None)
            if stay is not None:
                each.show_stay(stay)
        self.empty.setVisible(stay is None)
