"""Earlier plans: a list with their source, and the text of the chosen one."""
from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from borgerplan_desktop.casework.plan import earlier_plans
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.editing.person_field import FromMap
from borgerplan_desktop.gui.papers.papers_form import PapersForm
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.two_lines import ID, TwoLines, add_two_lines
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanKind


class EarlierPlansPage(QObject):
    """Drives the third page of the tab's form."""

    def __init__(self, desk: Desk, page: PapersForm) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._text = TextField(page.earlier_text, desk, EarlierPlan.text, N_("Edit an earlier plan"))
        page.earlier_list.setItemDelegate(TwoLines(page.earlier_list))
        page.earlier_empty.say(
            _("No earlier plans yet"), _("Take in the text of the plans that this one plan replaces."),
            _("Take in a plan"))
        page.earlier_list.currentItemChanged.connect(self._on_item)
        page.add_button.clicked.connect(self.ask)
        page.earlier_empty.wanted.connect(self.ask)
        page.remove_button.clicked.connect(self._on_remove)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def ask(self) -> EarlierPlanDialog:
        """Take in another one."""
        dialog = EarlierPlanDialog(self._desk, self._page)
        dialog.open()
        return dialog

    def refresh(self) -> None:
        rows, chosen = self._page.earlier_list, self._text.row
        plans = self._desk.case.all(EarlierPlan)
        rows.blockSignals(True)
        rows.clear()
        for plan in plans:
            words = (plan.from_whom, day(plan.dated_on) if plan.dated_on else "")
            add_two_lines(rows, plan.title or _(plan.kind.label), " · ".join(part for part in words if part), plan.id)
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
        self._page.remove_button.setEnabled(plan is not None)

    def _on_remove(self) -> None:
        if (plan := self._chosen()) is not None:
            self._desk.do(earlier_plans.remove, plan)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(EarlierPlan, EarlierPlan.title, EarlierPlan.kind, EarlierPlan.from_whom):
            self.refresh()


class EarlierPlanDialog(CaseDialog):
    form = "earlier_plan_dialog"

    kind_field: QComboBox
    dated_field: DateEdit
    name_field: QLineEdit
    from_field: QLineEdit
    words_field: QPlainTextEdit
    words_trouble: QLabel
    cancel_button: QPushButton
    take_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        for kind in EarlierPlanKind:
            self.kind_field.addItem(_(kind.label))
        self.dated_field.set_clock(desk.opened.today)
        self.dated_field.look(Toward.BACK)
        self.dated_field.set_name(_("Its date"))
        self.say_refusal("words", self.words_trouble, self.words_field)
        self.cancel_button.clicked.connect(self.reject)
        self.take_button.clicked.connect(self._on_take)
        self.from_map = FromMap(self.from_field, desk)
        self.save_unfinished(self.name_field, self.from_field, self.words_field)

    def _on_take(self) -> None:
        if not self.dated_field.is_understood():
            self.dated_field.setFocus()
            return
        kind = list(EarlierPlanKind)[self.kind_field.currentIndex()]
        if self._desk.do(earlier_plans.take_in, kind, self.name_field.text(), self.from_field.text(),
                         self.dated_field.date(), self.words_field.toPlainText()) == "stored":
            self.accept()
