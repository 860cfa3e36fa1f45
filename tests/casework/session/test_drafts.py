"""Words that wait for a choice are shown beside what stands in their field now."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal, delete_goal
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.model.disagreement import Between
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.plan import Goal


def waits(opened: OpenCase, goal: Goal, field: str) -> Draft:
    draft = drafts.save_draft(opened, Goal, goal.id, field, "mine ord")
    assert draft is not None
    return draft


def test_both_texts_while_the_field_is_there(opened: OpenCase) -> None:
    goal = add_goal(opened, "bolig")
    draft = waits(opened, goal, "title")
    stands = drafts.disagreement(opened, draft)
    assert stands is not None
    assert (stands.between, stands.mine, stands.theirs) == (Between.WRITTEN, "mine ord", "bolig")
    delete_goal(opened, goal)
    stands = drafts.disagreement(opened, draft)
    assert stands is not None
    assert (stands.between, stands.mine, stands.theirs) == (Between.GONE, "mine ord", None)


def test_a_field_that_is_no_more_is_as_gone_as_its_row(opened: OpenCase) -> None:
    stands = drafts.disagreement(opened, waits(opened, add_goal(opened, "bolig"), "of_an_older_program"))
    assert stands is not None
    assert (stands.between, stands.mine, stands.theirs) == (Between.GONE, "mine ord", None)


def test_nobody_else_wrote_where_a_full_field_took_no_more(opened: OpenCase) -> None:
    assert drafts.disagreement(opened, waits(opened, add_goal(opened, "bolig"), drafts.REST)) is None
