"""Somebody comes at Christmas: looked for, taken in, the notice before its day, and a coordinator of their own."""
from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from borgerplan_desktop.app import Program
from tests.archive import Clock
from tests.journeys import days
from tests.journeys.hands import Hands

TAB = Qt.Key.Key_Tab


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 12, 22, 9, 0))


def test_taken_in_over_christmas(program: Program, at_work: Hands, clock: Clock) -> None:
    hands = at_work
    _looked_for_and_taken_in(hands)
    days.come_back(hands, clock, datetime(2026, 12, 23, 8, 30))
    _a_guest_without_a_name(hands)
    _the_admission_step_by_step(hands)
    days.come_back(hands, clock, datetime(2026, 12, 28, 8, 30))
    assert days.first(hands) == "Jonas: giv kommunen besked · Inden for 3 hverdage, senest i morgen."
    assert days.says(hands, "tirs. 29. december, Fast tovholder til Jonas, aftales inden for en uge")
    days.come_back(hands, clock, datetime(2026, 12, 29, 8, 30))
    assert days.first(hands).endswith("Frist i dag")
    days.begin_with_first(hands, "Optagelse")
    _the_notice_is_sent(hands)
    days.to_the_day(hands)
    assert days.first(hands).startswith(days.DONE)
    assert not days.says(hands, "giv kommunen besked")
    days.come_back(hands, clock, datetime(2026, 12, 30, 8, 30))
    assert days.first(hands) == "Fast tovholder til Jonas · Skulle være aftalt i går. · 1 dag over tiden"
    days.follow(hands, "Fast tovholder til Jonas Bækgaard", "Tovholder")
    _a_permanent_coordinator(hands)
    days.to_the_day(hands)
    assert not days.says(hands, "tovholder til Jonas")
    days.follow(hands, "ons. 30. december, Fast tovholder til Gæst 4", "Tovholder")
    hands.click("Planlæg et fordelingsmøde")
    days.is_at(hands, "Møder")


def _looked_for_and_taken_in(hands: Hands) -> None:
    """Not here yet. A number whose date does not exist is told before anything is made."""
    hands.press(Qt.Key.Key_F, days.CTRL)
    hands.write("Jonas")
    assert hands.sees("Ingen fundet med »Jonas«")
    hands.click("Ny borger")
    hands.type("Navn", "Jonas Bækgaard")
    hands.type("Værelse", "12")
    hands.type("Handlekommune", "Lilleby Kommune")
    hands.type("CPR-nummer", "320180-1111")
    hands.press(TAB)
    assert hands.sees("Datoen i CPR-nummeret findes ikke.")
    hands.type("CPR-nummer", "")
    hands.click("Modtag")
    assert hands.sees("Uge 1 af 6–7")
    assert hands.sees("Tovholder: Eva Lind (midlertidig)")


def _a_guest_without_a_name(hands: Hands) -> None:
    """The next one wants to be anonymous; a name alike is told, and is somebody else."""
    hands.press(Qt.Key.Key_B, days.CTRL)                 # somebody is in front: Ctrl+N would be a note about them
    hands.type("Navn", "Jonas Bækgård")
    hands.wait(lambda: hands.sees("Åbn Jonas Bækgaard"), "the one alike")
    hands.type("Navn", "Gæst 4")
    hands.wait(lambda: not hands.sees("Åbn Jonas Bækgaard"), "nobody alike")
    hands.type("Derfor er der intet nummer endnu", "Vil ikke sige det endnu")
    hands.click("Vil være anonym")
    hands.click("Modtag")
    assert hands.sees("Gæst 4")
    days.tell_the_municipality(hands)


def _the_admission_step_by_step(hands: Hands) -> None:
    """Decided the day before Christmas Eve: two holidays and a Sunday do not count."""
    days.open_citizen(hands, "baekgaard", "Værelse 12")
    days.turn_to_part(hands, "Optagelse")
    hands.type("Optagelsen blev besluttet", "23. december")
    hands.press(TAB)
    hands.choose("Vejen hertil", "Kom selv")
    hands.click("Første snak i døren")
    hands.click("Optagelsessamtale")
    assert hands.sees("2 af 8 gjort")


def _the_notice_is_sent(hands: Hands) -> None:
    hands.type("Hvem får den?", "Lilleby Kommune, modtagelsen")
    hands.click("Skriv en mail")
    assert "Bækgaard" not in hands.field("Tekst").toPlainText()          # type: ignore[union-attr]
    hands.press(Qt.Key.Key_Escape)
    hands.click("Vis brevet")
    hands.wait(lambda: hands.sees("1 side"), "the letter")
    hands.press(Qt.Key.Key_Escape)
    hands.click("Den er sendt i dag")
    assert hands.sees("Sendt 29. december")


def _a_permanent_coordinator(hands: Hands) -> None:
    hands.click("Gør til fast tovholder")
    hands.choose("Sådan blev det aftalt", "Aftalt direkte")
    hands.click("Har sagt ja")
    hands.click("Giv videre")
    assert hands.sees("Tovholder: Eva Lind")
    assert not hands.sees("Midlertidig")
