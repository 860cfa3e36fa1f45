"""The network as it is looked at: at a phase, only some of it, or without a single name."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from borgerplan_desktop.casework.network.involved_when import NAMES, involved_as, is_with
from borgerplan_desktop.casework.network.map_presets import WayOfLooking
from borgerplan_desktop.gui.showing.people_shown import Face, bonds, faces, first_name
from borgerplan_desktop.i18n import _, listed
from borgerplan_desktop.model.anonymous import anonymous_names
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.flow import SHORT, Way, flow_in_words, what_flows
from borgerplan_desktop.model.life_areas import area_name
from borgerplan_desktop.model.map.elements import Bond
from borgerplan_desktop.model.network import Involvement, NetworkMember, Phase, TieQuality, citizen_member
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import MapFilter

Flow = tuple[Way, tuple[str, ...]]                       # which way, seen from the one a tie begins at, and short words


@dataclass(frozen=True)
class Seen:
    """What is shown: who, the ties between two others, what the citizen is called, who has which part of the plan,
    and what flows in the ties.
    """

    faces: tuple[Face, ...]
    bonds: tuple[Bond, ...]
    name: str
    areas: dict[str, str]                                # by id: "Bolig, økonomi"
    flows: dict[tuple[str, str], list[Flow]] = field(default_factory=dict)       # by a tie's two ids; "" = the citizen


def look_at(case: Case, today: date, way: WayOfLooking, phase: Phase, is_now: bool) -> Seen:
    """The network of today in this way; `is_now`: the phase is the one we are in."""
    shown = [at_phase(case, face, phase, is_now) for face in faces(case, today) if _is_meant(face, way.who)]
    areas = areas_of(case)
    if way.responsibilities:
        shown = [_told(face, _("Responsible for: {goals}").format(goals=areas[face.id])) if face.id in areas else face
                 for face in shown]
    else:
        areas = {}
    name = first_name(case)
    if way.anonymous:
        shown, name = without_names(case, shown)
    tied = tuple(bonds(case)) if way.ties_between else ()
    if not way.supports:
        return Seen(tuple(shown), tied, name, areas)
    if way.anonymous:                                    # with names, everybody's sentence tells of it anyway
        shown = [_told_of_flow(case, face, name) for face in shown]
    return Seen(tuple(shown), tied, name, areas, flows_of(case, [face.id for face in shown], tied))


def flows_of(case: Case, ids: Sequence[str], tied: Sequence[Bond]) -> dict[tuple[str, str], list[Flow]]:
    """What flows between the citizen and these, and in the ties between two of them; where nothing does, no entry."""
    me, there = citizen_member(case), {id: case.get(NetworkMember, id) for id in ids}
    pairs = [("", id) for id in ids] + [(bond.a, bond.b) for bond in tied]
    found: dict[tuple[str, str], list[Flow]] = {}
    for a, b in pairs:
        one, other = there.get(a) if a else me, there.get(b)
        flows = what_flows(case, one, other) if one is not None and other is not None else {}
        for way in (Way.GETS, Way.GIVES, Way.BOTH):
            if words := tuple(_(SHORT[kind]) for kind, which in flows.items() if which is way):
                found.setdefault((a, b), []).append((way, words))
    return found


def areas_of(case: Case) -> dict[str, str]:
    """The parts of life in which somebody is responsible for an open goal, in words, by id."""
    found: dict[str, list[str]] = {}
    for goal in case.all(Goal):
        if goal.status.open and goal.responsible_id is not None:
            word = area_name(case.register, goal.area) if goal.area is not None else _("A goal")
            words = found.setdefault(goal.responsible_id, [])
            if word not in words:
                words.append(word)
    return {id: listed([words[0], *(word.lower() for word in words[1:])]) for id, words in found.items()}


def at_phase(case: Case, face: Face, phase: Phase, is_now: bool) -> Face:
    """Who is not with us in the phase fades; in another phase than ours it says how each is with us.

    As the map is now nobody of the citizen's own people fades: it shows their life, not our work.
    """
    member = case.get(NetworkMember, face.id)
    said = member is not None and case.of(Involvement, Involvement.member_id, member.id)
    if member is None or (is_now and not (said and face.squared)):
        return face                                      # nobody said more than from when to when
    if not is_with(case, member, phase):
        word = _("not with us now") if is_now else _("not with us then")
        return replace(_told(face, word), words=face.words if is_now else word, involved=False)
    how = involved_as(case, member, phase)
    if how is None:
        return face if is_now else replace(face, involved=True)
    word = _(NAMES[how])
    return replace(_told(face, word), words=face.words if is_now else word.lower(), involved=True)


def without_names(case: Case, shown: Sequence[Face]) -> tuple[list[Face], str]:
    """The same people and the citizen, of whom nothing is told but where they stand."""
    names, name = anonymous_names(case), _("Citizen")
    return [replace(face, name=names[face.id], words=face.gone if face.involved else face.words, consent=None,
                    sentence=spoken(face, names[face.id])) for face in shown], name


def plain(face: Face) -> Face:
    """Somebody as everybody may see them: no consent, and what is said of them only what is drawn."""
    return replace(face, consent=None, sentence=spoken(face, face.name))


def spoken(face: Face, name: str) -> str:
    standing = face.gone or (face.standing or _("Not placed yet"))
    return ". ".join((name, f"{face.part}, {standing.lower()}",
                      _("Tie: {tie}").format(tie=_(TieQuality(face.tie).label).lower()))) + "."


def _told(face: Face, words: str) -> Face:
    return replace(face, sentence=f"{face.sentence} {words[:1].upper()}{words[1:]}.")


def _told_of_flow(case: Case, face: Face, name: str) -> Face:
    me, member = citizen_member(case), case.get(NetworkMember, face.id)
    said = flow_in_words(case, me, member, called=name) if me is not None and member is not None else ""
    return _told(face, said) if said else face


def _is_meant(face: Face, who: MapFilter) -> bool:
    return who is MapFilter.EVERYBODY or face.squared is (who is MapFilter.PROFESSIONALS)
