"""Random maps of 1 to 60 people: whatever a network is like, nothing stands on anything else.

Some dozen maps of each kind in a usual run; BORGERPLAN_MAPS=1000 makes a thousand of each.
"""
from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from borgerplan_desktop.model.map.elements import Bond, Layout, Look, Person, Placed
from borgerplan_desktop.model.map.layout import lay_out
from borgerplan_desktop.model.map.shapes import Rect, Shape, beads

MAPS = int(os.environ.get("BORGERPLAN_MAPS", "16"))
USUAL = ("Familie", "Venner og fællesskab", "Herberg", "Myndighed", "Sundhed og behandling", "Frivillige",
         "Arbejde og uddannelse")
SCRIPTS = ("abcdefg hijklm nopqr stuvæøå", "АБВГД ежзик", "日本太郎 東京", "محمد علي حسن", "ăîșț łżźć")
TIES = ("strong", "ordinary", "loose", "strained", "broken")
WIDE = "WM日東م"                                          # letters wider than most


def measure(text: str, bold: bool) -> float:
    return sum(12.0 if letter in WIDE else 7.4 if bold else 6.9 for letter in text)


SCREEN = Look(measure)
PAPER = Look(measure, line=14.4, label=132, centre=19.2, gap=7.2, boxed=True, stretch=1.16)
Surface = tuple[Look, tuple[float, float], tuple[Rect, ...]]
SURFACES: dict[str, Surface] = {                         # look, size, what other controls cover
    "screen": (SCREEN, (742.0, 565.0), (Rect(430, 0, 312, 36), Rect(640, 531, 102, 34))),
    "with legend": (SCREEN, (940.0, 590.0), (Rect(0, 0, 172, 120), Rect(0, 300, 172, 290), Rect(620, 0, 320, 36))),
    "paper": (PAPER, (464.0, 400.0), ())}


def word(rnd: random.Random, longest: int) -> str:
    letters = rnd.choice(SCRIPTS)
    return "".join(rnd.choice(letters) for _ in range(rnd.randint(1, longest))).strip() or "–"


def somebody(rnd: random.Random, id: int, sectors: list[str], at: tuple[float, float] | None) -> Person:
    outside = rnd.random() < .06
    words = word(rnd, 40) if outside or rnd.random() < .7 else ""
    return Person(str(id), word(rnd, rnd.choice([8, 20, 120])), words, rnd.choice(list(Shape)), rnd.choice(sectors),
                  rnd.randint(1, 3), at, rnd.choice(TIES), rnd.choice([0.0, 0.0, 3.0, 6.0]), outside)


def a_network(seed: int) -> tuple[list[Person], list[tuple[str, str]], list[Bond]]:
    """People, sectors and ties; put by hand nobody, some, everybody, or everybody on one spot."""
    rnd = random.Random(seed)
    names = USUAL if rnd.random() < .7 else [word(rnd, 40) for _ in range(rnd.randint(1, 9))]
    sectors = [(f"sector {number}", name) for number, name in enumerate(names)]
    by_hand, spot = rnd.choice([0.0, .4, 1.0, -1.0]), (rnd.uniform(-1, 1), rnd.uniform(-1, 1))
    people = []
    for id in range(rnd.randint(1, 60)):
        at = spot if by_hand < 0 else (rnd.uniform(-1.3, 1.3), rnd.uniform(-1.3, 1.3))
        people.append(somebody(rnd, id, [key for key, _ in sectors], at if rnd.random() < abs(by_hand) else None))
    ids = [p.id for p in people]
    return people, sectors, [Bond(rnd.choice(ids), rnd.choice(ids), rnd.choice(TIES)) for _ in range(rnd.randint(0, 9))]


def surfaces_of(placed: Placed) -> Iterator[Rect]:
    """Everything of somebody that takes room: their shape with its badges, their name, the line between the two."""
    yield placed.badged
    if placed.label is not None:
        yield placed.label
    if placed.leader is not None:
        yield from beads(*placed.leader, 2.0)


def boxes_of(layout: Layout, reserved: tuple[Rect, ...]) -> list[tuple[str, Rect]]:
    people = [(p.person.id, box) for p in layout.people for box in surfaces_of(p)]
    return [*people, *((s.key, s.label) for s in layout.sectors), ("the citizen", layout.centre.node),
            *((f"reserved {number}", box) for number, box in enumerate(reserved))]


def collisions(layout: Layout, reserved: tuple[Rect, ...]) -> list[tuple[str, str]]:
    """From left to right, each box with those that begin before it ends."""
    boxes, found = sorted(boxes_of(layout, reserved), key=lambda named: named[1].x), []
    for index, (name, box) in enumerate(boxes):
        for other, there in boxes[index + 1:]:
            if there.x >= box.right:
                break
            if other != name and box.overlaps(there) and not (name.startswith("reserved")
                                                              and other.startswith("reserved")):
                found.append((name, other))
    return found


def covered(layout: Layout, size: tuple[float, float], reserved: tuple[Rect, ...]) -> tuple[Rect, ...]:
    """What other controls cover of a map that is scaled down to be seen."""
    return tuple(Rect(*(part * layout.width / size[0] for part in box)) for box in reserved)


def own_label_on_own_shape(placed: Placed) -> bool:
    return placed.label is not None and placed.label.overlaps(placed.node)


def is_beyond_the_rim(layout: Layout, placed: Placed) -> bool:
    """Whether no part of a shape reaches into the rings."""
    u, v = layout.relative(*placed.node.nearest(layout.cx, layout.cy))
    return u * u + v * v > 1


@pytest.mark.parametrize("kind", SURFACES)
@pytest.mark.parametrize("shard", range(4))
def test_nothing_ever_overlaps(kind: str, shard: int) -> None:
    look, size, reserved = SURFACES[kind]
    strayed = everybody = 0
    for seed in range(shard * 100_000, shard * 100_000 + MAPS // 4):
        people, sectors, bonds = a_network(seed)
        layout = lay_out(people, sectors, *size, look, centre="Jonas", bonds=bonds, reserved=reserved)
        assert [p.person for p in layout.people] == people, seed
        assert collisions(layout, covered(layout, size, reserved)) == [], seed
        assert not any(own_label_on_own_shape(p) for p in layout.people), seed
        assert all(box.inside(layout.width, layout.height) for p in layout.people for box in p.boxes), seed
        assert all(p.badged.inside(layout.width, layout.height) for p in layout.people), seed
        assert all(is_beyond_the_rim(layout, p) for p in layout.people if p.person.outside), seed
        strayed, everybody = strayed + sum(not layout.at_home(p) for p in layout.people), everybody + len(people)
    assert strayed < .25 * everybody


def test_a_name_that_stands_apart_is_joined_to_its_person_by_a_line_that_crosses_nobody() -> None:
    apart = []
    for seed in range(12):
        people, sectors, _bonds = a_network(seed)
        layout = lay_out(people, sectors, *SURFACES["screen"][1], SCREEN, centre="Jonas")
        apart += [(placed, layout) for placed in layout.people if placed.side == "apart"]
        assert all(placed.leader is None for placed in layout.people if placed.side != "apart")
    assert len(apart) > 5
    for placed, layout in apart:
        assert placed.label is not None
        assert placed.leader is not None
        x1, y1, x2, y2 = placed.leader
        assert placed.node.grown(.1).nearest(x1, y1) == (x1, y1)
        assert placed.label.grown(.1).nearest(x2, y2) == (x2, y2)
        assert not any(box.crossed_by(x1, y1, x2, y2) for other in layout.people if other is not placed
                       for box in other.boxes)


def test_the_words_of_who_is_outside_are_never_left_out() -> None:
    for seed in range(12):
        people, sectors, _bonds = a_network(seed)
        layout = lay_out(people, sectors, *SURFACES["screen"][1], SCREEN, centre="Jonas")
        assert all(len(p.lines) == 2 for p in layout.people if p.person.outside), seed


@pytest.mark.parametrize("kind", SURFACES)
@pytest.mark.parametrize("count", [60, 500])
def test_everybody_dropped_on_one_spot_stands_apart(kind: str, count: int) -> None:
    look, size, reserved = SURFACES[kind]
    people = [Person(str(i), f"Person {i}", "ven", Shape.ROUND, "sector 1", 2, (.3, -.4)) for i in range(count)]
    layout = lay_out(people, list(enumerate_sectors()), *size, look, centre="Jonas", reserved=reserved)
    assert len(layout.people) == count
    assert collisions(layout, covered(layout, size, reserved)) == []


def enumerate_sectors() -> Iterator[tuple[str, str]]:
    return ((f"sector {number}", name) for number, name in enumerate(USUAL))
