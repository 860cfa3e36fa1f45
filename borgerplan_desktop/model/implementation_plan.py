"""Handleplanen for samarbejdet: the activities that make the model real, and the six objectives they serve.

Source: samarbejdsmodellen, "Hvad skal der opnås" and "Handleplan".
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, part_of, refers_to, text


class Objective(Labelled):
    """What shall be reached with the model."""

    TAKES_PART = "takes_part", N_("The citizen takes part in every decision in their own course.")
    KNOWLEDGE = "knowledge", N_(
        "Everybody involved easily finds out which services there are, and how the work is organised.")
    WAYS = "ways", N_("It is clear to citizens and partners whom to contact, and how.")
    ROLES = "roles", N_("Everybody knows how the work is done, who has which role, and who is to act.")
    SHARED = "shared", N_("Everybody knows and accepts the concrete help for the citizen.")
    PARTNERS = "partners", N_("Relevant partners work along when they are needed.")


class ActivityStatus(Labelled):
    PLANNED = "planned", N_("Planned")
    UNDER_WAY = "under_way", N_("Under way")
    DONE = "done", N_("Done")
    DROPPED = "dropped", N_("Dropped")

    @property
    def is_open(self) -> bool:
        return self in (ActivityStatus.PLANNED, ActivityStatus.UNDER_WAY)


class Activity(Row):
    """One activity; it may come back several times a year."""

    __tablename__ = "activity"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    title: Mapped[str] = text()
    when_words: Mapped[str] = mapped_column(default="")              # as it is said: "4 x årligt"
    first_on: Mapped[date | None] = mapped_column(default=None)
    times_a_year: Mapped[int | None] = mapped_column(default=None)   # None = once
    until: Mapped[date | None] = mapped_column(default=None)
    who: Mapped[str] = mapped_column(default="")
    person_id: Mapped[Id | None] = refers_to("frame_person.id")
    status: Mapped[ActivityStatus] = choice(ActivityStatus, ActivityStatus.PLANNED)
    notes: Mapped[str] = text()

    @property
    def objectives(self) -> list[Objective]:
        chosen = {row.objective for row in self.case.of(ActivityObjective, ActivityObjective.activity_id, self.id)}
        return [each for each in Objective if each in chosen]

    @property
    def times_done(self) -> list[ActivityDone]:
        return self.case.of(ActivityDone, ActivityDone.activity_id, self.id)


class ActivityObjective(Row):
    __tablename__ = "activity_objective"
    sort_key = "objective"
    only_one = ("activity_id", "objective")
    activity_id: Mapped[Id] = part_of("activity.id")
    objective: Mapped[Objective] = choice(Objective, Objective.TAKES_PART)


class ActivityDone(Row):
    """It took place, or was let be, one of the times it was due."""

    __tablename__ = "activity_done"
    sort_key = "due_on"
    only_one = ("activity_id", "due_on")
    due_on: Mapped[date] = mapped_column()
    activity_id: Mapped[Id] = part_of("activity.id")
    done_on: Mapped[date | None] = mapped_column(default=None)       # None = it was let be
    note: Mapped[str] = text()
