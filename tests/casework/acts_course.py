"""The course: which office is responsible, its milestones and phases, what it waits for, its ladder."""
from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from borgerplan_desktop.casework.course import course, phases
from borgerplan_desktop.casework.course.coordination import said_yes
from borgerplan_desktop.casework.course.ladder import aim_for, decided_that_day
from borgerplan_desktop.casework.course.responsibility import (
    answer,
    ask_office,
    ask_person,
    asked_on,
    remove_request,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.course import (
    CoursePhase,
    MilestoneKind,
    ResponsibilityAnswer,
    ResponsibilityRequest,
)
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.network import people
from borgerplan_desktop.model.plan import LadderPosition
from tests.casework.acts import days_ago, nth

ANSWERS = list(ResponsibilityAnswer)


def ask(opened: OpenCase, a: int, b: int) -> None:
    ask_office(opened, f"Kontor {a}", on=opened.today() - timedelta(days=b))


def whom(opened: OpenCase, a: int, b: int) -> None:
    everybody = people(opened.case)
    if (request := nth(opened, ResponsibilityRequest, a)) is not None and everybody:
        ask_person(opened, request, everybody[b % len(everybody)])


def told(opened: OpenCase, a: int, b: int) -> None:
    if (request := nth(opened, ResponsibilityRequest, a)) is not None:
        answer(opened, request, ANSWERS[b % 3])


def forget(opened: OpenCase, a: int, b: int) -> None:
    if b > 6 and (request := nth(opened, ResponsibilityRequest, a)) is not None:
        remove_request(opened, request)


def asked(opened: OpenCase, a: int, b: int) -> None:
    if (request := nth(opened, ResponsibilityRequest, a)) is not None:
        with suppress(Refused):                          # after the answer
            asked_on(opened, request, days_ago(opened, b))


def milestone(opened: OpenCase, a: int, b: int) -> None:
    set_it = course.set_milestone if a % 2 else course.plan_milestone
    set_it(opened, list(MilestoneKind)[a % len(MilestoneKind)], days_ago(opened, b))


def waits(opened: OpenCase, a: int, b: int) -> None:
    if b % 3:
        everybody = people(opened.case)
        course.wait_for(opened, everybody[a % len(everybody)] if everybody else None, f"svar {b}")
    else:
        course.stop_waiting(opened)


def phase_days(opened: OpenCase, a: int, b: int) -> None:
    if (phase := nth(opened, CoursePhase, a)) is not None:
        with suppress(Refused):                          # the end before the beginning
            (phases.phase_from if b % 2 else phases.phase_until)(opened, phase, days_ago(opened, b))


def on_the_ladder(opened: OpenCase, a: int, b: int) -> None:
    position = nth(opened, LadderPosition, a)
    if position is None or b % 2:
        aim_for(opened, [None, *LadderStep][b % 8])
    else:
        decided_that_day(opened, position, days_ago(opened, b))


def takes_it_on(opened: OpenCase, a: int, b: int) -> None:
    said_yes(opened, bool(b % 2))


ACTS = {"ask office": ask, "ask whom": whom, "office answers": told, "forget office": forget,
        "office asked that day": asked, "milestone": milestone, "course waits": waits, "phase days": phase_days,
        "ladder aim": on_the_ladder, "coordinator says yes": takes_it_on}
