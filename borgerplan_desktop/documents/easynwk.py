"""The map as a file of easyNWK: as it is now, and as it was on the days it was kept, each a version.

Every field that easyNWK writes is there, by its own name. What easyNWK has no place for (how somebody is reached,
notes, wishes, whether a tie is strong or loose, which of the helping sectors it is) is not in it.
"""
from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from borgerplan_desktop.documents.easynwk_places import GETS, GIVES, OUTSIDE, SUPPORTS, Spans, polar_of, spans
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import (
    Being,
    KeptMap,
    KeptPlace,
    KeptTie,
    NetworkMember,
    Reach,
    Support,
    Tie,
    TieQuality,
    citizen_member,
    people,
)

UNSAID = "nicht festgelegt"                              # easyNWK's word for a gender that nobody said
NORMAL, NONE, BY_NOBODY = 1, 0, -1


def write_easynwk(case: Case, today: date) -> bytes:
    """Without those who are left out of paper."""
    kept = [_version(case, number, each.on, each.title, case.of(KeptPlace, KeptPlace.map_id, each.id),
                     case.of(KeptTie, KeptTie.map_id, each.id))
            for number, each in enumerate(case.all(KeptMap), 1)]
    now = _version(case, len(kept) + 1, today, "", people(case), case.all(Tie))
    said = json.dumps({"versions": [*kept, now], "currentVersion": now["id"]}, ensure_ascii=False, indent=1)
    return said.encode()


def _version(case: Case, number: int, on: date, title: str, stood: Sequence[NetworkMember] | Sequence[KeptPlace],
             ties: Sequence[Tie] | Sequence[KeptTie]) -> dict[str, Any]:
    ids = _ids(case)
    there = [(member, each) for each in stood if (member := _member(case, each)) is not None and member.id in ids]
    shares = _shares([each for _member, each in there])
    wide = spans(each.sector for _member, each in there if each.ring is not None)
    now = bool(stood) and isinstance(stood[0], NetworkMember)
    shown = {member.id for member, _each in there if member.is_person}
    return {
        "id": number, "title": title, "date": on.isoformat(), "nwk": {
            "ego": {"name": case.the(Citizen).first_name, "currentGender": UNSAID, "age": "", "note": ""},
            "alteri": [_alter(case, ids[member.id], member, each, share, now, wide)
                       for (member, each), share in zip(there, shares, strict=True)],
            "connections": [{"id1": ids[tie.one_id], "id2": ids[tie.other_id]} for tie in ties
                            if {tie.one_id, tie.other_id} <= shown and tie.quality is not TieQuality.BROKEN]}}


def _member(case: Case, stood: NetworkMember | KeptPlace) -> NetworkMember | None:
    return stood if isinstance(stood, NetworkMember) else case.get(NetworkMember, stood.member_id)


def _ids(case: Case) -> dict[str, int]:
    """A number each, the same on every map."""
    there = [m for m in case.all(NetworkMember) if not m.is_citizen and not m.left_out_of_paper]
    return {member.id: number for number, member in enumerate(there, 1)}


def _shares(stood: Sequence[NetworkMember | KeptPlace]) -> list[float]:
    """Where in their sector those go who stand nowhere exactly: side by side in the order they were added."""
    seen: dict[object, int] = {}
    for each in stood:
        seen[each.sector] = seen.get(each.sector, 0) + 1
    at: dict[object, int] = {}
    found = []
    for each in stood:
        at[each.sector] = at.get(each.sector, 0) + 1
        found.append((at[each.sector] - .5) / seen[each.sector])
    return found


def _alter(case: Case, id: int, member: NetworkMember, stood: NetworkMember | KeptPlace, share: float,
           now: bool, wide: Spans) -> dict[str, Any]:
    dead, human = stood.reach is Reach.DEAD, member.being is Being.PERSON
    ring = int(stood.ring) if stood.ring is not None else 0
    outside = stood.reach is not Reach.IN_REACH
    angle, distance = polar_of(stood.sector, ring or 3, stood.x if ring else None, stood.y if ring else None, share,
                               wide)
    if outside or not ring:                              # 0: nobody has put them down yet
        distance = OUTSIDE if outside else 0.0
    edge = NONE if stood.tie is TieQuality.BROKEN or dead or not human or outside else NORMAL
    supports = _supports(case, member) if now else {}
    return {
        "id": id, "name": member.contact.name, "role": member.described, "roleDefault": False, "human": human,
        "currentGender": UNSAID, "genderDefault": True, "age": "", "note": "", "deceased": dead, "edgeType": edge,
        "edgeTypeByUser": BY_NOBODY if edge == NORMAL else edge, "angle": round(angle, 3),
        "distance": round(distance, 3), "emoji": "", "conflict": stood.tie is TieQuality.STRAINED,
        **{name: supports.get(name, 0) for name in SUPPORTS}}


def _supports(case: Case, member: NetworkMember) -> dict[str, int]:
    """What flows between them and the citizen."""
    citizen = citizen_member(case)
    found: dict[str, int] = {}
    if citizen is None:
        return found
    for each in case.all(Support):
        for way, giver, receiver in ((GIVES, member.id, citizen.id), (GETS, citizen.id, member.id)):
            if (each.giver_id, each.receiver_id) == (giver, receiver):
                name = next(name for name, kind in SUPPORTS.items() if kind is each.kind)
                found[name] = found.get(name, 0) | way
    return found
