"""The two codes of the Lommeplan for a telephone's camera: whom to call, and the next appointment; each also in words.
"""
from __future__ import annotations

from collections.abc import Callable
from functools import partial

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.folded import fits, lines_for_a_pen, panel_head
from borgerplan_desktop.documents.paper.galley import Galley, Said
from borgerplan_desktop.documents.paper.qr_code import modules_of, painter
from borgerplan_desktop.documents.paper.text import one_line
from borgerplan_desktop.documents.paper.two_languages import alone, cut_short, main_of
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import hour_of, next_appointment, times_ahead
from borgerplan_desktop.model.contact import Contact
from borgerplan_desktop.model.text import shortened
from borgerplan_desktop.phone_number import phone_number

WIDEST = .8                                              # of the panel's width
SMALLEST_MODULE = 1.6                                    # points, more than half a millimetre
AIR = .5                                                 # lines above the code and below it, and under a head
WORDS_BESIDE, LONGEST_ALT = (96, 64, 32), 160            # characters
LONGEST = 60                                             # characters of a name, an office and the like on a card


def next_time_panel(p: PlanContext) -> None:
    """The next appointment in words, and for the calendar of a telephone; without one lines for a pen."""
    from borgerplan_desktop.documents.calendar_file import event_card

    g, ahead = p.galley, next(iter(times_ahead(p)), None)
    panel_head(g, p.say("My next appointment"))
    if ahead is None:
        lines_for_a_pen(g)
        return
    said = next_appointment(p)
    what, where = (one_line(text, p.words.language) for text in (ahead.what, ahead.where))
    content = event_card(ahead.on, hour_of(ahead.at), what or p.say("An appointment"), where)
    alt = p.say("QR code for the calendar: {appointment}", appointment=cut_short(" ".join(said), LONGEST_ALT))
    room = g.sheet.height - g.height - AIR * g.sheet.line

    hint = p.say("Hold the camera over it: then it is in the calendar.")

    def put(most: int, way: Callable[[str], str], block: Galley) -> None:
        for number, text in enumerate(said):
            words = cut_short(way(text), most if number or len(said) == 1 else LONGEST)
            parts.paragraph(block, type(text)(words), after=0)
        _code(block, room, content, alt, way(hint))

    # in both languages, or in the first alone, before a word of it is left out: it says where to go
    for most, way in ((WORDS_BESIDE[0], str), *((most, alone) for most in WORDS_BESIDE)):
        if fits(g, partial(put, most, way)):
            return
    put(WORDS_BESIDE[-1], main_of, g)                    # a time that is a whole story is cut as any text


def contact_panel(p: PlanContext) -> None:
    """Who holds the threads together, for the contacts of a telephone; else my contact person."""
    from borgerplan_desktop.documents.vcard import write_vcards

    g, found = p.galley, _whom(p)
    if found is None:
        panel_head(g, p.say("My contact person"))
        lines_for_a_pen(g, p.say("Name and phone"))
        return
    role, contact = found
    panel_head(g, role)
    parts.paragraph(g, Said(contact.name), g.sheet.strong, after=0)
    for text in (phone_number(contact.phone), Said(contact.organisation)):
        if text:
            parts.paragraph(g, text, after=0)
    alt = p.say("QR code with the contact card of {name}", name=", ".join(
        part for part in (contact.name, phone_number(contact.phone)) if part))
    hint = p.say("Hold the camera over it: then the number is saved.")
    _code(g, g.sheet.height, write_vcards([contact]).strip(), alt, hint)


def _whom(p: PlanContext) -> tuple[str, Contact] | None:
    """What the person is to the citizen, and how they are reached; only who has a number."""
    holder, staff = p.coordinator, p.contact_person
    if holder is not None and not holder.is_citizen and holder.contact.phone.strip() and p.may_give_number(holder):
        its = holder.contact
        return p.say("Coordinator"), _card(p, p.full_name(holder), its.role, its.organisation, its.phone, its.email)
    if staff is not None and staff.phone.strip():
        name = p.name_of(staff) or p.say("My contact person")
        return p.say("My contact person"), _card(p, name, staff.title, p.issuer, staff.phone, staff.email)
    return None


def _card(p: PlanContext, *texts: str) -> Contact:
    """What may stand in a code: only what paper would set, and no more of it than can be read."""
    return Contact(*(shortened(one_line(each, p.words.language), LONGEST) for each in texts))


def _code(g: Galley, room: float, content: bytes, alt: str, hint: str) -> None:
    """The code with white around it, as large as `room` points leave above its hint, within what a camera likes."""
    modules, below = modules_of(content), g.aside()
    parts.paragraph(below, hint, g.sheet.quiet, after=0)
    left = room - g.height - 2 * AIR * g.sheet.line - below.height
    side = max(SMALLEST_MODULE * len(modules), min(g.sheet.width * WIDEST, left))
    g.air(AIR)
    parts.figure(g, side, side, painter(modules, side), alt)
    g.take(below)
