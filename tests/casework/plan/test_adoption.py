"""Adopting the plan, what stays as it was, the paper, and what is worth talking about."""
from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from borgerplan_desktop.casework.frozen_plan import MOST
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.plan_paper import adopted_paper, paper_was_made, plan_paper, share_ties
from borgerplan_desktop.casework.plan import adoption, earlier_plans, everyday_health, follow_up, goals
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Appointment, MilestoneKind, current_course
from borgerplan_desktop.model.everyday_health import Habit, HabitKind
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.papers import Document, EarlierPlan, EarlierPlanKind, MadeHow, Reader
from borgerplan_desktop.model.plan import Goal, Plan, ReviewOutcome, current_plan
from borgerplan_desktop.store.audit import Did
from tests.archive import Clock, picture
from tests.documents import reading


@pytest.fixture
def goal(opened: OpenCase) -> Goal:
    return goals.add_goal(opened, "Min egen bolig", LifeArea.HOUSING)


def test_what_is_adopted_stays_as_it_was(opened: OpenCase, goal: Goal) -> None:
    sara = add_private_person(opened, "Sara", "min datter")
    write(opened, goal, Goal.responsible_id, sara.id, "x")
    step = goals.add_step(opened, goal, "ring")
    version = adoption.adopt_plan(opened)
    paper, file = adoption.adopted_pdf(opened, version), opened.kept(version.case_digest)
    assert file is not None
    whole = picture(read_case(file).case())
    # everything about the plan changes afterwards
    write(opened, goal, Goal.title, "Noget helt andet", "x")
    write(opened, current_plan(opened.case), Plan.hopes, "Nye håb", "x")
    goals.delete_step(opened, step)
    remove_person(opened, sara)
    goals.delete_goal(opened, goal)
    assert adoption.adopted_pdf(opened, version) == paper
    assert opened.kept(version.case_digest) == file
    frozen = read_case(file).case()
    assert [g.title for g in frozen.all(Goal)] == ["Min egen bolig"]
    assert frozen.all(Goal)[0].responsible is not None
    assert frozen.all(Goal)[0].steps[0].text == "ring"
    assert picture(frozen) == whole
    # also for whoever opens the case anew
    again = OpenCase(opened._store, opened.id, opened.who, shelter=opened.shelter)
    adopted = current_plan(again.case).adopted
    assert adopted is not None
    assert adoption.adopted_pdf(again, adopted) == paper


def test_the_adopted_paper_is_the_paper_of_that_version(opened: OpenCase, goal: Goal) -> None:
    version = adoption.adopt_plan(opened)
    paper = adoption.adopted_pdf(opened, version)
    assert paper.startswith(b"%PDF")
    assert plan_paper(opened).draw() == paper            # as long as it is valid it is what goes on paper
    assert plan_paper(opened, large_print=True).draw() != paper
    assert plan_paper(opened, "en").draw() != paper      # frozen in Danish; English is drawn
    write(opened, goal, Goal.why, "fordi", "x")
    draft = plan_paper(opened).draw()
    assert draft != paper


@pytest.mark.parametrize("how", [{"large_print": True}, {"language": "en"}, {"for_others": True}])
def test_an_edition_says_the_same_in_every_print_whenever_it_is_drawn(
        opened: OpenCase, goal: Goal, clock: Clock, how: dict[str, Any]) -> None:
    with opened.action("x"):
        opened.case.add(Appointment(on=opened.today(), text="Tandlæge"))
    version = adoption.adopt_plan(opened)
    at_once = adopted_paper(opened, version, **how).draw()
    clock.pass_(days=30)
    with opened.action("x"):
        opened.case.the(Citizen).name = "Et andet navn"
        opened.case.remove(opened.case.all(Appointment)[0])
    assert plan_paper(opened, **how).draw() == at_once    # valid still, and drawn of what was frozen
    assert ("Tandlæge" in reading.text(at_once)) is not how.get("for_others", False)   # the citizen's own matter
    # what was drawn is frozen too
    made = paper_was_made(opened, MadeHow.PRINTED, plan_paper(opened, **how))
    assert made.version == 1
    assert opened.kept(made.digest) == at_once
    clock.pass_(days=1)
    assert adopted_paper(opened, version, **how).draw() == at_once
    assert adopted_paper(opened, version).draw() == adoption.adopted_pdf(opened, version)


def test_what_was_printed_is_used_again_and_not_drawn_anew(
        opened: OpenCase, goal: Goal, monkeypatch: pytest.MonkeyPatch) -> None:
    version = adoption.adopt_plan(opened)
    paper = adopted_paper(opened, version, large_print=True)
    pdf = paper.draw()
    paper_was_made(opened, MadeHow.SAVED, paper)
    monkeypatch.setattr("borgerplan_desktop.documents.plan.plan_pdf", lambda *_a, **_n: b"another program's paper")
    assert adopted_paper(opened, version, large_print=True).draw() == pdf
    assert adopted_paper(opened, version, language="en").draw() == b"another program's paper"


def test_a_copy_for_others_is_on_record_as_one_and_follows_what_the_citizen_says_today(
        opened: OpenCase, goal: Goal) -> None:
    version = adoption.adopt_plan(opened)
    paper_was_made(opened, MadeHow.PRINTED, adopted_paper(opened, version, for_others=True))
    share_ties(opened, True)
    paper_was_made(opened, MadeHow.PRINTED, adopted_paper(opened, version, for_others=True))
    assert {d.reader for d in opened.case.all(Document)} == set(Reader) - {Reader.ONE}
    opened.undo()
    assert adopted_paper(opened, version, for_others=True).reader is Reader.OTHERS


def test_adopting_sets_the_milestone_once_and_numbers_the_versions(opened: OpenCase, goal: Goal, clock: Clock) -> None:
    first = adoption.adopt_plan(opened)
    day = opened.today()
    clock.pass_(days=30)
    second = adoption.adopt_plan(opened)
    assert (first.number, second.number) == (1, 2)
    assert (first.adopted_on, second.adopted_on) == (day, opened.today())
    assert second.adopted_by == opened.who
    course = current_course(opened.case)
    assert course.reached(MilestoneKind.PLAN_ADOPTED) == day
    assert current_plan(opened.case).adopted is second
    made = [(d.made_how, d.version, d.digest) for d in opened.case.all(Document)]
    assert made == [(MadeHow.ADOPTED, 1, first.pdf_digest), (MadeHow.ADOPTED, 2, second.pdf_digest)]


def test_adoption_cannot_be_undone_nor_what_came_before(opened: OpenCase, goal: Goal) -> None:
    adoption.adopt_plan(opened)
    assert not opened.done
    opened.undo()
    assert current_plan(opened.case).adopted is not None
    goals.add_step(opened, goal, "ring")
    opened.undo()
    assert goal.exists
    assert not goal.steps


def test_when_it_cannot_be_adopted_nothing_is(opened: OpenCase, goal: Goal, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_named: object) -> bytes:
        raise MemoryError

    before, steps = picture(opened.case), len(opened.done)
    monkeypatch.setattr("borgerplan_desktop.documents.plan.plan_pdf", fail)
    with pytest.raises(MemoryError):
        adoption.adopt_plan(opened)
    assert picture(opened.case) == before
    assert len(opened.done) == steps
    assert current_plan(opened.case).adopted is None


def test_a_draft_that_says_something_else_than_what_was_adopted_is_known(opened: OpenCase, goal: Goal) -> None:
    step = goals.add_step(opened, goal, "ring")
    version = adoption.adopt_plan(opened)
    assert not adoption.changed_since(opened, version)
    add_private_person(opened, "Sara")                   # not part of the plan's words
    assert not adoption.changed_since(opened, version)
    goals.delete_step(opened, step)
    assert adoption.changed_since(opened, version)
    opened.undo()
    assert not adoption.changed_since(opened, version)       # it says the same again
    write(opened, goal, Goal.why, "fordi", "x")
    assert adoption.changed_since(opened, version)
    write(opened, goal, Goal.why, "", "x")
    assert adoption.valid_version(opened) is version
    goals.delete_goal(opened, goals.add_goal(opened, "mere"))
    assert not adoption.changed_since(opened, version)
    goals.delete_goal(opened, goal)
    goals.add_goal(opened, goal.title)                   # as many as before
    assert adoption.changed_since(opened, version)


def test_settling_an_earlier_plan_afterwards_makes_it_a_draft_as_its_paper_says_more(opened: OpenCase,
                                                                                     goal: Goal) -> None:
    with opened.action("x"):
        job = opened.case.add(EarlierPlan(kind=EarlierPlanKind.JOB, title="Min jobplan", text="CV"))
        stay = opened.case.add(EarlierPlan(kind=EarlierPlanKind.STAY, text="Rengøring"))
    earlier_plans.keep_beside(opened, stay, "lov om aktiv beskæftigelsesindsats")
    version = adoption.adopt_plan(opened)
    write(opened, job, EarlierPlan.text, "CV og mere", "x")
    write(opened, job, EarlierPlan.from_whom, "Jobcenteret", "x")
    assert not adoption.changed_since(opened, version)   # the paper says nothing of one that is being taken over
    earlier_plans.replace(opened, job)
    assert adoption.changed_since(opened, version)
    assert adoption.valid_version(opened) is None
    opened.undo()
    assert not adoption.changed_since(opened, version)
    write(opened, stay, EarlierPlan.kept_because, "en anden lov", "x")
    assert adoption.changed_since(opened, version)
    opened.undo()
    earlier_plans.take_up_again(opened, stay)
    assert adoption.changed_since(opened, version)
def test_what_the_paper_says_of_help_and_habits_is_a_part_of_the_plan_too(opened: OpenCase, goal: Goal,
                                                                            clock: Clock) -> None:
    help_ = goals.add_intervention(opened, goal, "Bostøtte")
    habit = everyday_health.take_up_habit(opened, HabitKind.ALCOHOL)
    write(opened, habit, Habit.now, "Seks øl", "x")
    day = follow_up.add_day(opened, date(2026, 12, 24))
    version = adoption.adopt_plan(opened)
    clock.pass_(days=3)
    made = follow_up.review(opened, help_, ReviewOutcome.CONTINUED)
    everyday_health.take_up_habit(opened, HabitKind.DIET)        # nothing is said of it yet
    assert adoption.valid_version(opened) is version
    follow_up.review(opened, help_, ReviewOutcome.CHANGED)
    assert adoption.valid_version(opened) is None
    follow_up.take_back(opened, made)
    assert adoption.valid_version(opened) is version
    write(opened, habit, Habit.now, "To øl", "x")
    assert adoption.valid_version(opened) is None
    write(opened, habit, Habit.now, "Seks øl", "x")
    follow_up.remove_day(opened, day)
    assert adoption.valid_version(opened) is None


def test_what_was_adopted_is_read_once_however_often_it_is_compared(
        opened: OpenCase, goal: Goal, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = [adoption.adopt_plan(opened) for _ in range(MOST + 1)]
    asked: list[str] = []
    kept = opened.kept

    def counted(digest: str) -> bytes | None:
        asked.append(digest)
        return kept(digest)

    monkeypatch.setattr(opened, "kept", counted)
    for number in range(5):
        write(opened, goal, Goal.why, f"fordi {number}", "x")
        assert adoption.changed_since(opened, versions[-1])
    assert asked == [versions[-1].case_digest]
    for version in [*versions[::-1], versions[-1]]:      # the newest was pushed out by the older ones, and comes back
        adoption.changed_since(opened, version)
    assert asked == [each.case_digest for each in [*versions[::-1], versions[-1]]]


def test_the_paper_is_drawn_elsewhere_from_what_is_stored(opened: OpenCase, goal: Goal) -> None:
    work = plan_paper(opened, "da", True).draw
    assert work().startswith(b"%PDF")
    assert len(work()) > 1000


def test_a_printed_plan_is_on_record(opened: OpenCase, goal: Goal) -> None:
    paper_was_made(opened, MadeHow.PRINTED, plan_paper(opened, large_print=True))
    paper_was_made(opened, MadeHow.SAVED, plan_paper(opened, "en"))
    adoption.adopt_plan(opened)
    assert paper_was_made(opened, MadeHow.PRINTED, plan_paper(opened)).version == 1      # valid: it is the adopted one
    assert {(d.made_how, d.language, d.large_print, d.version) for d in opened.case.all(Document)} == {
        (MadeHow.PRINTED, "da", True, None), (MadeHow.SAVED, "en", False, None), (MadeHow.ADOPTED, "da", False, 1),
        (MadeHow.PRINTED, "da", False, 1)}
    did = {line.did for line in opened._store.lines(opened.id)}
    assert {Did.PRINTED, Did.EXPORTED} <= did
    assert all("Jonas" not in line.action + line.purpose for line in opened._store.lines(opened.id))


def test_the_name_of_a_file_tells_nothing_of_the_person(opened: OpenCase, goal: Goal) -> None:
    number = opened.case.the(Citizen).case_number
    assert plan_paper(opened).file_name == f"{number}.pdf"
    assert adopted_paper(opened, adoption.adopt_plan(opened)).file_name == f"{number}-1.pdf"
    with opened.action("x"):
        opened.case.the(Citizen).protected_address = True
    assert plan_paper(opened).file_name == "plan-1.pdf"


def test_hints_ask_kindly_and_go_away_when_answered(opened: OpenCase) -> None:
    hints = adoption.what_is_missing(opened.case)
    assert any(isinstance(hint.row, Plan) and hint.field == "situation" for hint in hints)
    goal = goals.add_goal(opened, "Min egen bolig", LifeArea.HOUSING)

    def about(field: str) -> bool:
        return any(hint.field == field for hint in adoption.what_is_missing(opened.case))

    assert about("responsible_id")
    assert about("steps")
    assert about("interventions")
    write(opened, goal, Goal.responsible_id, add_private_person(opened, "Sara").id, "x")
    goals.add_step(opened, goal, "ring")
    help_ = goals.add_intervention(opened, goal, "bostøtte")
    assert not about("responsible_id")
    assert not about("steps")
    assert not about("interventions")
    assert about("purpose")
    assert about("until_on")
    goals.set_period(opened, help_, date(2026, 1, 1), None)
    write(opened, help_, type(help_).purpose, "ro", "x")
    assert not about("purpose")
    assert not about("until_on")


def test_help_that_has_ended_is_not_help_that_is_offered(opened: OpenCase, goal: Goal) -> None:
    help_ = goals.add_intervention(opened, goal, "Bostøtte")
    asked = "Hvilken hjælp tilbydes?"
    assert asked not in [hint.text for hint in adoption.what_is_missing(opened.case)]
    follow_up.review(opened, help_, ReviewOutcome.ENDED)
    assert asked in [hint.text for hint in adoption.what_is_missing(opened.case)]


def test_a_long_title_is_short_in_a_hint_and_any_sign_is_left_as_it_is(opened: OpenCase) -> None:
    goals.add_goal(opened, "<b>{x}</b> " + "æ" * 300)
    texts = [hint.text for hint in adoption.what_is_missing(opened.case)]
    assert any("<b>{x}</b>" in text for text in texts)
    assert all(len(text) < 140 for text in texts)


def test_the_frozen_case_is_plain_json(opened: OpenCase, goal: Goal) -> None:
    version = adoption.adopt_plan(opened)
    frozen = json.loads(opened.kept(version.case_digest) or b"")
    assert version.format == frozen["version"]
    assert frozen["case"]["goal"][0]["title"] == "Min egen bolig"
