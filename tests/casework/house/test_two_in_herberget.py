"""Two windows in Herberget at the same moment: what is right for each alone is not done where together it is wrong."""
from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

import pytest

from borgerplan_desktop.casework.activities import activities, roles
from borgerplan_desktop.casework.directory.sample import sample, take_sample_in
from borgerplan_desktop.casework.frame import frame, telling, versions
from borgerplan_desktop.casework.house import own_names
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.framework import FramePerson, FrameQuestion, FrameRole, FrameTold, FrameVersion
from borgerplan_desktop.model.implementation_plan import Activity
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.life_areas import areas_offered
from borgerplan_desktop.model.shelter import StaffMember

Act = Callable[[OpenCase], Any]
FIRST, SECOND, *OTHERS = LifeArea


class AtOnce(NamedTuple):
    """What is there before, what each window does, and what is right when both have tried."""

    before: Act
    mine: Act
    theirs: Act
    is_right: Callable[[OpenCase], bool]


def _an_activity(shelter: OpenCase) -> None:
    activities.add_activity(shelter, "Temadag")


def _a_version(shelter: OpenCase) -> None:
    answer = frame.make_answer(shelter, FrameQuestion.ACCESS)
    with shelter.action("x"):
        answer.text = "Alle"
    roles.add_person(shelter, FrameRole.PARTNER, "Birgit Prøve")
    versions.approve(shelter, shelter.today(), "Styregruppen")


def _first_on(shelter: OpenCase) -> None:
    activities.first_on(shelter, shelter.case.the(Activity), shelter.today() + timedelta(9))


def _until(shelter: OpenCase) -> None:
    activities.until(shelter, shelter.case.the(Activity), shelter.today())


def _in_order(shelter: OpenCase) -> bool:
    there = shelter.case.the(Activity)
    return there.first_on is None or there.until is None or there.first_on <= there.until


def _leads(shelter: OpenCase) -> None:
    roles.choose_person(shelter, FrameRole.PROJECT_LEADER, shelter.case.all(StaffMember)[0])


def _tell(shelter: OpenCase) -> None:
    telling.tell(shelter, shelter.case.the(FrameVersion), telling.partners(shelter.case))


def _two_areas(shelter: OpenCase) -> None:
    for each in OTHERS:
        own_names.offer(shelter, each, False)


def _nothing(_shelter: OpenCase) -> None:
    pass


def _not_offered(area: LifeArea) -> Act:
    def act(shelter: OpenCase) -> None:
        own_names.offer(shelter, area, False)
    return act


AT_ONCE = {
    "the first day and the last": AtOnce(_an_activity, _first_on, _until, _in_order),
    "the last day and the first": AtOnce(_an_activity, _until, _first_on, _in_order),
    "the same role": AtOnce(_nothing, _leads, _leads, lambda shelter: len(shelter.case.all(FramePerson)) == 1),
    "told of a version": AtOnce(_a_version, _tell, _tell, lambda shelter: len(shelter.case.all(FrameTold)) == 1),
    "the last two life areas": AtOnce(_two_areas, _not_offered(FIRST), _not_offered(SECOND),
                                      lambda shelter: areas_offered(shelter.case) == [SECOND]),
    "the ready services": AtOnce(_nothing, take_sample_in, take_sample_in,
                                 lambda shelter: len(shelter.case.all(Service)) == len(sample())),
}


@pytest.mark.parametrize("name", AT_ONCE)
def test_the_second_is_told_and_nothing_of_it_is_done(archive: Archive, name: str) -> None:
    at_once, mine = AT_ONCE[name], archive.shelter
    at_once.before(mine)
    theirs = mine.another(mine.id)
    at_once.mine(mine)
    with pytest.raises(Conflict):
        at_once.theirs(theirs)
    assert not theirs.done
    for each in (mine, theirs):
        each.catch_up()
        assert at_once.is_right(each)
    mine.undo()                                          # whoever was first can take it back
