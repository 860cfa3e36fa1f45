"""»What does the meeting mean for me?«: one plain page for the citizen, in 14 points, after the meeting."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from borgerplan_desktop.documents.meeting_context import MeetingPage, begin_meeting, called, no_meeting, when, where
from borgerplan_desktop.documents.meeting_minutes import due_words, next_of
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Galley, Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper.typography import FIRM, INK, Style
from borgerplan_desktop.documents.paper_frame import finish, our_phone, sheet_of
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import next_appointment
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.plan import Agreement, PlanVersion
from borgerplan_desktop.phone_number import phone_number

POINTS = 14 / 12                                         # what is read in peace, perhaps by somebody else aloud
ON_ONE_LINE = .8


def meeting_meaning_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                        today: date) -> bytes:
    """The page as a PDF; `about` is the meeting, "" = the last. It is the citizen's alone.

    Raises LookupError for a case without citizen, or a meeting that is not there, ValueError for a language not spoken.
    """
    page = begin_meeting(case, about.partition("/")[0], language, large_print, today, held=True)
    if not isinstance(page, MeetingPage):
        return no_meeting(page, page.say("What does the meeting mean for me?"), held=True)
    p = page.p
    if not large_print:
        p = replace(p, galley=sheet_of(p.words, large_print, scale=POINTS))
        p.galley.letterhead = page.p.galley.letterhead
    g, meeting = p.galley, page.meeting
    title = p.say("What does the meeting mean for me?")
    held = meeting.started_at or meeting.starts_at
    on = p.day(held.date()) if held is not None else ""
    with parts.beside_letterhead(g) as room:
        parts.paragraph(g, title, g.sheet.kicker, width=room, after=0)
        parts.heading(g, p.say("{name}, this was decided on {date}", name=called(p), date=on) if on else
                      p.say("{name}, this was decided", name=called(p)), level=1, style=_title(g), before=0, after=.25)
    parts.rule(g, FIRM, INK, before=0, after=.5)
    with g.inside("Sect"):
        for line in meeting.meaning.splitlines():
            if line.strip():
                parts.paragraph(g, Said(line), g.sheet.voice if len(meeting.meaning) < 400 else None,
                                width=g.sheet.width)
        if not meeting.meaning.strip():
            parts.labelled_lines(g, p.say("It means"), 3)
    agreed = [each for each in meeting.agreements if each.text.strip()]
    _list(p, p.say("What we agreed on"), _decided(p, meeting))
    mine = [each for each in agreed if each.responsible is not None and each.responsible.is_citizen]
    _list(p, p.say("This is what you do"), [_mine(p, each) for each in mine])
    _list(p, p.say("This is what the others do"), [_theirs(p, each) for each in agreed if each not in mine])
    _list(p, p.say("This was not decided. We take it later"),
          [Said(each.text) for each in meeting.parked if each.text.strip()])
    if meeting.not_adopted_why.strip() and _adopted(p, meeting) is None:
        _list(p, p.say("The plan was not adopted"), [Said(meeting.not_adopted_why)])
    _then(page, p)
    return finish(p, title)


def _title(g: Galley) -> Style:
    """Somewhat smaller than a document's: it is a sentence, and mostly fits on one line."""
    style = g.sheet.title
    return replace(style, size=style.size * ON_ONE_LINE, leading=style.leading * ON_ONE_LINE)


def _adopted(p: PlanContext, meeting: Meeting) -> PlanVersion | None:
    return next(iter(p.case.of(PlanVersion, PlanVersion.meeting_id, meeting.id)), None)


def _decided(p: PlanContext, meeting: Meeting) -> list[str]:
    """What was written as decided while we sat together, so that nobody writes it once more for the citizen."""
    version = _adopted(p, meeting)
    adopted = [p.say("The plan was adopted: version {number}.", number=version.number)] if version is not None else []
    return adopted + [Said(line) for each in meeting.agenda for line in each.decided.splitlines() if line.strip()]


def _list(p: PlanContext, heading: str, texts: Sequence[str]) -> None:
    if not texts:
        return
    g = p.galley
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, heading, before=.5, after=0)
        parts.items(g, [Item(each) for each in texts], whole=True)    # few of them break: it is to be one page


def _mine(p: PlanContext, agreement: Agreement) -> str:
    due = due_words(p, agreement)
    return Said(f"{agreement.text.strip().rstrip('.')} – {due}") if due else Said(agreement.text)


def _theirs(p: PlanContext, agreement: Agreement) -> str:
    who = p.short_name(agreement.responsible)
    return Said(f"{who}: {_mine(p, agreement)}") if who else _mine(p, agreement)


def _then(page: MeetingPage, p: PlanContext) -> None:
    """The next time, whom to call, and where to say that one does not agree."""
    g, following = p.galley, next_of(p, page.meeting)
    times = next_appointment(p)
    with g.inside("Sect"), g.together():
        g.air(.75)
        if following is not None:
            parts.row(g, p.say("Next meeting"), (when(p, following.starts_at, following.ends_at), g.sheet.strong),
                      *where(p, following))
        elif times:
            parts.row(g, p.say("Your next time"), *times)
        else:
            parts.labelled_lines(g, p.say("Your next time"), 1)
        holder = p.coordinator
        member = holder if holder is not None and not holder.is_citizen and not holder.left_out_of_paper else None
        name = p.full_name(member) if member is not None else p.name_of(p.contact_person)
        number = (member.contact.phone if member is not None else "").strip() or our_phone(p)
        if name:
            parts.row(g, p.say("Are you in doubt?"), p.say(
                "Call {name}, {phone}, also if something comes to a stop.", name=name, phone=phone_number(number))
                if number.strip() else p.say("Go to {name}, also if something comes to a stop.", name=name))
        parts.row(g, p.say("Do you disagree?"), p.say(
            "Tell {name}. The plan can be changed.", name=name) if name else p.say("Tell us. The plan can be changed."),
            p.say("If the municipality has made a decision, the letter says how you complain."))
