"""What citizens say of the house, and what came of it: "du sagde - vi gjorde". Nobody is named."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.row import Mapped, Row, choice, mapped_column, text


class IdeaStatus(Labelled):
    HEARD = "heard", N_("Heard")
    LOOKING = "looking", N_("We are looking at it")
    DONE = "done", N_("Done")
    NOT_POSSIBLE = "not_possible", N_("We could not")


class HouseIdea(Row):
    """An idea or a word about the house, not about one course."""

    __tablename__ = "house_idea"
    sort_key = "said_on"
    said_on: Mapped[date] = mapped_column()
    words: Mapped[str] = text()                          # as it was said
    where: Mapped[str] = mapped_column(default="")       # "husmøde", "postkassen"
    status: Mapped[IdeaStatus] = choice(IdeaStatus, IdeaStatus.HEARD)
    answer: Mapped[str] = text()                         # what we did, or why we could not
    answered_on: Mapped[date | None] = mapped_column(default=None)
    on_poster: Mapped[bool] = mapped_column(default=True)


class YearReport(Row):
    """What the leader writes in the yearly report, around its figures."""

    __tablename__ = "year_report"
    sort_key = "year"
    only_one = ("year",)
    year: Mapped[int] = mapped_column(default=0)
    foreword: Mapped[str] = text()
    learned: Mapped[str] = text()
    next_year: Mapped[str] = text()
