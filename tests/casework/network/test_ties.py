"""What flows in a tie: both ways, several at once, undone at once, and still there when somebody comes back."""
from __future__ import annotations

import pytest

from borgerplan_desktop.casework.network.leaving import bring_back, remove_person
from borgerplan_desktop.casework.network.people import add_private_person, tie_together
from borgerplan_desktop.casework.network.ties import let_flow
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.flow import Way, supports_of, what_flows
from borgerplan_desktop.model.network import (
    NetworkMember,
    Support,
    SupportKind,
    Tie,
    TieQuality,
    citizen_member,
)
from borgerplan_desktop.model.plan import Agreement
from tests.archive import picture


def _citizen(opened: OpenCase) -> NetworkMember:
    found = citizen_member(opened.case)
    assert found is not None
    return found


def test_several_things_flow_at_once_each_its_own_way(opened: OpenCase) -> None:
    jonas, sara = _citizen(opened), add_private_person(opened, "Sara")
    let_flow(opened, jonas, sara, SupportKind.COMPANY, Way.BOTH)
    let_flow(opened, jonas, sara, SupportKind.TALK, Way.GETS)
    let_flow(opened, jonas, sara, SupportKind.HANDS, Way.GIVES)
    assert what_flows(opened.case, jonas, sara) == {
        SupportKind.TALK: Way.GETS, SupportKind.HANDS: Way.GIVES, SupportKind.COMPANY: Way.BOTH}
    assert what_flows(opened.case, sara, jonas) == {
        SupportKind.TALK: Way.GIVES, SupportKind.HANDS: Way.GETS, SupportKind.COMPANY: Way.BOTH}
    assert len(supports_of(opened.case, sara, jonas)) == 4
    assert opened.case.all(Tie) == []                    # the tie to the citizen is the person's own


def test_the_way_is_changed_without_writing_anything_twice_and_undone(opened: OpenCase) -> None:
    jonas, sara = _citizen(opened), add_private_person(opened, "Sara")
    let_flow(opened, jonas, sara, SupportKind.TALK, Way.BOTH)
    before = picture(opened.case)
    let_flow(opened, jonas, sara, SupportKind.TALK, Way.GETS)
    (left,) = opened.case.all(Support)
    assert (left.giver_id, left.receiver_id) == (sara.id, jonas.id)
    opened.undo()
    assert picture(opened.case) == before
    let_flow(opened, jonas, sara, SupportKind.TALK, None)
    assert opened.case.all(Support) == []


def test_two_others_who_give_each_other_something_are_tied_and_part_with_it(opened: OpenCase) -> None:
    sara, ole = add_private_person(opened, "Sara"), add_private_person(opened, "Ole")
    let_flow(opened, sara, ole, SupportKind.HANDS, Way.GIVES)
    (tie,) = opened.case.all(Tie)
    assert tie.quality is TieQuality.ORDINARY
    tie_together(opened, ole, sara, TieQuality.STRONG)
    assert what_flows(opened.case, ole, sara) == {SupportKind.HANDS: Way.GETS}
    tie_together(opened, ole, sara, None)
    assert not opened.case.all(Tie)
    assert not opened.case.all(Support)
    opened.undo()
    assert len(opened.case.all(Tie)) == len(opened.case.all(Support)) == 1


def test_nobody_gives_themselves_anything(opened: OpenCase) -> None:
    sara = add_private_person(opened, "Sara")
    with pytest.raises(ValueError, match="two people"):
        let_flow(opened, sara, sara, SupportKind.TALK, Way.BOTH)
    assert opened.case.all(Support) == []


def test_who_leaves_and_comes_back_has_their_ties_still(opened: OpenCase) -> None:
    jonas, sara, ole = _citizen(opened), add_private_person(opened, "Sara"), add_private_person(opened, "Ole")
    tie_together(opened, sara, ole, TieQuality.STRONG)
    let_flow(opened, jonas, sara, SupportKind.TALK, Way.GETS)
    with opened.action("names her"):
        opened.case.add(Agreement(text="ringe", responsible_id=sara.id))
    remove_person(opened, sara)
    assert sara.removed_on == opened.today()
    bring_back(opened, sara)
    assert [tie.quality for tie in opened.case.all(Tie)] == [TieQuality.STRONG]
    assert what_flows(opened.case, jonas, sara) == {SupportKind.TALK: Way.GETS}


def test_whom_nothing_names_takes_their_ties_along_and_undo_brings_them(opened: OpenCase) -> None:
    jonas, sara, ole = _citizen(opened), add_private_person(opened, "Sara"), add_private_person(opened, "Ole")
    tie_together(opened, sara, ole, TieQuality.STRONG)
    let_flow(opened, jonas, sara, SupportKind.TALK, Way.GETS)
    remove_person(opened, sara)
    assert not sara.exists
    assert not opened.case.all(Tie)
    assert not opened.case.all(Support)
    opened.undo()
    assert sara.exists
    assert len(opened.case.all(Tie)) == len(opened.case.all(Support)) == 1
