"""Two maps beside each other: who stood where then, and what is different, in words and as marks."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from borgerplan_desktop.gui.network.looks import spoken
from borgerplan_desktop.gui.showing.people_shown import Face
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.kept_map import Difference, MapState, Spot, Turn
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.map.elements import Bond
from borgerplan_desktop.model.map.forms import shape_of
from borgerplan_desktop.model.network import NetworkMember, Reach, TieQuality
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Ring, Sector

MARKS = {Turn.CAME: "+", Turn.WENT: "–", Turn.PLACED: "+", Turn.TAKEN_OFF: "–"}
MOVED, CHANGED = "↔", "≠"                                # whatever else is different of somebody, and of a tie only
SHORT = {Turn.CAME: N_("has come"), Turn.WENT: N_("is gone"), Turn.PLACED: N_("put on the map"),
         Turn.TAKEN_OFF: N_("taken off the map"), Turn.CLOSER: N_("closer now"), Turn.FURTHER: N_("further out now"),
         Turn.ELSEWHERE: N_("another part of life"), Turn.REACH: N_("reached in another way"),
         Turn.TIE: N_("another tie"), Turn.BETWEEN: N_("another tie")}
_TIES, _LEAVING = (Turn.TIE, Turn.BETWEEN), (Turn.WENT, Turn.TAKEN_OFF)


def mark_of(turns: list[Turn]) -> str:
    """One sign for everything that is different of somebody."""
    for turn in turns:
        if turn in MARKS:
            return MARKS[turn]
    return CHANGED if all(turn in _TIES for turn in turns) else MOVED


def turns_by_person(found: list[Difference]) -> dict[str, list[Turn]]:
    """What is different of each, by id; a tie between two is of both."""
    turns: dict[str, list[Turn]] = {}
    for each in found:
        for id in filter(None, (each.member_id, each.other_id)):
            turns.setdefault(id, []).append(each.turn)
    return turns


def faces_of(case: Case, state: MapState, names: Mapping[str, str], turns: Mapping[str, list[Turn]],
             later: bool) -> list[Face]:
    """Everybody of a map as it was; below the name of whom something is different, on the map where one sees it, a
    word for it: who is gone on the earlier one, everything else on the `later`.
    """
    found, named, rings = [], sector_names(case.register), ring_names(case.register)
    for id, spot in state.spots.items():
        member = case.get(NetworkMember, id)
        if member is None:
            continue
        said = [_(SHORT[turn]) for turn in turns.get(id, ()) if later is not (turn in _LEAVING)]
        away = _(spot.reach.label).lower() if spot.reach is not Reach.IN_REACH else ""
        word = said[0] if said else away or ("" if id in names else member.relation)
        name = names.get(id) or member.contact.said_name
        face = Face(id, name, word, shape_of(member), spot.sector,
                    int(spot.ring) if spot.ring is not None else 0, spot.at, spot.tie.value, False, False, None, True,
                    "", gone=away, part=named[spot.sector],
                    standing=rings[spot.ring] if spot.ring is not None else "")
        found.append(replace(face, sentence=" ".join((spoken(face, name), *(f"{each}." for each in said)))))
    return found


def bonds_of(state: MapState) -> list[Bond]:
    """The ties between two others of a map."""
    return [Bond(min(pair), max(pair), quality.value) for pair, quality in state.ties.items() if len(pair) == 2]


def in_words(each: Difference, called: Callable[[str], str], named: Mapping[Sector, str],
             rings: Mapping[Ring, str]) -> str:
    """One difference as a sentence; `called` names a person by id, `named` and `rings` are what sectors and rings are
    called here.
    """
    who, before, after = called(each.member_id), each.before, each.after
    if each.turn is Turn.BETWEEN:
        return _("{one} and {other}: {before} → {after}").format(
            one=who, other=called(each.other_id), before=_tie(before), after=_tie(after))
    if each.turn is Turn.TIE:
        return _("The tie to {name}: {before} → {after}").format(name=who, before=_tie(before), after=_tie(after))
    if each.turn is Turn.REACH and isinstance(before, Spot) and isinstance(after, Spot):
        return f"{who}: {_(before.reach.label).lower()} → {_(after.reach.label).lower()}"
    if each.turn is Turn.ELSEWHERE and isinstance(before, Spot) and isinstance(after, Spot):
        return f"{who}: {named[before.sector]} → {named[after.sector]}"
    return _SENTENCES[each.turn](who, _ring(before, rings), _ring(after, rings))


def _came(who: str, _before: str, after: str) -> str:
    return _("{name} has come: {where}").format(name=who, where=after)


def _went(who: str, _before: str, _after: str) -> str:
    return _("{name} is not on the map any more").format(name=who)


def _placed(who: str, _before: str, after: str) -> str:
    return _("{name} was put on the map: {where}").format(name=who, where=after)


def _taken_off(who: str, _before: str, _after: str) -> str:
    return _("{name} was taken off the map").format(name=who)


def _closer(who: str, before: str, after: str) -> str:
    return _("{name} is closer: {before} → {after}").format(name=who, before=before, after=after)


def _further(who: str, before: str, after: str) -> str:
    return _("{name} is further out: {before} → {after}").format(name=who, before=before, after=after)


_SENTENCES: dict[Turn, Callable[[str, str, str], str]] = {
    Turn.CAME: _came, Turn.WENT: _went, Turn.PLACED: _placed, Turn.TAKEN_OFF: _taken_off, Turn.CLOSER: _closer,
    Turn.FURTHER: _further}


def _ring(spot: object, rings: Mapping[Ring, str]) -> str:
    if not isinstance(spot, Spot):
        return ""
    return (rings[spot.ring] if spot.ring is not None else _("Not placed yet")).lower()


def _tie(quality: object) -> str:
    return _(quality.label).lower() if isinstance(quality, TieQuality) else _("no tie")
