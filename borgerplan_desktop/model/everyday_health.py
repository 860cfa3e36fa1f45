"""Health in everyday life: what the four habits are like now, and what the citizen wishes (KRAM)."""
from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.row import Mapped, Row, choice, mapped_column, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


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

    @property
    def says_something(self) -> bool:
        return bool(self.now.strip() or self.wish.strip() or self.follow_up_on)


def habits(case: Case) -> list[Habit]:
    """Those that are spoken of, in the order food, smoking, alcohol, exercise."""
    order = list(HabitKind)
    return sorted(case.all(Habit), key=lambda habit: (order.index(habit.kind), habit.id))


def habits_said(case: Case) -> list[Habit]:
    """Those of which something is said: the others are on no paper."""
    return [habit for habit in habits(case) if habit.says_something]
