"""Earlier plans taken in, and what becomes of each passage."""
from __future__ import annotations

from datetime import date

import pytest

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import earlier_plans, goals
from borgerplan_desktop.casework.plan.earlier_plans import take_in
from borgerplan_desktop.casework.plan.guessed import Guess, guess
from borgerplan_desktop.casework.plan.taking_over import let_go, parted, take_over, whole
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanKind, EarlierPlanOutcome, Passage, PassageUse
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Plan, Step, current_plan
from borgerplan_desktop.model.settled import share, text_of

TEXT = "Mål: drikke mindre.\nHjælp: samtaler hver 14. dag. Hos Nadia.\nJonas ringer selv."


@pytest.fixture
def plan(opened: OpenCase) -> EarlierPlan:
    return take_in(opened, EarlierPlanKind.TREATMENT, "Behandlingsplan", "Rusmiddelenheden", date(2026, 9, 3), TEXT)


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_each_use_makes_its_row_with_its_source(opened: OpenCase, plan: EarlierPlan) -> None:
    take_over(opened, plan, span("Mål: drikke mindre."), PassageUse.GOAL)
    goal = opened.case.the(Goal)
    assert (goal.title, goal.source_id) == ("Drikke mindre", plan.id)
    take_over(opened, plan, span("Jonas ringer selv."), PassageUse.STEP, goal)
    step = opened.case.the(Step)
    assert (step.text, step.goal_id, step.source_id) == ("Jonas ringer selv.", goal.id, plan.id)
    take_over(opened, plan, span("Hjælp: samtaler hver 14. dag. Hos Nadia."), PassageUse.INTERVENTION, goal)
    help_ = opened.case.the(Intervention)
    assert (help_.name, help_.source_id) == ("Samtaler hver 14. dag. Hos Nadia", plan.id)
    take_over(opened, plan, span("Jonas ringer selv."), PassageUse.AGREEMENT, goal)
    agreement = opened.case.the(Agreement)
    assert (agreement.text, agreement.goal_id, agreement.source_id) == ("Jonas ringer selv.", goal.id, plan.id)
    take_over(opened, plan, span("Hos Nadia."), PassageUse.NOTE, goal)
    note = opened.case.the(Note)
    assert (note.text, note.said_by, note.about_on) == ("Hos Nadia.", "Rusmiddelenheden", date(2026, 9, 3))
    assert goal.notes == [note]
    assert share(plan) == 1.0


def test_own_words_stand_below_what_stood_there(opened: OpenCase, plan: EarlierPlan) -> None:
    with opened.action("said"):
        current_plan(opened.case).hopes = "Ro.\n"
    passage = take_over(opened, plan, span("drikke mindre"), PassageUse.OWN_WORDS, field="hopes")
    assert current_plan(opened.case).hopes == "Ro.\ndrikke mindre"
    assert (passage.row_id, passage.field) == (current_plan(opened.case).id, "hopes")


@pytest.mark.parametrize("use", list(PassageUse))
def test_undo_takes_back_the_row_and_the_passage_in_one_step(opened: OpenCase, plan: EarlierPlan,
                                                             use: PassageUse) -> None:
    goal = goals.add_goal(opened, "bolig")
    before = {row.id: row.values() for row in opened.case.rows()}
    steps = len(opened.done)
    take_over(opened, plan, span("Jonas ringer selv."), use, goal, Plan.hopes.key)
    after = {row.id: row.values() for row in opened.case.rows()}
    assert len(opened.done) == steps + 1
    for _time in range(3):
        opened.undo()
        assert {row.id: row.values() for row in opened.case.rows()} == before
        opened.redo()
        assert {row.id: row.values() for row in opened.case.rows()} == after


def test_the_blanks_around_what_was_marked_do_not_count(opened: OpenCase, plan: EarlierPlan) -> None:
    start, end = span("Hos Nadia.")
    passage = take_over(opened, plan, (start - 1, end + 1), PassageUse.LEFT_OUT)
    assert text_of(plan)[passage.start:passage.end] == "Hos Nadia."


@pytest.mark.parametrize("refused", [
    lambda opened, plan: take_over(opened, plan, (3, 3), PassageUse.GOAL),
    lambda opened, plan: take_over(opened, plan, (19, 20), PassageUse.GOAL),
    lambda opened, plan: take_over(opened, plan, (0, 4), PassageUse.STEP),
    lambda opened, plan: take_over(opened, plan, (0, 4), PassageUse.OWN_WORDS, field="follow_up"),
    lambda opened, plan: earlier_plans.keep_beside(opened, plan, "  "),
    lambda opened, plan: take_in(opened, EarlierPlanKind.JOB, "", "", None, " \n"),
    lambda opened, plan: take_in(opened, EarlierPlanKind.JOB, "", "", None, "x" * 100_001)])
def test_what_cannot_be_is_refused_and_changes_nothing(opened: OpenCase, plan: EarlierPlan, refused: object) -> None:
    before = len(opened.done)
    with pytest.raises(Refused):
        refused(opened, plan)  # type: ignore[operator]
    assert len(opened.done) == before
    assert not opened.case.all(Passage)


def test_what_became_of_a_settled_plan_is_not_changed_until_it_is_taken_up_again(opened: OpenCase,
                                                                                 plan: EarlierPlan) -> None:
    earlier_plans.keep_beside(opened, plan, "§ 141 i lov om social service")
    assert (plan.outcome, plan.settled_on) == (EarlierPlanOutcome.KEPT, opened.today())
    assert "§ 141" in earlier_plans.state(plan)
    with pytest.raises(Refused):
        take_over(opened, plan, (0, 4), PassageUse.GOAL)
    earlier_plans.take_up_again(opened, plan)
    assert (plan.outcome, plan.settled_on, plan.kept_because) == (EarlierPlanOutcome.OPEN, None, "")
    take_over(opened, plan, (0, 19), PassageUse.GOAL)
    earlier_plans.replace(opened, plan)
    assert plan.outcome is EarlierPlanOutcome.REPLACED
    opened.undo()
    assert plan.outcome is EarlierPlanOutcome.OPEN


def test_what_was_made_stays_when_its_passage_is_let_go(opened: OpenCase, plan: EarlierPlan) -> None:
    passage = take_over(opened, plan, span("Jonas ringer selv."), PassageUse.GOAL)
    let_go(opened, passage)
    assert opened.case.the(Goal).source_id == plan.id
    assert share(plan) == 0.0


def test_a_goal_that_was_deleted_leaves_its_passage_open_and_what_comes_after_takes_its_place(
        opened: OpenCase, plan: EarlierPlan) -> None:
    passage = take_over(opened, plan, span("Jonas ringer selv."), PassageUse.GOAL)
    goals.delete_goal(opened, opened.case.the(Goal))
    assert share(plan) == 0.0
    again = take_over(opened, plan, span("Jonas ringer selv."), PassageUse.LEFT_OUT)
    assert opened.case.all(Passage) == [again]
    opened.undo()
    opened.undo()
    assert opened.case.all(Passage) == [passage]
    assert share(plan) > 0


def test_its_passages_go_with_it_and_what_was_made_stays(opened: OpenCase, plan: EarlierPlan) -> None:
    take_over(opened, plan, span("Jonas ringer selv."), PassageUse.GOAL)
    earlier_plans.remove(opened, plan)
    assert not opened.case.all(Passage)
    assert opened.case.the(Goal).source_id is None
    opened.undo()
    assert opened.case.the(Goal).source_id == plan.id


def test_the_text_may_be_corrected_until_something_is_taken_from_it(opened: OpenCase, plan: EarlierPlan) -> None:
    assert earlier_plans.may_be_corrected(plan)
    take_over(opened, plan, (0, 4), PassageUse.LEFT_OUT)
    assert not earlier_plans.may_be_corrected(plan)


def test_its_own_file_is_kept_as_it_is_and_goes_when_undone(opened: OpenCase) -> None:
    plan = take_in(opened, EarlierPlanKind.JOB, "", "", None, "tekst", ("min plan.pdf", b"%PDF bytes"))
    assert (plan.file_name, earlier_plans.own_file(opened, plan)) == ("min plan.pdf", b"%PDF bytes")
    digest = plan.file_digest
    opened.undo()
    assert opened.kept(digest) is None
    opened.redo()
    assert opened.kept(digest) == b"%PDF bytes"


def test_a_long_passage_is_parted_and_nothing_of_it_is_lost() -> None:
    title, rest = parted("Mål: Jonas får en bolig.\nHan har søgt længe. Sara skal kunne komme.")
    assert (title, rest) == ("Jonas får en bolig", "Han har søgt længe. Sara skal kunne komme.")
    assert parted("x" * 300) == ("X" + "x" * 299, "")
    assert whole("  •  Aftale:  Eva \n ringer ") == "Eva ringer"
    assert whole("Mål:") == "Mål:"


@pytest.mark.parametrize(("text", "expected"), [
    ("Behandlingsplan\nUdarbejdet af: Nadia Bro, Rusmiddelcenter\nDato: 3. september 2026\n\nMål: …",
     Guess(EarlierPlanKind.TREATMENT, "Behandlingsplan", "Nadia Bro, Rusmiddelcenter", date(2026, 9, 3))),
    ("HANDLEPLAN efter § 141\nFødt 01.02.1980\nDato: 03.09.2026",
     Guess(EarlierPlanKind.AUTHORITY, "HANDLEPLAN efter § 141", "", date(2026, 9, 3))),
    ("Opholdsplan for Jonas\n2026-10-06", Guess(EarlierPlanKind.STAY, "Opholdsplan for Jonas", "", date(2026, 10, 6))),
    ("Min plan\nJobcenter Syd\nMøde 1/2-2026 og 3/2-2026", Guess(EarlierPlanKind.JOB, "Min plan")),
    ("Den 31. februar 2026 og i år 2099-01-01", Guess()), ("", Guess())])
def test_it_is_guessed_what_a_plan_is(text: str, expected: Guess) -> None:
    assert guess(text, date(2026, 11, 28)) == expected
