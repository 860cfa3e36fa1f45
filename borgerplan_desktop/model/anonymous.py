"""A map without names: what everybody on it is called instead, for supervision and teaching."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import Being, MemberKind, NetworkMember
from borgerplan_desktop.model.text import initials

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


class Instead(Labelled):
    """What stands instead of names."""

    NUMBERS = "anonymous", N_("Numbers instead of names")
    INITIALS = "initials", N_("Initials instead of names")


CITIZEN = N_("The citizen")
_CALLED = {Being.ANIMAL: N_("Animal {number}"), Being.PLACE: N_("Place {number}")}
_PEOPLE = {MemberKind.PRIVATE: N_("Private {number}"), MemberKind.PROFESSIONAL: N_("Professional {number}")}


def anonymous_names(case: Case, say: Callable[[str], str] = _,
                    instead: Instead = Instead.NUMBERS) -> dict[str, str]:
    """By a member's id what they are called, the citizen too: "Private 1", "Professional 2", or "SB". Who has left
    keeps a number, so that a map of an earlier day calls everybody the same; two with the same initials are
    told apart.
    """
    counted: Counter[str] = Counter()
    found: dict[str, str] = {}
    for member in case.all(NetworkMember):
        if member.is_citizen:
            found[member.id] = say(CITIZEN)
            continue
        pattern = _CALLED.get(member.being) or _PEOPLE[member.kind]
        letters = initials(member.contact.name) if instead is Instead.INITIALS else ""
        counted[letters or pattern] += 1
        number = counted[letters or pattern]
        found[member.id] = say(pattern).format(number=number) if not letters else (
            letters if number == 1 else f"{letters} {number}")
    return found
