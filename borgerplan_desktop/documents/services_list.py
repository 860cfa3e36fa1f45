"""Services of the directory on paper: some for a citizen, one after another, or all there are, by their kind."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from borgerplan_desktop.documents.letterhead import letterhead_of_house
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.build import Footer, build
from borgerplan_desktop.documents.paper.galley import Galley, Said
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper.table import Cell, Content, table
from borgerplan_desktop.documents.paper.two_languages import main_of
from borgerplan_desktop.documents.paper_frame import foot_note, sheet_of
from borgerplan_desktop.documents.paper_words import Words, sentence
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import Service, ServiceKind
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.phone_number import phone_number

TIGHT = .12                                              # lines above and below the words of a row
MONDAY = date(2026, 11, 2)                               # any: the words of the days of a week are asked by a date


def services_pdf(register: Case, chosen: Sequence[str] = (), *, language: str = "da", large_print: bool = False,
                 today: date) -> bytes:
    """The chosen ones by their ids, as a citizen wants them; none = the whole directory, as it is offered today.

    Raises ValueError for a language not spoken.
    """
    words = Words.of(language, register)
    g = sheet_of(words, large_print)
    g.letterhead = letterhead_of_house(register)
    shelter = next(iter(register.all(Shelter)), None)
    name = shelter.name.strip() if shelter is not None else ""
    title = words.say("Places where you can get help") if chosen else words.say("Service directory")
    parts.title(g, Said(name), title, words.say("As it is on {date}.", date=words.day(today)))
    if chosen:
        for service in filter(None, (register.get(Service, id) for id in chosen)):
            _one(g, words, service.itself, today)
    else:
        _directory(g, words, register, today)
    footer = Footer(tuple(main_of(part) for part in (name, title, words.day(today)) if part),
                    words.say("page {page} of {total}"), keep=title, note=foot_note(words))
    return build(g, title, footer, About(author=name or "Borgerplan", subject=f"{title}, {words.day(today)}", on=today))


def _directory(g: Galley, words: Words, register: Case, today: date) -> None:
    offered = [each for each in register.all(Service) if each.is_offered(today)]
    for kind in ServiceKind:
        found = [each for each in offered if each.kind is kind]
        if found:
            with g.inside("Sect"):
                parts.heading(g, words.say(kind.label), before=1)
                table(g, (words.say("Service"), words.say("What"), words.say("Call")),
                      [_line(words, each, today) for each in found], (140, 190, 120), names=0, pad=TIGHT)
    if not offered:
        parts.paragraph(g, words.say("There are no services in the directory yet."))


def _line(words: Words, service: Service, today: date) -> list[Content]:
    """As the form of the cooperation model has it: the name, what it is and whether one is referred, whom to call."""
    what = [*_lines(service.target_group), *_lines(service.content), *_lines(service.taken_in),
            *([words.say("The municipality has to say yes first. Ask us.")] if service.needs_referral else []),
            *_lines(service.opening_hours), *_days(words, service)]
    call = [Said(each.strip()) for each in (service.contact, phone_number(service.phone), service.email,
                                            service.website) if each.strip()] + _lines(service.address)
    closing = closing_words(words, service, today)
    return [Cell(Said(service.name.strip()), [each for each in (Said(service.organisation.strip()), closing) if each],
                 bold=True), _cell(what), _cell(call)]


def _cell(texts: Sequence[str]) -> Content:
    return Cell(texts[0], texts[1:]) if texts else ""


def _one(g: Galley, words: Words, service: Service, today: date) -> None:
    """What it is called and whose it is; whom it is for, when it is open, where it is and whom to call."""
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, Said(service.name.strip()), style=g.sheet.goal, before=.75, after=.25)
        if service.organisation.strip():
            parts.paragraph(g, Said(service.organisation.strip()), after=.25)
        if (closing := closing_words(words, service, today)):
            parts.paragraph(g, closing, after=.25)
        for label, text in (
                (words.say("For whom"), service.target_group), (words.say("What"), service.content),
                (words.say("Can come"), service.taken_in), (words.say("Cannot come"), service.not_taken_in)):
            parts.row(g, label, *_lines(text), after=.25)
        parts.row(g, words.say("How"), words.say(
            "The municipality has to say yes first. Ask us.") if service.needs_referral else
            words.say("You can just come.") if service.ladder_step is not None and service.ladder_step.number == 1
            else "", after=.25)
        parts.row(g, words.say("Open"), *_lines(service.opening_hours), after=.25)
        parts.row(g, words.say("In the house"), *_days(words, service), after=.25)
        parts.row(g, words.say("Where"), *_lines(service.address), after=.25)
        phone = words.say("Phone {phone}", phone=phone_number(service.phone)) if service.phone.strip() else ""
        parts.row(g, words.say("Call"), phone, Said(service.contact.strip()), after=.25)
        parts.row(g, words.say("Write"), Said(service.email.strip()), Said(service.website.strip()), after=.25)


def closing_words(words: Words, service: Service, today: date) -> str:
    """"Lukker 1. december 2026."; "" for one that stays open."""
    if service.closes_on is None:
        return ""
    if service.is_closed(today):
        return words.say("Closed since {date}.", date=words.day(service.closes_on))
    return words.say("Closes {date}.", date=words.day(service.closes_on))


def _lines(text: str) -> list[Said]:
    return [Said(line) for line in text.splitlines() if line.strip()]


def _days(words: Words, service: Service) -> list[str]:
    """"Mandag 10-12, Birgit": the words of a day in the paper's language, the rest as it was written."""
    found = []
    for each in service.in_house:
        day = sentence(words.weekday(MONDAY + timedelta(days=each.weekday % 7)))
        rest = ", ".join(part for part in (each.hours.strip(), each.who.strip()) if part)
        found.append(words.say("{day}: {what}", day=day, what=rest) if rest else day)
    return found
