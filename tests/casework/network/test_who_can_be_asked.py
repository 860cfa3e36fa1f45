"""A dog, a place, somebody who is dead: on the map, and asked nothing, invited nowhere; and whom not to talk with."""
from __future__ import annotations

from datetime import timedelta

import pytest

from borgerplan_desktop.casework.course.coordination import make_coordinator
from borgerplan_desktop.casework.leaving.closing import parties
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant, suggest_participants
from borgerplan_desktop.casework.meeting.series import plan_series
from borgerplan_desktop.casework.network.coordinators import possible_coordinators
from borgerplan_desktop.casework.network.leaving import Carries, has_died, in_hand
from borgerplan_desktop.casework.network.people import (
    add_new_professional,
    add_private_person,
    make_lay_representative,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.not_to_share import beside_the_name, of_everybody, said_not_to_share
from borgerplan_desktop.model.consent import missing, needs_consent
from borgerplan_desktop.model.course import coordinator, current_course
from borgerplan_desktop.model.network import Being, ContactWish, NetworkMember, Reach, lay_representatives, people
from borgerplan_desktop.model.plan import Agreement
from tests.archive import picture


def _not_a_person(opened: OpenCase, how: str) -> NetworkMember:
    member = add_new_professional(opened, "Rex Prøve", "støtte")
    with opened.action("what it is"):
        if how == "dead":
            member.reach = Reach.DEAD
        else:
            member.being = Being(how)
    return member


@pytest.mark.parametrize("how", ["animal", "place", "dead"])
def test_whoever_is_no_person_is_asked_nothing(opened: OpenCase, how: str) -> None:
    member, today = _not_a_person(opened, how), opened.today()
    assert member in people(opened.case)
    assert not needs_consent(opened.case, member, today)
    assert member not in missing(opened.case, today)
    listed, others = possible_coordinators(opened)
    assert member not in [*listed, *others]
    assert member not in [each.member for each in parties(opened.case, current_course(opened.case), today)]


def test_who_dies_stays_on_the_map_and_what_they_had_in_hand_goes_on(opened: OpenCase) -> None:
    inger, ole = add_private_person(opened, "Inger"), add_private_person(opened, "Ole")
    make_lay_representative(opened, inger)
    make_coordinator(opened, inger)
    meeting = plan_meeting(opened, starts_at=opened.now() + timedelta(days=7))
    add_participant(opened, meeting, inger, "bisidder")
    with opened.action("promised"):
        agreed = opened.case.add(Agreement(text="ringe til boligforeningen", responsible_id=inger.id))
    before = picture(opened.case)
    assert {each.what for each in in_hand(opened.case, inger, opened.today())} >= {
        Carries.AGREEMENT, Carries.MEETING, Carries.COORDINATION, Carries.STANDS_BESIDE}
    has_died(opened, inger, ole)
    assert inger in people(opened.case)
    assert inger.reach is Reach.DEAD
    assert {each.what for each in in_hand(opened.case, inger, opened.today())} <= {Carries.STANDS_BESIDE}      # today
    assert agreed.responsible_id == ole.id
    assert lay_representatives(opened.case, opened.today()) == []
    now = coordinator(opened.case)
    assert now is not None
    assert now.member is ole
    assert inger.id not in [each.member_id for each in meeting.participants]
    suggest_participants(opened, meeting)
    assert inger.id not in [each.member_id for each in meeting.participants]
    while picture(opened.case) != before and opened.done[-1].name != "promised":
        opened.undo()
    assert picture(opened.case) == before


def test_a_meeting_like_the_last_one_leaves_out_who_died_meanwhile(opened: OpenCase) -> None:
    inger = add_private_person(opened, "Inger")
    last = plan_meeting(opened, starts_at=opened.now() + timedelta(days=7))
    add_participant(opened, last, inger)
    with opened.action("died"):
        inger.reach = Reach.DEAD
    (after,) = plan_series(opened, last, [opened.today() + timedelta(days=14)])
    assert inger.id not in [each.member_id for each in after.participants]


def test_the_citizen_does_not_die_on_the_map(opened: OpenCase) -> None:
    citizen = next(m for m in opened.case.all(NetworkMember) if m.is_citizen)
    with pytest.raises(ValueError, match="course"):
        has_died(opened, citizen)


def test_whom_the_citizen_wants_nobody_to_talk_with_is_said_wherever_something_goes_out(opened: OpenCase) -> None:
    peter, sara = add_private_person(opened, "Peter"), add_private_person(opened, "Sara")
    assert said_not_to_share(opened, [peter, sara]) == ""
    with opened.action("wish"):
        peter.wish = ContactWish.DO_NOT_TALK
    words = said_not_to_share(opened, [peter, sara])
    assert words.endswith("ønsker, at vi ikke taler med Peter.")
    assert beside_the_name(opened, peter) == words
    assert beside_the_name(opened, sara) == ""
    assert words in of_everybody(opened)
