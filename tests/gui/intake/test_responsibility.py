"""The place for which office is responsible, used as a person would."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.responsibility import ask_office, asked_offices
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.intake.responsibility import Responsibility
from borgerplan_desktop.gui.overview.overview_tab import OverviewTab
from borgerplan_desktop.model.course import MilestoneKind, ResponsibilityAnswer, current_course
from tests.journeys.hands import Hands


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> Responsibility:
    dialog = Responsibility(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_an_office_is_typed_answered_and_taken_back(dialog: Responsibility, desk: Desk) -> None:
    hands = Hands(dialog)
    assert hands.sees("Intet kontor er spurgt endnu.")
    hands.press(Qt.Key.Key_Return)
    assert hands.sees("Skriv, hvilket kontor I spørger.")
    hands.type("Hvilket kontor spørger I?", "Hjemløseenheden")
    assert not hands.sees("Skriv, hvilket kontor I spørger.")
    hands.press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not hands.sees("Intet kontor er spurgt endnu.")
    [asked] = asked_offices(desk.case)
    assert QApplication.focusWidget() is dialog.asked.widgets()[0].who.combo     # who there: comes next
    hands.choose("Svaret", "Har ansvaret")
    course = current_course(desk.case)
    assert course.reached(MilestoneKind.RESPONSIBILITY) == desk.opened.today()
    hands.type("Hvad de sagde", "De er handlekommune")
    hands.press(Qt.Key.Key_Tab)
    assert asked.answer == "De er handlekommune"
    desk.opened.undo()
    desk.opened.undo()
    assert asked.outcome is ResponsibilityAnswer.WAITING
    assert course.reached(MilestoneKind.RESPONSIBILITY) is None
    assert hands.sees("Intet svar endnu")
    hands.click("Fjern spørgsmålet")
    assert asked_offices(desk.case) == []
    assert hands.sees("Intet kontor er spurgt endnu.")


def test_who_there_is_chosen_from_the_map_or_added(dialog: Responsibility, desk: Desk) -> None:
    asked = ask_office(desk.opened, "Hjemløseenheden")
    birgit = add_new_professional(desk.opened, "Birgit Krogh", "sagsbehandler", "Hjemløseenheden")
    hands = Hands(dialog)
    hands.choose("Hvem dér", "Birgit Krogh")
    assert asked.member is birgit
    hands.choose("Hvem dér", "Ingen bestemt")
    assert asked.member is None
    adding = dialog.asked.widgets()[0].who.ask_who()
    adding.is_private.setChecked(True)                   # it opens as somebody from the office
    adding.name.setText("Anders")
    adding.add.click()
    assert isinstance(adding, AddPerson)
    assert asked.member is not None
    assert asked.member.contact.name == "Anders"


def test_a_day_to_come_is_refused_beside_the_day(dialog: Responsibility, desk: Desk) -> None:
    ask_office(desk.opened, "Hjemløseenheden")
    card = dialog.asked.widgets()[0]
    hands = Hands(dialog)
    hands.type("Spurgt den", "1. december 2026")
    hands.press(Qt.Key.Key_Tab)
    assert card.asked_on.is_in_trouble()
    assert asked_offices(desk.case)[0].asked_on == desk.opened.today()


def test_the_ways_there(qtbot: QtBot, desk: Desk) -> None:
    tab = OverviewTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1094, 620)
    tab.show()
    hands = Hands(tab)
    with qtbot.waitSignal(desk.go) as went:
        hands.click("Gå dertil")                         # the next step: settle who is responsible
    assert went.args == ["responsibility", ""]
    with qtbot.waitSignal(desk.go) as went:
        hands.click("Hvem har ansvaret")
    assert went.args == ["responsibility", ""]
    asked = ask_office(desk.opened, "Hjemløseenheden")
    assert hands.sees("Venter på svar fra Hjemløseenheden. Spurgt i dag.")
    with qtbot.waitSignal(desk.go) as went:
        hands.click("Skriv svaret")
    assert went.args == ["responsibility", asked.id]


def test_it_goes_when_it_is_closed(qtbot: QtBot, desk: Desk) -> None:
    dialog = Responsibility(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    ask_office(desk.opened, "Jobcenteret")
    Hands(dialog).click("Luk")


def test_it_opens_at_the_answer_that_is_asked_for(dialog: Responsibility, desk: Desk) -> None:
    first = ask_office(desk.opened, "Jobcenteret")
    ask_office(desk.opened, "Hjemløseenheden")
    dialog.activateWindow()
    dialog.show_row(first.id)
    card = dialog.asked.widget(first)
    assert card is not None
    assert card.outcome.hasFocus()


def test_whoever_is_added_is_a_professional_of_that_office(dialog: Responsibility, desk: Desk) -> None:
    ask_office(desk.opened, "Hjemløseenheden")
    adding = dialog.asked.widgets()[0].who.ask_who()
    assert adding.is_professional.isChecked()
    assert adding.pages.currentWidget() is adding.new_page       # nobody of theirs is in the register
    assert (adding.new_name.text(), adding.new_organisation.text()) == ("", "Hjemløseenheden")
    assert adding.new_sector.currentText() == "Myndighed"
    assert adding.focusWidget() is adding.new_name
    adding.new_name.setText("Birgit Krogh")
    adding.add.click()
    [asked] = asked_offices(desk.case)
    assert asked.member is not None
    assert asked.member.contact.organisation == "Hjemløseenheden"
    again = dialog.asked.widgets()[0].who.ask_who()
    assert again.pages.currentWidget() is again.search_page      # one of theirs is known now
    assert [again.found.item(n).text() for n in range(again.found.count())] == ["Birgit Krogh"]
    again.new_professional.click()
    assert again.new_name.text() == ""
