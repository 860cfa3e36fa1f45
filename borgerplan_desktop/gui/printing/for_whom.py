"""Before a plan is printed or saved: is it for the citizen, or a copy for others?"""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.not_to_share import of_everybody, said_not_to_share
from borgerplan_desktop.casework.papers.plan_copy import may_have_a_copy, plan_copy
from borgerplan_desktop.casework.papers.plan_paper import Paper, share_ties
from borgerplan_desktop.casework.papers.reading_language import spoken_first
from borgerplan_desktop.casework.papers.what_for import offered_purposes
from borgerplan_desktop.casework.plan.adoption import valid_version
from borgerplan_desktop.casework.plan.readers import said_of_readers
from borgerplan_desktop.casework.plan.versions import frozen_case
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.gui.appearance.combo import calm_combo, ignore_wheel
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.about_copy import AboutCopy
from borgerplan_desktop.gui.printing.paper_language import PaperLanguage
from borgerplan_desktop.gui.printing.printing import PlanPrinting
from borgerplan_desktop.gui.widgets.label import breakable, say, set_tip
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.network import NetworkMember
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

    def __init__(self, desk: Desk, paper: Callable[[str, bool], Paper], *, save: bool, parent: QWidget,
                 spoken: str = "") -> None:
        """`paper` makes the paper, told in which language and whether it is for others; `save` it as a file, else
        print it. `spoken` is the language in which it is seen already; "" = it begins as its reader reads best.
        """
        super().__init__(desk, parent)
        self._make, self._save, self._window, self._spoken = paper, save, parent, spoken
        self.spoken_in = PaperLanguage(desk, self)
        name = desk.case.the(Citizen).first_name
        whom = _("For {name}").format(name=name) if name else _("For the citizen")
        self.citizen_choice.setText(shortened(whom, LONGEST).replace("&", "&&"))     # its words do not wrap
        self.citizen_choice.setAccessibleName(whom)
        set_tip(self.citizen_choice, whom if len(whom) > LONGEST else "")
        self.ties_box.setText((_("{name} says yes to others seeing how ties are now").format(name=name) if name else
                               _("The citizen says yes to others seeing how ties are now")).replace("&", "&&"))
        self.ties_box.setChecked(desk.case.the(Cooperation).ties_may_be_shared)
        self.act.setText(_("Save a copy as …") if save else _("Print the plan"))
        self.whom = calm_combo(ignore_wheel(QComboBox(self)))
        self.whom.setAccessibleName(_("Whose copy it is"))
        self.whom.addItem(_("Without a name on it"), "")
        for member in may_have_a_copy(desk.opened) if self._is_the_plan_of_today() else ():
            name = shortened(member.contact.name, LONGEST)
            self.whom.addItem(_("For {name}: only what consent covers").format(name=name), member.id)
        self.form_scroll_column.insertWidget(self.form_scroll_column.indexOf(self.told), self.whom)
        self.form_scroll_column.addWidget(self.spoken_in)
        self.about = AboutCopy(save, self, beside=False)
        self.form_scroll_column.addWidget(self.about)
        self.form_scroll_column.addStretch(1)            # what goes leaves no holes between the others
        self.others_choice.toggled.connect(self._on_others)
        self.whom.currentIndexChanged.connect(self._say_what_not)
        self.leave.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_act)
        desk.changed.connect(self._say_what_not)
        # Initial update
        self._on_others(False)
        self._say_what_not()

    def _paper(self, for_others: bool) -> Paper:
        return self._make(self.spoken_in.spoken, for_others)

    def _on_others(self, for_others: bool) -> None:
        """Who gets it reads another language perhaps."""
        self.spoken_in.is_for(others=for_others)
        self.spoken_in.begin_with(self._spoken or spoken_first(self._desk.case, for_others))
        self.spoken_in.follow_print(self._paper_is_large())
        self._show()

    def _paper_is_large(self) -> bool:
        with suppress(LookupError, Refused):             # of one that is not kept there will be no paper
            return self._paper(self.others_choice.isChecked()).large_print
        return False

    def _say_what_not(self) -> None:
        """Who may read it, and what not; also as it changes in another window. Whose own copy it is, of them alone."""
        said = said_of_readers(self._desk.case, self._desk.opened.today(), self._spoken_of())
        one, opened = self._member(), self._desk.opened
        not_this = of_everybody(opened) if one is None else said_not_to_share(opened, [one])
        for label, words in ((self.readers, said), (self.not_to_share, not_this)):
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

    def _is_the_plan_of_today(self) -> bool:
        """Of an older version there is no copy for one: consent is asked of what is valid now."""
        with suppress(LookupError, Refused):
            version = self._paper(True).version
            return version is None or version is valid_version(self._desk.opened)
        return False

    def _show(self) -> None:
        for_others, for_one = self.others_choice.isChecked(), bool(self.whom.currentData())
        self.told.setVisible(for_others)
        self.whom.setVisible(for_others and self.whom.count() > 1)
        self.ties_box.setVisible(for_others and not for_one)     # how ties are is in no copy for one
        self.readers.setVisible(for_others and not for_one and bool(self.readers.text()))
        self.not_to_share.setVisible(for_others and bool(self.not_to_share.text()))
        with suppress(LookupError, Refused):             # of one that is not kept there will be no paper
            self.about.offer(offered_purposes(self._desk.opened, self._chosen()))

    def _member(self) -> NetworkMember | None:
        """Whose own copy is chosen; None = nobody's."""
        return self._desk.case.get(NetworkMember, self.whom.currentData() or "")

    def _chosen(self) -> Paper:
        """The paper that is wanted."""
        paper = self._paper(self.others_choice.isChecked())
        member = self._member()
        if member is None or not self.others_choice.isChecked():
            return paper
        return plan_copy(self._desk.opened, member, paper.language, paper.large_print)

    def _on_act(self) -> None:
        for_others = self.others_choice.isChecked()
        for_one = bool(self.whom.currentData())
        if for_others and not for_one and self._desk.do(share_ties, self.ties_box.isChecked()) != "stored":
            return
        try:
            paper = self._chosen()
        except Refused as refused:                       # a consent was withdrawn meanwhile
            say(self.not_to_share, refused.message)
            return
        self.accept()
        printing = PlanPrinting(self._desk, self._window, replace(paper, purpose=self.about.words))
        if self._save:
            printing.ask_and_save(self.about.lock_box.isChecked())
        else:
            printing.ask_and_print()
