"""Health in everyday life: what the four habits are like now, and what the citizen wishes (KRAM)."""
from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.row import Row, choice, text


class HabitKind(Labelled):
    """Kost, rygning, alkohol, motion."""

    DIET = "diet", N_("Food")
    SMOKING = "smoking", N_("Smoking")
    ALCOHOL = "alcohol", N_("Alcohol")
    EXERCISE = "exercise", N_("Exercise")


class Habit(Row):
    __tablename__ = "habit"
    kind: Mapped[HabitKind] = choice(HabitKind, HabitKind.DIET)
    now: Mapped[str] = text(search=True)
    wish: Mapped[str] = text(search=True)
    follow_up_on: Mapped[date | None] = mapped_column(default=None)
