"""The whole course without the mouse: from the search to every part, and the main thing done in each."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListWidget, QTabBar, QWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from tests.archive import CHEAP, PASSWORD, Clock
from tests.journeys import days
from tests.journeys.hands import Hands, words_of
from tests.journeys.keys import CTRL, DOWN, ENTER, ESCAPE, RIGHT, SPACE, TAB, here, tab_to

PARTS = "Forløbets dele"


@pytest.fixture
def location(tmp_path: Path, clock: Clock) -> Location:
    """A shelter with two citizens."""
    location = Location(tmp_path / "data", CHEAP)
    archive, _code = login.begin_archive(location, "Herberget Havnegade", "Eva Lind", PASSWORD, clock)
    login.put_code_away(archive)
    for name in ("Amina Yusuf", "Jonas Prøve"):
        receive(archive, Arrival(name, room="12"))
    archive.close()
    return location


@pytest.fixture
def parts(program: Program, hands: Hands) -> Hands:
    """Logged in, a citizen found, and the keyboard in the list of the parts."""
    days.log_in(hands)
    hands.press(Qt.Key.Key_F, CTRL)
    hands.write("pr")
    hands.press(DOWN)
    hands.press(ENTER)
    tab_to(hands, "Borgerens faner")
    tab_to(hands, "Se hele forløbet")
    hands.press(ENTER)
    stands(hands, PARTS)
    return hands


def stands(hands: Hands, words: str) -> QWidget:
    """The keyboard is there, in the window in front, and what it is on is in sight."""
    focus = seen(hands)
    assert words_of(focus).startswith(words), (words, words_of(focus))
    return focus


def seen(hands: Hands) -> QWidget:
    """Whatever the keyboard is on: it is never lost, and never out of sight."""
    hands.take_keyboard()
    focus = here()
    assert focus is not None, f"the keyboard is nowhere; the window had it on {hands.front().focusWidget()}"
    assert focus.window() is hands.front(), focus
    assert not focus.visibleRegion().isEmpty(), words_of(focus)
    return focus


def turn_to(hands: Hands, part: str) -> None:
    """From anywhere in a part back to the list, and by the arrow to another."""
    listed = here()
    if not isinstance(listed, QListWidget) or words_of(listed) != PARTS:
        tab_to(hands, PARTS, back=True)
        listed = here()
    assert isinstance(listed, QListWidget)
    hands.press(Qt.Key.Key_Home)
    for _each in range(listed.count()):
        if listed.currentItem().text() == part:
            break
        hands.press(DOWN)
    assert listed.currentItem().text() == part
    stands(hands, PARTS)


def turn_to_tab(hands: Hands, tab: str) -> None:
    """The citizen's tabs, by the arrow keys."""
    tab_to(hands, "Borgerens faner", back=True)
    bar = here()
    assert isinstance(bar, QTabBar)
    while bar.tabText(bar.currentIndex()) != tab:
        hands.press(RIGHT)


def press(hands: Hands, words: str) -> None:
    """Tab to a button, and press it."""
    tab_to(hands, words)
    seen(hands)
    hands.press(SPACE)


def choose(hands: Hands, words: str, downs: int = 1) -> None:
    """Tab to a list, open it, go down in it, and take the line."""
    tab_to(hands, words)
    hands.press(Qt.Key.Key_F4)
    lines = QApplication.activePopupWidget()
    assert lines is not None
    view = lines.findChild(QAbstractItemView)
    assert isinstance(view, QAbstractItemView)
    for _each in range(downs):
        QTest.keyClick(view, DOWN)
    QTest.keyClick(view, ENTER)
    QApplication.processEvents()
    seen(hands)


def test_the_course_the_admission_and_a_wait(parts: Hands) -> None:
    hands = parts
    turn_to(hands, "Forløbet")
    press(hands, "Begynd en fase")
    hands.press_in_menu(DOWN)
    hands.press_in_menu(ENTER)
    seen(hands)
    turn_to(hands, "Optagelse")
    tab_to(hands, "Optagelsen blev besluttet")
    hands.write("i dag")
    hands.press(TAB)
    press(hands, "Første snak i døren")
    assert hands.sees("1 af 8 gjort")
    turn_to(hands, "Ansøgninger og ventetid")
    press(hands, "Tilføj en ansøgning")
    hands.walk_to("En boligliste")
    stands(hands, "Hvad er der søgt om?")
    hands.write("En lille bolig")
    choose(hands, "Imens")
    press(hands, "Tilføj et boligtilbud")
    stands(hands, "Boligen, der er tilbudt")
    hands.write("Skovvej 3")
    hands.press(ESCAPE)
    stands(hands, "Vis alt: En lille bolig")


def test_contacts_and_feedback(parts: Hands) -> None:
    hands = parts
    turn_to(hands, "Kontakter")
    press(hands, "Noter en kontakt")
    seen(hands)
    hands.write("t")
    hands.press(TAB)
    hands.write("vil se lejligheden")
    hands.press(ENTER)
    stands(hands, "Noter en kontakt")
    assert hands.sees("vil se lejligheden")
    tab_to(hands, "Ny tid")
    hands.write("Tandlæge")
    tab_to(hands, "Dag")
    hands.write("i morgen")
    hands.press(TAB)
    press(hands, "Tilføj tid")
    seen(hands)
    turn_to(hands, "Tilbagemelding")
    press(hands, "Spørg efter samtalen")
    seen(hands)
    hands.press(ESCAPE)
    stands(hands, "Spørg efter samtalen")
    tab_to(hands, "Hvad sagde Jonas?")
    hands.write("I taler for hurtigt")
    hands.press(ENTER)
    seen(hands)


def test_who_holds_the_threads_and_what_we_expect(parts: Hands) -> None:
    hands = parts
    turn_to(hands, "Tovholder")
    press(hands, "Gør til fast tovholder")
    press(hands, "Har sagt ja")
    press(hands, "Giv videre")
    seen(hands)
    assert hands.sees("Tovholder: Eva Lind")
    turn_to(hands, "Sådan arbejder vi sammen")
    press(hands, "Tilføj: Jeg forventer af herberget")
    seen(hands)
    hands.write("Ring før I kommer")
    hands.press(ENTER)
    seen(hands)
    turn_to(hands, "Indsatstrappen")
    tab_to(hands, "De syv trin")
    hands.press(DOWN)
    tab_to(hands, "Gør det til målet")
    hands.press(SPACE)
    seen(hands)


def test_leaving_and_the_time_after(parts: Hands) -> None:
    hands = parts
    turn_to(hands, "Udflytning")
    press(hands, "Der er en handleplan")
    press(hands, "Skriv svaret")
    seen(hands)
    turn_to(hands, "Efterværn")
    press(hands, "Begynd efterværn")
    stands(hands, "Sådan gik opkaldet")
    hands.write("Gardinerne er oppe.")
    press(hands, "Vi talte sammen")
    seen(hands)
    assert hands.sees("Vi talte sammen · Gardinerne er oppe.")
    hands.press(ESCAPE)                                  # back to the board
    seen(hands)
    assert hands.sees("Se hele forløbet")


def test_a_consent_is_given(parts: Hands) -> None:
    hands = parts
    turn_to_tab(hands, "Netværk")
    press(hands, "Tilføj person")
    tab_to(hands, "Navn")
    hands.write("Ole Kragh")
    hands.press(ENTER)
    seen(hands)
    turn_to_tab(hands, "Papirer")
    press(hands, "Spørg om samtykke")
    tab_to(hands, "Hvad skal oplysningerne bruges til?")
    hands.write("At Ole kan være med.")
    for box in ("Ole Kragh", "Bolig: ja", "Jonas har fået at vide"):
        press(hands, box)
    choose(hands, "Sådan blev svaret givet")
    press(hands, "Svaret var ja")
    seen(hands)
    assert hands.sees("Ole må vide noget om: bolig.")
