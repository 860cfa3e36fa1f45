"""The figures of how we work: meetings, agreements, what came of the words of the citizens, the time after."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from borgerplan_desktop.model.figures.figure import Counting, Figure, Part, figure
from borgerplan_desktop.model.figures.hiding import NO, YES, Told, alike, at_once, mean, told
from borgerplan_desktop.model.figures.lines import MeetingLine, RatingLine
from borgerplan_desktop.model.figures.period import slices
from borgerplan_desktop.model.meeting import QUESTIONS

QUESTION_KEYS = tuple(field.key for field, _words in QUESTIONS)


def work_figures(c: Counting) -> Iterator[Figure]:
    yield from _meetings(c)
    for key, ours in (("agreements_ours", True), ("agreements_theirs", False)):
        yield figure(key, _share((each.whose, each.done) for each in c.lines.agreements
                                 if each.ours is ours and c.is_known(each.due_on, each.done)))
    yield _earlier_plans(c)
    yield from _feedback(c)
    yield figure("changed", _share((each.whose, each.changed) for each in c.lines.said if c.has(each.on)))
    yield _own_numbers(c)
    yield figure("health_goals", _share((each.whose, each.reached) for each in c.lines.goals if c.has(each.on)))
    yield figure("calls", _share((each.whose, each.made) for each in c.lines.calls if c.is_known(each.on, each.made)))
    yield figure("companion", _share((each.whose, each.has_companion) for each in c.lines.after_care
                                     if c.has(each.began_on)))
    yield from _objectives(c)


def _share(each: Iterator[tuple[str, bool]]) -> Told:
    return told(((whose, YES if yes else NO) for whose, yes in each), (YES, NO))


def _meetings(c: Counting) -> Iterator[Figure]:
    found = [each for each in c.lines.meetings if c.has(each.on)]
    held = [each for each in found if not each.called_off]
    there, prepared = alike(told(((each.whose, _there(each)) for each in held), (YES, NO, "not_noted")),
                            _share((each.whose, each.prepared) for each in held))
    yield figure("meetings", told(((each.whose, "called_off" if each.called_off else "held") for each in found),
                                  ("held", "called_off"), whole_as_well=True))
    yield figure("there", there)
    yield figure("prepared", prepared)
    yield figure("takes_part", at_once(((each.whose, _there(each), each.prepared) for each in held), YES, there.total))


def _there(meeting: MeetingLine) -> str:
    return "not_noted" if meeting.there is None else YES if meeting.there else NO


def _objectives(c: Counting) -> Iterator[Figure]:
    """Those of the six that are not told with something else."""
    yield figure("knowledge", _share((each.whose, each.from_directory) for each in c.lines.help if c.has(each.on)))
    yield figure("ways", _share((each.whose, each.channel_said and each.has_contact) for each in c.lines.courses
                                if c.has(each.first_contact_on)))
    yield figure("roles", _share((each.whose, each.is_clear) for each in c.lines.agreements if c.has(each.made_on)))
    yield figure("shared", _share((each.whose, each.all_agree) for each in c.lines.agreed if c.has(each.on)))
    yield figure("partners", _share((each.whose, each.came) for each in c.lines.partners if c.has(each.on)))


def _earlier_plans(c: Counting) -> Figure:
    found = [each for each in c.lines.earlier_plans if c.has(each.on)]
    shares = told(((each.whose, "replaced" if each.replaced else "kept") for each in found), ("replaced", "kept"))
    n, citizens = shares.parts["replaced"], {each.whose for each in found if each.replaced}
    return figure("earlier_plans", shares, n / len(citizens) if n else None)


def _feedback(c: Counting) -> Iterator[Figure]:
    """Of the questions only the averages are told: how many skipped one of them could be few."""
    found = [each for each in c.lines.feedback if c.has(each.on)]
    begins = [each.first for each in slices(c.span) if each.first <= c.until]
    keys = [each.isoformat() for each in begins]
    sheets = [(each.whose, keys[bisect_right(begins, each.on) - 1], [n for n in each.answers if n is not None])
              for each in found]
    asked, parts = alike(told(((each.whose, YES) for each in found), (YES,)),
                         told(((whose, key) for whose, key, _answers in sheets), keys))
    yield Figure("feedback", asked.total, tuple(
        Part(key, None, mean((each.whose, answer) for each in found if (answer := each.answers[at]) is not None))
        for at, key in enumerate(QUESTION_KEYS)) if asked.total else ())
    yield figure("feedback_when", parts, middles={key: mean(
        (whose, sum(answers) / len(answers)) for whose, at, answers in sheets if at == key and answers)
        for key in keys})


def _own_numbers(c: Counting) -> Figure:
    """The first and the last number of the time, of each thing that was asked about at least twice."""
    about: dict[tuple[str, str], list[RatingLine]] = {}
    for each in sorted(c.lines.ratings, key=lambda line: line.on):
        if c.has(each.on):
            about.setdefault((each.whose, each.about), []).append(each)
    moved = ((whose, _way(numbers[-1].value - numbers[0].value)) for (whose, _what), numbers in about.items()
             if numbers[0].on < numbers[-1].on)
    return figure("own_numbers", told(moved, ("up", "same", "down")))


def _way(by: int) -> str:
    return "up" if by > 0 else "down" if by < 0 else "same"
