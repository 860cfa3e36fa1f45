"""Walking on the map with the arrow keys: to the nearest in that direction, and in the end to everybody."""
from __future__ import annotations

import math
import random

import pytest

from borgerplan_desktop.model.map.steps import DOWN, LEFT, RIGHT, UP, WAYS, Point, Steps, nearest


def a_map(kind: str, count: int, seed: int) -> dict[str, Point]:
    """People on rings, on a grid, on a line, or in clumps."""
    rnd = random.Random(seed)

    def spot() -> Point:
        if kind == "rings":
            angle, far = rnd.uniform(0, math.tau), rnd.choice((110, 190, 260))
            return far * math.cos(angle), far * math.sin(angle)
        if kind == "grid":
            return 40 * rnd.randrange(9), 40 * rnd.randrange(9)
        if kind == "line":
            return (each := rnd.uniform(0, 400)), each
        return rnd.choice((0, 300)) + rnd.gauss(0, 12), rnd.choice((0, 300)) + rnd.gauss(0, 12)

    return {str(number): at for number, at in enumerate(dict.fromkeys(spot() for _ in range(count)))}


def reached(steps: Steps, start: str) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        new = {there for way in WAYS if (there := steps.step(here, way))} - seen
        seen |= new
        waiting += new
    return seen


@pytest.mark.parametrize("kind", ["rings", "grid", "line", "clumps"])
def test_from_everybody_one_comes_to_everybody(kind: str) -> None:
    for seed in range(60):
        people = a_map(kind, (1, 2, 7, 24, 60)[seed % 5], seed)
        steps = Steps(people)
        assert all(reached(steps, start) == set(people) for start in people), (kind, seed)


def test_a_map_where_the_nearest_alone_would_pass_somebody_by() -> None:
    passed = 0
    for seed in range(200):
        people = a_map("grid", 20, seed)
        plain = {(id, way): nearest(people, at, way, id) for id, at in people.items() for way in WAYS}
        passed += bool(set(people) - set(plain.values()))
        assert reached(Steps(people), "0") == set(people)
    assert passed                                        # else this test tries nothing


def test_straight_ahead_comes_before_what_is_nearer_but_aside() -> None:
    people = {"here": (0.0, 0.0), "ahead": (100.0, 20.0), "aside": (30.0, 60.0), "behind": (-10.0, 0.0)}
    steps = Steps(people)
    assert steps.step("here", RIGHT) == "ahead"
    assert steps.step("here", DOWN) == "aside"
    assert steps.step("here", LEFT) == "behind"


def test_at_the_edge_there_is_nobody() -> None:
    steps = Steps({"one": (0.0, 0.0), "other": (10.0, 5.0)})
    assert steps.step("other", RIGHT) == ""
    assert steps.step("one", UP) == ""
    assert Steps({"alone": (0.0, 0.0)}).step("alone", LEFT) == ""


def test_among_very_many_each_step_is_found_when_it_is_taken() -> None:
    people = a_map("rings", 500, 1)
    steps = Steps(people)
    assert len(reached(steps, "0")) == 500
