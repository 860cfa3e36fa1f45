"""A nearly empty map has room for a question, and shows no sectors of nobody."""
from __future__ import annotations

import math

import pytest

from borgerplan_desktop.model.map.elements import Layout, Person
from borgerplan_desktop.model.map.layout import lay_out
from borgerplan_desktop.model.map.shapes import Shape
from borgerplan_desktop.model.map.space import free_space
from tests.model.map.test_layout import LOOK, SCREEN, SECTORS

QUESTION = (220.0, 70.0)


def a_map_of(*where: tuple[str, int]) -> Layout:
    people = [Person(str(i), f"Person {i}", "ven", Shape.ROUND, sector, ring) for i, (sector, ring) in enumerate(where)]
    return lay_out(people, SECTORS, *SCREEN, LOOK, centre="Jonas")


def test_a_map_of_two_shows_only_the_sectors_that_hold_somebody() -> None:
    shown = [s.key for s in a_map_of(("family", 1), ("shelter", 2)).sectors if not s.quiet]
    assert shown == ["family", "shelter"]
    assert all(s.quiet for s in a_map_of().sectors)
    assert not any(s.quiet for s in a_map_of(("family", 1), ("family", 2), ("family", 3)).sectors)


def test_somebody_can_still_be_put_into_a_sector_that_is_not_shown() -> None:
    layout = a_map_of(("family", 1))
    work = next(s for s in layout.sectors if s.key == "work")
    assert layout.sector_and_ring_at(*layout.absolute(.6 * math.cos(work.middle), .6 * math.sin(work.middle))) == (
        "work", 2)


@pytest.mark.parametrize("where", [[], [("family", 1)], [("family", 1), ("shelter", 2)], [("health", 3), ("work", 1)]])
def test_the_question_stands_in_the_rings_on_nobody_and_no_tie(where: list[tuple[str, int]]) -> None:
    layout = a_map_of(*where)
    box = free_space(layout, *QUESTION)
    assert box is not None
    assert (box.w, box.h) == QUESTION
    assert not any(box.overlaps(other) for p in (*layout.people, layout.centre) for other in p.boxes)
    assert not any(box.crossed_by(tie.x1, tie.y1, tie.x2, tie.y2) for tie in layout.ties)
    assert all(math.hypot(*layout.relative(x, y)) < 1 for x in (box.x, box.right) for y in (box.y, box.bottom))


def test_on_an_empty_map_the_question_stands_above_the_citizen() -> None:
    layout = a_map_of()
    box = free_space(layout, *QUESTION)
    assert box is not None
    assert box.x + box.w / 2 == pytest.approx(layout.cx)
    assert box.bottom < layout.cy


def test_where_there_is_no_room_there_is_no_question() -> None:
    assert free_space(a_map_of(("family", 1)), 600, 300) is None
