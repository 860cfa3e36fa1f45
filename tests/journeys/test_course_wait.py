"""A wait climbs – mail, telephone, next meeting, leader – and whoever did not come is found again, not blamed."""
from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.app import Program
from tests.archive import Clock
from tests.journeys import days
from tests.journeys.hands import Hands

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
WAITS, CONTACTS = "Ansøgninger og ventetid", "Kontakter"
ASK_AGAIN = "Tomasz Wrona venter: spørg igen"


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 2, 9, 0))


def test_a_wait_that_climbs(program: Program, at_work: Hands, clock: Clock) -> None:
    hands = at_work
    _taken_in_without_a_number(hands)
    _applied_for_a_home(hands)
    days.to_the_day(hands)
    assert days.first(hands) == "Tomasz venter: Hvad sker der imens? · Venter på: En lille bolig"
    days.follow(hands, "Tomasz Wrona venter: Hvad sker der imens?, Venter på: En lille bolig", WAITS)
    hands.choose("Imens", "Noget at lave om dagen")
    days.to_the_day(hands)
    assert days.first(hands).startswith(days.DONE)

    days.come_back(hands, clock, datetime(2026, 11, 9, 9, 0))
    days.follow(hands, ASK_AGAIN, WAITS)
    _write(hands)
    assert _next_step(hands) == "Ring"
    days.to_the_day(hands)
    assert not days.says(hands, ASK_AGAIN)

    days.come_back(hands, clock, datetime(2026, 11, 16, 9, 0))
    days.follow(hands, ASK_AGAIN, WAITS)
    hands.click("Ring, næste skridt")
    hands.type("Hvad kom der ud af det?", "Hun ser efter og ringer tilbage.")
    hands.click("Vi talte sammen")
    assert hands.sees("16. november · Ringede")
    assert _next_step(hands) == "Tag det op på næste møde"

    days.come_back(hands, clock, datetime(2026, 11, 23, 9, 0))
    days.follow(hands, ASK_AGAIN, WAITS)
    hands.click("Tag det op på næste møde, næste skridt")
    assert hands.sees("Der er ikke planlagt et møde. Planlæg et først.")
    _plan_a_meeting(hands)
    days.turn_to_part(hands, WAITS)
    hands.click("Tag det op på næste møde, næste skridt")
    hands.go("Møder")
    assert hands.sees("Vi venter på svar: En lille bolig")

    days.come_back(hands, clock, datetime(2026, 12, 1, 9, 0))
    days.follow(hands, ASK_AGAIN, WAITS)
    hands.click("Bed lederen om hjælp, næste skridt")
    hands.click("Kopier teksten")                       # the mail to whoever leads the house
    hands.click("Luk")
    assert hands.sees("1. december · Bad lederen om hjælp")


def test_a_missed_appointment_is_followed(program: Program, at_work: Hands, clock: Clock) -> None:
    hands = at_work
    _taken_in_without_a_number(hands)
    days.turn_to_part(hands, CONTACTS)
    hands.type("Ny tid", "Tandlæge")
    hands.type("Dag", "3. november", _beside(hands, "Ny tid"))
    hands.press(TAB)
    hands.click("Tilføj tid")
    days.come_back(hands, clock, datetime(2026, 11, 4, 9, 0))
    days.open_citizen(hands, "wrona", "Tomasz Wrona")
    days.turn_to_part(hands, CONTACTS)
    hands.click(hands.button_with("Kom ikke, i går · Tandlæge"))
    days.to_the_day(hands)
    assert days.first(hands) == "Tomasz kom ikke. Tag kontakt · I går. Ring, bank på, spørg, hvad der stod i vejen."
    days.follow(hands, "Tomasz Wrona kom ikke. Tag kontakt", CONTACTS)
    hands.type("Hvordan gik det?", "telefonen er slukket")
    hands.press(ENTER)
    assert hands.sees("Næste: Bank på døren")
    days.come_back(hands, clock, datetime(2026, 11, 5, 9, 0))
    assert days.first(hands).startswith("Tomasz kom ikke. Tag kontakt")
    days.follow(hands, "Tomasz Wrona kom ikke. Tag kontakt", CONTACTS)
    hands.press(Qt.Key.Key_N, days.CTRL | Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    hands.write("havde ondt og sov")
    hands.press(ENTER)
    assert hands.sees("I kontakt igen i dag")
    days.to_the_day(hands)
    assert days.first(hands).startswith(days.DONE)
    assert not days.says(hands, "kom ikke")


def _taken_in_without_a_number(hands: Hands) -> None:
    hands.click("Ny borger")
    hands.type("Navn", "Tomasz Wrona")
    hands.type("Værelse", "3")
    hands.type("Derfor er der intet nummer endnu", "Er lige kommet til landet")
    hands.click("Modtag")
    days.tell_the_municipality(hands)
    days.turn_to_part(hands, "Tovholder")
    hands.click("Gør til fast tovholder")
    hands.click("Har sagt ja")
    hands.click("Giv videre")


def _applied_for_a_home(hands: Hands) -> None:
    days.turn_to_part(hands, WAITS)
    hands.click("Tilføj en ansøgning")
    hands.pick("En boligliste")
    hands.type("Hvad er der søgt om?", "En lille bolig")
    hands.type("Kontor", "Boliganvisningen")
    hands.click("Sendt i dag")


def _write(hands: Hands) -> None:
    """Nobody has said yes to their knowing more: the mail does not say what it is about."""
    hands.click("Skriv, næste skridt")
    text = hands.field("Tekst").toPlainText()            # type: ignore[union-attr]
    assert "Den 2. november skrev vi til jer." in text.replace("\u00a0", " ")
    assert "bolig" not in text
    assert "Tomasz" not in text
    hands.click("Kopier teksten")
    hands.press(ESCAPE)


def _next_step(hands: Hands) -> str:
    return hands.button_with(", næste skridt: ").split(",")[0]


def _plan_a_meeting(hands: Hands) -> None:
    hands.go("Møder")
    hands.click("Forbered mødet")
    hands.write("26. november")
    hands.press(TAB)
    hands.click("Luk mødets oplysninger")



def _beside(hands: Hands, words: str) -> QWidget:
    """The card in which a field lies."""
    card = hands.field(words).parentWidget()
    assert card is not None
    return card
