"""The network map: nobody stands on anybody, everybody stands where they belong, the same people give the same map."""
from __future__ import annotations

import math
import random
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.model.map.elements import MIDDLES, RINGS, Bond, Layout, Look, Person, Placed, shorten
from borgerplan_desktop.model.map.layout import lay_out
from borgerplan_desktop.model.map.shapes import Rect, Shape, leaves
from borgerplan_desktop.model.map.spots import Spots

SECTORS = (("family", "Familie"), ("friends", "Venner og fællesskab"), ("shelter", "Herberg"),
           ("authority", "Myndighed"), ("health", "Sundhed og behandling"), ("volunteers", "Frivillige"),
           ("work", "Arbejde og uddannelse"))
KEYS = [key for key, _ in SECTORS]
SCREEN = (774.0, 560.0)


def measure(text: str, bold: bool) -> float:
    return len(text) * (7.4 if bold else 6.9)


LOOK = Look(measure)
PAPER = Look(measure, boxed=True, stretch=1.35, line=15, label=118)


def boxes_of(layout: Layout) -> list[tuple[str, Rect]]:
    found = [(p.person.id, box) for p in layout.people for box in p.boxes]
    return [*found, *((s.key, s.label) for s in layout.sectors), ("the citizen", layout.centre.node)]


def collisions(layout: Layout) -> list[tuple[str, str]]:
    return [(a, b) for (a, one), (b, other) in combinations(boxes_of(layout), 2) if one.overlaps(other)]


def home(layout: Layout, id: str) -> bool:
    p = layout.by_id[id]
    return layout.sector_and_ring_at(p.x, p.y) == (p.person.sector, p.person.ring)


NAMES = ["Ole", "Sara", "Birgit Krogh", "Himmerland boligforening", "Å", "x" * 120, "日本 太郎"]


def crowd(seed: int) -> list[Person]:
    """Up to 60 people anywhere; some were put by hand, also in places that contradict their ring and sector."""
    rnd = random.Random(seed)
    return [Person(str(i), rnd.choice(NAMES), rnd.choice(["", "mor", "Rusmiddelcenter"]),
                   rnd.choice(list(Shape)),
                   rnd.choice(KEYS), rnd.randint(1, 3),
                   (rnd.uniform(-1.2, 1.2), rnd.uniform(-1.2, 1.2)) if rnd.random() < .4 else None)
            for i in range(rnd.randint(0, 60))]


@pytest.mark.parametrize("decade", range(15))
def test_nothing_ever_overlaps_on_screen(decade: int) -> None:
    for seed in range(decade * 10, decade * 10 + 10):
        layout = lay_out(crowd(seed), SECTORS, *SCREEN, LOOK, centre="Jonas")
        assert len(layout.people) == len(crowd(seed)), seed
        assert collisions(layout) == [], seed
        assert all(box.inside(layout.width, layout.height) for _, box in boxes_of(layout)), seed


@pytest.mark.parametrize("decade", range(5))
def test_nothing_ever_overlaps_on_paper(decade: int) -> None:
    for seed in range(1000 + decade * 10, 1000 + decade * 10 + 10):
        layout = lay_out(crowd(seed), SECTORS, 470, 360, PAPER, centre="Jonas")
        assert len(layout.people) == len(crowd(seed)), seed
        assert collisions(layout) == [], seed


@pytest.mark.parametrize("look", [LOOK, PAPER], ids=["screen", "paper"])
def test_sixty_dropped_on_one_spot_still_stand_apart(look: Look) -> None:
    people = [Person(str(i), f"Person {i}", "ven", Shape.ROUND, "friends", 2, (.3, -.4)) for i in range(60)]
    layout = lay_out(people, SECTORS, *SCREEN, look, centre="Jonas")
    assert collisions(layout) == []


def fourteen() -> list[Person]:
    rows = [("Peter", "bror", "family", 3), ("Lone", "mor", "family", 2), ("Sara", "datter, 9 år", "family", 1),
            ("Kurt", "ven", "friends", 2), ("Fodboldholdet", "onsdag", "friends", 3),
            ("Ole", "min ven", "friends", 1), ("Eva Lind", "kontaktperson", "shelter", 1),
            ("Mads Ravn", "nattevagt", "shelter", 3),
            ("Birgit Krogh", "Hjemløseenheden", "authority", 2), ("Anders Friis", "Jobcenter", "authority", 3),
            ("Nadia Bro", "Rusmiddelcenter", "health", 2), ("Dr. Holm", "egen læge", "health", 3),
            ("Inger Toft", "bisidder", "volunteers", 2), ("Varmestuen", "frivillige", "volunteers", 3)]
    return [Person(name, name, words, Shape.SQUARED if sector in ("shelter", "authority", "health") else Shape.ROUND,
                   sector, ring)
            for name, words, sector, ring in rows]


def test_a_usual_map_has_everybody_at_home_in_full_size_with_whole_names() -> None:
    layout = lay_out(fourteen(), SECTORS, *SCREEN, LOOK, centre="Jonas")
    assert layout.scale == 1
    assert (layout.width, layout.height) == SCREEN
    assert all(home(layout, p.id) for p in fourteen())
    assert [p.lines for p in layout.people] == [(p.name, p.words) for p in fourteen()]


def test_a_long_name_stands_in_full_where_there_is_room() -> None:
    where = "Beskæftigelsesforvaltningen"                # wider than names may be on a crowded map
    assert LOOK.label < measure(where, False) < LOOK.label * 1.35
    lene = Person("Lene", "Lene Friis", where, Shape.SQUARED, "work", 3)
    assert lay_out([*fourteen()[:8], lene], SECTORS, *SCREEN, LOOK, centre="Jonas").by_id["Lene"].lines[1] == where


def test_the_ties_of_a_usual_map_run_under_nobody() -> None:
    layout = lay_out(fourteen(), SECTORS, *SCREEN, LOOK, centre="Jonas")
    hidden = [(tie.b, other.person.id) for tie in layout.ties for other in layout.people
              if other.person.id != tie.b for box in other.boxes if box.crossed_by(tie.x1, tie.y1, tie.x2, tie.y2)]
    assert hidden == []


def test_sixty_people_fit_the_usual_screen() -> None:
    people = [Person(str(i), f"Person {i}", "ven", (Shape.SQUARED, Shape.ROUND)[i % 2], KEYS[i % 7], 1 + i % 3)
              for i in range(60)]
    layout = lay_out(people, SECTORS, *SCREEN, LOOK, centre="Jonas")
    assert (layout.width, layout.height) == SCREEN
    assert sum(home(layout, p.id) for p in people) >= 50


def test_five_hundred_people_get_a_larger_map() -> None:
    people = [Person(str(i), f"Person {i}", "ven", Shape.ROUND, KEYS[i % 7], 1 + i % 3) for i in range(500)]
    layout = lay_out(people, SECTORS, *SCREEN, LOOK, centre="Jonas")
    assert len(layout.people) == 500
    assert layout.width > SCREEN[0]
    assert collisions(layout) == []


def test_an_empty_map_has_its_rings_and_sectors() -> None:
    layout = lay_out([], SECTORS, *SCREEN, LOOK, centre="Jonas")
    assert layout.people == layout.ties == ()
    assert [s.key for s in layout.sectors] == KEYS
    assert layout.rx == layout.ry
    assert collisions(layout) == []


def test_the_same_people_give_the_same_map() -> None:
    assert lay_out(fourteen(), SECTORS, *SCREEN, LOOK) == lay_out(fourteen(), SECTORS, *SCREEN, LOOK)


def test_whoever_is_not_placed_is_not_drawn() -> None:
    layout = lay_out([Person("a", "Ole", sector="family", ring=0)], SECTORS, *SCREEN, LOOK)
    assert layout.people == ()


def test_a_sector_is_wider_the_more_people_it_has_and_never_gone() -> None:
    people = [Person(str(i), "Ole", sector="friends", ring=2) for i in range(5)]
    layout = lay_out(people, SECTORS, *SCREEN, LOOK)
    span = {s.key: s.end - s.start for s in layout.sectors}
    assert span["friends"] > 2 * span["family"] > math.radians(20)
    assert sum(span.values()) == pytest.approx(2 * math.pi)


@given(st.floats(0, 2 * math.pi), st.floats(.34, 1))
def test_a_person_put_by_hand_stands_exactly_there_when_there_is_room(angle: float, distance: float) -> None:
    empty = lay_out([], SECTORS, *SCREEN, LOOK, centre="Jonas")
    at = (distance * math.cos(angle), distance * math.sin(angle))
    sector, ring = empty.sector_and_ring_at(*empty.absolute(*at))
    layout = lay_out([Person("a", "Ole", "ven", Shape.ROUND, sector, ring, at)], SECTORS, *SCREEN, LOOK, centre="Jonas")
    placed = layout.by_id["a"]
    moved = math.dist((placed.x, placed.y), layout.absolute(*at))
    assert moved <= 0.14 * layout.rx                     # off edges and the rim: the sector grew by one person
    assert home(layout, "a")


def test_people_put_by_hand_keep_their_spot_when_others_come() -> None:
    hand = Person("a", "Ole", "ven", Shape.ROUND, "friends", 2, (.45, -.45))
    alone = lay_out([hand], SECTORS, *SCREEN, LOOK, centre="Jonas").by_id["a"]
    among = lay_out([*fourteen(), hand], SECTORS, *SCREEN, LOOK, centre="Jonas").by_id["a"]
    assert math.dist((alone.x, alone.y), (among.x, among.y)) < 8


def test_a_spot_far_outside_the_own_sector_is_drawn_in_the_own_sector() -> None:
    lost = Person("a", "Ole", "ven", Shape.ROUND, "work", 2, (.6, .1))
    assert home(lay_out([lost], SECTORS, *SCREEN, LOOK, centre="Jonas"), "a")


def test_points_know_their_sector_and_ring() -> None:
    layout = lay_out([], SECTORS, *SCREEN, LOOK)
    for sector in layout.sectors:
        for ring in (1, 2, 3):
            spot = MIDDLES[ring] * math.cos(sector.middle), MIDDLES[ring] * math.sin(sector.middle)
            assert layout.sector_and_ring_at(*layout.absolute(*spot)) == (sector.key, ring)
    assert layout.sector_and_ring_at(*layout.absolute(1.05, 0))[1] == 3     # a little outside still counts
    assert layout.sector_and_ring_at(*layout.absolute(1.3, 0)) == ("", 0)


def test_a_long_name_of_a_sector_stands_on_two_lines_of_nearly_the_same_length() -> None:
    names = [("a", "Sundhedsvæsen og hjælp"), ("b", "Job og uddannelsessted"), ("c", "Kommune")]
    layout = lay_out([], names, 560, 560, LOOK)
    assert [sector.lines for sector in layout.sectors] == [
        ("Sundhedsvæsen", "og hjælp"), ("Job og", "uddannelsessted"), ("Kommune",)]


def test_ties_run_from_edge_to_edge() -> None:
    layout = lay_out([Person("a", "Ole", "ven", Shape.ROUND, "friends", 2)], SECTORS, *SCREEN, LOOK, centre="Jonas")
    (tie,), (ole,) = layout.ties, layout.people
    assert math.dist((tie.x1, tie.y1), (layout.cx, layout.cy)) == pytest.approx(LOOK.centre, abs=.1)
    assert math.dist((tie.x2, tie.y2), (ole.x, ole.y)) == pytest.approx(ole.half_w, abs=.1)


def test_a_tie_between_two_others_is_a_curve_and_one_to_a_missing_person_is_left_out() -> None:
    people = fourteen()
    layout = lay_out(people, SECTORS, *SCREEN, LOOK, centre="Jonas",
                     bonds=[Bond("Lone", "Peter", "strained"), Bond("Lone", "gone"), Bond("Ole", "Ole")])
    between = [tie for tie in layout.ties if tie.a]
    assert [(t.a, t.b, t.quality) for t in between] == [("Lone", "Peter", "strained")]
    assert between[0].bend is not None


def test_a_tie_between_two_others_bends_round_their_own_names_too() -> None:
    people = [Person("Lene", "Lene Friis", "jobkonsulent", Shape.SQUARED, "work", 3, (-.62, -.64)),
              Person("Sara", "Sara Bækgaard", "min datter", Shape.ROUND, "family", 1, (-.09, -.35)),
              Person("Lone", "Lone Bækgaard", "Saras mor", Shape.ROUND, "family", 3, (.225, -.865))]
    layout = lay_out(people, SECTORS, *SCREEN, LOOK, centre="Jonas", bonds=[Bond("Lone", "Sara")])
    [tie] = [tie for tie in layout.ties if tie.a]
    assert tie.bend is not None
    (bx, by), names = tie.bend, [p.label for p in layout.people if p.label is not None]
    for part in range(21):
        t = part / 20
        x, y = ((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c
                for a, b, c in ((tie.x1, bx, tie.x2), (tie.y1, by, tie.y2)))
        assert not any(name.x < x < name.right and name.y < y < name.bottom for name in names)


def test_reserved_corners_stay_free() -> None:
    corner = Rect(0, 0, 260, 200)
    people = [Person(str(i), "Ole", "ven", Shape.ROUND, "work", 3) for i in range(6)]
    layout = lay_out(people, SECTORS, *SCREEN, LOOK, reserved=[corner])
    assert not any(box.overlaps(corner) for _, box in boxes_of(layout))


def test_rings_of_people_are_honest() -> None:
    layout = lay_out(fourteen(), SECTORS, *SCREEN, LOOK, centre="Jonas")
    for p in layout.people:
        inner = RINGS[p.person.ring - 2] if p.person.ring > 1 else 0
        assert inner <= math.hypot(*layout.relative(p.x, p.y)) <= RINGS[p.person.ring - 1]


def test_of_ten_thousand_letters_only_the_beginning_is_measured() -> None:
    """A map of sixty such is laid out while somebody waits."""
    measured = []

    def counting(text: str, bold: bool) -> float:
        measured.append(len(text))
        return measure(text, bold)

    short = shorten("x" * 10_000, True, 100, counting)
    assert short == shorten("x" * 200, True, 100, measure)
    assert sum(measured) < 1_000
    assert shorten("\u200b" * 10_000, True, 100, lambda text, _bold: 0.0) == "\u200b" * 10_000


def test_long_names_are_shortened_with_a_sign() -> None:
    assert shorten("Birgit", True, 100, measure) == "Birgit"
    short = shorten("x" * 120, True, 100, measure)
    assert short.endswith("…")
    assert measure(short, True) <= 100 < measure("x" + short, True)


@pytest.mark.parametrize(("shape", "dx", "dy", "expected"), [
    (Shape.ROUND, 1, 0, (30, 0)), (Shape.SQUARED, 0, -5, (0, -10)), (Shape.SQUARED, 3, 1, (30, 10)),
    (Shape.ANIMAL, 0, 1, (0, 10)), (Shape.ROUND, 0, 0, (0, 0)), (Shape.PLACE, 3, 1, (30, 10)),
    (Shape.PLACE, 0, -1, (0, -10)), (Shape.PLACE, 30, -5, (27.27, -4.55))])
def test_lines_leave_a_shape_at_its_edge(shape: Shape, dx: float, dy: float, expected: tuple[float, float]) -> None:
    assert leaves(30, 10, shape, dx, dy) == pytest.approx(expected, abs=.01)


@pytest.mark.parametrize("size", [(300.0, 200.0), (200.0, 600.0), (1800.0, 900.0)])
def test_any_surface_will_do(size: tuple[float, float]) -> None:
    layout = lay_out(fourteen(), SECTORS, *size, LOOK, centre="Jonas" * 30)
    assert len(layout.people) == 14
    assert collisions(layout) == []


def a_crowd(count: int) -> list[Person]:
    return [Person(str(i), f"Person {i}", "ven", Shape.ROUND, KEYS[i % 7], 1 + i % 3) for i in range(count)]


def test_in_a_crowd_everybody_stays_where_they_are_when_somebody_comes_moves_or_goes() -> None:
    before = lay_out(a_crowd(120), SECTORS, *SCREEN, LOOK, centre="Jonas", bonds=[Bond("1", "2"), Bond("3", "4")])
    people = [*a_crowd(121)[:5], *a_crowd(121)[6:]]      # one has come, one is gone, and the first was moved
    people[0] = Person("0", "Person 0", "ven", Shape.ROUND, "work", 3, (-.7, -.6))
    after = lay_out(people, SECTORS, *SCREEN, LOOK, centre="Jonas", bonds=[Bond("1", "2"), Bond("0", "3")],
                    before=before)
    assert [p.person for p in after.people] == people
    assert all(after.by_id[id] == before.by_id[id] for id in after.by_id.keys() & before.by_id.keys() - {"0"})
    moved = after.by_id["0"]
    assert math.dist((moved.x, moved.y), after.absolute(-.7, -.6)) < .5 * after.rx
    assert collisions(after) == []
    assert {(t.a, t.b) for t in after.ties} == {*(("", p.id) for p in people), ("1", "2"), ("0", "3")}


def test_a_crowd_that_is_another_one_is_laid_out_anew() -> None:
    before = lay_out(a_crowd(120), SECTORS, *SCREEN, LOOK, centre="Jonas")
    after = lay_out(a_crowd(160), SECTORS, *SCREEN, LOOK, centre="Jonas", before=before)
    assert after == lay_out(a_crowd(160), SECTORS, *SCREEN, LOOK, centre="Jonas")


def test_a_usual_map_is_the_same_whatever_was_before() -> None:
    before = lay_out(fourteen()[:10], SECTORS, *SCREEN, LOOK, centre="Jonas")
    assert lay_out(fourteen(), SECTORS, *SCREEN, LOOK, centre="Jonas", before=before) == lay_out(
        fourteen(), SECTORS, *SCREEN, LOOK, centre="Jonas")


def test_who_is_outside_stands_beyond_the_rings_beside_the_own_sector() -> None:
    people = [*fourteen(), Person("Karl", "Karl", "død, min far", Shape.ROUND, "family", 1, outside=True),
              Person("Bo", "Bo", "uden for rækkevidde", Shape.ROUND, "work", 2, (.1, -.3), outside=True)]
    layout = lay_out(people, SECTORS, *SCREEN, LOOK, centre="Jonas")
    for name in ("Karl", "Bo"):
        placed = layout.by_id[name]
        assert math.hypot(*layout.relative(placed.x, placed.y)) > 1
        assert home(layout, name) is False
        assert layout.at_home(placed)
        assert placed.lines[1].startswith(placed.person.words.split(",")[0])
    assert collisions(layout) == []


def test_who_is_outside_and_finds_no_room_beside_the_own_sector_makes_nobodys_name_smaller() -> None:
    people = [*fourteen()[:6], Person("Karl", "Karl", "død, min far", Shape.ROUND, "family", 1, outside=True)]
    covered = [Rect(0, 0, SCREEN[0], 40), Rect(0, 0, 234, 150), Rect(540, 0, 234, 150)]      # where Karl would stand
    layout = lay_out(people, SECTORS, *SCREEN, LOOK, centre="Jonas", reserved=covered)
    assert not layout.at_home(layout.by_id["Karl"])
    assert layout.scale == 1
    assert collisions(layout) == []


def test_a_map_without_names_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Smaller names would bring nobody home there; trying them all made the small map of the overview slow."""
    tried: list[float] = []
    place = Spots.place

    def counted(self: Spots, people: Sequence[Person], most_astray: float = math.inf) -> list[Placed] | None:
        tried.append(most_astray)
        return place(self, people, most_astray)
    monkeypatch.setattr(Spots, "place", counted)
    dots = Look(lambda text, bold: 0.0, line=0.0, node=6.0, label=0.0, centre=11.0, gap=1.0)
    lay_out(fourteen(), [(key, "") for key in KEYS], 100, 100, dots)
    assert tried == [math.inf]
