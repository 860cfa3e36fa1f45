"""A meeting of 40 participants and 30 points that is going on: the next point, also from a round to one without, who is
here, a tick in the round and on the checklist, a key written.

Milliseconds of work (of the processor: others use the machine too) until it is stored and painted are printed with the
aim we have for an ordinary PC; what fails is a ratio to a floor in the same run: as many bare buttons that say another
word and a bare UPDATE and COMMIT; for a key, a bare text edit that is typed in.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count, cycle
from statistics import median
from time import process_time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QPlainTextEdit, QPushButton, QWidget

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.meeting import before_meeting, during_meeting, participants
from borgerplan_desktop.casework.meeting.agenda import add_item
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.system.garbage_collector import GarbageCollector
from borgerplan_desktop.store.store import Store
from tests.archive import new_archive, new_store
from tests.benchmarks.raw import Raw

PEOPLE, POINTS, AIM = 40, 30, 16                         # AIM in ms
TIMES = 40
KIND_MOST, ACT_MOST, KEY_MOST = 12, 7, 10                # ratios: 1.6 times what was measured, and more for a key


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = new_store(tmp_path_factory.mktemp("meeting"))
    yield store
    store.close()


@pytest.fixture
def tab(qapp: QApplication, store: Store) -> Iterator[MeetingTab]:
    opened = receive(new_archive(store), Arrival("Ib"))
    now = opened.now()
    meeting = before_meeting.plan_meeting(opened, starts_at=now, ends_at=now + timedelta(hours=2))
    with opened.action("many"):
        while len(meeting.participants) < PEOPLE:
            participants.add_participant(opened, meeting, add_private_person(opened, f"N{len(meeting.participants)} B"))
        while len(meeting.agenda) < POINTS:
            add_item(opened, meeting, f"Punkt {len(meeting.agenda)}", round=True)
    during_meeting.start_meeting(opened, meeting)
    desk = Desk(opened)
    made = MeetingTab(desk)
    collector = GarbageCollector(made)                   # as the program has it
    made.resize(1308, 613)
    made.show()
    made.show_row(meeting.id)
    QApplication.processEvents()
    yield made
    collector.stop()
    desk.close()
    made.close()
    made.deleteLater()


@dataclass(frozen=True)
class Took:
    """Milliseconds until painted: of 19 in 20, of half of them, and of the quietest quarter, which is compared."""

    p95: float
    median: float
    quiet: float


def measured(act: Callable[[], object]) -> Took:
    taken = []
    for _ in range(TIMES):
        started = process_time()
        act()
        for _each in range(3):                           # what comes at once, what that led to, and the painting
            QApplication.processEvents()
        taken.append(1000 * (process_time() - started))
    taken.sort()
    return Took(taken[int(TIMES * 0.95) - 1], median(taken), taken[TIMES // 4])


def test_the_meeting_follows_at_once(tab: MeetingTab, store: Store) -> None:
    page, meeting = tab.during, tab.meeting
    assert meeting is not None
    bare = QPlainTextEdit()
    bare.resize(600, 200)
    bare.show()
    key = measured(lambda: QTest.keyClicks(bare, "a")).quiet
    bare.deleteLater()
    floor = _faces_without_anything(tab._desk.opened, store)
    agenda, found = cycle(meeting.agenda), {}
    found["point"] = measured(lambda: page._on_point(next(agenda))), ACT_MOST * floor
    faces = cycle(page.voices.voices())
    with tab._desk.opened.action("no rounds"):
        meeting.agenda[0].round, meeting.agenda[1].round = False, True
    kinds = cycle(meeting.agenda[:2])
    found["another kind of point"] = measured(lambda: page._on_point(next(kinds))), KIND_MOST * floor
    page._on_point(meeting.agenda[0])
    found["presence"] = measured(lambda: next(faces).click()), ACT_MOST * floor
    page._on_point(meeting.agenda[-1])
    found["heard"] = measured(lambda: next(faces).click()), ACT_MOST * floor
    page.show_reminders.click()
    lines = cycle(page.reminders.lines.values())
    found["checklist"] = measured(lambda: next(lines).box.click()), ACT_MOST * floor
    page.show_minutes.click()
    found["key"] = measured(lambda: QTest.keyClicks(page.written, "a")), KEY_MOST * key
    print(f"\nmeeting of {PEOPLE} and {POINTS} points (aim p95 {AIM} ms; bare {floor:.1f} ms, a bare key {key:.1f}): " +
          ", ".join(f"{name} p95 {took.p95:.1f}, median {took.median:.1f}, quiet {took.quiet:.1f} (at most {most:.1f})"
                    for name, (took, most) in found.items()))
    for name, (took, most) in found.items():
        assert took.quiet <= most, name


def _faces_without_anything(opened: OpenCase, store: Store) -> float:
    """Milliseconds until forty bare buttons say another word, and one is stored."""
    window = QWidget()
    row = QGridLayout(window)
    buttons = [QPushButton(f"N{number}", window) for number in range(PEOPLE)]
    for number, each in enumerate(buttons):
        row.addWidget(each, number // 10, number % 10)
    window.resize(1308, 200)
    window.show()
    goal = add_goal(opened, "Mål")
    raw, turns = Raw(store.engine), count()

    def act() -> None:
        turn = next(turns)
        raw.update(goal.id, f"Mål {turn}")
        for each in buttons:
            each.setText(f"N{turn}")
    took = measured(act)
    raw.close()
    window.deleteLater()
    return took.quiet
