"""The one paper of a meeting, in its first two states: the invitation, and the agenda that grows out of it.

Each gets what a consent covers, line by line, and is told where something is left out. The citizen's own copy
holds all.
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.blank_form import lines_of_form
from borgerplan_desktop.documents.meeting_context import (
    FACTS,
    MeetingPage,
    begin_meeting,
    called,
    head,
    no_meeting,
    our_name_and_number,
    when_and_where,
    why_allowed,
)
from borgerplan_desktop.documents.meeting_parts import points, together, who_comes
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper.state_strip import state_strip
from borgerplan_desktop.documents.paper_frame import finish, our_phone, phone_words
from borgerplan_desktop.documents.paper_words import in_sentence
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import MeetingStatus

INVITATION, AGENDA, MINUTES = range(3)                   # the states of the one paper
FORM_LINES = 6                                           # of an agenda to fill in by pen


def invitation_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                   today: date) -> bytes:
    """The invitation as a PDF; `about` is the meeting and the reader (`MeetingFor.key`), "" = the next, the citizen's.

    Raises LookupError for a case without citizen, or a meeting or reader that is not there, NotCovered where no consent
    covers the reader, ValueError for a language not spoken.
    """
    return _paper(case, about, INVITATION, language, large_print, today)


def agenda_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False, today: date) -> bytes:
    """The same paper grown into the agenda, with the clock of every point. Raises as `invitation_pdf`."""
    return _paper(case, about, AGENDA, language, large_print, today)


def show_state(page: MeetingPage, state: int) -> None:
    """Which of the three states of the paper this is."""
    p = page.p
    states = (p.say("Invitation"), p.say("Agenda"), p.say("Minutes"))
    state_strip(p.galley, states, state, p.say("{state}: this is what you have here", state=states[state]))


def _paper(case: Case, about: str, state: int, language: str, large_print: bool, today: date) -> bytes:
    page = begin_meeting(case, about, language, large_print, today, held=False)
    if not isinstance(page, MeetingPage):
        return no_meeting(page, page.say("Invitation") if state == INVITATION else page.say("Agenda"))
    p, g = page.p, page.p.galley
    title = p.say("Invitation") if state == INVITATION else p.say("Agenda")
    staff, number = p.name_of(p.contact_person), our_phone(p)
    under = [p.say("Written {date} by {name}", date=p.words.day(today), name=staff) if staff else
             p.say("Written {date}", date=p.words.day(today)), Said(p.issuer.strip()),
             Said(p.address if p.issuer.strip() else ""), in_sentence(phone_words(p, number))]
    # "Mødelokale 2": whose house is it, and where does it lie?
    head(page, p.say("Meeting with {name}", name=called(p)), ", ".join(part for part in under if part))
    show_state(page, state)
    off = page.meeting.status is MeetingStatus.CALLED_OFF
    with g.inside("Sect"), g.together(FACTS):
        if off:
            parts.row(g, p.say("The meeting is called off"), (
                p.say("Nobody is to come. We tell you when there is a new day."), g.sheet.strong))
        when_and_where(page)
        parts.row(g, p.say("How"), *[Said(line) for line in page.meeting.form.splitlines()], after=.25)
        mine = page.mine
        if mine is not None and page.to is not None:     # the citizen knows why; the table says it to the others
            parts.row(g, p.say("This is why you are there"), (Said(mine.why), g.sheet.strong), after=.25)
        together(page)
        why_allowed(page)
    if state == AGENDA:
        points(page, clocks=True)
        lines_of_form(p, p.say("What we talk about"), FORM_LINES)
        who_comes(page)
    else:
        who_comes(page)
        points(page, clocks=False)
    if not off:
        _before_the_meeting(page)
    if page.to is None:
        _to_the_citizen(page)
    return finish(p, title)


def _before_the_meeting(page: MeetingPage) -> None:
    p, g, by = page.p, page.p.galley, page.meeting.changes_by
    who = our_name_and_number(p) or p.say("us")
    said = [p.say("Think about it: what can you do for {name}?", name=called(p)) if page.to is not None else
            p.say("Think about it: what is most important to you at the meeting?")]
    if by is not None and by >= p.today:
        said.append(p.say("Tell {who} by {date} if something is to be on the agenda. Then everybody gets the changes "
                          "in time.", who=who, date=p.day(by)))
    said.append(p.say("Tell {who} if you cannot come.", who=who))
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("Before the meeting"), before=1)
        parts.items(g, [Item(each) for each in said])


def _to_the_citizen(page: MeetingPage) -> None:
    """What was prepared together stands on the citizen's own copy only."""
    p, g, meeting = page.p, page.p.galley, page.meeting
    with g.inside("Sect"), g.together():
        parts.row(g, p.say("I would like"), *[Said(line) for line in meeting.citizen_wants.splitlines()])
        parts.row(g, p.say("I would rather not talk about"),
                  *[Said(line) for line in meeting.citizen_avoids.splitlines()])
        if meeting.citizen_wants.strip() or meeting.citizen_avoids.strip():
            parts.row(g, "", (p.say("This stands on your own paper only."), g.sheet.quiet))
        parts.row(g, p.say("To {name}", name=called(p)), p.say(
            "You decide who is there. You may take a break whenever you like. Nothing is decided without you."),
            p.say("You need not answer everything, and you may say no to what we suggest."))
