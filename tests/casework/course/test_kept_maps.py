"""The map is kept before it changes on a new day, with an adopted plan and by hand; and two of them are compared."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.course.kept_maps import forget_map, keep_map, kept_maps, rename_map
from borgerplan_desktop.casework.network.leaving import bring_back, remove_person
from borgerplan_desktop.casework.network.people import (
    add_private_person,
    put_on_map,
    set_sector,
    set_tie,
    take_off_map,
    tie_together,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.kept_map import Difference, Turn, differences, state_now, state_of
from borgerplan_desktop.model.network import KeptMap, KeptPlace, KeptTie, NetworkMember, Ring, Tie, TieQuality
from borgerplan_desktop.model.shelter import Sector
from tests.archive import Clock, picture

BEGUN = date(2026, 10, 27)


@pytest.fixture
def people(opened: OpenCase) -> dict[str, NetworkMember]:
    """Sara close, Peter further out, who know each other: begun on the 27th of October."""
    sara = add_private_person(opened, "Sara", "datter", ring=Ring.CLOSEST)
    peter = add_private_person(opened, "Peter", "bror", ring=Ring.FURTHER)
    tie_together(opened, sara, peter, TieQuality.STRONG)
    return {"Sara": sara, "Peter": peter}


def days(opened: OpenCase) -> list[date]:
    return [kept.on for kept in kept_maps(opened.case)]


def test_nothing_is_kept_on_the_day_the_map_begins(opened: OpenCase, people: dict[str, NetworkMember]) -> None:
    put_on_map(opened, people["Peter"], Sector.FRIENDS, Ring.CLOSE)
    assert days(opened) == []


def test_two_windows_that_begin_the_day_on_the_map_at_once_keep_it_once(
        archive: Archive, opened: OpenCase, people: dict[str, NetworkMember], clock: Clock) -> None:
    clock.pass_(days=30)
    other = archive.open_case(opened.id)
    before = state_now(opened.case)
    theirs = other.case.get(NetworkMember, people["Sara"].id)
    assert theirs is not None
    put_on_map(other, theirs, Sector.FRIENDS, Ring.CLOSE)
    put_on_map(opened, people["Peter"], Sector.FAMILY, Ring.CLOSE)               # it has not heard of it: no Conflict
    (kept,) = kept_maps(opened.case)
    assert state_of(opened.case, kept) == before
    assert (people["Sara"].ring, people["Peter"].ring) == (Ring.CLOSE, Ring.CLOSE)
    other.catch_up()
    assert picture(other.case) == picture(opened.case) == picture(archive.open_case(opened.id).case)
    opened.undo()                                        # only what was done here goes back
    assert days(opened) == [BEGUN]
    assert (people["Sara"].ring, people["Peter"].ring) == (Ring.CLOSE, Ring.FURTHER)
    opened.redo()
    assert people["Peter"].ring is Ring.CLOSE


def test_the_map_is_kept_before_it_changes_on_a_new_day_under_the_day_of_the_last_change(
        opened: OpenCase, people: dict[str, NetworkMember], clock: Clock) -> None:
    before = state_now(opened.case)
    clock.pass_(days=30)
    put_on_map(opened, people["Peter"], Sector.FAMILY, Ring.CLOSE, (.1, .2))
    put_on_map(opened, people["Sara"], Sector.FRIENDS, Ring.CLOSE)               # once a day
    (kept,) = kept_maps(opened.case)
    assert kept.on == BEGUN
    assert state_of(opened.case, kept) == before
    opened.undo()
    assert days(opened) == [BEGUN]
    opened.undo()                                        # the first one takes what was kept with it
    assert days(opened) == []
    opened.redo()
    assert days(opened) == [BEGUN]


@pytest.mark.parametrize("act", ["tie", "between", "off", "sector", "add", "remove", "back"])
def test_whatever_changes_the_map_keeps_it_first(
        opened: OpenCase, people: dict[str, NetworkMember], clock: Clock, act: str) -> None:
    sara, peter = people["Sara"], people["Peter"]
    if act == "back":
        keep_map(opened, "så han har stået på et kort")
        remove_person(opened, peter)
    before = state_now(opened.case)
    clock.pass_(days=7)
    {"tie": lambda: set_tie(opened, sara, TieQuality.STRAINED),
     "between": lambda: tie_together(opened, sara, peter, None),
     "off": lambda: take_off_map(opened, sara),
     "sector": lambda: set_sector(opened, sara, Sector.WORK),
     "add": lambda: add_private_person(opened, "Kurt"),
     "remove": lambda: remove_person(opened, peter),
     "back": lambda: bring_back(opened, peter)}[act]()
    kept = kept_maps(opened.case)[-1]
    assert kept.on == BEGUN + timedelta(days=act == "back")      # the day itself has a map by hand then
    assert state_of(opened.case, kept) == before
    assert state_now(opened.case) != before


def test_a_map_that_stands_kept_already_is_not_kept_again(
        opened: OpenCase, people: dict[str, NetworkMember], clock: Clock) -> None:
    clock.pass_(days=3)
    keep_map(opened, "før mødet")
    clock.pass_(days=3)
    set_tie(opened, people["Sara"], TieQuality.STRONG)
    assert days(opened) == [BEGUN + timedelta(days=3)]


def test_no_two_maps_of_one_day_but_by_hand(
        opened: OpenCase, people: dict[str, NetworkMember], clock: Clock) -> None:
    keep_map(opened, "formiddag")
    set_tie(opened, people["Sara"], TieQuality.STRAINED)
    keep_map(opened, "eftermiddag")
    take_off_map(opened, people["Sara"])
    clock.pass_(days=10)
    put_on_map(opened, people["Sara"], Sector.FAMILY, Ring.CLOSE)
    assert days(opened) == [BEGUN, BEGUN, BEGUN + timedelta(days=1)]             # it stood like that then as well


def test_a_map_of_yesterday_with_a_kept_one_is_let_be(
        opened: OpenCase, people: dict[str, NetworkMember], clock: Clock) -> None:
    keep_map(opened, "om formiddagen")
    take_off_map(opened, people["Sara"])
    clock.pass_(days=1)
    put_on_map(opened, people["Sara"], Sector.FAMILY, Ring.CLOSE)
    set_tie(opened, people["Sara"], TieQuality.STRAINED)
    assert days(opened) == [BEGUN]                       # and what it was in the middle of the day is no map


def test_a_plan_keeps_its_map(opened: OpenCase, people: dict[str, NetworkMember], clock: Clock) -> None:
    adopt_plan(opened)
    assert days(opened) == [BEGUN]
    adopt_plan(opened)                                   # the same map: one is enough
    assert days(opened) == [BEGUN]
    take_off_map(opened, people["Sara"])
    adopt_plan(opened)                                   # the newest plan of the day has the day's map
    (kept,) = kept_maps(opened.case)
    assert state_of(opened.case, kept) == state_now(opened.case)


def test_a_plan_adopted_without_a_map_keeps_none(opened: OpenCase) -> None:
    adopt_plan(opened)
    assert days(opened) == []


def test_a_kept_map_is_renamed_and_deleted_and_both_are_undone(
        opened: OpenCase, people: dict[str, NetworkMember]) -> None:
    kept = keep_map(opened)
    rename_map(opened, kept, "før ferien")
    assert kept.title == "før ferien"
    whole = picture(opened.case)
    forget_map(opened, kept)
    assert (opened.case.all(KeptMap), opened.case.all(KeptPlace)) == ([], [])
    opened.undo()
    assert picture(opened.case) == whole
    opened.undo()
    assert opened.case.all(KeptMap)[0].title == ""


def test_somebody_on_a_kept_map_who_leaves_can_still_be_named(
        opened: OpenCase, people: dict[str, NetworkMember], clock: Clock) -> None:
    clock.pass_(days=30)
    remove_person(opened, people["Peter"])
    (kept,) = kept_maps(opened.case)
    gone = [each for each in differences(state_of(opened.case, kept), state_now(opened.case))
            if each.turn is Turn.WENT]
    assert [opened.case.get(NetworkMember, each.member_id) for each in gone] == [people["Peter"]]


def test_what_is_different_is_told_one_by_one(opened: OpenCase, people: dict[str, NetworkMember]) -> None:
    sara, peter = people["Sara"], people["Peter"]
    kurt = add_private_person(opened, "Kurt", sector=Sector.FRIENDS)
    before = state_now(opened.case)
    put_on_map(opened, sara, Sector.FAMILY, Ring.CLOSEST, (.01, .02))            # a nudge is no difference
    assert differences(before, state_now(opened.case)) == []
    put_on_map(opened, peter, Sector.FRIENDS, Ring.CLOSEST)
    put_on_map(opened, kurt, Sector.FRIENDS, Ring.CLOSE)
    set_tie(opened, sara, TieQuality.STRAINED)
    tie_together(opened, sara, peter, TieQuality.BROKEN)
    tie_together(opened, kurt, peter, TieQuality.LOOSE)
    lone = add_private_person(opened, "Lone", ring=Ring.FURTHER)
    after = state_now(opened.case)

    def told(found: list[Difference]) -> set[tuple[Turn, str]]:
        return {(each.turn, each.member_id) for each in found}

    assert told(differences(before, after)) == {
        (Turn.CLOSER, peter.id), (Turn.ELSEWHERE, peter.id), (Turn.PLACED, kurt.id), (Turn.TIE, sara.id),
        (Turn.BETWEEN, sara.id), (Turn.BETWEEN, peter.id), (Turn.CAME, lone.id)}
    assert told(differences(after, before)) >= {(Turn.FURTHER, peter.id), (Turn.TAKEN_OFF, kurt.id),
                                                (Turn.WENT, lone.id)}
    assert differences(after, after) == []


def test_whoever_a_file_ties_to_themselves_has_no_tie(opened: OpenCase, people: dict[str, NetworkMember]) -> None:
    sara, kept = people["Sara"], keep_map(opened)
    with opened.action("A hostile file"):
        opened.case.add(Tie(one_id=sara.id, other_id=sara.id))
        opened.case.add(KeptTie(map_id=kept.id, one_id=sara.id, other_id=sara.id, quality=TieQuality.BROKEN))
    before, now = state_of(opened.case, kept), state_now(opened.case)
    assert all(len(pair) == 2 for state in (before, now) for pair in state.ties)
    assert differences(before, now) == []


@pytest.mark.parametrize(("off", "later"), [(timedelta(days=1), timedelta(0)), (timedelta(days=26_000), timedelta(2))])
def test_a_map_that_was_changed_while_the_clock_was_ahead_is_kept_all_the_same(
        opened: OpenCase, people: dict[str, NetworkMember], clock: Clock, off: timedelta,
        later: timedelta) -> None:
    right = clock.now
    clock.now = right + off
    put_on_map(opened, people["Peter"], Sector.FAMILY, Ring.CLOSE)
    clock.now = right + later
    before = state_now(opened.case)
    put_on_map(opened, people["Peter"], Sector.FRIENDS, Ring.FURTHER)
    assert before in [state_of(opened.case, kept) for kept in kept_maps(opened.case)]
