"""The welcome sheet: for somebody who is new here, or in Denmark, in the shelter's own plain words."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper_frame import begin, finish
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import current_stay
from borgerplan_desktop.phone_number import phone_number


def welcome_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False, today: date) -> bytes:
    """The sheet as a PDF. Raises LookupError for a case without citizen, ValueError for a language not spoken."""
    p = begin(case, language, large_print, today)
    g = p.galley
    name, title = p.citizen.first_name.strip(), p.say("Welcome")
    parts.title(g, p.issuer.strip() or p.say("The shelter"), p.say("Welcome, {name}", name=name) if name else title,
                p.say("This is good to know the first days. Ask about anything, as often as you like."))
    with g.inside("Sect"):
        own = p.shelter.welcome.strip() if p.shelter is not None else ""
        for text in own.split("\n") if own else (p.say("Here you can rest, and get help with what comes next. You are "
                                                       "not alone with it."),):
            if text.strip():
                parts.paragraph(g, Said(text) if own else text)
    _contact(p)
    _first_days(p)
    _who_knows(p)
    _rules(p)
    _when_off(p)
    return finish(p, title, p.issuer)


def _contact(p: PlanContext) -> None:
    g, staff = p.galley, p.contact_person
    with g.inside("Sect"):
        parts.heading(g, p.say("Your contact person"), before=1)
        name = p.name_of(staff)
        phone = staff.phone.strip() if staff is not None else ""
        if name and phone:
            parts.paragraph(g, p.say("{name}, phone {phone}", name=name, phone=phone_number(phone)), g.sheet.strong,
                            after=.25)
        elif name:
            parts.paragraph(g, name, g.sheet.strong, after=.25)
        else:
            parts.labelled_lines(g, p.say("Name and phone"), 1)
        parts.paragraph(g, p.say("Your contact person helps you with what you need, and keeps hold of the threads. "
                                 "Say so if you would rather talk with somebody else."))


def _first_days(p: PlanContext) -> None:
    g, stay = p.galley, current_stay(p.case)
    room = stay.room.strip() if stay is not None and not p.citizen.protected_address else ""
    steps = [
        p.say("You get a room and a bed. You have room {room}.", room=room) if room else
        p.say("You get a room and a bed."),
        p.say("We talk about what you need first: sleep, food, clothes, medicine, a doctor, money."),
        p.say("We must tell your municipality that you live here. We write only your name, your CPR number and the "
              "date."),
        p.say("We find out with you who is to help with what."),
        p.say("Together we make one plan. You decide where it goes, and we follow it up.")]
    with g.inside("Sect"), g.together(.6):
        parts.heading(g, p.say("The first days"), before=1)
        parts.items(g, [Item(step, sign=f"{number}.") for number, step in enumerate(steps, 1)], gap=.25)


def _who_knows(p: PlanContext) -> None:
    g = p.galley
    with g.inside("Sect"), g.together(.6):
        parts.heading(g, p.say("You decide who knows what"), before=1)
        parts.paragraph(g, p.say("We ask you before we tell others about you. You can say yes to some things and no to "
                                 "others, and you can change your mind. If a law says that we must tell something, we "
                                 "tell you first, if we may."))
        parts.items(g, [Item(each) for each in (
            p.say("Do you speak another language? We find an interpreter. It costs you nothing."),
            p.say("You may bring somebody you trust to every talk."),
            p.say("You may see what we write about you."))], gap=.25)


def _rules(p: PlanContext) -> None:
    g = p.galley
    own = p.shelter.house_rules.strip() if p.shelter is not None else ""
    rules = [Said(line.strip(" -–•\t")) for line in own.split("\n") if line.strip(" -–•\t")] if own else [
        p.say("We speak kindly to each other. Nobody may hit, threaten or take what is others'."),
        p.say("At night it is quiet, so that everybody can sleep."),
        p.say("Say so if you stay out for the night, so that we need not worry."),
        p.say("Is something hard? Come to us before it grows.")]
    with g.inside("Sect"), g.together(.6):
        parts.heading(g, p.say("How we live here"), before=1)
        parts.items(g, [Item(rule) for rule in rules], gap=.25)


def _when_off(p: PlanContext) -> None:
    """Whom to call when the contact person is off; the number of those who help in danger is the same for all."""
    g, shelter = p.galley, p.shelter
    off = shelter.call_when_off.strip() if shelter is not None else ""
    phone = shelter.phone.strip() if shelter is not None else ""
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("When your contact person is off"), before=1)
        if off:
            parts.paragraph(g, Said(off))
        elif phone:
            parts.paragraph(g, p.say("Call the shelter, phone {phone}.", phone=phone_number(phone)))
        else:
            parts.paragraph(g, p.say("Go to the office. There is always somebody who can help."))
        parts.paragraph(g, p.say("In danger: call 112. It costs nothing, and you may speak English."))
