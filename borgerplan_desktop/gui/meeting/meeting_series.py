"""Meetings every so many weeks: how often and until when, with the days they would be on."""
from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.series import MOST_WEEKS, USUAL_LENGTH, plan_series, series_days, usual_weeks
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.time_words import day_words, when_words
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.meeting import Meeting


class MeetingSeries(CaseDialog):
    """After a meeting that has a time; nothing is planned before somebody has seen the days."""

    drawn = (520, 480)

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget | None = None) -> None:
        title = _("Several meetings")
        super().__init__(desk, parent, title)
        self._meeting = meeting
        self.weeks = ignore_wheel(QSpinBox(self))
        self.weeks.setRange(1, MOST_WEEKS)
        self.weeks.setValue(usual_weeks(desk.case))
        self.weeks.setAccessibleName(_("Weeks between two meetings"))
        self.until = DateEdit(desk.opened.today, self)
        self.until.set_name(_("Until"))
        self.until.look(Toward.AHEAD)
        self.days = plain_label("", "", self, wrap=True)
        self.leave = button(_("Cancel"), parent=self)
        self.act = button("", "", "primary", self)
        self.act.setDefault(True)
        foot, outer = QHBoxLayout(), QVBoxLayout(self)
        outer.setContentsMargins(32, 24, 28, 22)
        outer.setSpacing(10)
        outer.addWidget(plain_label(title, "title", self, wrap=True))
        first = _("The first: {when}. The same people come each time; each can be changed or called off by itself.")
        outer.addWidget(plain_label(first.format(when=when_words(meeting, desk.opened.today())), "muted", self,
                                    wrap=True))
        every = SideBySide(0, 10, self)                  # a date that is cut tells nothing
        for words, field in ((_("Weeks between two meetings"), self.weeks), (_("Until"), self.until)):
            every.add(_named(words, field, every), 0)
        every.add(QWidget(every))
        outer.addWidget(every)
        outer.addWidget(self.until.message)
        body = DialogScroll(self, 6)
        body.body.addWidget(self.days)
        body.body.addStretch(1)
        outer.addWidget(body, 1)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.act)
        outer.addLayout(foot)
        self.weeks.valueChanged.connect(self._show_days)
        self.until.dateEntered.connect(self._show_days)
        self.leave.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_act)
        if meeting.starts_at is not None:
            self.until.setDate(meeting.starts_at.date() + USUAL_LENGTH)
        self._show_days()
        self.weeks.setFocus()

    def chosen(self) -> list[date]:
        """The days as they stand now."""
        until = self.until.date()
        starts_at = self._meeting.starts_at
        return series_days(starts_at, self.weeks.value(), until) if starts_at is not None and until is not None else []

    def _show_days(self) -> None:
        days, today = self.chosen(), self._desk.opened.today()
        self.days.setText("\n".join(day_words(each, today) for each in days) or _(
            "No meeting fits in before that day. Choose a later one."))
        words = ngettext("Plan {n} meeting", "Plan {n} meetings", len(days)).format(n=len(days))
        self.act.setText(words)
        self.act.setAccessibleName(words)
        self.act.setEnabled(bool(days))

    def _on_act(self) -> None:
        days = self.chosen()
        if self._desk.do(plan_series, self._meeting, days) == "stored":
            self.accept()
            self._desk.told.emit(ngettext(               # the meeting in front looks as it did
                "{n} meeting is planned. It is under »All meetings«.",
                "{n} meetings are planned. They are under »All meetings«.", len(days)).format(n=len(days)))


def _named(words: str, field: QWidget, parent: QWidget) -> QWidget:
    """A field with its name beside it."""
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(plain_label(words, "small", made))
    row.addWidget(field)
    row.addStretch(1)
    return made
