"""Help, the first steps, and who made it."""
from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.help.help_dialog import HelpDialog
from borgerplan_desktop.gui.help.tour import Tour
from tests.journeys.hands import Hands
from tests.journeys.settings.pages import dialogs
from tests.window import first_start, log_in, session_of, take_in


def test_help_opens_at_the_tab_in_front(program: Program, at_work: Hands) -> None:
    program.window.help_action.trigger()
    assert at_work.sees("Min dag og listen")
    at_work.click("Luk")
    take_in(at_work, "Jonas Bækgaard")
    session_of(program).go("meetings")
    program.window.help_action.trigger()
    assert isinstance(at_work.front(), HelpDialog)
    assert at_work.sees("Sådan holder du et godt netværksmøde")
    program.window.help_action.trigger()                 # again: the same one
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, HelpDialog) and w.isVisible()]) == 1
    at_work.click("Vis de første skridt igen")
    assert not dialogs(HelpDialog)
    assert at_work.sees("3 af 3")
    program.window.lock_action.trigger()
    assert not dialogs(HelpDialog)


def test_help_before_anybody_is_in(program: Program, hands: Hands) -> None:
    program.window.complete()
    program.window.help_action.trigger()
    assert hands.sees("Lås, adgangskode og gendannelseskode")


def test_three_steps_where_they_are_used_once_for_each(program: Program, hands: Hands, settings: QSettings) -> None:
    first_start(hands)
    assert not hands.sees("1 af 3")                      # Min dag: there is nothing to point at
    take_in(hands, "Jonas Bækgaard")
    session = session_of(program)
    assert hands.sees("1 af 3")
    assert hands.sees("Linjen viser vejen til planen")
    workspace = program.window.workspace()
    assert workspace is not None
    tour = workspace.findChildren(Tour)[0]
    assert tour.geometry().bottom() < workspace.tabs.geometry().top()          # above the page, never over it
    hands.click("Forstået")
    assert not tour.isVisible()
    session.go("plan")
    assert hands.sees("2 af 3")
    tour.away_button.setFocus()
    hands.press(Qt.Key.Key_Escape)
    assert not tour.isVisible()
    session.go("network")
    assert not tour.isVisible()
    session.go("meetings")
    assert hands.sees("3 af 3")
    program.window.log_out_action.trigger()
    log_in(hands)
    [line] = session_of(program).archive.citizens()
    session_of(program).open(line.id)
    assert not hands.sees("1 af 3")
    session_of(program).go("meetings")
    assert hands.sees("3 af 3")                          # not put away yet
    session_of(program).go("overview")
    program.window.first_help_action.trigger()
    assert hands.sees("1 af 3")


def test_without_a_citizen_the_first_steps_stand_in_the_help(program: Program, at_work: Hands) -> None:
    program.window.first_help_action.trigger()
    assert isinstance(at_work.front(), HelpDialog)
    assert at_work.sees("Her laver I én plan sammen")
    at_work.click("Luk")


def test_about(program: Program, at_work: Hands) -> None:
    program.window.about_action.trigger()
    assert at_work.sees("EUPL-1.2")
    at_work.click("Luk")
