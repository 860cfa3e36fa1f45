"""Den overordnede ramme on paper: every question with its answer, the lists, who has access to which plans.

Source: samarbejdsmodellen, "Den overordnede ramme": its parts, their order, and what each table asks for.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from borgerplan_desktop.documents.house.frame_file import who_has
from borgerplan_desktop.documents.house.house_paper import HousePaper, begin_house, finish_house
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.pages import pages_of
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper.table import Cell, Content, table
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import Service, ServiceKind
from borgerplan_desktop.model.frame_people import coordinators, facts_of, people_of
from borgerplan_desktop.model.framework import (
    Between,
    CoordinatingFunction,
    FrameAnswer,
    FrameChannel,
    FramePlan,
    FrameQuestion,
    FrameSection,
    FrameVersion,
    Framework,
    InterpreterOption,
    section_of,
)
from borgerplan_desktop.phone_number import phone_number

MOST_SERVICES = 150                                      # of a kind; of more the directory has a paper of its own
TIGHT = .15                                              # lines above and below the words of a row
BETWEEN = {FrameQuestion.CHANNELS_INSIDE: Between.INSIDE, FrameQuestion.CHANNELS_OUTSIDE: Between.OUTSIDE,
           FrameQuestion.CHANNELS_ACROSS: Between.ACROSS, FrameQuestion.CHANNELS_CITIZEN: Between.CITIZEN}


def framework_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False, today: date,
                  version: FrameVersion | None = None) -> bytes:
    """The frame of the shelter's own case as a PDF; without a version it is a draft. Raises ValueError for a language
    not spoken.
    """
    once = begin_house(case, language, large_print, today)
    _set(once, version, {})
    pages = {slab.outline[1]: number for number, page in enumerate(pages_of(once.galley), 1)
             for slab in page.slabs if slab.outline is not None and slab.outline[0] == 1}
    p = begin_house(case, language, large_print, today)
    _set(p, version, pages)                              # now it is known on which page each part begins
    return finish_house(p, p.say("Overall framework"), _state(p, version))


def _state(p: HousePaper, version: FrameVersion | None) -> str:
    """"udkast", or "udgave 2"."""
    return p.say("version {number}", number=version.number) if version is not None else p.say("draft")


def _set(p: HousePaper, version: FrameVersion | None, pages: Mapping[str, int]) -> None:
    g = p.galley
    about = p.say("for the work of municipal, private and voluntary partners together")
    parts.title(g, p.say("The coordination model"), p.say("Overall framework"), about)
    for label, text in ((p.say("Municipality"), p.municipality), (p.say("Shelter"), p.shelter),
                        (p.say("Approved by"), _approved(p, version)),
                        (p.say("What is new"), version.changed if version is not None else "")):
        parts.row(g, label, *(Said(line) for line in text.splitlines()), after=.25)
    if version is None:
        parts.row(g, p.say("State"), p.say("A draft: not approved by the steering group yet."), after=.25)
    _contents(p, pages)
    _roles(p)
    for section in FrameSection:
        _section(p, section)


def _approved(p: HousePaper, version: FrameVersion | None) -> str:
    return "" if version is None else f"{version.approved_by}\n{p.words.day(version.approved_on)}"


def _contents(p: HousePaper, pages: Mapping[str, int]) -> None:
    rows = [[p.say(section.label), str(pages.get(p.say(section.label), 1))] for section in FrameSection]
    with p.galley.inside("Sect"), p.galley.together():
        p.galley.air(.75)
        table(p.galley, (p.say("Contents"), p.say("Page")), rows, (380, 60), names=0, pad=TIGHT)


def _roles(p: HousePaper) -> None:
    found = [(each.role, facts_of(each)) for each in people_of(p.case)]
    rows: list[list[Content]] = [[Said(facts.name), p.say(role.label), Said(facts.workplace)]
                                 for role, facts in found if facts.name]
    if rows:
        with p.galley.inside("Sect"):
            parts.heading(p.galley, p.say("Roles"), level=2)
            _table(p, (p.say("Name"), p.say("Role"), p.say("Workplace")), rows, (150, 140, 150))


def _section(p: HousePaper, section: FrameSection) -> None:
    g = p.galley
    with g.inside("Sect"):
        parts.heading(g, p.say(section.label), level=2)
        for question in FrameQuestion:
            if section_of(question) is section:
                _question(p, question)


def _question(p: HousePaper, question: FrameQuestion) -> None:
    g = p.galley
    with g.inside("Sect"), g.together(.35, otherwise=.1):
        parts.heading(g, p.say(question.label), level=3, style=g.sheet.strong, before=1, after=.25)
        answer = next((each.text for each in p.case.all(FrameAnswer) if each.question is question), "")
        lines = [Said(line.strip()) for line in answer.splitlines() if line.strip()]
        for line in lines:
            parts.paragraph(g, line, after=.25)
        if not (_list_of(p, question) or lines):
            parts.paragraph(g, p.say("Not answered yet."), g.sheet.quiet)


def _list_of(p: HousePaper, question: FrameQuestion) -> bool:
    """What is asked as a list; whether there is anything in it."""
    case = p.case
    match question:
        case FrameQuestion.COORDINATING:
            return _table(p, (p.say("Administration"), p.say("Function"), p.say("Contact")),
                          [[Said(each.administration), Said(each.function), Said(each.contact)]
                           for each in case.all(CoordinatingFunction)], (130, 170, 140))
        case FrameQuestion.COORDINATORS:
            return _items(p, [each.said for each in coordinators(case)])
        case FrameQuestion.INTERPRETER:
            return _table(p, (p.say("Language"), p.say("Who and how"), p.say("Contact"), p.say("Order")),
                          [[Said(each.language), _two(each.name, each.how), _two(_phone(each.phone), each.email),
                            Said(each.notice)] for each in case.all(InterpreterOption)], (80, 150, 130, 80))
        case FrameQuestion.PLANS:
            return _items(p, [each.name.strip() for each in case.all(FramePlan) if each.name.strip()])
        case FrameQuestion.ACCESS:
            return _access(p)
        case FrameQuestion.DIRECTORY_MUNICIPAL | FrameQuestion.DIRECTORY_OTHERS:
            return _services(p, question is FrameQuestion.DIRECTORY_MUNICIPAL)
        case FrameQuestion.UPDATED:
            return _update(p)
    if question in BETWEEN:
        return _table(p, (p.say("Channel"), p.say("Address or number"), p.say("Used for")),
                      [[Said(each.name), Said(each.address), Said(each.used_for)] for each in case.all(FrameChannel)
                       if each.between is BETWEEN[question]], (130, 150, 160))
    return False


def _access(p: HousePaper) -> bool:
    """The table of the form: the plan, where it lies, and which departments and services have access to it."""
    rows: list[list[Content]] = []
    for plan in p.case.all(FramePlan):
        who = [name for each in plan.access if (name := who_has(p.case, each))]
        rows.append([Said(plan.name), Said(plan.kept_where), Cell(Said(who[0]), [Said(each) for each in who[1:]])
                     if len(who) > 1 else Said("".join(who))])
    return _table(p, (p.say("Plan"), p.say("Where it lies"), p.say("Who has access")), rows, (130, 150, 160))


def _services(p: HousePaper, municipal: bool) -> bool:
    found = [each for each in p.case.all(Service) if not each.retired and each.same_as_id is None
             and (each.kind in (ServiceKind.MUNICIPAL, ServiceKind.SHELTER)) is municipal]
    rows: list[list[Content]] = [[Said(each.name), _told(p, each), _reached(each)] for each in found[:MOST_SERVICES]]
    there = _table(p, (p.say("Service"), p.say("Target group, content, referral"), p.say("Contact")), rows,
                   (110, 200, 130))
    if len(found) > MOST_SERVICES:
        parts.paragraph(p.galley, p.words.say_many(
            "And {n} more: see the service directory.", "And {n} more: see the service directory.",
            len(found) - MOST_SERVICES), p.galley.sheet.quiet)
    return there


def _told(p: HousePaper, service: Service) -> Content:
    referral = p.say("Needs a referral") if service.needs_referral else ""
    return _several([*(Said(text.strip()) for text in (service.target_group, service.content, service.taken_in)),
                     referral])


def _reached(service: Service) -> Content:
    return _several([Said(text.strip()) for text in (
        service.contact, _phone(service.phone), service.email, " ".join(service.address.split()))])


def _update(p: HousePaper) -> bool:
    frame = next(iter(p.case.all(Framework)), None)
    if frame is None:
        return False
    said = [(p.say("Brought up to date"), frame.updated_on, frame.updated_by),
            (p.say("Next update"), frame.next_on, frame.next_by)]
    there = False
    for label, on, by in said:
        texts = [p.words.day(on) if on is not None else "", Said(by.strip())]
        there = there or any(texts)
        parts.row(p.galley, label, *texts, after=.25)
    return there


# ------------------------------------------------------------------------------------------------------------ small
def _table(p: HousePaper, head: Sequence[str], rows: Sequence[Sequence[Content]], shares: Sequence[float]) -> bool:
    """A table of what says something; whether there is any."""
    there = [row for row in rows if any(_says(cell) for cell in row)]
    if there:
        p.galley.air(.25)
        table(p.galley, head, there, shares, names=0, pad=TIGHT)
        p.galley.air(.75)
    return bool(there)


def _says(content: Content) -> bool:
    return bool((content.text if isinstance(content, Cell) else str(content)).strip())


def _items(p: HousePaper, lines: Sequence[str]) -> bool:
    if lines:
        parts.items(p.galley, [Item(Said(line)) for line in lines], gap=.1, whole=True)
    return bool(lines)


def _two(first: str, second: str) -> Content:
    return _several([Said(first.strip()), Said(second.strip())])


def _several(texts: Sequence[str]) -> Content:
    found = [text for text in texts if text]
    return Cell(found[0], found[1:]) if len(found) > 1 else Said("".join(found)) if not found else found[0]


def _phone(number: str) -> str:
    return phone_number(number) if number.strip() else ""
