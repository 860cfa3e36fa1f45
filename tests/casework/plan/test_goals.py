"""Goals, steps, help and agreements, as a contact person works with them."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import agreements, goals
from borgerplan_desktop.casework.plan.notes import write_note
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, Goal, GoalStatus, Intervention, Step, current_plan


def titles(opened: OpenCase) -> list[str]:
    return [goal.title for goal in current_plan(opened.case).goals]


def test_goals_stand_in_the_order_they_are_given(opened: OpenCase) -> None:
    first, _, third = [goals.add_goal(opened, title) for title in ("bolig", "gæld", "Sara")]
    goals.move_goal(opened, third, 0)
    assert titles(opened) == ["Sara", "bolig", "gæld"]
    goals.move_goal(opened, first, 99)
    assert titles(opened) == ["Sara", "gæld", "bolig"]
    opened.undo()
    assert titles(opened) == ["Sara", "bolig", "gæld"]


def test_moving_a_goal_to_where_it_is_leaves_nothing_to_undo(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    before = len(opened.done)
    goals.move_goal(opened, goal, 0)
    assert len(opened.done) == before


def test_a_deleted_goal_takes_its_parts_and_leaves_notes_and_agreements(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    goals.add_step(opened, goal, "ring")
    goals.add_intervention(opened, goal, "bostøtte")
    agreement = agreements.add_agreement(opened, "Eva ringer", goal=goal)
    write_note(opened, [goal], "venter på svar")
    goals.delete_goal(opened, goal)
    assert not opened.case.all(Goal)
    assert not opened.case.all(Step)
    assert not opened.case.all(Intervention)
    assert [note.text for note in opened.case.all(Note)] == ["venter på svar"]
    assert agreement.goal is None
    opened.undo()
    assert opened.case.the(Goal).notes[0].text == "venter på svar"
    assert agreement.goal is goal


def test_a_reached_goal_has_its_steps_done(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    early, late = goals.add_step(opened, goal, "a"), goals.add_step(opened, goal, "b")
    with opened.action("earlier"):
        early.done_on = date(2026, 1, 1)
    goals.reach_goal(opened, goal)
    assert goal.status is GoalStatus.REACHED
    assert (early.done_on, late.done_on) == (date(2026, 1, 1), opened.today())


@pytest.mark.parametrize("reach", [goals.reach_goal, lambda o, g: goals.set_status(o, g, GoalStatus.REACHED)])
def test_a_goal_reached_by_mistake_unticks_only_what_reaching_it_ticked(
        opened: OpenCase, reach: Callable[[OpenCase, Goal], None]) -> None:
    goal = goals.add_goal(opened, "bolig")
    before, after = goals.add_step(opened, goal, "ring"), goals.add_step(opened, goal, "se den")
    goals.tick_step(opened, before)
    reach(opened, goal)
    assert [before.done, after.done] == [True, True]
    goals.set_status(opened, goal, GoalStatus.IN_PROGRESS)
    assert [before.done, after.done] == [True, False]
    opened.undo()
    assert [before.done, after.done, goal.status] == [True, True, GoalStatus.REACHED]
    opened.redo()
    assert [before.done, after.done] == [True, False]


def test_a_step_ticked_by_hand_while_the_goal_is_reached_stays_ticked(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    step = goals.add_step(opened, goal, "ring")
    goals.reach_goal(opened, goal)
    goals.tick_step(opened, step, False)
    goals.tick_step(opened, step)
    goals.set_status(opened, goal, GoalStatus.SLOWLY)
    assert step.done


def test_steps_are_ticked_with_the_day_and_moved(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    one, two, three = [goals.add_step(opened, goal, text) for text in ("1", "2", "3")]
    goals.tick_step(opened, two)
    assert two.done_on == opened.today()
    assert goal.progress == (1, 3)
    goals.tick_step(opened, two, False)
    assert goal.progress == (0, 3)
    goals.move_step(opened, three, 0)
    assert goal.steps == [three, one, two]
    between = goals.add_step(opened, goal, "mellem", index=1)
    assert goal.steps == [three, between, one, two]
    goals.delete_step(opened, one)
    assert goal.steps == [three, between, two]


def test_help_cannot_end_before_it_begins(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    today = opened.today()
    help_ = goals.add_intervention(opened, goal, "bostøtte")
    goals.set_period(opened, help_, today, today)
    with pytest.raises(Refused) as refusal:
        goals.set_period(opened, help_, today, today - timedelta(days=1))
    assert refusal.value.field == "until_on"
    assert (help_.from_on, help_.until_on) == (today, today)


def test_a_service_brings_its_name_provider_and_ladder_step(opened: OpenCase) -> None:
    assert opened.shelter is not None
    with opened.shelter.action("register"):
        service = opened.shelter.case.add(Service(name="CTI", organisation="Center for Bostøtte",
                                                  ladder_step=LadderStep.MORE))
    help_ = goals.add_intervention(opened, goals.add_goal(opened, "bolig"))
    goals.choose_service(opened, help_, service)
    assert (help_.name, help_.provider, help_.ladder_step, help_.service_id) == (
        "CTI", "Center for Bostøtte", LadderStep.MORE, service.id)


def test_somebody_responsible_who_leaves_hands_over_or_leaves_the_place_open(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "Sara", LifeArea.NETWORK)
    sara = add_private_person(opened, "Sara", "min datter")
    write(opened, goal, Goal.responsible_id, sara.id, "x")
    assert goal.responsible is sara
    remove_person(opened, sara)
    assert goal.responsible is sara                      # a promise keeps its name


def test_agreements_are_ticked_dropped_and_taken_up_again(opened: OpenCase) -> None:
    agreement = agreements.add_agreement(opened, "Eva ringer", due_on=opened.today() - timedelta(days=1))
    assert agreement.made_on == opened.today()
    assert agreement.overdue(opened.today())
    agreements.tick_agreement(opened, agreement)
    assert (agreement.done, agreement.done_on) == (True, opened.today())
    assert not agreement.overdue(opened.today())
    agreements.drop_agreement(opened, agreement)
    assert (agreement.status, agreement.done_on) == (AgreementStatus.DROPPED, None)
    agreements.take_up_agreement(opened, agreement)
    assert agreement.status is AgreementStatus.OPEN


def test_agreements_are_moved_and_deleted(opened: OpenCase) -> None:
    one, two = [agreements.add_agreement(opened, text) for text in ("1", "2")]
    agreements.move_agreement(opened, two, 0)
    assert opened.case.all(Agreement) == [two, one]
    agreements.delete_agreement(opened, two)
    assert opened.case.all(Agreement) == [one]
