"""Two cases of one person: what goes on, whose no holds, and what goes back when they are two again."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.intake.both_cases import Stands
from borgerplan_desktop.casework.intake.merge import (
    merge,
    preview,
)
from borgerplan_desktop.casework.intake.taking_out import undo_merge
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person, add_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, narrow, say_no, withdraw_from
from borgerplan_desktop.casework.plan.goals import add_goal, add_step, tick_step
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.admission import copied_id
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import GivenHow, Topic, may_share
from borgerplan_desktop.model.course import (
    Course,
    Stay,
    coordinator,
    current_course,
    current_stay,
)
from borgerplan_desktop.model.leaving import AfterCare, after_care
from borgerplan_desktop.model.network import NetworkMember, people
from borgerplan_desktop.model.plan import Plan, current_plan
from borgerplan_desktop.model.shelter import Professional
from borgerplan_desktop.store.store import Store
from tests.archive import Clock


@pytest.fixture
def store(tmp_path: Path) -> Store:
    from tests.archive import new_store

    return new_store(tmp_path)


def register_of(opened: OpenCase) -> list[Professional]:
    assert opened.shelter is not None
    return opened.shelter.case.all(Professional)


def test_the_stay_that_began_first_goes_on_so_that_no_clock_is_put_back(opened: OpenCase, archive: Archive) -> None:
    before = date(2026, 9, 1)
    other = receive(archive, Arrival("Jonas P. Prøve", room="3", first_contact_on=before))
    assert "1. september" in preview(opened, other).stays
    ours = (current_stay(opened.case), current_course(opened.case), coordinator(opened.case))
    merged = merge(opened, other)
    stay, course, holder = current_stay(opened.case), current_course(opened.case), coordinator(opened.case)
    assert stay is not None
    assert holder is not None
    assert (stay.admitted_on, stay.room, course.first_contact_on, holder.since) == (before, "3", before, before)
    assert [course.closed_on is None for course in opened.case.all(Course)] == [True, False]
    undo_merge(opened, merged, other)
    assert (current_stay(opened.case), current_course(opened.case), coordinator(opened.case)) == ours
    assert current_course(opened.case).closed_on is None


def test_it_is_said_who_of_family_and_friends_is_there_twice(opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    assert preview(opened, other).twice == ""
    add_private_person(opened, "Åse Prøve")
    for name in ("aase prøve", "Ole Prøve"):
        add_private_person(other, name)
    assert "gange: Åse Prøve. " in preview(opened, other).twice
    assert preview(other, opened).twice != ""


def test_one_after_care_goes_on(opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    for case, began in ((opened, date(2026, 10, 1)), (other, date(2026, 10, 20))):
        with case.action("x"):
            case.case.add(AfterCare(began_on=began))
    merge(opened, other)
    care = after_care(opened.case)
    assert care is not None
    assert care.began_on == date(2026, 10, 1)
    assert [each.ended_on is None for each in opened.case.all(AfterCare)] == [True, False]


def test_a_withdrawal_goes_back_with_the_case(opened: OpenCase, archive: Archive, clock: Clock) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    sara, ole = (add_private_person(other, name) for name in ("Sara Prøve", "Ole Prøve"))
    give_consent(other, Asked("Bolig", [sara, ole], [Topic.PLAN, Topic.MONEY], GivenHow.ORALLY, told_before=True))
    goal = add_goal(other, "Et sted at bo")
    step = add_step(other, goal, "Skrive sig op")
    merged = merge(opened, other)
    mine = {row.id: opened.case.get(type(row), copied_id(opened.id, row.id)) for row in (sara, ole, step)}
    clock.pass_(days=1)
    withdraw_from(opened, mine[sara.id])                 # type: ignore[arg-type]
    narrow(opened, mine[ole.id], Topic.MONEY)            # type: ignore[arg-type]
    tick_step(opened, mine[step.id])                     # type: ignore[arg-type]
    undo_merge(opened, merged, other)
    today = opened.today()
    assert not may_share(other.case, sara, Topic.PLAN, today).allowed
    assert may_share(other.case, ole, Topic.PLAN, today).allowed
    assert not may_share(other.case, ole, Topic.MONEY, today).allowed
    assert step.done


def test_a_no_that_was_said_since_holds_in_both(opened: OpenCase, archive: Archive, clock: Clock) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    birgit = add_new_professional(opened, "Birgit Holm", "Sagsbehandler", "Kommunen")
    theirs, sara = add_professional(other, register_of(opened)[0]), add_private_person(other, "Sara Prøve")
    give_consent(other, Asked("Bolig", [theirs, sara], [Topic.PLAN, Topic.MONEY], GivenHow.ORALLY, told_before=True))
    merged = merge(opened, other)
    clock.pass_(days=1)
    mine = opened.case.get(NetworkMember, copied_id(opened.id, sara.id))
    assert mine is not None
    say_no(opened, Asked("Bolig", [birgit], [Topic.PLAN, Topic.MONEY], GivenHow.ORALLY))
    give_consent(opened, Asked("Bolig", [mine], [Topic.PLAN, Topic.WORK], GivenHow.ORALLY, told_before=True,
                               refused=[Topic.MONEY]))
    undo_merge(opened, merged, other)
    today = opened.today()

    def shared(member: NetworkMember) -> set[Topic]:
        return {topic for topic in Topic if may_share(other.case, member, topic, today).allowed}
    assert (shared(theirs), shared(sara)) == (set(), {Topic.PLAN})


@pytest.mark.parametrize("days", [0, 3])
def test_what_ended_since_has_ended_in_the_other_case_too(
        opened: OpenCase, archive: Archive, clock: Clock, days: int) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve", room="3", first_contact_on=date(2026, 9, 1)))
    sara = add_private_person(other, "Sara Prøve")
    merged = merge(opened, other)                        # theirs goes on
    clock.pass_(days=days)
    stay, mine = current_stay(opened.case), opened.case.get(NetworkMember, copied_id(opened.id, sara.id))
    assert stay is not None
    assert mine is not None
    with opened.action("x"):
        stay.left_on, stay.left_why, mine.removed_on = opened.today(), "Egen bolig", opened.today()
    undo_merge(opened, merged, other)
    there = current_stay(other.case)
    assert there is not None
    assert (there.left_on, there.left_why, sara.removed_on) == (opened.today(), "Egen bolig", opened.today())
    assert current_course(other.case).closed_on is None


def test_what_ended_because_they_became_one_goes_on_when_they_are_two(opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve", room="3"))
    merged = merge(opened, other)                        # ours goes on
    with opened.action("x"):
        for each in opened.case.all(Stay):
            each.room = f"{each.room} B"
    undo_merge(opened, merged, other)
    [there] = other.case.all(Stay)
    assert (there.room, there.left_on, there.left_why) == ("3 B", None, "")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_cases_are_taken_out_in_any_order(opened: OpenCase, archive: Archive, order: tuple[int, int]) -> None:
    others = [receive(archive, Arrival("Jonas P. Prøve", phone=phone)) for phone in ("22222222", "33333333")]
    for case, words in zip((opened, *others), ("AAA", "BBB", "CCC"), strict=True):
        write(case, current_plan(case.case), Plan.hopes, words, "x")
    phone = opened.case.the(Citizen).phone
    merged = [merge(opened, other, {"citizen.phone": Stands.THEIRS}) for other in others]
    assert current_plan(opened.case).hopes == "AAA\n\nBBB\n\nCCC"
    first, last = order
    undo_merge(opened, merged[first], others[first])
    assert current_plan(opened.case).hopes == ("AAA\n\nCCC" if first == 0 else "AAA\n\nBBB")
    assert opened.case.the(Citizen).phone == others[last].case.the(Citizen).phone
    undo_merge(opened, merged[last], others[last])
    assert (opened.case.the(Citizen).phone, current_plan(opened.case).hopes) == (phone, "AAA")


def test_a_no_to_somebody_who_was_taken_off_our_map_holds(opened: OpenCase, archive: Archive, clock: Clock) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    birgit = add_new_professional(opened, "Birgit Holm", "Sagsbehandler", "Kommunen")
    theirs = add_professional(other, register_of(opened)[0])
    give_consent(other, Asked("Bolig", [theirs], [Topic.PLAN], GivenHow.ORALLY, told_before=True))
    clock.pass_(days=1)
    say_no(opened, Asked("Bolig", [birgit], [Topic.PLAN], GivenHow.ORALLY, told_before=True))
    with opened.action("x"):
        birgit.removed_on = opened.today()
    merged = merge(opened, other)
    [there] = [each for each in people(opened.case) if each.professional_id == birgit.professional_id]
    assert there is birgit
    assert not may_share(opened.case, birgit, Topic.PLAN, opened.today()).allowed
    undo_merge(opened, merged, other)
    assert birgit.removed_on == opened.today()


def test_an_anonymous_citizen_gets_no_number_without_somebody_choosing(opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Skæg", anonymous=True))
    with opened.action("x"):
        opened.case.the(Citizen).cpr = "0101701234"
    numbered = {each.field: each.first for each in preview(other, opened).differing}
    assert numbered["cpr"] is Stands.OURS
    merge(other, opened)
    assert other.case.the(Citizen).cpr == ""
    assert other.case.the(Citizen).anonymous
