"""Min dag: the first thing, the meetings, the days, what was promised and whom to keep an eye on, each a door."""
from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.my_day import (
    Day,
    DeadlineLine,
    Door,
    First,
    MeetingLine,
    OverdueLine,
    WatchLine,
)
from borgerplan_desktop.gui.citizens.day_rows import DoorRow
from borgerplan_desktop.gui.citizens.my_day import MyDay, greeting
from borgerplan_desktop.gui.widgets.avatar import Avatar
from borgerplan_desktop.model.attention import Side

NOW = datetime(2026, 3, 10, 9, 34)
FULL: dict[str, Any] = {
    "first": First(Door("j", "meetings", "m1"), "Jonas Bækgaard", "Send dagsordenen", "Mødet er torsdag.",
                   "Gør dagsordenen klar", "Frist i dag"),
    "meetings": (MeetingLine(Door("l", "meetings", "m2"), "Lise Holm", "Lise", "11", datetime(2026, 3, 11, 10),
                             "samtale", (("Lokale mangler", "warn", "pin"),)),
                 MeetingLine(Door("h", "meetings", "m3"), "Henrik Sørensen", "Henrik", "7",
                             datetime(2026, 3, 10, 14, 30), "opfølgning")),
    "deadlines": (DeadlineLine(Door("t", "overview", "coordinator"), date(2026, 3, 12), "Fast tovholder til Tomasz",
                               "aftales inden en uge"),),
    "overdue": (OverdueLine(Door("j", "plan", "a1"), Side.US, "Dig selv", "Eva Lind", True,
                            "Ring til boligforeningen · Jonas", 1),
                OverdueLine(Door("m", "plan", "a2"), Side.PARTNER, "Birgit Krogh, Hjemløseenheden",
                            "Birgit Krogh", False, "Svar om myndighed · Mette", 9, "holdt 3 af 6 til tiden")),
    "watch": (WatchLine(Door("t", "overview", "coordinator"), "link", "Tomasz Nowak mangler tovholder",
                        "Aftales senest 12. marts."),),
    "plans": (44, 40, 47),
}


def day(**facts: object) -> Day:
    return Day(**{"now": NOW, "name": "Eva Lind", "citizens": 3, "looked_at": 3 * (facts.get("citizens") != 0),
                  "there_are": 3, **facts})  # type: ignore[arg-type]


@pytest.fixture
def page(qtbot: QtBot) -> MyDay:
    page = MyDay()
    qtbot.addWidget(page)
    page.resize(1094, 741)
    page.show()
    return page


def said_on(page: QWidget) -> str:
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    return "\n".join(words + [button.accessibleName() or button.text() for button in page.findChildren(QPushButton)
                              if button.isVisibleTo(page)])


def test_every_line_opens_the_place_where_it_is_put_right(page: MyDay, qtbot: QtBot) -> None:
    page.show_day(day(**FULL))
    opened: list[Door] = []
    page.wanted.connect(opened.append)
    rows = page.findChildren(DoorRow)
    assert len(rows) == 6
    for row in rows:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    for row in rows:
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert opened == [row.door for row in rows] * 2
    QTest.mouseClick(page.first_button, Qt.MouseButton.LeftButton)
    assert opened[-1] == Door("j", "meetings", "m1")


def test_it_says_what_the_picture_says(page: MyDay) -> None:
    page.show_day(day(**FULL))
    said = said_on(page)
    for words in ("Send dagsordenen", "Frist i dag", "Gør dagsordenen klar", "Lise Holm · samtale", "Lokale mangler",
                  "Alt er klar", "i morgen", "tors. 12. marts", "Fast tovholder til Tomasz", "Dig selv",
                  "Ring til boligforeningen · Jonas", "9 dage", "holdt 3 af 6 til tiden", "44 dage",
                  "midt i de seneste 3 planer", "Tomasz Nowak mangler tovholder"):
        assert words in said, words
    names = [row.accessibleName() for row in page.findChildren(DoorRow)]
    assert "Dig selv, Ring til boligforeningen · Jonas, 1 dag over tiden" in names
    assert "40, 44 og 47" in page.plans_card.dots.accessibleDescription()


def test_every_line_is_reached_with_the_tab_key(page: MyDay) -> None:
    page.show_day(day(**FULL))
    page.print_button.setFocus()
    reached = set()
    for _key in range(20):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert reached >= {page.first_button, *page.findChildren(DoorRow)}


def test_a_card_that_is_cut_says_so_and_opens(page: MyDay) -> None:
    late = tuple(OverdueLine(Door(f"c{n}", "plan", f"a{n}"), Side.US, "Dig selv", "Eva Lind", True, f"Ring {n}", 1)
                 for n in range(9))
    page.show_day(day(overdue=late))
    card = page.overdue_card
    assert len(card.rows()) == 3
    assert card.more_button.text() == "og 6 mere"
    QTest.mouseClick(card.more_button, Qt.MouseButton.LeftButton)
    assert [row.door.row_id for row in card.rows()] == [f"a{n}" for n in range(9)]
    assert not card.more_button.isVisible()
    assert card.rows()[3].hasFocus()
    page.show_day(day(overdue=late[1:]))                 # it stays open, and the keyboard where it was
    assert len(card.rows()) == 8
    assert card.rows()[2].hasFocus()


def test_a_calm_day_is_said_warmly(page: MyDay) -> None:
    page.show_day(day(deadlines=FULL["deadlines"]))
    said = said_on(page)
    assert "Alt er klaret i dag." in said
    assert "Næste frist: 12. marts, Fast tovholder til Tomasz." in said
    for words in ("Ingen møder de næste 7 dage.", "Det, der er lovet, er gjort.", "Når tre planer er vedtaget"):
        assert words in said
    assert not page.first_button.isVisible()


def test_who_has_all_the_citizens_needs_no_choice(page: MyDay) -> None:
    page.show_day(day())
    assert not page.mine_button.isVisible()
    page.show_day(day(others=4, is_whole=True, there_are=900, looked_at=240))
    assert page.whole_button.isChecked()
    assert "900 borgere på herberget · vist: de 240" in page.date_label.text()


def test_another_language_is_spoken_at_once(page: MyDay) -> None:
    from borgerplan_desktop.i18n import use_language

    page.show_day(day(**FULL))
    use_language("en")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert "Keep an eye on" in said_on(page)
    assert "Hold øje med" not in said_on(page)
    assert len([row for row in page.findChildren(DoorRow) if row.isVisibleTo(page)]) == 6


def test_in_a_narrow_window_it_is_one_column(page: MyDay) -> None:
    page.show_day(day(**FULL))
    assert page.overdue_card.x() == 0
    assert page.columns_row.direction() == page.columns_row.Direction.LeftToRight
    page.resize(600, 741)
    QApplication.processEvents()
    assert page.columns_row.direction() == page.columns_row.Direction.TopToBottom
    assert page.page_scroll.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("hour", "name"), [(7, "Eva Lind"), (12, "Eva"), (21, "Eva"), (9, "")])
def test_greetings(hour: int, name: str) -> None:
    said = greeting(NOW.replace(hour=hour), name)
    assert said.endswith("Eva") if name else "," not in said


@pytest.mark.parametrize(("ahead", "said"), [(0, "i dag"), (1, "i morgen"), (3, "fredag"), (9, "19. marts")])
def test_when_a_meeting_is(page: MyDay, ahead: int, said: str) -> None:
    at = NOW + timedelta(days=ahead)
    page.show_day(day(meetings=(MeetingLine(Door("l"), "Lise Holm", "Lise", "", at, "samtale"),)))
    assert said in said_on(page)


def test_a_long_date_moves_nothing_in_its_own_line_alone(page: MyDay) -> None:
    days = (datetime(2026, 3, 10, 14), datetime(2026, 3, 12, 9), datetime(2026, 12, 24, 10))
    page.show_day(day(meetings=tuple(
        MeetingLine(Door(str(n), "meetings", str(n)), "Lise Holm", "Lise", "", at, "samtale")
        for n, at in enumerate(days))))
    QApplication.processEvents()
    lefts = {row.findChildren(Avatar)[0].x() for row in page.meetings_card.rows()}
    assert len(page.meetings_card.rows()) == 3
    assert len(lefts) == 1


def test_what_is_said_first_is_not_missed_below(page: MyDay) -> None:
    first = First(Door("j"), "Jonas", "Møde med Jonas kl. 13.00", "Alt er klar.", "Forbered mødet", "I dag", "meeting")
    page.show_day(day(first=first))
    assert "Ikke flere møder de næste 7 dage." in said_on(page)
    assert "Ikke andet at følge op på." in said_on(page)
    page.show_day(day(first=replace(first, of="promise")))
    assert "Ikke mere over fristen." in said_on(page)
    assert "Ingen møder de næste 7 dage." in said_on(page)


def test_a_meeting_that_goes_on_is_not_said_to_be_ready(page: MyDay) -> None:
    page.show_day(day(meetings=(replace(FULL["meetings"][1], is_on=True),)))
    assert "Mødet er i gang" in said_on(page)
    assert "Alt er klar\n" not in said_on(page)
