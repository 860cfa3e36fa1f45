"""The consent form: read together before anybody signs, filled in on screen or by hand."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import NEVER, Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper_frame import begin, box, entry, finish, phone_words
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.signed_on_screen import signed_on_screen
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import GivenHow, Topic, TopicAnswer
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.signature import Signature
from borgerplan_desktop.phone_number import phone_number

TIGHT = .12                                              # lines above and below the words of a row
ROWS = 3                                                 # for names written by hand


@dataclass(frozen=True)
class FormSaid:
    """What the form says so far; nothing at all = a form for a pen. A topic without an answer was not asked about."""

    purpose: str = ""
    persons: Sequence[str] = ()                          # ids of members of the network
    answers: Mapping[Topic, TopicAnswer] = field(default_factory=dict)
    other_topic: str = ""
    fetch_from: Sequence[str] = ()                       # ids of those we may also ask
    not_to_share: str = ""
    consequence: str = ""
    from_on: date | None = None
    until_on: date | None = None
    told_before: bool = False
    given_how: GivenHow | None = None
    with_interpreter: str = ""
    with_lay_representative: str = ""
    signature: Signature | None = None                   # drawn on the screen
    signed_at: datetime | None = None


def empty_form_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                   today: date) -> bytes:
    """The form for a pen."""
    return consent_form_pdf(case, FormSaid(), language=language, large_print=large_print, today=today)


def consent_form_pdf(case: Case, said: FormSaid, *, language: str = "da", large_print: bool = False,
                     today: date) -> bytes:
    """The form as a PDF. Raises LookupError for a case without citizen, ValueError for a language not spoken."""
    p = begin(case, language, large_print, today)
    g = p.galley
    title = p.say("Consent to share information")
    name = p.citizen.first_name.strip()
    parts.title(g, p.say("Consent"), title, p.say("{name}, you decide.", name=name) if name else p.say("You decide."))
    with g.inside("Sect"):
        who_we_are(p)
        parts.paragraph(g, p.say("We would like to talk with others to help you better. Read this, or have it read "
                                 "to you. Ask until it is clear."))
        entry(p, p.say("It is used for"), said.purpose, lines=2)
    _whom(p, said)
    _kinds(p, said)
    _rights(p, said)
    _signing(p, said)
    return finish(p, title, dated=said.from_on)


def who_we_are(p: PlanContext) -> None:
    """Whoever gets a consent must know to whom; where the address is protected, the shelter has no name."""
    if p.issuer.strip():
        our_name(p)
    else:
        parts.row(p.galley, p.say("We are"), p.say("The shelter where you live now."))


def our_name(p: PlanContext) -> None:
    """The shelter with its address and number."""
    shelter = p.shelter
    if shelter is None:
        return
    address = ", ".join(line.strip() for line in shelter.address.splitlines() if line.strip())
    place = ", ".join(part for part in (shelter.name.strip(), address) if part)
    parts.row(p.galley, p.say("We are"), Said(place), phone_words(p, shelter.phone))


def _whom(p: PlanContext, said: FormSaid) -> None:
    """Each by name: a consent that names nobody is none (forvaltningsloven § 28), and nobody is asked whom the citizen
    did not name for it (retssikkerhedsloven § 11 a).
    """
    g, fetch = p.galley, p.say("We may also ask for information")
    found = [m for id in said.persons if (m := p.case.get(NetworkMember, id)) is not None]
    rows: list[list[Content]] = [
        [m.contact.name or p.say("No name"), Said(m.described), box(p, m.id in said.fetch_from, fetch)] for m in found]
    with g.inside("Sect"), g.together(.6):
        parts.heading(g, p.say("We may share with"), before=.75)
        table(g, (p.say("Name"), p.say("Who they are to me"), fetch), rows or [["", "", box(p, False, fetch)]
                                                                              for _ in range(ROWS)],
              (170, 170, 110), names=0, pad=TIGHT, room_for_pen=0 if rows else 1.3)


def _kinds(p: PlanContext, said: FormSaid) -> None:
    """Yes, no, or neither: what has no tick was not asked about."""
    g, yes, no = p.galley, p.say("Yes"), p.say("No")
    rows: list[list[Content]] = []
    for topic in Topic:
        answer, name = said.answers.get(topic), p.say(topic.label)
        if topic is Topic.OTHER:
            name = f"{name}: {said.other_topic.strip()}" if said.other_topic.strip() else f"{name}: " + "_" * 24
        rows.append([box(p, answer is TopicAnswer.YES, yes), box(p, answer is TopicAnswer.NO, no), name])
    with g.inside("Sect"), g.together(.9):
        parts.heading(g, p.say("These kinds of information"), before=.75)
        parts.paragraph(g, p.say("No tick means: we have not asked, and we do not share it."), after=.25)
        g.slabs[-1].hold = NEVER                         # it says how to read what stands below
        table(g, (yes, no, p.say("Information")), rows, (30, 30, 380), names=2, pad=TIGHT)
        g.air(.5)
    entry(p, p.say("You may not share"), said.not_to_share)


def _rights(p: PlanContext, said: FormSaid) -> None:
    g = p.galley
    start = p.day(said.from_on) if said.from_on else ""
    until = p.day(said.until_on) if said.until_on else ""
    with g.inside("Sect"):
        if until:
            lasts = p.say("Until {date}, or until you withdraw it.", date=until)
            if start:
                lasts = p.say("From {start} until {date}, or until you withdraw it.", start=start, date=until)
            parts.row(g, p.say("It lasts"), lasts)
        elif said.persons:
            parts.row(g, p.say("It lasts"), p.say("Until you withdraw it."))
        else:
            parts.labelled_lines(g, p.say("It lasts until"), 1)
        what = said.consequence.strip().rstrip(".")
        no = p.say("If you say no, it may mean: {what}.", what=what) if what else \
            p.say("If you say no, it may mean that something takes longer.")
        parts.row(g, p.say("It is voluntary"), " ".join((
            p.say("You can say yes to some things and no to others. What you say no to, we do not share."), no,
            p.say("It does not change that you can live here."))))
        parts.row(g, p.say("You can withdraw it"), " ".join((
            p.say("At any time, all of it or a part, spoken or written, without saying why."), _tell(p),
            p.say("Then we share no more."))))
        parts.row(g, p.say("What we have shared"), p.say(
            "We cannot call back what we have already shared. We have written down who got what and when, and you can "
            "have the list. You can ask us to tell those who got it."))
        parts.row(g, p.say("How long we keep it"), p.say(
            "As long as what else we have written about you. Here that is: {lines}", lines="_" * 24))
        parts.row(g, p.say("Without consent"), p.say(
            "Sometimes we must or may share without consent, because a law says so. Then we tell you, if we may."))
        parts.row(g, p.say("If you disagree"), p.say(
            "You may see what we have written about you, and have it put right if it is wrong. You can complain to "
            "Datatilsynet of how we handle it: datatilsynet.dk."))


def _tell(p: PlanContext) -> str:
    """Whom to tell: the contact person by phone, else the shelter."""
    staff = p.contact_person
    phone = (staff.phone if staff is not None else "") or (p.shelter.phone if p.shelter is not None else "")
    name = p.name_of(staff)
    if name and phone.strip():
        return p.say("Tell {name}, phone {phone}.", name=name, phone=phone_number(phone))
    if name:
        return p.say("Tell {name}.", name=name)
    return p.say("Tell us, phone {phone}.", phone=phone_number(phone)) if staff is not None and phone.strip() else \
        p.say("Tell us.")


def _signing(p: PlanContext, said: FormSaid) -> None:
    g, staff_name = p.galley, p.name_of(p.contact_person)
    told = p.say("I have been told what the consent is for and whom it covers.")
    interpreter, lay = said.with_interpreter.strip(), said.with_lay_representative.strip()
    oral = said.given_how is GivenHow.ORALLY
    entries = [
        (told, said.told_before),
        (p.say("With interpreter: {name}", name=interpreter or "_" * 20), bool(interpreter)),
        (p.say("With lay representative: {name}", name=lay or "_" * 20), bool(lay)),
        (p.say("Given orally, written down by {name}", name=staff_name or "_" * 16), oral)]
    with g.inside("Sect"), g.together():
        g.air(.75)
        parts.items(g, [Item(words, box(p, on, words.partition(":")[0])) for words, on in entries], gap=.1)
        citizen = p.citizen.name or p.citizen.first_name or p.say("Citizen")
        names = [citizen, staff_name or p.say("Contact person")]
        if said.signature is not None and said.signed_at is not None:
            signed_on_screen(p, said.signature, p.say(
                "Signed on the screen by {name}, {date} at {time}", name=citizen,
                date=p.words.day(said.signed_at.date()), time=p.words.clock(said.signed_at)))
            names = names[1:]
        parts.signatures(g, [p.say("Date and signature, {name}", name=name) for name in names])
