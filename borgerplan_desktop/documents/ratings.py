"""How it is going, on paper: a wheel of two days over each other, and each area of life with what was said about it.

The citizen's own copy says it all; somebody else's only the areas that a consent in force covers, and nobody's words.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.rating_wheel import Wheel
from borgerplan_desktop.documents.paper_frame import begin, finish, say_what_is_covered
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import ConsentState, Topic, may_share, state_of
from borgerplan_desktop.model.covered import covered_for, topic_of_area
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import NetworkMember, citizen_member
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.notes import RATING_MAX, Note, NoteLink, RatedBy, Rating, RatingAnswer
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.ratings import answers_in, areas_asked, days_answered, steps_forward, stood_on

SAID = 3                                                 # of the citizen's own words about an area, the newest
FEW = 6                                                  # answers of a line, the newest


def ratings_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False, today: date) -> bytes:
    """The paper as a PDF; `about` = the person of the network it is for, "" = the citizen.

    Raises LookupError for a case without citizen or nobody of that id, NotCovered when no consent in force covers the
    person, ValueError for a language not spoken.
    """
    if not about:
        return _paper(begin(case, language, large_print, today))
    to = case.get(NetworkMember, about)
    if to is None:
        raise LookupError(f"nobody in the network has the id {about!r}")
    covered = covered_for(case, to, today)
    if state_of(case, to, today) not in (ConsentState.GIVEN, ConsentState.PARTLY) or Topic.PLAN not in covered.topics:
        raise NotCovered(may_share(case, to, Topic.PLAN, today).reason)
    return _paper(begin(case, language, large_print, today, reader=Reader.OTHERS, covered=covered), about)


def _paper(p: PlanContext, about: str = "") -> bytes:
    g, title = p.galley, p.say("How it is going")
    name = p.citizen.name or p.citizen.first_name.strip()
    reader = p.case.get(NetworkMember, about)
    if reader is not None:
        copy = p.say("copy for {name}", name=p.full_name(reader))
        parts.title(g, " · ".join((p.say("The citizen's plan"), copy)), title, name)
    else:
        parts.title(g, p.say("My plan"), title, name)
    if reader is not None:
        parts.row(g, p.say("To"), p.full_name(reader), Said(reader.contact.described))
        say_what_is_covered(p)
    parts.paragraph(g, p.say("On a scale from 0 (really hard) to {most} (good as it is).", most=RATING_MAX))
    areas = [area for area in areas_asked(p.case) if topic_of_area(area) in p.covered.topics]
    days = [day for day in days_answered(p.case, RatedBy.CITIZEN) if day <= p.today]
    if days:
        _wheel(p, areas, days)
    for area in areas:
        _area(p, area, nobody_else=not about)
    if not any(answers_in(p.case, area, by) for area in areas for by in RatedBy):
        _form(p, areas)
    return finish(p, title, called=f"{title}, {name}" if about else "")


def _wheel(p: PlanContext, areas: Sequence[LifeArea], days: Sequence[date]) -> None:
    """The newest day over the first, and where it went forward between them."""
    g, case = p.galley, p.case
    now = _those(stood_on(case, RatedBy.CITIZEN, days[0]), areas)
    before = _those(stood_on(case, RatedBy.CITIZEN, days[-1]), areas) if len(days) > 1 else {}
    wheel = Wheel(g.sheet, areas, [p.area(area) for area in areas], now, before)
    told = [_told(p, days[0], now), *([_told(p, days[-1], before)] if before else [])]
    with g.inside("Sect"), g.together():
        parts.figure(g, g.sheet.width, wheel.height, wheel.paint, p.say("A wheel with the areas of life.") + " "
                     + " ".join(told))
        dates = p.say("Full line with dots: {now}. Broken line with squares: {before}.", now=p.day(days[0]),
                      before=p.day(days[-1])) if before else p.say("Full line with dots: {now}.", now=p.day(days[0]))
        parts.paragraph(g, f"{_whose(p)} {dates}", g.sheet.quiet)
    steps = steps_forward(before, now)
    if steps:
        with g.inside("Sect"), g.together(.6):
            parts.heading(g, p.say("Steps forward"), before=1)
            parts.items(g, [parts.Item(p.say("{area}: from {before} to {now} since {date}", area=p.area(step.area),
                                             before=step.before, now=step.now, date=p.day(step.since)))
                            for step in steps], gap=.2)


def _whose(p: PlanContext) -> str:
    """The wheel shows what the citizen answered, not what the contact person did."""
    name = p.citizen.first_name.strip() or p.say("Citizen")
    return p.say("The answers of {name}.", name=name) if p.for_others else p.say("My own answers.")


def _those(answers: Mapping[LifeArea, Rating], areas: Sequence[LifeArea]) -> dict[LifeArea, Rating]:
    return {area: answers[area] for area in areas if area in answers}


def _told(p: PlanContext, on: date, answers: Mapping[LifeArea, Rating]) -> str:
    return f"{p.day(on)}: " + ", ".join(f"{p.area(area)} {each.value}" for area, each in answers.items()) + "."


def _area(p: PlanContext, area: LifeArea, nobody_else: bool) -> None:
    """What each has answered over time; in the citizen's own copy what they said about it too."""
    g = p.galley
    lines = {by: [each for each in answers_in(p.case, area, by) if each.rated_on <= p.today][-FEW:] for by in RatedBy}
    if not any(lines.values()):
        return
    names = {RatedBy.CITIZEN: p.say("I") if nobody_else else p.citizen.first_name.strip() or p.say("Citizen"),
             RatedBy.CONTACT_PERSON: p.name_of(p.contact_person) or p.say("Contact person")}
    with g.inside("Sect"), g.together(.5, otherwise=.2):
        parts.heading(g, p.area(area), style=g.sheet.goal, before=1, after=.25)
        for by, answers in lines.items():
            if answers:
                parts.row(g, names[by], ", ".join(f"{_answer(p, each)} ({p.day(each.rated_on)})" for each in answers))
        if nobody_else and (said := _said(p, area)):
            parts.row(g, p.say("What I have told"), *said)


def _answer(p: PlanContext, rating: Rating) -> str:
    match rating.answer:
        case RatingAnswer.DONT_KNOW:
            return p.say("does not know")
        case RatingAnswer.WONT_SAY:
            return p.say("would rather not say")
    return str(rating.value)


def _said(p: PlanContext, area: LifeArea) -> list[Said]:
    """What was noted last as told by the citizen on the goals of the area: somebody else wrote it down, so it is no
    quotation.
    """
    me = citizen_member(p.case)
    names = (p.citizen.first_name, p.citizen.name, me.contact.name if me is not None else "")
    own = {name.strip() for name in names if name.strip()}
    about = {link.note_id for link in p.case.all(NoteLink)
             if (goal := p.case.get(Goal, link.goal_id)) is not None and goal.area is area}
    found = [note for note in p.case.all(Note) if note.id in about and note.said_by.strip() in own
             and note.day <= p.today]
    found.sort(key=lambda note: (note.day, note.written_at, note.id), reverse=True)
    return [Said(f"{p.day(note.day)}: {note.text.strip()}") for note in found[:SAID]]


def _form(p: PlanContext, areas: Sequence[LifeArea]) -> None:
    """Nobody has been asked yet: room for a pen."""
    with p.galley.inside("Sect"):
        for area in areas:
            parts.labelled_lines(p.galley, p.area(area), 1)
