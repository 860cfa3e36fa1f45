"""Earlier plans: a list with their source, and the text of the chosen one."""
from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QListWidgetItem

from borgerplan_desktop.casework.plan import earlier_plans
from borgerplan_desktop.gui.earlier.take_in_dialog import EarlierPlanDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.papers.papers_form import PapersForm
from borgerplan_desktop.gui.widgets.prose import no_prose
from borgerplan_desktop.gui.widgets.two_lines import ID, TwoLines, add_two_lines
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.papers import EarlierPlan, Passage

_SHOWN = (EarlierPlan.title, EarlierPlan.kind, EarlierPlan.from_whom, EarlierPlan.outcome, EarlierPlan.kept_because)


class EarlierPlansPage(QObject):
    """Drives the third page of the tab's form."""

    def __init__(self, desk: Desk, page: PapersForm) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._text = TextField(no_prose(page.earlier_text), desk, EarlierPlan.text, N_("Edit an earlier plan"))
        page.earlier_list.setItemDelegate(TwoLines(page.earlier_list))
        page.earlier_empty.say(
            _("No earlier plans yet"), _("Take in the text of the plans that this one plan replaces."),
            _("Take in a plan"))
        page.earlier_list.currentItemChanged.connect(self._on_item)
        page.add_button.clicked.connect(self.ask)
        page.earlier_empty.wanted.connect(self.ask)
        page.remove_button.clicked.connect(self._on_remove)
        page.over_button.clicked.connect(self._on_over)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def ask(self) -> EarlierPlanDialog:
        """Take in another one."""
        dialog = EarlierPlanDialog(self._desk, self._page)
        dialog.open()
        return dialog

    def refresh(self) -> None:
        rows, chosen = self._page.earlier_list, self._text.row
        plans, today = self._desk.case.all(EarlierPlan), self._desk.opened.today()
        rows.blockSignals(True)
        rows.clear()
        for plan in plans:
            words = (plan.from_whom, earlier_plans.state(plan, today))
            add_two_lines(rows, earlier_plans.named(plan, today), " · ".join(part for part in words if part), plan.id)
        at = plans.index(chosen) if isinstance(chosen, EarlierPlan) and chosen in plans else 0
        rows.setCurrentRow(at)
        rows.blockSignals(False)
        self._page.earlier_card.setVisible(bool(plans))
        self._page.earlier_empty.setVisible(not plans)
        self._show(plans[at] if plans else None)

    def _on_item(self, _now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self._show(self._chosen())

    def _chosen(self) -> EarlierPlan | None:
        item = self._page.earlier_list.currentItem()
        return self._desk.case.get(EarlierPlan, item.data(ID)) if item is not None else None

    def _show(self, plan: EarlierPlan | None) -> None:
        self._text.show_row(plan)
        self._page.earlier_text.setReadOnly(plan is not None and not earlier_plans.may_be_corrected(plan))
        self._page.over_button.setVisible(plan is not None)
        self._page.remove_button.setEnabled(plan is not None)

    def _on_over(self) -> None:
        if (plan := self._chosen()) is not None:
            self._desk.go.emit("plan", plan.id)

    def _on_remove(self) -> None:
        if (plan := self._chosen()) is not None:
            self._desk.do(earlier_plans.remove, plan)

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(EarlierPlan, field) for field in _SHOWN) or changes.touches(Passage):
            self.refresh()
