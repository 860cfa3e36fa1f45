"""The citizen's standing appointments: what comes back, on which day, with whom, where, and for which goal."""
from __future__ import annotations

from datetime import date, time
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from borgerplan_desktop.casework.contacts import standing as casework
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.editing.unsaved_input import UnsavedLine
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.showing.goal_summary import title_of
from borgerplan_desktop.gui.showing.standing_words import how_often, in_a_line, weekdays
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.show_more import ShowMore
from borgerplan_desktop.gui.widgets.time_edit import TimeEdit, parse_time
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Goal, current_plan
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from borgerplan_desktop.model.text import shortened
from borgerplan_desktop.model.week import DAYS, week_shown

FEW = 3                                                  # of those that have ended
MOST_WEEKS = 8                                           # between two times
LONGEST = 60                                             # characters of a goal in a list


class StandingCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Standing appointments"), "history", parent)
        self._desk, self._adding = desk, False
        self.this_week, self.next_week = (self.add_action(" ", "print") for _n in range(2))
        self.empty = plain_label("", "muted", self, wrap=True)
        self.going_on: RowColumn[StandingAppointment, StandingRow] = RowColumn(partial(StandingRow, desk), 8, self)
        self.been_label = plain_label(_("Have ended"), "smallbold", self)
        self.been: RowColumn[StandingAppointment, StandingRow] = RowColumn(partial(StandingRow, desk), 8, self)
        self.more = ShowMore(FEW, self)
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(_("e.g. The Tuesday group"))
        self.text.setAccessibleName(_("New standing appointment"))
        UnsavedLine(self.text, desk, "standing")
        self.weekday = calm_combo(QComboBox(self))
        self.weekday.addItems([text for _value, text in weekdays()])
        self.weekday.setAccessibleName(_("Day of the week"))
        self.at_field = TimeEdit(self)
        self.at_field.set_name(_("Time"))
        self.add = button(_("Add standing appointment"), "plus", "", self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        row = QHBoxLayout()
        row.addWidget(self.weekday, 1)
        row.addWidget(self.at_field)
        for widget in (self.empty, self.going_on, self.text):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        for widget in (self.add, self.trouble, self.been_label, self.been, self.more):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        # Signals
        self.this_week.clicked.connect(self.see_week)
        self.next_week.clicked.connect(self.see_next_week)
        self.add.clicked.connect(self._on_add)
        self.text.returnPressed.connect(self._on_add)
        self.more.wanted.connect(self.refresh)
        desk.refused.connect(self._on_refused)

    def refresh(self) -> None:
        """Show them as they are now, through the week."""
        case, today = self._desk.case, self._desk.opened.today()
        now, been = casework.going_on(case, today), casework.been(case, today)
        for each, monday in ((self.this_week, week_shown(today)), (self.next_week, self._after(today))):
            each.setText(_("See week {week}").format(week=monday.isocalendar().week))
            each.setAccessibleName(each.text())
        self.going_on.show_rows(now)
        self.been.show_rows(been[:self.more.most])
        self.been_label.setVisible(bool(been))
        self.more.show_of(len(been))
        say(self.empty, "" if now else _("Nothing comes back every week yet. Where does {name} go, and with whom?")
            .format(name=case.the(Citizen).first_name))

    def show_row(self, row_id: str) -> bool:
        """Bring a standing appointment into sight; whether it is here."""
        row = self._desk.case.get(StandingAppointment, row_id)
        if row is None:
            return False
        been = casework.been(self._desk.case, self._desk.opened.today())
        if row in been:
            self.more.reach(been.index(row))
        self.refresh()
        widget = self.going_on.widget(row) or self.been.widget(row)
        if widget is not None:
            widget.text.setFocus()
        return True

    def see_week(self) -> PaperWindow:
        """The week on paper, to hang up."""
        return show_paper(self._desk, BY_KEY["week"], self.window())

    def see_next_week(self) -> PaperWindow:
        """The week after it."""
        monday = self._after(self._desk.opened.today())
        return show_paper(self._desk, BY_KEY["week"], self.window(), monday.isoformat())

    @staticmethod
    def _after(today: date) -> date:
        return later(week_shown(today), DAYS)

    def _on_add(self) -> None:
        self.trouble.hide()
        if not self.at_field.message.isHidden():
            return
        self._adding = True
        day_of_week = weekdays()[self.weekday.currentIndex()][0]
        made = self._desk.made(casework.add_standing, self.text.text(), day_of_week, self.at_field.time())
        self._adding = False
        if made is not None:
            self.text.clear()
            self.weekday.setCurrentIndex(0)
            self.at_field.setTime(None)
            if (row := self.going_on.widget(made)) is not None:
                row.open().place.setFocus()

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._adding:
            say(self.trouble, sentence)
            self._desk.said()
            self.text.setFocus()


class StandingRow(Card):
    """One that comes back: what it is, and in a line the rest; its fields are made when somebody opens them."""

    def __init__(self, desk: Desk, standing: StandingAppointment, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, role="flat")
        self._desk, self._standing = desk, standing
        self.fields: StandingFields | None = None
        self.body.setContentsMargins(12, 8, 12, 8)
        self.body.setSpacing(4)
        self.text = QLineEdit(self)
        self.text.setAccessibleName(_("What it is"))
        self.fold = icon_button("chevron_down", _("When, where and with whom"), self)
        self.gone = icon_button("close", _("Remove standing appointment"), self)
        self.said = plain_label("", "small", self, wrap=True)
        top = QHBoxLayout()
        top.addWidget(self.text, 1)
        top.addWidget(self.fold)
        top.addWidget(self.gone)
        self.body.addLayout(top)
        self.body.addWidget(self.said)
        TextField(self.text, desk, StandingAppointment.text, casework.CHANGED).show_row(standing)
        # Signals
        self.fold.clicked.connect(self._on_fold)
        self.gone.clicked.connect(self._on_gone)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        each = self._standing
        if each.exists:
            self.said.setText(in_a_line(each, self._desk.opened.today()))
            self.fold.setAccessibleName(_("When, where and with whom: {what}").format(what=each.text))
            self.gone.setAccessibleName(_("Remove: {what}").format(what=each.text))
            self.setAccessibleName(each.text)

    def open(self) -> StandingFields:
        """Show its fields."""
        if self.fields is None:
            self.fields = StandingFields(self._desk, self._standing, self)
            self.body.addWidget(self.fields)
        self.fields.show()
        set_button_icon(self.fold, "chevron_up")
        return self.fields

    def _on_fold(self) -> None:
        if self.fields is None or self.fields.isHidden():
            self.open().weekday.setFocus()
            return
        self._desk.settle.emit()
        self.fields.hide()
        set_button_icon(self.fold, "chevron_down")

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.remove_standing, self._standing)


class StandingFields(FieldGrid):
    """When, how often, where, with whom, what it is for, and from when until when."""

    def __init__(self, desk: Desk, standing: StandingAppointment, parent: QWidget) -> None:
        super().__init__(170, 2, parent)
        self._desk, self._standing = desk, standing
        self.place = QLineEdit(self)
        self.place.setPlaceholderText(_("e.g. Havnegade 18"))
        self.weekday, self.weeks, self.goal = (calm_combo(QComboBox(self)) for _n in range(3))
        self.at_field, self.begins, self.ends = TimeEdit(self), DateEdit(parent=self), DateEdit(parent=self)
        self.ends.look(Toward.AHEAD)
        self.who = ChoosePerson(desk, _("With whom"), _("Nobody in particular"), self)
        for name, field in ((_("Day of the week"), self.weekday), (_("Time"), self.at_field),
                            (_("How often"), self.weeks), (_("Where"), self.place), (_("With whom"), self.who),
                            (_("Goal"), self.goal), (_("From"), self.begins), (_("Until"), self.ends)):
            self.add_named(name, field)
        self.at_field.set_name(_("Time"))
        self.weeks.addItems([how_often(n) for n in range(1, MOST_WEEKS + 1)])
        for bound in (TextField(self.place, desk, StandingAppointment.place_text, casework.CHANGED),
                      ChoiceField(self.weekday, desk, StandingAppointment.weekday, casework.CHANGED, weekdays()),
                      DateField(self.begins, desk, StandingAppointment.begins_on, casework.CHANGED, casework.begin_on),
                      DateField(self.ends, desk, StandingAppointment.ends_on, casework.CHANGED, casework.end_on)):
            bound.show_row(standing)
        # Signals
        self.at_field.timeEntered.connect(self._on_time)
        self.weeks.activated.connect(self._on_weeks)
        self.goal.activated.connect(self._on_goal)
        self.who.chosen.connect(self._on_who)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        each = self._standing
        if each.exists:
            self.at_field.show_time(parse_time(each.at))
            self.who.show_person(each.member)
            self.weeks.setCurrentIndex(min(max(each.weeks, 1), MOST_WEEKS) - 1)
            self._show_goals()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(self._standing) or changes.touches(Goal):
            self.refresh()

    def _show_goals(self) -> None:
        """Those that are worked on, and the one it was for."""
        self.goal.clear()
        self.goal.addItem(_("No goal in particular"), None)
        for goal in current_plan(self._desk.case).goals:
            if goal.status.open or goal.id == self._standing.goal_id:
                self.goal.addItem(shortened(title_of(goal), LONGEST), goal.id)
        self.goal.setCurrentIndex(max(0, self.goal.findData(self._standing.goal_id)))

    def _on_time(self, at: time | None) -> None:
        if self._standing.exists:
            self._desk.do(casework.set_hour, self._standing, at)

    def _on_weeks(self, index: int) -> None:
        if self._standing.exists:
            self._desk.do(casework.every_weeks, self._standing, index + 1)

    def _on_goal(self, index: int) -> None:
        if self._standing.exists:
            self._desk.do(casework.for_goal, self._standing, self._desk.case.get(Goal, self.goal.itemData(index)))

    def _on_who(self, member: NetworkMember | None) -> None:
        if self._standing.exists:
            self._desk.do(casework.with_whom, self._standing, member)
