"""The facts of who is anonymous, or has no number yet."""
from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.citizen_facts import change_cpr
from borgerplan_desktop.casework.intake import municipality
from borgerplan_desktop.casework.papers.reading_language import reads_best
from borgerplan_desktop.gui.citizens.citizen_facts import CitizenFacts
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.field_history import FieldHistory
from borgerplan_desktop.model.citizen import Citizen
from tests.journeys.hands import Hands


def test_why_there_is_no_number_is_asked_only_while_there_is_none(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    facts = CitizenFacts(desk, window)
    facts.show()
    hands, citizen = Hands(facts), desk.case.the(Citizen)
    hands.click("Vil være anonym")
    hands.type("Derfor er der intet nummer endnu", "Er lige kommet til Danmark")
    hands.press(Qt.Key.Key_Tab)
    assert (citizen.anonymous, citizen.no_number_why) == (True, "Er lige kommet til Danmark")
    change_cpr(desk.opened, "010170 - 1234")
    other = CitizenFacts(desk, window)
    other.show()
    assert not other.why_field.isVisible()
    assert other.anonymous_box.isChecked()
    window.close()


def test_another_municipality_is_in_its_history_too(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    municipality.acts(desk.opened, "Randers Kommune", since=desk.opened.today() - timedelta(days=3))
    facts = CitizenFacts(desk, window)
    facts.show()
    Hands(facts).type("Handlekommune", "Lilleby Kommune")
    facts.close_button.click()
    assert [each.municipality for each in municipality.history(desk.case)] == ["Lilleby Kommune", "Randers Kommune"]
    assert desk.case.the(Citizen).acting_municipality == "Lilleby Kommune"
    again = CitizenFacts(desk, window)
    again.show()
    again.close_button.click()                           # nothing new
    assert len(municipality.history(desk.case)) == 2
    window.close()


def test_in_which_language_they_read_best_before_is_known_and_taken_back(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    facts = CitizenFacts(desk, window)
    facts.show()
    citizen = desk.case.the(Citizen)
    reads_best(desk.opened, "pl+da", large_print=False)
    with desk.opened.action("later"):
        citizen.paper_language = "ro"
    facts.reads_best.field.setFocus()
    qtbot.keyClick(facts.reads_best.field, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    asked = next(each for each in facts.findChildren(FieldHistory) if each.isVisible())
    assert asked.text.toPlainText() == "Rumænsk"
    asked.close()
    assert facts.reads_best.take_back("pl")
    assert (citizen.paper_language, citizen.paper_beside) == ("pl", True)
    assert facts.reads_best.field.currentText() == "Polsk"
    window.close()


def test_what_the_citizen_reads_best_is_chosen_and_undone(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    facts = CitizenFacts(desk, window)
    facts.show()
    reads, citizen = facts.reads_best, desk.case.the(Citizen)
    assert not reads.beside_box.isVisible()              # Danish has no Danish beside it
    reads.field.setFocus()
    qtbot.keyClick(reads.field, Qt.Key.Key_P)            # Polsk
    assert citizen.paper_language == "pl"
    hands = Hands(facts)
    hands.click("Med det danske ved siden af")
    hands.click("Med stor skrift")
    assert (citizen.paper_language, citizen.paper_beside, citizen.paper_large) == ("pl", True, True)
    desk.opened.undo()
    assert not reads.large_box.isChecked()
    reads.field.setCurrentIndex(reads.field.findData("kl"))
    assert reads.beside_box.isChecked()                  # not all of it is known: always with the Danish
    assert not reads.beside_box.isEnabled()
    window.close()
