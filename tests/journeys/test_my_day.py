"""From Min dag to the place where a thing is put right, with the keys alone, and back."""
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.plan.agreements import add_agreement, tick_agreement
from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
from borgerplan_desktop.gui.shell.day_on_screen import DayOnScreen
from borgerplan_desktop.model.plan import Agreement
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, log_in, session_of


def test_a_line_opens_its_place_and_is_gone_when_it_is_done(program: Program, at_work: Hands) -> None:
    archive, session = archive_of(program), session_of(program)
    opened = receive(archive, Arrival("Jonas Prøve", room="12"))
    case_id = opened.id
    made = add_agreement(opened, "Ring til boligforeningen", due_on=archive.today() - timedelta(days=1))
    session.show_day()
    page = program.window.workspace().my_day  # type: ignore[union-attr]
    QApplication.processEvents()
    row = next(row for row in page.overdue_card.rows() if row.door.row_id == made.id)
    page.print_button.setFocus()
    for _key in range(40):                               # as one reads: every line is a stop
        here = QApplication.focusWidget()
        assert here is not None
        if here is row:
            break
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert row.hasFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert desk_of(program).opened.id == case_id
    assert session.tab == "plan"
    there = desk_of(program).case.get(Agreement, made.id)
    assert there is not None
    tick_agreement(desk_of(program).opened, there)
    session.show_day()
    assert made.id not in [row.door.row_id for row in page.overdue_card.rows()]


def test_ctrl_p_prints_the_day_where_nobody_is_open(
        program: Program, at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[bool] = []
    monkeypatch.setattr(DayOnScreen, "print_day", lambda _day: printed.append(True))
    session_of(program).show_day()
    program.window.print_action.trigger()
    assert printed == [True]


def test_who_has_gone_hears_no_key_any_more(
        program: Program, at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt deletes the session before only when it has time: the key is for whoever is there now."""
    printed: list[str] = []
    monkeypatch.setattr(DayOnScreen, "print_day", lambda day: printed.append(day.objectName()))
    session_of(program).lists.day.setObjectName("before")
    program.login_flow.log_out()
    log_in(at_work)
    session_of(program).lists.day.setObjectName("now")
    program.window.print_action.trigger()
    program.window.new_action.trigger()
    assert printed == ["now"]
    assert len(program.window.findChildren(NewCitizen)) == 1
