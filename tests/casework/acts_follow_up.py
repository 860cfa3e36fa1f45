"""Following up on the plan, what is said when it is adopted, and notes while they are written."""
from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from borgerplan_desktop.casework.network.people import involve_from, involve_until
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.plan_paper import share_ties
from borgerplan_desktop.casework.plan import approvals, follow_up, goals, notes
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import (
    Agreed,
    FollowUpDay,
    Goal,
    Intervention,
    InterventionReview,
    PlanApproval,
    PlanVersion,
    ReviewOutcome,
    SignedHow,
)
from borgerplan_desktop.model.signature import Signature
from tests.casework.acts import days_ago, nth


def cadence(opened: OpenCase, a: int, b: int) -> None:
    follow_up.set_cadence(opened, b or None)


def add_day(opened: OpenCase, a: int, b: int) -> None:
    follow_up.add_day(opened, opened.today() + timedelta(days=b))


def remove_day(opened: OpenCase, a: int, b: int) -> None:
    if (day := nth(opened, FollowUpDay, a)) is not None:
        follow_up.remove_day(opened, day)


def review(opened: OpenCase, a: int, b: int) -> None:
    if (help_ := nth(opened, Intervention, a)) is not None:
        follow_up.review(opened, help_, list(ReviewOutcome)[b % 3])


def take_back(opened: OpenCase, a: int, b: int) -> None:
    if (made := nth(opened, InterventionReview, a)) is not None:
        follow_up.take_back(opened, made)


def followed_up(opened: OpenCase, a: int, b: int) -> None:
    follow_up.followed_up(opened)


def service(opened: OpenCase, a: int, b: int) -> None:
    help_, register = nth(opened, Intervention, a), opened.case.register
    services = register.all(Service) if register is not None else []
    if help_ is not None and services:
        goals.choose_service(opened, help_, services[b % len(services)] if b else None)


def somebody_agrees(opened: OpenCase, a: int, b: int) -> None:
    version, member = nth(opened, PlanVersion, a), nth(opened, NetworkMember, b)
    if version is not None and member is not None:
        approvals.add_approval(opened, version, member)


def approval(opened: OpenCase, a: int, b: int) -> None:
    if (said := nth(opened, PlanApproval, a)) is None:
        return
    match b % 4:
        case 0:
            approvals.remove_approval(opened, said)
        case 1:
            approvals.say_agreed(opened, said, [None, *Agreed][b % 3])
        case 2:
            approvals.say_signed(opened, said, SignedHow.ON_SCREEN, Signature.of([[(b, 0), (b + 200, 200)]]))
        case _:
            approvals.say_signed(opened, said, [SignedHow.NOT_YET, SignedHow.ON_PAPER][b % 2])


def note_says(opened: OpenCase, a: int, b: int) -> None:
    if (note := nth(opened, Note, a)) is None:
        return
    match b % 3:
        case 0:
            notes.note_day(opened, note, days_ago(opened, b))
        case 1:
            notes.note_goals(opened, note, opened.case.all(Goal)[:b])
        case _:
            notes.make_agreement(opened, note)


def involved(opened: OpenCase, a: int, b: int) -> None:
    if (member := nth(opened, NetworkMember, a)) is not None:
        with suppress(Refused):                          # goes before they came
            (involve_from if b % 2 else involve_until)(opened, member, days_ago(opened, b))


def ties(opened: OpenCase, a: int, b: int) -> None:
    share_ties(opened, bool(b % 2))


ACTS = {f"follow up: {act.__name__}": act for act in (
    cadence, add_day, remove_day, review, take_back, followed_up, service, somebody_agrees, approval, note_says,
    involved, ties)}
