"""Two in the register became one: who has both on the map makes them one entry, which has everything of the two."""
from __future__ import annotations

from datetime import datetime

from borgerplan_desktop.casework.course.kept_maps import keep_map
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import (
    add_new_professional,
    add_private_person,
    tie_together,
)
from borgerplan_desktop.casework.network.written_twice import make_one, same_name, same_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.professionals import merge_professionals
from borgerplan_desktop.model.kept_map import state_of
from borgerplan_desktop.model.meeting import Participant
from borgerplan_desktop.model.network import NetworkMember, Ring, Tie, TieQuality, people
from borgerplan_desktop.model.plan import Goal, Plan
from borgerplan_desktop.model.shelter import Professional
from tests.archive import picture


def _registered(archive: Archive, member: NetworkMember) -> Professional:
    found = archive.shelter.case.get(Professional, member.professional_id)
    assert found is not None
    return found


def test_the_one_has_everything_of_the_two_and_it_is_undone_at_once(archive: Archive, opened: OpenCase) -> None:
    sara = add_private_person(opened, "Sara", "datter", ring=Ring.CLOSE)
    one = add_new_professional(opened, "Birgit Prøve")
    two = add_new_professional(opened, "B. Prøve", ring=Ring.FURTHER)
    assert same_person(opened.case, one) is None
    assert same_person(opened.case, sara) is None
    merge_professionals(archive.shelter, _registered(archive, one), _registered(archive, two))
    assert same_person(opened.case, one) is two
    for each in (one, two):
        tie_together(opened, sara, each, TieQuality.STRONG)
    tie_together(opened, one, two, TieQuality.ORDINARY)
    kept = keep_map(opened)
    meeting = plan_meeting(opened, starts_at=datetime(2026, 11, 10, 10))
    with opened.action("x"):
        two.note, two.left_out_of_paper = "ring helst om morgenen", True
        goal = opened.case.add(Goal(plan_id=opened.case.the(Plan).id, title="Egen bolig", responsible_id=two.id))
        for each in (one, two):
            if all(p.member_id != each.id for p in meeting.participants):
                opened.case.add(Participant(meeting_id=meeting.id, member_id=each.id))
    before = picture(opened.case)
    make_one(opened, one, two)
    assert two not in people(opened.case)
    assert (one.note, one.left_out_of_paper, one.ring) == ("ring helst om morgenen", True, Ring.FURTHER)
    assert goal.responsible_id == one.id
    assert [{t.one_id, t.other_id} for t in opened.case.all(Tie)] == [{sara.id, one.id}]     # nobody to themselves
    assert [p.member_id for p in meeting.participants].count(one.id) == 1
    assert {sara.id, one.id} <= state_of(opened.case, kept).spots.keys()
    assert two.id not in str(picture(opened.case))
    after = picture(opened.case)
    opened.undo()
    assert picture(opened.case) == before
    opened.redo()
    assert picture(opened.case) == after


def test_of_the_same_name_from_two_windows_it_is_asked_and_nothing_said_of_either_goes(
        archive: Archive, opened: OpenCase) -> None:
    other = OpenCase(archive.store, opened.id, archive.who, archive.clock, archive.shelter)
    one = add_private_person(opened, "Sara Prøve", "datter")
    theirs = add_private_person(other, "sara Prøve", "")
    with other.action("write"):
        theirs.phone, theirs.helps_with = "12 34 56 78", "lytter"
    with opened.action("write"):
        one.helps_with = "kører mig"
    opened.catch_up()
    two = same_name(opened.case, one)
    assert two is not None
    assert same_name(opened.case, two) is one
    assert same_person(opened.case, one) is None
    make_one(opened, one, two)
    assert (one.relation, one.phone, one.helps_with) == ("datter", "12 34 56 78", "kører mig\nlytter")
    assert same_name(opened.case, one) is None
    opened.undo()
    assert same_name(opened.case, one) is not None


def test_two_of_one_name_who_differ_in_anything_are_two(opened: OpenCase) -> None:
    one, two = add_private_person(opened, "Sara", "datter"), add_private_person(opened, "Sara", "veninde")
    assert same_name(opened.case, one) is None
    with opened.action("write"):
        two.relation, two.phone, one.phone = "", "12 34 56 78", "87 65 43 21"
    assert same_name(opened.case, one) is None
    registered = [add_new_professional(opened, "Birgit Prøve") for _twice in range(2)]
    assert same_name(opened.case, registered[0]) is None             # the register tells them apart
