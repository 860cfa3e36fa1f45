"""A plan begins from a template, or takes goals of one: whom it is for, what would come, each goal with a tick."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan.from_template import (
    GoalOffer,
    begin_from,
    offered,
    start_of,
    take_examples,
    will_set_cadence,
)
from borgerplan_desktop.casework.plan.templates import templates
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.showing.who_and_when import who
from borgerplan_desktop.gui.templates.template_dialog import every
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _, day, listed, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.life_areas import area_name
from borgerplan_desktop.model.plan import current_plan
from borgerplan_desktop.model.shelter import PlanTemplate, TemplateGoal


class BeginFromTemplate(CaseDialog):
    """What is ticked comes into the plan in one step that can be undone; nothing there is overwritten. `taken(Goal)`:
    the first of what has come."""

    taken = Signal(object)
    drawn = (720, 620)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        empty = not current_plan(desk.case).goals
        self.lines: list[OfferLine] = []
        self.combo = calm_combo(QComboBox(self))
        self.combo.setAccessibleName(_("Template"))
        self.about = plain_label("", "", self, wrap=True)
        self.empty = EmptyState(_("No templates yet"), _(
            "Take two examples to begin with. Your own are written in Herberget, under »Words of the house«."),
            _("Take the two examples"), parent=self, drawing=False)
        self.page_scroll = DialogScroll(self, 8)
        self.goals = QVBoxLayout()
        self.goals.setSpacing(8)
        self.page_scroll.body.addWidget(self.about)
        self.page_scroll.body.addLayout(self.goals)
        self.page_scroll.body.addStretch(1)
        self.sum, self.trouble = plain_label("", "bold", self, wrap=True), plain_label("", "smallbad", self, wrap=True)
        self.cancel_button, self.take_button = button(_("Cancel"), parent=self), button("", "", "primary", self)
        self.take_button.setDefault(True)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(_("Begin from a template") if empty else _("Take goals from a template"), "title",
                                     self, wrap=True))
        column.addWidget(plain_label(_("A start, never a cage: in the plan everything can be changed."), "muted", self,
                                     wrap=True))
        for each in (self.combo, self.empty):
            column.addWidget(each)
        column.addWidget(self.page_scroll, 1)
        for each in (self.sum, self.trouble):
            column.addWidget(each)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.take_button)
        column.addLayout(foot)
        self.say_refusal("", self.trouble)
        # Signals
        self.combo.currentIndexChanged.connect(self._show)
        self.empty.wanted.connect(self._on_examples)
        self.cancel_button.clicked.connect(self.reject)
        self.take_button.clicked.connect(self._on_take)
        desk.changed.connect(self._on_changed)
        # Initial update
        self._fill()
        (self.combo if self.combo.count() else self.empty.action).setFocus()

    @property
    def template(self) -> PlanTemplate | None:
        register = self._desk.case.register
        return register.get(PlanTemplate, self.combo.currentData()) if register is not None else None

    def _fill(self) -> None:
        """The templates there are now; the one that is looked at stays in front."""
        before, found = self.combo.currentData(), templates(self._desk.case.register)
        title = self.combo.currentText()
        self.combo.blockSignals(True)
        self.combo.clear()
        for each in found:
            self.combo.addItem(each.title.strip() or _("Without a title"), each.id)
        self.combo.setCurrentIndex(max(0, self.combo.findData(before)) if found else -1)
        self.combo.blockSignals(False)
        for part in (self.combo, self.page_scroll, self.sum, self.take_button):
            part.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._show()
        if before is not None and before not in [each.id for each in found]:
            for line in self.lines:                      # nobody has chosen the one that stands there instead
                line.tick.setChecked(False)
            say(self.trouble, _("»{title}« has just been taken out of use somewhere else. Nothing was taken.").format(
                title=title))

    def _show(self) -> None:
        template = self.template
        say(self.trouble, "")
        for line in self.lines:
            self.goals.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        if template is None:
            return
        say(self.about, "\n".join(self._facts(template)))
        offers = offered(self._desk.opened, template)
        for part in (self.sum, self.take_button):
            part.setVisible(bool(offers))
        if not offers:
            say(self.trouble, _("It has no goals yet. They are written in Herberget, under »Words of the house«."))
        for offer in offers:
            line = OfferLine(self._desk, offer, self)
            self.lines.append(line)
            self.goals.addWidget(line)
            line.tick.toggled.connect(self._on_tick)
        self._on_tick()

    def _facts(self, template: PlanTemplate) -> list[str]:
        found = [f"{name}: {' '.join(words.split())}" for name, words in (
            (_("Whom it is for"), template.target_group), (_("Who is taken in"), template.taken_in),
            (_("Who is not taken in"), template.not_taken_in), (_("Who is responsible"), template.responsible))
            if words.strip()]
        if template.follow_up_weeks:
            words = every(template.follow_up_weeks).lower()
            if not will_set_cadence(self._desk.opened, template):
                words = _("{how_often} (what is agreed here stays)").format(how_often=words)
            found.append(_("Follow-up: {how_often}").format(how_often=words))
        return found

    def _on_tick(self) -> None:
        chosen = [line.offer for line in self.lines if line.tick.isChecked()]
        words = [ngettext("{n} goal", "{n} goals", len(chosen)).format(n=len(chosen))]
        if steps := sum(len(each.steps) for each in chosen):
            words.append(ngettext("{n} step", "{n} steps", steps).format(n=steps))
        if help_ := sum(len(each.help) for each in chosen):
            words.append(ngettext("{n} kind of help", "{n} kinds of help", help_).format(n=help_))
        today = self._desk.opened.today()
        self.sum.setText(_("Will come: {what}. Deadlines are counted from {date}.").format(
            what=listed(words), date=day(start_of(self._desk.opened), today)) if chosen else
            _("Nothing is ticked."))
        text = ngettext("Take {n} goal", "Take {n} goals", len(chosen)).format(n=len(chosen))
        self.take_button.setText(text)
        self.take_button.setAccessibleName(text)
        self.take_button.setEnabled(bool(chosen))

    def _on_examples(self) -> None:
        if self._desk.do(take_examples) == "stored":
            self._fill()
            self.combo.setFocus()

    def _on_take(self) -> None:
        template = self.template
        chosen = [line.offer.goal for line in self.lines if line.tick.isChecked()]
        self._desk.settle.emit()
        before = current_plan(self._desk.case).goals
        if template is not None and self._desk.do(begin_from, template, chosen) == "stored":
            self.accept()
            self.taken.emit(next((goal for goal in current_plan(self._desk.case).goals if goal not in before), None))

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.touches(PlanTemplate) or changes.touches(TemplateGoal)):
            unticked = {line.offer.goal.id for line in self.lines if not line.tick.isChecked()}
            known = {line.offer.goal.id for line in self.lines}
            self._fill()
            for line in self.lines:
                if line.offer.goal.id in known:
                    line.tick.setChecked(line.offer.goal.id not in unticked)


class OfferLine(QFrame):
    """A goal that could come: its words as a tick, below it what comes with it."""

    def __init__(self, desk: Desk, offer: GoalOffer, parent: QWidget) -> None:
        super().__init__(parent)
        self.offer = offer
        self.setProperty("role", "flat")
        self.tick = WrappedCheck(offer.goal.title.replace("&", "&&"), self)
        self.tick.setChecked(not offer.is_there)
        facts = [_("The plan has it already")] if offer.is_there else []
        if offer.goal.area is not None:
            facts.append(area_name(desk.case.register, offer.goal.area))
        if offer.deadline is not None:
            facts.append(_("By {date}").format(date=day(offer.deadline, desk.opened.today())))
        if offer.responsible is not None:
            facts.append(who(offer.responsible))
        elif offer.asked:
            facts.append(_("{role}: choose who it is in the plan").format(role=offer.asked))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(self.tick)
        below = [" · ".join(facts), *(f"{name}: {'; '.join(words)}" for name, words in (
            (_("Steps"), offer.steps), (_("Help"), offer.help)) if words)]
        for words in filter(None, below):
            column.addWidget(plain_label(words, "small", self, wrap=True))
        self.tick.setAccessibleDescription(". ".join(filter(None, below)))
