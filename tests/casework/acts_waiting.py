"""What is applied for, and how a wait climbs: write, send, ask again, answer, offer, remove; and the phases."""
from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from borgerplan_desktop.casework.course.phases import begin_phase, phases, remove_phase
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.waiting import action_plan
from borgerplan_desktop.casework.waiting.applications import (
    answer,
    answer_offer,
    ask_there,
    chase,
    offered_on,
    remove_application,
    remove_offer,
    send,
    sent_by,
    write_application,
    write_offer,
)
from borgerplan_desktop.casework.waiting.climb import ask_leader, call, nudge, put_on_meeting, remove_nudge
from borgerplan_desktop.model.application import (
    Application,
    ApplicationKind,
    HousingOffer,
    Nudge,
    NudgeStep,
    OfferAnswer,
    Outcome,
)
from borgerplan_desktop.model.network import NetworkMember, Phase
from borgerplan_desktop.model.told import Told, ToldOf
from borgerplan_desktop.model.wait import open_waits
from tests.casework.acts import days_ago, nth

KINDS, STEPS, OUTCOMES, ANSWERS, PHASES = (
    list(ApplicationKind), list(NudgeStep), list(Outcome), list(OfferAnswer), list(Phase))


def apply(opened: OpenCase, a: int, b: int) -> None:
    write_application(opened, KINDS[a % len(KINDS)], f"Noget {b}")


def sent(opened: OpenCase, a: int, b: int) -> None:
    if (application := nth(opened, Application, a)) is not None and application.answered_on is None:
        send(opened, application, opened.today() - timedelta(days=b))


def again(opened: OpenCase, a: int, b: int) -> None:
    waits = open_waits(opened.case)
    if waits:
        nudge(opened, waits[a % len(waits)].row, STEPS[b % len(STEPS)])


def phone(opened: OpenCase, a: int, b: int) -> None:
    waits = open_waits(opened.case)
    if waits:
        call(opened, waits[a % len(waits)].row, f"Talte {b}", reached=b % 2 == 0)


def answered(opened: OpenCase, a: int, b: int) -> None:
    if (application := nth(opened, Application, a)) is not None:
        answer(opened, application, OUTCOMES[b % len(OUTCOMES)], opened.today())


def offer(opened: OpenCase, a: int, b: int) -> None:
    if (application := nth(opened, Application, a)) is not None:
        write_offer(opened, application, f"Skovvej {b}")


def reply(opened: OpenCase, a: int, b: int) -> None:
    if (found := nth(opened, HousingOffer, a)) is not None:
        answer_offer(opened, found, ANSWERS[b % len(ANSWERS)])


def forget(opened: OpenCase, a: int, b: int) -> None:
    if b > 6 and (application := nth(opened, Application, a)) is not None:
        remove_application(opened, application)


def phase(opened: OpenCase, a: int, b: int) -> None:
    if b > 6 and phases(opened.case):
        remove_phase(opened, phases(opened.case)[0])
    else:
        begin_phase(opened, PHASES[a % len(PHASES)])


def applied_by(opened: OpenCase, a: int, b: int) -> None:
    if (application := nth(opened, Application, a)) is not None:
        act = (sent_by, ask_there, chase)[b % 3]
        act(opened, application, nth(opened, NetworkMember, a) if b > 2 else None)


def offered(opened: OpenCase, a: int, b: int) -> None:
    if (found := nth(opened, HousingOffer, a)) is not None:
        if b > 7:
            remove_offer(opened, found)
        else:
            offered_on(opened, found, days_ago(opened, b))


def climbs(opened: OpenCase, a: int, b: int) -> None:
    waits, asked = open_waits(opened.case), nth(opened, Nudge, a)
    if asked is not None and b > 6:
        remove_nudge(opened, asked)
    elif waits and b % 2:
        ask_leader(opened, waits[a % len(waits)].row)
    elif waits:
        with suppress(Refused):                          # no meeting is planned
            put_on_meeting(opened, waits[a % len(waits)].row)


def reminder(opened: OpenCase, a: int, b: int) -> None:
    there = [each for each in opened.case.all(Told) if each.of is ToldOf.ACTION_PLAN]
    if not there or b < 3:
        action_plan.remind(opened, nth(opened, NetworkMember, a), to_name="kommunen")
    elif b < 7:
        action_plan.reminded_on(opened, there[a % len(there)], days_ago(opened, b))
    else:
        action_plan.remove_reminder(opened, there[a % len(there)])


ACTS = {"apply": apply, "send": sent, "ask again": again, "call about it": phone, "application answered": answered,
        "offer a home": offer, "answer the offer": reply, "forget application": forget, "phase": phase,
        "applied by": applied_by, "offered that day": offered, "climb": climbs, "remind of the action plan": reminder}
