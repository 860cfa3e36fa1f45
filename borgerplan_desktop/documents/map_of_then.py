"""A case whose map is the one that was kept on a day."""
from __future__ import annotations

from typing import TypeVar

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.kept_map import MapState, state_of
from borgerplan_desktop.model.network import Involvement, KeptMap, KeptPlace, KeptTie, NetworkMember, Support, Tie
from borgerplan_desktop.model.row import Row

OneRow = TypeVar("OneRow", bound=Row)
NOT_KEPT = (Involvement, KeptMap, KeptPlace, KeptTie, Support, Tie)      # nobody knows them as they were, or not needed


def map_of_then(case: Case, kept: KeptMap) -> Case:
    """Who stood where then and how the ties were; what people are called, and who is left out of paper, is of today."""
    then = state_of(case, kept)
    rows: list[Row] = []
    for row in case.rows():
        if isinstance(row, NetworkMember) and not row.is_citizen:
            rows.append(_stood(row, then, kept))
        elif not isinstance(row, NOT_KEPT):
            rows.append(_copy(row))
    for pair, quality in then.ties.items():
        one, other = sorted(pair)
        rows.append(Tie(one_id=one, other_id=other, quality=quality))
    return Case(case.id, rows, register=case.register)


def _copy(row: OneRow) -> OneRow:
    return type(row)(id=row.id, **row.values())


def _stood(row: NetworkMember, then: MapState, kept: KeptMap) -> NetworkMember:
    member, spot = _copy(row), then.spots.get(row.id)
    member.involved_from = member.involved_until = None
    member.removed_on = kept.on if spot is None else None
    if spot is not None:
        member.sector, member.ring, member.reach, member.tie = spot.sector, spot.ring, spot.reach, spot.tie
        member.x, member.y = spot.at or (None, None)
    return member
