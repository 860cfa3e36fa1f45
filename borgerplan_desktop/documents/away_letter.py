"""The letter to somebody who was asked to the meeting and did not come: no blame, what is theirs to do, what now."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.meeting_context import (
    MeetingPage,
    begin_meeting,
    call_or_write,
    called,
    letter_head,
    no_meeting,
    when,
    where,
    why_allowed,
)
from borgerplan_desktop.documents.meeting_minutes import due_words, next_of
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper_frame import finish, our_phone, phone_words
from borgerplan_desktop.model.case import Case


def away_letter_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                    today: date) -> bytes:
    """The letter as a PDF; `about` is the meeting and whom it is to (`MeetingFor.key`), "" = the last, the citizen.

    Raises LookupError for a case without citizen, or a meeting or reader that is not there, NotCovered where no consent
    covers them, ValueError for a language not spoken.
    """
    page = begin_meeting(case, about, language, large_print, today, held=True)
    if not isinstance(page, MeetingPage):
        return no_meeting(page, page.say("We missed you at the meeting"), held=True)
    p, g, meeting = page.p, page.p.galley, page.meeting
    title = p.say("We missed you at the meeting")
    letter_head(page, title, p.words.day(today))
    member = page.to or (page.mine.member if page.mine is not None else None)
    held = meeting.started_at or meeting.starts_at
    with g.inside("Sect"):
        if member is not None:
            parts.paragraph(g, p.say("Dear {name}", name=called(p) if page.to is None else
                                     p.full_name(member)))
        on = p.words.day(held.date()) if held is not None else ""
        if page.to is None:
            parts.paragraph(g, p.say("You were not at your meeting on {date}.", date=on) if on else
                            p.say("You were not at your meeting."))
        else:
            name = called(p)
            parts.paragraph(g, p.say("You were asked to the meeting with {name} on {date}, and we missed you.",
                                     name=name, date=on) if on else
                            p.say("You were asked to the meeting with {name}, and we missed you.", name=name))
        parts.paragraph(g, p.say("Tell us what it takes for you to come the next time: another day, another place, by "
                                 "telephone?"))
        why_allowed(page)
    yours = [each for each in meeting.agreements if each.text.strip() and member is not None
             and each.responsible_id == member.id and p.covered.agreement(each)]
    if yours:
        with g.inside("Sect"), g.together(.5):
            parts.heading(g, p.say("We hope that you will do this"), before=1)
            parts.items(g, [Item(Said(each.text), more=(due,) if (due := due_words(p, each)) else ())
                            for each in yours])
            parts.paragraph(g, p.say("Nothing of it is agreed until you have said yes."))
    with g.inside("Sect"), g.together():
        following = next_of(p, meeting)
        if following is not None:
            parts.row(g, p.say("Next meeting"), (when(p, following.starts_at, following.ends_at), g.sheet.strong),
                      *where(p, following))
        call_or_write(page, p.say("Answer"))
        g.air(.75)
        staff = p.contact_person
        parts.row(g, p.say("Kind regards"), Said(", ".join(part for part in (
            p.name_of(staff), staff.title if staff is not None else "") if part)), Said(p.issuer),
            phone_words(p, our_phone(p)))
    return finish(p, title)
