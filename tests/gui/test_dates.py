"""Dates as people write them."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt

from borgerplan_desktop.gui.widgets.dates import DateEdit
from borgerplan_desktop.gui.widgets.day_words import parse_day
from borgerplan_desktop.i18n import _, day, weekday

TODAY = date(2026, 3, 10)  # a Tuesday


def today() -> date:
    return TODAY


@pytest.mark.parametrize(("text", "meant"), [
    ("3. marts 2026", date(2026, 3, 3)), ("3 marts", date(2026, 3, 3)), ("3. mar.", date(2026, 3, 3)),
    ("Den 3. Marts 2026", date(2026, 3, 3)), ("3/3", date(2026, 3, 3)), ("3.3.", date(2026, 3, 3)),
    ("03.03.2026", date(2026, 3, 3)), ("03-03-26", date(2026, 3, 3)), ("2026-03-03", date(2026, 3, 3)),
    ("12/5/80", date(1980, 5, 12)), ("i dag", TODAY), ("I MORGEN", date(2026, 3, 11)), ("i går", date(2026, 3, 9)),
    ("fredag", date(2026, 3, 13)), ("på torsdag", date(2026, 3, 12)), ("tirsdag", date(2026, 3, 17)),
    ("man", date(2026, 3, 16)), ("om 2 uger", date(2026, 3, 24)), ("om 3 dage", date(2026, 3, 13)),
    ("om en uge", date(2026, 3, 17)), ("om to uger", date(2026, 3, 24)), ("om en måned", date(2026, 4, 10)),
    ("om 12 måneder", date(2027, 3, 10)), ("næste fredag", date(2026, 3, 20)), ("næste mandag", date(2026, 3, 16)),
    ("in two weeks", date(2026, 3, 24)),
    ("torsdag den 12. marts", date(2026, 3, 12)), ("torsdag d. 12/3", date(2026, 3, 12)),
    ("28. december", date(2025, 12, 28)), ("1. august", date(2026, 8, 1)), ("29. februar 2028", date(2028, 2, 29)),
    ("  3.   marts ", date(2026, 3, 3)), ("3 March 2026", date(2026, 3, 3)), ("1. maj", date(2026, 5, 1)),
])
def test_what_people_write(text: str, meant: date) -> None:
    assert parse_day(text, TODAY) == meant


@pytest.mark.parametrize("text", ["31. februar", "29. februar 2027", "snart", "ma", "32/1", "1/13", "3. m", "om 2 år",
                                  "", "dag", "0/0", "..", "3. marts 2026 kl. 9"])
def test_what_is_no_date(text: str) -> None:
    assert parse_day(text, TODAY) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_what_we_show_is_understood(shown: date, now: date) -> None:
    assert parse_day(day(shown, lang="da"), now) == shown
    assert parse_day(day(shown, lang="en"), now) == shown
    assert parse_day(shown.isoformat(), now) == shown


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(1, 7))
def test_a_weekday_is_the_next_one(now: date, ahead: int) -> None:
    meant = now + timedelta(days=ahead)
    assert parse_day(weekday(meant, "da"), now) == meant


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    assert parse_day(text, TODAY) is None or isinstance(parse_day(text, TODAY), date)


@pytest.fixture
def field(qtbot):  # type: ignore[no-untyped-def]
    made = DateEdit(today)
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_a_date(qtbot, field: DateEdit) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(field.field, "i morgen")
    with qtbot.waitSignal(field.dateEntered) as told:
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert told.args == [date(2026, 3, 11)]
    assert field.date() == date(2026, 3, 11)
    assert field.text() == day(date(2026, 3, 11))


def test_a_date_that_does_not_exist_stays_as_typed(qtbot, field: DateEdit) -> None:  # type: ignore[no-untyped-def]
    field.setDate(TODAY)
    field.field.clear()
    qtbot.keyClicks(field.field, "31. februar")
    with qtbot.assertNotEmitted(field.dateEntered):
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert field.text() == "31. februar"
    assert field.date() == TODAY
    assert not field.is_understood()
    expected = _("That date does not exist: {value}. Write e.g. 3 March 2026.").format(value="31. februar")
    assert field.message.text() == expected
    assert field.message.isVisible()
    qtbot.keyClicks(field.field, "x")
    assert not field.message.isVisible()


def test_emptying_the_field_takes_the_date_away(qtbot, field: DateEdit) -> None:  # type: ignore[no-untyped-def]
    field.setDate(TODAY)
    field.field.clear()
    with qtbot.waitSignal(field.dateEntered) as told:
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert told.args == [None]
    assert field.date() is None


def test_leaving_without_a_change_says_nothing(qtbot, field: DateEdit) -> None:  # type: ignore[no-untyped-def]
    field.setDate(TODAY)
    with qtbot.assertNotEmitted(field.dateEntered):
        qtbot.keyClick(field.field, Qt.Key.Key_Return)


def test_picking_in_the_calendar(qtbot, field: DateEdit) -> None:  # type: ignore[no-untyped-def]
    field.setDate(TODAY)
    field.open_button.click()
    popup = field._popup
    assert popup is not None
    assert popup.calendar.selectedDate() == QDate(2026, 3, 10)
    with qtbot.waitSignal(field.dateEntered) as told:
        popup.calendar.clicked.emit(QDate(2026, 3, 20))
    assert told.args == [date(2026, 3, 20)]
    assert not popup.isVisible()
