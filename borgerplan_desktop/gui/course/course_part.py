"""The course line, large: where the course stands, its phases, milestones, the action plan, and the days of stay."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.course.overview import course_line
from borgerplan_desktop.casework.course.phases import bars
from borgerplan_desktop.gui.course.action_plan_card import ActionPlanCard
from borgerplan_desktop.gui.course.milestones_card import MilestonesCard
from borgerplan_desktop.gui.course.phase_bars import PhaseBars
from borgerplan_desktop.gui.course.phases_card import PhasesCard
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.showing.course_line_view import CourseLineView
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _, day, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import Course, CoursePhase, Milestone, MilestoneKind, Stay, current_course
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.plan import PlanVersion
from borgerplan_desktop.model.stay_days import counts_days, days_of_stay, refund_days_left, stays_of
from borgerplan_desktop.model.told import Told

ALL = tuple(MilestoneKind)


class CoursePart(Tab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page = PageScroll(_("Course"), self)
        way = Card(_("The way to the plan"), "flag", self.page)
        self.week = plain_label("", "muted", way, wrap=True)
        self.line, self.bars = CourseLineView(way), PhaseBars(way)
        self.phases_said = plain_label("", "small", way, wrap=True)
        self.stay = plain_label("", "", way, wrap=True)
        self.refund = plain_label("", "small", way, wrap=True)
        for each in (self.week, self.line, self.bars, self.phases_said, self.stay, self.refund):
            way.body.addWidget(each)
        self.milestones, self.phases = MilestonesCard(desk, self.page), PhasesCard(desk, self.page)
        self.action_plan = ActionPlanCard(desk, self.page)
        for each in (way, self.phases, self.milestones, self.action_plan):
            self.page.body.addWidget(each)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def show_row(self, row_id: str) -> None:
        """Come to a milestone, a phase, or a reminder of the action plan."""
        case = self._desk.case
        found, phase = case.get(Milestone, row_id), case.get(CoursePhase, row_id)
        if found is not None:
            self._come_to(self.milestones.lines[found.kind])
        elif (line := self.phases.rows.widget(phase)) is not None:
            self._come_to(line)
        elif (reminder := self.action_plan.rows.widget(case.get(Told, row_id))) is not None:
            self._come_to(reminder.answer)

    def _come_to(self, line: QWidget) -> None:
        line.setFocus()
        QTimer.singleShot(0, line, partial(self.page.ensureWidgetVisible, line))

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (Course, Milestone, CoursePhase, Stay, Meeting, PlanVersion)):
            self._refresh()

    def _refresh(self) -> None:
        case, today = self._desk.case, self._desk.opened.today()
        course = current_course(case)
        line, drawn = course_line(case, today, ALL), bars(case, today)
        if line.closed:
            words = _("The course ended {date}, in week {n}. The target is week 6–7; it used to take about 3 months.")
            self.week.setText(words.format(date=day(line.today, today), n=line.week))
        else:
            since = ngettext("{n} day since the first contact", "{n} days since the first contact", line.day)
            words = _("Week {n}, {since}. The target is week 6–7; it used to take about 3 months.")
            self.week.setText(words.format(n=line.week, since=since.format(n=line.day)))
        self.line.show_line(line)
        self.bars.show_bars(line, drawn)
        say(self.phases_said, ". ".join(bar.words for bar in drawn) + "." if drawn else "")
        self._say_stay(course)

    def _say_stay(self, course: Course) -> None:
        """The days of stay are a fact for staff, where the shelter counts them: of all stays of the course."""
        today = self._desk.opened.today()
        stays, days = stays_of(course), days_of_stay(course, today)
        here = bool(stays) and stays[-1].left_on is None and course.closed_on is None
        if not stays or not counts_days(self._desk.case):
            words = ""
        elif len(stays) == 1:
            since = day(stays[0].admitted_on, today) if stays[0].admitted_on is not None else ""
            words = _("Day {n} of the stay, since {date}.").format(n=days, date=since) if here else \
                ngettext("The stay lasted {n} day.", "The stay lasted {n} days.", days).format(n=days)
        else:
            words = _("{n} days in {stays} stays in this course.").format(n=days, stays=len(stays))
        say(self.stay, words)
        left = refund_days_left(self._desk.case, course, today)
        if left is None or not stays:
            say(self.refund, "")
        elif left >= 0:
            say(self.refund, ngettext("{n} day is left of the days the municipality's refund is counted by.",
                                      "{n} days are left of the days the municipality's refund is counted by.",
                                      left).format(n=left))
        else:
            say(self.refund, _("The days the municipality's refund is counted by ended {n} days ago.").format(n=-left))
