"""A page of the whole shelter's is a tab like a citizen's: of the shelter's own case, with an undo of its own."""
from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.printing.for_whom import ForWhom
from borgerplan_desktop.gui.shell import session as shell_session
from borgerplan_desktop.gui.shell.case_pages import CasePage, CasePages
from borgerplan_desktop.gui.shell.header import HeaderFacts
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.case_kinds import SHELTER
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import Professional, Shelter, StaffMember
from tests.faults.test_while_typing import unlock
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, session_of, take_in

CTRL = Qt.KeyboardModifier.ControlModifier


class Where(Tab):
    """A page of one field: whose it is, and what the shelter is called."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName("Stedets navn")
        QVBoxLayout(self).addWidget(self.edit)
        self.field = TextField(self.edit, desk, Shelter.name, "Ret stedets navn")
        self.field.show_row(desk.case.the(Shelter))
        self.shown, self.stood, self.printed = "", "", 0

    def show_row(self, row_id: str) -> None:
        self.shown = row_id

    def standing(self) -> str:
        return self.shown

    def stand(self, before: str) -> None:
        self.stood = before

    def print_paper(self) -> bool:
        self.printed += 1
        return True


class Figures(Tab):
    """A page with nothing of its own."""


def head(case: Case, now: datetime, tab: str, has_main_button: bool) -> HeaderFacts:
    return HeaderFacts(case.the(Shelter).name, paper="Udskriv oversigten" if tab == "where" else "")


PAGES = CasePages(
    "Herbergets faner",
    (CasePage("where", "Hvor", lambda desk, parent: Where(desk, parent), topic="keys", icon="people"),
     CasePage("figures", "Tal", lambda desk, parent: Figures(parent), shortcut="Ctrl+7")),
    {Shelter: "where", StaffMember: "where", Professional: "where", Service: "figures"}, head)


@pytest.fixture
def page(program: Program, at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> Where:
    """A citizen with a goal was on the desk; then comes the page."""
    monkeypatch.setitem(shell_session.PAGES, SHELTER.name, PAGES)
    take_in(at_work, "Jonas Bækgaard")
    add_goal(desk_of(program).opened, "Min egen dør")
    return to_page(program)


def to_page(program: Program) -> Where:
    session = session_of(program)
    session.open(archive_of(program).shelter.id)
    page = session.page("where")
    assert isinstance(page, Where)
    return page


def citizen_of(program: Program) -> str:
    return archive_of(program).citizens()[0].id


def bar_of(program: Program) -> list[str]:
    workspace = program.window.workspace()
    assert workspace is not None
    bar = workspace.tab_bar
    return [bar.accessibleName(), *(bar.tabText(n) for n in range(bar.count()))]


def test_its_undo_is_its_own(program: Program, at_work: Hands, page: Where) -> None:
    session, shelter = session_of(program), archive_of(program).shelter.case.the(Shelter)
    assert not program.window.undo_action.isEnabled()    # the citizen's goal is not undone from here
    at_work.type("Stedets navn", "Herberget ved Åen")
    session.all_stored()
    assert shelter.name == "Herberget ved Åen"
    assert at_work.sees("Herberget ved Åen")             # the header follows, and so does the line below
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert shelter.name == "Herberget Havnegade"
    assert page.edit.text() == "Herberget Havnegade"
    assert session.undo_bar.label.text() == "Fortrudt: Ret stedets navn: »Herberget Havnegade« · Hvor"
    at_work.press(Qt.Key.Key_Y, CTRL)
    assert shelter.name == "Herberget ved Åen"
    session.open(citizen_of(program), "plan")
    goals = desk_of(program).case.all(Goal)
    assert [goal.title for goal in goals] == ["Min egen dør"]
    assert program.window.undo_action.isEnabled()        # and the citizen's own has waited
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert desk_of(program).case.all(Goal) == []
    assert shelter.name == "Herberget ved Åen"
    to_page(program)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert shelter.name == "Herberget Havnegade"


def test_another_citizen_ends_the_first_ones_undo(program: Program, at_work: Hands, page: Where) -> None:
    take_in(at_work, "Amina Yusuf")
    session_of(program).open(next(line.id for line in archive_of(program).citizens() if line.name.startswith("Jonas")))
    assert not program.window.undo_action.isEnabled()


def test_the_tabs_are_those_of_the_kind(program: Program, at_work: Hands, page: Where) -> None:
    assert bar_of(program) == ["Herbergets faner", "Hvor", "Tal"]
    assert session_of(program).topic == "keys"
    at_work.press(Qt.Key.Key_7, CTRL)
    assert isinstance(session_of(program).page("figures"), Figures)
    assert session_of(program).tab == "figures"
    session_of(program).go("where", "the first")
    assert page.shown == "the first"
    session_of(program).open(citizen_of(program))
    assert bar_of(program) == ["Borgerens faner", "Overblik", "Plan", "Netværk", "Møder", "Papirer"]
    at_work.press(Qt.Key.Key_7, CTRL)
    assert session_of(program).tab == "overview"


def test_a_citizens_deeds_are_not_offered(program: Program, at_work: Hands, page: Where) -> None:
    at_work.click("Udskriv oversigten")
    assert page.printed == 1
    session_of(program).go("figures")
    for action in (program.window.print_action, program.window.paper_action, program.window.export_action):
        action.trigger()
    session_of(program).go("citizen")
    assert at_work.front() is program.window
    assert not program.window.findChildren(ForWhom)
    assert session_of(program).tab == "figures"


def test_it_stands_as_before_in_another_language_and_after_the_lock(
        program: Program, at_work: Hands, page: Where) -> None:
    session = session_of(program)
    session.go("where", "the first")
    session.say_anew()
    again = session.page("where")
    assert isinstance(again, Where)
    assert again is not page
    assert again.stood == "the first"
    session.go("figures")
    program.login_flow.lock()
    unlock(program, at_work)
    assert desk_of(program).opened is archive_of(program).shelter
    assert session_of(program).tab == "figures"
