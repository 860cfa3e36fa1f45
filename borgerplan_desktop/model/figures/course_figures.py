"""The figures of the course: how soon the plan is there, how the help moves, what is waited for, how it ends."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from borgerplan_desktop.model.application import ApplicationKind
from borgerplan_desktop.model.course import TARGET_FIRST_DAY, TARGET_LAST_DAY, CourseOutcome, LeavesTo, LeftHow
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.figures.figure import Counting, Figure, by_class, figure
from borgerplan_desktop.model.figures.hiding import NO, YES, alike, middle, told
from borgerplan_desktop.model.figures.lines import RESPONSIBILITY, StayLine, WaitLine

NOT_SAID, NOTHING = "not_said", "nothing"
TO_PLAN = (("to_42", TARGET_FIRST_DAY), ("to_49", TARGET_LAST_DAY))
WAITED = (("to_14", 14), ("to_28", 28), ("to_91", 91))
STAYED = (("to_30", 30), ("to_90", 90), ("to_180", 180))
LATER, LONGER = "later", "longer"
LONG_STAY, HALF_A_YEAR = 120, 182                        # days
WAIT_KINDS = (*(each.value for each in ApplicationKind), RESPONSIBILITY)


def course_figures(c: Counting) -> Iterator[Figure]:
    yield from _plan(c)
    yield _ladder(c)
    yield from _waits(c)
    yield from _stays(c)
    yield _long_stays(c)
    yield figure("outcomes", told(((each.whose, each.outcome.value if each.outcome is not None else NOT_SAID)
                                   for each in c.lines.courses if c.has(each.closed_on)),
                                  (*(each.value for each in CourseOutcome), NOT_SAID)))
    yield _home_kept(c)


def _plan(c: Counting) -> Iterator[Figure]:
    days = [(each.whose, max(0, (each.adopted_on - each.first_contact_on).days)) for each in c.lines.courses
            if each.adopted_on is not None and c.has(each.adopted_on)]
    yield figure("plan_days", told(((whose, by_class(each, TO_PLAN, LATER)) for whose, each in days),
                                   (*(key for key, _most in TO_PLAN), LATER)), middle(days))
    in_time = []
    for each in c.lines.courses:
        last = later(each.first_contact_on, TARGET_LAST_DAY)
        done = each.adopted_on is not None and each.adopted_on <= last
        gone = each.closed_on is not None and each.closed_on < last
        if c.is_known(last, done=False) and (done or not gone):
            in_time.append((each.whose, YES if done else NO))
    yield figure("seven_weeks", told(in_time, (YES, NO)))


def _ladder(c: Counting) -> Figure:
    """Where the help stood when the time began, or first was written in it, and where it stood at its end."""
    there = {each.whose for each in c.lines.courses
             if each.first_contact_on <= c.until and (each.closed_on is None or each.closed_on >= c.span.first)}
    begun: dict[str, int] = {}
    ended: dict[str, int] = {}
    for each in sorted(c.lines.ladder, key=lambda line: line.since):
        if each.whose in there and each.since <= c.until:
            if each.since <= c.span.first or each.whose not in begun:
                begun[each.whose] = each.number
            ended[each.whose] = each.number
    moved = ((whose, "down" if ended[whose] < number else "up" if ended[whose] > number else "same")
             for whose, number in begun.items())
    return figure("ladder", told(moved, ("down", "same", "up")))


def _waits(c: Counting) -> Iterator[Figure]:
    """Those that were answered in the time, and those that had no answer at its end."""
    lengths = [(each, _waited(each, c.until)) for each in c.lines.waits
               if each.since <= c.until and (each.answered_on is None or each.answered_on >= c.span.first)]
    kinds, classes = alike(
        told(((each.whose, each.kind) for each, _days in lengths), WAIT_KINDS),
        told(((each.whose, by_class(days, WAITED, LONGER)) for each, days in lengths),
             (*(key for key, _most in WAITED), LONGER)))
    yield figure("waits_length", classes, middle((each.whose, days) for each, days in lengths))
    yield figure("waits_kind", kinds, middles={
        kind: middle((each.whose, days) for each, days in lengths if each.kind == kind) for kind in WAIT_KINDS})


def _waited(wait: WaitLine, until: date) -> int:
    return max(0, (min(wait.answered_on or until, until) - wait.since).days)


def _stays(c: Counting) -> Iterator[Figure]:
    ended = [(each, days_of(each, each.left_on)) for each in c.lines.stays
             if each.left_on is not None and c.has(each.left_on)]
    classes, how = alike(
        told(((each.whose, by_class(days, STAYED, LONGER)) for each, days in ended),
             (*(key for key, _most in STAYED), LONGER)),
        told(((each.whose, each.left_how.value if each.left_how is not None else NOT_SAID) for each, _days in ended),
             (*(each.value for each in LeftHow), NOT_SAID)))
    yield figure("stays_length", classes, middle((each.whose, days) for each, days in ended))
    yield figure("stays_how", how)


def days_of(stay: StayLine, until: date) -> int:
    """Both ends are counted, as everywhere."""
    return max(0, (until - stay.admitted_on).days) + 1


def _long_stays(c: Counting) -> Figure:
    """What those wait for who have stayed long when the time ends: the wait that is the longest."""
    waits: dict[str, WaitLine] = {}
    for wait in sorted(c.lines.waits, key=lambda line: line.since, reverse=True):
        if wait.since <= c.until and (wait.answered_on is None or wait.answered_on > c.until):
            waits[wait.whose] = wait
    still = [each for each in c.lines.stays if days_of(each, c.until) > LONG_STAY
             and (each.left_on is None or each.left_on > c.until)]
    return figure("long_stays", told(
        ((each.whose, waits[each.whose].kind if each.whose in waits else NOTHING) for each in still),
        (*WAIT_KINDS, NOTHING)))


def _home_kept(c: Counting) -> Figure:
    """Half a year after somebody moved into a home of their own: whether they have come back here."""
    ended = [(each.whose, each.left_on, later(each.left_on, HALF_A_YEAR)) for each in c.lines.stays
             if each.left_on is not None and each.leaves_to is LeavesTo.OWN_HOME and each.left_how is not LeftHow.DIED]
    known = [each for each in ended if c.is_known(each[2], done=False)]
    whose, came = {each[0] for each in known}, dict[str, list[date]]()
    for stay in c.lines.stays:
        if stay.whose in whose:
            came.setdefault(stay.whose, []).append(stay.admitted_on)
    return figure("home_kept", told(((who, NO if any(left < day <= until for day in came[who]) else YES)
                                     for who, left, until in known), (YES, NO)))


REACH_BACK = timedelta(HALF_A_YEAR + 1)                  # so far before a time a stay must have ended to be counted
