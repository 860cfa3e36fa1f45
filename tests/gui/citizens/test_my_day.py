"""Min dag: the first thing, the meetings, the days and whom to follow up, each a door to its citizen."""
from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.citizens.my_day import (
    DeadlineLine,
    FirstThing,
    FollowUpLine,
    MeetingLine,
    MyDay,
    MyDayFacts,
    greeting,
)
from borgerplan_desktop.gui.widgets.chip_button import Chip
from borgerplan_desktop.gui.widgets.label import PlainLabel

NOW = datetime(2026, 3, 10, 9, 34)


def day(**facts: object) -> MyDayFacts:
    return MyDayFacts(**{"now": NOW, "name": "Eva Lind", "citizens": 3, **facts})  # type: ignore[arg-type]


def said_on(page: QWidget) -> str:
    words = [label.words() for label in page.findChildren(PlainLabel)]
    return "\n".join(words + [button.accessibleName() or button.text() for button in page.findChildren(QPushButton)])


def test_every_line_opens_its_citizen(qtbot: QtBot) -> None:
    page = MyDay()
    qtbot.addWidget(page)
    page.resize(1094, 700)
    page.show()
    page.show_facts(day(
        first=FirstThing("j", "Jonas Bækgaard", "Send dagsordenen", "Mødet er torsdag.", "Gør den klar", "meetings"),
        meetings=(MeetingLine("l", "Lise Holm", date(2026, 3, 11), time(10), "samtale",
                              (Chip("Lokale mangler", "warn"),)),),
        deadlines=(DeadlineLine("a", "Amina", date(2026, 3, 12), "Fast tovholder", "inden en uge"),),
        follow_ups=(FollowUpLine("a", "Amina mangler tovholder", "Skal aftales torsdag"),),
    ))
    said = said_on(page)
    for words in ("Lise Holm · samtale", "Lokale mangler", "Fast tovholder", "Amina mangler tovholder"):
        assert words in said
    with qtbot.waitSignal(page.first_wanted) as told:
        qtbot.mouseClick(page.first_button, Qt.MouseButton.LeftButton)
    assert told.args == ["j", "meetings"]
    opener = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == "Lise Holm · samtale")
    with qtbot.waitSignal(page.opened) as told:
        opener.click()
    assert told.args == ["l"]


@pytest.mark.parametrize(("days", "title"), [
    (-1, "Det, der skulle være sket, og de næste 7 dage"), (1, "Frister de næste 7 dage")])
def test_the_titles_say_which_days_they_are(qtbot: QtBot, days: int, title: str) -> None:
    page = MyDay()
    qtbot.addWidget(page)
    page.show_facts(day(deadlines=(DeadlineLine("a", "Amina", NOW.date() + timedelta(days), "Fast tovholder"),)))
    said = said_on(page)
    assert title in said
    assert "Møder de næste 7 dage" in said
    assert "denne uge" not in said


@pytest.mark.parametrize(("hour", "name"), [(7, "Eva Lind"), (12, "Eva"), (21, "Eva"), (9, "")])
def test_greetings(hour: int, name: str) -> None:
    said = greeting(NOW.replace(hour=hour), name)
    assert said.endswith("Eva") if name else "," not in said
