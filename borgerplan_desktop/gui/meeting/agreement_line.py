"""What we agree: the agreements made at the meeting, and the line that adds one more to the plan."""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import everybody
from borgerplan_desktop.gui.meeting.participant_names import first_name_of
from borgerplan_desktop.gui.showing.goal_summary import title_of
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.date_field import SHOWN
from borgerplan_desktop.gui.widgets.dates_as_written import Toward, is_no_day, parse_day
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.i18n import _, day, near_word
from borgerplan_desktop.model.meeting import AgendaItem, Meeting
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement, Goal, Plan
from borgerplan_desktop.model.text import shortened

ONE_LINE = 640                                           # design pixels; with less, who and when stand below what


def due_words(agreement: Agreement, today: date) -> str:
    """"i morgen", "20. marts", "hver onsdag"; a day that has passed has its year."""
    if agreement.due_on is None:
        return agreement.when
    return near_word(agreement.due_on, today) or day(
        agreement.due_on, None if agreement.due_on < today else today)


class AgreementRow(QFrame):
    """One agreement in large type."""

    def __init__(self, desk: Desk, agreement: Agreement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._agreement = desk, agreement
        self.setProperty("role", "ruled")
        self.text = plain_label("", "stage", self, wrap=True)
        self.who = plain_label("", "stage_bold", self)
        self.when = plain_label("", "stage_when", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(14)
        row.addWidget(IconView("check_circle", "good", 26, parent=self))
        row.addWidget(self.text, 1)
        row.addWidget(self.who)
        row.addWidget(self.when)

    def refresh(self) -> None:
        agreement = self._agreement
        self.text.setText(agreement.text)
        say(self.who, first_name_of(agreement.responsible) if agreement.responsible is not None else "")
        say(self.when, due_words(agreement, self._desk.opened.today()))


class AgreementLine(QWidget):
    """What, who, when, and which goal; Enter adds it: `agreed(text, NetworkMember | None, date | None, when in words,
    Goal | None)`. Until somebody chooses, the goal is that of the present point.
    """

    agreed = Signal(str, object, object, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._desk: Desk | None = None
        self.what = QLineEdit(self)
        self.what.setAccessibleName(_("What do we agree?"))
        self.what.setPlaceholderText(_("What do we agree?"))
        self.who = calm_combo(QComboBox(self), 6)
        self.who.setAccessibleName(_("Who?"))
        self.when = QLineEdit(self)
        self.when.setAccessibleName(_("When?"))
        self.when.setPlaceholderText(_("When?"))
        set_tip(self.when, _("e.g. 3 March, tomorrow, every Wednesday"))
        self.goal = calm_combo(QComboBox(self), 6)
        self.goal.setAccessibleName(_("Which goal?"))
        self._point: AgendaItem | None = None
        self.add = QPushButton(self)
        self.add.setAccessibleName(_("Add agreement"))
        self.add.setText(_("Add"))
        self.add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add.setProperty("kind", "projector")
        columns, rest = SideBySide(ONE_LINE, 10, self), QWidget(self)
        row = QHBoxLayout(rest)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (self.what, self.who, self.when, self.goal):
            widget.setProperty("role", "stage")
            widget.setMinimumWidth(px(70))
        for widget, stretch in ((self.who, 9), (self.when, 9), (self.goal, 13)):
            row.addWidget(widget, stretch)
        row.addWidget(self.add)
        columns.add(self.what, 8)
        columns.add(rest, 14)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.addWidget(columns)
        self.what.returnPressed.connect(self.agree)
        self.when.returnPressed.connect(self.agree)
        self.add.clicked.connect(self.agree)

    def set_desk(self, desk: Desk) -> None:
        self._desk = desk

    def show_meeting(self, meeting: Meeting, point: AgendaItem | None, others: bool = True) -> None:
        """Offer those at the meeting first, then everybody else, and the goals that are open; `others` = there may be
        other people or goals than before.
        """
        if self._desk is None or not (others or point is not self._point):
            return
        self._offer_goals(self._desk, point)
        if not others:
            return
        chosen = self.who.currentData()
        there = [p.member for p in meeting.participants if p.member is not None and p.member.can_be_asked]
        offered = [*there, *(m for m in everybody(self._desk) if m not in there)]
        names = [(m.contact.name or first_name_of(m), m.id) for m in offered]
        if [(self.who.itemText(i), self.who.itemData(i)) for i in range(1, self.who.count())] != names:
            self.who.clear()
            self.who.addItem(_("Who?"), None)
            for name, id in names:
                self.who.addItem(name, id)
            self.who.setCurrentIndex(max(0, self.who.findData(chosen)) if chosen else 0)

    def _offer_goals(self, desk: Desk, point: AgendaItem | None) -> None:
        """A goal that somebody has chosen stays for this point; another point begins with its own."""
        here = point.goal_id if point is not None else None
        chosen = here if point is not self._point else self.goal.currentData()
        self._point = point
        plans = desk.case.all(Plan)[-1:]
        goals = [goal for plan in plans for goal in plan.goals if goal.status.open or goal.id == here]
        names = [(title_of(goal), goal.id) for goal in goals]
        if [(self.goal.itemText(i), self.goal.itemData(i)) for i in range(1, self.goal.count())] != names:
            self.goal.clear()
            self.goal.addItem(_("Which goal?"), None)
            for name, id in names:
                self.goal.addItem(name, id)
        self.goal.setCurrentIndex(max(0, self.goal.findData(chosen)) if chosen else 0)
        self.goal.setVisible(bool(goals))

    def agree(self) -> None:
        """Hand the agreement over, if there is one, and make ready for the next."""
        text = self.what.text().strip()
        if not text or self._desk is None:
            self.what.setFocus()
            return
        member = self._desk.case.get(NetworkMember, self.who.currentData())
        words = self.when.text().strip()
        today = self._desk.opened.today()
        if self._is_no_day():
            self._desk.unsaid.emit(_("That date does not exist: {value}. Write e.g. 3 March 2026.").format(
                value=shortened(words, SHOWN)))
            self.when.setFocus()
            return
        due = parse_day(words, today, Toward.AHEAD) if words else None
        goal = self._desk.case.get(Goal, self.goal.currentData())
        self.agreed.emit(text, member, due, "" if due else words, goal)

    def take_keyboard(self) -> None:
        """What, or when where that is a day there is not."""
        (self.when if self.is_begun() and self._is_no_day() else self.what).setFocus()

    def _is_no_day(self) -> bool:
        return self._desk is not None and is_no_day(self.when.text().strip(), self._desk.opened.today(), Toward.AHEAD)

    def clear(self) -> None:
        """The agreement was stored: the line is ready for the next."""
        self.what.clear()
        self.when.clear()
        self.who.setCurrentIndex(0)
        here = self._point.goal_id if self._point is not None and self._point.exists else None
        self.goal.setCurrentIndex(max(0, self.goal.findData(here)) if here else 0)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def half_typed(self) -> str:
        """"Ringe til kommunen · Birgit Holm · i morgen": what stands in it and is not handed over; "" = nothing."""
        what, when = self.what.text().strip(), self.when.text().strip()
        who = self.who.currentText() if self.who.currentData() and (what or when) else ""
        return " · ".join(filter(None, (what, who, when)))

    def is_begun(self) -> bool:
        return bool(self.what.text().strip())
