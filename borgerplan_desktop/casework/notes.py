"""What is written along the way: notes, which are final when left, and how a life area is going."""
from __future__ import annotations

from collections.abc import Iterable

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import RATING_MAX, RATING_MIN, Note, NoteLink, RatedBy, Rating, RatingAnswer
from borgerplan_desktop.model.plan import Goal


def write_note(opened: OpenCase, goals: Iterable[Goal], text: str, said_by: str = "") -> Note:
    """A dated, signed note on the goals (none = on the course). Final: later there are only additions.

    Raises ValueError when there is nothing to write.
    """
    words = _words(text)
    with opened.action(N_("Write note")):
        note = opened.case.add(Note(written_at=opened.now(), author_id=opened.who, said_by=said_by.strip(), text=words))
        for goal in goals:
            opened.case.add(NoteLink(note_id=note.id, goal_id=goal.id))
    return note


def add_to_note(opened: OpenCase, note: Note, text: str, said_by: str = "") -> Note:
    """A dated addition; what stood there stays. Raises ValueError when there is nothing to write."""
    words = _words(text)
    first = opened.case.get(Note, note.adds_to_id) or note
    with opened.action(N_("Add to note")):
        return opened.case.add(Note(written_at=opened.now(), author_id=opened.who, said_by=said_by.strip(), text=words,
                                    adds_to_id=first.id))


def rate(opened: OpenCase, what: Goal | LifeArea, by: RatedBy, answer: int | RatingAnswer) -> Rating:
    """How it is going, 0-10, or that they do not know or will not say; the same day's answer is corrected.

    Raises ValueError for a number off the scale.
    """
    value = answer if isinstance(answer, int) else None
    if value is not None and not RATING_MIN <= value <= RATING_MAX:
        raise ValueError(f"a rating is {RATING_MIN}-{RATING_MAX}, not {value}")
    kind = RatingAnswer.VALUE if isinstance(answer, int) else answer
    goal = what if isinstance(what, Goal) else None
    area = what if isinstance(what, LifeArea) else what.area or LifeArea.OTHER
    today = opened.today()
    with opened.action(N_("Rate how it is going")):
        rating = next((r for r in opened.case.all(Rating) if (r.rated_on, r.by, r.area, r.goal_id)
                       == (today, by, area, goal.id if goal else None)), None)
        if rating is None:
            rating = opened.case.add(Rating(rated_on=today, by=by, area=area, goal_id=goal.id if goal else None))
        rating.answer, rating.value = kind, value
    return rating


def _words(text: str) -> str:
    words = text.strip()
    if not words:
        raise ValueError("an empty note")
    return words
