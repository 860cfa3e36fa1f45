"""Fills the list at the left and Min dag from the archive, and searches as one types."""
from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from borgerplan_desktop.casework.course import my_day
from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.archive import CitizenLine as Line
from borgerplan_desktop.gui.citizens.citizen_list import CitizenLine
from borgerplan_desktop.gui.citizens.my_day import DeadlineLine, FirstThing, FollowUpLine, MeetingLine, MyDayFacts
from borgerplan_desktop.gui.shell.workspace import Workspace
from borgerplan_desktop.gui.widgets.chip_button import Chip
from borgerplan_desktop.i18n import _, clock, due

SHOWN = 8                                                # lines of a card on Min dag


class CitizenLists(QObject):
    """`refresh()` after every change; knows the scope and the words sought."""

    refused = Signal(str)                                # nobody may be seen: the sentence that says why

    def __init__(self, archive: Archive, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._archive, self._workspace = archive, workspace
        self._scope, self._words = "mine", ""
        workspace.side.scope_chosen.connect(self._on_scope)
        workspace.side.searched.connect(self._on_searched)

    def refresh(self) -> None:
        """Show the citizens as they are now. What the store refuses just now stays as it was; whoever may not see them
        sees nobody."""
        try:
            lines = self._archive.citizens(closed=self._scope == "closed")
            found = my_day.seen(self._archive, lines, "all" if self._words and self._scope == "mine" else self._scope,
                                self._words)
        except StoreTrouble:
            return
        except NotForYou as refusal:
            self._workspace.side.show_lines([], self._scope, self._words, 0)
            self._workspace.my_day.show_facts(MyDayFacts(self._archive.now(), "", 0, 0, None, (), (), ()))
            self.refused.emit(refusal.message)
            return
        facts = self._day([line for line in lines if line.closed_on is None])
        self._workspace.side.show_lines(
            [CitizenLine(s.line.id, s.line.name, s.line.room, s.next, s.follow_up) for s in found],
            self._scope, self._words, facts.others)
        self._workspace.my_day.show_facts(facts)

    def _day(self, lines: list[Line]) -> MyDayFacts:
        archive, now = self._archive, self._archive.now()
        everybody = my_day.seen(archive, lines)
        meetings = tuple(self._meeting(line) for line in my_day.meetings_this_week(lines, now)[:SHOWN])
        deadlines = tuple(DeadlineLine(due.line.id, due.line.name, due.on, due.what,
                                       _("should have happened") if due.on < now.date() else "")
                          for due in my_day.due_this_week(lines, now.date())[:SHOWN])
        follow_ups = tuple(FollowUpLine(s.line.id, s.line.name, s.next) for s in everybody if s.follow_up)[:SHOWN]
        me = archive.me
        mine = len(my_day.seen(archive, lines, "mine"))
        return MyDayFacts(now, me.name if me else "", mine, len(everybody) - mine,
                          _first(now, meetings, deadlines, follow_ups), meetings, deadlines, follow_ups)

    def _meeting(self, line: Line) -> MeetingLine:
        assert line.meeting_at is not None
        passed = (Chip(_("Should have begun"), "warn", "clock"),) if line.meeting_at < self._archive.now() else ()
        needs = passed + (() if line.has_coordinator else (Chip(_("No coordinator yet"), "warn", "link"),))
        return MeetingLine(line.id, line.name, line.meeting_at.date(), line.meeting_at.time(), _("meeting"), needs)

    def _on_scope(self, scope: str) -> None:
        self._scope = scope
        self.refresh()

    def _on_searched(self, words: str) -> None:
        """A search is on record, but not its words: they may be a name."""
        if words and not self._words:
            with suppress(StoreTrouble):
                my_day.searched(self._archive)
        self._words = words
        self.refresh()


def _first(now: datetime, meetings: tuple[MeetingLine, ...], deadlines: tuple[DeadlineLine, ...],
           follow_ups: tuple[FollowUpLine, ...]) -> FirstThing | None:
    """A meeting later today, else what should have happened, else whom we follow up."""
    for line in meetings:
        if line.on == now.date() and line.at is not None and line.at >= now.time():
            return FirstThing(line.case_id, line.name, _("Meeting with {name} at {time}").format(
                name=line.name, time=clock(line.at)), _("See whether everything is ready."),
                _("Prepare the meeting"), "meetings")
    for late in deadlines:
        if late.on < now.date():
            return FirstThing(late.case_id, late.citizen, late.what, _("It should have happened {date}.").format(
                date=due(late.on, now.date())), _("Open the plan"), "plan")
    for each in follow_ups:
        return FirstThing(each.case_id, each.title, each.title, each.text, _("See the course"))
    return None
