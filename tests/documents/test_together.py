"""Several papers as one file: every page, a bookmark for each paper, and read aloud as each was."""
from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.together import together
from tests import vera
from tests.documents import reading, samples

KINDS = ("week", "network", "welcome")                   # one of them lies on its side, one has a picture


def papers() -> list[tuple[str, bytes]]:
    case = samples.jonas()
    return [("Borgerens Plan", plan_pdf(case, today=samples.TODAY)), *(
        (BY_KEY[key].title, BY_KEY[key].draw(case, "", language="da", large_print=False, today=samples.TODAY))
        for key in KINDS)]


@pytest.fixture(scope="module")
def whole() -> bytes:
    return together(papers(), "Jonas' mappe")


def test_every_page_stands_there_in_order_and_says_the_same(whole: bytes) -> None:
    assert reading.text(whole).split() == " ".join(reading.text(pdf) for _name, pdf in papers()).split()
    with pikepdf.open(io.BytesIO(whole)) as file:
        assert file.docinfo["/Title"] == "Jonas' mappe"


def test_each_paper_has_a_bookmark_with_its_own_below_it(whole: bytes) -> None:
    with pikepdf.open(io.BytesIO(whole)) as file, file.open_outline() as outline:
        assert [each.title for each in outline.root] == [name for name, _pdf in papers()]
        first, second = outline.root[0], outline.root[1]
        assert [each.title for each in first.children] == ["Plan for Jonas"]
        assert len(first.children[0].children) > 5
        where = second.destination
        assert isinstance(where, pikepdf.Array)
        week = next(number for number, page in enumerate(file.pages) if where[0].objgen == page.obj.objgen)
    with pikepdf.open(io.BytesIO(papers()[0][1])) as plan:
        assert week == len(plan.pages)


def test_what_is_read_aloud_is_all_of_them_one_after_another(whole: bytes) -> None:
    said = [reading.run("pdfinfo", pdf, "-struct-text").split() for _name, pdf in papers()]
    found = reading.run("pdfinfo", whole, "-struct-text").split()
    assert [word for each in said for word in each if word[0].isalpha() and word not in ("Document", "Part")] == [
        word for word in found if word[0].isalpha() and word not in ("Document", "Part")]


def test_the_same_papers_give_the_same_bytes(whole: bytes) -> None:
    assert together(papers(), "Jonas' mappe") == whole


@pytest.mark.vera
def test_it_is_as_accessible_and_lasting_as_each_was(tmp_path: Path, whole: bytes) -> None:
    file = tmp_path / "whole.pdf"
    file.write_bytes(whole)
    assert vera.judge([file]) == {"whole.pdf": []}
