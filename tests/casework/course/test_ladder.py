"""The ladder: moved, put right with the days in any order, and who decided is asked for and never in the way."""
from __future__ import annotations

from datetime import date

import pytest

from borgerplan_desktop.casework.course.ladder import (
    aim_for,
    correct_since,
    decided_that_day,
    move_help,
    remove_position,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.ladder import EXAMPLES, lacks_decision, needs_decision
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.plan import LadderPosition, current_plan, ladder_step

TODAY, TOMORROW = date(2026, 10, 27), date(2026, 10, 28)


def steps(opened: OpenCase) -> list[tuple[date, int]]:
    return [(each.since, each.step.number) for each in opened.case.all(LadderPosition)]


def test_every_step_has_examples_and_the_first_alone_needs_no_decision() -> None:
    assert all(EXAMPLES[step] for step in LadderStep)
    assert [step.number for step in LadderStep if not needs_decision(step)] == [1]


def test_the_help_moves_and_undo_takes_it_back(opened: OpenCase) -> None:
    before = steps(opened)
    move_help(opened, LadderStep.LESS)
    assert steps(opened) == [*before[:-1], (TODAY, 3)]   # Jonas was received today: one step a day
    opened.undo()
    assert steps(opened) == before


def test_a_step_may_be_told_later_and_the_last_by_its_day_holds(opened: OpenCase) -> None:
    move_help(opened, LadderStep.MORE, date(2026, 8, 1))
    move_help(opened, LadderStep.EARLY, date(2026, 6, 1))
    assert [each for each in steps(opened) if each[0] < TODAY] == [(date(2026, 6, 1), 2), (date(2026, 8, 1), 4)]
    assert ladder_step(opened.case) is LadderStep.STAY


def test_another_choice_of_the_same_day_forgets_whose_decision_it_was(opened: OpenCase) -> None:
    position = move_help(opened, LadderStep.LESS)
    with opened.action("decided"):
        position.help, position.decided_by = "støttekontaktperson", "Hjemløseenheden"
    assert not lacks_decision(position)
    assert move_help(opened, LadderStep.MORE) is position
    assert (position.help, position.decided_by, lacks_decision(position)) == ("", "", True)
    assert not lacks_decision(move_help(opened, LadderStep.OPEN))


def test_the_same_step_again_is_no_move(opened: OpenCase) -> None:
    position = opened.case.all(LadderPosition)[-1]
    assert move_help(opened, position.step) is position


@pytest.mark.parametrize("day", [None, TOMORROW])
def test_a_day_that_cannot_be_is_refused(opened: OpenCase, day: date | None) -> None:
    position = opened.case.all(LadderPosition)[-1]
    with pytest.raises(Refused) as refusal:
        correct_since(opened, position, day)
    assert refusal.value.field == "since"
    if day is not None:
        with pytest.raises(Refused):
            move_help(opened, LadderStep.LESS, day)
        with pytest.raises(Refused):
            decided_that_day(opened, position, day)


def test_two_steps_never_begin_on_one_day(opened: OpenCase) -> None:
    first = move_help(opened, LadderStep.MORE, date(2026, 8, 1))
    last = opened.case.all(LadderPosition)[-1]
    with pytest.raises(Refused):
        correct_since(opened, first, last.since)
    correct_since(opened, first, date(2026, 7, 1))
    assert first.since == date(2026, 7, 1)
    correct_since(opened, first, date(2026, 7, 1))       # as it stands


def test_a_step_written_by_mistake_goes_and_comes_back(opened: OpenCase) -> None:
    position = move_help(opened, LadderStep.MORE, date(2026, 8, 1))
    remove_position(opened, position)
    assert not position.exists
    opened.undo()
    assert position.exists


def test_the_aim_is_chosen_and_let_go(opened: OpenCase) -> None:
    aim_for(opened, LadderStep.EARLY)
    assert current_plan(opened.case).ladder_goal is LadderStep.EARLY
    aim_for(opened, None)
    assert current_plan(opened.case).ladder_goal is None
