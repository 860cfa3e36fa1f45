"""The plans from elsewhere: which of them this one plan replaces, and which still hold beside it, and why."""
from __future__ import annotations

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanOutcome


def other_plans(p: PlanContext) -> None:
    """Only what is settled, and to whom it may be told; nothing at all where there is none."""
    found = [each for each in p.case.all(EarlierPlan) if p.covered.earlier_plan(each.kind)]
    kept = [each for each in found if each.outcome is EarlierPlanOutcome.KEPT]
    replaced = [each for each in found if each.outcome is EarlierPlanOutcome.REPLACED]
    if not kept and not replaced:
        return
    g = p.galley
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, p.say("My other plans"), before=1.25)
        if replaced:
            parts.row(g, p.say("Taken over here"), *[Said(_named(p, each)) for each in replaced], after=.25)
        if kept:
            parts.row(g, p.say("Holds still"),
                      *[Said(f"{_named(p, each)}: {each.kept_because.strip()}") for each in kept], after=.25)


def _named(p: PlanContext, plan: EarlierPlan) -> str:
    name = " ".join(plan.title.split()) or p.say(plan.kind.label)
    return f"{name}, {p.words.day(plan.dated_on)}" if plan.dated_on is not None else name
