"""What flows in a tie: who gives what, as one of the two sees it."""
from __future__ import annotations

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember, Support, SupportKind


class Way(Labelled):
    """Which way it goes, seen from one of the two."""

    GIVES = "gives", N_("{name} gives")
    GETS = "gets", N_("{name} gets")
    BOTH = "both", N_("Both ways")


def supports_of(case: Case, one: NetworkMember, other: NetworkMember) -> list[Support]:
    """What the two give each other, whichever way."""
    return [*(each for each in case.of(Support, Support.giver_id, one.id) if each.receiver_id == other.id),
            *(each for each in case.of(Support, Support.giver_id, other.id) if each.receiver_id == one.id)]


def what_flows(case: Case, one: NetworkMember, other: NetworkMember) -> dict[SupportKind, Way]:
    """The same by kind, seen from `one`; a kind that does not flow is not there."""
    rows = supports_of(case, one, other)
    gives = {each.kind for each in rows if each.giver_id == one.id}
    gets = {each.kind for each in rows if each.giver_id == other.id}
    return {kind: Way.BOTH if kind in gives & gets else Way.GIVES if kind in gives else Way.GETS
            for kind in SupportKind if kind in gives | gets}
