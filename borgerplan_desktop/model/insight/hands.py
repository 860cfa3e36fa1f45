"""Few hands, in words: how many to relate to now, before and after, and what could be one appointment."""
from __future__ import annotations

from collections.abc import Iterator

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.few_hands import (
    CouldBeOne,
    Hands,
    Why,
    before_the_plan,
    could_be_one,
    hands_on,
    planned_end,
)
from borgerplan_desktop.model.insight.sentence import Around, Kind, Sentence
from borgerplan_desktop.model.week import WeekEntry

MANY = 6                                                 # professionals: from here on we say how many there are
PAIRS = 2                                                # that are said


def few_hands(around: Around) -> Iterator[Sentence]:
    """What the citizen relates to, and what could be less."""
    named = {member.id for member in around.people}
    pairs = [pair for pair in could_be_one(around.case, around.today) if {m.id for m in pair.people} <= named]
    for pair in pairs[:PAIRS]:
        yield around.said(Kind.COULD_BE_ONE, _pair(around, pair), pair.people)
    now = hands_on(around.case, around.today)
    if len(now.professionals) >= MANY or now.weekly:
        yield around.said(Kind.HANDS, around.voice.say(
            N_("{name} has {things} to relate to."), name=around.voice.citizen, things=_counted(around, now)),
            [m for m in now.professionals if m.id in named])
    yield from _before_and_after(around, now)


def _counted(around: Around, hands: Hands) -> str:
    """"7 fagpersoner, 3 steder og 4 faste tider om ugen"."""
    v = around.voice
    said = []
    if hands.professionals:
        said.append(v.many(len(hands.professionals), N_("one professional"), N_("{n} professionals")))
    if hands.places:
        said.append(v.many(hands.places, N_("one place"), N_("{n} places")))
    if hands.weekly:
        said.append(_how_often(around, hands.weekly))
    return v.listed(said) or v.say(N_("nothing fixed"))


def _how_often(around: Around, weekly: float) -> str:
    """To the nearest half, "2½ faste tider om ugen"; what is seldom by its weeks, "én fast tid hver 4. uge"."""
    halves = round(weekly * 2)
    if halves == 2:
        return around.voice.say(N_("one standing appointment a week"))
    if halves < 2:
        return around.voice.say(N_("one standing appointment every {n} weeks"), n=round(1 / weekly))
    number = f"{halves // 2}{'½' if halves % 2 else ''}"
    return around.voice.say(N_("{n} standing appointments a week"), n=number)


def _before_and_after(around: Around, now: Hands) -> Iterator[Sentence]:
    """Only where it differs: of the same number nobody needs to hear twice."""
    v, today = around.voice, around.today
    day = before_the_plan(around.case)
    if day is not None and day < today and _differs(was := hands_on(around.case, day), now):
        yield around.said(Kind.BEFORE_AND_AFTER, v.say(
            N_("Before the plan: {before}. Now: {now}."), before=_counted(around, was), now=_counted(around, now)))
    end = planned_end(around.case, today)
    if end is not None and _differs(later := hands_on(around.case, end), now):
        yield around.said(Kind.BEFORE_AND_AFTER, v.say(
            N_("As it is planned for {date}: {later}."), date=v.day(end), later=_counted(around, later)))


def _differs(one: Hands, other: Hands) -> bool:
    return (len(one.professionals), one.places, one.weekly) != (len(other.professionals), other.places, other.weekly)


# ------------------------------------------------------------------------------------------------ what could be one
def _pair(around: Around, pair: CouldBeOne) -> str:
    v, one, other = around.voice, _called(around, pair.one), _called(around, pair.other)
    match pair.why:
        case Why.PERSON:
            shared = next(m for m in pair.one.people if m in pair.other.people)
            return v.say(N_("{one} and {other} are both with {person}. Could they be one?"), one=one, other=other,
                         person=v.name(shared))
        case Why.UNIT:
            return v.say(N_("{one} and {other} are both here: {place}. Could they be one?"), one=one, other=other,
                         place=pair.words)
        case Why.TOGETHER:
            return v.say(N_("{one} and {other} are both for {goal}, with people who know each other. Could they be "
                            "one?"), one=one, other=other, goal=v.quoted(pair.words))
        case Why.PLACE:
            return v.say(N_("{one} and {other} are both here: {place}. Could they be on the same day?"), one=one,
                         other=other, place=pair.words)
        case Why.GOAL:
            return v.say(N_("{one} and {other} are both for {goal}. Do they know of each other?"), one=one,
                         other=other, goal=v.quoted(pair.words))


def _called(around: Around, entry: WeekEntry) -> str:
    """"»Samtale« tirsdag", or with whom where no words are written."""
    v = around.voice
    what = v.quoted(entry.text) if entry.text else v.names(entry.people) or v.say(entry.label)
    return v.say(N_("{what} {weekday}"), what=what, weekday=v.weekday(entry.on)) if entry.on is not None else what

