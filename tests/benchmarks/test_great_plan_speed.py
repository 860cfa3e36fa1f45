"""What plans of a size seldom met cost, against the same words and lines on a raw reportlab canvas."""
from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.case import Case
from tests.benchmarks.test_paper_speed import raw, recorded
from tests.documents import great_plans, samples

RUNS = 5


@pytest.mark.parametrize(("make", "most", "target_ms"), [       # the targets are printed beside: they are the machine's
    (great_plans.many_goals, 3.6, 400), (great_plans.many_agreements, 2.5, 800),
    (great_plans.many_people, 8.5, 1000)])
def test_a_great_plan_costs_few_times_its_drawing(monkeypatch: pytest.MonkeyPatch, make: Callable[[], Case],
                                                  most: float, target_ms: int) -> None:
    case = make()
    calls = recorded(monkeypatch, lambda: plan_pdf(case, today=samples.TODAY))
    made, drawn = [], []
    for _ in range(RUNS):
        started = process_time()
        plan_pdf(case, today=samples.TODAY)
        made.append(process_time() - started)
        started = process_time()
        raw(calls)
        drawn.append(process_time() - started)
    print(f"{make.__name__}: {min(made) * 1000:.0f} ms (target {target_ms}), raw canvas {min(drawn) * 1000:.0f} ms: "
          f"× {min(made) / min(drawn):.2f}")
    assert min(made) / min(drawn) <= most
