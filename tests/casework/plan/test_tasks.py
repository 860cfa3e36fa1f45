"""Who does what, when: one list over the whole plan."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import agreements, goals
from borgerplan_desktop.casework.plan.tasks import doers, tasks, tick
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.plan import GoalStatus, Step


def test_what_is_overdue_comes_first_and_what_is_done_last(opened: OpenCase) -> None:
    today, day = opened.today(), timedelta(days=1)
    goal = goals.add_goal(opened, "bolig")
    undated = goals.add_step(opened, goal, "uden dag")
    late = goals.add_step(opened, goal, "skulle være sket")
    write(opened, late, Step.due_on, today - day, "x")
    agreements.add_agreement(opened, "i morgen", due_on=today + day)
    done = goals.add_step(opened, goal, "gjort")
    goals.tick_step(opened, done)
    goals.add_step(opened, goal, "  ")
    goals.add_intervention(opened, goal, "bostøtte")
    found = tasks(opened.case, today)
    assert [each.what for each in found] == ["skulle være sket", "i morgen", "uden dag", "bostøtte", "gjort"]
    assert [each.late(today) for each in found[:2]] == [True, False]
    tick(opened, found[2])
    assert undated.done_on == today
    tick(opened, found[3])
    assert [each.what for each in tasks(opened.case, today)][:2] == ["skulle være sket", "i morgen"]


def test_a_step_is_the_goals_responsible_persons_where_nobody_else_is_named(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    goals.add_step(opened, goal, "ring")
    person = add_private_person(opened, "Ole Kragh")
    agreements.add_agreement(opened, "ingen har den")
    write(opened, goal, type(goal).responsible_id, person.id, "x")
    agreements.add_agreement(opened, "Ole også", who=person)
    assert doers(tasks(opened.case, opened.today())) == [(person, 2), (None, 1)]


def test_a_closed_goal_leaves_only_what_was_done(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    goals.tick_step(opened, goals.add_step(opened, goal, "gjort"))
    goals.add_step(opened, goal, "ikke gjort")
    goals.add_intervention(opened, goal, "bostøtte")
    goals.set_status(opened, goal, GoalStatus.SET_ASIDE)
    agreements.drop_agreement(opened, agreements.add_agreement(opened, "droppet"))
    assert [each.what for each in tasks(opened.case, opened.today())] == ["gjort"]
