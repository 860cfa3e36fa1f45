"""What an adopted plan says, read from the frozen case file once while the case is open."""
from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.everyday_health import Habit
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanOutcome
from borgerplan_desktop.model.plan import (
    Agreement,
    FollowUpDay,
    Goal,
    Intervention,
    InterventionReview,
    Plan,
    ReviewOutcome,
    Step,
)
from borgerplan_desktop.model.row import Row, fields_of

PLAN_ROWS = (Plan, Goal, Step, Intervention, InterventionReview, Habit, Agreement, Expectation, FollowUpDay,
             EarlierPlan)                                # what the plan says, and nothing else, stays here
SAID: dict[type[Row], frozenset[str]] = {                # of these it says no more; else all of a row
    Expectation: frozenset({Expectation.of.key, Expectation.text.key, Expectation.place.key}),
    EarlierPlan: frozenset({EarlierPlan.kind.key, EarlierPlan.title.key, EarlierPlan.dated_on.key,
                            EarlierPlan.outcome.key, EarlierPlan.kept_because.key}),
    Plan: frozenset(fields_of(Plan)) - {Plan.next_talk_on.key, Plan.template_id.key},
    FollowUpDay: frozenset({FollowUpDay.on.key}),
    InterventionReview: frozenset({InterventionReview.on.key, InterventionReview.outcome.key,
                                   InterventionReview.why.key})}
MOST = 2                                                 # the newest version, and one that is looked back at
Said = dict[str, dict[str, dict[str, Any]]]              # by table and id: the row as the case file has it


MAY_SAY_NOTHING = (Habit, InterventionReview, Expectation, EarlierPlan)


def says_nothing(kind: type[Row], said: Callable[[str], Any]) -> bool:
    """Whether the paper leaves out the row of which `said` gives the fields: one without words yet, an earlier plan
    that is still being taken over, or that a help simply goes on.
    """
    if kind is Habit:
        return not any(said(name) for name in (Habit.now.key, Habit.wish.key, Habit.follow_up_on.key))
    if kind is InterventionReview:
        return bool(said(InterventionReview.outcome.key) == ReviewOutcome.CONTINUED)
    if kind is EarlierPlan:
        return (said(EarlierPlan.outcome.key) or EarlierPlanOutcome.OPEN) == EarlierPlanOutcome.OPEN
    return kind is Expectation and not said(Expectation.text.key).strip()


class FrozenPlans:
    """By digest, the last few asked for. Belongs to one open case and goes with it: a lock leaves nothing of it."""

    def __init__(self) -> None:
        self._said: dict[str, Said] = {}
        self._cases: dict[str, Case] = {}

    def said(self, digest: str, kept: Callable[[str], bytes | None]) -> Said:
        """The rows of the plan that lie frozen under a digest, which `kept` finds; empty when nothing does."""
        said = self._said.pop(digest, None)
        if said is None:
            content = kept(digest)
            if content is None:
                return {}
            case = json.loads(content)["case"]
            said = {kind.__tablename__: {row["id"]: row for row in case.get(kind.__tablename__, [])}
                    for kind in PLAN_ROWS}
        self._said[digest] = said
        while len(self._said) > MOST:
            del self._said[next(iter(self._said))]
        return said

    def case(self, digest: str, kept: Callable[[str], bytes | None]) -> Case:
        """The whole case that lies frozen under a digest, to read. Raises LookupError when nothing does, CaseFileError
        when it is broken.
        """
        from borgerplan_desktop.documents.case_file import read_case

        case = self._cases.pop(digest, None)
        if case is None:
            content = kept(digest)
            if content is None:
                raise LookupError(f"nothing is kept under {digest!r}")
            case = read_case(content).case()
        self._cases[digest] = case
        while len(self._cases) > MOST:
            del self._cases[next(iter(self._cases))]
        return case
