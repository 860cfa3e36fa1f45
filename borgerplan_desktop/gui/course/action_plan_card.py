"""The municipality's duty to make an action plan: whether it is made, whom we have reminded, and a ready reminder."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.waiting import action_plan as casework
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.printing.mail_draft import open_draft
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import N_, _, day, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import Course, Milestone, MilestoneKind, Stay, current_course
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.stay_days import days_of_stay
from borgerplan_desktop.model.told import Told


class ActionPlanCard(Card):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("The municipality's action plan"), "sign", parent)
        self._desk = desk
        self._whom: NetworkMember | None = None
        self.duty = plain_label(_(
            "During a stay under § 110 the municipality must make an action plan: § 142 i lov om social service, since "
            "1 October 2023."), "small", self, wrap=True)
        self.state = plain_label("", "bold", self, wrap=True)
        self.whom = ChoosePerson(desk, _("Whom we remind"), _("Choose somebody at the municipality"), self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=8)
        self.write_button = button(_("Write a reminder"), "send", "", buttons)
        self.called_button = button(_("Reminded by phone"), "phone", "ghost", buttons)
        self.said_button = button(_("Reminded in a talk"), "speech", "ghost", buttons)
        for each in (self.write_button, self.called_button, self.said_button):
            flow.addWidget(each)
        self.rows: RowColumn[Told, ReminderLine] = RowColumn(partial(ReminderLine, desk, parent=self), 10, self)
        grid = FieldGrid(280, 2, self)
        grid.add_named(_("Whom we remind"), self.whom)
        for each in (self.duty, self.state, grid, self.trouble, buttons, self.rows):
            self.body.addWidget(each)
        self.reminding = (grid, buttons)
        # Signals
        self.whom.chosen.connect(self._on_whom)
        self.write_button.clicked.connect(self._on_write)
        self.called_button.clicked.connect(self._on_called)
        self.said_button.clicked.connect(self._on_said)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_whom(self, member: NetworkMember | None) -> None:
        self._whom = member
        self.whom.show_person(member)
        self.trouble.hide()

    def _on_write(self) -> None:
        member = self._whom
        if member is None:
            say(self.trouble, _("Choose whom you remind."))
            self.whom.setFocus()
            return
        draft = open_draft(self._desk, self.window(), casework.reminder_mail, member,
                           title=_("Remind of the action plan"), remark=partial(self._why_it_says_little, member))
        if draft is not None:
            draft.used.connect(self._on_written)

    def _why_it_says_little(self, member: NetworkMember) -> str:
        may = casework.may_tell(self._desk.opened, member)
        return "" if may.allowed else _("{reason} So the mail does not say whom it is about.").format(reason=may.reason)

    def _on_written(self) -> None:
        today = self._desk.opened.today()
        whom = self._whom.id if self._whom is not None else None
        if not any(told.on == today and told.member_id == whom and told.how is ContactChannel.EMAIL
                   for told in casework.reminders(self._desk.case)):     # copied and opened is one mail
            self._remind(ContactChannel.EMAIL)

    def _on_called(self) -> None:
        self._remind(ContactChannel.PHONE)

    def _on_said(self) -> None:
        self._remind(ContactChannel.TALK)

    def _remind(self, how: ContactChannel) -> None:
        if self._whom is None:
            say(self.trouble, _("Choose whom you remind."))
            self.whom.setFocus()
            return
        line = self.rows.widget(self._desk.made(casework.remind, self._whom, how))
        if line is not None and how is not ContactChannel.EMAIL:
            line.answer.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (Told, Milestone, Stay, Course)):
            self._refresh()

    def _refresh(self) -> None:
        case, today = self._desk.case, self._desk.opened.today()
        course = current_course(case)
        made, days = course.reached(MilestoneKind.ACTION_PLAN), days_of_stay(course, today)
        if made is not None:
            words = _("Made {date}.").format(date=day(made, today))
        elif not casework.is_missing(case):
            words = _("It is not written down whether it was made.")
        else:
            words = ngettext("Not made yet, on day {n} of the stay.", "Not made yet, on day {n} of the stay.",
                             days).format(n=days)
        self.state.setText(words)
        for each in self.reminding:                      # who has moved out does not stay with us any more
            each.setVisible(casework.is_missing(case))
        self.rows.show_rows(casework.reminders(case))


class ReminderLine(QWidget):
    """Whom, when, how, and what they answered."""

    def __init__(self, desk: Desk, told: Told, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._told = desk, told
        self.on, self.how = DateEdit(parent=self), ignore_wheel(QComboBox(self))
        self.on.look(Toward.BACK)
        self.answer = QLineEdit(self)
        self.gone = icon_button("close", _("Remove: {what}").format(what=told.to_name), self)
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Reminded: {name}").format(name=told.to_name), "bold", self, wrap=True), 1)
        head.addWidget(self.gone)
        grid = FieldGrid(180, 3, self)
        grid.add_named(_("Reminded on"), self.on)
        grid.add_named(_("How"), self.how)
        grid.add_named(_("What they answered"), self.answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(grid)
        self.setFocusProxy(self.answer)
        DateField(self.on, desk, Told.on, N_("Remind of the action plan"), casework.reminded_on).show_row(told)
        ChoiceField(self.how, desk, Told.how, N_("Remind of the action plan"),
                    [(each, _(each.label)) for each in ContactChannel]).show_row(told)
        TextField(self.answer, desk, Told.answer, casework.ANSWERED).show_row(told)
        self.gone.clicked.connect(self._on_gone)

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.remove_reminder, self._told)
