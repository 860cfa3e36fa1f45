"""Every paper of the table: in both languages and sizes, of a usual case, an empty one and one with far too much."""
from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, PAPERS, PaperKind
from borgerplan_desktop.model.anonymous import Instead
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.papers import DocumentKind
from borgerplan_desktop.model.shelter import Shelter
from tests import vera
from tests.documents import meeting_samples, reading, samples
from tests.documents.crowd import crowded

CASES = {"usual": samples.jonas, "meeting": meeting_samples.meeting,
         "held": lambda: meeting_samples.meeting(held=True), "empty": samples.empty,
         "overfull": samples.overfull, "crowded": crowded}
EACH = [pytest.param(each, id=each.key) for each in PAPERS]
CPR = re.compile(r"\b\d{6}-?\d{4}\b")
SHOWS_THE_NUMBER = {DocumentKind.NOTICE}                 # the authority must know whom it is about (§ 110, stk. 6)


def made(paper: PaperKind, case: Case, language: str = "da", large_print: bool = False) -> bytes:
    return paper.draw(case, "", language=language, large_print=large_print, today=samples.TODAY)


def test_each_has_a_name_of_its_own() -> None:
    assert len(BY_KEY) == len(PAPERS) == len({each.kind for each in PAPERS})
    assert all(re.fullmatch(r"[a-z-]+", each.key) for each in PAPERS)


@pytest.mark.parametrize("paper", EACH)
def test_its_pages_say_which_they_are_and_no_number_of_the_citizen(paper: PaperKind) -> None:
    for name, case in CASES.items():
        pages = reading.run("pdftotext", made(paper, case()), "-raw").rstrip("\f").split("\f")
        found = [re.findall(r"side\s+(\d+)\s+af\s+(\d+)", page) for page in pages]
        if len(pages) > 1 or any(found):
            assert found == [[(str(number), str(len(pages)))] for number in range(1, len(pages) + 1)], name
        if paper.kind not in SHOWS_THE_NUMBER:
            assert not CPR.search(" ".join(pages)), name


@pytest.mark.parametrize("paper", EACH)
def test_a_protected_address_is_on_none_that_the_citizen_carries(paper: PaperKind) -> None:
    said = reading.text(made(paper, samples.protected()))
    assert "Havnegade" not in said or paper.kind in SHOWS_THE_NUMBER


@pytest.mark.parametrize("paper", EACH)
def test_names_in_letters_that_paper_has_not_are_no_boxes(paper: PaperKind) -> None:
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, Citizen):
            row.name, row.latin_name = "أحمد محمد", "Ahmad Mohammed"
    said = reading.text(made(paper, Case("case", rows, register=samples.register())))
    assert "أ" not in said
    assert "Ahmad" in said or "Bækgaard" not in reading.text(made(paper, samples.jonas()))


@pytest.mark.parametrize("paper", EACH)
def test_no_word_of_a_label_a_head_or_a_scale_is_broken(paper: PaperKind) -> None:
    for language in ("da", "en"):
        for large_print in (False, True):
            said = reading.run("pdftotext", made(paper, samples.jonas(), language, large_print), "-raw")
            assert re.findall(r"\S*\u00ad\s*\S*", said) == [], (language, large_print)


@pytest.mark.parametrize("paper", EACH)
def test_each_page_says_of_which_day_it_is(paper: PaperKind) -> None:
    for name, case in CASES.items():
        for large_print in (False, True):
            data = made(paper, case(), large_print=large_print)
            pages = reading.run("pdftotext", data, "-raw").rstrip("\f").split("\f")
            assert all("29. oktober 2026" in " ".join(page.split()) for page in pages), (name, large_print)


def with_logo(case: Case) -> Case:
    """The case in a shelter that has a logo."""
    made, register = io.BytesIO(), case.register
    Image.new("RGB", (60, 20)).save(made, "PNG")
    assert register is not None
    register.begin()
    register.the(Shelter).logo_digest = "d" * 64
    register.finish(register.changed(), register.seen)
    register.kept = {"d" * 64: made.getvalue()}.get
    return case


def pictures(data: bytes) -> list[str]:
    with reading.opened(data) as pdf:
        return [str(node.get("/Alt", "")) for _depth, node in reading.elements(pdf) if str(node.S) == "/Figure"]


@pytest.mark.parametrize("paper", [each for each in EACH if each.id != "pocket"])   # each corner of it is folded
def test_the_shelters_logo_is_on_its_first_page(paper: PaperKind) -> None:
    for large_print in (False, True):
        case = with_logo(meeting_samples.meeting(held=True))
        assert "Herberget Havnegade" in pictures(made(paper, case, large_print=large_print)), large_print
        assert "Herberget Havnegade" not in pictures(made(paper, with_logo(samples.protected())))


def test_a_map_without_names_has_no_logo() -> None:
    case = with_logo(samples.jonas())
    assert "Herberget Havnegade" not in pictures(BY_KEY["network"].draw(
        case, Instead.NUMBERS.value, language="da", large_print=False, today=samples.TODAY))


@pytest.mark.vera
def test_all_are_accessible_and_lasting(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    paths = []
    for paper in PAPERS:
        for name, case in CASES.items():
            for language, large_print in (("da", False), ("en", True)):
                paths.append(tmp_path / f"{paper.key}-{name}-{language}.pdf")
                paths[-1].write_bytes(made(paper, case(), language, large_print))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}
