"""A last look before the course ends: what is not in place, the meetings ahead, and who coordinates. Nothing blocks."""
from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.leaving.checklist import missing_words
from borgerplan_desktop.casework.leaving.closing import (
    close_course,
    meetings_ahead,
    not_told,
    waits_ahead,
)
from borgerplan_desktop.casework.leaving.how_it_ends import complaint_words
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.showing.wait_words import title_of
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import breakable, plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _, clock, day, listed, ngettext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact_note import unsettled
from borgerplan_desktop.model.course import coordinator, current_course, has_died
from borgerplan_desktop.model.leaving import after_care, stay_of_course
from borgerplan_desktop.model.meeting import Meeting

MOST_WAITS = 20                                          # asked about; more of them simply go on
MOST_MISSED = 5                                          # named; the others are counted


class CloseCourse(CaseDialog):
    drawn = (560, 380)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        case, now = desk.case, desk.opened.now()
        self.title_label = plain_label(_("Close the course for {name}?").format(
            name=breakable(case.the(Citizen).first_name)), "title", self, wrap=True)
        scroll = DialogScroll(self)
        scroll.body.addWidget(plain_label(_("The plan stays in the archive. You can reopen the course; everything is "
                                            "kept."), "muted", scroll, wrap=True))
        for sentence in [] if has_died(case) else what_is_open(case, desk):
            scroll.body.addWidget(plain_label(sentence, "", scroll, wrap=True))
        self.last = DateEdit(desk.opened.today, scroll)
        self.last.look(Toward.BACK)
        self.last.set_name(_("Last day of the course"))
        self.last.setDate(now.date())
        self.trouble = plain_label("", "smallbad", scroll, wrap=True)
        label = plain_label(_("Last day of the course"), "smallbold", scroll)
        label.setBuddy(self.last)
        for part in (label, self.last, self.trouble):
            scroll.body.addWidget(part)
        self.say_refusal("closed_on", self.trouble, self.last)
        self.meetings = [(each, WrappedCheck(_("Call off: {meeting}").format(meeting=_said(each, now.date())), scroll))
                         for each in meetings_ahead(case, now)]
        if self.meetings:
            scroll.body.addWidget(plain_label(_("Meetings ahead: tick those that will not be held."), "smallbold",
                                              scroll, wrap=True))
        for _meeting, check in self.meetings:
            scroll.body.addWidget(check)
        waits = [] if has_died(case) else waits_ahead(case)
        self.waits = [(each, WrappedCheck(_("No longer waited for: {what}").format(what=title_of(each)), scroll))
                      for each in waits[:MOST_WAITS]]
        if self.waits:
            scroll.body.addWidget(plain_label(_("We still wait for an answer. Tick what we no longer wait for."),
                                              "smallbold", scroll, wrap=True))
        for _wait, check in self.waits:
            scroll.body.addWidget(check)
        if self.waits:
            scroll.body.addWidget(plain_label(_("The rest goes on: whoever asks again is reminded on the day."),
                                              "muted", scroll, wrap=True))
        holder = coordinator(case)
        self.coordination: WrappedCheck | None = None
        if holder is not None and holder.member is not None:
            words = _("{name} is no longer coordinator").format(name=holder.member.contact.said_name)
            self.coordination = WrappedCheck(words, scroll)
            goes_on = after_care(case)
            self.coordination.setChecked(goes_on is None or goes_on.ended_on is not None)
            scroll.body.addWidget(self.coordination)
        scroll.body.addStretch(1)
        self.cancel_button = button(_("Not yet"), "", "", self)
        self.end_button = button(_("Close the course"), "", "primary", self)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.end_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(self.title_label)
        column.addWidget(scroll, 1)
        column.addLayout(row)
        self.last.dateEntered.connect(self.trouble.hide)
        self.cancel_button.clicked.connect(self.reject)
        self.end_button.clicked.connect(self._on_end)
        self.cancel_button.setFocus()

    def _on_end(self) -> None:
        if not self.last.is_understood():
            self.last.setFocus()
            return
        off = [meeting for meeting, check in self.meetings if check.isChecked()]
        ends = self.coordination is not None and self.coordination.isChecked()
        gone = [wait.row for wait, check in self.waits if check.isChecked()]
        if self._desk.do(close_course, off, ends, gone, self.last.date()) == "stored":
            self.accept()


def what_is_open(case: Case, desk: Desk) -> list[str]:
    """What is not in place, one sentence each; none = everything is."""
    found, stay, today = [], stay_of_course(case), desk.opened.today()
    if missed := unsettled(case):
        found.append(ngettext("{n} appointment that was not kept is not followed up yet: {what}.",
                              "{n} appointments that were not kept are not followed up yet: {what}.",
                              len(missed)).format(n=len(missed), what=listed([
                                  f"{each.what.strip()} ({day(each.on, today)})" for each in missed[-MOST_MISSED:]])))
    if stay is not None and (words := missing_words(case, stay)):
        found.append(words)
    if stay is not None and stay.complaint_told_on is None and complaint_words(stay.left_how):
        found.append(_("It is not written when {name} was told how to complain.").format(
            name=breakable(case.the(Citizen).first_name)))
    if current_course(case).outcome is None:
        found.append(_("What the course led to is not written."))
    if not current_course(case).plan_for_after.strip():
        found.append(_("There is no plan for what follows yet."))
    if left := not_told(case, today):
        found.append(_("Not told yet: {names}.").format(names=listed([each.member.contact.said_name
                                                                      for each in left])))
    return found


def _said(meeting: Meeting, today: date) -> str:
    kind, at = _(meeting.kind.label), meeting.starts_at
    return _("{meeting}, {day} at {time}").format(meeting=kind, day=day(at.date(), today), time=clock(at)) \
        if at is not None else kind
