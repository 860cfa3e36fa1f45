"""What is read of all citizens to be counted: whose (a case's id, never shown), days and kinds. No words, no names."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from borgerplan_desktop.model.course import CourseOutcome, LeavesTo, LeftHow


class CourseLine(NamedTuple):
    whose: str
    first_contact_on: date
    closed_on: date | None
    outcome: CourseOutcome | None
    adopted_on: date | None                              # the day of the plan, the first time
    channel_said: bool                                   # how the citizen is reached is agreed
    has_contact: bool                                    # and there is somebody of ours to contact


class MeetingLine(NamedTuple):
    """Held, or called off; whether the citizen was `there` is None where nobody noted it."""

    whose: str
    on: date
    called_off: bool
    there: bool | None
    prepared: bool


class PartnerLine(NamedTuple):
    """A partner who was asked to a meeting that was held, and of whom it is noted whether they came."""

    whose: str
    on: date
    came: bool


class AgreementLine(NamedTuple):
    whose: str
    ours: bool | None                                    # None = the citizen's own, or a private person's
    made_on: date | None
    due_on: date | None
    done: bool
    is_clear: bool                                       # who does it, and when


class LadderLine(NamedTuple):
    whose: str
    since: date
    number: int


class WaitLine(NamedTuple):
    whose: str
    kind: str                                            # of the application; `RESPONSIBILITY`
    since: date
    answered_on: date | None


class StayLine(NamedTuple):
    whose: str
    admitted_on: date
    left_on: date | None
    left_how: LeftHow | None
    leaves_to: LeavesTo | None


class CallLine(NamedTuple):
    """A call of the time after that was planned."""

    whose: str
    on: date
    made: bool


class AfterCareLine(NamedTuple):
    whose: str
    began_on: date
    has_companion: bool


class FeedbackLine(NamedTuple):
    """What the citizen answered after a meeting, 1-5 each, in the order of the questions."""

    whose: str
    on: date
    answers: tuple[int | None, ...]


class SaidLine(NamedTuple):
    """Something the citizen said, and whether it changed something."""

    whose: str
    on: date
    changed: bool


class EarlierPlanLine(NamedTuple):
    whose: str
    on: date
    replaced: bool                                       # else it is kept and referred to


class HelpLine(NamedTuple):
    """A help of the plan, by the day it begins."""

    whose: str
    on: date
    from_directory: bool


class AgreedLine(NamedTuple):
    """A plan that was adopted and to which somebody said something: whether all of them agree."""

    whose: str
    on: date
    all_agree: bool


class RatingLine(NamedTuple):
    """The citizen's own number of how something is going, 0-10."""

    whose: str
    about: str                                           # the goal, else the part of life
    on: date
    value: int


class GoalLine(NamedTuple):
    """A goal about health or wellbeing that was closed."""

    whose: str
    on: date
    reached: bool


@dataclass(frozen=True)
class Lines:
    """All that is counted from, of a time and the time it is compared with."""

    courses: Sequence[CourseLine] = ()
    meetings: Sequence[MeetingLine] = ()
    partners: Sequence[PartnerLine] = ()
    agreements: Sequence[AgreementLine] = ()
    ladder: Sequence[LadderLine] = ()
    waits: Sequence[WaitLine] = ()
    stays: Sequence[StayLine] = ()
    calls: Sequence[CallLine] = ()
    after_care: Sequence[AfterCareLine] = ()
    feedback: Sequence[FeedbackLine] = ()
    said: Sequence[SaidLine] = ()
    earlier_plans: Sequence[EarlierPlanLine] = ()
    help: Sequence[HelpLine] = ()
    agreed: Sequence[AgreedLine] = ()
    ratings: Sequence[RatingLine] = ()
    goals: Sequence[GoalLine] = ()


RESPONSIBILITY = "responsibility"                        # waited for: who is responsible
