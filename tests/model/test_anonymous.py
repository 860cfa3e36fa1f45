"""A map without names: a number or initials for each, the same on every map of the case."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import use_language
from borgerplan_desktop.model.anonymous import Instead, anonymous_names
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import Being, MemberKind, NetworkMember


def network() -> Case:
    people = [NetworkMember(id="me", kind=MemberKind.CITIZEN), NetworkMember(id="sara", name="Sara Bækgaard"),
              NetworkMember(id="holm", kind=MemberKind.PROFESSIONAL, name="Dr. Svend Birk"),
              NetworkMember(id="gone", name="Søren Bruun", removed_on=date(2026, 10, 1)),
              NetworkMember(id="lone", name="Lone"), NetworkMember(id="rex", being=Being.ANIMAL, name="Rex"),
              NetworkMember(id="bench", being=Being.PLACE, name="Bænken"), NetworkMember(id="nameless")]
    for place, each in enumerate(people, 1):
        each.place = float(place)
    return Case("case", [Citizen(id="c", name="Jonas Bækgaard"), *people])


def test_everybody_gets_a_number_of_their_kind_and_keeps_it_when_somebody_leaves() -> None:
    use_language("da")
    assert anonymous_names(network()) == {
        "me": "Borgeren", "sara": "Privat 1", "holm": "Fagperson 1", "gone": "Privat 2", "lone": "Privat 3",
        "rex": "Dyr 1", "bench": "Sted 1", "nameless": "Privat 4"}


def test_initials_are_told_apart_and_who_has_no_name_gets_a_number() -> None:
    use_language("da")
    found = anonymous_names(network(), instead=Instead.INITIALS)
    assert (found["sara"], found["holm"], found["gone"]) == ("SB", "SB 2", "SB 3")
    assert (found["lone"], found["rex"], found["nameless"]) == ("L", "R", "Privat 1")


def test_it_speaks_the_language_asked_for() -> None:
    assert anonymous_names(network(), say=str)["sara"] == "Private 1"
