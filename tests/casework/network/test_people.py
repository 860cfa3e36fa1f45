"""Joining, standing, tasks and leaving: what is stored, and that one undo takes it back."""
from __future__ import annotations

from datetime import timedelta

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_list import seen
from borgerplan_desktop.casework.course.coordination import end_coordination, is_asked, make_coordinator, said_yes
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import (
    add_colleague,
    add_new_professional,
    add_private_person,
    add_professional,
    end_lay_representative,
    make_lay_representative,
    put_on_map,
    search_register,
    set_tie,
    take_off_map,
    tie_together,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.citizen import Cooperation, LayRepresentative
from borgerplan_desktop.model.course import CoordinatorAssignment, coordinator
from borgerplan_desktop.model.network import (
    MemberKind,
    Ring,
    Tie,
    TieQuality,
    citizen_member,
    lay_representatives,
    people,
)
from borgerplan_desktop.model.plan import Agreement, Goal, Plan, Step
from borgerplan_desktop.model.shelter import Professional, Sector, StaffMember
from tests.archive import Clock, picture


def test_a_private_person_joins_last_and_is_not_placed_yet(opened: OpenCase) -> None:
    sara = add_private_person(opened, "  Sara   Bækgaard ", "min datter", Sector.FAMILY, "12 34 56 01")
    assert people(opened.case)[-1] is sara
    assert (sara.contact.name, sara.described, sara.ring) == ("Sara Bækgaard", "min datter", None)
    assert sara.kind is MemberKind.PRIVATE


@pytest.mark.parametrize("name", ["", "   ", "\n\t"])
def test_nobody_joins_without_a_name(opened: OpenCase, name: str) -> None:
    before = picture(opened.case)
    with pytest.raises(Refused) as refusal:
        add_private_person(opened, name)
    assert refusal.value.field == "name"
    with pytest.raises(Refused):
        add_new_professional(opened, name)
    assert picture(opened.case) == before


def test_a_professional_is_typed_once_and_found_for_the_next_citizen(archive: Archive, opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Ny", "sagsbehandler", "Hjemløseenheden", phone="12 34 56 11")
    assert birgit.name == ""                             # kept in the register only
    assert birgit.contact.phone == "12 34 56 11"
    other = receive(archive, Arrival("Palle Prøve"))
    (found,) = search_register(other, "hjemløse ny")
    assert isinstance(found, Professional)
    again = add_professional(other, found, Ring.CLOSE)
    assert again.contact.name == "Birgit Ny"
    assert again.ring is Ring.CLOSE
    assert add_professional(other, found) is again       # not twice


def test_a_number_changed_in_the_register_is_changed_everywhere(archive: Archive, opened: OpenCase) -> None:
    member = add_new_professional(opened, "Nadia Nummer", phone="1")
    kept = archive.shelter.case.get(Professional, member.professional_id)
    assert kept is not None
    with archive.shelter.action("number"):
        kept.phone = "12 34 56 13"
    assert member.contact.phone == "12 34 56 13"


def test_retired_people_are_not_offered(archive: Archive, opened: OpenCase) -> None:
    member = add_new_professional(opened, "Gamle Ole")
    kept = archive.shelter.case.get(Professional, member.professional_id)
    assert kept is not None
    with archive.shelter.action("retire"):
        kept.retired = True
    assert search_register(opened, "gamle ole") == []


def test_a_colleague_stands_at_the_shelter(opened: OpenCase) -> None:
    mads = next(s for s in search_register(opened, "mads") if isinstance(s, StaffMember))
    member = add_colleague(opened, mads)
    assert (member.sector, member.contact.role) == (Sector.SHELTER, "nattevagt")
    assert add_colleague(opened, mads) is member


def test_undo_takes_a_new_professional_off_the_network_but_not_out_of_the_register(opened: OpenCase) -> None:
    before = picture(opened.case)
    add_new_professional(opened, "Samir Undo", organisation="Gadeplan")
    opened.undo()
    assert picture(opened.case) == before
    assert [p.name for p in search_register(opened, "samir undo")] == ["Samir Undo"]


def test_places_are_stored_and_left(opened: OpenCase) -> None:
    kurt = add_private_person(opened, "Kurt")
    put_on_map(opened, kurt, Sector.FRIENDS, Ring.CLOSE, (.25, -.5))
    assert (kurt.sector, kurt.ring, kurt.x, kurt.y) == (Sector.FRIENDS, Ring.CLOSE, .25, -.5)
    put_on_map(opened, kurt, Sector.FRIENDS, Ring.CLOSEST)
    assert (kurt.ring, kurt.x, kurt.y) == (Ring.CLOSEST, None, None)
    take_off_map(opened, kurt)
    assert kurt.ring is None
    opened.undo()
    opened.undo()
    assert (kurt.ring, kurt.x, kurt.y) == (Ring.CLOSE, .25, -.5)


def test_ties_between_two_others_are_one_line_whichever_end_one_takes(opened: OpenCase) -> None:
    lone, peter = add_private_person(opened, "Lone"), add_private_person(opened, "Peter")
    tie_together(opened, lone, peter, TieQuality.ORDINARY)
    tie_together(opened, peter, lone, TieQuality.STRAINED)
    assert [t.quality for t in opened.case.all(Tie)] == [TieQuality.STRAINED]
    tie_together(opened, lone, peter, None)
    assert opened.case.all(Tie) == []
    with pytest.raises(ValueError, match="two people"):
        tie_together(opened, lone, lone, TieQuality.STRONG)


def test_a_tie_goes_with_the_person_and_comes_back_with_them(opened: OpenCase) -> None:
    lone, peter = add_private_person(opened, "Lone"), add_private_person(opened, "Peter")
    set_tie(opened, lone, TieQuality.BROKEN)
    tie_together(opened, lone, peter, TieQuality.LOOSE)
    remove_person(opened, lone)
    assert opened.case.all(Tie) == []
    opened.undo()
    assert lone.tie is TieQuality.BROKEN
    assert len(opened.case.all(Tie)) == 1


def test_who_leaves_hands_over_everything_they_were_responsible_for(opened: OpenCase) -> None:
    ole, sara = add_private_person(opened, "Ole"), add_private_person(opened, "Sara")
    with opened.action("plan"):
        goal = opened.case.add(Goal(plan_id=opened.case.the(Plan).id, title="Bolig", responsible_id=ole.id))
        step = opened.case.add(Step(goal_id=goal.id, text="Ring", responsible_id=ole.id))
        agreement = opened.case.add(Agreement(text="Ring", responsible_id=ole.id))
    remove_person(opened, ole, sara)
    assert [t.responsible for t in (goal, step, agreement)] == [sara, sara, sara]
    opened.undo()
    assert [t.responsible for t in (goal, step, agreement)] == [ole, ole, ole]
    remove_person(opened, ole)
    assert goal.responsible is ole                       # a promise keeps its name


def test_the_citizen_never_leaves(opened: OpenCase) -> None:
    citizen = citizen_member(opened.case)
    assert citizen is not None
    with pytest.raises(ValueError, match="citizen"):
        remove_person(opened, citizen)


def test_a_lay_representative_is_on_record_and_can_stop(opened: OpenCase) -> None:
    inger = add_private_person(opened, "Inger Toft")
    make_lay_representative(opened, inger)
    make_lay_representative(opened, inger)               # twice is once
    assert lay_representatives(opened.case, opened.today()) == [inger]
    assert opened.case.the(Cooperation).lay_representative is LayRepresentative.HAS
    end_lay_representative(opened, inger)
    assert lay_representatives(opened.case, opened.today()) == []


def test_the_coordination_is_handed_over_and_the_history_kept(opened: OpenCase, clock: Clock) -> None:
    first = coordinator(opened.case)
    assert first is not None
    assert first.temporary                               # whoever receives, until a permanent one is agreed
    clock.now += timedelta(days=3)
    inger = add_private_person(opened, "Inger Toft")
    make_coordinator(opened, inger)
    now = coordinator(opened.case)
    assert now is not None
    assert (now.member, now.temporary, now.since) == (inger, False, opened.today())
    assert first.until == opened.today()
    count = len(opened.case.all(CoordinatorAssignment))
    make_coordinator(opened, inger)                      # nothing to hand over
    assert len(opened.case.all(CoordinatorAssignment)) == count
    end_coordination(opened)
    assert coordinator(opened.case) is None
    opened.undo()
    assert coordinator(opened.case) is now


def test_the_temporary_coordinator_can_become_the_permanent_one(opened: OpenCase) -> None:
    first = coordinator(opened.case)
    assert first is not None
    assert first.member is not None
    make_coordinator(opened, first.member)
    now = coordinator(opened.case)
    assert now is not None
    assert not now.temporary


def test_names_are_found_in_the_register_the_list_and_everything_written(archive: Archive, opened: OpenCase) -> None:
    add_new_professional(opened, "Łukasz Wójcik", "Müllers ven", "Østergård", Sector.HEALTH)
    receive(archive, Arrival("Aase Þórsdóttir"))
    for words in ("lukasz", "WOJCIK", "mueller", "muller", "ostergard", "østergaard"):
        assert [row.name for row in search_register(opened, words)] == ["Łukasz Wójcik"], words
        if words not in ("mueller", "muller"):           # what somebody does is not among what is written
            assert archive.store.find(words), words
    for words in ("a", "aase", "åse", "thorsdottir", "Þórs"):
        assert "Aase Þórsdóttir" in [s.line.name for s in seen(archive, words=words)], words
    assert archive.store.find("thors")
    assert not archive.store.find("lukas z")


def test_the_coordination_is_handed_over_from_a_day_and_by_a_yes(opened: OpenCase, clock: Clock) -> None:
    first = coordinator(opened.case)
    assert first is not None
    clock.now += timedelta(days=5)
    inger = add_private_person(opened, "Inger Toft")
    two_ago = opened.today() - timedelta(days=2)
    for day in (first.since - timedelta(days=1), opened.today() + timedelta(days=1)):
        with pytest.raises(Refused):
            make_coordinator(opened, inger, day)
    make_coordinator(opened, inger, two_ago)
    now = coordinator(opened.case)
    assert now is not None
    assert (now.since, first.until, is_asked(now)) == (two_ago, two_ago, True)
    said_yes(opened)
    assert (now.said_yes_on, is_asked(now)) == (opened.today(), False)
    opened.undo()
    assert is_asked(now)
