"""Which office is responsible: whom we asked, when, and what they answered. A yes reaches the milestone that day."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.course.course import milestone, set_milestone
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.application import NudgeStep
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import MilestoneKind, ResponsibilityAnswer, ResponsibilityRequest, current_course
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.wait import day_after, days_before

ASKED, ANSWERED = N_("Ask who is responsible"), N_("Write who is responsible")


def asked_offices(case: Case) -> list[ResponsibilityRequest]:
    """Every office that was asked in this course, the newest first."""
    return current_course(case).responsibility_requests[::-1]


def ask_office(opened: OpenCase, office: str, member: NetworkMember | None = None,
               on: date | None = None) -> ResponsibilityRequest:
    """An office was asked whether it is responsible; typing its name is enough. `on` None = today.

    Raises Refused when nobody can tell which office it was, or for a day to come.
    """
    office = " ".join(office.split()) or (member.contact.organisation if member is not None else "")
    if not office:
        raise Refused(_("Write which office you ask."), "office")
    asked_on = on or opened.today()
    _check(opened, asked_on, None)
    with opened.action(ASKED):
        return opened.case.add(ResponsibilityRequest(
            course_id=current_course(opened.case).id, office=office, member_id=member.id if member else None,
            asked_on=asked_on, nudge_on=day_after(asked_on, days_before(opened.case, NudgeStep.MAIL))))


def asked_on(opened: OpenCase, request: ResponsibilityRequest, on: date | None) -> None:
    """They were asked that day. Raises Refused for a day to come, or after the answer."""
    _check(opened, on, request.answered_on)
    with opened.action(ASKED):
        request.asked_on = on


def ask_person(opened: OpenCase, request: ResponsibilityRequest, member: NetworkMember | None) -> None:
    """Who there was asked; None = nobody in particular."""
    with opened.action(ASKED):
        request.member_id = member.id if member is not None else None


def answer(opened: OpenCase, request: ResponsibilityRequest, outcome: ResponsibilityAnswer,
           on: date | None = None) -> None:
    """The office answered; WAITING = it has not after all. `on` None = the day that stands there, else today.

    Raises Refused for a day to come, or before they were asked.
    """
    day = None if outcome is ResponsibilityAnswer.WAITING else on or request.answered_on or opened.today()
    _check(opened, request.asked_on, day)
    with opened.action(ANSWERED):
        said_before = _said_yes(opened.case)
        request.outcome, request.answered_on = outcome, day
        _settle(opened, said_before)


def answered_on(opened: OpenCase, request: ResponsibilityRequest, on: date | None) -> None:
    """The answer came that day; who writes a day for an answer that has not come says only the day."""
    if request.outcome is not ResponsibilityAnswer.WAITING:
        answer(opened, request, request.outcome, on)


def remove_request(opened: OpenCase, request: ResponsibilityRequest) -> None:
    """It was written down by mistake; what its yes has reached is taken back."""
    with opened.action(N_("Remove the question about responsibility")):
        said_before = _said_yes(opened.case)
        opened.case.remove(request)
        _settle(opened, said_before)


def _said_yes(case: Case) -> list[date]:
    return sorted(each.answered_on for each in asked_offices(case)
                  if each.outcome is ResponsibilityAnswer.YES and each.answered_on is not None)


def _settle(opened: OpenCase, said_before: list[date]) -> None:
    """The milestone follows the first yes; a day somebody set by hand stands."""
    found = milestone(opened.case, MilestoneKind.RESPONSIBILITY)
    reached = found.done_on if found is not None else None
    said = _said_yes(opened.case)
    if (reached is None or reached in said_before) and (said or reached is not None):
        set_milestone(opened, MilestoneKind.RESPONSIBILITY, said[0] if said else None)


def _check(opened: OpenCase, asked: date | None, answered: date | None) -> None:
    if asked is not None and asked > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "asked_on")
    if answered is not None and answered > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "answered_on")
    if asked is not None and answered is not None and answered < asked:
        raise Refused(_("The answer comes before the question. Check the days."), "answered_on")
