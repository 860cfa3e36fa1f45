"""Forms to fill in by pen: made of nobody's case, with what to do with them, and nothing of the open one."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.blank_forms import blank_form, blank_form_of, blank_form_was_printed, keys
from borgerplan_desktop.model.papers import Document
from tests import vera
from tests.documents import reading

NOW = datetime(2026, 10, 29, 9)
NAMELESS = "survey"


@pytest.mark.parametrize("key", [key for key in keys() if key != "pocket"])
@pytest.mark.parametrize("large_print", [False, True])
def test_each_says_whose_it_is_to_be_and_what_happens_to_it(key: str, large_print: bool) -> None:
    said = reading.text(blank_form(key, None, NOW, large_print=large_print))
    assert "skriv det ind" in said.casefold() or "skriv svarene ind" in said.casefold()
    assert "makul" in said
    assert ("Navn: ___" in said) is (key != NAMELESS)


@pytest.mark.parametrize("key", [key for key in keys() if key not in ("pocket", NAMELESS)])
@pytest.mark.parametrize("language", ["da", "pl+da"])
@pytest.mark.parametrize("large_print", [False, True])
def test_whose_it_is_stands_below_something_to_fill_in(key: str, language: str, large_print: bool) -> None:
    """Lines for a name and a date alone on a page, or a note without them, would be a paper about nothing."""
    name = "Navn: ___" if language == "da" else "Imię i nazwisko: ___"
    pages = reading.run("pdftotext", blank_form(key, None, NOW, language, large_print), "-raw").split("\f")
    page = " ".join(next(each for each in pages if name in each).split())
    assert not page.startswith(name)
    assert "makulere" in page


def test_an_agenda_has_lines_for_what_is_talked_about_and_when_and_who_comes() -> None:
    said = reading.text(blank_form("agenda", None, NOW))
    assert "Det skal vi tale om" in said
    assert "Hvornår Hvor Hvorfor" in said
    assert "Det er ikke aftalt endnu" not in said


def test_a_plan_of_nobody_has_begun_no_way() -> None:
    said = reading.text(blank_form("plan", None, NOW))
    assert "Hvad vil jeg gerne opnå?" in said
    assert "Første henvendelse" not in said
    assert "fortsat" not in said


def test_nothing_of_the_open_case_stands_there(opened: OpenCase) -> None:
    for key in keys():
        assert "Jonas" not in reading.text(blank_form_of(opened, key))
    blank_form_was_printed(opened)
    assert opened.case.all(Document) == []


def test_a_paper_that_is_told_is_no_form() -> None:
    with pytest.raises(KeyError):
        blank_form("notice", None, NOW)


def test_a_paper_with_a_case_has_no_such_lines() -> None:
    from borgerplan_desktop.documents.feedback_sheet import feedback_sheet_pdf
    from tests.documents import samples
    assert "makul" not in reading.text(feedback_sheet_pdf(samples.empty(), today=samples.TODAY))


@pytest.mark.vera
def test_all_are_accessible_and_lasting(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    for key in keys():
        for large_print in (False, True):
            (tmp_path / f"{key}-{large_print}.pdf").write_bytes(blank_form(key, None, NOW, "en", large_print))
    assert {name: found for name, found in vera.judge(sorted(tmp_path.glob("*.pdf"))).items() if found} == {}
