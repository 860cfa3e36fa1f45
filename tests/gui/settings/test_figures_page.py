"""The shelter's meetings in numbers: a time is chosen, few are not told, and an empty time says so."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework import access
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.meeting.meeting_figures import Period
from borgerplan_desktop.casework.meeting.participants import note_presence
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.settings.figures_page import FiguresPage
from borgerplan_desktop.model.meeting import Presence
from borgerplan_desktop.store import meeting_counts
from tests.archive import Clock, new_archive, new_store


@pytest.fixture
def archive(tmp_path: Path, clock: Clock) -> Iterator[Archive]:
    """A shelter of its own: all that is there is counted."""
    store = new_store(tmp_path)
    yield new_archive(store, clock)
    store.close()


def shown(archive: Archive, qtbot: QtBot) -> FiguresPage:
    page = FiguresPage(archive)
    qtbot.addWidget(page)
    page.show()
    counted(page, qtbot)
    return page


def counted(page: FiguresPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.is_counting, timeout=20_000)


def hold(archive: Archive, name: str, days_ago: int = 0) -> None:
    opened = receive(archive, Arrival(name))
    starts = opened.now() - timedelta(days=days_ago)
    meeting = plan_meeting(opened, starts_at=starts, ends_at=starts + timedelta(hours=1))
    start_meeting(opened, meeting)
    note_presence(opened, meeting.participants[0], Presence.PRESENT)
    end_meeting(opened, meeting)


def test_a_time_without_meetings_says_so(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    assert page.empty.isVisible()
    assert not page.rows["held"][0].isVisible()


def test_numbers_of_a_time_one_chooses(archive: Archive, qtbot: QtBot) -> None:
    for number in range(3):
        hold(archive, f"Borger {number}")
    hold(archive, "Borger fra sidste år", 400)
    page = shown(archive, qtbot)
    said = {key: value.text() for key, (_what, value) in page.rows.items()}
    assert said == {"held": "3", "called_off": "0", "there": "3 af 3", "prepared": "0 af 3", "kept": "ingen endnu"}
    assert page.rows["there"][1].accessibleName() == "Borgeren var med: 3 af 3"
    assert page.period.accessibleName() == "Periode"
    page.period.setFocus()
    QTest.keyClick(page.period, Qt.Key.Key_Down)
    QTest.keyClick(page.period, Qt.Key.Key_Down)
    assert Period(page.period.currentData()) is Period.LAST_YEAR
    counted(page, qtbot)
    assert page.rows["held"][1].text() == "for få til at vise"
    QTest.keyClick(page.period, Qt.Key.Key_Down)
    counted(page, qtbot)
    assert page.rows["held"][1].text() == "4"


def test_whoever_is_not_on_the_list_sees_none(archive: Archive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        hold(archive, f"Borger {number}")
    monkeypatch.setattr(access, "why_not", lambda *_asked: "Det er ikke til dig.")
    page = shown(archive, qtbot)
    assert page.trouble.text() == "Det er ikke til dig."
    assert not page.rows["held"][0].isVisible()


def test_the_window_goes_on_while_it_counts(archive: Archive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        hold(archive, f"Borger {number}")
    page = shown(archive, qtbot)
    goes_on, plain = Event(), meeting_counts.meetings_between

    def slow(*asked: Any) -> Any:
        assert goes_on.wait(20)
        return plain(*asked)
    monkeypatch.setattr(meeting_counts, "meetings_between", slow)
    QTest.keyClick(page.period, Qt.Key.Key_Down)
    assert page.is_counting
    qtbot.waitUntil(lambda: page.empty.isVisible(), timeout=5_000)
    assert page.empty.text() == "Tæller …"
    assert not page.rows["held"][1].isVisible()          # the numbers of the other time
    QTest.keyClick(page.period, Qt.Key.Key_Down)         # one need not wait for what one does not want
    goes_on.set()
    counted(page, qtbot)
    assert Period(page.period.currentData()) is Period.LAST_YEAR
    assert page.empty.text() == "Intet møde blev holdt eller aflyst i den tid."
    assert not page.rows["held"][1].isVisible()
