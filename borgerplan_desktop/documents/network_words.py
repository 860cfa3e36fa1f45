"""The network map in words: where everybody stands, how the tie is and what flows in it, and who has which part."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.table import Cell, Content
from borgerplan_desktop.documents.paper.text import one_line
from borgerplan_desktop.documents.paper_words import in_sentence, sentence
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_network import how_close, sector_words, who_they_are
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.marks import marks_on
from borgerplan_desktop.model.network import (
    InvolvedAs,
    Involvement,
    NetworkMember,
    Phase,
    Reach,
    Representation,
    RepresentationKind,
    Support,
    SupportKind,
    TieQuality,
    citizen_member,
    ties_among,
)
from borgerplan_desktop.phone_number import phone_number

PHASES = {Phase.ARRIVING: N_("Arriving"), Phase.PLAN: N_("The plan is made"), Phase.WORKING: N_("Under way"),
          Phase.MOVING: N_("Moving"), Phase.AFTER: N_("Afterwards")}
AS = {InvolvedAs.INFORMED: N_("is told"), InvolvedAs.INVITED: N_("is invited"),
      InvolvedAs.RESPONSIBLE: N_("is responsible")}
INSTEAD = {RepresentationKind.PARTY_REPRESENTATIVE: N_("party representative"),
           RepresentationKind.GUARDIAN: N_("guardian")}


class Told:
    """What the paper says of people, one by one; on a map without names as somebody else would say it."""

    ALWAYS = 3                                           # the first columns of the table

    def __init__(self, p: PlanContext) -> None:
        self._p = p

    @cached_property
    def head(self) -> tuple[str, ...]:
        p = self._p
        return p.say("Name"), p.say("Place on the map"), p.say("Tie"), p.say("Part in the course"), p.say("Phone")

    shares = (200, 116, 164, 180, 84)

    def row(self, member: NetworkMember, number: int | None) -> list[Content]:
        """Somebody in the columns of the table."""
        p = self._p
        name = self._name(member) if number is None else f"{number}. {self._name(member)}"
        who = Said(who_they_are(p, member, member.contact.described))
        flows, part = self._flows(member), self._part(member)
        return [Cell(name, (who,) if who else (), bold=True),
                ", ".join(filter(None, (sector_words(p)[member.sector], how_close(p, member), self._reach(member)))),
                Cell(self._tie(member), tuple(flows)), Cell(part[0], tuple(part[1:])) if part else "",
                self._phone(member)]

    def alt(self, shown: Sequence[NetworkMember]) -> str:
        """The whole map as a picture's words."""
        p = self._p
        if not shown:
            return p.say("Network map with nobody on it yet.")
        whole = [p.words.say_many("Network map with one person around me.", "Network map with {n} people around me.",
                            len(shown)) if not p.nameless else
                 p.words.say_many("Network map with one person.", "Network map with {n} people.", len(shown))]
        named = sector_words(p)
        for member in shown:
            said = [named[member.sector], how_close(p, member), self._reach(member), self._tie(member),
                    *self._marks(member)]
            whole.append(f"{self._name(member)}: {', '.join(filter(None, said))}.")
        return " ".join([*whole, *self.between(shown)])

    def between(self, everybody: Sequence[NetworkMember]) -> list[str]:
        """Who is tied to whom, as "Sara og Lone: almindelig. Sara giver Lone: selskab.\""""
        p, there = self._p, {m.id: m for m in everybody}
        found = []
        for tie in ties_among(p.case, there):
            one, other = there[tie.one_id], there[tie.other_id]
            both, tied = p.words.listed([p.short_name(one), p.short_name(other)]), p.say(tie.quality.label)
            found.append(" ".join([f"{both}: {in_sentence(tied)}.", *self._gives(one, other),
                                   *self._gives(other, one)]))
        return found

    # ----------------------------------------------------------------------------------------------------- word by word
    def _name(self, member: NetworkMember) -> str:
        return one_line(member.contact.name, self._p.words.language) or self._p.say("No name")

    def _reach(self, member: NetworkMember) -> str:
        return "" if member.reach is Reach.IN_REACH else in_sentence(self._p.say(member.reach.label))

    def _tie(self, member: NetworkMember) -> str:
        return in_sentence(self._p.say(member.tie.label)) if member.tie_is_said else ""

    @cached_property
    def _given(self) -> Mapping[tuple[str, str], list[SupportKind]]:
        found: dict[tuple[str, str], list[SupportKind]] = {}
        for each in self._p.case.all(Support):
            found.setdefault((each.giver_id, each.receiver_id), []).append(each.kind)
        return found

    def _what(self, giver: str, receiver: str) -> str:
        kinds = self._given.get((giver, receiver), [])
        return self._p.words.listed([in_sentence(self._p.say(kind.label)) for kind in SupportKind if kind in kinds])

    def _flows(self, member: NetworkMember) -> list[str]:
        """What the citizen gets and gives."""
        p, me = self._p, citizen_member(self._p.case)
        if me is None:
            return []
        gets, gives = self._what(member.id, me.id), self._what(me.id, member.id)
        said = []
        if gets:
            said.append(p.say("Gets: {what}", what=gets) if p.nameless else p.say("I get: {what}", what=gets))
        if gives:
            said.append(p.say("Gives: {what}", what=gives) if p.nameless else p.say("I give: {what}", what=gives))
        return said

    def _gives(self, one: NetworkMember, other: NetworkMember) -> list[str]:
        what = self._what(one.id, other.id)
        return [self._p.say("{one} gives {other}: {what}.", one=self._p.short_name(one),
                            other=self._p.short_name(other), what=what)] if what else []

    def _marks(self, member: NetworkMember) -> list[str]:
        """What the badges say, and who acts for the citizen."""
        p = self._p
        acting = [p.say(INSTEAD[each.kind]) for each in p.case.of(Representation, Representation.member_id, member.id)
                  if each.kind in INSTEAD and (each.until is None or p.today <= each.until)]
        return [*(in_sentence(p.say(mark.label)) for mark in marks_on(p.case, member, p.today)), *dict.fromkeys(acting)]

    def _part(self, member: NetworkMember) -> list[str]:
        """Marks first, then in which phases somebody is with us, and until when."""
        p, marks = self._p, self._marks(member)
        rows = sorted(p.case.of(Involvement, Involvement.member_id, member.id),
                      key=lambda each: list(Phase).index(each.phase))
        phases: dict[InvolvedAs, list[str]] = {}         # "Planen laves og i gang: har ansvar"
        for each in rows:
            there = phases.setdefault(each.involved_as, [])
            there.append(in_sentence(p.say(PHASES[each.phase])) if there else p.say(PHASES[each.phase]))
        when = [f"{p.words.listed(there)}: {p.say(AS[how])}" for how, there in phases.items()]
        if member.involved_from is not None and member.involved_from > p.today:
            when.append(p.say("With us from {date}", date=p.day(member.involved_from)))
        if member.involved_until is not None:
            when.append(p.say("With us until {date}", date=p.day(member.involved_until)))
        return [*([sentence(", ".join(marks))] if marks else []), *when]

    def _phone(self, member: NetworkMember) -> Content:
        """A number that is not to be called is given to nobody."""
        number = "" if member.tie is TieQuality.BROKEN or member.reach is not Reach.IN_REACH else member.contact.phone
        return Cell(phone_number(number), uri=parts.phone_link(number)) if number.strip() else ""
