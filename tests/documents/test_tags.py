"""What a screen reader finds: the tags, their order, the words that stand for pictures; and what PDF/A asks for."""
from __future__ import annotations

import os
import re
from pathlib import Path

import pikepdf
import pytest

from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.recovery_code import recovery_code_pdf
from borgerplan_desktop.model.papers import Reader
from tests import vera
from tests.documents import reading, samples

SAMPLES = {
    "normal": lambda: plan_pdf(samples.jonas(), today=samples.TODAY, version=samples.adopted()),
    "large": lambda: plan_pdf(samples.jonas(), today=samples.TODAY, large_print=True),
    "english": lambda: plan_pdf(samples.jonas(), today=samples.TODAY, language="en"),
    "others": lambda: plan_pdf(samples.jonas(), today=samples.TODAY, reader=Reader.OTHERS, language="en"),
    "protected": lambda: plan_pdf(samples.protected(), today=samples.TODAY, large_print=True),
    "empty": lambda: plan_pdf(samples.empty(), today=samples.TODAY),
    "overfull": lambda: plan_pdf(samples.overfull(), today=samples.TODAY),
    "hostile": lambda: plan_pdf(samples.hostile(), today=samples.TODAY),
    "code": lambda: recovery_code_pdf("Herberget", "ABCDEFGH23456789ABCDEFGH23456789"),
}


@pytest.mark.vera
def test_the_judge_passes_every_paper_of_ours_and_no_other(tmp_path: Path) -> None:
    if not vera.available():
        assert "BORGERPLAN_WHOLE_CHECK" not in os.environ, "no Java with JAXB: what the paper promises is not judged"
        pytest.skip("no Java with JAXB here")
    paths = []
    for name, make in SAMPLES.items():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(make())
    with reading.opened(SAMPLES["code"]()) as pdf:       # the judge must be able to say no
        del pdf.Root.MarkInfo
        pdf.save(tmp_path / "untagged.pdf")
    found = vera.judge([*paths, tmp_path / "untagged.pdf"])
    untagged = found.pop("untagged.pdf")
    assert {line for line in untagged if line.startswith("FAIL")} == {"FAIL ua1", "FAIL 2a"}
    assert found == {path.name: [] for path in paths}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_font_is_embedded_and_ours(name: str) -> None:
    rows = reading.run("pdffonts", SAMPLES[name]()).splitlines()[2:]
    assert rows
    for row in rows:
        assert "+FiraGO" in row
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row          # embedded, subset, mapped to Unicode


@pytest.fixture(scope="module")
def normal() -> bytes:
    return SAMPLES["normal"]()


def test_the_headings_make_an_outline(normal: bytes) -> None:
    with reading.opened(normal) as pdf:
        found = [role for role in reading.roles(pdf) if role in ("H1", "H2", "H3")]
        with pdf.open_outline() as outline:
            assert [str(item.title) for item in outline.root] == ["Plan for Jonas"]
            chapters = [str(item.title) for item in outline.root[0].children]
    assert found[0] == "H1"
    assert found.count("H1") == 1
    assert found.count("H3") == 3                        # the goals
    assert chapters[:4] == ["Lige nu", "Det vigtigste lige nu", "Det kan jeg, og det har jeg med mig",
                            "Vejen til min plan"]


def test_lists_and_tables_are_whole(normal: bytes) -> None:
    with reading.opened(normal) as pdf:
        for _, node in reading.elements(pdf):
            kids = [str(kid.S)[1:] for kid in node.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
            if node.S == "/L":
                assert set(kids) == {"LI"}
            if node.S == "/LI":
                assert kids == ["Lbl", "LBody"]
            if node.S == "/Table":
                widths = {len(row.K) for row in node.K}
                assert len(widths) == 1                  # every row has all its cells
                assert all(str(cell.S) == "/TH" for cell in node.K[0].K)
                assert all(any(str(cell.S) == "/TH" for cell in row.K) for row in node.K)


def test_a_tick_and_a_picture_are_said_in_words(normal: bytes) -> None:
    with reading.opened(normal) as pdf:
        labels = [str(node.get("/ActualText", "")) for _, node in reading.elements(pdf) if node.S == "/Lbl"]
        pictures = [str(node.get("/Alt", "")) for _, node in reading.elements(pdf) if node.S == "/Figure"]
    assert {"Gjort", "Ikke gjort endnu", "•"} == set(labels)
    assert all(pictures)
    assert any("Netværkskort med 11 personer" in alt for alt in pictures)
    assert any("trin 5" in alt for alt in pictures)


def test_steps_that_come_one_after_another_are_numbered() -> None:
    with reading.opened(SAMPLES["code"]()) as pdf:
        labels = [str(node.get("/ActualText", "")) for _, node in reading.elements(pdf) if node.S == "/Lbl"]
    assert labels == ["1.", "2.", "3."]


def test_telephone_numbers_are_links_that_belong_to_the_tree(normal: bytes) -> None:
    with reading.opened(normal) as pdf:
        links = [node for _, node in reading.elements(pdf) if node.S == "/Link"]
        targets = {str(kid.Obj.A.URI) for node in links for kid in node.K if "/Obj" in kid}
        assert "tel:12345601" in targets
        assert len(links) == 10                          # everybody on the list who has a number
        nums = pdf.Root.StructTreeRoot.ParentTree.Nums
        parents = {int(nums[i]): nums[i + 1] for i in range(0, len(nums), 2)}
        for node in links:
            annotation = next(kid.Obj for kid in node.K if "/Obj" in kid)
            assert parents[int(annotation.StructParent)].objgen == node.objgen
            assert str(annotation.Contents)


def test_words_are_not_glued_where_a_line_ends(normal: bytes) -> None:
    """Read by its tags alone, without looking where the words stand, the text still has its blanks."""
    said = "".join(re.findall(r'"(.*)"', reading.run("pdfinfo", normal, "-struct-text")))
    assert "hvor hun kan finde mig" in said
    assert "Giver Jonas en kopi af planen og ringer til Sara sammen med ham" in said
    assert not re.findall(r"[a-zæøå][.,][a-zæøå]{3,}", said)


def test_nothing_on_a_page_is_left_untagged(normal: bytes) -> None:
    """All that is painted lies in marked content: text in a node, lines in an artifact."""
    with reading.opened(normal) as pdf:
        for page in pdf.pages:
            depth = 0
            for operands, operator in ((i.operands, str(i.operator)) for i in pikepdf.parse_content_stream(page)):
                if operator in ("BDC", "BMC"):
                    depth += 1
                elif operator == "EMC":
                    depth -= 1
                elif operator in ("Tj", "S", "f", "B", "f*", "B*", "b", "s"):
                    assert depth == 1, (operator, operands)
            assert depth == 0
