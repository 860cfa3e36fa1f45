"""The checklist before moving out, for the municipality and the shelter: § 110, stk. 5, i lov om social service."""
from __future__ import annotations

from datetime import date
from functools import partial

from borgerplan_desktop.documents.leaving_parts import leaving_pdf, stay_about, tick_item
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper_frame import entry
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import LeavesTo, LeftHow, Stay
from borgerplan_desktop.model.leaving import BOTH_WAYS, LeavingItem, unticked_conditions

OWN_HOME = (LeavingItem.SUPPORT, LeavingItem.LEASE)
SERVICE = (LeavingItem.CAN_MOVE_IN,)


def discharge_checklist_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                            today: date) -> bytes:
    """The checklist of a stay. Raises LookupError for a case without citizen, ValueError for a language not spoken."""
    return leaving_pdf(case, N_("Checklist before moving out"), N_("§ 110, stk. 5, of the Social Services Act"),
                       N_("About {name}"), partial(_fill, about), language=language, large_print=large_print,
                       today=today)


def _fill(about: str, p: PlanContext) -> None:
    g, stay = p.galley, stay_about(p.case, about)
    way = stay.leaves_to if stay is not None else None
    with g.inside("Sect"):
        parts.heading(g, p.say("Before the municipality can discharge from the shelter"), before=0)
        _ticks(p, stay, BOTH_WAYS)
    if way is not LeavesTo.SERVICE:
        with g.inside("Sect"):
            parts.heading(g, p.say("With an own home"), before=.75)
            _ticks(p, stay, OWN_HOME)
    if way is not LeavesTo.OWN_HOME:
        with g.inside("Sect"):
            parts.heading(g, p.say("With an accommodation service"), before=.75)
            _ticks(p, stay, SERVICE)
    if stay is not None and stay.left_how is not LeftHow.DIED and way is not None and unticked_conditions(p.case, stay):
        parts.paragraph(g, p.say("Something is missing before the municipality can discharge: it is what has no tick."))
    parts.paragraph(g, p.say("The list holds when the municipality decides on the discharge. The leader's own decision "
                             "follows stk. 4."), g.sheet.quiet)
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("How the stay ends"), before=1)
        _ending(p, stay)
        parts.signatures(g, [p.say("Date and signature, the shelter"), p.say("Date and signature, the municipality")])


def _ticks(p: PlanContext, stay: Stay | None, items: tuple[LeavingItem, ...]) -> None:
    parts.items(p.galley, [tick_item(p, stay, item) for item in items], gap=.2)


def _ending(p: PlanContext, stay: Stay | None) -> None:
    how = stay.left_how if stay is not None else None
    entry(p, p.say("How"), p.say(how.label) if how is not None else "")
    if how is LeftHow.DIED:                              # nobody moves, and nobody is asked
        return
    entry(p, p.say("Moved out on"), p.day(stay.left_on) if stay is not None and stay.left_on is not None else "")
    if not p.citizen.protected_address:                  # where somebody lives from now on is theirs to tell
        entry(p, p.say("Moved to"), stay.left_to if stay is not None else "")
    if how in (None, LeftHow.DISCHARGED, LeftHow.LEADER, LeftHow.EXPELLED):
        told = stay.complaint_told_on if stay is not None else None
        entry(p, p.say("Told how to complain"), p.day(told) if told is not None else "")
