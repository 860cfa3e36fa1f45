"""Two entries of one person on a map, as when two in the register turned out to be one, or two windows have added the
same person: they become one entry.
"""
from __future__ import annotations

from borgerplan_desktop.casework.course.kept_maps import keep_before
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import Meeting, Participant
from borgerplan_desktop.model.network import KeptPlace, KeptTie, MemberKind, NetworkMember, Support, people
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.row import Row, referrers_of

_SAID = ("role", "organisation", "relation", "known_since", "helps_with", "wish", "wished_contact", "note",
         "phone", "email", "latin_name")
_BOTH = ("note", "wished_contact", "helps_with")         # where both have something to say
_WHO = ("role", "organisation", "relation", "phone", "email", "latin_name")      # who differ in it are two
_TRUE_OF_ONE = ("own_doctor", "is_relative", "is_peer", "is_volunteer", "left_out_of_paper")     # so it is of both


def same_person(case: Case, member: NetworkMember) -> NetworkMember | None:
    """Another entry on the map with the same row of the shelter's register."""
    if member.registered is None:
        return None
    return next((m for m in people(case) if m is not member and m.registered_id == member.registered_id), None)


def same_name(case: Case, member: NetworkMember) -> NetworkMember | None:
    """Another entry of the same name who may be the same: nothing is said of one that is said otherwise of the other.
    Whoever is in the shelter's register is known by it.
    """
    if member.kind is MemberKind.CITIZEN or member.registered_id or not member.name.strip():
        return None
    return next((other for other in people(case) if other is not member and not other.registered_id and (
        other.kind, other.being, danish(other.name.strip())) == (
            member.kind, member.being, danish(member.name.strip())) and not _differ(member, other)), None)


def _differ(one: NetworkMember, other: NetworkMember) -> bool:
    said = [(danish(getattr(one, name).strip()), danish(getattr(other, name).strip())) for name in _WHO]
    return any(mine and theirs and mine != theirs for mine, theirs in said)


def make_one(opened: OpenCase, kept: NetworkMember, other: NetworkMember) -> None:
    """`kept` has everything that was said of the other, promised by them and given to them; the other entry goes."""
    case = opened.case
    with opened.action(N_("Two entries are one person")):
        keep_before(opened)
        _take_what_is_said(kept, other)
        for kind, column, _part in referrers_of(NetworkMember):
            for row in [each for each in case.all(kind) if getattr(each, column) == other.id]:
                setattr(row, column, kept.id)
        for kind, _column, part in referrers_of(NetworkMember):
            if part or kind is Participant:
                _say_once(case, kind)
        case.remove(other)


def _take_what_is_said(kept: NetworkMember, other: NetworkMember) -> None:
    for name in _SAID:
        if not getattr(kept, name):
            setattr(kept, name, getattr(other, name))
        elif name in _BOTH and getattr(other, name) not in ("", getattr(kept, name)):
            setattr(kept, name, f"{getattr(kept, name)}\n{getattr(other, name)}")
    for name in _TRUE_OF_ONE:
        if getattr(other, name):
            setattr(kept, name, True)
    if kept.ring is None and other.ring is not None:
        kept.sector, kept.ring, kept.x, kept.y = other.sector, other.ring, other.x, other.y


def _say_once(case: Case, kind: type[Row]) -> None:
    """What was said of each of the two is said of the one: the first stands; nobody is tied to themselves."""
    said: set[object] = set()
    for row in list(case.all(kind)):
        what = _what(case, row)
        if what is None:
            continue
        if what in said or (isinstance(what, frozenset) and len(what) < 2):
            case.remove(row)
        said.add(what)


def _what(case: Case, row: Row) -> object:
    """By what two rows say the same; None = each says something of its own."""
    if isinstance(row, KeptPlace):
        return row.map_id, row.member_id
    if isinstance(row, KeptTie):
        return (row.map_id, frozenset((row.one_id, row.other_id))) if row.one_id != row.other_id else frozenset("-")
    if isinstance(row, Support) and row.giver_id == row.receiver_id:
        return frozenset("-")
    if isinstance(row, Participant):
        meeting = case.get(Meeting, row.meeting_id)
        ahead = meeting is not None and meeting.status.ahead     # who came stands as it was written
        return (row.meeting_id, row.member_id) if ahead and row.member_id else None
    return row.only(row.values())
