"""The notice of § 110, stk. 6: by when, and when nobody need send it any more."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.model.admission import acts_now, notice_by
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import Stay

FRIDAY = date(2026, 12, 4)


def case(**facts: object) -> Case:
    return Case("case", [Stay(id="stay", admitted_on=FRIDAY, **facts)])  # type: ignore[arg-type]


def test_it_is_due_three_working_days_after_the_decision() -> None:
    assert notice_by(case(decided_on=FRIDAY).all(Stay)[0]) == date(2026, 12, 8)
    assert notice_by(case().all(Stay)[0]) is None


def test_nobody_acts_before_somebody_has_written_it() -> None:
    assert acts_now(Case("case")) is None
