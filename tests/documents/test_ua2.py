"""The experiment: every paper as PDF/UA-2, for who asks for it by BORGERPLAN_UA2 in the terminal."""
from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from borgerplan_desktop.cli import main
from borgerplan_desktop.documents.paper.pdf_ua2 import PDF2, as_ua2
from borgerplan_desktop.documents.plan import plan_pdf
from tests import vera
from tests.documents import reading, samples
from tests.documents.page_pictures import papers


@pytest.fixture(scope="module")
def plan() -> bytes:
    return plan_pdf(samples.jonas(), today=samples.TODAY)


@pytest.mark.vera
def test_the_judge_passes_every_paper_as_ua2_and_none_that_is_ua1(tmp_path: Path, plan: bytes) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    made = {name: draw() for name, draw in papers().items()} | {
        "empty": plan_pdf(samples.empty(), today=samples.TODAY),
        "overfull": plan_pdf(samples.overfull(), today=samples.TODAY),
        "english": plan_pdf(samples.jonas(), today=samples.TODAY, language="en")}
    paths = [tmp_path / f"{name}.pdf" for name in made]
    for path, data in zip(paths, made.values(), strict=True):
        path.write_bytes(as_ua2(data))
    assert {name: found for name, found in vera.judge(paths, ["ua2"]).items() if found} == {}
    (tmp_path / "ua1.pdf").write_bytes(plan)
    assert "FAIL ua2" in vera.judge([tmp_path / "ua1.pdf"], ["ua2"])["ua1.pdf"]


def test_it_says_the_same_and_its_bookmarks_are_the_headings_themselves(plan: bytes) -> None:
    data = as_ua2(plan)
    assert as_ua2(plan) == data
    assert data.startswith(b"%PDF-2.0")
    assert reading.text(data) == reading.text(plan)
    with reading.opened(data) as pdf, pdf.open_outline() as outline:
        headings = {node.objgen for _, node in reading.elements(pdf) if str(node.S)[1:] in ("H1", "H2", "H3")}
        first = pdf.Root.Outlines.First
        assert str(first.Title) == "Plan for Jonas" == outline.root[0].title
        assert first.Dest[0].objgen in headings
        assert {str(node.NS.NS) for _, node in reading.elements(pdf) if node.S == "/P"} == {PDF2}
        assert {str(node.A.ListNumbering) for _, node in reading.elements(pdf) if node.S == "/L"} == {"/Unordered"}
        assert isinstance(first.Dest, pikepdf.Array)


@pytest.mark.parametrize("words", [
    ["paper", "week", "CASE"], ["paper", "plan", "CASE"], ["render", "CASE"], ["paper", "invitation", "CASE"],
    ["paper", "consent", "--blank"], ["compare", "ADOPTED", "1", "2"]],
    ids=["another", "plan", "render", "of a meeting", "blank", "compared"])
def test_the_terminal_makes_each_for_who_asks(words: list[str], tmp_path: Path,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    cases = Path(__file__).parents[1] / "data" / "cases"
    files = {"CASE": cases / "herberg.json", "ADOPTED": cases / "format-5-adopted.json"}
    for asked, version in (("", b"%PDF-1.7"), ("1", b"%PDF-2.0")):
        monkeypatch.setenv("BORGERPLAN_UA2", asked)
        into = tmp_path / f"paper{asked}.pdf"
        assert main([*(str(files.get(word, word)) for word in words), "-o", str(into)]) == 0
        assert into.read_bytes().startswith(version)
