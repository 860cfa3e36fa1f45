"""What we expect of each other, said openly: you of us, we of you, I of you all."""
from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus
from borgerplan_desktop.model.row import Mapped, Row, choice, mapped_column, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


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


def expectations(case: Case, of: ExpectationOf) -> list[Expectation]:
    """One column, in its order."""
    return [each for each in case.all(Expectation) if each.of is of]


def not_agreed(case: Case) -> list[Expectation]:
    """What is written and has not been agreed on yet."""
    return [each for each in case.all(Expectation) if each.text.strip() and each.agreed_on is None]


def follow_up_since(case: Case) -> Meeting | None:
    """The last follow-up that was held after the expectations were agreed and looked at: it is time to look again."""
    agreed = [each.agreed_on for each in case.all(Expectation) if each.agreed_on is not None]
    if not agreed:
        return None
    how = next(iter(case.all(Cooperation)), None)
    looked = how.expectations_looked_at_on if how is not None else None
    last = max(min(agreed), looked or date.min)
    held = [(on, each) for each in case.all(Meeting)
            if each.kind in (MeetingKind.NETWORK, MeetingKind.FOLLOW_UP)
            and each.status in (MeetingStatus.HELD, MeetingStatus.MINUTES_SENT) and (on := _day(each)) is not None]
    return next((each for on, each in sorted(held, key=lambda pair: pair[0], reverse=True) if on > last), None)


def _day(meeting: Meeting) -> date | None:
    at = meeting.ended_at or meeting.starts_at
    return at.date() if at is not None else None
