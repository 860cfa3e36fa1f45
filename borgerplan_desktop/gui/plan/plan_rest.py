"""What stands below the goals: agreements, when we follow up, notes without a goal, and what is worth talking about."""
from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.agreement_list import AgreementList
from borgerplan_desktop.gui.plan.follow_up import FollowUp, Hints
from borgerplan_desktop.gui.plan.loose_notes import LooseNotes
from borgerplan_desktop.gui.widgets.label import show_if


class PlanRest:
    """Below what is in sight when the plan opens: made a moment later, or when somebody goes there."""

    def __init__(self, desk: Desk, column: QVBoxLayout, parent: QWidget) -> None:
        self.agreements = AgreementList(desk, parent)
        self.follow_up = FollowUp(desk, parent)
        self.loose_notes = LooseNotes(desk, parent)
        self.hints = Hints(desk, parent)
        for card in (self.agreements, self.follow_up, self.loose_notes, self.hints):
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            column.addWidget(card)

    def show_for(self, something: bool) -> None:
        """Whether there is anything to agree on, to follow up, to ask about."""
        for card in (self.agreements, self.follow_up):
            show_if(card, something)
        self.hints.let_ask(something)
