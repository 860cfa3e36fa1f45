"""From the meeting in week 6 to an adopted plan, a home, the course closed, and the first call of the time after."""
from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from borgerplan_desktop.app import Program
from tests.archive import Clock
from tests.journeys import days
from tests.journeys.hands import Hands

TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return
LEAVING, AFTER_CARE = "Udflytning", "Efterværn"
THE_LAW = ("1. Der er en handleplan", "2. Der er anvist en bolig", "3. Der er truffet afgørelse",
           "4. Lejeaftalen er indgået")


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 10, 5, 9, 0))


def test_adopted_in_week_six(program: Program, at_work: Hands, clock: Clock) -> None:
    hands = at_work
    _taken_in(hands)
    days.come_back(hands, clock, datetime(2026, 11, 9, 9, 0))
    _a_goal_and_a_meeting(hands)
    days.to_the_day(hands)
    assert days.says(hands, "Jonas Bækgaard, netværksmøde, torsdag, 13.00, Ingen er inviteret, Lokale mangler")
    assert days.says(hands, "tirs. 10. november, Dagsorden til mødet med Jonas, sendes to dage før")
    days.follow(hands, "Dagsorden til mødet med Jonas", "Møder")
    hands.click("Send til alle")
    hands.click("Noter som givet")
    days.come_back(hands, clock, datetime(2026, 11, 12, 12, 55))
    assert days.first(hands).startswith("Møde med Jonas kl. 13.00")
    days.begin_with_first(hands, "Møder")
    _the_plan_is_adopted(hands)
    days.come_back(hands, clock, datetime(2026, 11, 13, 9, 0))
    days.follow(hands, "Referat af mødet med Jonas", "Møder")
    hands.click("Send referat")
    hands.click("Noter som givet")
    days.come_back(hands, clock, datetime(2027, 1, 11, 9, 0))
    assert not days.says(hands, "Referat af mødet")
    assert not days.says(hands, "er i uge")              # the plan stands: its clock is silent
    days.follow(hands, "Ingen kontakt med Jonas Bækgaard", "Kontakter")


def test_moved_out_and_called(program: Program, at_work: Hands, clock: Clock) -> None:
    hands = at_work
    _taken_in(hands)
    days.come_back(hands, clock, datetime(2027, 1, 11, 9, 0))
    days.open_citizen(hands, "jonas", "Værelse 12")
    _a_home_of_his_own(hands)
    _calls_are_planned(hands)
    _the_course_is_closed(hands)
    days.come_back(hands, clock, datetime(2027, 1, 18, 9, 0))
    assert days.first(hands).startswith("Ring til Jonas: Hvordan går det?")
    days.begin_with_first(hands, AFTER_CARE)
    hands.type("Sådan gik opkaldet", "Gardinerne er oppe.")
    hands.click("Vi talte sammen")
    assert hands.sees("Vi talte sammen · Gardinerne er oppe.")
    days.to_the_day(hands)
    assert days.first(hands).startswith(days.DONE)
    assert days.lines(hands) == ["man. 25. januar, Ring til Jonas: Hvordan går det?, tiden efter"]


def _taken_in(hands: Hands) -> None:
    days.take_in(hands, "Jonas Bækgaard", "12")
    days.turn_to_part(hands, "Tovholder")
    hands.click("Gør til fast tovholder")
    hands.click("Har sagt ja")
    hands.click("Giv videre")


def _a_goal_and_a_meeting(hands: Hands) -> None:
    days.open_citizen(hands, "jonas", "Uge 6 af 6–7")
    hands.go("Plan")
    hands.click("Tilføj mål")
    hands.write("Jeg vil have min egen dør")
    hands.press(ENTER)
    hands.go("Møder")
    hands.click("Forbered mødet")
    hands.write("12. november")
    hands.press(TAB)
    hands.type("Begynder kl.", "13")
    hands.click("Luk mødets oplysninger")


def _the_plan_is_adopted(hands: Hands) -> None:
    hands.click("Start mødet")
    hands.click("Slut mødet")
    hands.click("Slut mødet")                            # the question
    hands.click("Vedtag planen")
    hands.click("Vedtag planen")
    hands.wait(lambda: hands.sees("Uge 6 · planen er vedtaget"), "the adopted plan")


def _a_home_of_his_own(hands: Hands) -> None:
    """The law's list is ticked; what is missing is said until it is there."""
    days.turn_to_part(hands, LEAVING)
    hands.choose("Hvor går vejen hen?", "Egen bolig")
    assert hands.sees("Der mangler noget, før kommunen kan udskrive")
    for each in THE_LAW:
        hands.click(each)
    assert not hands.sees("Der mangler noget")
    hands.choose("Hvordan", "Flyttede som aftalt")
    hands.type("Flyttede ud", "11. januar")
    hands.press(TAB)
    hands.type("Flyttede til", "Skovvej 3")


def _calls_are_planned(hands: Hands) -> None:
    days.turn_to_part(hands, AFTER_CARE)
    hands.click("Begynd efterværn")
    assert hands.sees("Næste opkald:")


def _the_course_is_closed(hands: Hands) -> None:
    days.turn_to_part(hands, LEAVING)
    hands.choose("Det førte forløbet til", "Egen bolig")
    hands.type("Planen for tiden efter", "Bostøtte hver uge.")
    hands.click("Afslut forløbet …")
    hands.click("Afslut forløbet")
    days.to_the_day(hands)
    assert days.lines(hands) == ["man. 18. januar, Ring til Jonas: Hvordan går det?, tiden efter"]
