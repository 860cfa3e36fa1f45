"""A paper begins in what the citizen reads best; another choice is remembered when somebody says so."""
from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, paper_of
from borgerplan_desktop.casework.papers.reading_language import reads_best
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.session.paper_languages import approve_language
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.model.citizen import Citizen
from tests.documents import reading

DRAFT = "Polsk: et udkast, ikke læst af en, der har sproget fra barn."


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def welcome(desk: Desk, parent: QWidget, qtbot: QtBot) -> PaperWindow:
    window = PaperWindow(desk, "Velkommen", partial(paper_of, desk.opened, BY_KEY["welcome"], ""), parent)
    window.show()
    drawn(window, qtbot)
    return window


def drawn(window: PaperWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.paper.pdf.startswith(b"%PDF"), timeout=20000)


def test_it_begins_with_what_the_citizen_reads_best(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    reads_best(desk.opened, "en+da", large_print=True)
    window = welcome(desk, parent, qtbot)
    assert window.spoken_in.spoken == "en+da"
    assert window.paper.large_print
    assert not window.spoken_in.remember.isVisible()     # it is so already
    said = reading.text(window.paper.pdf)
    assert "Welcome" in said
    assert "Velkommen" in said
    window.reject()


def test_another_choice_is_remembered_when_somebody_says_so(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    window = welcome(desk, parent, qtbot)
    choice = window.spoken_in
    assert not choice.remember.isVisible()
    choice.field.setFocus()
    qtbot.keyClick(choice.field, Qt.Key.Key_P)           # Polsk – udkast
    assert choice.spoken == "pl"
    qtbot.keyClick(choice.beside_box, Qt.Key.Key_Space)
    assert choice.spoken == "pl+da"
    assert desk.case.the(Citizen).paper_language == ""
    choice.remember.click()
    assert (desk.case.the(Citizen).paper_language, desk.case.the(Citizen).paper_beside) == ("pl", True)
    assert not choice.remember.isVisible()
    desk.opened.undo()
    assert choice.remember.isVisible()
    window.reject()


def test_what_nobody_has_approved_is_called_a_draft_in_the_choice(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    window = welcome(desk, parent, qtbot)
    choice = window.spoken_in
    assert choice.field.itemText(choice.field.findData("pl")) == "Polsk – udkast"
    assert choice.field.itemText(choice.field.findData("en")) == "Engelsk"
    assert choice.draft_label.isHidden()
    choice.field.setCurrentIndex(choice.field.findData("pl"))
    assert choice.draft_label.text() == DRAFT
    assert choice.draft_label.isVisible()
    window.reject()
    assert desk.opened.shelter is not None
    approve_language(desk.opened.shelter, "pl", "Anna Nowak", desk.opened.today())
    again = welcome(desk, parent, qtbot)
    assert again.spoken_in.field.itemText(again.spoken_in.field.findData("pl")) == "Polsk"
    again.reject()


def test_greenlandic_has_the_danish_beside_it(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    choice = welcome(desk, parent, qtbot).spoken_in
    choice.field.setCurrentIndex(choice.field.findData("kl"))
    assert choice.spoken == "kl+da"
    assert not choice.beside_box.isEnabled()
    choice.field.setCurrentIndex(choice.field.findData("da"))
    assert choice.spoken == "da"
    assert choice.beside_box.isHidden()


def test_what_goes_to_others_begins_in_danish(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    reads_best(desk.opened, "en", large_print=True)
    window = show_paper(desk, BY_KEY["notice"], parent)
    drawn(window, qtbot)
    assert window.spoken_in.spoken == "da"
    assert not window.paper.large_print
    window.spoken_in.field.setCurrentIndex(window.spoken_in.field.findData("pl"))
    assert window.spoken_in.remember.isHidden()          # it is not the citizen who reads it
    window.reject()


def test_an_adopted_plan_is_translated_when_somebody_wants_it(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    version = adopt_plan(desk.opened)
    window = PaperWindow(desk, "Borgerens Plan", version, parent, "Udskriv planen")
    window.show()
    drawn(window, qtbot)
    assert window.paper.paper.language == "da"
    window.spoken_in.field.setCurrentIndex(window.spoken_in.field.findData("en"))
    qtbot.waitUntil(lambda: "This is a translation" in reading.text(window.paper.pdf), timeout=20000)
    assert window.paper.paper.language == "en"
    window.reject()


def test_the_paper_beside_the_plan_is_as_the_citizen_reads_best(desk: Desk, qtbot: QtBot) -> None:
    reads_best(desk.opened, "pl", large_print=True)
    tab = PlanTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    tab.open_paper()
    assert tab.paper is not None
    assert tab.paper.large_print
    qtbot.waitUntil(lambda: tab.paper is not None and tab.paper.pdf.startswith(b"%PDF"), timeout=20_000)
    assert "Plan: Jonas" in reading.text(tab.paper.pdf)
