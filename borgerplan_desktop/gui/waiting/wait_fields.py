"""Everything about one wait, as fields: whom we ask, who asks again and when, what happens meanwhile, the answer."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course.course import stop_waiting, wait_for
from borgerplan_desktop.casework.waiting import applications
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.combo import calm_combo, ignore_wheel
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, PersonField, TextField
from borgerplan_desktop.gui.showing.goal_summary import title_of
from borgerplan_desktop.gui.waiting.nudge_line import NudgeLine
from borgerplan_desktop.gui.waiting.offer_card import OfferCard
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.application import Application, ApplicationKind, HousingOffer, Meanwhile, Nudge, Outcome
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import Course, ResponsibilityRequest
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Goal, Plan, current_plan
from borgerplan_desktop.model.wait import Awaited, chaser, nudges_of

OUTCOMES = list(Outcome)
NUDGE_ON, MEANWHILE = N_("Choose when to ask again"), N_("Write what happens meanwhile")


class WaitFields(QWidget):
    """The fields every wait has; those of an application are in `ApplicationFields`."""

    def __init__(self, desk: Desk, row: Awaited, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._row = desk, row
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 4, 0, 0)
        self.column.setSpacing(10)
        self.grid = FieldGrid(230, 3, self)
        self.column.addWidget(self.grid)
        self.nudge_on = DateEdit(parent=self)
        self.nudge_on.look(Toward.AHEAD)
        self.meanwhile = GrowingTextEdit("", 1, 6, self)
        self.meanwhile.setPlaceholderText(_("e.g. Practises cooking in the small kitchen, twice a week"))
        self._first_fields()
        self.grid.add_named(_("Ask again on"), self.nudge_on)
        self._kind_of_meanwhile()
        self._below(_("What happens meanwhile?"), self.meanwhile)
        self.nudges: RowColumn[Nudge, NudgeLine] = RowColumn(partial(NudgeLine, desk, parent=self), 4, self)
        self.nudges_label = plain_label(_("Asked again"), "smallbold", self)
        self.column.addWidget(self.nudges_label)
        self.column.addWidget(self.nudges)
        self._last_fields()
        kind = type(row)
        DateField(self.nudge_on, desk, kind.nudge_on, NUDGE_ON).show_row(row)
        TextField(self.meanwhile, desk, kind.meanwhile, MEANWHILE).show_row(row)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        rows = nudges_of(self._row)
        self.nudges.show_rows(rows)
        self.nudges_label.setVisible(bool(rows))

    def first(self) -> QWidget:
        """Where the keyboard goes when it is opened."""
        return self.nudge_on

    def _first_fields(self) -> None:
        """What stands before the next nudge."""

    def _kind_of_meanwhile(self) -> None:
        """Which kind of meanwhile it is, where it has one."""

    def _last_fields(self) -> None:
        """The answer."""

    def _below(self, name: str, field: QWidget) -> None:
        """A field across the whole width, with its name above."""
        label = plain_label(name, "smallbold", self)
        label.setBuddy(field)
        field.setAccessibleName(name)
        self.column.addWidget(label)
        self.column.addWidget(field)

    def _on_changed(self, changes: Changes) -> None:
        if self._row.exists and (changes.touches(self._row) or changes.touches(Nudge)
                                 or changes.touches(Goal, Goal.title)):
            self.refresh()


class CourseWaitFields(WaitFields):
    """What the course waits for in words."""

    def _first_fields(self) -> None:
        self.who = ChoosePerson(self._desk, _("Waiting for"), _("Nobody in particular"), self)
        self.what = QLineEdit(self)
        self.grid.add_named(_("Waiting for"), self.who)
        self.grid.add_named(_("What we wait for"), self.what)
        TextField(self.what, self._desk, Course.waiting_for, N_("Set what we wait for")).show_row(self._row)
        self.who.chosen.connect(self._on_who)

    def first(self) -> QWidget:
        return self.what

    def _last_fields(self) -> None:
        self.came = button(_("It has come"), "check", "", self)
        self.column.addWidget(self.came)
        self.came.clicked.connect(self._on_came)

    def refresh(self) -> None:
        super().refresh()
        assert isinstance(self._row, Course)
        self.who.show_person(self._row.waiting_for_member)

    def _on_who(self, member: NetworkMember | None) -> None:
        if isinstance(self._row, Course):
            self._desk.do(wait_for, member, self._row.waiting_for)

    def _on_came(self) -> None:
        self._desk.settle.emit()
        self._desk.do(stop_waiting)


class RequestFields(WaitFields):
    """The question of who is responsible: its answer has a place of its own."""

    def _last_fields(self) -> None:
        self.answer = button(_("Write the answer"), "chevron_right", "", self, icon_right=True)
        self.column.addWidget(self.answer)
        self.answer.clicked.connect(self._on_answer)

    def _on_answer(self) -> None:
        self._desk.go.emit("responsibility", self._row.id)


class ApplicationFields(WaitFields):
    def __init__(self, desk: Desk, row: Application, parent: QWidget) -> None:
        self._application = row
        super().__init__(desk, row, parent)

    def first(self) -> QWidget:
        return self.what

    def _first_fields(self) -> None:
        desk, row, act = self._desk, self._application, applications
        self.what, self.office, self.reference = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.what.setPlaceholderText(_("e.g. A small flat near the harbour"))
        self.kind, self.sent_by, self.chaser = (ignore_wheel(QComboBox(self)) for _number in range(3))
        self.who = ChoosePerson(desk, _("Who there"), _("Nobody in particular"), self)
        self.sent_on = DateEdit(parent=self)
        self.sent_on.look(Toward.BACK)
        for name, field in ((_("What is applied for"), self.what), (_("Kind"), self.kind), (_("Office"), self.office),
                            (_("Who there"), self.who), (_("Sent by"), self.sent_by), (_("Sent on"), self.sent_on),
                            (_("Their number for it"), self.reference), (_("Who asks again"), self.chaser)):
            self.grid.add_named(name, field)
        ChoiceField(self.kind, desk, Application.kind, N_("Change the application"),
                    [(each, _(each.label)) for each in ApplicationKind]).show_row(row)
        self._text(self.what, Application.what, N_("Change the application"))
        self._text(self.office, Application.office, N_("Change the application"))
        self._text(self.reference, Application.reference, N_("Change the application"))
        DateField(self.sent_on, desk, Application.sent_on, act.SENT, act.send).show_row(row)
        PersonField(self.sent_by, desk, Application.sent_by_id, act.SENT, act.sent_by).show_row(row)
        PersonField(self.chaser, desk, Application.chaser_id, N_("Who asks again"), act.chase,
                    self._usual).show_row(row)
        self.goal = calm_combo(QComboBox(self))
        self.grid.add_named(_("The goal it belongs to"), self.goal)
        self.who.chosen.connect(self._on_who)
        self.goal.activated.connect(self._on_goal)

    def _usual(self) -> str:
        """Who asks again where nobody is chosen for it."""
        usual = chaser(self._application)
        return _("{name}, as nobody else is chosen").format(name=usual.contact.said_name) if usual is not None else ""

    def _kind_of_meanwhile(self) -> None:
        self.meanwhile_kind = ignore_wheel(QComboBox(self))
        self.grid.add_named(_("Meanwhile"), self.meanwhile_kind)
        ChoiceField(self.meanwhile_kind, self._desk, Application.meanwhile_kind, MEANWHILE, [
            (None, _("Not agreed yet")), *((each, _(each.label)) for each in Meanwhile)]).show_row(self._row)

    def _last_fields(self) -> None:
        desk, row, act = self._desk, self._application, applications
        self.offers_label = plain_label(_("Homes that were offered"), "smallbold", self)
        self.offers: RowColumn[HousingOffer, OfferCard] = RowColumn(partial(OfferCard, desk, parent=self), 8, self)
        self.add_offer = button(_("Add an offer of a home"), "plus", "ghost", self)
        for each in (self.offers_label, self.offers, self.add_offer):
            self.column.addWidget(each)
        self.outcome, self.answered_on = ignore_wheel(QComboBox(self)), DateEdit(parent=self)
        self.outcome.addItems([_(each.label) for each in OUTCOMES])
        self.answered_on.look(Toward.BACK)
        self.words, self.if_no = GrowingTextEdit("", 1, 6, self), GrowingTextEdit("", 1, 6, self)
        self.if_no.setPlaceholderText(_("e.g. The place on the list is kept, but it takes half a year more"))
        answers = FieldGrid(230, 3, self)
        answers.add_named(_("The answer"), self.outcome)
        answers.add_named(_("Answered on"), self.answered_on)
        self.column.addWidget(answers)
        self._below(_("What they said"), self.words)
        self._below(_("What a no costs"), self.if_no)
        self.complaint = plain_label(_(
            "A no from the municipality can be complained about within four weeks. The municipality first looks at it "
            "again; then the Danish Appeals Board decides."), "small", self, wrap=True)
        self.column.addWidget(self.complaint)
        self._text(self.words, Application.answer, act.ANSWERED)
        self._text(self.if_no, Application.if_no, N_("Write what a no costs"))
        DateField(self.answered_on, desk, Application.answered_on, act.ANSWERED, act.answered_on).show_row(row)
        self.outcome.activated.connect(self._on_outcome)
        self.add_offer.clicked.connect(self._on_offer)

    def refresh(self) -> None:
        super().refresh()
        row = self._application
        self.goal.clear()
        self.goal.addItem(_("No goal in particular"), None)
        for goal in current_plan(self._desk.case).goals if self._desk.case.all(Plan) else ():
            self.goal.addItem(title_of(goal)[:60], goal.id)
        self.goal.setCurrentIndex(max(0, self.goal.findData(row.goal_id)))
        self.who.office = row.office
        self.who.show_person(row.member)
        self.outcome.setCurrentIndex(OUTCOMES.index(row.outcome))
        self.answered_on.setEnabled(row.outcome is not Outcome.WAITING)
        housing = row.kind is ApplicationKind.HOUSING_LIST
        self.offers.show_rows(row.offers)
        self.offers_label.setVisible(bool(row.offers))
        self.add_offer.setVisible(housing)
        self.complaint.setVisible(not housing)

    def _text(self, edit: QLineEdit | GrowingTextEdit, field: Any, name: str) -> None:
        TextField(edit, self._desk, field, name).show_row(self._row)

    def _on_goal(self, _at: int) -> None:
        if self._application.exists:
            self._desk.do(write, self._application, Application.goal_id, self.goal.currentData(), N_("Choose goal"))

    def _on_who(self, member: NetworkMember | None) -> None:
        self._do(applications.ask_there, member)

    def _on_outcome(self, index: int) -> None:
        self._do(applications.answer, OUTCOMES[index])

    def _do(self, act: Callable[..., Any], *args: Any) -> None:
        if self._row.exists:
            self._desk.do(act, self._row, *args)
            self.refresh()

    def _on_offer(self) -> None:
        made = self._desk.made(applications.write_offer, self._application)
        card = self.offers.widget(made)
        if card is not None:
            card.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        super()._on_changed(changes)
        if self._row.exists and changes.touches(HousingOffer):
            self.refresh()


def fields_of(desk: Desk, row: Awaited, parent: QWidget) -> WaitFields:
    """The fields for a kind of wait."""
    if isinstance(row, Application):
        return ApplicationFields(desk, row, parent)
    return (RequestFields if isinstance(row, ResponsibilityRequest) else CourseWaitFields)(desk, row, parent)
