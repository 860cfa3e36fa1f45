"""The plans that the one plan replaces: taken in with their source, until everything lives in the plan."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanKind


def take_in(opened: OpenCase, kind: EarlierPlanKind, title: str, from_whom: str, dated_on: date | None,
            text: str) -> EarlierPlan:
    """Take in the text of an earlier plan. Raises Refused when there is none."""
    if not text.strip():
        raise Refused(_("Paste or type the text of the plan."), "words")
    with opened.action(N_("Took in an earlier plan")):
        return opened.case.add(EarlierPlan(kind=kind, title=title.strip(), from_whom=from_whom.strip(),
                                           dated_on=dated_on, text=text))


def remove(opened: OpenCase, plan: EarlierPlan) -> None:
    """Everything in it lives in the plan now (or it was the wrong one)."""
    with opened.action(N_("Removed an earlier plan")):
        opened.case.remove(plan)
