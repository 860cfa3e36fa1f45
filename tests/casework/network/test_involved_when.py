"""Who is informed, invited and responsible in which phase, and who is with us where nobody said."""
from __future__ import annotations

from datetime import date

import pytest

from borgerplan_desktop.casework.course.phases import begin_phase, phase_from, phase_until
from borgerplan_desktop.casework.network.involved_when import involve, involved_as, is_with, phases_on
from borgerplan_desktop.casework.network.people import add_private_person, involve_until
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.model.network import InvolvedAs, NetworkMember, Phase
from tests.archive import picture


@pytest.fixture
def sara(opened: OpenCase) -> NetworkMember:
    return add_private_person(opened, "Sara", "datter")


def test_what_is_said_of_a_phase_can_be_changed_taken_back_and_undone(opened: OpenCase, sara: NetworkMember) -> None:
    before = picture(opened.case)
    involve(opened, sara, Phase.PLAN, InvolvedAs.INVITED)
    involve(opened, sara, Phase.PLAN, InvolvedAs.RESPONSIBLE)
    assert involved_as(opened.case, sara, Phase.PLAN) is InvolvedAs.RESPONSIBLE
    assert involved_as(opened.case, sara, Phase.AFTER) is None
    involve(opened, sara, Phase.PLAN, None)
    assert involved_as(opened.case, sara, Phase.PLAN) is None
    for _ in range(3):
        opened.undo()
    assert picture(opened.case) == before


def test_whoever_is_named_in_one_phase_is_not_with_us_in_the_others(opened: OpenCase, sara: NetworkMember) -> None:
    assert all(is_with(opened.case, sara, phase) for phase in Phase)
    involve(opened, sara, Phase.MOVING, InvolvedAs.INFORMED)
    assert [phase for phase in Phase if is_with(opened.case, sara, phase)] == [Phase.MOVING]


def test_where_no_phase_is_named_the_days_decide(opened: OpenCase, sara: NetworkMember) -> None:
    involve_until(opened, sara, date(2026, 10, 10))
    arriving, working = begin_phase(opened, Phase.ARRIVING), begin_phase(opened, Phase.WORKING)
    phase_from(opened, arriving, date(2026, 10, 1))
    phase_until(opened, arriving, date(2026, 10, 12))
    phase_from(opened, working, date(2026, 10, 20))
    assert [phase for phase in Phase if not is_with(opened.case, sara, phase)] == [Phase.WORKING]


def test_the_phase_of_today_is_noted_or_follows_from_the_milestones(opened: OpenCase) -> None:
    assert phases_on(opened.case, opened.today()) in ([Phase.ARRIVING], [Phase.PLAN])
    adopt_plan(opened)
    assert phases_on(opened.case, opened.today()) == [Phase.WORKING]
    begin_phase(opened, Phase.MOVING)
    begin_phase(opened, Phase.PLAN)                      # phases may overlap
    assert phases_on(opened.case, opened.today()) == [Phase.PLAN, Phase.MOVING]
