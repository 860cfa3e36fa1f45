"""One step of a goal: tick, words, and who does it by when."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, PersonField
from borgerplan_desktop.gui.plan.details_row import Details
from borgerplan_desktop.gui.plan.ticked_row import TickedRow
from borgerplan_desktop.gui.showing.who_and_when import by_when, who, who_has_it
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Step


class StepRow(TickedRow):
    def __init__(self, desk: Desk, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, step, Step.text, N_("Change step"), _("Step"), _("What is the first, small step?"),
                         parent)
        self.step = step
        self._refresh()
        self.tick.clicked.connect(self._on_tick)
        desk.changed.connect(self._on_changed)

    def make_details(self) -> Details:
        details = super().make_details()
        person, due = QComboBox(details), DateEdit(parent=details)
        due.look(Toward.AHEAD)
        self._person = PersonField(person, self._desk, Step.responsible_id, N_("Choose who is responsible"),
                                   others=True)
        self._due = DateField(due, self._desk, Step.due_on, N_("Change deadline"))
        details.add(_("Who"), person)
        details.add(_("By when"), due)
        due.set_name(_("By when"))
        self.done_on, self.done_by = DateEdit(parent=details), QComboBox(details)
        self.done_on.look(Toward.BACK)
        self._done = DateField(self.done_on, self._desk, Step.done_on, N_("Change the day it was done"),
                               act=goals.step_done_on)
        self._by = PersonField(self.done_by, self._desk, Step.done_by_id, N_("Choose who did it"), others=True)
        details.add(_("Done on"), self.done_on)
        details.add(_("Done by"), self.done_by)
        self.done_on.set_name(_("Done on"))
        self._done.show_row(self.step)
        self._by.show_row(self.step)
        self._person.show_row(self.step)
        self._due.show_row(self.step)
        details.column.addWidget(self.delete_button(_("Delete step")))
        self._tell_done(details)
        return details

    def _tell_done(self, details: Details) -> None:
        """Who did it and when is asked of what is done."""
        for field in (self.done_on, self.done_by):
            details.form.setRowVisible(field, self.step.done)

    def _on_tick(self, on: bool) -> None:
        if self.step.exists:
            self._desk.do(goals.tick_step, self.step, on)
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(self.step) or changes.touches(NetworkMember):
            self._refresh()

    def _refresh(self) -> None:
        step = self.step
        if not step.exists:
            return
        self.tick.setChecked(step.done)
        self.tick.setAccessibleName(step.text or _("Step"))
        when, late = by_when(step.due_on, self._desk.opened.today(), step.done_on)
        name = who(step.done_by) if step.done_by is not None else who_has_it(step.responsible)
        self.meta.say(" · ".join(part for part in (name, when) if part), late)
        if self.details is not None:
            self._tell_done(self.details)
