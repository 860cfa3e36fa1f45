"""What every paper has in common: how it begins and ends, its foot, fields that are filled in or left for a pen."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from borgerplan_desktop.documents.blank_form import end_of_form
from borgerplan_desktop.documents.latin_names import printable
from borgerplan_desktop.documents.letterhead import letterhead_of
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.build import Footer, build
from borgerplan_desktop.documents.paper.galley import Galley, Said
from borgerplan_desktop.documents.paper.parts import Tick
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper.two_languages import lacks, main_of
from borgerplan_desktop.documents.paper.typography import Sheet
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_protected_address import without_the_address
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.covered import EVERYTHING, Covered
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.paper_language import DANISH
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.model.plan import PlanVersion
from borgerplan_desktop.model.signature import Signature
from borgerplan_desktop.phone_number import phone_number

LARGE = 4 / 3                                            # 16 pt instead of 12


def sheet_of(words: Words, large_print: bool, landscape: bool = False, *, scale: float = 1.0,
             adopted: bool = False) -> Galley:
    """An empty galley in that print, with room for the note at its foot; `scale` is that of its usual print."""
    sheet = Sheet(LARGE if large_print else scale, words.language, landscape)
    sheet.leave_at_foot(foot_note(words, adopted))
    return Galley(sheet, words.tag)


def foot_note(words: Words, adopted: bool = False) -> str:
    """What a paper that is not in Danish alone says at the foot of every page: which text counts; and, in Danish too,
    whether somebody who grew up with the language has read it.
    """
    if words.is_danish_alone:
        return ""
    said = [words.say("This is a translation. The Danish text that was adopted is the one that counts.") if adopted else
            words.say("The Danish text is the one that counts.")]
    if words.draft:
        draft = words.say("The translation is a draft, not read by anybody who grew up with the language.")
        said.append(main_of(draft))
        if words.language != DANISH and not lacks(draft):
            said.append(Words().say("The translation is a draft, not read by anybody who grew up with the language."))
    return " ".join(map(main_of, said))


def begin(case: Case, language: str, large_print: bool, today: date, *, reader: Reader = Reader.CITIZEN,
          covered: Covered = EVERYTHING, says_where: bool = False, version: PlanVersion | None = None,
          now: time | None = None, signatures: Mapping[str, Signature] | None = None,
          landscape: bool = False) -> PlanContext:
    """What a paper of the case is written with; a protected address is taken out, but where it `says_where`. `covered`
    is what its reader may be told.

    Raises LookupError for a case without citizen, ValueError for a language not spoken.
    """
    words = Words.of(language, case.register)
    case = printable(case, words)
    if case.the(Citizen).protected_address and not says_where:
        case = without_the_address(case, words)
    galley = sheet_of(words, large_print, landscape, adopted=version is not None)
    galley.letterhead = letterhead_of(case)
    return PlanContext(case, words, galley, today, version, reader, now, covered, signatures or {})


def as_paper_says_it(case: Case, words: Words, now: Case) -> Case:
    """An older case, read for this paper alone, as it may stand on a paper of the case as it is `now`: an address that
    is protected today is taken out of it too, and whoever is left out of paper today is left out.
    """
    case = printable(case, words)
    case = without_the_address(case, words, now) if now.the(Citizen).protected_address else case
    case.begin()
    for member in now.all(NetworkMember):
        then = case.get(NetworkMember, member.id)
        if member.left_out_of_paper and then is not None:
            then.left_out_of_paper = True
    case.finish(case.changed(), case.seen)
    return case


def as_kept_back_today(case: Case, language: str, now: Case) -> Case:
    """The same for a paper that is all of the older case: its address is as protected as it is today."""
    case = as_paper_says_it(case, Words.of(language), now)
    if now.the(Citizen).protected_address:
        case.begin()
        case.the(Citizen).protected_address = True
        case.finish(case.changed(), case.seen)
    return case


def finish(p: PlanContext, title: str, whose: str | None = None, *, dated: date | None = None,
           called: str = "") -> bytes:
    """The paper as a PDF: at the foot whose it is (None = the citizen's), what, and of which day; `called` is what the
    file calls itself where that is not the title.
    """
    end_of_form(p, names=whose != "")
    day = p.words.day(dated or p.today)
    whose = p.citizen.name or p.citizen.first_name.strip() if whose is None else whose
    footer = Footer(tuple(part for part in (whose, title, day) if part), p.say("page {page} of {total}"), keep=title,
                    note=foot_note(p.words), copy_for=copy_for(p))
    return build(p.galley, called or title, footer, About(author=p.issuer, subject=f"{title}, {day}", on=p.today))


def copy_for(p: PlanContext) -> str:
    """"Kopi til Birgit Holm, 29. oktober 2026"; "" where it is nobody's own copy."""
    if not (name := reader_of(p)) or p.covered.on is None:
        return ""
    return p.say("Copy for {name}, {date}", name=name, date=p.words.day(p.covered.on))


def reader_of(p: PlanContext) -> str:
    """Whose own copy it is; "" = nobody's. Who came after an edition was adopted is not in it, and is named all the
    same.
    """
    reader = p.case.get(NetworkMember, p.covered.reader)
    if reader is None:
        return (p.covered.reader_name.strip() or p.say("Somebody of my network")) if p.covered.reader else ""
    return "" if reader.is_citizen else p.full_name(reader)


def say_what_is_covered(p: PlanContext) -> None:
    """Who gets only a part is told that it is one."""
    if not p.covered.all_areas:
        parts.paragraph(p.galley, p.say("Only what the consent covers stands here."))


def entry(p: PlanContext, label: str, *texts: str, lines: int = 1) -> None:
    """A label with what somebody wrote, line by line, or with lines to write on."""
    found = [Said(line) for text in texts for line in text.splitlines() if line.strip()]
    if found:
        parts.row(p.galley, label, *found)
    else:
        parts.labelled_lines(p.galley, label, lines)


def box(p: PlanContext, on: bool, words: str) -> Tick:
    """A box that says of which words it is the box."""
    return Tick(on, p.say("{words}: ticked", words=words) if on else p.say("{words}: not ticked", words=words))


def phone_words(p: PlanContext, number: str) -> str:
    """"Tlf. 12 34 56 78"; "" without a number."""
    return p.say("Phone {phone}", phone=phone_number(number)) if number.strip() else ""


def our_phone(p: PlanContext) -> str:
    """Where to call us: the contact person, else the shelter; its number tells where it is, so not where the address
    is protected.
    """
    staff, shelter = p.contact_person, p.shelter
    number = staff.phone.strip() if staff is not None else ""
    if not number and shelter is not None and not p.citizen.protected_address:
        number = shelter.phone
    return number
