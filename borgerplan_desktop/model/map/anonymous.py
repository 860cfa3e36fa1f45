"""The map without names, for supervision and teaching: everybody gets a neutral word and a number."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import Being, MemberKind, NetworkMember

CITIZEN = N_("Citizen")
PRIVATE, PROFESSIONAL, ANIMAL, PLACE = N_("Person"), N_("Professional"), N_("Animal"), N_("Place")


def anonymous_names(case: Case, say: Callable[[str], str]) -> dict[str, str]:
    """What everybody who is or was on the map is called instead, by id: "Fagperson 2". Neither name nor relation, role
    or organisation is in it; `say` puts a word in the language. The citizen has no number.

    Numbers follow the order in which people were added, so that screen and paper agree.
    """
    counted: Counter[str] = Counter()
    found: dict[str, str] = {}
    for member in case.all(NetworkMember):
        word = _word(member)
        counted[word] += 1
        found[member.id] = say(word) if member.is_citizen else f"{say(word)} {counted[word]}"
    return found


def _word(member: NetworkMember) -> str:
    if member.is_citizen:
        return CITIZEN
    if member.being is not Being.PERSON:
        return ANIMAL if member.being is Being.ANIMAL else PLACE
    return PROFESSIONAL if member.kind is MemberKind.PROFESSIONAL else PRIVATE
