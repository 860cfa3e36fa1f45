"""The first page: the hope, whom to call and where to go next, and what else the citizen said."""
from __future__ import annotations

from dataclasses import replace

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import LONG_QUOTE, Item
from borgerplan_desktop.documents.paper_frame import phone_words, reader_of, say_what_is_covered
from borgerplan_desktop.documents.paper_words import ended, in_sentence
from borgerplan_desktop.documents.plan_context import PlanContext, shortened
from borgerplan_desktop.documents.plan_cooperation import next_appointment
from borgerplan_desktop.i18n import NBSP
from borgerplan_desktop.model.course import room_on
from borgerplan_desktop.model.covered import topic_of_area
from borgerplan_desktop.model.follow_up import days_left
from borgerplan_desktop.model.life_areas import area_names
from borgerplan_desktop.model.network import MemberKind
from borgerplan_desktop.model.notes import RATING_MAX, RatedBy, Rating
from borgerplan_desktop.model.plan import Agreement, AgreementStatus
from borgerplan_desktop.model.text import first_name
from borgerplan_desktop.phone_number import phone_number

BLANK = "_" * 16                                         # for a pen
CLOSE = .25                                              # lines between the rows of a box


def title_of(p: PlanContext) -> str:
    name = shortened(p.citizen.first_name.strip())
    return p.say("Plan for {name}", name=name) if name else p.say("My plan")


def head(p: PlanContext) -> None:
    """What the paper is, whose, and where they live: not where nobody may know that, no room they have moved out of."""
    shelter, hidden = p.shelter, p.citizen.protected_address
    tells = not hidden and not p.for_others              # which room is no business of others
    lived_in = room_on(p.case, p.today) if tells else ""
    room = p.say("room {room}", room=lived_in) if lived_in else ""
    place = shelter.name if shelter is not None and not hidden else ""
    under = ", ".join(part for part in (p.citizen.name or p.citizen.called, place, room) if part.strip())
    if place and shelter is not None and (address := p.address):
        under = f"{under},\n{', '.join(part for part in (address, in_sentence(phone_words(p, shelter.phone))) if part)}"
    kicker = [p.say("The citizen's plan"), p.edition, p.say("copy for others") if p.for_others else ""]
    parts.title(p.galley, " · ".join(part for part in kicker if part), title_of(p), under)
    if reader := reader_of(p):
        parts.paragraph(p.galley, p.say("This copy is for {name} alone. Please do not pass it on.", name=reader),
                        width=p.galley.sheet.width, after=.5 if p.covered.all_areas else .1)
        say_what_is_covered(p)
        p.galley.air(1.25)                               # the first heading asks for none


def own_words(p: PlanContext) -> None:
    """The citizen's words come first, the hope before all others, and they are never changed."""
    g, plan = p.galley, p.plan
    with g.inside("Sect"):
        begun = bool(plan.hopes.strip()) and len(plan.hopes) <= LONG_QUOTE and _hope_and_now(p)
        if not begun:
            if p.is_form:
                parts.heading(g, p.say("In my own words"), before=0)
                parts.writing_lines(g, 6 if g.sheet.stacked else 8)
            _right_now(p, first=not p.is_form)
            _voice(p, p.say("Hopes and dreams"), plan.hopes, big_mark=True)
        _voice(p, p.say("What matters most now"), plan.matters_now, lines=2 if g.sheet.stacked else 3,
               big_mark=not plan.hopes.strip())
        _points(p, p.say("What I am good at and bring with me"), plan.strengths,
                lines=3 if g.sheet.stacked else 5)
        alone = not any(text.strip() for text in (plan.hopes, plan.matters_now, plan.strengths))
        if alone:                                        # they are the only words there are: as large as the hope
            _voice(p, p.say("How things are now"), plan.situation, big_mark=True)
        g.air(.75)
        parts.row(g, p.say("How things are now"), Said("" if alone else plan.situation))
        parts.row(g, p.say("What I would like help with"), Said(plan.help_wanted))
        parts.row(g, p.say("What I can do myself"), Said(plan.can_do_myself))
        parts.row(g, p.say("How I think it is going"), *_ratings(p))


def _hope_and_now(p: PlanContext) -> bool:
    """The hope, and whom to call now below it, if the first page has room for both."""
    block = p.galley.aside()
    there = replace(p, galley=block)
    _voice(there, p.say("Hopes and dreams"), p.plan.hopes, first=True, big_mark=True)
    _right_now(there, first=False)
    if p.galley.height + block.height > p.galley.sheet.height:
        return False
    p.galley.take(block)
    return True


def _voice(p: PlanContext, heading: str, text: str, lines: int = 0, *, first: bool = False,
           big_mark: bool = False) -> None:
    """A heading with the citizen's words in large type; where there are none, nothing, or lines of an empty form."""
    g = p.galley
    if not text.strip() and not (lines and p.is_form):
        return
    with g.together(.5):
        parts.heading(g, heading, before=0 if first else 1.25)
        if text.strip():
            parts.quote(g, Said(text), big_mark=big_mark)
        else:
            parts.writing_lines(g, lines)


def _points(p: PlanContext, heading: str, text: str, lines: int = 0) -> None:
    """A heading with the citizen's words as points, one for each line they are written on."""
    g = p.galley
    entries = [Item(Said(line)) for line in text.splitlines() if line.strip()]
    if not entries and not (lines and p.is_form):
        return
    with g.together(.3, otherwise=.1):
        parts.heading(g, heading, before=1.25)
        if len(entries) == 1:
            parts.paragraph(g, entries[0].text, x=g.sheet.axis)
        elif entries:
            parts.items(g, entries, gap=.25)
        else:
            parts.writing_lines(g, lines)


# ---------------------------------------------------------------------------------------- whom to call, where to go
def _right_now(p: PlanContext, *, first: bool) -> None:
    """Whom do I call now, where do I go next: on the first page, whatever else stands there."""
    g = p.galley
    calls, going = whom_to_call(p), next_appointment(p)
    if not calls and not going and not p.is_form:
        return
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("Right now"), before=0 if first else 1.25)
        if calls:
            parts.row(g, p.say("I can call"), *calls, after=CLOSE)
        elif p.is_form:
            parts.labelled_lines(g, p.say("I can call"), 1)
        if going:
            parts.row(g, p.say("My next appointment"), *going)
        elif p.is_form:
            parts.labelled_lines(g, p.say("My next appointment"), 1)
        elif (said := _no_appointment(p)) is not None:
            parts.row(g, p.say("My next appointment"), said)


def _no_appointment(p: PlanContext) -> str | None:
    """The day on which the plan is looked at again is agreed too; so is what happens every week, though it has no date.
    Others are not told that there is none (None): the citizen may have times of their own.
    """
    ahead = [day for day in days_left(p.plan) if not p.passed(day)]
    if not ahead and p.for_others:
        return None
    said = p.say("We follow up {date}.", date=p.day(ahead[0])) if ahead else p.say("No date is written down right now.")
    again = any(each.when.strip() for each in p.case.all(Agreement) if each.status is AgreementStatus.OPEN)
    table = p.say("See also »{heading}«.", heading=p.say("Who does what, when"))
    return f"{said} {table}" if again else said


def whom_to_call(p: PlanContext) -> list[str]:
    """"Eva Lind, min kontaktperson, 12 34 56 20", whom to call when Eva is off, and the shelter.

    Nobody can call a name: without a number of its own it gets the shelter's, else the coordinator stands there too.
    """
    staff, shelter = p.contact_person, p.shelter
    archive = shelter.phone.strip() if shelter is not None else ""
    name, own = p.name_of(staff), staff.phone.strip() if staff is not None else ""
    found = []
    if name:
        found.append(p.say("{name}, my contact person", name=name) + _at(own or archive))
    elif own:                                            # a name that paper has no letters for still has a number
        found.append(p.say("My contact person") + _at(own))
    if not own and not archive:
        found += _coordinator_to_call(p)
    off = shelter.call_when_off.strip() if shelter is not None else ""
    if off:
        text = p.say("When {name} is off: {who}", name=first_name(name), who=off) if name else off
        found.append(ended(text))
    if archive and (own or not name):
        found.append(p.say("The shelter") + _at(archive))
    elif p.citizen.protected_address and not off and not p.for_others:
        # the shelter's number, looked up, tells where they live: what they want to carry they write themselves
        label = p.say("When {name} is off", name=first_name(name)) if name else p.say("Otherwise")
        found.append(f"{label}: {BLANK}")
    return found


def _coordinator_to_call(p: PlanContext) -> list[str]:
    """The coordinator with the number; of a private one it is not for others."""
    holder = p.coordinator
    if holder is None or holder.is_citizen or holder.left_out_of_paper or not holder.contact.phone.strip():
        return []
    if p.for_others and holder.kind is MemberKind.PRIVATE:
        return []
    return [p.say("{name}, coordinator", name=p.full_name(holder)) + _at(holder.contact.phone)]


def _at(phone: str) -> str:
    return f": {phone_number(phone)}" if phone.strip() else ""


# ---------------------------------------------------------------------------------------- ratings
def _ratings(p: PlanContext) -> list[str]:
    """The citizen's own numbers, area by area, the newest and the one before it; what they stand for below."""
    said = []
    for area in (each for each in area_names(p.case.register) if topic_of_area(each) in p.covered.topics):
        values = [each.value for each in p.case.all(Rating) if each.area is area and each.by is RatedBy.CITIZEN
                  and each.value is not None and each.rated_on <= p.today]
        if values:
            was = next((value for value in reversed(values) if value != values[-1]), None)
            before = NBSP + p.say("(before: {value})", value=was) if was is not None else ""
            said.append(f"{p.area(area)}{NBSP}{values[-1]}{before}")
    if not said:
        return []
    scale = p.say("On a scale from 0 (really hard) to {most} (good as it is).", most=RATING_MAX)
    return [f"{', '.join(said)}.", scale]
