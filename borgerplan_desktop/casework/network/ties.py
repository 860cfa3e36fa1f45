"""The ties: to the citizen and between two others, how they are today, and what flows in them."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.flow import Way, supports_of
from borgerplan_desktop.model.network import NetworkMember, Support, SupportKind, Tie, TieQuality


def set_tie(opened: OpenCase, member: NetworkMember, quality: TieQuality) -> None:
    """How the tie to the citizen is today."""
    with opened.action(N_("Change tie")):
        member.tie = quality


def tie_between(case: Case, one: NetworkMember, other: NetworkMember) -> Tie | None:
    """The tie between two others than the citizen."""
    pair = {one.id, other.id}
    return next((each for each in case.all(Tie) if {each.one_id, each.other_id} == pair), None)


def tie_together(opened: OpenCase, one: NetworkMember, other: NetworkMember, quality: TieQuality | None) -> None:
    """How the tie between two others is; None removes it, and what flowed in it."""
    if one is other:
        raise ValueError("a tie needs two people")
    with opened.action(N_("Change tie")):
        known = tie_between(opened.case, one, other)
        if quality is None:
            for each in [*([known] if known is not None else []), *supports_of(opened.case, one, other)]:
                opened.case.remove(each)
        elif known is not None:
            known.quality = quality
        else:
            opened.case.add(Tie(one_id=one.id, other_id=other.id, quality=quality))


def let_flow(opened: OpenCase, one: NetworkMember, other: NetworkMember, kind: SupportKind, way: Way | None) -> None:
    """Whether `one` gives this to the other, gets it, or both; None = neither. Two others are tied from then on."""
    if one is other:
        raise ValueError("a tie needs two people")
    wanted = {(one.id, other.id): way in (Way.GIVES, Way.BOTH), (other.id, one.id): way in (Way.GETS, Way.BOTH)}
    with opened.action(N_("Change what flows in a tie")):
        for each in supports_of(opened.case, one, other):
            if each.kind is kind and not wanted.pop((each.giver_id, each.receiver_id), False):
                opened.case.remove(each)                 # also one too many, that another window has written
        for (giver, receiver), flows in wanted.items():
            if flows:
                opened.case.add(Support(giver_id=giver, receiver_id=receiver, kind=kind))
        between_others = not one.is_citizen and not other.is_citizen
        if way is not None and between_others and tie_between(opened.case, one, other) is None:
            opened.case.add(Tie(one_id=one.id, other_id=other.id))
