"""Who may have the plan is asked by all that stands on its paper, also by what nothing else of it says."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.plan import earlier_plans
from borgerplan_desktop.casework.plan.adoption import what_is_missing
from borgerplan_desktop.casework.plan.agreements import add_agreement, agree_goal, tick_agreement
from borgerplan_desktop.casework.plan.goals import add_goal, delete_goal, reach_goal
from borgerplan_desktop.casework.plan.readers import plan_readers, topics_of_plan
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.papers import EarlierPlanKind, Reader
from borgerplan_desktop.model.plan import Agreement
from tests.documents import reading

SAID = "Kanariefugl"


def _agreement(opened: OpenCase) -> None:
    write(opened, add_agreement(opened, SAID), Agreement.area, LifeArea.HEALTH, "x")


def _done(opened: OpenCase) -> None:
    agreement = add_agreement(opened, SAID)
    write(opened, agreement, Agreement.area, LifeArea.HEALTH, "x")
    tick_agreement(opened, agreement)


def _of_a_goal(opened: OpenCase) -> None:
    agreement = add_agreement(opened, SAID, goal=add_goal(opened, "sund", LifeArea.HEALTH))
    reach_goal(opened, agreement.goal)  # type: ignore[arg-type]


def _of_a_goal_that_went(opened: OpenCase) -> None:
    goal = add_goal(opened, "sund", LifeArea.HEALTH)
    add_agreement(opened, SAID, goal=goal)
    delete_goal(opened, goal)


def _of_no_goal_any_more(opened: OpenCase) -> None:
    goal = add_goal(opened, "sund", LifeArea.HEALTH)
    agreement = add_agreement(opened, SAID, goal=goal)
    agree_goal(opened, agreement, None)
    delete_goal(opened, goal)


def _kept(opened: OpenCase) -> None:
    earlier_plans.keep_beside(opened, _plan(opened, EarlierPlanKind.TREATMENT), "§ 101")


def _replaced(opened: OpenCase) -> None:
    earlier_plans.replace(opened, _plan(opened, EarlierPlanKind.JOB))


def _plan(opened: OpenCase, kind: EarlierPlanKind):  # type: ignore[no-untyped-def]
    return earlier_plans.take_in(opened, kind, SAID, "", None, "tekst")


@pytest.mark.parametrize(("make", "topic"), [
    (_agreement, Topic.HEALTH), (_done, Topic.HEALTH), (_of_a_goal, Topic.HEALTH), (_of_a_goal_that_went, Topic.HEALTH),
    (_of_no_goal_any_more, Topic.HEALTH),
    (_kept, Topic.SUBSTANCES), (_replaced, Topic.WORK)])
def test_who_may_have_the_plan_is_asked_by_all_that_stands_in_it(opened: OpenCase, make: Callable[[OpenCase], None],
                                                                topic: Topic) -> None:
    birgit = add_new_professional(opened, "Birgit Holm")
    give_consent(opened, Asked("lave planen sammen", [birgit], [Topic.PLAN], GivenHow.SIGNED, told_before=True))
    assert plan_readers(opened.case, opened.today()) == ([birgit], [])
    make(opened)
    assert SAID in reading.text(plan_pdf(opened.case, today=opened.today(), reader=Reader.OTHERS))
    assert topic in topics_of_plan(opened.case)
    may, [lacking] = plan_readers(opened.case, opened.today())
    assert may == []
    assert (lacking.member, lacking.topics) == (birgit, (topic,))


@pytest.mark.parametrize("area", [LifeArea.SUBSTANCES, None])
def test_an_agreement_stays_about_what_its_goal_was_about(opened: OpenCase, area: LifeArea | None) -> None:
    goal = add_goal(opened, "bo", area)
    agreement = add_agreement(opened, SAID, goal=goal)
    write(opened, agreement, Agreement.area, LifeArea.MONEY, "x")        # from before it had a goal
    delete_goal(opened, goal)
    assert (agreement.goal, agreement.area) == (None, area or LifeArea.MONEY)
    opened.undo()
    assert (agreement.goal, agreement.area) == (goal, LifeArea.MONEY)


def test_what_an_agreement_is_about_is_asked_where_others_may_read_it(opened: OpenCase) -> None:
    agreement = add_agreement(opened, SAID)
    assert not [hint for hint in what_is_missing(opened.case) if hint.row is agreement]
    birgit = add_new_professional(opened, "Birgit Holm")
    give_consent(opened, Asked("lave planen sammen", [birgit], [Topic.PLAN], GivenHow.SIGNED, told_before=True))
    (hint,) = [hint for hint in what_is_missing(opened.case) if hint.row is agreement]
    assert (hint.text, hint.field) == (f"Hvad handler »{SAID}« om?", "area")
    write(opened, agreement, Agreement.area, LifeArea.HEALTH, "x")
    assert not [hint for hint in what_is_missing(opened.case) if hint.row is agreement]
