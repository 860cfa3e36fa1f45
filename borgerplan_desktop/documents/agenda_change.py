"""The notice that something of a meeting has changed since the reader was sent it, with the agenda as it is now."""
from __future__ import annotations

from datetime import date, datetime

from borgerplan_desktop.documents.meeting_context import (
    MeetingPage,
    begin_meeting,
    call_or_write,
    called,
    letter_head,
    no_meeting,
    when,
    when_and_where,
    where,
    why_allowed,
)
from borgerplan_desktop.documents.meeting_parts import points
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import NEVER, Said
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper_frame import finish
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import TIGHT
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import MeetingStatus
from borgerplan_desktop.model.meeting_edition import (
    AgendaChange,
    MeetingEdition,
    What,
    changes_since,
    edition_of,
    newest_edition,
)


def agenda_change_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                      today: date) -> bytes:
    """The notice as a PDF; `about` is the meeting and the reader (`MeetingFor.key`), "" = the next, the citizen's.

    Raises LookupError for a case without citizen, or a meeting or reader that is not there, NotCovered where no consent
    covers the reader, ValueError for a language not spoken.
    """
    page = begin_meeting(case, about, language, large_print, today, held=False)
    if not isinstance(page, MeetingPage):
        return no_meeting(page, page.say("Changes to the meeting"))
    p, g, meeting = page.p, page.p.galley, page.meeting
    off = meeting.status is MeetingStatus.CALLED_OFF
    title = p.say("The meeting is called off") if off else p.say("Changes to the meeting")
    letter_head(page, title, p.say("Meeting with {name}, written {date}", name=called(p), date=p.words.day(today)))
    with g.inside("Sect"):
        if off:
            parts.row(g, p.say("It was"), when(p, meeting.starts_at, meeting.ends_at), *where(p, meeting))
            parts.row(g, p.say("It means"), p.say("Nobody is to come. We tell you when there is a new day."))
        else:
            _what_changed(page, _sent(page))
        why_allowed(page)
    if not off:
        with g.inside("Sect"):
            parts.heading(g, p.say("So it is now"), before=1)
            when_and_where(page)
        points(page, clocks=True)
    g.slabs[-1].hold = NEVER                             # whom to ask, alone on a page, is no answer to anything
    call_or_write(page, p.say("Questions?"))
    return finish(p, title)


def _sent(page: MeetingPage) -> MeetingEdition | None:
    """What the reader was sent; the newest of all where nobody knows what they have."""
    mine = edition_of(page.mine) if page.mine is not None else None
    return mine or newest_edition(page.meeting)


def _what_changed(page: MeetingPage, sent: MeetingEdition | None) -> None:
    p, g = page.p, page.p.galley
    if sent is None:
        parts.paragraph(g, p.say("No invitation has been sent yet, so nothing has changed since."))
        return
    parts.paragraph(g, p.say("This has changed since what you were sent on {date}.", date=p.day(sent.made_at.date())))
    found = changes_since(page.meeting, sent, p.covered)
    rows: list[list[Content]] = [[p.say(each.what.label), _before(p, each), _after(p, each)] for each in found
                                 if each.what is not What.ORDER]
    if rows:
        table(g, (p.say("What"), p.say("Before"), p.say("Now")), rows, (112, 150, 160), names=0, pad=TIGHT)
        g.air(.75)
    if any(each.what is What.ORDER for each in found):
        parts.paragraph(g, p.say("The points come in another order."))
    if not found:
        parts.paragraph(g, p.say("There is no change in what you have."))


def _before(p: PlanContext, change: AgendaChange) -> str:
    if change.what is What.NEW_POINT:
        return "–"
    if change.what is What.HELD_AS:
        return p.say(change.before)
    return _said(p, change.before, change.times_before, change.minutes[0])


def _after(p: PlanContext, change: AgendaChange) -> str:
    if change.what is What.POINT_GONE:
        return "–"
    if change.what is What.HELD_AS:
        return p.say(change.after)
    return _said(p, change.after, change.times_after, change.minutes[1])


def _said(p: PlanContext, words: str, times: tuple[datetime | None, datetime | None], minutes: int) -> str:
    if times != (None, None):
        return when(p, *times)
    if minutes:
        return Said(f"{words.strip()} ({p.say('{n} min.', n=minutes)})")
    return Said(words) if words.strip() else p.say("nothing")
