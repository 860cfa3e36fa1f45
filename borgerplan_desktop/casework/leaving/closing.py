"""The course ends: with an outcome, a plan for what follows, and everybody told; reopening keeps it all."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from borgerplan_desktop.casework.course.coordination import end_coordination
from borgerplan_desktop.casework.course.course import set_milestone, stop_waiting
from borgerplan_desktop.casework.meeting.before_meeting import call_off
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import (
    Mail,
    as_others_read,
    called_in_mail,
    greeting,
    mail_to,
    not_after_death,
    said_day,
    signed,
)
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.application import Application, Outcome
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Permission, Topic, may_share, to_ask
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import Course, MilestoneKind, ResponsibilityRequest, current_course
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember, people
from borgerplan_desktop.model.told import Told, ToldOf
from borgerplan_desktop.model.wait import Awaited, Wait, open_waits

TOLD = N_("Told that the course ends")
CLOSING = "closing"                                      # in place of a row's id: where the course is closed


@dataclass(frozen=True)
class Party:
    """Somebody who takes part: whether they were told, and whether we may tell them."""

    member: NetworkMember
    told: Told | None
    may: Permission
    ask_first: bool                                      # the citizen has not answered about them; a no is an answer

    @property
    def is_open(self) -> bool:
        """Whether something is left to do about them."""
        return self.told is None and (self.may.allowed or self.ask_first)


def parties(case: Case, course: Course, on: date) -> list[Party]:
    """Everybody who is involved, but the citizen and the house: they know. Who was told stays, also when they leave."""
    told = {each.member_id: each for each in case.of(Told, Told.course_id, course.id) if each.of is ToldOf.CLOSING}
    found = []
    for member in people(case):
        if member.staff_id is None and (member.is_person and member.involved_on(on) or member.id in told):
            found.append(Party(member, told.get(member.id), may_share(case, member, Topic.PLAN, on),
                               bool(to_ask(case, [member], on))))
    return found


def not_told(case: Case, on: date) -> list[Party]:
    """Those about whom something is left to do, as long as the course is not forgotten."""
    return [each for each in parties(case, current_course(case), on) if each.is_open]


def tell(opened: OpenCase, member: NetworkMember, how: ContactChannel = ContactChannel.PHONE) -> None:
    """The person was told today. Raises Refused where the citizen has not said yes to it."""
    course = current_course(opened.case)
    party = next((each for each in parties(opened.case, course, opened.today()) if each.member is member), None)
    if party is None or party.told is not None:
        return
    if not party.may.allowed:
        raise Refused(party.may.reason, "told")
    with opened.action(TOLD):
        opened.case.add(Told(on=opened.today(), of=ToldOf.CLOSING, course_id=course.id, member_id=member.id,
                             to_name=member.contact.name, how=how))


def not_told_after_all(opened: OpenCase, told: Told) -> None:
    """It was written down by mistake."""
    with opened.action(N_("Not told after all")):
        opened.case.remove(told)


def closing_mail(opened: OpenCase, member: NetworkMember) -> Mail:
    """To one person that the course ends; the plan for what follows goes along, where we live never does.

    Raises Refused where the citizen has not said yes to it, or has died.
    """
    not_after_death(opened.case)
    may = may_share(opened.case, member, Topic.PLAN, opened.today())
    if not may.allowed:
        raise Refused(may.reason, "told")
    case = as_others_read(opened.case)
    course, name = current_course(case), called_in_mail(case.the(Citizen)) or _("the citizen")
    follows, last, today = course.plan_for_after.strip(), course.closed_on or opened.today(), opened.today()
    ends = _("The course we have had together with {name} ended {date}.") if last < today else \
        _("The course we have had together with {name} ends {date}.")
    return mail_to(member, _("A course that ends"), [
        greeting(member), ends.format(name=name, date=said_day(last, today)),
        "\n".join((_("This is what follows:"), follows)) if follows else "",
        _("Thank you for working together. Call us if you are in doubt."), signed(opened)])


def meetings_ahead(case: Case, now: datetime) -> list[Meeting]:
    """What is planned and not held yet: asked about before the course ends."""
    return [each for each in case.all(Meeting)
            if each.status.ahead and (each.starts_at is None or each.starts_at.date() >= now.date())]


def waits_ahead(case: Case) -> list[Wait]:
    """What has no answer yet and could go on after the closing; the question of responsibility ends with the course."""
    return [each for each in open_waits(case) if not isinstance(each.row, ResponsibilityRequest)]


def close_course(opened: OpenCase, call_off_meetings: Sequence[Meeting] = (), ends_coordination: bool = False,
                 no_longer: Sequence[Awaited] = (), on: date | None = None) -> None:
    """The course ends, `on` None = today; why and what follows stand in it already. Meetings are called off only when
    asked to, and what is waited for goes on but for `no_longer`. Raises Refused as `closed_on`.
    """
    course, last = current_course(opened.case), on or opened.today()
    if course.closed_on is not None:
        return
    _check_last_day(opened, course, last)
    with opened.action(N_("Closed the course")):
        course.closed_on = last
        set_milestone(opened, MilestoneKind.CLOSED, last)
        for meeting in call_off_meetings:
            call_off(opened, meeting, _("the shelter"), _("The course has ended."))
        if ends_coordination:
            end_coordination(opened)
        for row in no_longer:
            if isinstance(row, Application):
                row.outcome, row.answered_on = Outcome.DROPPED, opened.today()
            elif isinstance(row, Course):
                stop_waiting(opened)


def closed_on(opened: OpenCase, course: Course, day: date | None) -> None:
    """It ended on another day than was written. Raises Refused for no day, a day to come, or before the first
    contact."""
    if course.closed_on is None:
        return
    _check_last_day(opened, course, day)
    with opened.action(N_("Changed when the course ended")):
        course.closed_on = day
        set_milestone(opened, MilestoneKind.CLOSED, day)


def _check_last_day(opened: OpenCase, course: Course, day: date | None) -> None:
    if day is None:
        raise Refused(_("Write the day the course ended, or reopen it."), "closed_on")
    if day > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "closed_on")
    if day < course.first_contact_on:
        raise Refused(_("That is before the first contact. Choose a later day."), "closed_on")


def reopen_course(opened: OpenCase) -> None:
    """It goes on where it was: outcome, plan, stay, ticks, after-care and who was told all stay."""
    course = current_course(opened.case)
    if course.closed_on is None:
        return
    with opened.action(N_("Reopened the course")):
        course.closed_on = None
        set_milestone(opened, MilestoneKind.CLOSED, None)
