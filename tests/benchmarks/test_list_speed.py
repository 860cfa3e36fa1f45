"""The list, the search and Min dag over five thousand citizens: from a key to the painted rows.

Milliseconds are printed; what fails is a ratio to a floor in the same run: the driver asked for the same rows, and a
bare list of their names. `python -m tests.benchmarks.list_speed` measures a hundred thousand.
"""
from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.casework.session.archive import Archive
from tests.benchmarks.conftest import MANY
from tests.benchmarks.list_speed import DAY, FRAME, SCROLL, Bare, Shown, Times, report, share

WRITTEN_MOST = 8
FRAME_MOST = 4                                           # of the wheel and of a page down; measured 1.0-1.2
KEY_MOST, OPEN_MOST, DAY_MOST = 6, 6, 40                 # ratios; measured 1.8-2.9, 1.2-2.3 and 11-19


@pytest.fixture
def shown(qapp: QApplication, many: Archive) -> Iterator[Shown]:
    shown = Shown(many)
    yield shown
    shown.close()


@pytest.fixture
def bare(qapp: QApplication, many: Archive) -> Iterator[Bare]:
    bare = Bare(many)
    yield bare
    bare.close()


def test_a_key_is_answered_before_one_sees_it(shown: Shown, bare: Bare) -> None:
    ours, floor = shown.keystrokes(3), worked(bare.keystrokes(3))
    ms = worked(ours)
    report(f"\nkey to painted rows of {MANY}", ours)
    print(f"driver and bare list {floor:.1f} ms: × {ms / floor:.1f} (at most {KEY_MOST})")
    assert ms <= KEY_MOST * floor


def test_the_list_and_the_day_are_there_at_once(shown: Shown, bare: Bare) -> None:
    floor = worked(bare.keystrokes(3))
    for what, act, most in (*((f"list opened, {scope}", partial(shown.scope, scope), OPEN_MOST) for scope in (
            "all", "mine", "follow_up", "closed")), ("Min dag made anew", shown.day, DAY_MOST)):
        took = [act() for _ in range(7)]
        ms = worked(took)
        report(f"\n{what}", took, DAY if act == shown.day else FRAME)
        print(f"driver and bare list {floor:.1f} ms: × {ms / floor:.1f} (at most {most})")
        assert ms <= most * floor


def test_the_list_scrolls_without_a_jerk(shown: Shown, bare: Bare) -> None:
    """By the wheel and a page at a time, through what must be asked for on the way."""
    floor = worked(bare.keystrokes(3))
    for what, act in (("wheel", shown.wheel), ("page down", shown.page_down)):
        shown.scope("closed")
        shown.scope("all")
        took = shown.scrolled(300, act)
        ms = worked(took)
        report(f"\nscrolled by {what}, a frame", took, SCROLL)
        print(f"driver and bare list {floor:.1f} ms: × {ms / floor:.1f} (at most {FRAME_MOST})")
        assert shown.work.side.citizens.model().rowCount() > 300
        assert ms <= FRAME_MOST * floor


def test_every_order_and_what_is_written_are_there_at_once(shown: Shown, bare: Bare) -> None:
    floor = worked(bare.keystrokes(3))
    for scope in ("all", "mine", "follow_up", "closed"):
        shown.scope(scope)
        for order in ("attention", "room", "week", "name"):
            took = [shown.order(order) for _ in range(5)]
            ms = worked(took)
            report(f"\n{scope} by {order}", took)
            print(f"driver and bare list {floor:.1f} ms: × {ms / floor:.1f} (at most {OPEN_MOST})")
            assert ms <= OPEN_MOST * floor
    took = shown.written()
    ms = worked(took)
    report("\nwhat is written", took)
    print(f"driver and bare list {floor:.1f} ms: × {ms / floor:.1f} (at most {WRITTEN_MOST})")
    assert ms <= WRITTEN_MOST * floor


def worked(times: Times) -> float:
    """The middle one: what this program itself had to do, whoever else is at work."""
    return share([took.work for took in times], 0.5)
