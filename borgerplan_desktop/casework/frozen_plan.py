"""What an adopted plan says, read from the frozen case file once while the case is open."""
from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanOutcome
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Plan, Step
from borgerplan_desktop.model.row import Row, fields_of

PLAN_ROWS = (Plan, Goal, Step, Intervention, Agreement, Expectation, EarlierPlan)  # what the plan says; no more
SAID: dict[type[Row], frozenset[str]] = {                # of these it says no more; else all of a row
    Expectation: frozenset({Expectation.of.key, Expectation.text.key, Expectation.place.key}),
    EarlierPlan: frozenset({EarlierPlan.kind.key, EarlierPlan.title.key, EarlierPlan.dated_on.key,
                            EarlierPlan.outcome.key, EarlierPlan.kept_because.key}),
    Plan: frozenset(fields_of(Plan)) - {Plan.next_talk_on.key, Plan.template_id.key}}
_OPEN = EarlierPlanOutcome.OPEN.value
MOST = 2                                                 # the newest version, and one that is looked back at
Said = dict[str, dict[str, dict[str, Any]]]              # by table and id: the row as the case file has it


def is_said(kind: type[Row], values: Mapping[str, Any]) -> bool:
    """Whether the paper says anything of such a row: not of an expectation without words, or an earlier plan that is
    still being taken over.
    """
    if kind is Expectation:
        return bool(values.get(Expectation.text.key, "").strip())
    return kind is not EarlierPlan or values.get(EarlierPlan.outcome.key, _OPEN) != _OPEN


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
