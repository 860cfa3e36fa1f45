"""The week on one sheet: every day, where to be, with whom and their number; nobody who is left out."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.documents.week_sheet import week_sheet_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import NetworkMember, TieQuality
from borgerplan_desktop.model.plan import Plan
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from tests.documents import reading, samples

MONDAY = date(2026, 10, 26)                              # TODAY is the Thursday


def jonas(*rows: Row, **values: object) -> Case:
    kept = samples.jonas_rows()
    for row in kept:
        if isinstance(row, NetworkMember) and row.id == "mette":
            for name, value in values.items():
                setattr(row, name, value)
    return Case("case", [*kept, *rows], register=samples.register())


def said(case: Case, about: str = "", today: date = samples.TODAY, language: str = "da") -> str:
    return " ".join(reading.text(week_sheet_pdf(case, about, today=today, language=language)).split())


def standing(**values: object) -> StandingAppointment:
    return StandingAppointment(**{"id": "s1", "text": "Gåtur", "weekday": 2, "at": "9.30", "place_text": "Ved porten",
                                  "member_id": "mette", **values})  # type: ignore[arg-type]


def test_each_day_says_what_there_is_and_an_empty_one_is_ones_own() -> None:
    words = said(jonas(standing()))
    assert "Min uge" in words
    assert "Uge 44: 26. oktober – 1. november" in words
    days = ["Mandag 26. oktober", "Tirsdag 27.", "Onsdag 28.", "Torsdag 29.", "Fredag 30.", "Lørdag 31.", "Søndag 1."]
    assert [words.index(day) for day in days] == sorted(words.index(day) for day in days)
    wednesday = words[words.index("Onsdag 28."):words.index("Torsdag 29.")]
    assert "kl. 9.30 Gåtur" in wednesday
    assert ", tlf. " in wednesday
    assert "Ved porten" in wednesday
    assert "Dagen er min egen." not in wednesday
    assert words.count("Dagen er min egen.") == 6
    assert "Hvis jeg ikke kan komme" in words


def test_from_saturday_on_it_is_the_week_to_come_and_another_can_be_asked_for() -> None:
    saturday = MONDAY + timedelta(days=5)
    assert "Uge 44" in said(jonas(), today=saturday - timedelta(days=1))
    assert "Uge 45" in said(jonas(), today=saturday)
    assert "Uge 53" in said(jonas(), "2027-01-02")
    with pytest.raises(ValueError, match="isoformat"):
        said(jonas(), "i morgen")


def test_who_is_left_out_of_paper_is_named_nowhere_and_who_is_not_to_be_called_has_no_number() -> None:
    mette = samples.jonas().get(NetworkMember, "mette")
    assert mette is not None
    name = mette.contact.name
    assert name in said(jonas(standing()))
    left_out = said(jonas(standing(), left_out_of_paper=True))
    assert "Gåtur" in left_out
    assert name.split()[0] not in left_out
    wednesday = said(jonas(standing(), tie=TieQuality.BROKEN))
    assert ", tlf. " not in wednesday[wednesday.index("Onsdag 28."):wednesday.index("Torsdag 29.")]


def test_what_comes_on_a_day_that_varies_and_our_next_talk() -> None:
    case = jonas(standing(weekday=None))
    plan = case.the(Plan)
    case.begin()
    plan.next_talk_on = MONDAY + timedelta(days=4)
    words = said(case)
    assert "På et tidspunkt i ugen kl. 9.30 Gåtur" in words
    assert "Samtale" in words[words.index("Fredag 30."):words.index("Lørdag 31.")]


def test_in_english_the_time_has_a_colon() -> None:
    assert "9:30" in said(jonas(standing()), language="en")
