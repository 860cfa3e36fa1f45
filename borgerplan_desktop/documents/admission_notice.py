"""The notice of admission to the acting municipality (§ 110, subsection 6): a letter to an authority, and no more in it
than the duty asks for. Nothing about health, substances or what has been.
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper_frame import begin, box, finish
from borgerplan_desktop.documents.paper_words import ended
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.admission import acts_now
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Answer, Cooperation
from borgerplan_desktop.model.course import Stay, current_stay
from borgerplan_desktop.model.cpr import written
from borgerplan_desktop.phone_number import phone_number

BLANK = "_" * 14                                         # to be filled in by hand


def notice_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False, today: date) -> bytes:
    """The letter of a stay as a PDF; `about` is the stay's id, "" = the present one.

    The municipality is told which shelter it is, also where the address is protected: it stands in the letter that it
    is. Raises LookupError for a case without citizen, ValueError for a language not spoken.
    """
    p = begin(case, language, large_print, today, says_where=True)
    g, words = p.galley, p.words
    stay = p.case.get(Stay, about) or current_stay(p.case)
    title = p.say("Notice of admission to a shelter under § 110 of the Act on Social Services")
    short = p.say("Notice of admission")
    to = p.say("To {whom}", whom=_whom(p, stay))
    parts.title(g, f"{to} · {words.day(today)}", title, _shelter(p))
    with g.inside("Sect"):
        shelter = _shelter(p) or BLANK
        parts.paragraph(g, p.say("We inform you that a citizen who wants to be anonymous has been admitted to "
                                 "{shelter}.", shelter=shelter) if p.citizen.anonymous else
                        p.say("We inform you that {name}, {number}, has been admitted to {shelter}.",
                              name=p.citizen.name.strip() or p.say("a citizen"), number=_number(p), shelter=shelter),
                        g.sheet.strong, after=.25)
        decided = stay.decided_on if stay is not None else None
        parts.paragraph(g, p.say("The admission was decided on {date}.",
                                 date=words.day(decided) if decided is not None else BLANK))
        parts.paragraph(g, p.say("The notice is given under § 110, subsection 6, to the citizen's acting municipality, "
                                 "see §§ 9–9 b of the Act on Legal Protection and Administration in Social Matters."))
        if why := _why_they(p):
            parts.paragraph(g, why)
    with g.inside("Sect"):
        parts.row(g, p.say("Contact person"), _contact(p) or BLANK)
        parts.paragraph(g, p.say("We would like to agree who of you is responsible, and when we can meet with the "
                                 "citizen about a plan."))
        _ticks(p)
    with g.inside("Sect"), g.together():
        g.air(1)
        parts.paragraph(g, p.say("Kind regards"), after=1.5)
        staff = p.contact_person
        signed = [p.name_of(staff), staff.title.strip() if staff is not None else "", _shelter(p)]
        parts.paragraph(g, ", ".join(part for part in signed if part) or BLANK)
    return finish(p, short, p.issuer)


def _whom(p: PlanContext, stay: Stay | None) -> str:
    """Whom it goes to: as it was written, else the municipality that acts."""
    if stay is not None and stay.notified_to.strip():
        return stay.notified_to.strip()
    acting = acts_now(p.case)
    name = p.citizen.acting_municipality.strip()
    unit = acting.unit.strip() if acting is not None and acting.municipality == name else ""
    return ", ".join(part for part in (name, unit) if part) or BLANK


def _shelter(p: PlanContext) -> str:
    return p.shelter.name.strip() if p.shelter is not None else ""


def _number(p: PlanContext) -> str:
    citizen = p.citizen
    if citizen.cpr:
        return p.say("CPR {number}", number=written(citizen.cpr))
    if citizen.ecpr:
        return p.say("replacement number {number}", number=citizen.ecpr)
    if citizen.birth_date is not None:
        return p.say("CPR number missing (born {date})", date=p.words.day(citizen.birth_date))
    return p.say("CPR number missing (date of birth unknown)")


def _why_they(p: PlanContext) -> str:
    """Where it is not settled that they act: why we think so, and that they may say no."""
    acting = acts_now(p.case)
    if acting is None or acting.settled or acting.municipality != p.citizen.acting_municipality:
        return ""
    reason = acting.reason.strip()
    if not reason:
        return p.say("We think that you are the acting municipality. Tell us if it is another one.")
    return p.say("We think that you are the acting municipality. The reason: {reason} Tell us if it is another one.",
                 reason=ended(reason))


def _contact(p: PlanContext) -> str:
    staff, shelter = p.contact_person, p.shelter
    phone = (staff.phone if staff is not None else "") or (shelter.phone if shelter is not None else "")
    email = (staff.email if staff is not None else "") or (shelter.email if shelter is not None else "")
    called = p.say("phone {phone}", phone=phone_number(phone)) if phone.strip() else ""
    return ", ".join(part for part in (p.name_of(staff), called, email.strip()) if part)


def _ticks(p: PlanContext) -> None:
    """What they must know before they write or call."""
    entries: list[str] = []
    for together in p.case.all(Cooperation):
        if together.interpreter is Answer.YES:
            language = together.interpreter_language.strip()
            entries.append(p.say("Interpreter: {language}", language=language) if language else p.say("Interpreter"))
    if p.citizen.protected_address:
        entries.append(p.say("Protected address"))
    parts.items(p.galley, [Item(words, box(p, True, words)) for words in entries])
