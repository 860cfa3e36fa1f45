"""The goals on paper: why one stalls, how one went, who did a step; everyday health as far as the reader may know."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

from borgerplan_desktop.documents import plan_goals
from borgerplan_desktop.documents.paper_frame import begin
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.covered import Covered
from borgerplan_desktop.model.everyday_health import Habit, HabitKind
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import (
    Goal,
    GoalStatus,
    HelpUnit,
    Intervention,
    InterventionReview,
    ReviewOutcome,
    Step,
)
from borgerplan_desktop.model.row import Row
from tests.documents import reading, samples

HABITS = (Habit(id="food", kind=HabitKind.DIET, now="Spiser mest om aftenen", wish="Morgenmad hver dag",
                follow_up_on=date(2026, 11, 20)),
          Habit(id="beer", kind=HabitKind.ALCOHOL, now="Øl hver dag"),
          Habit(id="silent", kind=HabitKind.EXERCISE))


def rows(*more: Row, **values: object) -> list[Row]:
    """Jonas, with the first goal put so."""
    found = list(samples.jonas_rows())
    goal = next(row for row in found if isinstance(row, Goal))
    for name, value in values.items():
        setattr(goal, name, value)
    return [*found, *more]


def said(found: list[Row]) -> str:
    data = plan_pdf(Case("case", found, register=samples.register()), today=samples.TODAY)
    return " ".join(reading.text(data).replace("\u00a0", " ").split())


def test_why_it_stalls_and_how_it_went() -> None:
    words = "Vi venter på svar fra kommunen"
    assert words in said(rows(status=GoalStatus.SLOWLY, stalls_because=words))
    assert words not in said(rows(status=GoalStatus.IN_PROGRESS, stalls_because=words))
    went = said(rows(status=GoalStatus.REACHED, how_it_went="Jeg fik min dør", closed_on=date(2026, 10, 20)))
    assert "Jeg fik min dør" in went
    assert "ået 20. oktober" in went


def test_a_reached_goal_has_nobody_and_no_day_to_wait_for() -> None:
    day = {"deadline": date(2027, 3, 1), "follow_up_on": date(2027, 2, 17)}
    at_work = said(rows(**day, status=GoalStatus.IN_PROGRESS))
    assert "Senest 1. marts 2027. Vi følger op 17. februar 2027." in at_work
    reached = said(rows(**day, status=GoalStatus.REACHED))
    assert "2027. Vi følger op 17. februar 2027" not in reached
    assert reached.count("har ansvaret") == at_work.count("har ansvaret") - 1


def test_a_help_that_was_ended_says_so_once_with_its_reason_and_nobody_sees_to_it_any_more() -> None:
    goal = next(row for row in rows() if isinstance(row, Goal))
    help_ = Intervention(id="ended", goal_id=goal.id, place=99.0, name="Gåture", until_on=date(2026, 10, 20),
                         ladder_step=LadderStep.OPEN, responsible_id="birgit_m")
    other = {"responsible_id": None}
    assert "Sluttede 20. oktober, trin 1 på trappen" in said(rows(help_, **other))
    assert "Birgit står for det" not in said(rows(help_, **other))
    words = said(rows(help_, InterventionReview(intervention_id="ended", on=date(2026, 10, 20), why="Nyt arbejde",
                                                outcome=ReviewOutcome.ENDED), **other))
    assert "Gåture Sluttede 20. oktober: Nyt arbejde" in words


def test_a_reached_goal_stands_below_those_that_are_worked_on() -> None:
    found = rows(status=GoalStatus.REACHED)
    goals = [row for row in found if isinstance(row, Goal)]
    case = Case("case", found, register=samples.register())
    assert begin(case, "da", False, samples.TODAY).goals[-1] is goals[0]


def test_who_did_a_step_is_named() -> None:
    found = rows()
    goal = next(row for row in found if isinstance(row, Goal))
    member = next(row for row in found if isinstance(row, NetworkMember) and row.id == "birgit_m")
    found.append(Step(id="new", goal_id=goal.id, place=99.0, text="Fik nøglen", done_on=samples.TODAY,
                      done_by_id=member.id))
    assert "Fik nøglen – Birgit, gjort" in said(found)


def test_everyday_health_stands_in_the_goal_of_health_with_the_own_doctor() -> None:
    text = said(rows(*HABITS, area=LifeArea.HEALTH))
    for each in ("Spiser mest om aftenen", "Mit ønske: Morgenmad hver dag", "Vi taler om det igen 20. november",
                 "Øl hver dag"):
        assert each in text
    assert "Motion" not in text                          # nothing is said of it
    assert "Spiser mest" not in said(rows(*HABITS, area=LifeArea.HOUSING))
    found = rows(*HABITS, area=LifeArea.HEALTH)
    doctor = next(row for row in found if isinstance(row, NetworkMember) and row.id == "birgit_m")
    doctor.own_doctor = True
    assert "Min læge Birgit" in said(found)


def test_a_reader_without_the_topic_is_not_told_of_the_habit() -> None:
    case = Case("case", rows(*HABITS, area=LifeArea.HEALTH), register=samples.register())

    def lines(*topics: Topic) -> str:
        p = replace(begin(case, "da", False, samples.TODAY), covered=Covered(frozenset({Topic.PLAN, *topics})))
        plan_goals.goals(p)
        return " ".join(str(getattr(mark, "text", "")) for slab in p.galley.slabs for mark in slab.marks)
    assert "Øl" not in lines(Topic.HEALTH)
    assert "Spiser" in lines(Topic.HEALTH)
    assert "Spiser" not in lines(Topic.SUBSTANCES)       # nor of the goal, which is about health
    assert "Øl" in lines(Topic.HEALTH, Topic.SUBSTANCES)


def test_who_gives_the_help_is_said_shortly() -> None:
    for unit, words in ((HelpUnit.AUTHORITY, "gives af kommunen"), (HelpUnit.PROVIDER, "gives af et tilbud")):
        found = rows()
        help_ = next(row for row in found if isinstance(row, Intervention))
        help_.unit, help_.ladder_step = unit, LadderStep.LESS
        assert f"trin 3 på trappen, {words}" in said(found)
    assert "gives af" not in said(rows())
