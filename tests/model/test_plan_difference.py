"""Two versions of a plan beside each other: new, changed, moved and taken out, by id and never by words."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.difference_words import Language, in_words, one_line
from borgerplan_desktop.model.everyday_health import Habit, HabitKind
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanKind, EarlierPlanOutcome
from borgerplan_desktop.model.plan import (
    Agreement,
    FollowUpDay,
    Goal,
    GoalStatus,
    GoalType,
    Intervention,
    InterventionReview,
    Plan,
    ReviewOutcome,
    Step,
    current_plan,
)
from borgerplan_desktop.model.plan_difference import (
    AGREEMENT,
    EARLIER_PLAN,
    EXPECTATION,
    FOLLOW_UP,
    FOLLOW_UP_DAY,
    GOAL,
    HABIT,
    HELP,
    OWN_WORDS,
    STEP,
    How,
    Section,
    plan_difference,
)
from borgerplan_desktop.model.row import Row, fields_of
from tests.model.cases import case_with

DAY = date(2026, 11, 28)
ENGLISH = Language(lambda message, /, **filled: message.format(**filled) if filled else message,
                   lambda on: on.isoformat(), lambda member: member.name)
# What a version says nothing of by itself: where it stands, what it was taken from, what is noted beside the plan.
BESIDE = {Plan: {"started_on", "template_id", "next_talk_on"},             # a time like others, not the plan
          Goal: {"plan_id", "place", "closed_on", "source_id"},
          Step: {"goal_id", "place", "done_with_goal", "source_id"}, Intervention: {"goal_id", "place", "source_id"},
          Agreement: {"place", "made_on", "area", "meeting_id", "source_id"},
          Expectation: {"place", "how_it_went", "agreed_on", "looked_at_on"}, FollowUpDay: {"plan_id", "done_on"},
          Habit: {"kind"},
          EarlierPlan: {"kind", "from_whom", "text", "file_digest", "file_name", "settled_on"}}
DERIVED = {"reviews", "reviews_why"}                     # what the last follow-up on a help decided


def a_plan() -> Case:
    """Ids that stay the same however often it is made."""
    case = case_with()
    plan = current_plan(case)
    case.add(NetworkMember(id="eva", kind=MemberKind.PROFESSIONAL, name="Eva"))
    case.add(NetworkMember(id="bo", kind=MemberKind.PROFESSIONAL, name="Bo"))
    for number, title in enumerate(("Bolig", "Penge", "Venner"), 1):
        case.add(Goal(id=f"g{number}", plan_id=plan.id, place=float(number), title=title, area=LifeArea.HOUSING))
    case.add(Step(id="s1", goal_id="g1", place=1.0, text="Ring", responsible_id="eva"))
    case.add(Step(id="s2", goal_id="g1", place=2.0, text="Skriv"))
    case.add(Intervention(id="h1", goal_id="g1", name="Bostøtte", purpose="Hverdag"))
    case.add(Agreement(id="a1", text="Mødes tirsdag"))
    case.add(Agreement(id="a2", text="Se på lejlighed", goal_id="g1"))
    case.add(Expectation(id="e1", text="Vi ringer"))
    return case


def difference(change: Callable[[Case], object]) -> list[str]:
    before, after = a_plan(), a_plan()
    change(after)
    return [line for each in in_words(plan_difference(before, after), ENGLISH) for line in one_line(each, ENGLISH)]


def of(case: Case, kind: type[Row], id: str) -> Row:
    row = case.get(kind, id)
    assert row is not None
    return row


def write(kind: type[Row], id: str, **values: object) -> Callable[[Case], None]:
    def change(case: Case) -> None:
        for name, value in values.items():
            setattr(of(case, kind, id), name, value)
    return change


def test_nothing_differs_from_itself() -> None:
    assert not plan_difference(a_plan(), a_plan())
    assert difference(lambda case: None) == []


def test_own_words_are_said_as_they_were_and_are() -> None:
    def change(case: Case) -> None:
        current_plan(case).hopes = "Min egen dør"
    assert difference(change) == ["In own words · Hopes and dreams: added: »Min egen dør«"]


def test_blanks_and_an_empty_text_are_no_difference() -> None:
    assert difference(write(Goal, "g1", title=" Bolig  ", why="")) == []


def test_a_goal_is_the_same_goal_with_other_words() -> None:
    assert difference(write(Goal, "g1", title="En lejlighed")) == ["Goal 1 · Goal: »Bolig« became »En lejlighed«"]


def test_every_kind_of_value_is_said() -> None:
    assert difference(write(
        Goal, "g2", why="fred", type=GoalType.DEVELOP, status=GoalStatus.SLOWLY, responsible_id="bo", deadline=DAY,
        area=LifeArea.MONEY)) == [
        "Goal 2: Penge · Why it matters: added: »fred«", "Goal 2: Penge · Life area: Housing became Money",
        "Goal 2: Penge · Kind of goal: added: Develop",
        "Goal 2: Penge · Status: Not started became Going slowly",
        "Goal 2: Penge · Responsible: added: Bo", "Goal 2: Penge · By when: added: 2026-11-28"]


def test_another_person_is_named_and_the_same_person_under_another_name_is_no_difference() -> None:
    assert difference(write(Step, "s1", responsible_id="bo")) == [
        "Goal 1: Bolig · Step: Ring · Responsible: Eva became Bo"]
    assert difference(write(NetworkMember, "eva", name="Eva Lind")) == []


def test_only_what_was_moved_is_said_to_be_moved() -> None:
    def to_the_top(case: Case) -> None:
        of(case, Goal, "g3").place = .5  # type: ignore[attr-defined]
    assert difference(to_the_top) == ["Goal 1: Venner · moved from 3 to 1"]


def test_a_goal_that_slides_up_because_another_went_was_not_moved() -> None:
    def change(case: Case) -> None:
        case.remove(of(case, Goal, "g2"))
    assert difference(change) == ["Goal 2 · Goal: taken out: »Penge«", "Goal 2 · Life area: taken out: Housing"]


def test_a_new_goal_comes_with_its_steps() -> None:
    def change(case: Case) -> None:
        case.add(Goal(id="g4", plan_id=current_plan(case).id, place=9.0, title="Sove"))
        case.add(Step(id="s9", goal_id="g4", text="Gå i seng", done_on=DAY))
    assert difference(change) == [
        "Goal 4 · Goal: added: »Sove«", "Goal 4: Sove · Step · Step: added: »Gå i seng«",
        "Goal 4: Sove · Step · Done: added: 2026-11-28"]


def test_steps_help_and_agreements_stand_with_their_goal() -> None:
    def change(case: Case) -> None:
        case.remove(of(case, Step, "s2"))
        write(Intervention, "h1", purpose="Økonomi", until_on=DAY)(case)
        write(Agreement, "a2", text="Se på et værelse")(case)
    assert difference(change) == [
        "Goal 1: Bolig · Step · Step: taken out: »Skriv«",
        "Goal 1: Bolig · Help: Bostøtte · Purpose: »Hverdag« became »Økonomi«",
        "Goal 1: Bolig · Help: Bostøtte · Until: added: 2026-11-28",
        "Goal 1: Bolig · Agreement · Agreement: »Se på lejlighed« became »Se på et værelse«"]


def test_an_agreement_that_goes_to_another_goal_is_the_same_agreement() -> None:
    assert difference(write(Agreement, "a2", goal_id="g2")) == [
        "Goal 2: Penge · Agreement: Se på lejlighed · Belongs to the goal: Bolig became Penge"]
    assert difference(write(Agreement, "a2", goal_id=None)) == [
        "Agreement: Se på lejlighed · Belongs to the goal: taken out: Bolig"]


def test_expectations_and_follow_up() -> None:
    def change(case: Case) -> None:
        write(Expectation, "e1", text="Vi ringer fredag")(case)
        case.add(Expectation(id="e2"))                   # without words yet
        plan = current_plan(case)
        plan.follow_up_on, plan.follow_up_weeks = DAY, 4
        case.add(FollowUpDay(plan_id=plan.id, on=DAY))
    assert difference(change) == [
        "Expectation · Expectation: »Vi ringer« became »Vi ringer fredag«",
        "Follow-up · Every so many weeks: added: 4", "Follow-up · Next time: added: 2026-11-28",
        "Day for following up · Day for following up: added: 2026-11-28"]


def test_what_a_follow_up_decided_about_a_help_is_said_with_its_reason() -> None:
    def decide(outcome: ReviewOutcome, why: str) -> Callable[[Case], object]:
        return lambda case: case.add(InterventionReview(intervention_id="h1", on=DAY, outcome=outcome, why=why))
    assert difference(decide(ReviewOutcome.CHANGED, "For tidligt")) == [
        "Goal 1: Bolig · Help: Bostøtte · At the follow-up: added: Is changed",
        "Goal 1: Bolig · Help: Bostøtte · Why: added: »For tidligt«"]
    assert difference(decide(ReviewOutcome.ENDED, "")) == [
        "Goal 1: Bolig · Help: Bostøtte · At the follow-up: added: Ends"]
    assert difference(decide(ReviewOutcome.CONTINUED, "Det hjælper")) == []
    before, after = a_plan(), a_plan()
    for case in (before, after):
        decide(ReviewOutcome.CHANGED, "For tidligt")(case)
    after.add(InterventionReview(intervention_id="h1", on=date(2026, 12, 24), outcome=ReviewOutcome.CONTINUED))
    assert not plan_difference(before, after)            # that it goes on takes nothing of it back


def test_everyday_health_is_said_by_its_habit() -> None:
    def change(case: Case) -> None:
        case.add(Habit(kind=HabitKind.ALCOHOL, now="Seks øl", wish="To"))
        case.add(Habit(kind=HabitKind.DIET))             # nothing is said of it yet
    assert difference(change) == ["Alcohol · How it is now: added: »Seks øl«", "Alcohol · Wish: added: »To«"]


def test_an_earlier_plan_is_said_once_it_is_settled() -> None:
    def change(case: Case) -> None:
        case.add(EarlierPlan(kind=EarlierPlanKind.STAY, text="Rengøring"))       # is still being taken over
        case.add(EarlierPlan(kind=EarlierPlanKind.JOB, title="Min jobplan", outcome=EarlierPlanOutcome.KEPT,
                             kept_because="lov om aktiv beskæftigelsesindsats"))
    assert difference(change) == [
        "Earlier plans · Earlier plan: added: »Min jobplan«", "Earlier plans · Status: added: Kept and referred to",
        "Earlier plans · Reason: added: »lov om aktiv beskæftigelsesindsats«"]


def test_a_new_goal_that_is_closed_already_says_so() -> None:
    def change(case: Case) -> None:
        plan = current_plan(case)
        case.add(Goal(plan_id=plan.id, place=9.0, title="Hund", status=GoalStatus.SET_ASIDE, how_it_went="Må man ikke"))
    assert difference(change) == ["Goal 4 · Goal: added: »Hund«", "Goal 4 · Status: added: Set aside",
                                  "Goal 4 · How it went: added: »Må man ikke«"]


def test_a_goal_that_only_moved_did_not_change_because_its_steps_did() -> None:
    before, after = a_plan(), a_plan()
    write(Goal, "g1", place=9.0)(after)
    write(Step, "s1", text="Ring i morgen")(after)
    changes = [(change.how, change.row.id) for _section, _goal, change in plan_difference(before, after).changes()]
    assert changes == [(How.MOVED, "g1"), (How.CHANGED, "s1")]


def test_both_ways_say_the_opposite() -> None:
    before, after = a_plan(), a_plan()
    after.remove(of(after, Goal, "g2"))
    after.add(Agreement(id="a3", text="Ny"))
    hows = {How.ADDED: How.REMOVED, How.REMOVED: How.ADDED, How.CHANGED: How.CHANGED, How.MOVED: How.MOVED}
    there = [(section, change.how) for section, _goal, change in plan_difference(before, after).changes()]
    back = [(section, hows[change.how]) for section, _goal, change in plan_difference(after, before).changes()]
    assert there == back == [(Section.GOALS, How.REMOVED), (Section.AGREEMENTS, How.ADDED)]


def test_whatever_a_plan_comes_to_say_is_compared() -> None:
    """A new field is compared, or it is said here why not."""
    told = {Plan: OWN_WORDS + FOLLOW_UP, Goal: GOAL, Step: STEP, Intervention: HELP, Agreement: AGREEMENT,
            Expectation: EXPECTATION, FollowUpDay: FOLLOW_UP_DAY, Habit: HABIT, EarlierPlan: EARLIER_PLAN}
    for kind, fields in told.items():
        assert {name for name, _label, _read in fields} - DERIVED | BESIDE[kind] == set(fields_of(kind)), kind.__name__
