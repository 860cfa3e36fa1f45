"""A new citizen: who may be the same is shown while it is typed, and opened instead."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.leaving.closing import close_course
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
from borgerplan_desktop.model.citizen import Citizen
from tests.journeys.hands import Hands


@pytest.fixture
def dialog(qtbot: QtBot, archive: Archive) -> Iterator[NewCitizen]:
    receive(archive, Arrival("Jonas Bækgaard", cpr="010170-1234", room="12"))
    window = QWidget()
    qtbot.addWidget(window)
    dialog = NewCitizen(archive, window)
    dialog.show()
    yield dialog
    window.close()


def test_somebody_like_it_is_shown_while_it_is_typed(dialog: NewCitizen, archive: Archive, qtbot: QtBot) -> None:
    hands = Hands(dialog)
    hands.type("Navn", "Jonas Bækgaar")
    qtbot.waitUntil(lambda: hands.sees("Jonas Bækgaard"))
    assert hands.sees("Er det en af dem?")
    assert hands.sees("Værelse 12 · Navnet ligner")
    hands.type("Navn", "Kirsten Krog")
    qtbot.waitUntil(lambda: not dialog.alike_people.isVisible())
    hands.type("CPR-nummer", "010170 – 1234")
    qtbot.waitUntil(lambda: hands.sees("Det ser ud til at være en, der er her i forvejen."))
    hands.click("Modtag")                     # it is never a hindrance
    assert sorted(line.name for line in archive.citizens()) == ["Jonas Bækgaard", "Kirsten Krog"]


def test_the_one_who_is_there_is_opened_instead(dialog: NewCitizen, archive: Archive, qtbot: QtBot) -> None:
    [line] = archive.citizens()
    dialog.name_field.setText("jonas bækgaard")
    dialog.look_who_it_may_be()
    with qtbot.waitSignal(dialog.known) as went:
        Hands(dialog).click("Åbn Jonas Bækgaard")
    assert went.args == [line.id, False]
    assert len(archive.citizens()) == 1


def test_of_a_closed_course_a_new_stay_is_offered(dialog: NewCitizen, archive: Archive, qtbot: QtBot) -> None:
    close_course(archive.open_case(archive.citizens()[0].id))
    dialog.name_field.setText("jonas bækgaard")
    dialog.look_who_it_may_be()
    hands = Hands(dialog)
    assert hands.sees("Forløbet er afsluttet")
    with qtbot.waitSignal(dialog.known) as went:
        hands.click("Åbn Jonas Bækgaard")
    assert (went.args or [])[1:] == [True]


def test_whoever_is_anonymous_is_asked_for_no_number(dialog: NewCitizen, archive: Archive) -> None:
    hands = Hands(dialog)
    hands.type("Navn", "Bo")
    hands.click("Vil være anonym")
    hands.click("Beskyttet adresse")
    assert not dialog.cpr_field.isEnabled()
    hands.click("Modtag")
    line = next(line for line in archive.citizens() if line.name == "Anonym Bo")
    citizen = archive.open_case(line.id).case.the(Citizen)
    assert (citizen.anonymous, citizen.protected_address) == (True, True)


def test_whoever_is_anonymous_is_written_as_they_want_to_be_called(dialog: NewCitizen) -> None:
    words = "Skriv kun det, borgeren vil kaldes. Det navn står på listen og på alle papirer."
    assert not Hands(dialog).sees(words)
    dialog.anonymous_box.setChecked(True)
    assert Hands(dialog).sees(words)


def test_why_there_is_no_number_is_kept(dialog: NewCitizen, archive: Archive) -> None:
    hands = Hands(dialog)
    hands.type("Navn", "Ida Nyholm")
    hands.type("Derfor er der intet nummer endnu", "Er lige kommet til Danmark")
    hands.click("Modtag")
    line = next(line for line in archive.citizens() if line.name == "Ida Nyholm")
    assert archive.open_case(line.id).case.the(Citizen).no_number_why == "Er lige kommet til Danmark"
    assert QApplication.activeModalWidget() is None


def test_a_date_of_birth_beside_another_number_is_told(dialog: NewCitizen) -> None:
    hands = Hands(dialog)
    dialog.birth_field.field.setText("3. marts 1980")
    dialog.birth_field.field.editingFinished.emit()
    dialog.cpr_field.setText("010170-1234")
    dialog.cpr_field.editingFinished.emit()
    assert hands.sees("Nummeret og fødselsdatoen siger ikke samme dag. Se, hvad der er rigtigt.")
    assert not dialog.why_field.isEnabled()              # there is a number
    dialog.birth_field.field.setText("1. januar 1970")
    dialog.birth_field.field.editingFinished.emit()
    assert not hands.sees("Nummeret og fødselsdatoen siger ikke samme dag. Se, hvad der er rigtigt.")
