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
from itertools import count, cycle, pairwise
from statistics import median
from time import process_time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QPlainTextEdit, QPushButton, QWidget

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.meeting import before_meeting, during_meeting, participants
from borgerplan_desktop.casework.meeting.agenda import add_item
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting
from borgerplan_desktop.casework.meeting.paper_files import making, wanted
from borgerplan_desktop.casework.meeting.sending import How, Law, Sending, recipients
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail_file import address_of
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.system.garbage_collector import GarbageCollector
from borgerplan_desktop.model.network import people
from borgerplan_desktop.store.store import Store
from tests.archive import new_archive, new_store
from tests.benchmarks.raw import Raw

PEOPLE, POINTS, AIM = 40, 30, 16                         # AIM in ms
TIMES = 40
MAIL_AIM, MAIL_MOST = 100, 2.5
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


def test_forty_get_their_mails_soon(tab: MeetingTab) -> None:
    opened, meeting = tab._desk.opened, tab.meeting
    assert meeting is not None
    with opened.action("written"):
        for each in meeting.agenda:
            each.written = "Vi har talt om, hvad der skal ske, og hvem der gør det. " * 8
        for member in people(opened.case):
            member.email = "n@example.org"
    end_meeting(opened, meeting)
    law = Law("§ 11 c", "fare for liv")
    papers = wanted(opened, [(each, How.MAIL, law) for each in recipients(opened, meeting, Sending.MINUTES)
                             if address_of(each.member)])
    draw = BY_KIND[Sending.MINUTES.paper].draw
    bare = _quickest(lambda: draw(opened.case, papers[0].about, language="da", large_print=False, today=opened.today()))
    told = list[float]()

    def progress(_share: float) -> None:
        told.append(process_time())
    made = making(opened, Sending.MINUTES, papers)(progress)
    assert len(told) == len(papers) + 1 >= PEOPLE - 2    # each of them is told, and may be the last
    assert all(each.content for each in made)
    ms = 1000 * median(after - before for before, after in pairwise(told))
    print(f"\nmails with minutes for {len(papers)}: {ms:.0f} ms each (aim {MAIL_AIM}), the paper alone {bare:.0f} ms: "
          f"× {ms / bare:.1f} (at most {MAIL_MOST})")
    assert ms <= MAIL_MOST * bare


def _quickest(act: Callable[[], object]) -> float:
    times = []
    for _ in range(6):
        started = process_time()
        act()
        times.append(1000 * (process_time() - started))
    return min(times)


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
