"""What we expect of each other, said openly: you of us, we of you, I of you all."""
from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.row import Row, choice, text


class ExpectationOf(Labelled):
    YOU_OF_US = "you_of_us", N_("You expect of us")
    WE_OF_YOU = "we_of_you", N_("We expect of you")
    I_OF_ALL = "i_of_all", N_("I expect of you all")


class Expectation(Row):
    """One line of the three columns; agreed with the plan, and looked at again at each follow-up."""

    __tablename__ = "expectation"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    of: Mapped[ExpectationOf] = choice(ExpectationOf, ExpectationOf.YOU_OF_US)
    how_it_went: Mapped[str] = text(search=True)
    text: Mapped[str] = text(search=True)
    agreed_on: Mapped[date | None] = mapped_column(default=None)
    looked_at_on: Mapped[date | None] = mapped_column(default=None)
