"""What is different in the plan: two versions beside each other, part by part, what was and what is now.

What is new is underlined and what is gone is struck through, and each has a word that says so: it is read without
colours. For somebody else than the citizen it says only what the consent covers, line by line.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import groupby

from borgerplan_desktop.documents.case_file import CaseFileError, read_case
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.table import Cell, Content, table
from borgerplan_desktop.documents.paper_frame import as_paper_says_it, begin, finish, say_what_is_covered
from borgerplan_desktop.documents.paper_words import in_sentence
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.compared_versions import DRAFT, Compared, usual, version_of
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.covered import EVERYTHING, Covered, covered_for
from borgerplan_desktop.model.difference_words import Difference, Language, Told, in_words
from borgerplan_desktop.model.everyday_health import Habit
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.papers import EarlierPlan, Reader
from borgerplan_desktop.model.plan import Agreement, Goal, PlanVersion
from borgerplan_desktop.model.plan_difference import How, PlanDifference, RowChange, plan_difference
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.text_difference import text_difference

TIGHT = .15                                              # lines above and below the words of a row


def plan_difference_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False, today: date,
                        kept: Mapping[str, bytes] | None = None) -> bytes:
    """The paper as a PDF. `about` says which two versions, and for whom (`Compared.key`); "" = the draft against the
    newest adopted one. `kept` are the frozen cases by their digests; of one that is not among them it says so.

    Raises LookupError for a case without citizen or plan, or without the reader, ValueError for a language not spoken,
    NotCovered where the reader may not be told of the plan.
    """
    compared = Compared.of(about) if about else usual(case)
    reader = case.get(NetworkMember, compared.reader) if compared is not None and compared.reader else None
    if compared is not None and compared.reader and reader is None:
        raise LookupError("the reader is not on the map any more")       # never everything to somebody unknown
    covered = covered_for(case, reader, today) if reader is not None else EVERYTHING
    if reader is not None and not covered.line(None):
        raise NotCovered(may_share(case, reader, Topic.PLAN, today).reason)
    p = begin(case, language, large_print, today, covered=covered,
              reader=Reader.OTHERS if reader is not None else Reader.CITIZEN)
    title = p.say("What is different in the plan")
    kicker = p.say("The citizen's plan")
    if reader is not None:
        copy = p.say("copy for {name}", name=p.full_name(p.case.get(NetworkMember, reader.id)))
        kicker = f"{kicker} · {copy}"
    parts.title(p.galley, kicker, title, _between(p, compared) if compared is not None else "")
    if compared is None:
        parts.paragraph(p.galley, p.say("No version of the plan has been adopted yet, so there is nothing to compare."))
        return finish(p, title)
    before, after = (_version(p, case, number, kept or {}) for number in (compared.before, compared.after))
    if before is None or after is None:
        parts.paragraph(p.galley, p.say("An older version does not lie here as it was adopted, so it cannot be "
                                        "compared."))
        return finish(p, title)
    _differences(p, plan_difference(before, after))
    return finish(p, title)


def _between(p: PlanContext, compared: Compared) -> str:
    """"Udgave 1 (vedtaget 12. november) og udkastet"."""
    return p.say("{before} and {after}", before=_called(p, compared.before), after=in_sentence(
        _called(p, compared.after)))


def _called(p: PlanContext, number: int) -> str:
    version = version_of(p.case, number)
    return p.say("Version {number} ({date})", number=number, date=p.day(version.adopted_on)) if version is not None \
        else p.say("The draft ({date})", date=p.day(p.today))


def _version(p: PlanContext, case: Case, number: int, kept: Mapping[str, bytes]) -> Case | None:
    """A version as it may stand on this paper; None = it is not kept, or broken."""
    if number == DRAFT:
        return p.case
    version: PlanVersion | None = version_of(case, number)
    if version is None:
        return None
    if not version.case_digest:                          # the file is itself the frozen one
        return p.case
    content = kept.get(version.case_digest)
    try:
        return as_paper_says_it(read_case(content).case(), p.words, case) if content is not None else None
    except CaseFileError:
        return None


def _differences(p: PlanContext, difference: PlanDifference) -> None:
    found = list(in_words(difference, Language(p.say, p.day, p.full_name, area=p.area), _may_say(p.covered)))
    if not found:
        parts.paragraph(p.galley, p.say("There is no difference.") if p.covered.all_areas else
                        p.say("There is no difference in what the consent covers."))
        return
    words = p.say("Only what is different stands here. What is new is underlined, and what is gone is struck through.")
    parts.paragraph(p.galley, words)
    say_what_is_covered(p)
    for section, rows in groupby(found, key=lambda each: each.section):
        with p.galley.inside("Sect"):
            parts.heading(p.galley, p.say(section.label), before=1.25)
            before = ""
            for within, each_goal in groupby(rows, key=lambda each: each.within):
                if within and within != before:          # else it was just said what the goal itself has of new
                    parts.heading(p.galley, within, level=3, style=p.galley.sheet.strong, before=.5, after=.25)
                for each in each_goal:
                    with p.galley.together(.25, otherwise=.1):
                        _difference(p, each)
                    before = each.head


def _may_say(covered: Covered) -> Callable[[RowChange | None, RowChange], bool]:
    """Whether a row may be told: what it was about then and what it is about now are both covered."""
    def said(goal: RowChange | None, change: RowChange) -> bool:
        rows = [row for each in (goal, change) if each is not None for row in (each.before, each.after)]
        return all(_may_be_said(covered, row) for row in rows if row is not None)
    return said


def _may_be_said(covered: Covered, row: Row) -> bool:
    if isinstance(row, Habit):
        return covered.habit(row.kind)
    if isinstance(row, EarlierPlan):
        return covered.earlier_plan(row.kind)
    return covered.agreement(row) if isinstance(row, Agreement) else covered.line(
        row if isinstance(row, Goal) else None)


def _difference(p: PlanContext, difference: Difference) -> None:
    """What it is, what happened to it, and what was and is now."""
    g = p.galley
    happened = p.say(difference.how.label)
    if difference.moved:
        happened = difference.moved if difference.how is How.MOVED else f"{happened}, {difference.moved}"
    head = f"{difference.head} · {in_sentence(happened)}" if difference.head else ""
    if head:
        parts.paragraph(g, head, g.sheet.strong, width=g.sheet.width, after=.15)
    if difference.how is How.CHANGED and difference.told:
        rows: list[list[Content]] = [_row(p, each) for each in difference.told]
        table(g, (p.say("Part of the plan"), p.say("Before"), p.say("Now")), rows, (92, 160, 160), pad=TIGHT)
        g.air(.5)
        return
    for each in difference.told:
        gone = difference.how is How.REMOVED
        parts.row(g, each.label, _words(each, each.before if gone else each.after), after=.25)
    if head:
        g.air(.5)                                        # before what is said next, as below a table


def _row(p: PlanContext, told: Told) -> list[Content]:
    old, new = text_difference(told.before, told.after) if told.own else ((), ())
    nothing = p.say("nothing")
    before = Cell(_words(told, told.before), marked=old) if told.before else nothing
    after = Cell(_words(told, told.after), marked=new) if told.after else nothing
    return [told.label, before, after]


def _words(told: Told, text: str) -> str:
    return Said(text) if told.own else text
