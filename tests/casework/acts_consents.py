from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, say_no, withdraw_from
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.network import NetworkMember
from tests.casework.acts import nth


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


ACTS = {"give consent": give, "say no": no, "withdraw": withdraw}
