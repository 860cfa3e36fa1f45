"""One agreement: tick, what, who, when, and which goal it serves."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from borgerplan_desktop.casework.coordination.agreement_changes import change_words, changes_of
from borgerplan_desktop.casework.plan import agreements
from borgerplan_desktop.gui.appearance.theme import px, scale
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, PersonField, TextField
from borgerplan_desktop.gui.plan.agreement_changed import AgreementChanged
from borgerplan_desktop.gui.plan.details_row import Details
from borgerplan_desktop.gui.plan.ticked_row import TickedRow
from borgerplan_desktop.gui.showing.goal_summary import title_of
from borgerplan_desktop.gui.showing.who_and_when import by_when, who, who_has_it
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label, say
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.life_areas import area_choices
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement, AgreementChange, AgreementStatus, Goal, current_plan

LARGE = 1.4                                              # text size
NARROWEST, WIDEST, SHARE = 70, 320, .26                  # design pixels of the goal's name, and of the row


class AgreementRow(TickedRow):
    def __init__(self, desk: Desk, agreement: Agreement, parent: QWidget | None = None) -> None:
        super().__init__(desk, agreement, Agreement.text, N_("Change agreement"), _("Agreement"),
                         _("What have we agreed?"), parent)
        self.agreement = agreement
        self.goal_label = ElidedLabel("", self, "small")
        large = scale() >= LARGE                         # no room for columns
        self.goal_label.setFixedWidth(px(NARROWEST))
        self.meta.setMinimumWidth(0 if large else px(210))
        self.line.insertWidget(2, self.goal_label, 0, Qt.AlignmentFlag.AlignVCenter)
        self.changed_label = plain_label("", "small", self, wrap=True)
        self.changed_label.setContentsMargins(px(40), 0, 0, px(4))       # below the words it is about
        self.layout_for_details().addWidget(self.changed_label)
        self.refresh()
        self.tick.clicked.connect(self._on_tick)
        desk.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The goal's name gets a share of the row, so that the names stand below each other."""
        super().resizeEvent(event)
        self.goal_label.setFixedWidth(min(max(round(self.width() * SHARE), px(NARROWEST)), px(WIDEST)))

    def make_details(self) -> Details:
        details, desk = super().make_details(), self._desk
        self._form = details.form
        person, due, when, self.goal_combo = (QComboBox(details), DateEdit(parent=details), QLineEdit(details),
                                              QComboBox(details))
        details.add(_("Who"), person)
        details.add(_("By when"), due)
        due.set_name(_("By when"))
        due.look(Toward.AHEAD)
        details.add(_("Or in words"), when)
        when.setPlaceholderText(_("e.g. every Tuesday at 10"))
        details.add(_("Goal"), self.goal_combo)
        self.area_combo = QComboBox(details)             # what others may be told of one without a goal goes by it
        details.add(_("What it is about"), self.area_combo)
        self.done_by = QComboBox(details)
        details.add(_("Done by"), self.done_by)
        for field in (PersonField(person, desk, Agreement.responsible_id, N_("Choose who is responsible"), others=True),
                      DateField(due, desk, Agreement.due_on, N_("Change deadline")),
                      TextField(when, desk, Agreement.when, N_("Change deadline")),
                      ChoiceField(self.area_combo, desk, Agreement.area, N_("Choose life area"),
                                  [(None, _("Not chosen")), *area_choices(desk.case.register, self.agreement.area)]),
                      PersonField(self.done_by, desk, Agreement.done_by_id, N_("Choose who did it"), others=True)):
            field.show_row(self.agreement)
        self.details_of_done = details.form
        self.goal_combo.activated.connect(self._on_goal)
        self.drop_button = button("", "minus", "quiet", details)
        self.drop_button.clicked.connect(self._on_drop)
        self.changed_button = button(_("Changed by a partner …"), "edit", "quiet", details)
        self.changed_button.clicked.connect(self._on_changed_by)
        row = QHBoxLayout()
        row.addWidget(self.changed_button)
        row.addWidget(self.drop_button)
        row.addWidget(self.delete_button(_("Delete agreement")))
        row.addStretch(1)
        details.column.addLayout(row)
        self._show_choices()
        return details

    def _on_tick(self, on: bool) -> None:
        if self.agreement.exists:
            self._desk.do(agreements.tick_agreement, self.agreement, on)
        self.refresh()

    def _on_goal(self) -> None:
        if self.agreement.exists:
            goal = self._desk.case.get(Goal, self.goal_combo.currentData())
            self._desk.do(agreements.agree_goal, self.agreement, goal)

    def _on_drop(self) -> None:
        if self.agreement.exists:
            dropped = self.agreement.status is AgreementStatus.DROPPED
            self._desk.do(agreements.take_up_agreement if dropped else agreements.drop_agreement, self.agreement)

    def _on_changed_by(self) -> None:
        self._desk.settle.emit()
        if self.agreement.exists:
            AgreementChanged(self._desk, self.agreement, self.window()).open()

    def _on_changed(self, changes: Changes) -> None:
        if (changes.touches(self.agreement) or changes.touches(AgreementChange) or changes.touches(NetworkMember)
                or changes.touches(Goal, Goal.title)):
            self.refresh()

    def _show_choices(self) -> None:
        self.goal_combo.clear()
        self.goal_combo.addItem(_("No goal in particular"), None)
        for goal in current_plan(self._desk.case).goals:
            self.goal_combo.addItem(title_of(goal)[:60], goal.id)
        self.goal_combo.setCurrentIndex(max(0, self.goal_combo.findData(self.agreement.goal_id)))
        self._form.setRowVisible(self.area_combo, self.agreement.goal_id is None)          # else the goal says it
        self.details_of_done.setRowVisible(self.done_by, self.agreement.done)
        dropped = self.agreement.status is AgreementStatus.DROPPED
        text = _("Relevant again") if dropped else _("No longer relevant")
        self.drop_button.setText(text)
        self.drop_button.setAccessibleName(text)

    def refresh(self) -> None:
        agreement = self.agreement
        if not agreement.exists:
            return
        self.tick.setChecked(agreement.done)
        self.tick.setAccessibleName(agreement.text or _("Agreement"))
        changed = changes_of(agreement)
        say(self.changed_label, change_words(changed[-1], self._desk.opened.today()) if changed else "")
        self.goal_label.setText(title_of(agreement.goal) if agreement.goal else "")
        when, late = by_when(agreement.due_on, self._desk.opened.today(), agreement.done_on, agreement.when)
        if agreement.status is AgreementStatus.DROPPED:
            when, late = _(agreement.status.label), False
        name = who(agreement.done_by) if agreement.done_by is not None else who_has_it(agreement.responsible)
        self.meta.say(" · ".join(part for part in (name, when) if part), late)
        if self.details is not None:
            self._show_choices()
