from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from borgerplan_desktop.casework.course.ladder import correct_since, move_help, remove_position
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import (
    Asked,
    OtherLaw,
    give_consent,
    narrow,
    record_basis,
    say_no,
    withdraw_from,
    withdraw_whole,
)
from borgerplan_desktop.casework.papers.knowledge import (
    asked_for,
    it_came,
    it_is_not_there,
    look_again,
    note_knowledge,
    remove_knowledge,
    set_asked_on,
    set_received_on,
)
from borgerplan_desktop.casework.papers.signed_consent import sign_consent
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.knowledge import Knowledge
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import LadderPosition
from borgerplan_desktop.model.signature import Signature
from tests.casework.acts import days_ago, nth


def _asked(opened: OpenCase, a: int, b: int) -> Asked:
    members = [m for m in opened.case.all(NetworkMember) if not m.is_citizen][: a + 1]
    return Asked("finde en bolig", members, list(Topic)[: b % 9 + 1], told_before=True, given_how=GivenHow.SIGNED)


def give(opened: OpenCase, a: int, b: int) -> None:
    give_consent(opened, _asked(opened, a, b))


def no(opened: OpenCase, a: int, b: int) -> None:
    say_no(opened, _asked(opened, a, b))


def withdraw(opened: OpenCase, a: int, b: int) -> None:
    if (member := nth(opened, NetworkMember, a)) is not None:
        withdraw_from(opened, member)


def withdraw_all(opened: OpenCase, a: int, b: int) -> None:
    if (member := nth(opened, NetworkMember, a)) is not None:
        withdraw_whole(opened, member)


def less(opened: OpenCase, a: int, b: int) -> None:
    if (member := nth(opened, NetworkMember, a)) is not None:
        narrow(opened, member, list(Topic)[b % 10])


def law(opened: OpenCase, a: int, b: int) -> None:
    if (member := nth(opened, NetworkMember, a)) is not None:
        record_basis(opened, member, OtherLaw("§ 1", "en grund", list(Topic)[: b % 9 + 1], may_fetch=b % 2 == 0))


def signed(opened: OpenCase, a: int, b: int) -> None:
    sign_consent(opened, _asked(opened, a, b), Signature.of([[(b, 0), (b + 200, 200)]]))


def know(opened: OpenCase, a: int, b: int) -> None:
    note_knowledge(opened, f"en test {b}", nth(opened, NetworkMember, a), list(Topic)[b % 10])


def on_known(act: Callable[[OpenCase, Knowledge], None]) -> Callable[[OpenCase, int, int], None]:
    def run(opened: OpenCase, a: int, b: int) -> None:
        if (found := nth(opened, Knowledge, a)) is not None:
            with suppress(Refused):                      # no consent to ask
                act(opened, found)
    return run


def known_days(opened: OpenCase, a: int, b: int) -> None:
    if (found := nth(opened, Knowledge, a)) is not None:
        with suppress(Refused):                          # it came before it was asked for
            (set_asked_on if b % 2 else set_received_on)(opened, found, days_ago(opened, b))


def step(opened: OpenCase, a: int, b: int) -> None:
    move_help(opened, list(LadderStep)[b % 7], opened.today() - timedelta(days=a))


def day(opened: OpenCase, a: int, b: int) -> None:
    if (found := nth(opened, LadderPosition, a)) is not None:
        with suppress(Refused):                          # another step begins that day
            correct_since(opened, found, opened.today() - timedelta(days=b))


def unstep(opened: OpenCase, a: int, b: int) -> None:
    if (found := nth(opened, LadderPosition, a)) is not None:
        remove_position(opened, found)


ACTS = {"give consent": give, "say no": no, "withdraw": withdraw, "withdraw for all": withdraw_all, "narrow": less,
        "another law": law, "sign": signed, "note knowledge": know,
        "knowledge days": known_days, "ladder: move": step, "ladder: day": day,
        "ladder: remove": unstep,
        **{f"knowledge: {act.__name__}": on_known(act) for act in (
            asked_for, it_came, it_is_not_there, look_again, remove_knowledge)}}
