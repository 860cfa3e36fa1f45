"""What the figures are counted from, made by dice: of as many citizens as are wanted, some with very little of it."""
from __future__ import annotations

import random
from datetime import date, timedelta

from borgerplan_desktop.model.course import CourseOutcome, LeavesTo, LeftHow
from borgerplan_desktop.model.figures.course_figures import WAIT_KINDS
from borgerplan_desktop.model.figures.lines import (
    AfterCareLine,
    AgreedLine,
    AgreementLine,
    CallLine,
    CourseLine,
    EarlierPlanLine,
    FeedbackLine,
    GoalLine,
    HelpLine,
    LadderLine,
    Lines,
    MeetingLine,
    PartnerLine,
    RatingLine,
    SaidLine,
    StayLine,
    WaitLine,
)

YEAR = date(2026, 1, 1)


def lines_of(dice: random.Random, citizens: int, *, days: int = 700, often: float = 0.7) -> Lines:
    """Of each citizen something of each kind, as often as it comes; their days lie in 2025 and 2026."""
    def on() -> date:
        return YEAR + timedelta(dice.randrange(-days // 2, days // 2))

    def maybe(share: float = 0.6) -> bool:
        return dice.random() < share

    found: dict[str, list[object]] = {name: [] for name in Lines.__dataclass_fields__}
    for number in range(citizens):
        whose = f"case-{number}"

        def add(kind: str, line: object) -> None:
            if dice.random() < often:
                found[kind].append(line)

        first, left = on(), on()
        add("courses", CourseLine(whose, first, left if maybe() else None, dice.choice([*CourseOutcome, None]),
                                  first + timedelta(dice.randrange(90)) if maybe() else None, maybe(), maybe()))
        add("stays", StayLine(whose, first, max(first, left) if maybe() else None, dice.choice([*LeftHow, None]),
                              dice.choice([*LeavesTo, None])))
        for _each in range(dice.randrange(4)):
            day = on()
            add("meetings", MeetingLine(whose, day, maybe(0.15), dice.choice((True, True, False, None)), maybe()))
            add("partners", PartnerLine(whose, day, maybe(0.8)))
            add("agreements", AgreementLine(whose, dice.choice((True, False, None)), day, day + timedelta(7), maybe(),
                                            maybe(0.8)))
            add("feedback", FeedbackLine(whose, day, tuple(dice.choice((None, 1, 2, 3, 4, 5)) for _n in range(4))))
            add("ratings", RatingLine(whose, dice.choice("ab"), day, dice.randrange(11)))
            add("ladder", LadderLine(whose, day, dice.randrange(1, 8)))
            add("waits", WaitLine(whose, dice.choice(WAIT_KINDS), day, on() if maybe(0.4) else None))
        add("calls", CallLine(whose, on(), maybe()))
        add("after_care", AfterCareLine(whose, on(), maybe()))
        add("said", SaidLine(whose, on(), maybe()))
        add("earlier_plans", EarlierPlanLine(whose, on(), maybe(0.8)))
        add("help", HelpLine(whose, on(), maybe()))
        add("agreed", AgreedLine(whose, on(), maybe()))
        add("goals", GoalLine(whose, on(), maybe()))
    return Lines(**found)  # type: ignore[arg-type]
