"""Roles of the frame: written here or chosen, following the register, and what becomes of who leaves."""
from __future__ import annotations

import pytest

from borgerplan_desktop.casework.activities import activities, roles
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.professionals import merge_professionals
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.frame_people import PersonFacts, coordinators, facts_of, people_of
from borgerplan_desktop.model.framework import FramePerson, FrameRole
from borgerplan_desktop.model.shelter import Professional, StaffMember

GROUP = FrameRole.PROJECT_GROUP


@pytest.fixture
def shelter(archive: Archive) -> OpenCase:
    opened = archive.shelter
    with opened.action("x"):
        for each in list(opened.case.all(FramePerson)):
            opened.case.remove(each)
    return opened


def test_somebody_of_a_register_follows_it(shelter: OpenCase) -> None:
    eva = next(each for each in shelter.case.all(StaffMember) if each.name == "Eva Lind")
    with shelter.action("x"):
        birgit = shelter.case.add(Professional(name="Birgit Holm", organisation="Jobcenter", phone="12 34 56 11"))
        again = shelter.case.add(Professional(name="Birgit Holm Jensen", organisation="Jobcenter Skovby"))
        place = shelter.case.add(Service(name="Kirkens café", phone="12 34 56 12"))
    made = [roles.choose_person(shelter, GROUP, row) for row in (eva, birgit, place)]
    assert [facts_of(each).said for each in made] == ["Eva Lind, Skovly Herberg", "Birgit Holm, Jobcenter",
                                                      "Kirkens café"]
    assert facts_of(made[2]).phone == "12 34 56 12"
    with shelter.action("x"):
        birgit.phone = "87 65 43 21"
    assert facts_of(made[1]).phone == "87 65 43 21"
    merge_professionals(shelter, again, birgit)
    assert facts_of(made[1]) == PersonFacts("Birgit Holm Jensen", "Jobcenter Skovby", "87 65 43 21")
    with pytest.raises(Refused, match="allerede"):
        roles.choose_person(shelter, GROUP, eva)
    with shelter.action("x"):
        place.retired = True
    assert place not in roles.to_choose(shelter.case, FrameRole.PARTNER)


def test_who_is_written_here_has_words_of_their_own_and_can_be_moved(shelter: OpenCase) -> None:
    first, second = (roles.add_person(shelter, GROUP, name) for name in ("Karen Skov", "Ole Bak"))
    with pytest.raises(Refused):
        roles.add_person(shelter, GROUP, " ")
    roles.move_person(shelter, second, -1)
    assert people_of(shelter.case, GROUP) == [second, first]
    roles.leave_role(shelter, first)
    assert not first.exists


def test_who_does_something_in_the_plan_is_kept_there_by_name(shelter: OpenCase) -> None:
    karen = roles.add_person(shelter, GROUP, "Karen Skov")
    meeting = activities.add_activity(shelter, "Møde")
    activities.done_by(shelter, meeting, karen)
    roles.leave_role(shelter, karen)
    assert karen.retired
    assert people_of(shelter.case) == []
    assert activities.who_does(meeting) == "Karen Skov"


def test_possible_coordinators_are_those_who_are_marked(shelter: OpenCase) -> None:
    eva = next(each for each in shelter.case.all(StaffMember) if each.name == "Eva Lind")
    with shelter.action("x"):
        eva.may_coordinate = True
        gone = shelter.case.add(Professional(name="Gitte Gået", may_coordinate=True, retired=True))
    assert [each.said for each in coordinators(shelter.case)] == ["Eva Lind, Skovly Herberg"]
    with shelter.action("x"):
        eva.may_coordinate = False
        shelter.case.remove(gone)
