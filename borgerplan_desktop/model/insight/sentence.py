"""One thing the map shows: of which kind it is, in words, and whom it is about."""
from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.difference_words import Language
from borgerplan_desktop.model.network import Being, MemberKind, NetworkMember, Reach, Tie, TieQuality
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.text import shortened

T = TypeVar("T")
FEW = 4                                                  # names in a sentence; more are counted
SILLY = 2                                                # people on the map: of so few nobody says groups, or gaps
LONG = 48                                                # characters of somebody's words


class Kind(enum.StrEnum):
    """What a sentence is about, in the order in which they are said."""

    ASK = "ask"                                          # nobody is placed yet
    WISH_FOR = "wish_for"                                # one or two stand there: whom else?
    CLOSEST = "closest"
    STRAINED = "strained"
    FREE_GOALS = "free_goals"
    COULD_BE_ONE = "could_be_one"
    HANDS = "hands"
    BEFORE_AND_AFTER = "before_and_after"
    CARRIES = "carries"
    BRIDGE = "bridge"
    NOT_IN_TOUCH = "not_in_touch"
    GIVES = "gives"                                      # the citizen gives too
    MORE_CONTACT = "more_contact"
    GROUP = "group"
    ONLY_PROFESSIONALS = "only_professionals"
    NOBODY_GIVES = "nobody_gives"
    MUCH_FROM_ONE = "much_from_one"
    ONLY_GETS = "only_gets"
    WITHOUT_PROFESSIONALS = "without_professionals"
    ALONE_WITH = "alone_with"                            # parts of life where only the citizen acts
    NO_CONTACT = "no_contact"
    KNOW_NOBODY = "know_nobody"
    EMPTY_SECTORS = "empty_sectors"


@dataclass(frozen=True)
class Sentence:
    """`members` are the ids of those it is about."""

    kind: Kind
    words: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Voice(Language):
    """How the reader says it; `citizen` is what they are called."""

    listed: Callable[[list[str]], str]
    weekday: Callable[[date], str]
    citizen: str

    def many(self, n: int, one: str, several: str, **filled: object) -> str:
        """The sentence for one or for several."""
        return self.say(one if n == 1 else several, n=n, **filled)

    def names(self, members: Sequence[NetworkMember]) -> str:
        """"Sara, Ole og Birgit Krogh"; of many the first, and how many more."""
        return self._some(members, self.name)

    def goals(self, goals: Sequence[Goal]) -> str:
        """"»min egen bolig« og »et job«"."""
        return self._some(goals, self._title)

    def _title(self, goal: Goal) -> str:
        return self.quoted(goal.title.strip() or self.say(N_("A goal without words yet")))

    def _some(self, things: Sequence[T], called: Callable[[T], str]) -> str:
        if len(things) <= FEW:
            return self.listed([called(each) for each in things])
        more = len(things) - FEW + 1
        return self.listed([*(called(each) for each in things[:FEW - 1]),
                            self.many(more, N_("one more"), N_("{n} others"))])

    def quoted(self, text: str) -> str:
        return f"»{shortened(text, LONG)}«"


@dataclass(frozen=True)
class Around:
    """The people who may be spoken of, as they stand today; who is dead is spoken of in no count and no demand."""

    case: Case
    today: date
    people: Sequence[NetworkMember]
    voice: Voice

    @cached_property
    def by_id(self) -> dict[str, NetworkMember]:
        return {member.id: member for member in self.people}

    @cached_property
    def placed(self) -> list[NetworkMember]:
        return [member for member in self.people if member.ring is not None]

    @cached_property
    def near(self) -> list[NetworkMember]:
        """Those on the rings: alive, in reach, and there today."""
        return [m for m in self.placed if m.reach is Reach.IN_REACH and m.involved_on(self.today)]

    @cached_property
    def persons(self) -> list[NetworkMember]:
        """Those of them who are people, and whom the citizen is in contact with."""
        return [m for m in self.near if m.being is Being.PERSON and m.tie is not TieQuality.BROKEN]

    @cached_property
    def ties(self) -> list[tuple[str, str]]:
        """Who knows whom today: not where there is no contact any more."""
        return [(tie.one_id, tie.other_id) for tie in self.case.all(Tie) if tie.quality is not TieQuality.BROKEN]

    def said(self, kind: Kind, words: str, members: Sequence[NetworkMember] = ()) -> Sentence:
        return Sentence(kind, words, tuple(member.id for member in members))


def is_professional(member: NetworkMember) -> bool:
    return member.kind is MemberKind.PROFESSIONAL
