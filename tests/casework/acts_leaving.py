"""Leaving and the time after: tick, close, reopen, call, clip, signs, the wish for support."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.leaving import after_care as care
from borgerplan_desktop.casework.leaving import checklist, closing, home_support
from borgerplan_desktop.casework.leaving.how_it_ends import left_on
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.leaving import (
    AfterCareCall,
    ClipUsed,
    HomeSupportWish,
    LeavingItem,
    RelapseSign,
    WishAnswer,
    after_care,
    stay_of_course,
)
from borgerplan_desktop.model.network import people
from tests.casework.acts import nth


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
    if found is None:
        home_support.ask_about_support(opened)
    elif b % 2:
        home_support.answer_wish(opened, found, list(WishAnswer)[b % 4])
    else:
        home_support.has_no_wish(opened, found, b > 4)


ACTS = {"tick before leaving": tick, "leave": leave, "close course": close, "reopen course": reopen,
        "tell of the end": tell, "begin after-care": begin, "end after-care": end, "after-care call": call,
        "clip": clip, "relapse sign": sign, "wish for support": wish}
