"""What flows in a tie: who gives what, as one of the two sees it."""
from __future__ import annotations

from collections.abc import Callable

from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember, Support, SupportKind


class Way(Labelled):
    """Which way it goes, seen from one of the two."""

    GIVES = "gives", N_("{name} gives")
    GETS = "gets", N_("{name} gets")
    BOTH = "both", N_("Both ways")


SHORT = {SupportKind.TALK: N_("talk"), SupportKind.HANDS: N_("a hand"), SupportKind.KNOW_HOW: N_("know-how"),
         SupportKind.COMPANY: N_("company"), SupportKind.WAY_ON: N_("a way on")}        # on the tie itself


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


def flow_in_words(case: Case, one: NetworkMember, other: NetworkMember, say: Callable[[str], str] = _,
                  called: str = "") -> str:
    """The same said aloud, as `one` sees it: "Jonas får: en at tale med, selskab. Begge veje: en hånd med"; "" where
    nothing flows. `say` speaks another language than the screen's; `called` is said instead of the name of `one`.
    """
    flows, name = what_flows(case, one, other), called or _called(case, one)
    lines = []
    for way in (Way.GETS, Way.GIVES, Way.BOTH):
        if kinds := [say(kind.label).lower() for kind, which in flows.items() if which is way]:
            lines.append(f"{say(way.label).format(name=name)}: {', '.join(kinds)}")
    return ". ".join(lines)


def _called(case: Case, member: NetworkMember) -> str:
    citizen = case.the(Citizen).first_name if member.is_citizen else ""
    return citizen or member.contact.first_name or member.contact.name
