"""What the partners' notice and the citizen's own copy of it both say: who holds the threads together, or the end."""
from __future__ import annotations

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper_frame import phone_words
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.course import coordinator, ended_coordination


def has_ended(p: PlanContext) -> bool:
    """Whether nobody coordinates any more."""
    return coordinator(p.case) is None and ended_coordination(p.case) is not None


def who_it_is(p: PlanContext) -> None:
    """Name, office and number, as far as the reader may know them; lines for a pen where nobody is chosen."""
    g, assignment = p.galley, coordinator(p.case)
    member = assignment.member if assignment is not None else None
    if assignment is None or member is None:
        parts.labelled_lines(g, p.say("Coordinator"), 2)
        return
    contact, number, where = member.contact, p.may_give_number(member), p.covered.says_where_from(member)
    known = "" if member.is_citizen or member.left_out_of_paper or not where else contact.described
    parts.row(g, p.say("Coordinator"), (p.full_name(member), g.sheet.strong), Said(known),
              phone_words(p, contact.phone) if number else "", Said(contact.email.strip() if number and where else ""))
    parts.row(g, p.say("From"), p.day(assignment.since))
    if assignment.temporary:
        parts.row(g, p.say("Only for now"), p.say("A permanent coordinator is agreed by {date}.",
                                                  date=p.day(assignment.permanent_by)))
    parts.row(g, p.say("The task"), p.say("Does not do everything alone, but holds the threads together: who does "
                                          "what, and when?"))


def ending(p: PlanContext, *, says_what_follows: bool) -> None:
    """That nobody needs to hold the threads together any more, and what happens now."""
    g, ended = p.galley, ended_coordination(p.case)
    if ended is None:
        return
    parts.row(g, p.say("Since"), p.day(ended.until or p.today))
    parts.row(g, p.say("It means"), p.say("Nobody needs to hold the threads together any more."))
    if says_what_follows and ended.plan_for_after.strip():
        parts.row(g, p.say("What happens now"), Said(ended.plan_for_after))
