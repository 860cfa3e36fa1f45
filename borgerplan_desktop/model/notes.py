"""What is written along the way: notes on goals, and ratings by citizen and contact person."""
from __future__ import annotations

import enum
import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, names, part_of, refers_to, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

RATING_MIN, RATING_MAX = 0, 10


class NoteKind(Labelled):
    OBSERVATION = "observation", N_("Observation")
    TALK = "talk", N_("Talk")
    AGREEMENT = "agreement", N_("Agreement")


class Note(Row):
    """Final when left; later only dated additions. It may link to several goals and stays when a goal goes."""

    __tablename__ = "note"
    sort_key = "written_at"
    written_at: Mapped[datetime] = mapped_column()
    about_on: Mapped[date | None] = mapped_column(default=None)      # the day it is about; None = when it was written
    author_id: Mapped[Id | None] = names("staff_member")
    kind: Mapped[NoteKind | None] = choice(NoteKind, None)
    said_by: Mapped[str] = mapped_column(default="")     # who told it: "Jonas"; empty = who wrote it
    text: Mapped[str] = text(search=True)
    adds_to_id: Mapped[Id | None] = refers_to("note.id")
    meeting_id: Mapped[Id | None] = refers_to("meeting.id")
    was_about: Mapped[str] = mapped_column(default="")   # what the goals were called that it was about and that went

    @property
    def day(self) -> date:
        """The day it is about."""
        return self.about_on or self.written_at.date()

    @property
    def additions(self) -> list[Note]:
        return self.case.of(Note, Note.adds_to_id, self.id)

    @property
    def agreement_id(self) -> str:
        """The id of the agreement that is made of it: known from the note, so that it is made once."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"borgerplan:agreement:{self.id}"))


class NoteLink(Row):
    __tablename__ = "note_link"
    note_id: Mapped[Id] = part_of("note.id")
    goal_id: Mapped[Id] = part_of("goal.id")


class RatedBy(enum.StrEnum):
    CITIZEN = "citizen"
    CONTACT_PERSON = "contact_person"


class RatingAnswer(enum.StrEnum):
    VALUE = "value"
    DONT_KNOW = "dont_know"
    WONT_SAY = "wont_say"


class Rating(Row):
    """Our own neutral 0-10 of how a life area is going; "ved ikke" and "vil ikke svare" are answers."""

    __tablename__ = "rating"
    sort_key = "rated_on"
    rated_on: Mapped[date] = mapped_column()
    area: Mapped[LifeArea] = choice(LifeArea, LifeArea.OTHER)
    by: Mapped[RatedBy] = choice(RatedBy, RatedBy.CITIZEN)
    answer: Mapped[RatingAnswer] = choice(RatingAnswer, RatingAnswer.VALUE)
    value: Mapped[int | None] = mapped_column(default=None)
    goal_id: Mapped[Id | None] = refers_to("goal.id")


def loose_notes(case: Case) -> list[Note]:
    """The notes on no goal and no meeting, by the day they are about, oldest first: on the course as a whole, or left
    when their goal went."""
    linked = {link.note_id for link in case.all(NoteLink)}
    found = [note for note in case.all(Note)
             if note.id not in linked and note.meeting_id is None and note.adds_to_id is None]
    return sorted(found, key=lambda note: (note.day, note.written_at, note.id))


def notes_on(case: Case, goal_id: str) -> list[Note]:
    """The notes that link to a goal, by the day they are about, oldest first."""
    links = case.of(NoteLink, NoteLink.goal_id, goal_id)
    found = [note for link in links if (note := case.get(Note, link.note_id)) is not None]
    return sorted(found, key=lambda note: (note.day, note.written_at, note.id))
