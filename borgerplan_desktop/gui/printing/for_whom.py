"""Before a plan is printed or saved: is it for the citizen, or a copy for others?"""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.not_to_share import of_everybody
from borgerplan_desktop.casework.papers.plan_paper import Paper, share_ties
from borgerplan_desktop.casework.papers.what_for import offered_purposes
from borgerplan_desktop.casework.plan.readers import said_of_readers
from borgerplan_desktop.casework.plan.versions import frozen_case
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.about_copy import AboutCopy
from borgerplan_desktop.gui.printing.printing import PlanPrinting
from borgerplan_desktop.gui.widgets.label import breakable, set_tip
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.text import shortened

LONGEST = 40                                             # letters of a choice on one line

class ForWhom(CaseDialog):
    """How ties are today is for the citizen alone: the tick is the citizen's answer, kept for the next time."""

    form = "for_whom"

    citizen_choice: QRadioButton
    others_choice: QRadioButton
    told: QLabel
    ties_box: WrappedCheck
    form_scroll_column: QVBoxLayout
    readers: QLabel
    not_to_share: QLabel
    leave: QPushButton
    act: QPushButton

    def __init__(self, desk: Desk, paper: Callable[[bool], Paper], *, save: bool, parent: QWidget) -> None:
        """`paper` makes the paper, told whether it is for others; `save` it as a file, else print it."""
        super().__init__(desk, parent)
        self._paper, self._save, self._window = paper, save, parent
        name = desk.case.the(Citizen).first_name
        whom = _("For {name}").format(name=name) if name else _("For the citizen")
        self.citizen_choice.setText(shortened(whom, LONGEST).replace("&", "&&"))     # its words do not wrap
        self.citizen_choice.setAccessibleName(whom)
        set_tip(self.citizen_choice, whom if len(whom) > LONGEST else "")
        self.ties_box.setText((_("{name} says yes to others seeing how ties are now").format(name=name) if name else
                               _("The citizen says yes to others seeing how ties are now")).replace("&", "&&"))
        self.ties_box.setChecked(desk.case.the(Cooperation).ties_may_be_shared)
        self.act.setText(_("Save a copy as …") if save else _("Print the plan"))
        self.about = AboutCopy(save, self, beside=False)
        self.form_scroll_column.addWidget(self.about)
        self.others_choice.toggled.connect(self._show)
        self.leave.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_act)
        desk.changed.connect(self._say_what_not)
        # Initial update
        self._say_what_not()

    def _say_what_not(self) -> None:
        """Who may read it, and what not; also as it changes in another window."""
        said = said_of_readers(self._desk.case, self._desk.opened.today(), self._spoken_of())
        for label, words in ((self.readers, said), (self.not_to_share, of_everybody(self._desk.opened))):
            label.setText(breakable(words))
            label.setAccessibleName(words)
        self.others_choice.setAccessibleDescription(self.not_to_share.accessibleName())
        self._show()

    def _spoken_of(self) -> Case | None:
        """An adopted version speaks of what was frozen, not of the draft since; None = the draft."""
        with suppress(LookupError, Refused):             # of one that is not kept there will be no paper
            version = self._paper(True).version
            return frozen_case(self._desk.opened, version) if version is not None else None
        return None

    def _show(self) -> None:
        for_others = self.others_choice.isChecked()
        for about_others in (self.told, self.ties_box):
            about_others.setVisible(for_others)
        for each in (self.readers, self.not_to_share):
            each.setVisible(for_others and bool(each.text()))
        with suppress(LookupError, Refused):             # of one that is not kept there will be no paper
            self.about.offer(offered_purposes(self._desk.opened, self._paper(for_others)))

    def _on_act(self) -> None:
        for_others = self.others_choice.isChecked()
        if for_others and self._desk.do(share_ties, self.ties_box.isChecked()) != "stored":
            return
        self.accept()
        printing = PlanPrinting(self._desk, self._window, replace(self._paper(for_others), purpose=self.about.words))
        if self._save:
            printing.ask_and_save(self.about.lock_box.isChecked())
        else:
            printing.ask_and_print()
