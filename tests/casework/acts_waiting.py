"""What is applied for, and how a wait climbs: write, send, ask again, answer, offer, remove; and the phases."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.course.phases import begin_phase, phases, remove_phase
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.waiting.applications import (
    answer,
    answer_offer,
    remove_application,
    send,
    write_application,
    write_offer,
)
from borgerplan_desktop.casework.waiting.climb import call, nudge
from borgerplan_desktop.model.application import (
    Application,
    ApplicationKind,
    HousingOffer,
    NudgeStep,
    OfferAnswer,
    Outcome,
)
from borgerplan_desktop.model.network import Phase
from borgerplan_desktop.model.wait import open_waits
from tests.casework.acts import nth

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


ACTS = {"apply": apply, "send": sent, "ask again": again, "call about it": phone, "application answered": answered,
        "offer a home": offer, "answer the offer": reply, "forget application": forget, "phase": phase}
