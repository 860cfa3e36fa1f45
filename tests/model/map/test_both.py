"""Two maps beside each other: whoever has not moved stands at the same spot, and nobody stands on anybody on either."""
from __future__ import annotations

import random
from dataclasses import replace

import pytest

from borgerplan_desktop.model.map.both import lay_out_both
from borgerplan_desktop.model.map.elements import Bond, Person
from tests.model.map.test_layout import KEYS, LOOK, SCREEN, SECTORS, collisions, crowd


def a_month_later(people: list[Person], rnd: random.Random) -> list[Person]:
    """Some went, some came, some moved, and of some something else is told."""
    stayed = [p for p in people if rnd.random() > .1]
    told = [replace(p, words="kommet tættere på") if rnd.random() < .2 else p for p in stayed]
    moved = [replace(p, ring=rnd.randint(1, 3), at=None) if rnd.random() < .2 else p for p in told]
    return [*moved, *(Person(f"new{n}", "Lone", "søster", sector=rnd.choice(KEYS), ring=rnd.randint(1, 3))
                      for n in range(rnd.randint(0, 4)))]


@pytest.mark.parametrize("seed", range(25))
def test_who_has_not_moved_stands_at_the_same_spot(seed: int) -> None:
    rnd = random.Random(seed)
    then = crowd(seed)[:30]
    now = a_month_later(then, rnd)
    first, second = lay_out_both(then, now, SECTORS, *SCREEN, LOOK)
    assert [p.person for p in first.people] == then
    assert [p.person for p in second.people] == now
    assert collisions(first) == collisions(second) == []
    assert [(s.start, s.label) for s in first.sectors] == [(s.start, s.label) for s in second.sectors]
    stood = {p.id: (p.sector, p.ring, p.at) for p in then}
    for placed in second.people:
        person = placed.person
        if stood.get(person.id) == (person.sector, person.ring, person.at):
            assert (placed.x, placed.y) == (first.by_id[person.id].x, first.by_id[person.id].y)


def test_each_says_its_own_words_and_has_its_own_ties() -> None:
    ole, ida = (Person(id, id.title(), "ven", sector=key, ring=2) for id, key in (("ole", "friends"), ("ida", "work")))
    told = replace(ole, words="et andet forhold")
    first, second = lay_out_both([ole, ida], [told, ida], SECTORS, *SCREEN, LOOK,
                                 bonds=([], [Bond("ole", "ida", "strong")]))
    assert first.by_id["ole"].lines == ("Ole", "ven")
    assert second.by_id["ole"].lines == ("Ole", "et andet forhold")
    assert [(line.a, line.b) for line in first.ties] == [("", "ole"), ("", "ida")]
    assert [(line.a, line.b) for line in second.ties] == [("", "ole"), ("", "ida"), ("ole", "ida")]
