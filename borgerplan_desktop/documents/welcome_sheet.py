"""The welcome sheet: for somebody who is new here, or in Denmark, in the shelter's own plain words."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper_frame import begin, finish
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import room_on
from borgerplan_desktop.model.shelter import StaffMember, StaffRole
from borgerplan_desktop.phone_number import phone_number

BLANK = "_" * 24                                         # for a pen
FOOD = ("mad", "spis", "måltid", "food", "meal")         # the shelter itself says when


def welcome_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False, today: date) -> bytes:
    """The sheet as a PDF. Raises LookupError for a case without citizen, ValueError for a language not spoken."""
    p = begin(case, language, large_print, today)
    g = p.galley
    g.sheet.axis, g.sheet.measure = 0.0, g.sheet.width   # nothing is labelled on it: one column, on one sheet
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
        parts.heading(g, p.say("Your contact person"), style=g.sheet.goal, before=.5, after=0)
        name = p.name_of(staff)
        phone = staff.phone.strip() if staff is not None else ""
        if name and phone:
            parts.paragraph(g, p.say("{name}, phone {phone}", name=name, phone=phone_number(phone)), g.sheet.strong,
                            after=.25)
        elif name:
            parts.paragraph(g, name, g.sheet.strong, after=.25)
        else:
            parts.paragraph(g, ": ".join((p.say("Name and phone"), BLANK)), after=.25)
        parts.paragraph(g, p.say("Your contact person helps you with what you need. Say so if you would rather talk "
                                 "with somebody else."))


def _first_days(p: PlanContext) -> None:
    g = p.galley
    room = "" if p.citizen.protected_address else room_on(p.case, p.today)
    steps = [
        *_food(p),
        p.say("We talk about what you need first: sleep, food, clothes, medicine, a doctor, money."),
        _who_is_told(p),
        p.say("We find out with you who is to help with what."),
        p.say("Together we make one plan. You decide where it goes, and we follow it up.")]
    home, *where = _home(p, room)
    with g.inside("Sect"), g.together(.6):
        parts.heading(g, p.say("The first days"), style=g.sheet.goal, before=.5, after=0)
        parts.items(g, [Item(home, more=where), *(Item(step) for step in steps)], gap=.1)


def _who_is_told(p: PlanContext) -> str:
    """What the notice of admission says, in plain words; of whoever is anonymous there is nothing to tell."""
    if p.citizen.anonymous:
        return p.say("You are anonymous here. We do not tell anybody who you are.")
    return p.say("We must tell your municipality that you live here: who you are, which day you came, whom they reach "
                 "you through, and if you need an interpreter. Nothing about your health.")


def _home(p: PlanContext, room: str) -> list[str]:
    """Where to sleep and where to find back to; where the address is protected, nothing that leads there."""
    shelter = p.shelter
    bed = p.say("You have room {room}.", room=room) if room else p.say("We show you where you are to sleep.")
    if shelter is None or not p.issuer.strip():
        return [bed]
    address = ", ".join(line.strip() for line in (shelter.name, *shelter.address.splitlines()) if line.strip())
    return p.spoken(" ".join((bed, p.say("You live here:"))), Said(f"{address}."))


def _food(p: PlanContext) -> list[str]:
    """A line for a pen where the shelter's own words do not say when."""
    shelter = p.shelter
    own = f"{shelter.welcome}\n{shelter.house_rules}".casefold() if shelter is not None else ""
    return [] if any(word in own for word in FOOD) else [" ".join((p.say("There is food at"), BLANK))]


def _who_knows(p: PlanContext) -> None:
    g = p.galley
    with g.inside("Sect"), g.together(.6):
        parts.heading(g, p.say("You decide who knows what"), style=g.sheet.goal, before=.5, after=0)
        parts.paragraph(g, p.say("We ask you before we tell others about you. You can say yes to some things and no to "
                                 "others, and you can change your mind. If a law says that we must tell something, we "
                                 "tell you first, if we may."), after=.25)
        parts.items(g, [Item(each) for each in (
            p.say("Do you speak another language? We find an interpreter. It costs you nothing."),
            p.say("You may bring somebody you trust to every talk."),
            p.say("You may see what we write about you."))], gap=.1)


def _rules(p: PlanContext) -> None:
    g = p.galley
    own = p.shelter.house_rules.strip() if p.shelter is not None else ""
    rules = [Said(line.strip(" -–•\t")) for line in own.split("\n") if line.strip(" -–•\t")] if own else [
        p.say("We speak kindly to each other. Nobody may hit, threaten or take what is others'."),
        p.say("At night it is quiet, so that everybody can sleep."),
        p.say("Say so if you stay out for the night, so that we need not worry."),
        p.say("Is something hard? Come to us before it grows.")]
    with g.inside("Sect"), g.together(.6):
        parts.heading(g, p.say("How we live here"), style=g.sheet.goal, before=.5, after=0)
        parts.items(g, [Item(rule) for rule in rules], gap=.1)


def _when_off(p: PlanContext) -> None:
    """Whom to call when the contact person is off, and whom to tell what we do badly; the number of those who help in
    danger is the same for all.
    """
    g, shelter = p.galley, p.shelter
    off = shelter.call_when_off.strip() if shelter is not None else ""
    phone = shelter.phone.strip() if shelter is not None else ""
    leader = p.name_of(next((each for each in p.case.register.all(StaffMember) if each.role is StaffRole.LEADER
                             and not each.retired), None)) if p.case.register is not None else ""
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("When your contact person is off"), style=g.sheet.goal, before=.5, after=0)
        if off:
            parts.paragraph(g, Said(off), after=.25)
        elif phone:
            parts.paragraph(g, p.say("Call the shelter, phone {phone}.", phone=phone_number(phone)), after=.25)
        else:
            parts.paragraph(g, p.say("Go to the office and ask, or call:") + f" {BLANK}", after=.25)
        parts.paragraph(g, p.say("Are you not content with us? Tell {leader}, who leads the shelter. You may "
                                 "bring somebody.", leader=leader) if leader else
                        p.say("Are you not content with us? Tell the leader of the shelter. You may bring somebody."),
                        after=.25)
        parts.paragraph(g, p.say("In danger: call 112. It costs nothing, and you may speak English."))
