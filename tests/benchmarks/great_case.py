"""The largest case we plan for: 80 goals with 10 steps each, and 2,000 notes on them."""
from __future__ import annotations

from datetime import datetime, timedelta

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.notes import Note, NoteLink
from borgerplan_desktop.model.plan import Goal, Step, current_plan

GOALS, STEPS, NOTES = 80, 10, 2_000
WORDS = "Vi har talt om, hvad der skal ske, og hvem der gør det. "


def great_case(archive: Archive, longest: int = STEPS, goals: int = GOALS) -> OpenCase:
    """Jonas' case with all of that, or so many of the goals; the first has `longest` steps."""
    opened = receive(archive, Arrival("Jonas Prøve"))
    with opened.action("Filled", undoable=False):
        plan = current_plan(opened.case)
        for number in range(goals):
            goal = opened.case.add(Goal(plan_id=plan.id, place=float(number), title=f"Mål {number}", why=WORDS))
            for turn in range(longest if number == 0 else STEPS):
                opened.case.add(Step(goal_id=goal.id, place=float(turn), text=WORDS))
            for turn in range(NOTES // GOALS):
                when = datetime(2026, 1, 1) + timedelta(hours=number * 100 + turn)
                note = opened.case.add(Note(written_at=when, text=WORDS * 3))
                opened.case.add(NoteLink(note_id=note.id, goal_id=goal.id))
    return opened
