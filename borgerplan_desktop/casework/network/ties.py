"""What flows in a tie, to the citizen and between two others."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.flow import Way, supports_of
from borgerplan_desktop.model.network import NetworkMember, Support, SupportKind, Tie


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
        tied = one.is_citizen or other.is_citizen or any(
            {each.one_id, each.other_id} == {one.id, other.id} for each in opened.case.all(Tie))
        if way is not None and not tied:
            opened.case.add(Tie(one_id=one.id, other_id=other.id))
