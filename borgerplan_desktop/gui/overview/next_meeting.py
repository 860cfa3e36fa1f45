"""The overview's card about the next meeting: when, where, and what is not ready yet."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.checklists import lines_of, ready
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.overview.card_rows import fact_row
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _, clock, day, ngettext, weekday
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import current_course
from borgerplan_desktop.model.meeting import Meeting, next_meeting
from borgerplan_desktop.model.shelter import ChecklistPhase


def show_next_meeting(desk: Desk, box: QWidget, lines: QVBoxLayout, pill: Pill,
                      prepare_wanted: Callable[[], None]) -> None:
    """Fill the card's empty `lines` in its `box`, and say on its pill how near the meeting is."""
    opened, case, now = desk.opened, desk.case, desk.opened.now()
    meeting = next_meeting(case, now)
    days = (meeting.starts_at.date() - now.date()).days if meeting is not None and meeting.starts_at else None
    pill.setVisible(days is not None)
    if meeting is None and current_course(case).closed_on is not None:
        lines.addWidget(plain_label(_("The course has ended."), "muted", box, wrap=True))
        return
    if meeting is None:
        lines.addWidget(plain_label(_("No meeting is planned. Who needs to meet, and why?"), "muted", box,
                                    wrap=True))
        prepare = button(_("Prepare the meeting"), "calendar", "ghost", box)
        prepare.clicked.connect(prepare_wanted)
        lines.addWidget(prepare)
        lines.setAlignment(prepare, Qt.AlignmentFlag.AlignLeft)
        return
    if days is not None:
        words = {0: _("Today"), 1: _("Tomorrow")}.get(days) or (
            _("In {n} days").format(n=days) if days > 0 else _("The day has passed"))
        pill.say(words, "warn" if days <= 2 else "soft", "clock")
    kind, when = _(meeting.kind.label), _when(meeting)
    lines.addWidget(plain_label(when or kind, "bold", box, wrap=True))
    n = len(meeting.participants)
    parts = [kind if when else "", meeting.place_text,
             ngettext("{n} participant", "{n} participants", n).format(n=n)]
    lines.addWidget(plain_label(" · ".join(p for p in parts if p), "muted", box, wrap=True))
    done, todo = ready(meeting, ChecklistPhase.BEFORE, opened.today()), lines_of(meeting, ChecklistPhase.BEFORE)
    lines.addWidget(fact_row(_("{n} of {all} things are ready").format(n=len(done), all=len(todo)),
                             "check_circle" if done else "circle", "good" if done else "warn", box))
    name = case.the(Citizen).first_name
    for each in [line for line in todo if line.key not in done][:2]:
        lines.addWidget(fact_row(each.name_for(name), "circle", "warn", box))


def _when(meeting: Meeting) -> str:
    start, end = meeting.starts_at, meeting.ends_at
    if start is None:
        return ""
    time = clock(start) + (f"–{clock(end)}" if end is not None else "")
    return _("{weekday} {date} at {time}").format(weekday=weekday(start.date()), date=day(start.date(), start.date()),
                                                  time=time)
