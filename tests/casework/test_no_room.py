"""What the program makes longer by itself never outgrows a field: else the case could not be read again."""
from __future__ import annotations

from datetime import date

import pytest

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers import case_files
from borgerplan_desktop.casework.papers.case_files import export_case, read_case
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.earlier_plans import take_in
from borgerplan_desktop.casework.plan.goals import add_goal, set_status
from borgerplan_desktop.casework.plan.taking_over import take_over
from borgerplan_desktop.casework.plan.versions import frozen_case
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.papers import Document, EarlierPlan, EarlierPlanKind, Passage, PassageUse
from borgerplan_desktop.model.plan import GoalStatus, Plan, current_plan
from borgerplan_desktop.model.row import LONG

HALF = LONG // 2 + 1


@pytest.fixture
def full(opened: OpenCase) -> OpenCase:
    """A citizen whose hopes leave no room for as much again."""
    write(opened, current_plan(opened.case), Plan.hopes, "a" * HALF, "Typed")
    return opened


def taken_in(opened: OpenCase, text: str = "b" * HALF) -> EarlierPlan:
    return take_in(opened, EarlierPlanKind.JOB, "Min plan", "Jobcentret", date(2026, 9, 3), text)


def test_own_words_take_no_more_than_can_be_read_again(full: OpenCase) -> None:
    plan = taken_in(full)
    with pytest.raises(Refused, match=r"højst være på 100\.000 tegn"):
        take_over(full, plan, (0, HALF), PassageUse.OWN_WORDS, field=Plan.hopes.key)
    assert current_plan(full.case).hopes == "a" * HALF
    assert full.case.all(Passage) == []                  # it is not settled either
    files: list[bytes] = []
    export_case(full, files.append)
    assert read_case(files[0]).case().the(Plan).hopes == "a" * HALF
    assert frozen_case(full, adopt_plan(full)).the(Plan).hopes == "a" * HALF


def test_two_texts_that_are_put_together(full: OpenCase) -> None:
    draft = drafts.save_draft(full, Plan, current_plan(full.case).id, Plan.hopes.key, "b" * HALF)
    assert draft is not None
    with pytest.raises(Refused):
        drafts.use_both(full, draft)
    assert drafts.waiting(full) == [draft]               # it still waits for a choice


def test_a_note_that_the_program_writes(opened: OpenCase) -> None:
    goal = add_goal(opened, "Egen bolig")
    set_status(opened, goal, GoalStatus.SLOWLY)
    write(opened, goal, type(goal).stalls_because, "v" * LONG, "Typed")
    with pytest.raises(Refused):
        set_status(opened, goal, GoalStatus.IN_PROGRESS)
    assert goal.status is GoalStatus.SLOWLY
    assert opened.case.all(Note) == []


def test_what_is_too_long_already_can_become_shorter_and_be_undone(opened: OpenCase,
                                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    plan = current_plan(opened.case)
    monkeypatch.setattr("borgerplan_desktop.casework.refused.LONG", LONG * 3)
    write(opened, plan, Plan.hopes, "a" * LONG * 2, "Typed")             # by an earlier program
    monkeypatch.undo()
    write(opened, plan, Plan.hopes, "a" * (LONG + 9), "Typed")
    write(opened, plan, Plan.hopes, "a", "Typed")
    opened.undo()
    opened.undo()
    assert len(plan.hopes) == LONG * 2


def test_a_copy_that_nobody_could_take_in_again_is_not_made(opened: OpenCase,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    take_in(opened, EarlierPlanKind.JOB, "", "", None, "tekst", ("plan.docx", bytes(range(256)) * 400))
    monkeypatch.setattr(case_files, "MOST_BYTES", 100_000)
    with pytest.raises(Refused, match="Intet er gemt"):
        export_case(opened, lambda _content: pytest.fail("it came out"))
    assert opened.case.all(Document) == []
