"""A plan becomes a template: what would go in is gone over before it is kept, without names and own words."""
from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan.make_template import GoalWords, changed, keep_as_template, words_of_plan
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.templates.template_goal_box import in_weeks
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.life_areas import area_name


class MakeTemplate(CaseDialog):
    """`kept`: the title it got, "" until then."""

    drawn = (760, 620)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.kept = ""
        everybodys(self)
        words = words_of_plan(desk.opened)
        self.page_scroll = DialogScroll(self, 8)
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(_("e.g. From the street to a home of one's own"))
        grid = FieldGrid(400, 1, self)
        grid.add_named(_("What it is called"), self.title)
        self.title_trouble = plain_label("", "smallbad", self, wrap=True)
        self.page_scroll.body.addWidget(grid)
        self.page_scroll.body.addWidget(self.title_trouble)
        self.lines = [GoalWordsLine(desk.case.register, each, number, self) for number, each in enumerate(words, 1)]
        for line in self.lines:
            self.page_scroll.body.addWidget(line)
        if not words:
            self.page_scroll.body.addWidget(plain_label(_("There are no goals yet."), "muted", self, wrap=True))
        self.page_scroll.body.addStretch(1)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.cancel_button = button(_("Cancel"), parent=self)
        self.keep_button = button(_("Keep as a template"), "", "primary", self)
        self.keep_button.setDefault(True)
        self.keep_button.setEnabled(bool(words))
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(_("Make a template of this plan"), "title", self, wrap=True))
        column.addWidget(plain_label(_(
            "Goals, steps and help go in, without own words, notes and agreements. Names have become roles. Read it "
            "through: a template is for everybody."), "muted", self, wrap=True))
        column.addWidget(self.page_scroll, 1)
        column.addWidget(self.trouble)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.keep_button)
        column.addLayout(foot)
        self.say_refusal("title", self.title_trouble, self.title)
        self.say_refusal("", self.trouble)
        self.save_unfinished(self.title, *(edit for line in self.lines for edit in (line.title, line.steps, line.help)))
        # Signals
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._on_keep)
        self.title.setFocus()

    def _on_keep(self) -> None:
        for label in (self.title_trouble, self.trouble):
            say(label, "")
        chosen = [line.words() for line in self.lines if line.tick.isChecked()]
        if self._desk.do(keep_as_template, self.title.text(), chosen) == "stored":
            self.kept = self.title.text().strip()
            self.accept()
            self._desk.told.emit(_(
                "»{title}« is a template now. A plan can begin from it. It is changed in Herberget, under "
                "»Words of the house«.").format(title=self.kept))


class GoalWordsLine(QFrame):
    """A goal as it would go in; its words can be gone over."""

    def __init__(self, register: Case | None, goal: GoalWords, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._goal = goal
        self.setProperty("role", "flat")
        self.tick = WrappedCheck(_("Goal {number} goes in").format(number=number), self)
        self.tick.setChecked(True)
        self.title = WrappedLine(_("Goal {number}").format(number=number), "", role="bold", parent=self)
        self.title.setPlainText(goal.title)
        self.steps, self.help = GrowingTextEdit(goal.steps, 1, 8, self), GrowingTextEdit(goal.help, 1, 8, self)
        area = area_name(register, goal.area) if goal.area is not None else ""
        facts = " · ".join(filter(None, (
            area, _(goal.type.label) if goal.type is not None else "",
            in_weeks(goal.weeks) if goal.weeks is not None else "", goal.responsible)))
        self._texts = FieldGrid(260, 2, self)
        self._texts.add_named(_("Steps"), self.steps)
        self._texts.add_named(_("Help"), self.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.tick)
        column.addWidget(self.title)
        if facts:
            column.addWidget(plain_label(facts, "small", self, wrap=True))
        column.addWidget(self._texts)
        self.tick.toggled.connect(self._on_tick)

    def words(self) -> GoalWords:
        return changed(self._goal, self.title.toPlainText(), self.steps.toPlainText(), self.help.toPlainText())

    def _on_tick(self, on: bool) -> None:
        for each in (self.title, self._texts):
            each.setEnabled(on)
