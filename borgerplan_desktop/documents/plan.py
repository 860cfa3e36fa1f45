"""Borgerens Plan: the one paper that the citizen takes home, made from the case and nothing else."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.build import Footer, build
from borgerplan_desktop.documents.paper.course_line import CourseLine, CourseWords
from borgerplan_desktop.documents.paper.galley import Galley, Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper.sheet import Sheet
from borgerplan_desktop.documents.plan_goals import goals, ladder
from borgerplan_desktop.documents.plan_network import network
from borgerplan_desktop.documents.plan_setting import PlanSetting, shortened
from borgerplan_desktop.documents.plan_together import appointments, cooperation, signing, who_does_what
from borgerplan_desktop.documents.printable import printable
from borgerplan_desktop.documents.words import Words
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import current_course, current_stay
from borgerplan_desktop.model.plan import PlanVersion

LARGE = 4 / 3                                            # 16 pt instead of 12


def plan_pdf(case: Case, *, language: str = "da", large_print: bool = False, today: date,
             version: PlanVersion | None = None) -> bytes:
    """The plan as a PDF: `version` is the adopted one it is printed as; without it, it is a draft of `today`.

    Raises LookupError for a case without citizen, course or plan, ValueError for a language the paper does not speak.
    """
    p = written(case, language, large_print, today, draft=version is None)
    edition = p.say("version {number}", number=version.number) if version else p.say("draft")
    dated = p.words.day(version.adopted_on if version else today)
    footer = Footer((p.citizen.name or p.citizen.first_name, p.say("The citizen's plan"), edition, dated),
                    p.say("page {page} of {total}"))
    return build(p.galley, title_of(p), footer)


def written(case: Case, language: str, large_print: bool, today: date, *, draft: bool) -> PlanSetting:
    """The whole plan on its galley, not cut into pages yet."""
    words = Words(language)
    case = printable(case, words)
    p = PlanSetting(case, words, Galley(Sheet(LARGE if large_print else 1.0, language), words.tag), today)
    head(p, draft=draft)
    own_words(p)
    course(p)
    goals(p)
    ladder(p)
    cooperation(p)
    who_does_what(p)
    appointments(p)
    signing(p, draft=draft)
    network(p)
    return p


def title_of(p: PlanSetting) -> str:
    name = shortened(p.citizen.first_name.strip())
    return p.say("Plan for {name}", name=name) if name else p.say("My plan")


def head(p: PlanSetting, *, draft: bool) -> None:
    stay, shelter = current_stay(p.case), p.shelter
    room = p.say("room {room}", room=stay.room) if stay and stay.room.strip() else ""
    under = ", ".join(part for part in (p.citizen.name, shelter.name if shelter else "", room) if part.strip())
    kind = p.say("The citizen's plan")
    parts.title(p.galley, f"{kind} · {p.say('draft')}" if draft else kind, title_of(p), under)


def own_words(p: PlanSetting) -> None:
    """The citizen's words come first, and are never changed."""
    g, plan = p.galley, p.plan
    with g.inside("Sect"):
        first = plan.situation.strip() or plan.hopes.strip()
        if first:
            parts.quote(g, Said(first), big_mark=True)
        else:
            parts.heading(g, p.say("In my own words"), before=0)
            parts.writing_lines(g, 6 if g.sheet.stacked else 8)
        _voice(p, p.say("What matters most now"), plan.matters_now, lines=2 if g.sheet.stacked else 3)
        if plan.situation.strip():
            _voice(p, p.say("Hopes and dreams"), plan.hopes)
        _points(p, p.say("What I am good at and bring with me"), plan.strengths,
                lines=3 if g.sheet.stacked else 5)
        g.air(.75)
        parts.row(g, p.say("What I would like help with"), Said(plan.help_wanted))
        parts.row(g, p.say("What I can do myself"), Said(plan.can_do_myself))


def _voice(p: PlanSetting, heading: str, text: str, lines: int = 0) -> None:
    """A heading with the citizen's words in large type; where there are none, lines to write on (or nothing)."""
    g = p.galley
    if not text.strip() and not lines:
        return
    with g.together(.5):
        parts.heading(g, heading, before=1.25)
        if text.strip():
            parts.quote(g, Said(text))
        else:
            parts.writing_lines(g, lines)


def _points(p: PlanSetting, heading: str, text: str, lines: int = 0) -> None:
    """A heading with the citizen's words as points, one for each line they are written on."""
    g = p.galley
    entries = [Item(Said(line)) for line in text.splitlines() if line.strip()]
    if not entries and not lines:
        return
    with g.together(.3, otherwise=.1):
        parts.heading(g, heading, before=1.25)
        if len(entries) == 1:
            parts.paragraph(g, entries[0].text, x=g.sheet.axis)
        elif entries:
            parts.items(g, entries, gap=.25)
        else:
            parts.writing_lines(g, lines)


def course(p: PlanSetting) -> None:
    """Where we are on the way to a finished plan."""
    found = current_course(p.case)
    g, week, started = p.galley, found.week(p.today), p.day(found.first_contact_on)
    line = CourseLine(g.sheet, week, CourseWords(
        start=(p.say("First talk"), started),
        today=(p.say("Today"), p.say("week {number}", number=week)),
        target=(p.say("Our aim"), p.say("week 6–7")),
        before=(p.say("How it used to be"), p.say("about 3 months"))))
    alt = p.say("Time line. First talk {date}. Today is week {week}. The aim is a finished plan in week 6–7. "
                "It used to take about 3 months.", date=started, week=week)
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("How far we have come"))
        parts.figure(g, g.sheet.width, line.height, line.paint, alt)
