"""Who gives and gets: what nobody gives, what comes from professionals alone, and that the citizen gives too."""
from __future__ import annotations

from collections.abc import Iterator

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.insight.sentence import SILLY, Around, Kind, Sentence, is_professional
from borgerplan_desktop.model.network import NetworkMember, Reach, Support, SupportKind, citizen_member

SAID = 3                                                 # supports that are written down before we say what is missing
MUCH = 3                                                 # kinds from one and the same


def gives_and_gets(around: Around) -> Iterator[Sentence]:
    """Nothing where nobody has said what flows."""
    me = citizen_member(around.case)
    if me is None:
        return
    v, name = around.voice, around.voice.citizen
    got = _by_person(around, Support.receiver_id.key, me.id)
    given = list(_by_person(around, Support.giver_id.key, me.id))
    if given:
        yield around.said(Kind.GIVES, v.say(N_("{name} is there for {people} too."), name=name, people=v.names(given)),
                          given)
    elif sum(map(len, got.values())) >= SAID:
        yield around.said(Kind.ONLY_GETS, v.say(N_("Much comes to {name}. Whom would {name} like to do something for?"),
                                                name=name), list(got))
    yield from _what_comes(around, got)
    generous = [(m, kinds) for m, kinds in got.items() if len(kinds) >= MUCH]
    if len(generous) == 1 and not is_professional(generous[0][0]):
        member, kinds = generous[0]
        yield around.said(Kind.MUCH_FROM_ONE, v.say(
            N_("{person} gives a lot: {kinds}."), person=v.name(member), kinds=_listed(around, kinds)), [member])


def _what_comes(around: Around, got: dict[NetworkMember, list[SupportKind]]) -> Iterator[Sentence]:
    if sum(map(len, got.values())) < SAID or len(around.placed) <= SILLY:
        return                                           # of one or two, what is missing is a list of loneliness
    v, everything = around.voice, {kind for kinds in got.values() for kind in kinds}
    own = {kind for member, kinds in got.items() if not is_professional(member) for kind in kinds}
    if only := [kind for kind in SupportKind if kind in everything - own]:
        people = [m for m, kinds in got.items() if set(kinds) & set(only)]
        yield around.said(Kind.ONLY_PROFESSIONALS, v.say(
            N_("Only professionals give {name} this: {kinds}."), name=v.citizen, kinds=_listed(around, only)), people)
    if missing := [kind for kind in SupportKind if kind not in everything]:
        yield around.said(Kind.NOBODY_GIVES, v.say(
            N_("Nobody gives {name} this yet: {kinds}."), name=v.citizen, kinds=_listed(around, missing)))


def _by_person(around: Around, end: str, id: str) -> dict[NetworkMember, list[SupportKind]]:
    """The kinds that flow between the citizen, at that end, and each of those who are there."""
    found: dict[NetworkMember, list[SupportKind]] = {}
    for each in around.case.all(Support):
        other = each.giver_id if end == Support.receiver_id.key else each.receiver_id
        member = around.by_id.get(other)
        if getattr(each, end) == id and member is not None and member.reach is Reach.IN_REACH:
            kinds = found.setdefault(member, [])
            if each.kind not in kinds:
                kinds.append(each.kind)
    return found


def _listed(around: Around, kinds: list[SupportKind]) -> str:
    said = [around.voice.say(kind.label) for kind in SupportKind if kind in kinds]
    return around.voice.listed([text[:1].lower() + text[1:] for text in said])
