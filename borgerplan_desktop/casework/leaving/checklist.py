"""The lists before moving out: a person ticks each line; what the program knows is said beside it, never ticked."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.course.course import milestone
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, day, listed
from borgerplan_desktop.model.application import Application, ApplicationKind, HousingOffer, OfferAnswer, Outcome
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import LeftHow, MilestoneKind, Stay
from borgerplan_desktop.model.leaving import LeavingItem, LeavingTick, tick_of, unticked_conditions

TICKED = N_("Tick the list before moving out")

# What each condition is called when it is missing: the whole sentence is too long to list.
_SHORT = {
    LeavingItem.ACTION_PLAN: N_("the action plan"), LeavingItem.DWELLING: N_("a dwelling or an accommodation service"),
    LeavingItem.SUPPORT: N_("the decision on support"), LeavingItem.LEASE: N_("a lease of a dwelling that is ready"),
    LeavingItem.CAN_MOVE_IN: N_("that the citizen can move in")}


def tick(opened: OpenCase, stay: Stay, item: LeavingItem, on: bool = True) -> LeavingTick | None:
    """A line is in place today, or is not after all; its note stays."""
    found = tick_of(opened.case, stay, item)
    if (found is not None and found.ticked_on is not None) is on:
        return found
    with opened.action(TICKED):
        if found is None:
            found = opened.case.add(LeavingTick(item=item.value, stay_id=stay.id))
        found.ticked_on = opened.today() if on else None
    return found


def ticked_on(opened: OpenCase, tick: LeavingTick, on: date | None) -> None:
    """It was in place that day; None = it is not. Raises Refused for a day to come."""
    if on is not None and on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "day")
    with opened.action(TICKED):
        tick.ticked_on = on


def known(case: Case, item: LeavingItem, today: date) -> str:
    """What the program knows of a line, in words; "" = nothing."""
    if item is LeavingItem.ACTION_PLAN:
        plan = milestone(case, MilestoneKind.ACTION_PLAN)
        if plan is not None and plan.done_on is not None:
            return _("We know: the municipality's action plan was made {date}.").format(date=day(plan.done_on, today))
    if item is LeavingItem.DWELLING:
        accepted = [each for each in case.all(HousingOffer) if each.answer is OfferAnswer.ACCEPTED]
        if accepted:
            where = accepted[-1].dwelling.strip()
            return (_("We know: a dwelling was offered and accepted: {where}.").format(where=where.rstrip("."))
                    if where else _("We know: a dwelling was offered and accepted."))
    if item is LeavingItem.SUPPORT:
        granted = [each for each in case.all(Application) if each.kind is ApplicationKind.SUPPORT
                   and each.outcome in (Outcome.YES, Outcome.PARTLY)]
        if granted:
            on = granted[-1].answered_on
            return (_("We know: support at home was granted {date}.").format(date=day(on, today)) if on is not None
                    else _("We know: support at home was granted."))
    return ""


def missing_words(case: Case, stay: Stay) -> str:
    """What is missing before the municipality can discharge; "" = nothing."""
    missing = unticked_conditions(case, stay)
    if not missing or stay.left_how in (LeftHow.LEADER, LeftHow.EXPELLED, LeftHow.LEFT):     # the list is not for these
        return ""
    return _("Something is missing before the municipality can discharge under § 110, stk. 5: {items}.").format(
        items=listed([_(_SHORT[item]) for item in missing]))


def state_words(case: Case, stay: Stay) -> str:
    """How far the list is; "" where it does not hold and not all of it is ticked."""
    return missing_words(case, stay) or (
        "" if unticked_conditions(case, stay) else _("Everything on the list is in place."))


def rule_words(how: LeftHow | None) -> str:
    """When the law's list holds."""
    if how in (LeftHow.LEADER, LeftHow.EXPELLED):
        return _("The list holds when the municipality decides on the discharge. The leader's own decision follows "
                 "stk. 4.")
    if how is LeftHow.LEFT:
        return _("Somebody who has left without a word is not discharged by that. Look for them first.")
    return _("The list holds when the municipality decides on the discharge.")
