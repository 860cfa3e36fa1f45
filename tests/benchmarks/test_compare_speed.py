"""Two versions of a plan with 80 goals and 800 steps: how fast what is different stands there, read and compared.

Milliseconds are printed with the aim we have for an ordinary PC; what fails is a ratio to a floor in the same run: the
two case files parsed as bare JSON.
"""
from __future__ import annotations

import json
from time import perf_counter

from borgerplan_desktop.casework.plan.versions import told
from borgerplan_desktop.documents.case_file import read_case, write_case
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.plan import Goal, Step, current_plan
from borgerplan_desktop.model.plan_difference import plan_difference
from tests.documents import samples

GOALS, STEPS = 80, 10
AIM = 200                                                # milliseconds, for an ordinary PC
COMPARED_MOST, WHOLE_MOST = 15, 40                       # ratios to the parsing


def large(changed: bool) -> bytes:
    gone = {row.id for row in samples.jonas_rows() if isinstance(row, Goal)}
    rows = [row for row in samples.jonas_rows()
            if row.id not in gone and not gone & set(map(str, row.values().values()))]
    case = Case("jonas", rows, register=samples.register())
    case.begin()
    plan = current_plan(case)
    for number in range(GOALS):
        words = "et andet ord" if changed and number % 2 else "et ord"
        place = float(-number if changed and number % 5 == 0 else number)
        goal = case.add(Goal(id=f"goal{number}", plan_id=plan.id, place=place, title=f"Mål {number}",
                             why=f"Jeg vil gerne have {words}, så jeg kan komme videre med mit liv. " * 4))
        for step in range(STEPS):
            case.add(Step(id=f"step{number}-{step}", goal_id=goal.id, place=float(step),
                          text=f"Ring til nummer {step}, {words if step % 3 == 0 else 'som vi talte om'}"))
    return write_case(case)


def quickest(work: object, times: int = 5) -> float:
    def once() -> float:
        begun = perf_counter()
        work()  # type: ignore[operator]
        return 1000 * (perf_counter() - begun)
    return min(once() for _ in range(times))


def test_two_large_versions_are_compared_at_once() -> None:
    one, other = large(False), large(True)
    before, after = read_case(one).case(), read_case(other).case()

    def parse() -> None:
        json.loads(one)
        json.loads(other)

    def compare() -> int:
        return len(told(plan_difference(before, after), samples.TODAY))

    def whole() -> int:
        return len(told(plan_difference(read_case(one).case(), read_case(other).case()), samples.TODAY))
    assert compare() > GOALS
    floor, compared, read = quickest(parse), quickest(compare), quickest(whole)
    print(f"\ncompare 80 goals × 800 steps: {compared:.0f} ms, with reading both {read:.0f} ms (aim {AIM}); "
          f"{compared / floor:.1f} and {read / floor:.1f} times the parsing of both ({floor:.1f} ms)")
    assert compared < COMPARED_MOST * floor
    assert read < WHOLE_MOST * floor
