"""Days that go by at the window: somebody comes back, reads Min dag, and follows its lines to where they lead."""
from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QListWidget, QTabBar

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.citizens.day_rows import DoorRow
from borgerplan_desktop.gui.citizens.my_day import MyDay
from tests.archive import PASSWORD, Clock
from tests.journeys.hands import Hands

CTRL = Qt.KeyboardModifier.ControlModifier
DONE = "Alt er klaret i dag."


def log_in(hands: Hands) -> None:
    hands.write(PASSWORD)                                # the keyboard stands in the password
    hands.press(Qt.Key.Key_Return)


def take_in(hands: Hands, name: str, room: str) -> None:
    """Somebody is received by name and room, and their municipality is told."""
    hands.click("Ny borger")
    hands.type("Navn", name)
    hands.type("Værelse", room)
    hands.click("Modtag")
    tell_the_municipality(hands)


def come_back(hands: Hands, clock: Clock, when: datetime) -> None:
    """The screen was locked meanwhile; what one sees first is Min dag."""
    hands.press(Qt.Key.Key_L, CTRL)
    assert hands.sees("Borgerplan er låst")
    clock.now = when
    log_in(hands)
    to_the_day(hands)


def sit_together(program: Program, clock: Clock, seconds: int) -> None:
    """Time goes by in steps that the screen does not take for a sleep of the computer."""
    for _step in range(0, seconds, 30):
        clock.pass_(seconds=30)
        program.login_flow.watch.look()


def to_the_day(hands: Hands) -> None:
    hands.press(Qt.Key.Key_D, CTRL)
    assert _page(hands).isVisible()


def first(hands: Hands) -> str:
    """The first thing today, with its line and its day."""
    page = _page(hands)
    due = page.first_pill.text() if page.first_pill.isVisible() else ""
    said = (page.first_title.text(), page.first_text.text(), due)
    return _plain(" · ".join(words for words in said if words))


def lines(hands: Hands) -> list[str]:
    """The lines of Min dag, as they are read aloud."""
    return [_plain(row.accessibleName()) for row in _rows(hands)]


def says(hands: Hands, words: str) -> bool:
    return any(words in line for line in lines(hands) + _first_line(hands))


def follow(hands: Hands, words: str, where: str) -> None:
    """Press the line with the words; it leads to the part or the tab that is called so."""
    row = next((row for row in _rows(hands) if words in _plain(row.accessibleName())), None)
    if row is None and any(words in line for line in _first_line(hands)):
        begin_with_first(hands, where)                   # what is said first of all is no line below
        return
    assert row is not None, (words, lines(hands))
    hands.click(row.accessibleName())
    is_at(hands, where)


def begin_with_first(hands: Hands, where: str) -> None:
    """Press the one button of the page."""
    hands.click(_page(hands).first_button.text())
    is_at(hands, where)


def is_at(hands: Hands, where: str) -> None:
    """A part of the whole course, or a tab."""
    bar = hands.find(QTabBar, "Borgerens faner")
    tab = bar.tabText(bar.currentIndex()).replace("&", "")
    parts = [each for each in hands.window.findChildren(QListWidget)
             if each.isVisible() and each.accessibleName() == "Forløbets dele"]
    part = parts[0].currentItem().text() if parts else ""
    assert where in (tab, part), (where, tab, part)


def tell_the_municipality(hands: Hands) -> None:
    """Whoever has just been received: the acting municipality has the notice."""
    turn_to_part(hands, "Optagelse")
    hands.type("Hvem får den?", "Lilleby Kommune")
    hands.click("Den er sendt i dag")


def open_citizen(hands: Hands, words: str, name: str) -> None:
    """Search, and take the first that is found."""
    hands.press(Qt.Key.Key_F, CTRL)
    hands.write(words)
    hands.press(Qt.Key.Key_Return)
    assert hands.sees(name)


def turn_to_part(hands: Hands, part: str) -> None:
    """A part of the whole course, from anywhere in the citizen's case."""
    shown = [each for each in hands.window.findChildren(QListWidget)
             if each.isVisible() and each.accessibleName() == "Forløbets dele"]
    if not shown:
        hands.go("Overblik")
        if any(b.isVisible() and b.text() == "Se hele forløbet" for b in hands.window.findChildren(QAbstractButton)):
            hands.click("Se hele forløbet")
    listed = hands.find(QListWidget, "Forløbets dele")
    listed.setFocus()
    hands.press(Qt.Key.Key_Home)
    for _each in range(listed.count()):
        if listed.currentItem().text() == part:
            return
        hands.press(Qt.Key.Key_Down)
    raise AssertionError(f"no part »{part}«")


def _first_line(hands: Hands) -> list[str]:
    """The first thing as a line would say it, with the first name and with the whole."""
    page = _page(hands)
    name = page.first_avatar.accessibleName() if page.first_avatar.isVisible() else ""
    said = _plain(f"{page.first_title.text()}, {page.first_text.text()}")
    return [said, said.replace(name.split()[0], name, 1)] if name else [said]


def _rows(hands: Hands) -> list[DoorRow]:
    return [row for row in _page(hands).findChildren(DoorRow) if row.isVisible()]


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def _page(hands: Hands) -> MyDay:
    page = hands.window.findChild(MyDay)
    assert isinstance(page, MyDay)
    return page
