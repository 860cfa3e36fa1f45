"""Every field for a date says where a day without a year lies: a deadline ahead, a birth behind us."""
from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.papers.demo import fill_demo
from borgerplan_desktop.gui.citizens.citizen_facts import CitizenFacts
from borgerplan_desktop.gui.meeting.agreement_line import AgreementLine
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.plan.details_row import RowWidget
from borgerplan_desktop.gui.plan.goal_list import GoalList
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import people
from borgerplan_desktop.model.plan import Goal, GoalStatus
from tests.archive import Clock
from tests.gui.appearance.test_dialog_size import DIALOGS
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, session_of

NOW = datetime(2026, 11, 28, 9, 0)


@pytest.fixture(autouse=True)
def november(clock: Clock) -> None:
    clock.now = NOW


@pytest.fixture
def demo(program: Program, at_work: Hands) -> Hands:
    session_of(program).open(fill_demo(archive_of(program)))
    return at_work


def undeclared(place: QWidget) -> list[str]:
    return [f"{edit.objectName()} {edit.accessibleName()}" for edit in place.findChildren(DateEdit)
            if edit.toward is None]


def test_every_field_of_every_page(program: Program, demo: Hands) -> None:
    session, desk = session_of(program), desk_of(program)
    seen = 0
    for key in CITIZEN_PAGES.keys:
        for row_id in [member.id for member in people(desk.case)][:3] if key == "network" else [""]:
            session.go(key, row_id)
            page = session.page(key)
            assert page is not None
            for goals in page.findChildren(GoalList):
                goals.open(desk.case.all(Goal)[0])
            for row in page.findChildren(RowWidget):
                row.show_details(True)
            if isinstance(page, MeetingTab):
                for step in range(3):
                    page._on_step(step)
                    assert undeclared(page) == []
            seen += len(page.findChildren(DateEdit))
            assert undeclared(program.window) == [], key
    assert seen > 20


@pytest.mark.parametrize("name", DIALOGS)
def test_every_field_of_every_dialog(program: Program, demo: Hands, name: str) -> None:
    dialog = DIALOGS[name](archive_of(program), desk_of(program), program.window)
    assert undeclared(dialog) == []
    dialog.close()


def enter(edit: DateEdit, text: str) -> None:
    edit.field.setText(text)
    edit.field.editingFinished.emit()


def test_first_of_june_is_the_next_for_a_deadline_and_the_last_for_a_birth(program: Program, demo: Hands) -> None:
    desk, session = desk_of(program), session_of(program)
    goal = next(g for g in desk.case.all(Goal) if g.status.open)
    session.go("plan", goal.id)
    page = session.page("plan")
    assert page is not None
    goals = page.findChildren(GoalList)[0]
    goals.open(goal)
    edit = next(e for e in page.findChildren(DateEdit) if e.accessibleName() == _("By when") and e.isVisible())
    enter(edit, "1. juni")
    assert goal.deadline == date(2027, 6, 1)
    assert not edit.notice.isVisible()
    enter(edit, "1. juni 2026")
    assert goal.deadline == date(2026, 6, 1)
    assert edit.text() == "1. juni 2026"
    assert edit.notice.text() == "Den dag er gået."
    assert edit.notice.isVisible()
    goals.open(None)
    assert demo.sees("1. juni 2026") or any("skulle være sket 1. juni 2026" in w.accessibleName()
                                            for w in page.findChildren(QWidget))
    session.go("overview")
    QApplication.processEvents()
    assert demo.sees("1. juni 2026")
    with desk.opened.action("Reached"):
        goal.status = GoalStatus.REACHED
    assert not edit.notice.isVisible()
    session.actions.do("citizen")
    facts = demo.front()
    assert isinstance(facts, CitizenFacts)
    enter(facts.birth_field, "1.6.37")
    assert desk.case.the(Citizen).birth_date == date(1937, 6, 1)


def test_an_agreement_at_the_meeting(program: Program, demo: Hands) -> None:
    session = session_of(program)
    session.go("meetings")
    page = session.page("meetings")
    assert isinstance(page, MeetingTab)
    page._on_step(1)
    line = page.findChildren(AgreementLine)[0]
    made: list[tuple[object, ...]] = []
    line.agreed.connect(lambda *what: made.append(what))
    line.what.setText("Ringer til kommunen")
    line.when.setText("31.2.2027")
    QTest.keyClick(line.when, Qt.Key.Key_Return)
    assert made == []
    assert line.what.text() == "Ringer til kommunen"
    line.when.setText("1/6")
    QTest.keyClick(line.when, Qt.Key.Key_Return)
    assert made[0][2] == date(2027, 6, 1)
