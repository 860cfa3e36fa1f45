"""Dates as people write them."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward, is_no_day, parse_day
from borgerplan_desktop.i18n import _, day, due, weekday

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


SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(("text", "ahead", "back"), [
    ("1. juni", date(2027, 6, 1), date(2026, 6, 1)), ("1. juni 2026", date(2026, 6, 1), date(2026, 6, 1)),
    ("1/6", date(2027, 6, 1), date(2026, 6, 1)), ("28/11", SATURDAY, SATURDAY),
    ("d. 3/3", date(2027, 3, 3), date(2026, 3, 3)), ("den 3/3", date(2027, 3, 3), date(2026, 3, 3)),
    ("d. 3. marts", date(2027, 3, 3), date(2026, 3, 3)), ("d.3.3.", date(2027, 3, 3), date(2026, 3, 3)),
    ("torsdag d. 3/12", date(2026, 12, 3), date(2025, 12, 3)),
    ("uge 50", date(2026, 12, 7), date(2025, 12, 8)), ("i uge 50", date(2026, 12, 7), date(2025, 12, 8)),
    ("Uge 48", SATURDAY, date(2026, 11, 23)), ("fredag i uge 50", date(2026, 12, 11), date(2025, 12, 12)),
    ("uge 53", date(2026, 12, 28), date(2020, 12, 28)), ("uge 50, 2027", date(2027, 12, 13), date(2027, 12, 13)),
    ("mandag i næste uge", date(2026, 11, 30), date(2026, 11, 30)),
    ("næste uge", date(2026, 11, 30), date(2026, 11, 30)),
    ("01121980", date(1980, 12, 1), date(1980, 12, 1)), ("011280", date(1980, 12, 1), date(1980, 12, 1)),
    ("20261201", date(2026, 12, 1), date(2026, 12, 1)),
    ("2026/12/01", date(2026, 12, 1), date(2026, 12, 1)), ("2026-12-01", date(2026, 12, 1), date(2026, 12, 1)),
    ("om 14 dage", date(2026, 12, 12), date(2026, 12, 12)), ("om 3 mdr", date(2027, 2, 28), date(2027, 2, 28)),
    ("om 3 mdr.", date(2027, 2, 28), date(2027, 2, 28)),
    ("1.1.37", date(2037, 1, 1), date(1937, 1, 1)), ("1.1.27", date(2027, 1, 1), date(1927, 1, 1)),
    ("fredag", date(2026, 12, 4), date(2026, 11, 27)), ("i fredags", date(2026, 11, 27), date(2026, 11, 27)),
    ("sidste lørdag", date(2026, 11, 21), date(2026, 11, 21)),
    ("for 2 uger siden", date(2026, 11, 14), date(2026, 11, 14)),
    ("29. februar", date(2028, 2, 29), date(2024, 2, 29)),
])
def test_a_day_without_a_year_lies_where_the_field_looks(text: str, ahead: date, back: date) -> None:
    assert parse_day(text, SATURDAY, Toward.AHEAD) == ahead
    assert parse_day(text, SATURDAY, Toward.BACK) == back


@pytest.mark.parametrize("toward", Toward)
def test_what_is_no_day_is_told_from_what_is_not_understood(toward: Toward) -> None:
    for text in ("31.2.2027", "31. februar", "32/1", "1/13", "0/0", "uge 54", "31/2", "2026-02-30", "99999999"):
        assert is_no_day(text, SATURDAY, toward), text
        assert parse_day(text, SATURDAY, toward) is None
    for text in ("medio marts", "snart", "hver onsdag", "3. marts 2026 kl. 9", "i maj", "", "om lidt"):
        assert not is_no_day(text, SATURDAY, toward), text
        assert parse_day(text, SATURDAY, toward) is None


def test_a_deadline_that_has_passed_shows_its_year() -> None:
    assert due(date(2026, 6, 1), SATURDAY) == "1. juni 2026"
    assert due(date(2026, 11, 27), SATURDAY) == "i går"
    assert due(date(2026, 12, 5), SATURDAY) == "5. dec."
    assert due(date(2027, 6, 1), SATURDAY) == "1. juni 2027"


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


ALMOST = r"\A(om|for|uge|i uge|d\.)? ?[0-9]{1,9}[ ./-]?[0-9]{0,4}( dage| mdr| siden)?\Z"


@given(st.one_of(st.text(max_size=40), st.from_regex(ALMOST)), st.sampled_from(Toward))
def test_no_text_breaks_it(text: str, toward: Toward) -> None:
    assert parse_day(text, TODAY, toward) is None or isinstance(parse_day(text, TODAY, toward), date)


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


def test_what_is_not_understood_is_not_said_to_be_missing(qtbot, field: DateEdit) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClicks(field.field, "medio marts")
    qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert "forstod ikke »medio marts«" in field.message.text()
    assert "Skriv fx" in field.message.text()
    assert "findes ikke" not in field.message.text()


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


def test_in_a_narrow_field_the_day_is_never_cut(qtbot: QtBot) -> None:
    edit = DateEdit(today)
    qtbot.addWidget(edit)
    edit.setDate(date(2026, 11, 30))
    assert edit.field.cursorPosition() == 0              # at the end 30 November would read 0 November
