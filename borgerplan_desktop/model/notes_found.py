"""All notes of a case looked through: by goal or life area, kind, who said it, and words."""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import Note, NoteKind, NoteLink
from borgerplan_desktop.model.plan import Goal

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

NO_GOAL = "course"                                       # on the course as a whole


@dataclass(frozen=True)
class NotesWanted:
    """What is asked for; what is empty asks for nothing. `goal` is a goal's id or NO_GOAL, `said_by` a name."""

    goal: str = ""
    area: LifeArea | None = None
    kind: NoteKind | None = None
    said_by: str = ""
    words: str = ""


EVERYTHING = NotesWanted()


def goals_of_notes(case: Case) -> dict[str, list[Goal]]:
    """By a note's id the goals it is about, in the goals' order; a note that is about none is not in it."""
    found: dict[str, list[Goal]] = {}
    for link in case.all(NoteLink):
        if (goal := case.get(Goal, link.goal_id)) is not None:
            found.setdefault(link.note_id, []).append(goal)
    for goals in found.values():
        goals.sort(key=lambda goal: goal.place)
    return found


def goals_of(note: Note) -> list[Goal]:
    """The goals one note is about, in the goals' order."""
    links = note.case.of(NoteLink, NoteLink.note_id, note.id)
    found = [goal for link in links if (goal := note.case.get(Goal, link.goal_id)) is not None]
    return sorted(found, key=lambda goal: goal.place)


def said_by(case: Case) -> list[str]:
    """Everybody whose words have been noted, by name."""
    return sorted({note.said_by for note in case.all(Note) if note.said_by}, key=str.casefold)


def notes_found(case: Case, wanted: NotesWanted = EVERYTHING) -> list[Note]:
    """Newest first, by the day they are about; an addition counts with the note it adds to."""
    if wanted == EVERYTHING:                             # as the page opens: nothing needs to be looked at
        found = [note for note in case.all(Note) if note.adds_to_id is None]
    else:
        found = _looked_through(case, wanted)
    return sorted(found, key=lambda note: (note.day, note.written_at, note.id), reverse=True)


def _looked_through(case: Case, wanted: NotesWanted) -> list[Note]:
    goals = goals_of_notes(case) if wanted.goal or wanted.area is not None else {}
    words = wanted.words.casefold().split()
    more: dict[str, list[Note]] = {}
    for note in case.all(Note):
        if note.adds_to_id is not None:
            more.setdefault(note.adds_to_id, []).append(note)
    return [note for note in case.all(Note) if note.adds_to_id is None
            and _fits(note, goals.get(note.id, []), more.get(note.id, []), wanted, words)]


def _fits(note: Note, goals: list[Goal], additions: list[Note], wanted: NotesWanted, words: list[str]) -> bool:
    if wanted.goal == NO_GOAL and goals:
        return False
    if wanted.goal not in ("", NO_GOAL) and all(goal.id != wanted.goal for goal in goals):
        return False
    if wanted.area is not None and all(goal.area is not wanted.area for goal in goals):
        return False
    if wanted.kind is not None and note.kind is not wanted.kind:
        return False
    if wanted.said_by and all(each.said_by != wanted.said_by for each in (note, *additions)):
        return False
    text = "\n".join((note.text, note.was_about, note.said_by, *(f"{each.text}\n{each.said_by}" for each in additions)))
    return not words or all(word in text.casefold() for word in words)
