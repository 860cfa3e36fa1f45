"""Which office is responsible: ask, answer, take back."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.course.responsibility import answer, ask_office, ask_person, remove_request
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.course import ResponsibilityAnswer, ResponsibilityRequest
from borgerplan_desktop.model.network import people
from tests.casework.acts import nth

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


ACTS = {"ask office": ask, "ask whom": whom, "office answers": told, "forget office": forget}
