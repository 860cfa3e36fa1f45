"""How it looks: colours, size and language are chosen, remembered, and reach the open citizen."""
from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.i18n import language
from tests.journeys.hands import Hands
from tests.journeys.settings.pages import settings_at
from tests.window import session_of, take_in


def test_how_it_looks_is_chosen_and_remembered(program: Program, at_work: Hands, settings: QSettings) -> None:
    settings_at(program, at_work, "Udseende")
    at_work.choose("Farver", "Mørk")
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    at_work.choose("Tekststørrelse", "150")
    QApplication.processEvents()
    assert QApplication.font().pointSizeF() == pytest.approx(15 * 0.75 * 1.5)
    at_work.choose("Sprog", "English")
    assert language() == "en"
    assert at_work.sees("Settings")
    assert at_work.sees("How it looks")
    assert (settings.value("theme"), settings.value("text_size"), settings.value("language")) == ("dark", "1.5", "en")
    at_work.choose("Language", "Dansk")
    assert at_work.sees("Udseende")


def test_the_language_changes_the_open_citizen_too(program: Program, at_work: Hands) -> None:
    take_in(at_work, "Jonas Bækgaard")
    settings_at(program, at_work, "Udseende")
    at_work.choose("Sprog", "English")
    at_work.click("Close")
    assert session_of(program).desk is not None
    assert at_work.sees("Jonas Bækgaard")
    assert at_work.sees("Overview")


def test_larger_and_smaller_text_by_keys(program: Program, at_work: Hands, settings: QSettings) -> None:
    window = program.window
    assert "Ctrl++" in [keys.toString() for keys in window.larger_action.shortcuts()]
    window.larger_action.trigger()
    window.larger_action.trigger()
    assert settings.value("text_size") == "1.2"
    window.smaller_action.trigger()
    assert settings.value("text_size") == "1.1"
    for _ in range(10):                                  # one more than there are sizes
        window.larger_action.trigger()
    assert settings.value("text_size") == "2.0"


def test_f9_shows_the_paper_from_anywhere(program: Program, at_work: Hands) -> None:
    program.window.paper_action.trigger()                # nobody on the desk: nothing to show
    take_in(at_work, "Jonas Bækgaard")
    session = session_of(program)
    workspace = program.window.workspace()
    assert workspace is not None
    program.window.paper_action.trigger()
    assert session.tab == "plan"
    tab = workspace.tab("plan")
    paper = tab.paper  # type: ignore[union-attr]
    assert paper is not None
    at_work.wait(paper.isVisible, "the paper")
    program.window.paper_action.trigger()
    assert not paper.isVisible()
