"""The notice to a partner: who holds the threads together, and who does what; or that coordination has ended.

It is about a citizen, so it goes only to those whom a consent in force covers, and says no more than that covers.
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.latin_names import printable
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.build import Footer, build
from borgerplan_desktop.documents.paper.galley import Galley, Said
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper.typography import Sheet
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.documents.plan import LARGE
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import TIGHT, tasks_of
from borgerplan_desktop.documents.plan_protected_address import without_the_address
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import ConsentState, Topic, may_share, state_of
from borgerplan_desktop.model.course import CoordinatorAssignment, ended_coordination
from borgerplan_desktop.model.course import coordinator as coordinator_of
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.phone_number import phone_number


def coordinator_notice_pdf(case: Case, member_id: str = "", *, language: str = "da", large_print: bool = False,
                           today: date) -> bytes:
    """The notice to one person of the network; without one it is the citizen's own copy, with everything in it.

    Raises LookupError for a case without citizen or nobody of that id, ValueError when no consent in force covers the
    person, or for a language not spoken.
    """
    words = Words(language)
    to = case.get(NetworkMember, member_id) if member_id else None
    if member_id and to is None:
        raise LookupError(f"nobody in the network has the id {member_id!r}")
    if to is not None and state_of(case, to, today) not in (ConsentState.GIVEN, ConsentState.PARTLY):
        raise ValueError("no consent in force covers the person")
    whole = to is None or may_share(case, to, Topic.PLAN, today).allowed
    g = Galley(Sheet(LARGE if large_print else 1.0, language), words.tag)
    case = printable(case, words)
    if case.the(Citizen).protected_address:
        case = without_the_address(case, words)
    p = PlanContext(case, words, g, today, reader=Reader.CITIZEN if to is None else Reader.OTHERS)
    assignment, ended = coordinator_of(case), ended_coordination(case)
    name = p.citizen.name or p.citizen.first_name or p.say("the citizen")
    over = assignment is None and ended is not None
    title = p.say("Coordination has ended") if over else p.say("Coordinator")
    parts.title(g, p.say("Notice to partners"), title, name)
    with g.inside("Sect"):
        if to is not None:
            contact = case.get(NetworkMember, to.id)
            assert contact is not None
            parts.row(g, p.say("To"), p.full_name(contact), Said(contact.contact.described))
        if ended is not None and over:
            _ending(p, ended, whole)
        else:
            _who(p, assignment)
        _asked(p, over)
    if whole and not over:
        _who_does_what(p)
    _from(p)
    dated = words.day(today)
    footer = Footer((name, title, dated), p.say("page {page} of {total}"), keep=title)
    return build(g, f"{title}, {name}", footer, About(author=p.issuer, subject=f"{title}, {dated}", on=today))


def _who(p: PlanContext, assignment: CoordinatorAssignment | None) -> None:
    g = p.galley
    member = assignment.member if assignment is not None else None
    if assignment is None or member is None:
        parts.labelled_lines(g, p.say("Coordinator"), 2)
        return
    contact = member.contact
    phone = p.say("Phone {phone}", phone=phone_number(contact.phone)) if contact.phone.strip() \
        and p.may_give_number(member) else ""
    mail = contact.email.strip() if p.may_give_number(member) else ""
    known = "" if member.is_citizen or member.left_out_of_paper else contact.described
    parts.row(g, p.say("Coordinator"), (p.full_name(member), g.sheet.strong), Said(known), phone, Said(mail))
    parts.row(g, p.say("From"), p.day(assignment.since))
    if assignment.temporary:
        parts.row(g, p.say("Only for now"), p.say("A permanent coordinator is agreed by {date}.",
                                                  date=p.day(assignment.permanent_by)))
    parts.row(g, p.say("The task"), p.say("Does not do everything alone, but holds the threads together: who does "
                                          "what, and when?"))


def _who_does_what(p: PlanContext) -> None:
    """What is agreed and not done yet, by date, with the citizen called by name: this paper is not in their voice."""
    g = p.galley
    open_ones = [task for task in tasks_of(p, p.citizen.first_name or p.say("The citizen")) if not task[1]]
    rows: list[list[Content]] = [[Said(what), who, when] for _due, _done, who, what, when in sorted(
        open_ones, key=lambda task: (task[0] is None, task[0] or date.max))]
    if not rows:
        return
    with g.inside("Sect"), g.together(.5):
        parts.heading(g, p.say("Who does what, when"), before=1.25)
        table(g, (p.say("This is agreed"), p.say("Who"), p.say("When")), rows, (258, 92, 100), names=1, pad=TIGHT)


def _ending(p: PlanContext, ended: CoordinatorAssignment, whole: bool) -> None:
    g = p.galley
    parts.row(g, p.say("Since"), p.day(ended.until or p.today))
    parts.row(g, p.say("It means"), p.say("Nobody needs to hold the threads together any more."))
    if whole and ended.plan_for_after.strip():
        parts.row(g, p.say("What happens now"), Said(ended.plan_for_after))


def _asked(p: PlanContext, over: bool) -> None:
    """What the partner is asked to do, and why they may know it."""
    g = p.galley
    if not over:
        parts.row(g, p.say("We ask you"), p.say("Tell the coordinator when an agreement changes or comes to a stop. "
                                                "It is written down as coming from you."))
    if p.for_others:
        parts.row(g, p.say("With consent"), p.say("{name} has said yes to your having this. Please do not pass it on.",
                                                  name=p.citizen.first_name or p.say("The citizen")))


def _from(p: PlanContext) -> None:
    """Who writes: the contact person, and the shelter where its name may be known."""
    staff = p.contact_person
    phone = (staff.phone if staff is not None else "") or (p.shelter.phone if p.shelter is not None else "")
    name = p.name_of(staff)
    lines = [Said(", ".join(part for part in (name, staff.title if staff is not None else "") if part)),
             Said(p.issuer), p.say("Phone {phone}", phone=phone_number(phone)) if phone.strip() else "",
             p.words.day(p.today)]
    with p.galley.inside("Sect"), p.galley.together():
        p.galley.air(.75)
        parts.row(p.galley, p.say("Kind regards"), *lines)
