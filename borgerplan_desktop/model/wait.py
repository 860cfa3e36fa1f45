"""Everything that is waited for, in one view: who, since when, the next nudge, and what happens meanwhile."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from borgerplan_desktop.model.application import Application, Meanwhile, Nudge, NudgeStep, waiting_applications
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import (
    Course,
    MilestoneKind,
    ResponsibilityAnswer,
    ResponsibilityRequest,
    coordinator,
    current_course,
)
from borgerplan_desktop.model.network import NetworkMember, people
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.working_days import day_at_work

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

Awaited = Application | ResponsibilityRequest | Course   # the row of a wait


@dataclass(frozen=True)
class Wait:
    """One thing that is waited for. `what` is in somebody's words, and empty for the question of responsibility."""

    row: Awaited
    what: str
    office: str                                          # who is to answer, "" = nobody in particular
    member: NetworkMember | None                         # whom we ask there
    since: date | None
    nudge_on: date | None                                # when we ask again, as it was agreed
    chaser: NetworkMember | None                         # who of us asks again
    meanwhile: str
    meanwhile_kind: Meanwhile | None
    nudges: tuple[Nudge, ...]                            # how often they were asked again, the first first
    step: NudgeStep                                      # the next step of the climb
    due_on: date | None                                  # when it is taken: as agreed, else by the shelter's days

    @property
    def who(self) -> str:
        """Whom we wait for: the office and the person there."""
        name = self.member.contact.name if self.member is not None else ""
        office = self.office or (self.member.contact.organisation if self.member is not None else "")
        return ", ".join(dict.fromkeys(each for each in (name, office) if each))

    @property
    def without_meanwhile(self) -> bool:
        return not self.meanwhile.strip() and self.meanwhile_kind is None

    def is_due(self, on: date) -> bool:
        """Whether the next step of the climb is to be taken that day, or was before."""
        return self.due_on is not None and self.due_on <= on


def open_waits(case: Case) -> list[Wait]:
    """What has no answer yet, the longest wait first; of a course that is closed what goes on all the same."""
    rows: list[Awaited] = [*waiting_applications(case)]
    last = current_course(case) if case.all(Course) else None
    for course in (each for each in case.all(Course) if each.closed_on is None or each is last):
        if course.waiting_for:
            rows.append(course)
        if course.closed_on is None and course.reached(MilestoneKind.RESPONSIBILITY) is None:
            rows += [each for each in course.responsibility_requests
                     if each.outcome is ResponsibilityAnswer.WAITING]
    return sorted((wait_of(row) for row in rows), key=lambda wait: (wait.since or date.max, wait.row.id))


def wait_of(row: Awaited) -> Wait:
    """A row that waits, or waited, as one looks at every wait."""
    nudges = nudges_of(row)
    member, since = (row.waiting_for_member, row.waiting_since) if isinstance(row, Course) else (
        row.member, row.sent_on if isinstance(row, Application) else row.asked_on)
    step, due_on = next_step_of(row)
    return Wait(
        row, row.what if isinstance(row, Application) else row.waiting_for if isinstance(row, Course) else "",
        "" if isinstance(row, Course) else row.office, member, since, row.nudge_on, chaser(row), row.meanwhile,
        row.meanwhile_kind if isinstance(row, Application) else None, tuple(nudges), step, due_on)


def nudges_of(row: Awaited) -> list[Nudge]:
    """How this was asked about again, the first first; of what a course waits for only since it does."""
    if isinstance(row, Application):
        return row.nudges
    if isinstance(row, ResponsibilityRequest):
        return row.case.of(Nudge, Nudge.request_id, row.id)
    return [each for each in row.case.of(Nudge, Nudge.course_id, row.id)
            if row.waiting_since is None or each.on >= row.waiting_since]


def next_step_of(row: Awaited) -> tuple[NudgeStep, date | None]:
    """The next step of the climb, and its day: the one that was agreed, else so many days of the shelter's after the
    last step, or after it was sent. None = it was never sent, and no day is agreed."""
    nudges = nudges_of(row)
    step = NudgeStep.MAIL
    if nudges:
        steps, last_day = list(NudgeStep), [each for each in nudges if each.on == nudges[-1].on]
        step = steps[min(max(each.step.number for each in last_day) + 1, len(steps) - 1)]
    if row.nudge_on is not None:
        return step, row.nudge_on
    since = row.sent_on if isinstance(row, Application) else row.waiting_since if isinstance(row, Course) else \
        row.asked_on
    last = nudges[-1].on if nudges else since
    return step, None if last is None else day_after(last, days_before(row.case, step))


def days_before(case: Case, step: NudgeStep) -> int:
    """How many days one waits before that step, as the shelter says."""
    shelters = case.register.all(Shelter) if case.register is not None else []
    shelter = shelters[0] if shelters else Shelter()
    return {NudgeStep.MAIL: shelter.mail_after_days, NudgeStep.PHONE: shelter.phone_after_days,
            NudgeStep.MEETING: shelter.meeting_after_days, NudgeStep.LEADER: shelter.leader_after_days}[step]


def day_after(start: date, days: int) -> date:
    """So many days later, as far as the calendar goes; nobody is asked on a Saturday, a Sunday or a holiday."""
    return day_at_work(start + min(timedelta(days=max(0, days)), date.max - start))


def chaser(row: Awaited) -> NetworkMember | None:
    """Who of us asks again: whoever was chosen, else who sent it, the coordinator, or the contact person."""
    case = row.case
    if isinstance(row, Application):
        chosen, sent_by = case.get(NetworkMember, row.chaser_id), case.get(NetworkMember, row.sent_by_id)
        if chosen is not None and chosen.can_be_asked:
            return chosen
        if sent_by is not None and sent_by.can_be_asked and not sent_by.is_citizen:
            return sent_by
    holder = coordinator(case)
    if holder is not None:
        return holder.member
    staff = case.the(Citizen).contact_person_id
    return next((each for each in people(case) if staff is not None and each.staff_id == staff), None)
