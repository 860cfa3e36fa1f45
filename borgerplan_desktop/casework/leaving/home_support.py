"""Whom the citizen wishes for the support at home (§ 85 a i lov om social service): asked, passed on, answered."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Permission, Topic, may_share
from borgerplan_desktop.model.leaving import HomeSupportWish, WishAnswer, stay_of_course, wish_of
from borgerplan_desktop.model.network import NetworkMember

WROTE, PASSED_ON = N_("Write the wish for support"), N_("Passed the wish on")
ANSWERED = N_("Write the answer to the wish")


def ask_about_support(opened: OpenCase) -> HomeSupportWish:
    """The citizen is asked today; asking once more keeps the wish there is."""
    wish = wish_of(opened.case)
    if wish is not None and wish.asked_on is not None:
        return wish
    stay = stay_of_course(opened.case)
    with opened.action(N_("Asked about support at home")):
        return opened.case.add(HomeSupportWish(asked_on=opened.today(), stay_id=stay.id if stay else None))


def has_no_wish(opened: OpenCase, wish: HomeSupportWish, none: bool) -> None:
    """The citizen was asked and has no wish, or has one after all; what was written stays."""
    with opened.action(N_("No wish for support")):
        wish.no_wish = none


def choose_supporter(opened: OpenCase, wish: HomeSupportWish, member: NetworkMember | None) -> None:
    """The person the citizen wishes for; None = somebody described in words."""
    with opened.action(WROTE):
        wish.member_id = member.id if member is not None else None


def choose_recipient(opened: OpenCase, wish: HomeSupportWish, member: NetworkMember | None) -> None:
    """Who gets the wish at the municipality."""
    with opened.action(WROTE):
        wish.to_id = member.id if member is not None else None


def asked_on(opened: OpenCase, wish: HomeSupportWish, day: date | None) -> None:
    """Raises Refused for a day to come."""
    _check(opened, day)
    with opened.action(WROTE):
        wish.asked_on = day


def passed_on(opened: OpenCase, wish: HomeSupportWish, day: date | None) -> None:
    """The municipality got it that day. Raises Refused for a day to come, and where the citizen has not said yes."""
    _check(opened, day)
    may = may_pass_on(opened.case, wish, opened.today())
    if day is not None and may is not None and not may.allowed:
        raise Refused(may.reason, "day")
    with opened.action(PASSED_ON):
        wish.passed_on = day


def answer_wish(opened: OpenCase, wish: HomeSupportWish, answer: WishAnswer) -> None:
    """The municipality answered today; WAITING = it has not after all."""
    with opened.action(ANSWERED):
        wish.answer = answer
        wish.answered_on = None if answer is WishAnswer.WAITING else wish.answered_on or opened.today()


def answered_on(opened: OpenCase, wish: HomeSupportWish, day: date | None) -> None:
    """Raises Refused for a day to come, or before it was passed on."""
    _check(opened, day)
    if day is not None and wish.passed_on is not None and day < wish.passed_on:
        raise Refused(_("That is before they got it. Choose a later day."), "day")
    with opened.action(ANSWERED):
        wish.answered_on = day


def may_pass_on(case: Case, wish: HomeSupportWish, on: date) -> Permission | None:
    """Whether it may be given to the one who is to get it; None = nobody is chosen yet."""
    return may_share(case, wish.to, Topic.HOUSING, on) if wish.to is not None else None


def _check(opened: OpenCase, day: date | None) -> None:
    if day is not None and day > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "day")
