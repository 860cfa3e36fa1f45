"""The people of the network for whoever has no map before them: lines for a terminal, JSON for another program."""
from __future__ import annotations

from datetime import date
from typing import Any

from borgerplan_desktop.casework.network.insight import insight
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.network import (
    NetworkMember,
    Reach,
    Support,
    Tie,
    citizen_member,
    people,
    ties_among,
)
from borgerplan_desktop.model.sectors import sector_names


def person_lines(case: Case) -> list[tuple[str, ...]]:
    """For each: name, who they are, where they stand, how the tie is, and that no paper may name them."""
    return [(member.contact.name or _("Nobody's name yet"), member.described, where_in_words(member),
             _(member.tie.label) if member.tie_is_said else "",
             *([_("Left out of all papers")] if member.left_out_of_paper else [])) for member in people(case)]


def tie_lines(case: Case) -> list[tuple[str, ...]]:
    """For each tie between two who are there: their names, and how it is."""
    return [(one.contact.name, other.contact.name, _(tie.quality.label)) for tie, one, other in _ties(case)]


def where_in_words(member: NetworkMember) -> str:
    """"Familie, tæt på"."""
    part = sector_names(member.case.register)[member.sector]
    if member.reach is not Reach.IN_REACH:
        return f"{part}, {_(member.reach.label).lower()}"
    return f"{part}, {(ring_names(member.case.register)[member.ring] if member.ring else _('Not placed yet')).lower()}"


def as_json(case: Case, today: date) -> dict[str, Any]:
    """Everybody, the ties between them, and what the map shows."""
    return {"people": [_person(case, member) for member in people(case)],
            "ties": [{"one": one.id, "other": other.id, "quality": tie.quality.value}
                     for tie, one, other in _ties(case)],
            "insight": [each.words for each in insight(case, today)]}


def _person(case: Case, member: NetworkMember) -> dict[str, Any]:
    contact, citizen = member.contact, citizen_member(case)
    middle = citizen.id if citizen is not None else ""
    return {
        "id": member.id, "name": contact.name, "relation": member.relation, "role": contact.role,
        "organisation": contact.organisation, "phone": contact.phone, "email": contact.email,
        "kind": member.kind.value, "being": member.being.value, "sector": member.sector.value,
        "ring": int(member.ring) if member.ring is not None else None, "reach": member.reach.value,
        "tie": member.tie.value, "left_out_of_paper": member.left_out_of_paper,
        "gives": [each.kind.value for each in case.of(Support, Support.giver_id, member.id)
                  if each.receiver_id == middle],
        "gets": [each.kind.value for each in case.of(Support, Support.receiver_id, member.id)
                 if each.giver_id == middle]}


def _ties(case: Case) -> list[tuple[Tie, NetworkMember, NetworkMember]]:
    there = {member.id: member for member in people(case)}
    return [(tie, there[tie.one_id], there[tie.other_id]) for tie in ties_among(case, there)]
