"""Every milestone with the day it is planned for and the day it happened; out of order is said, and never refused."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course.course import earlier_than, milestone, plan_milestone, set_milestone
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card, line
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import Course, Milestone, MilestoneKind

BY_THEMSELVES = frozenset({MilestoneKind.PLAN_ADOPTED, MilestoneKind.CLOSED})    # set by adopting and closing


class MilestonesCard(Card):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Milestones"), "flag", parent)
        self._desk = desk
        self.body.addWidget(plain_label(_("A course is seldom linear: the days may come in any order."), "small", self,
                                        wrap=True))
        self.lines = {kind: MilestoneLine(kind, desk, self) for kind in MilestoneKind}
        for number, each in enumerate(self.lines.values()):
            if number:
                self.body.addWidget(line(self))
            self.body.addWidget(each)
        desk.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Milestone) or changes.touches(Course):
            for each in self.lines.values():
                each.refresh()


class MilestoneLine(SideBySide):
    """The milestone, when it is planned, and when it happened."""

    def __init__(self, kind: MilestoneKind, desk: Desk, parent: QWidget) -> None:
        super().__init__(620, 14, parent)
        self._kind, self._desk = kind, desk
        name = _(kind.label)
        self.mark = IconView("circle", "muted", 18, parent=self)
        named = QWidget(self)
        column = QVBoxLayout(named)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(plain_label(name, "bold", named, wrap=True))
        self.order = plain_label("", "small", named, wrap=True)
        column.addWidget(self.order)
        if kind is MilestoneKind.RESPONSIBILITY:
            whom = button(_("Who was asked"), "chevron_right", "ghost", named, icon_right=True)
            whom.clicked.connect(self._on_whom)
            column.addWidget(whom, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        head = QWidget(self)
        both = QHBoxLayout(head)
        both.setContentsMargins(0, 6, 0, 0)
        both.setSpacing(9)
        both.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        both.addWidget(named, 1)
        self.add(head)
        self.planned, self.day = DateEdit(desk.opened.today, self), DateEdit(desk.opened.today, self)
        self.planned.look(Toward.NEAREST)
        self.day.look(Toward.BACK)
        for label, field, said in ((_("Planned"), self.planned, _("{milestone}: planned")),
                                   (_("Happened"), self.day, _("{milestone}: the day"))):
            box = QWidget(self)
            lines = QVBoxLayout(box)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(2)
            lines.addWidget(plain_label(label, "smallbold", box))
            lines.addWidget(field)
            lines.addStretch(1)
            field.set_name(said.format(milestone=name))
            self.add(box, 0)                              # as wide as a day is long
        self.planned.setEnabled(kind is not MilestoneKind.FIRST_CONTACT)
        self.day.setEnabled(kind not in BY_THEMSELVES)
        self._entering: DateEdit | None = None
        self.setFocusProxy(self.day if self.day.isEnabled() else self.planned)
        # Signals
        self.planned.dateEntered.connect(self._on_planned)
        self.day.dateEntered.connect(self._on_day)
        desk.refused.connect(self._on_refused)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored; what stands there in red stays until it is put right."""
        found = milestone(self._desk.case, self._kind)
        done = found.done_on if found is not None else None
        self.planned.show_date(found.planned_on if found is not None else None)
        self.day.show_date(done)
        self.mark.show_icon("check_circle" if done is not None else "circle", "good" if done is not None else "muted")
        before = earlier_than(self._desk.case, self._kind)
        say(self.order, _("Came before »{milestone}«. That is fine.").format(milestone=_(before.label))
            if before is not None else "")

    def _on_planned(self, on: date | None) -> None:
        self._do(self.planned, plan_milestone, on)

    def _on_day(self, on: date | None) -> None:
        if on is None and self._kind is MilestoneKind.FIRST_CONTACT:
            self.refresh()                               # the clock needs a beginning
        else:
            self._do(self.day, set_milestone, on)

    def _do(self, edit: DateEdit, act: Callable[..., Any], on: date | None) -> None:
        self._entering = edit
        self._desk.do(act, self._kind, on)
        self._entering = None
        self.refresh()

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._entering is not None:
            found = milestone(self._desk.case, self._kind)
            self._entering.refuse(sentence, found.done_on if found is not None else None)
            self._desk.said()

    def _on_whom(self) -> None:
        """Whom we asked, and what they answered, stands in a place of its own."""
        self._desk.go.emit("responsibility", "")


