"""What we expect of each other on paper: by itself and in the plan, filled, empty and far too much."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.documents.expectations import expectations_pdf
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.expectation import Expectation, ExpectationOf
from borgerplan_desktop.model.row import Row
from tests import vera
from tests.documents import reading, samples

AGREED = date(2026, 10, 20)
OF = ExpectationOf
SAID: list[Row] = [
    Expectation(id="e1", place=1, of=OF.YOU_OF_US, text="Sig det til mig, før I taler med kommunen.", agreed_on=AGREED,
                how_it_went="Eva har gjort det hver gang."),
    Expectation(id="e2", place=2, of=OF.YOU_OF_US, text="Bank på, og vent.", agreed_on=AGREED),
    Expectation(id="e3", place=1, of=OF.WE_OF_YOU, text="Sig til, hvis du ikke kan komme.", agreed_on=AGREED),
    Expectation(id="e4", place=1, of=OF.I_OF_ALL, text="Når I siger A, så sig også B.", agreed_on=AGREED)]


def case_with(extra: list[Row], **citizen: object) -> Case:
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, Cooperation):
            row.expectations_looked_at_on = date(2026, 10, 27)
        if isinstance(row, Citizen):
            for name, value in citizen.items():
                setattr(row, name, value)
    return Case("case", [*rows, *extra], register=samples.register())


def too_much() -> list[Row]:
    return [Expectation(id=f"e{of}{n}", place=n, of=of, text="At I spørger mig først, også når det haster. " * 9,
                        agreed_on=AGREED, how_it_went="Det gik. " * 20) for of in OF for n in range(12)]


def paper(case: Case, language: str = "da", large_print: bool = False) -> bytes:
    return expectations_pdf(case, language=language, large_print=large_print, today=samples.TODAY)


def test_it_says_who_expects_what_and_how_it_went() -> None:
    said = reading.squeezed(reading.text(paper(case_with(SAID))))
    for words in ("Hvad vi forventer af hinanden", "Jeg forventer af herberget", "Herberget forventer af mig",
                  "Bank på, og vent.", "Jeg forventer af alle, der hjælper mig",
                  "Sådan er det gået: Eva har gjort det hver gang.", "20. oktober",
                  "Set på igen", "27. oktober", "Dato og underskrift, Jonas Bækgaard"):
        assert reading.squeezed(words) in said, words
    assert said.index(reading.squeezed("Bank på")) < said.index(reading.squeezed("Sig til, hvis"))
    assert "120580" not in said


def test_nothing_written_gives_lines_for_a_pen() -> None:
    said = reading.squeezed(reading.text(paper(samples.empty())))
    assert reading.squeezed("Jeg forventer af alle, der hjælper mig") in said
    assert "Aftalt" not in said


def test_in_english() -> None:
    said = reading.squeezed(reading.text(paper(case_with(SAID), "en")))
    for words in ("What we expect of each other", "I expect of the shelter", "I expect of everybody who helps me",
                  "Looked at again"):
        assert reading.squeezed(words) in said, words


def test_in_english_own_words_are_read_aloud_as_danish_and_ours_as_english() -> None:
    with reading.opened(paper(case_with(SAID), "en")) as pdf:
        first = next(node for _depth, node in reading.elements(pdf) if str(node.S) == "/LBody")
        assert [str(kid.get("/Lang", "")) for kid in first.K] == ["da-DK", "", "da-DK"]


def test_the_plan_has_them_only_when_there_are_any() -> None:
    heading = reading.squeezed("Hvad vi forventer af hinanden")

    def plan(case: Case, large_print: bool = False) -> str:
        return reading.squeezed(reading.text(plan_pdf(case, today=samples.TODAY, large_print=large_print)))

    assert heading not in plan(case_with([]))
    assert heading not in plan(case_with([Expectation(id="e", text="  ")]))
    for large_print in (False, True):
        said = plan(case_with(SAID), large_print)
        assert heading in said
        assert reading.squeezed("Når I siger A, så sig også B.") in said
        assert reading.squeezed("Sådan er det gået") not in said     # how it went is talked about, not in the plan


def test_in_large_print_the_form_is_one_page_and_no_signature_stands_alone() -> None:
    def pages(case: Case) -> list[str]:
        raw = reading.run("pdftotext", paper(case, "da", True), "-raw").rstrip("\f")
        return [reading.squeezed(page) for page in raw.split("\f")]

    assert len(pages(case_with([]))) == 1
    many: list[Row] = [Expectation(id=f"{of}{n}", of=of, text="Ring, hvis det ikke går, som vi har aftalt.", place=n)
                       for of in ExpectationOf for n in range(4)]
    _first, second = pages(case_with(many))              # the first is two thirds full at least: a column may go on
    assert second.count(reading.squeezed("Ring, hvis det ikke går, som vi har aftalt.")) >= 2
    assert reading.squeezed("Dato og underskrift") in second


def test_a_page_that_goes_on_says_who_expects_it() -> None:
    pages = reading.run("pdftotext", paper(case_with(too_much())), "-raw").split("\f")
    assert " ".join(pages[1].split()).startswith("Jeg forventer af herberget, fortsat")


@pytest.mark.vera
def test_it_passes_in_every_size_and_language(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    paths = []
    for name, case in (("filled", case_with(SAID)), ("empty", samples.empty()), ("much", case_with(too_much()))):
        for language in ("da", "en"):
            for large_print in (False, True):
                paths.append(tmp_path / f"{name}-{language}-{large_print}.pdf")
                paths[-1].write_bytes(paper(case, language, large_print))
    for large_print in (False, True):
        paths.append(tmp_path / f"plan-{large_print}.pdf")
        paths[-1].write_bytes(plan_pdf(case_with(SAID), today=samples.TODAY, large_print=large_print))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}
