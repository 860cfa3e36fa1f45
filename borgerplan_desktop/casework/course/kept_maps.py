"""Maps that are kept to compare with: by hand, with a plan that is adopted, and before the map is changed on a new day.
"""
from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.kept_map import MapState, state_now, state_of
from borgerplan_desktop.model.network import (
    KeptMap,
    KeptPlace,
    KeptTie,
    citizen_member,
    map_is_begun,
)
from borgerplan_desktop.model.row import Values

DAY = timedelta(days=1)


def kept_maps(case: Case) -> list[KeptMap]:
    """All that are kept, the oldest first; of one day those without a title first."""
    return sorted(case.all(KeptMap), key=lambda kept: (kept.on, kept.title))


def keep_map(opened: OpenCase, title: str = "") -> KeptMap:
    """Keep the map as it is today, because somebody wants to; a day may have several of those."""
    with opened.action(N_("Keep the map")):
        return _keep(opened.case, opened.today(), state_now(opened.case), title)


def rename_map(opened: OpenCase, kept: KeptMap, title: str) -> None:
    """Call a kept map something; "" = its day says enough."""
    with opened.action(N_("Rename the kept map")):
        kept.title = title


def forget_map(opened: OpenCase, kept: KeptMap) -> None:
    """Keep the map no longer."""
    with opened.action(N_("Delete the kept map")):
        opened.case.remove(kept)


def keep_adopted(opened: OpenCase) -> None:
    """Inside an adoption: the map as it is belongs to the plan. One a day, which the newest adoption decides."""
    case, today = opened.case, opened.today()
    if not map_is_begun(case):
        return
    state = state_now(case)
    for kept in [each for each in kept_maps(case) if each.on == today]:
        if state_of(case, kept) == state:
            return
        if not kept.title:
            case.remove(kept)
    _keep(case, today, state)


def keep_before(opened: OpenCase) -> None:
    """Inside an action, before it changes the map: the first time on a new day the map as it was is kept.

    It is kept under the day on which it was last changed, or the day before this one where nobody knows, as when the
    clock was ahead then: it stood like that from then until now, so of a day that has a map already the next one is as
    true.
    """
    case, today = opened.case, opened.today()
    middle = citizen_member(case)
    if middle is None or middle.map_changed_on == today:
        return
    changed = middle.map_changed_on
    since = changed if changed is not None and changed < today else today - DAY
    middle.map_changed_on = today
    maps, state, kept = kept_maps(case), state_now(case), None
    if map_is_begun(case) and not (maps and state_of(case, maps[-1]) == state):
        day = _free_day(since, today, {each.on for each in maps})
        kept = _keep(case, day, state) if day is not None else None
    opened.give_way(partial(_unless_kept_by_others, case, today, kept.id if kept is not None else None))


def _unless_kept_by_others(case: Case, today: date, kept: str | None, changes: Changes) -> Changes:
    """In another window the map has been changed on this day too, just now: it is kept once, and the day is said."""
    middle = citizen_member(case)
    if middle is None or middle.map_changed_on != today:
        return changes
    mine = [c for c in changes if kept is None or kept not in (c.id, (c.after or {}).get("map_id"))]
    said = [replace(c, before=_but_the_day(c.before), after=_but_the_day(c.after))
            if c.id == middle.id and c.before is not None and c.after is not None else c for c in mine]
    return Changes(c for c in said if c.before is None or c.after is None or c.after)


def _but_the_day(values: Values) -> Values:
    return {name: value for name, value in values.items() if name != "map_changed_on"}


def _free_day(since: date, today: date, taken: set[date]) -> date | None:
    """The first day from `since` to yesterday that has no map."""
    while since in taken:
        since += DAY
    return since if since < today else None


def _keep(case: Case, on: date, state: MapState, title: str = "") -> KeptMap:
    kept = case.add(KeptMap(on=on, title=title))
    for id, spot in state.spots.items():
        x, y = spot.at or (None, None)
        case.add(KeptPlace(map_id=kept.id, member_id=id, sector=spot.sector, ring=spot.ring, reach=spot.reach,
                           x=x, y=y, tie=spot.tie))
    for pair, quality in state.ties.items():
        if len(pair) == 2:
            one, other = sorted(pair)
            case.add(KeptTie(map_id=kept.id, one_id=one, other_id=other, quality=quality))
    return kept
