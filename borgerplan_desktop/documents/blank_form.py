"""A paper that says nothing of anybody, to fill in by pen: whose it is and what happens to it stands at its end."""
from __future__ import annotations

from datetime import datetime

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import NEVER
from borgerplan_desktop.documents.paper.typography import FIRM, INK
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.course import Course
from borgerplan_desktop.model.meeting import Meeting, Participant
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.plan import Plan

ROWS = 5                                                 # lines for whoever comes to a meeting
PEOPLE, PEOPLE_LARGE = 9, 5                              # lines for those on a map
LINE = "_" * 22                                          # for a pen
BLANK = "blank-form"                                     # the id of a case that there is not


def blank_case(register: Case | None, now: datetime) -> Case:
    """Nobody's case: what every paper needs to be drawn, and nothing in it."""
    me = NetworkMember(id="me", kind=MemberKind.CITIZEN)
    rows = [Citizen(id=BLANK), Course(id="course", first_contact_on=now.date()), Plan(id="plan"), Cooperation(id="how"),
            me, Meeting(id="meeting"), Participant(id="mine", meeting_id="meeting", member_id=me.id)]
    return Case(BLANK, rows, register=register)


def is_blank(p: PlanContext) -> bool:
    return p.case.id == BLANK


def end_of_form(p: PlanContext, *, names: bool = True) -> None:
    """Lines for whose it is and when it was filled in, and what to do with it then."""
    if not is_blank(p):
        return
    g = p.galley
    if g.sheet.landscape:                                # a map without names: who they are, to write down beside it
        parts.heading(g, p.say("Name and phone"), before=0)
        parts.writing_lines(g, PEOPLE_LARGE if g.sheet.scale > 1 else PEOPLE, whole=True)
    if g.slabs:
        g.slabs[-1].hold = NEVER                         # these lines alone are no page
    with g.inside("Sect"), g.together():
        parts.rule(g, FIRM, INK, before=1.25, after=.5)  # no line to write on
        asked = [f"{each}: {LINE}" for each in (p.say("Name"), p.say("Filled in on, with"))] if names else []
        beside = "  ".join(asked)
        for line in [beside] if g.sheet.body.width(beside) <= g.sheet.width else asked:
            parts.paragraph(g, line, width=g.sheet.width, after=.25)
            g.slabs[-1].hold = NEVER
        parts.paragraph(g, p.say("For whoever works here: type it in the same day, in the citizen's own words. Then "
                                 "the citizen gets this paper, or it is shredded.") if names else
                        p.say("For whoever works here: type in the answers without a name. Then shred the paper."),
                        g.sheet.quiet, width=g.sheet.width, after=0)


def lines_of_form(p: PlanContext, heading: str, count: int) -> None:
    """A part of a blank form that has nothing to stand on paper where nobody has said anything."""
    if is_blank(p):
        with p.galley.inside("Sect"), p.galley.together():
            parts.heading(p.galley, heading, before=1)
            parts.writing_lines(p.galley, count)
