"""A goal stalls, is closed and opened again: what was said stays, and only what closing ticked is unticked."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.casework.plan.agreements import add_agreement, take_up_agreement, tick_agreement
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.network import citizen_member
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import Goal, GoalStatus, Step
from tests.archive import picture


@pytest.mark.parametrize("closed", [GoalStatus.REACHED, GoalStatus.SET_ASIDE, GoalStatus.REPLACED])
def test_a_closed_goal_has_its_day_and_opened_again_it_has_none(opened: OpenCase, closed: GoalStatus) -> None:
    goal = goals.add_goal(opened, "bolig")
    goals.set_status(opened, goal, closed)
    assert goal.closed_on == opened.today()
    goals.set_status(opened, goal, GoalStatus.IN_PROGRESS)
    assert goal.closed_on is None


def test_how_it_went_stays_as_a_note_when_the_goal_is_opened_again(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    step = goals.add_step(opened, goal, "ring")
    goals.reach_goal(opened, goal)
    write(opened, goal, Goal.how_it_went, "Jeg fik min dør.", "How it went")
    before = picture(opened.case)
    goals.set_status(opened, goal, GoalStatus.IN_PROGRESS)
    assert (goal.how_it_went, step.done) == ("", False)
    assert [note.text for note in goal.notes] == ["Nået: Jeg fik min dør."]
    opened.undo()
    assert picture(opened.case) == before
    assert (goal.how_it_went, goal.notes) == ("Jeg fik min dør.", [])
    opened.redo()
    assert [note.text for note in goal.notes] == ["Nået: Jeg fik min dør."]


def test_from_reached_to_set_aside_loses_the_ticks_and_keeps_the_words(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    by_hand, by_goal = goals.add_step(opened, goal, "ring"), goals.add_step(opened, goal, "se den")
    goals.tick_step(opened, by_hand)
    goals.reach_goal(opened, goal)
    write(opened, goal, Goal.how_it_went, "Næsten", "How it went")
    goals.set_status(opened, goal, GoalStatus.SET_ASIDE)
    assert [by_hand.done, by_goal.done] == [True, False]
    assert (goal.how_it_went, goal.closed_on) == ("Næsten", opened.today())
    assert not goal.notes


def test_why_it_stalls_stays_while_it_stalls_and_is_a_note_afterwards(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    goals.set_status(opened, goal, GoalStatus.SLOWLY)
    write(opened, goal, Goal.stalls_because, "Vi venter på kommunen", "Why it stalls")
    goals.set_status(opened, goal, GoalStatus.ON_HOLD)
    assert goal.stalls_because == "Vi venter på kommunen"
    goals.set_status(opened, goal, GoalStatus.IN_PROGRESS)
    assert goal.stalls_because == ""
    assert [note.text for note in opened.case.all(Note)] == ["På pause: Vi venter på kommunen"]


def test_the_same_status_again_is_nothing_to_undo(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    goals.reach_goal(opened, goal)
    before = len(opened.done)
    goals.set_status(opened, goal, GoalStatus.REACHED)
    assert len(opened.done) == before


def test_a_tick_says_by_whom_and_the_day_can_be_another(opened: OpenCase) -> None:
    citizen = citizen_member(opened.case)
    assert citizen is not None
    goal = goals.add_goal(opened, "bolig")
    write(opened, goal, Goal.responsible_id, citizen.id, "x")
    step = goals.add_step(opened, goal, "ring")
    goals.tick_step(opened, step)
    assert step.done_by_id == citizen.id                 # nobody has the step: whoever has the goal
    earlier = opened.today() - timedelta(days=4)
    goals.step_done_on(opened, step, earlier)
    assert (step.done_on, step.done_by_id) == (earlier, citizen.id)
    with pytest.raises(Refused) as refusal:
        goals.step_done_on(opened, step, opened.today() + timedelta(days=1))
    assert refusal.value.field == "done_on"
    goals.step_done_on(opened, step, None)
    assert (step.done_on, step.done_by_id) == (None, None)


def test_a_day_put_on_a_step_by_hand_stays_when_the_goal_is_opened_again(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    step = goals.add_step(opened, goal, "ring")
    goals.reach_goal(opened, goal)
    goals.step_done_on(opened, step, date(2026, 1, 5))
    goals.set_status(opened, goal, GoalStatus.IN_PROGRESS)
    assert opened.case.the(Step).done_on == date(2026, 1, 5)


def test_an_agreement_says_who_did_it(opened: OpenCase) -> None:
    citizen = citizen_member(opened.case)
    agreement = add_agreement(opened, "ringer", citizen)
    tick_agreement(opened, agreement)
    assert citizen is not None
    assert agreement.done_by_id == citizen.id
    take_up_agreement(opened, agreement)
    assert agreement.done_by_id is None
