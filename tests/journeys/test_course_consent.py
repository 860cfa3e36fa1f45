"""A consent is asked, given, narrowed and withdrawn; at each turn less leaves the house, and Min dag stops asking."""
from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from borgerplan_desktop.app import Program
from tests.archive import Clock
from tests.journeys import days
from tests.journeys.hands import Hands

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
COORDINATOR, WAITS = "Tovholder", "Ansøgninger og ventetid"
TASK = "Ring til boligforeningen"


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 2, 9, 0))


def test_given_narrowed_withdrawn(program: Program, at_work: Hands, clock: Clock) -> None:
    hands = at_work
    _taken_in_with_a_caseworker(hands)
    assert hands.sees("Samtykke mangler")                # nothing may be told yet
    days.to_the_day(hands)
    assert days.first(hands) == "Amina: samtykke mangler · Om 1 person. Spørg, når det passer Amina."
    hands.click("Spørg om samtykke")                     # the one button of the day opens the form itself
    _say_yes(hands)
    days.to_the_day(hands)
    assert days.first(hands).startswith(days.DONE)
    _applied_and_agreed(hands)
    assert TASK in _mail_about_the_coordinator(hands)
    assert "En lille bolig" in _mail_that_asks_again(hands)

    days.come_back(hands, clock, datetime(2026, 11, 9, 9, 0))
    _narrow(hands, "Min plan og mine mål")
    told = _mail_about_the_coordinator(hands)
    assert "Tovholder er Eva Lind" in told
    assert TASK not in told
    assert "En lille bolig" in _mail_that_asks_again(hands)

    days.come_back(hands, clock, datetime(2026, 11, 10, 9, 0))
    _withdraw(hands)
    assert "En lille bolig" not in _mail_that_asks_again(hands)
    days.turn_to_part(hands, COORDINATOR)
    assert not hands.sees("Skriv en mail: Birgit Holm")
    days.to_the_day(hands)
    assert not days.says(hands, "samtykke")              # a no is an answer: nobody asks again tomorrow


def _taken_in_with_a_caseworker(hands: Hands) -> None:
    days.take_in(hands, "Amina Yusuf", "7")
    hands.go("Netværk")
    hands.click("Tilføj person")
    hands.click("Fagperson")
    hands.click("Ny fagperson")
    hands.type("Navn", "Birgit Holm")
    hands.type("Rolle", "sagsbehandler")
    hands.type("Arbejdssted", "Hjemløseenheden")
    hands.choose("Del af livet", "Myndighed")
    hands.click("Tilføj")
    days.turn_to_part(hands, COORDINATOR)


def _say_yes(hands: Hands) -> None:
    """To two kinds of information, told before, given orally, until a day."""
    hands.type("Hvad skal oplysningerne bruges til?", "At Birgit kan finde en bolig sammen med os.")
    for each in ("Birgit Holm, sagsbehandler", "Min plan og mine mål: ja", "Bolig: ja", "Amina har fået at vide"):
        hands.click(each)
    hands.choose("Sådan blev svaret givet", "Givet mundtligt")
    hands.type("Gælder til", "1. februar 2027")
    hands.press(TAB)
    hands.click("Svaret var ja")
    assert hands.sees("Birgit må vide noget om: min plan og mine mål og bolig.")


def _applied_and_agreed(hands: Hands) -> None:
    days.open_citizen(hands, "amina", "Værelse 7")
    hands.go("Overblik")
    hands.click("Tilføj", hands.window)                  # an agreement, before there is any goal
    hands.click("Tilføj aftale")
    hands.write(TASK)
    hands.press(TAB)
    days.turn_to_part(hands, WAITS)
    hands.click("Tilføj en ansøgning")
    hands.pick("En boligliste")
    hands.type("Hvad er der søgt om?", "En lille bolig")
    hands.choose("Hvem dér", "Birgit Holm")
    hands.choose("Imens", "Støtte")
    hands.click("Sendt i dag")


def _mail_about_the_coordinator(hands: Hands) -> str:
    return _mail(hands, COORDINATOR, "Skriv en mail: Birgit Holm")


def _mail_that_asks_again(hands: Hands) -> str:
    days.turn_to_part(hands, WAITS)
    return _mail(hands, WAITS, "Skriv")


def _mail(hands: Hands, part: str, button: str) -> str:
    """What we would write; nobody takes it along, so nothing counts as sent."""
    days.open_citizen(hands, "amina", "Værelse 7")
    days.turn_to_part(hands, part)
    hands.click(button)
    text = hands.field("Tekst").toPlainText()            # type: ignore[union-attr]
    hands.press(ESCAPE)
    return text


def _narrow(hands: Hands, topic: str) -> None:
    _to_consents(hands)
    hands.click("Del ikke mere om …")
    hands.pick(topic)
    assert hands.sees("Birgit må vide noget om: bolig.")


def _withdraw(hands: Hands) -> None:
    _to_consents(hands)
    hands.click("Træk samtykket tilbage")
    if hands.front() is not hands.window:
        hands.click("Træk")


def _to_consents(hands: Hands) -> None:
    days.open_citizen(hands, "amina", "Værelse 7")
    hands.go("Papirer")
    hands.click("Samtykker")
