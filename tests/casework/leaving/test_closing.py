"""The course ends with a plan, everybody told; reopening keeps it all."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.casework.coordination.notice import notice_mail
from borgerplan_desktop.casework.course import overview
from borgerplan_desktop.casework.course.citizen_list import seen
from borgerplan_desktop.casework.course.coordination import make_coordinator
from borgerplan_desktop.casework.leaving.after_care import begin_after_care
from borgerplan_desktop.casework.leaving.checklist import missing_words, tick
from borgerplan_desktop.casework.leaving.closing import (
    close_course,
    closed_on,
    closing_mail,
    meetings_ahead,
    not_told,
    not_told_after_all,
    parties,
    reopen_course,
    tell,
)
from borgerplan_desktop.casework.leaving.how_it_ends import left_on
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, say_no
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.waiting.action_plan import reminder_mail
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.course import (
    Course,
    CourseOutcome,
    LeftHow,
    Milestone,
    MilestoneKind,
    Stay,
    coordinator,
    current_course,
    room_on,
)
from borgerplan_desktop.model.leaving import LeavingItem, is_ticked, next_call, stay_of_course
from borgerplan_desktop.model.meeting import MeetingStatus
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.told import Told
from borgerplan_desktop.store.store import Store
from tests.archive import Clock, new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of its own: the lists show everybody in it."""
    store = new_store(tmp_path)
    yield store
    store.close()


def says_yes(opened: OpenCase, member: NetworkMember) -> None:
    give_consent(opened, Asked("At hjælpe", [member], [Topic.PLAN], GivenHow.ORALLY, told_before=True))


def test_closing_and_reopening(opened: OpenCase, archive: Archive) -> None:
    close_course(opened)
    assert archive.citizens() == []
    assert [each.line.name for each in seen(archive, "closed")] == ["Jonas Prøve"]
    assert overview.waiting(opened.case, archive.now()) is None
    reopen_course(opened)
    assert [line.name for line in archive.citizens()] == ["Jonas Prøve"]


def test_reopening_keeps_it_all(opened: OpenCase) -> None:
    course, stay = current_course(opened.case), stay_of_course(opened.case)
    assert stay is not None
    birgit = add_new_professional(opened, "Birgit Holm", "sagsbehandler")
    says_yes(opened, birgit)
    write(opened, course, Course.outcome, CourseOutcome.OWN_HOME, "Udfald")
    write(opened, course, Course.plan_for_after, "Eva ringer hver fredag", "Plan")
    tick(opened, stay, LeavingItem.KEY)
    left_on(opened, stay, opened.today())
    begin_after_care(opened)
    tell(opened, birgit)
    close_course(opened)
    assert course.reached(MilestoneKind.CLOSED) == opened.today()
    reopen_course(opened)
    assert course.closed_on is None
    assert course.reached(MilestoneKind.CLOSED) is None
    assert (course.outcome, course.plan_for_after) == (CourseOutcome.OWN_HOME, "Eva ringer hver fredag")
    assert stay.left_on == opened.today()
    assert is_ticked(opened.case, stay, LeavingItem.KEY)
    assert next_call(opened.case) is not None
    assert [each.told is not None for each in parties(opened.case, course, opened.today())] == [True]
    opened.undo()
    assert course.closed_on == opened.today()


def test_the_last_day_is_chosen_and_put_right(opened: OpenCase, clock: Clock) -> None:
    course, day = current_course(opened.case), opened.today()
    clock.now += timedelta(days=9)
    for wrong, why in ((opened.today() + timedelta(days=1), "ikke kommet"), (day - timedelta(days=1), "første")):
        with pytest.raises(Refused, match=why):
            close_course(opened, on=wrong)
    assert course.closed_on is None
    closed_on(opened, course, day)                       # it goes on: there is nothing to put right
    assert course.closed_on is None
    close_course(opened, on=day + timedelta(days=3))
    assert course.closed_on == course.reached(MilestoneKind.CLOSED) == day + timedelta(days=3)
    for wrong, why in ((opened.today() + timedelta(days=1), "ikke kommet"), (day - timedelta(days=1), "første"),
                       (None, "genåbn")):
        with pytest.raises(Refused, match=why):
            closed_on(opened, course, wrong)
    closed_on(opened, course, day)
    assert course.closed_on == course.reached(MilestoneKind.CLOSED) == day
    opened.undo()
    assert course.closed_on == course.reached(MilestoneKind.CLOSED) == day + timedelta(days=3)
    opened.undo()
    assert (course.closed_on, course.reached(MilestoneKind.CLOSED)) == (None, None)


def test_no_room_is_theirs_when_they_have_moved_out(opened: OpenCase, archive: Archive) -> None:
    stay = stay_of_course(opened.case)
    assert stay is not None
    write(opened, stay, Stay.room, "12", "Værelse")
    assert [line.room for line in archive.citizens()] == ["12"]
    left_on(opened, stay, opened.today())
    assert stay.room == "12"                             # where they lived stands at the stay
    assert [line.room for line in archive.citizens()] == [""]
    assert room_on(opened.case, opened.today()) == ""
    opened.undo()
    assert [line.room for line in archive.citizens()] == ["12"]
    assert room_on(opened.case, opened.today()) == "12"


def test_everybody_is_told_by_consent_and_a_no_is_an_answer(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Holm", "sagsbehandler")
    ole, sara = add_private_person(opened, "Ole Kragh"), add_private_person(opened, "Sara Prøve")
    says_yes(opened, birgit)
    says_yes(opened, ole)
    say_no(opened, Asked("At hjælpe", [sara], [Topic.PLAN], GivenHow.ORALLY, told_before=True))
    assert [each.member for each in not_told(opened.case, opened.today())] == [birgit, ole]
    tell(opened, birgit)
    assert [each.member for each in not_told(opened.case, opened.today())] == [ole]
    with pytest.raises(Refused):
        tell(opened, sara)
    told = opened.case.all(Told)
    assert [(each.to_name, each.course_id) for each in told] == [("Birgit Holm", current_course(opened.case).id)]
    tell(opened, birgit)                                 # once is enough
    assert len(opened.case.all(Told)) == 1
    not_told_after_all(opened, told[0])
    assert birgit in [each.member for each in not_told(opened.case, opened.today())]


def test_who_was_not_asked_about_is_asked_about_first(opened: OpenCase) -> None:
    mette = add_new_professional(opened, "Mette Kjær", "behandler")
    (party,) = parties(opened.case, current_course(opened.case), opened.today())
    assert party.member is mette
    assert party.is_open
    assert not party.may.allowed
    assert party.ask_first
    with pytest.raises(Refused):
        tell(opened, mette)
    write(opened, mette, NetworkMember.involved_until, opened.today() - timedelta(days=1), "Er med til")
    assert parties(opened.case, current_course(opened.case), opened.today()) == []


def test_the_mail_says_what_follows_and_not_where(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Holm", "sagsbehandler", email="birgit@example.dk")
    write(opened, current_course(opened.case), Course.plan_for_after, "Eva ringer hver fredag", "Plan")
    with pytest.raises(Refused):
        closing_mail(opened, birgit)
    give_consent(opened, Asked("at finde en bolig", [birgit], [Topic.PLAN], GivenHow.SIGNED, told_before=True))
    mail = closing_mail(opened, birgit)
    assert mail.to == ("birgit@example.dk",)
    assert "Jonas" not in mail.subject
    assert "Hej Birgit" in mail.body
    assert "Eva ringer hver fredag" in mail.body
    assert "Jonas" in mail.body
    assert "slutter" in mail.body
    with opened.action("Slut i går"):
        current_course(opened.case).closed_on = opened.today() - timedelta(days=1)
    assert "sluttede" in closing_mail(opened, birgit).body


def test_that_somebody_has_died_is_said_and_not_mailed(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Holm", "sagsbehandler", email="birgit@example.dk")
    give_consent(opened, Asked("at finde en bolig", [birgit], [Topic.PLAN], GivenHow.SIGNED, told_before=True))
    with opened.action("Er død"):
        opened.case.the(Stay).left_on, opened.case.the(Stay).left_how = opened.today(), LeftHow.DIED
    for write_it in (closing_mail, notice_mail, reminder_mail):
        with pytest.raises(Refused, match="er død. Ring, og sig det"):
            write_it(opened, birgit)


def test_meetings_ahead_are_asked_about(opened: OpenCase) -> None:
    near = plan_meeting(opened, starts_at=datetime.combine(opened.today() + timedelta(days=3), datetime.min.time()))
    later = plan_meeting(opened, starts_at=datetime.combine(opened.today() + timedelta(days=9), datetime.min.time()))
    assert meetings_ahead(opened.case, opened.now()) == [near, later]
    close_course(opened, [later])
    assert near.status.ahead
    assert later.status is MeetingStatus.CALLED_OFF
    opened.undo()
    assert later.status.ahead
    assert current_course(opened.case).closed_on is None


def test_coordination_ends_only_when_asked_to(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Holm", "sagsbehandler")
    make_coordinator(opened, birgit, said_yes_on=opened.today())
    close_course(opened)
    assert coordinator(opened.case) is not None
    reopen_course(opened)
    close_course(opened, ends_coordination=True)
    assert coordinator(opened.case) is None


def test_a_meeting_called_off_at_closing_is_no_planned_milestone(opened: OpenCase) -> None:
    meeting = plan_meeting(opened, starts_at=datetime.combine(opened.today() + timedelta(9), datetime.min.time()))
    assert meeting.starts_at is not None
    with opened.action("x"):
        planned = opened.case.add(Milestone(course_id=current_course(opened.case).id,
                                            kind=MilestoneKind.NETWORK_MEETING, planned_on=meeting.starts_at.date()))
    close_course(opened, [meeting])
    assert planned.planned_on is None
    opened.undo()
    assert planned.planned_on == meeting.starts_at.date()


def test_the_list_of_the_law_is_not_for_who_was_asked_to_leave(opened: OpenCase) -> None:
    stay = stay_of_course(opened.case)
    assert stay is not None
    assert missing_words(opened.case, stay)
    write(opened, stay, Stay.left_how, LeftHow.EXPELLED, "Bedt om at gå")
    assert missing_words(opened.case, stay) == ""
