"""All notes looked through: newest first, an addition with its note, and what a deleted goal was called."""
from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import Note, NoteKind, NoteLink
from borgerplan_desktop.model.notes_found import NO_GOAL, NotesWanted, goals_of_notes, notes_found, said_by
from borgerplan_desktop.model.plan import Goal, Plan

AT = datetime(2026, 11, 2, 9)


@pytest.fixture
def case() -> Case:
    return Case("case", [
        Plan(id="plan"), Goal(id="home", plan_id="plan", place=2, title="bolig", area=LifeArea.HOUSING),
        Goal(id="debt", plan_id="plan", place=1, title="gæld", area=LifeArea.MONEY),
        Note(id="a", written_at=AT, text="Ventelisten er lang", said_by="Jonas", kind=NoteKind.TALK),
        Note(id="more", written_at=AT + timedelta(days=9), text="Nu er den kort", adds_to_id="a", said_by="Sara"),
        Note(id="b", written_at=AT + timedelta(days=1), about_on=date(2026, 10, 1), text="Før det hele"),
        Note(id="c", written_at=AT + timedelta(days=2), text="Ringede", was_about="Fodbold"),
        NoteLink(note_id="a", goal_id="home"), NoteLink(note_id="a", goal_id="debt")])


@pytest.mark.parametrize(("wanted", "found"), [
    (NotesWanted(), "c a b"), (NotesWanted(goal="home"), "a"), (NotesWanted(goal=NO_GOAL), "c b"),
    (NotesWanted(area=LifeArea.MONEY), "a"), (NotesWanted(area=LifeArea.WORK), ""),
    (NotesWanted(kind=NoteKind.TALK), "a"), (NotesWanted(said_by="Sara"), "a"), (NotesWanted(words="KORT nu"), "a"),
    (NotesWanted(words="fodbold"), "c"), (NotesWanted(words="jonas"), "a"),
    (NotesWanted(goal="home", kind=NoteKind.AGREEMENT), "")])
def test_looked_through(case: Case, wanted: NotesWanted, found: str) -> None:
    assert [note.id for note in notes_found(case, wanted)] == found.split()


def test_the_goals_stand_in_their_order_and_whoever_said_something_by_name(case: Case) -> None:
    assert [goal.id for goal in goals_of_notes(case)["a"]] == ["debt", "home"]
    assert said_by(case) == ["Jonas", "Sara"]
