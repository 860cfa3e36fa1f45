"""What is written along the way: notes, which are final when left, and how a life area is going."""
from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import (
    RATING_MAX,
    RATING_MIN,
    Note,
    NoteKind,
    NoteLink,
    RatedBy,
    Rating,
    RatingAnswer,
)
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.plan import Agreement, Goal


def write_note(opened: OpenCase, goals: Iterable[Goal], text: str, said_by: str = "",
               about_on: date | None = None, kind: NoteKind | None = None) -> Note:
    """A dated, signed note on the goals (none = on the course). Final: later there are only additions.

    `about_on` is the day it is about, None = today. Raises ValueError when there is nothing to write, Refused for a day
    to come.
    """
    words = _words(text)
    with opened.action(N_("Write note")):
        note = opened.case.add(Note(written_at=opened.now(), author_id=opened.who, said_by=said_by.strip(), text=words,
                                    about_on=_past(opened, about_on), kind=kind))
        for goal in goals:
            opened.case.add(NoteLink(note_id=note.id, goal_id=goal.id))
    return note


def add_to_note(opened: OpenCase, note: Note, text: str, said_by: str = "", about_on: date | None = None,
                kind: NoteKind | None = None) -> Note:
    """A dated addition; what stood there stays. Raises ValueError when there is nothing to write, and Refused."""
    words = _words(text)
    first = opened.case.get(Note, note.adds_to_id) or note
    with opened.action(N_("Add to note")):
        return opened.case.add(Note(written_at=opened.now(), author_id=opened.who, said_by=said_by.strip(), text=words,
                                    adds_to_id=first.id, about_on=_past(opened, about_on), kind=kind))


def note_day(opened: OpenCase, note: Note, about_on: date | None) -> None:
    """The day the note is about, while it is written. Raises Refused for a day to come."""
    day = _past(opened, about_on)
    with opened.action(N_("Write note")):
        note.about_on = day


def note_goals(opened: OpenCase, note: Note, goals: Collection[Goal]) -> None:
    """The goals the note is about, while it is written; none = the course as a whole."""
    links = opened.case.of(NoteLink, NoteLink.note_id, note.id)
    linked = {link.goal_id for link in links}
    with opened.action(N_("Write note")):
        for link in links:
            if all(goal.id != link.goal_id for goal in goals):
                opened.case.remove(link)
        for goal in goals:
            if goal.id not in linked:
                opened.case.add(NoteLink(note_id=note.id, goal_id=goal.id))


def agreement_of(case: Case, note: Note) -> Agreement | None:
    """The agreement that was made of the note."""
    return case.get(Agreement, note.agreement_id)


def make_agreement(opened: OpenCase, note: Note) -> Agreement:
    """What the note says was agreed becomes one of the agreements, with the note's goal and its day; once."""
    if (there := agreement_of(opened.case, note)) is not None:
        return there
    links = opened.case.of(NoteLink, NoteLink.note_id, note.id)
    with opened.action(N_("Make an agreement of the note")):
        others = opened.case.all(Agreement)
        agreement = opened.case.add(Agreement(
            id=note.agreement_id, text=" ".join(note.text.split()), made_on=note.day,
            goal_id=links[0].goal_id if links else None, meeting_id=note.meeting_id))
        place(agreement, others, len(others))
    return agreement


def rate(opened: OpenCase, what: Goal | LifeArea, by: RatedBy, answer: int | RatingAnswer) -> Rating:
    """How it is going, 0-10, or that they do not know or will not say; the same day's answer is corrected.

    Raises ValueError for a number off the scale, Conflict when somebody else has just answered the same.
    """
    value = answer if isinstance(answer, int) else None
    if value is not None and not RATING_MIN <= value <= RATING_MAX:
        raise ValueError(f"a rating is {RATING_MIN}-{RATING_MAX}, not {value}")
    kind = RatingAnswer.VALUE if isinstance(answer, int) else answer
    goal = what if isinstance(what, Goal) else None
    area = what if isinstance(what, LifeArea) else what.area or LifeArea.OTHER
    today = opened.today()

    def given() -> Rating | None:
        return next((r for r in opened.case.all(Rating) if (r.rated_on, r.by, r.area, r.goal_id)
                     == (today, by, area, goal.id if goal else None)), None)

    before = given()
    with opened.action(N_("Rate how it is going"), still=lambda: given() is before):
        rating = before
        if rating is None:
            rating = opened.case.add(Rating(rated_on=today, by=by, area=area, goal_id=goal.id if goal else None))
        rating.answer, rating.value = kind, value
    return rating


def _past(opened: OpenCase, about_on: date | None) -> date | None:
    """The day as it is kept: nothing for the day of writing itself."""
    if about_on is not None and about_on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "about_on")
    return None if about_on == opened.today() else about_on


def _words(text: str) -> str:
    words = text.strip()
    if not words:
        raise ValueError("an empty note")
    return words
