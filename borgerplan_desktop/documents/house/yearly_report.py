"""The yearly report: the leader's own words, the year's figures beside those of the year before, the six objectives and
the 22 aims. Nobody is named, and few are not told.
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.house.figure_tables import decimal_of, figure_table
from borgerplan_desktop.documents.house.house_paper import HousePaper, begin_house, finish_house
from borgerplan_desktop.documents.ideas_poster import is_to_hang
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.table import Cell, Content, table
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.figures.aims import AIMS, Aim, Track
from borgerplan_desktop.model.figures.hiding import LEAST
from borgerplan_desktop.model.figures.kinds import Group, of_group
from borgerplan_desktop.model.figures.report import Report
from borgerplan_desktop.model.figures.told_words import aim_words, measured
from borgerplan_desktop.model.house_ideas import HouseIdea, IdeaStatus, YearReport


def yearly_report_pdf(case: Case, report: Report, year: int, *, language: str = "da", large_print: bool = False,
                      today: date) -> bytes:
    """The paper as a PDF, of the shelter's case and the figures of that year. Raises ValueError for a language not
    spoken.
    """
    p = begin_house(case, language, large_print, today)
    g, title = p.galley, p.say("Yearly report {year}", year=year)
    written = next((each for each in p.case.all(YearReport) if each.year == year), None)
    parts.title(g, Said(p.shelter), title, p.say(
        "Counted from all courses, with nobody named. A number of fewer than {n} citizens is not told.", n=LEAST))
    _own_words(p, p.say("Foreword"), written.foreword if written is not None else "")
    _say_if_not_over(p, report)
    now, before = _called(report.now.span.first, report.now.span.last), ""
    if report.before is not None:
        before = _called(report.before.span.first, report.before.span.last)
    _figures(p, report, now, before)
    _ideas(p, year)
    _aims(p, report)
    _own_words(p, p.say("What we learned"), written.learned if written is not None else "")
    _own_words(p, p.say("Next year"), written.next_year if written is not None else "")
    return finish_house(p, title)


def _own_words(p: HousePaper, heading: str, words: str) -> None:
    """What the leader wrote, paragraph by paragraph; nothing where nothing is written."""
    found = [line for line in words.splitlines() if line.strip()]
    if found:
        with p.galley.inside("Sect"):
            parts.heading(p.galley, heading)
            for line in found:
                parts.paragraph(p.galley, Said(line.strip()))


def _say_if_not_over(p: HousePaper, report: Report) -> None:
    if p.today <= report.now.span.last:
        parts.paragraph(p.galley, p.say("The year is not over: it is counted until {date}.", date=p.words.day(p.today)))


def _called(first: date, last: date) -> str:
    """A whole year by its number."""
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def _figures(p: HousePaper, report: Report, now: str, before: str) -> None:
    for group in Group:
        with p.galley.inside("Sect"):
            parts.heading(p.galley, p.say(group.label))
            for kind in of_group(group):
                figure_table(p, kind, report, now, before)


def _ideas(p: HousePaper, year: int) -> None:
    """What citizens have said of the house, which is about no course, and what was done in the year."""
    heard = [each for each in p.case.all(HouseIdea) if each.said_on.year == year]
    done = [each for each in p.case.all(HouseIdea) if each.status is IdeaStatus.DONE and each.answered_on is not None
            and each.answered_on.year == year and is_to_hang(each)]
    if not heard and not done:
        return
    with p.galley.inside("Sect"):
        parts.heading(p.galley, p.say("You said – we did"))
        parts.paragraph(p.galley, p.say("Ideas for the house that were heard in the year: {heard}. Answered with "
                                        "something we did: {done}.", heard=len(heard), done=len(done)))
        if done:
            rows: list[list[Content]] = [[Said(each.words.strip()), Said(each.answer.strip())] for each in done]
            table(p.galley, (p.say("You said"), p.say("We did")), rows, (220, 220))
            p.galley.air(.5)


def _aims(p: HousePaper, report: Report) -> None:
    g = p.galley
    with g.inside("Sect"):
        parts.heading(g, p.say("The aims of Borgerens vej"))
        parts.paragraph(g, p.say("The 22 aims of the four tracks, and what is counted of them here."))
        for track in Track:
            parts.heading(g, p.say(track.label), level=3, style=g.sheet.goal, before=.75, after=.25)
            rows: list[list[Content]] = [[aim_words(aim, p.say), _measured(p, aim, report)]
                                         for aim in AIMS if aim.track is track]
            table(g, (p.say("Aim"), p.say("Measured here")), rows, (200, 250))
            g.air(.5)


def _measured(p: HousePaper, aim: Aim, report: Report) -> Content:
    if aim.why_not:
        return p.say("Not measured here, because {why}", why=p.say(aim.why_not))
    first, *more = [f"{what} – {value}" for what, value in measured(aim, report.now, p.say, decimal_of(p))]
    return Cell(first, more)
