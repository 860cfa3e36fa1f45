"""Every page of every paper looks as it did when somebody last looked at it, in both sizes."""
from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.documents.page_pictures import KEPT, difference, papers, picture_of

PAPERS = papers()


@pytest.mark.parametrize("name", PAPERS)
def test_it_looks_as_it_did(name: str, tmp_path: Path) -> None:
    path = KEPT / f"{name}.png"
    assert path.exists(), f"a new paper: look at it, and python -m tests.documents.page_pictures {name}"
    assert difference(Image.open(path).convert("L"), picture_of(PAPERS[name]()), tmp_path, name) == ""


def test_nothing_is_kept_of_a_paper_that_is_gone() -> None:
    assert {path.stem for path in KEPT.glob("*.png")} == set(PAPERS)


def test_a_word_that_is_gone_is_seen_and_the_difference_is_saved(tmp_path: Path) -> None:
    now = picture_of(PAPERS["welcome"]())
    other = now.copy()
    ImageDraw.Draw(other).rectangle((60, 60, 75, 66), fill=0)
    assert difference(now, now, tmp_path, "same") == ""
    assert "points differ, within" in difference(now, other, tmp_path, "other")
    assert [path.name for path in tmp_path.glob("*.png")] == ["other.png"]
    assert "became" in difference(now, other.crop((0, 0, 100, 100)), tmp_path, "cut")
