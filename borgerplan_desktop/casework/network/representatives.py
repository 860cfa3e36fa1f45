"""Who acts *instead of* the citizen: a party representative with a power of attorney, or a guardian. A lay
representative (bisidder) comes *with* them and is another thing (forvaltningsloven § 8).
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import NetworkMember, Representation, RepresentationKind

ACTS_FOR_THEM = (RepresentationKind.PARTY_REPRESENTATIVE, RepresentationKind.GUARDIAN)


def representatives(case: Case, on: date) -> list[Representation]:
    """Those who act for the citizen that day, in the order of the network."""
    found = [r for r in case.all(Representation) if r.kind in ACTS_FOR_THEM and (r.until is None or on < r.until)
             and r.member is not None and r.member.can_be_asked]
    return sorted(found, key=_place)


def _place(representation: Representation) -> float:
    return representation.member.place if representation.member is not None else 0.0


def make_representative(opened: OpenCase, member: NetworkMember, kind: RepresentationKind) -> Representation:
    """The person acts for the citizen from today; whoever does so already is left as they are."""
    known = next((r for r in representatives(opened.case, opened.today())
                  if r.member_id == member.id and r.kind is kind), None)
    if known is not None:
        return known
    guardian = kind is RepresentationKind.GUARDIAN
    with opened.action(N_("Make guardian") if guardian else N_("Make party representative")):
        return opened.case.add(Representation(member_id=member.id, kind=kind, since=opened.today()))


def give_power_of_attorney(opened: OpenCase, representation: Representation, on: date | None) -> None:
    """The day of the power of attorney; None = it has not been seen. Raises Refused for a day to come."""
    if on is not None and on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "power_of_attorney_on")
    with opened.action(N_("Date of the power of attorney")):
        representation.power_of_attorney_on = on


def end_representative(opened: OpenCase, representation: Representation) -> None:
    """The person no longer acts for the citizen from today; that they did stays on record."""
    guardian = representation.kind is RepresentationKind.GUARDIAN
    with opened.action(N_("No longer guardian") if guardian else N_("No longer party representative")):
        representation.until = opened.today()
