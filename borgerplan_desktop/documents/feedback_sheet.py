"""Two sheets for a pen: the four questions after a talk or a meeting, and the yearly survey, which names nobody."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.latin_names import printable
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.answer_circles import Circle, answers
from borgerplan_desktop.documents.paper.build import Footer, build
from borgerplan_desktop.documents.paper.galley import Galley, Said
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper.typography import Sheet
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.documents.plan import LARGE
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_protected_address import without_the_address
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import ANSWERS, QUESTIONS, Meeting

SURVEY = (N_("Do you feel safe here?"), N_("Are you met with respect?"), N_("Is there somebody here you can talk to?"),
          N_("Do we listen to what you say?"), N_("Do you have a say in what is to happen?"),
          N_("Do you know what stands in your plan?"), N_("Do you get the help we agreed on?"),
          N_("Is it clear who does what?"), N_("Is there something to do during the day?"),
          N_("Have you come closer to what you want?"))
LINES, FEW_LINES = 4, 3


def feedback_sheet_pdf(case: Case, meeting_id: str = "", *, language: str = "da", large_print: bool = False,
                       today: date) -> bytes:
    """The four questions, to answer by hand; about a meeting where one is named.

    Raises LookupError for a case without citizen, ValueError for a language not spoken.
    """
    p = _context(case, language, large_print, today)
    g, name = p.galley, p.citizen.first_name.strip()
    title = p.say("How was it?")
    meeting = p.case.get(Meeting, meeting_id)
    held = (meeting.started_at or meeting.starts_at) if meeting is not None else None
    parts.title(g, p.say("Feedback"), title, p.say("{name}, you decide what you answer.", name=name) if name else
                p.say("You decide what you answer."))
    with g.inside("Sect"):
        parts.paragraph(g, p.say("Put a cross in the circle that fits best. You may skip questions. Only the house "
                                 "sees your answers."))
        if meeting is not None and held is not None:
            parts.row(g, p.say("It is about"), f"{p.say(meeting.kind.label)}, {p.day(held.date())}")
        else:
            parts.labelled_lines(g, p.say("The talk was on"), 1)
    _questions(p, [words for _question, words in QUESTIONS])
    _open(p, p.say("What should we do differently next time?"), LINES)
    parts.paragraph(g, p.say("Thank you. We take it up at the next meeting – or before, if you like."))
    return _built(p, title, p.citizen.name or name)


def survey_pdf(case: Case, *, language: str = "da", large_print: bool = False, today: date) -> bytes:
    """The yearly survey: ten plain questions for everybody who lives here. Nothing on it is about the citizen."""
    p = _context(case, language, large_print, today)
    g = p.galley
    title = p.say("How is it to live here?")
    parts.title(g, p.say("The yearly survey"), title, p.say("{shelter}, {year}", shelter=p.issuer, year=today.year)
                if p.issuer.strip() else str(today.year))
    with g.inside("Sect"):
        parts.paragraph(g, p.say("Put a cross in the circle that fits best. You may skip questions. Write no name: "
                                 "nobody can see who has answered."))
    if g.sheet.stacked:
        _questions(p, SURVEY)
    else:
        words = [p.say(answer) for answer in ANSWERS]
        rows: list[list[Content]] = [[p.say(question), *(Circle(False, word) for word in words)] for question in SURVEY]
        with g.inside("Sect"):
            table(g, (p.say("Question"), *words), rows, (260, 36, 36, 60, 44, 36), pad=.2)
            g.air(.75)
    _open(p, p.say("What is best here?"), FEW_LINES)
    _open(p, p.say("What should we change?"), FEW_LINES)
    return _built(p, title, "")


def _context(case: Case, language: str, large_print: bool, today: date) -> PlanContext:
    words = Words(language)
    g = Galley(Sheet(LARGE if large_print else 1.0, language), words.tag)
    case = printable(case, words)
    if case.the(Citizen).protected_address:
        case = without_the_address(case, words)
    return PlanContext(case, words, g, today)


def _questions(p: PlanContext, questions: tuple[str, ...] | list[str]) -> None:
    """One below the other, each with its circles."""
    g = p.galley
    for number, question in enumerate(questions, 1):
        with g.inside("Sect"), g.together(.6):
            parts.heading(g, f"{number}. {p.say(question)}", style=g.sheet.goal, before=1 if number > 1 else .5,
                          after=.25)
            answers(g, [p.say(answer) for answer in ANSWERS])


def _open(p: PlanContext, question: str, lines: int) -> None:
    g = p.galley
    with g.inside("Sect"), g.together(.6):
        parts.heading(g, question, style=g.sheet.goal, before=1, after=0)
        parts.writing_lines(g, lines, whole=True)


def _built(p: PlanContext, title: str, name: str) -> bytes:
    dated = p.words.day(p.today)
    footer = Footer(tuple(Said(part) for part in (name, title, dated) if part), p.say("page {page} of {total}"),
                    keep=title)
    return build(p.galley, title, footer, About(author=p.issuer, subject=f"{title}, {dated}", on=p.today))
