"""The day on paper: it says what the page says, is to be shredded, and passes as accessible and lasting."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.documents.day import DayOnPaper, day_pdf
from tests import vera
from tests.documents import reading

DAY = DayOnPaper(
    date(2026, 11, 3), "Skovly Herberg · Eva Lind · 8 borgere", "Skovly Herberg",
    ("Send dagsordenen til mødet med Jonas", "Alle skal have den to dage før."),
    [("i dag 14.30", "Henrik (7), opfølgning", "Alt er klar"),
     ("torsdag 13.00", "Jonas (12), netværksmøde", "Dagsorden skal sendes, 1 samtykke mangler")],
    [("Dig selv", "Ring til boligforeningen · Jonas", "1 dag"),
     ("Birgit Krogh, Hjemløseenheden", "Svar om myndighed · Mette", "9 dage")],
    [("tors. 5. november", "Fast tovholder til Tomasz", "aftales inden en uge")],
    [("Mette (15) er i uge 8", "Venter på: svar fra Hjemløseenheden")])
EMPTY = DayOnPaper(date(2026, 11, 3))
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
OVERFULL = replace(DAY, meetings=[("i dag 14.30", f"{WORD} ({n})", f"{WORD} {WORD} " * 3) for n in range(40)],
                   overdue=[(WORD, "佐藤 " + WORD * 2, "9 dage")] * 60, watch=[(WORD * 3, WORD)] * 60,
                   deadlines=[("tors. 5. november", WORD * 2, WORD)] * 60)


def test_it_says_what_the_page_says() -> None:
    said = reading.squeezed(reading.text(day_pdf(DAY)))
    for words in ("Tirsdag 3. november 2026", "Eva Lind", "Det første i dag", "Send dagsordenen til mødet med Jonas",
                  "Henrik (7), opfølgning", "1 samtykke mangler", "Birgit Krogh, Hjemløseenheden: Svar om myndighed",
                  "9 dage", "Fast tovholder til Tomasz", "Mette (15) er i uge 8", "Makuleres, når dagen er slut"):
        assert reading.squeezed(words) in said, words


def test_an_empty_day_is_said() -> None:
    said = reading.squeezed(reading.text(day_pdf(EMPTY)))
    assert reading.squeezed("Alt er klaret i dag.") in said
    assert reading.squeezed("Møder") not in said


def test_every_page_says_that_it_is_shredded() -> None:
    data = day_pdf(OVERFULL)
    with reading.opened(data) as pdf:
        pages = len(pdf.pages)
    assert pages > 4
    assert reading.squeezed(reading.text(data)).count(reading.squeezed("Makuleres, når dagen er slut")) == pages


@pytest.mark.vera
def test_it_passes_in_every_size_and_language(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    paths = []
    for name, day in (("full", DAY), ("empty", EMPTY), ("overfull", OVERFULL)):
        for language in ("da", "en"):
            for large_print in (False, True):
                paths.append(tmp_path / f"{name}-{language}-{large_print}.pdf")
                paths[-1].write_bytes(day_pdf(day, language=language, large_print=large_print))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}
