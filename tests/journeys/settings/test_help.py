"""Help, the first steps, and who made it."""
from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.help_dialog import HelpDialog
from borgerplan_desktop.gui.tour import TourDialog
from tests.journeys.hands import Hands
from tests.journeys.settings.pages import dialogs
from tests.window import found, log_in, sitting_of, take_in


def test_help_opens_at_the_tab_in_front(program: Program, at_work: Hands) -> None:
    program.window.help_action.trigger()
    assert at_work.sees("Min dag og listen over borgere")
    at_work.click("Luk")
    take_in(at_work, "Jonas Bækgaard")
    sitting_of(program).go("meetings")
    program.window.help_action.trigger()
    assert isinstance(at_work.front(), HelpDialog)
    assert at_work.sees("Sådan holder du et godt netværksmøde")
    program.window.help_action.trigger()                 # again: the same one
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, HelpDialog) and w.isVisible()]) == 1
    at_work.click("Vis de første skridt igen")
    assert isinstance(dialogs(TourDialog)[0], TourDialog)
    program.window.lock_action.trigger()
    assert not dialogs(TourDialog)
    assert not dialogs(HelpDialog)


def test_help_before_anybody_is_in(program: Program, hands: Hands) -> None:
    program.window.complete()
    program.window.help_action.trigger()
    assert hands.sees("Lås, adgangskode og gendannelseskode")


def test_the_first_steps_are_offered_once(program: Program, hands: Hands, settings: QSettings) -> None:
    settings.remove("first_steps_seen")
    found(hands)
    assert isinstance(hands.front(), TourDialog)
    hands.click("Spring over")
    program.window.log_out_action.trigger()
    log_in(hands)
    assert not dialogs(TourDialog)
    program.window.first_help_action.trigger()
    assert hands.sees("1 af 12")


def test_about(program: Program, at_work: Hands) -> None:
    program.window.about_action.trigger()
    assert at_work.sees("EUPL-1.2")
    at_work.click("Luk")
