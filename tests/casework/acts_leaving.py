"""Leaving and the time after: tick, close, reopen, call, clip, signs, the wish for support."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.leaving import after_care as care
from borgerplan_desktop.casework.leaving import checklist, closing, home_support
from borgerplan_desktop.casework.leaving.how_it_ends import left_on, told_how_to_complain
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.course import current_course
from borgerplan_desktop.model.leaving import (
    AfterCareCall,
    ClipUsed,
    HomeSupportWish,
    LeavingItem,
    LeavingTick,
    RelapseSign,
    WishAnswer,
    after_care,
    stay_of_course,
)
from borgerplan_desktop.model.network import people
from borgerplan_desktop.model.told import Told, ToldOf
from tests.casework.acts import days_ago, nth


def tick(opened: OpenCase, a: int, b: int) -> None:
    if (stay := stay_of_course(opened.case)) is not None:
        checklist.tick(opened, stay, list(LeavingItem)[a % 9], b % 3 > 0)


def leave(opened: OpenCase, a: int, b: int) -> None:
    if (stay := stay_of_course(opened.case)) is not None:
        left_on(opened, stay, opened.today() if b % 2 else None)


def close(opened: OpenCase, a: int, b: int) -> None:
    closing.close_course(opened, closing.meetings_ahead(opened.case, opened.now())[:a % 3], b % 2 > 0)


def reopen(opened: OpenCase, a: int, b: int) -> None:
    closing.reopen_course(opened)


def tell(opened: OpenCase, a: int, b: int) -> None:
    if everybody := people(opened.case):
        closing.tell(opened, everybody[a % len(everybody)])


def begin(opened: OpenCase, a: int, b: int) -> None:
    if after_care(opened.case) is None or b > 7:
        care.begin_after_care(opened, opened.today() - timedelta(days=a))


def end(opened: OpenCase, a: int, b: int) -> None:
    if (now := after_care(opened.case)) is not None:
        (care.end_after_care if b % 2 else care.go_on_with_after_care)(opened, now)


def call(opened: OpenCase, a: int, b: int) -> None:
    if (found := nth(opened, AfterCareCall, a)) is None:
        return
    match b % 4:
        case 0:
            care.note_call(opened, found, False)
        case 1:
            care.note_call(opened, found, True, "Det går godt")
        case 2:
            care.move_call(opened, found, opened.today() + timedelta(days=b))
        case _:
            care.remove_call(opened, found)


def clip(opened: OpenCase, a: int, b: int) -> None:
    found = nth(opened, ClipUsed, a)
    if found is not None and b > 6:
        care.remove_clip(opened, found)
    elif (now := after_care(opened.case)) is not None and now.clips_left:
        care.use_clip(opened, now, f"Besøg {a}")


def sign(opened: OpenCase, a: int, b: int) -> None:
    found, now = nth(opened, RelapseSign, a), after_care(opened.case)
    if found is not None and b > 7:
        care.remove_sign(opened, found)
    elif found is not None and b > 3:
        care.move_sign(opened, found, 1 if b % 2 else -1)
    elif now is not None:
        care.add_sign(opened, now, f"Tegn {a}")


def wish(opened: OpenCase, a: int, b: int) -> None:
    found = nth(opened, HomeSupportWish, a)
    if found is None or b > 7:
        home_support.ask_about_support(opened)
    elif b % 2:
        home_support.answer_wish(opened, found, list(WishAnswer)[b % 4])
    else:
        home_support.has_no_wish(opened, found, b > 4)


def ticked(opened: OpenCase, a: int, b: int) -> None:
    if (found := nth(opened, LeavingTick, a)) is not None:
        checklist.ticked_on(opened, found, days_ago(opened, b))


def complaint(opened: OpenCase, a: int, b: int) -> None:
    if (stay := stay_of_course(opened.case)) is not None:
        told_how_to_complain(opened, stay, days_ago(opened, b))


def other_end(opened: OpenCase, a: int, b: int) -> None:
    closing.closed_on(opened, current_course(opened.case), days_ago(opened, b) or opened.today())


def not_told(opened: OpenCase, a: int, b: int) -> None:
    told = [each for each in opened.case.all(Told) if each.of is ToldOf.CLOSING]
    if told:
        closing.not_told_after_all(opened, told[a % len(told)])


def time_after(opened: OpenCase, a: int, b: int) -> None:
    if (now := after_care(opened.case)) is None:
        return
    everybody, clip, sign = people(opened.case), nth(opened, ClipUsed, a), nth(opened, RelapseSign, a)
    member = everybody[a % len(everybody)] if everybody and b % 2 else None
    match a % 5:
        case 0:
            care.choose_companion(opened, now, member)
        case 1:
            care.set_visits(opened, now, b)
        case 2:
            care.add_call(opened, now)
        case 3 if clip is not None:
            care.used_on(opened, clip, days_ago(opened, b) or opened.today())
        case 4 if sign is not None:
            care.choose_who_acts(opened, sign, member)


def wish_says(opened: OpenCase, a: int, b: int) -> None:
    if (found := nth(opened, HomeSupportWish, a)) is None:
        return
    everybody = people(opened.case)
    member = everybody[b % len(everybody)] if everybody and b else None
    match a % 5:
        case 0:
            home_support.choose_supporter(opened, found, member)
        case 1:
            home_support.choose_recipient(opened, found, member)
        case 2:
            home_support.asked_on(opened, found, days_ago(opened, b))
        case 3:
            home_support.passed_on(opened, found, days_ago(opened, b))
        case _:
            home_support.answered_on(opened, found, days_ago(opened, b))


ACTS = {"tick before leaving": tick, "moved out": leave, "close course": close, "reopen course": reopen,
        "tell of the end": tell, "begin after-care": begin, "end after-care": end, "after-care call": call,
        "clip": clip, "relapse sign": sign, "wish for support": wish,
        "ticked that day": ticked, "told how to complain": complaint, "another end": other_end,
        "not told of the end": not_told, "time after": time_after, "wish says": wish_says}
