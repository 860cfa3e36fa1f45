"""Two sheets for a pen: the four questions after a talk or a meeting, and the yearly survey, which names nobody."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.answer_circles import Circle, answers
from borgerplan_desktop.documents.paper.galley import NEVER
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper_frame import begin, finish
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import ANSWERS, QUESTIONS, Meeting

SURVEY = (N_("Do you feel safe here?"), N_("Are you met with respect?"), N_("Is there somebody here you can talk to?"),
          N_("Do we listen to what you say?"), N_("Do you have a say in what is to happen?"),
          N_("Do you know what stands in your plan?"), N_("Do you get the help we agreed on?"),
          N_("Is it clear who does what?"), N_("Is there something to do during the day?"),
          N_("Have you come closer to what you want?"))
LINES, FEW_LINES = 4, 3


def feedback_sheet_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                       today: date) -> bytes:
    """The four questions, to answer by hand; about a meeting where one is named.

    Raises LookupError for a case without citizen, ValueError for a language not spoken.
    """
    p = begin(case, language, large_print, today)
    g, name = p.galley, p.citizen.first_name.strip()
    title = p.say("How was it?")
    meeting = p.case.get(Meeting, about)
    held = (meeting.started_at or meeting.starts_at) if meeting is not None else None
    parts.title(g, p.say("Feedback"), title, p.say("{name}, you decide what you answer.", name=name) if name else
                p.say("You decide what you answer."))
    with g.inside("Sect"):
        parts.paragraph(g, p.say("Put a cross in the circle that fits best. You may skip questions. Only we "
                                 "who work at the shelter see your answers."))
        if meeting is not None and held is not None:
            parts.row(g, p.say("It is about"), f"{p.say(meeting.kind.label)}, {p.day(held.date())}")
        else:
            parts.labelled_lines(g, p.say("The talk was on"), 1)
    _questions(p, [words for _question, words in QUESTIONS])
    _open(p, p.say("What should we do differently next time?"), LINES)
    g.slabs[-1].hold = NEVER                             # no page of thanks alone
    parts.paragraph(g, p.say("Thank you. We talk with you about it first. You decide if it comes up at the "
                             "next meeting."))
    return finish(p, title)


def survey_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False, today: date) -> bytes:
    """The yearly survey: ten plain questions for everybody who lives here. Nothing on it is about the citizen."""
    p = begin(case, language, large_print, today)
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
    return finish(p, title, "")


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
