"""How it is going: the latest of a day, steps forward and no step back, and a wheel that draws through no gap."""
from __future__ import annotations

from datetime import date
from math import hypot

import pytest

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import RatedBy, Rating, RatingAnswer
from borgerplan_desktop.model.plan import Goal, GoalStatus, Plan
from borgerplan_desktop.model.rating_wheel import HUB, ring, spokes
from borgerplan_desktop.model.ratings import (
    Forward,
    areas_asked,
    asked_of,
    days_answered,
    seen_differently,
    steps_forward,
    stood_on,
)

FIRST, THEN = date(2026, 10, 19), date(2026, 11, 2)
NINE = [area for area in LifeArea if area is not LifeArea.OTHER]


def rated(on: date, area: LifeArea, value: int | None, by: RatedBy = RatedBy.CITIZEN) -> Rating:
    return Rating(rated_on=on, area=area, by=by, value=value,
                  answer=RatingAnswer.VALUE if value is not None else RatingAnswer.DONT_KNOW)


def case_of(*ratings: Rating) -> Case:
    return Case("case", [Plan(id="plan"), *ratings])


def test_the_latest_number_up_to_a_day_counts_and_an_answer_without_one_does_not() -> None:
    case = case_of(rated(FIRST, LifeArea.MONEY, 3), rated(THEN, LifeArea.MONEY, None), rated(THEN, LifeArea.HEALTH, 5),
                   rated(THEN, LifeArea.WORK, 9, RatedBy.CONTACT_PERSON))
    assert {area: each.value for area, each in stood_on(case, RatedBy.CITIZEN, THEN).items()} == {
        LifeArea.MONEY: 3, LifeArea.HEALTH: 5}
    assert list(stood_on(case, RatedBy.CITIZEN, FIRST)) == [LifeArea.MONEY]
    assert days_answered(case, RatedBy.CITIZEN) == [THEN, FIRST]


def test_steps_forward_are_told_and_steps_back_are_not() -> None:
    case = case_of(rated(FIRST, LifeArea.MONEY, 3), rated(THEN, LifeArea.MONEY, 4), rated(FIRST, LifeArea.HEALTH, 6),
                   rated(THEN, LifeArea.HEALTH, 2), rated(THEN, LifeArea.WORK, 8))
    found = steps_forward(stood_on(case, RatedBy.CITIZEN, FIRST), stood_on(case, RatedBy.CITIZEN, THEN))
    assert found == [Forward(LifeArea.MONEY, 3, 4, FIRST)]


@pytest.mark.parametrize(("citizen", "other", "far"), [(2, 5, True), (5, 2, True), (2, 4, False), (0, 0, False),
                                                       (None, 9, False)])
def test_three_apart_is_seen_differently(citizen: int | None, other: int, far: bool) -> None:
    case = case_of(rated(FIRST, LifeArea.MONEY, citizen), rated(FIRST, LifeArea.MONEY, other, RatedBy.CONTACT_PERSON))
    assert seen_differently(case, LifeArea.MONEY) is far


def test_every_area_is_asked_and_other_only_where_something_was_said() -> None:
    assert areas_asked(case_of()) == NINE
    assert areas_asked(case_of(rated(FIRST, LifeArea.OTHER, 3))) == [*NINE, LifeArea.OTHER]


def test_an_answer_belongs_to_the_one_goal_of_its_area() -> None:
    one, other = (Goal(plan_id="plan", title=title, area=LifeArea.MONEY) for title in ("gæld", "budget"))
    assert asked_of(Case("case", [Plan(id="plan"), one]), LifeArea.MONEY) is one
    two = Case("case", [Plan(id="plan"), one.__class__(plan_id="plan", area=LifeArea.MONEY), other])
    assert asked_of(two, LifeArea.MONEY) is LifeArea.MONEY
    reached = Goal(plan_id="plan", area=LifeArea.WORK, status=GoalStatus.REACHED)
    assert asked_of(Case("case", [Plan(id="plan"), reached]), LifeArea.WORK) is LifeArea.WORK


def test_the_wheel_begins_at_the_top_and_0_is_seen() -> None:
    wheel = spokes(NINE)
    assert wheel[0].way == pytest.approx((0, -1))
    assert wheel[1].way[0] > 0
    assert hypot(*wheel[3].at(0)) == pytest.approx(HUB)
    assert hypot(*wheel[3].at(10)) == pytest.approx(1)


def test_no_line_is_drawn_through_what_nobody_said() -> None:
    answers = {area: rated(FIRST, area, 5) for area in NINE}
    whole = ring(spokes(NINE), answers)
    assert (len(whole.marks), len(whole.lines)) == (9, 9)
    del answers[LifeArea.WORK]
    assert (len(ring(spokes(NINE), answers).marks), len(ring(spokes(NINE), answers).lines)) == (8, 7)
    assert ring(spokes(NINE), {}).lines == ()
