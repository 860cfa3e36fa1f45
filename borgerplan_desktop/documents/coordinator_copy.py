"""The citizen's own copy of the notice: what each partner gets to know of them, and who gets nothing."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from borgerplan_desktop.documents.coordinator_parts import ending, has_ended, who_it_is
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper_frame import begin, finish
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import by_date, say_what_should_have_been, tasks_of
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import ConsentState, Topic, state_of
from borgerplan_desktop.model.course import ended_coordination
from borgerplan_desktop.model.covered import covered_for
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.told import Told, partners, to_tell_of, told_of

TOLD = (ConsentState.GIVEN, ConsentState.PARTLY)


def coordinator_copy_pdf(case: Case, *, language: str = "da", large_print: bool = False, today: date) -> bytes:
    """The copy as a PDF. Raises LookupError for a case without citizen, ValueError for a language not spoken."""
    p = begin(case, language, large_print, today)
    g, name = p.galley, p.citizen.first_name.strip()
    title = p.say("This is what your partners get to know")
    parts.title(g, p.say("Your own copy"), title, p.say("For {name}", name=name) if name else "")
    parts.paragraph(g, p.say("This paper is for you alone. Each of them gets a paper of their own, with no more in it "
                             "than you have said yes to."))
    with g.inside("Sect"):
        if has_ended(p):
            ending(p, says_what_follows=True)
        else:
            who_it_is(p)
    what = to_tell_of(p.case)
    holder = what[1].member_id if what is not None else None
    others = [member for member in partners(p.case, today) if member.id != holder]
    with g.inside("Sect"):
        parts.heading(g, p.say("Who gets what"), before=1)
        if not has_ended(p) and _is_late(p, others):
            say_what_should_have_been(p)
        for hears, members in _groups(p, others):
            _group(p, hears, members)
        if not others:
            parts.paragraph(g, p.say("Nobody outside the house takes part yet."))
    with g.inside("Sect"), g.together():
        g.air(.5)
        parts.paragraph(g, p.say("You can change your mind whenever you like. Tell us, and we share no more."))
    return finish(p, title)


@dataclass(frozen=True)
class _Hears:
    """What a partner gets to know: the lines, or the sentence that says why there are none."""

    lines: tuple[str, ...] = ()
    nothing: str = ""


def _groups(p: PlanContext, members: list[NetworkMember]) -> list[tuple[_Hears, list[NetworkMember]]]:
    """Those who get to know the same stand together, so that nobody reads the same list four times."""
    found: dict[_Hears, list[NetworkMember]] = {}
    for member in members:
        found.setdefault(_hears(p, member), []).append(member)
    return list(found.items())


def _group(p: PlanContext, hears: _Hears, members: list[NetworkMember]) -> None:
    g, names = p.galley, p.words.listed([p.full_name(member) for member in members])
    style = g.sheet.quiet
    room = g.sheet.width - style.width(p.say("{names}, continued", names=""))
    short = p.words.listed([p.short_name(member) for member in members])
    goes_on = p.say("{names}, continued", names=style.shortened(names if style.width(names) <= room else short, room))
    with g.inside("Sect"), g.carrying(parts.carried_line(g, goes_on)), g.together(.5, otherwise=.1):
        parts.heading(g, p.say("{names} will hear:", names=names) if hears.lines else names, level=3,
                      style=g.sheet.strong, before=.5, after=.1)
        if hears.lines:
            parts.items(g, [Item(line) for line in hears.lines], gap=.1, after=.25)
        for member in members:
            if (told := _told(p, member)) is not None:
                parts.paragraph(g, p.say("{name} was told {date}.", name=p.full_name(member), date=p.day(told.on)),
                                x=g.sheet.axis, after=.25)
        if hears.nothing:
            parts.paragraph(g, hears.nothing, x=g.sheet.axis)


def _is_late(p: PlanContext, members: list[NetworkMember]) -> bool:
    """Whether one of them hears of a day that is over."""
    return any(p.passed(task.due) for member in members if state_of(p.case, member, p.today) in TOLD
               for task in tasks_of(_for(p, member), "") if not task.done)


def _for(p: PlanContext, member: NetworkMember) -> PlanContext:
    """What they may be told, in a paper that stays the citizen's: it names them no more than any other does."""
    return replace(p, covered=replace(covered_for(p.case, member, p.today), reader=p.covered.reader))


def _told(p: PlanContext, member: NetworkMember) -> Told | None:
    what = to_tell_of(p.case)
    return told_of(p.case, *what, member) if what is not None else None


def _hears(p: PlanContext, member: NetworkMember) -> _Hears:
    """In words to the citizen, line by line."""
    told = _told(p, member) is not None
    match state_of(p.case, member, p.today):
        case state if state in TOLD:
            return _Hears(tuple(_covered(p, member)))
        case ConsentState.NOT_ASKED | ConsentState.EXPIRED:
            return _Hears(nothing=p.say("Nothing more. We ask you first.") if told else
                          p.say("Nothing yet. We ask you first."))
        case _:
            return _Hears(nothing=p.say("Nothing more. You have not said yes to it.") if told else
                          p.say("Nothing. You have not said yes to it."))


def _covered(p: PlanContext, member: NetworkMember) -> list[str]:
    theirs = _for(p, member)
    if has_ended(p):
        ended = ended_coordination(p.case)
        follows = ended is not None and bool(ended.plan_for_after.strip()) and Topic.PLAN in theirs.covered.topics
        return [p.say("That coordination has ended."), *([p.say("What happens now.")] if follows else [])]
    me = p.say("You")
    every, shown = ([task for task in by_date(tasks_of(each, me)) if not task.done] for each in (p, theirs))
    lines: list[str] = [Said(": ".join(part for part in (task.who, task.what) if part)
                             + (f" – {task.when}" if task.when else "")) for task in shown]
    left = len(every) - len(shown)
    return [p.say("Who is coordinator."), *lines, *([p.words.say_many(
        "{n} other agreement stays between us.", "{n} other agreements stay between us.", left)] if left else [])]
