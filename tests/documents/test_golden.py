"""The words of the seed case's plan, as a screen reader meets them, against a text that somebody has read and approved.

After a change of words: run with BORGERPLAN_GOLDEN=write, read the difference as the citizen would, and commit it.
"""
from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.documents.paper.text import SHY
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.pocket_plan import pocket_plan_pdf
from borgerplan_desktop.model.plan import PlanVersion
from tests.documents import reading

DATA = Path(__file__).parents[1] / "data"
SEED = DATA / "cases" / "herberg.json"
TODAY = date(2026, 11, 2)                                # a fixed day of the seed case's course: the plan is adopted
WRITE = os.environ.get("BORGERPLAN_GOLDEN") == "write"


def seed_plan(language: str, *, adopted: bool, large_print: bool = False) -> bytes:
    case = read_case(SEED.read_bytes()).case()
    version = PlanVersion(id="v", number=1, adopted_on=TODAY, plan_id="") if adopted else None
    return plan_pdf(case, language=language, today=TODAY, version=version, large_print=large_print)


def read_aloud(data: bytes) -> str:
    """One line for each element that says something, "role: words", in reading order; then what the pictures say."""
    lines: list[str] = []
    role, said = "", ""
    for line in [*reading.run("pdfinfo", data, "-struct-text").splitlines(), "End"]:
        quoted = re.fullmatch(r'\s+"(.*)"', line)
        if quoted:
            said += quoted[1]
        elif re.fullmatch(r"\s*/\w+ .*", line) is None:  # not an attribute
            if said.strip() and role != "Figure":        # the words in a picture come in the order they are drawn
                words = " ".join(said.replace(SHY, "").split())
                lines.append(f"{role}: {words}")
            role, said = line.split()[0].rstrip(":"), ""
    with reading.opened(data) as pdf:
        lines += [f"Alt: {node.Alt}" for _, node in reading.elements(pdf) if "/Alt" in node]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("name", "language", "adopted"), [
    ("plan-da.txt", "da", True), ("plan-da-draft.txt", "da", False), ("plan-en.txt", "en", True)])
def test_the_plan_says_what_was_approved(name: str, language: str, adopted: bool) -> None:
    path = DATA / "golden" / name
    said = read_aloud(seed_plan(language, adopted=adopted))
    if WRITE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8"), "the words changed: read them, then BORGERPLAN_GOLDEN=write"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_pocket_plan_says_what_was_approved(language: str) -> None:
    path = DATA / "golden" / f"pocket-{language}.txt"
    case = read_case(SEED.read_bytes()).case()
    said = read_aloud(pocket_plan_pdf(case, language=language, today=TODAY))
    if WRITE:
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8"), "the words changed: read them, then BORGERPLAN_GOLDEN=write"


@pytest.mark.parametrize(("language", "large_print", "pages"), [("da", False, 7), ("en", False, 7), ("da", True, 14)])
def test_the_plan_is_no_longer_than_it_was(language: str, large_print: bool, pages: int) -> None:
    with reading.opened(seed_plan(language, adopted=True, large_print=large_print)) as pdf:
        assert len(pdf.pages) <= pages


def test_the_english_plan_speaks_with_one_voice() -> None:
    """It is the citizen's: "my", as in Danish, and "your" or "you" in no sentence of ours."""
    plan = (DATA / "golden" / "plan-en.txt").read_text(encoding="utf-8")
    assert "my steps" in plan.lower()
    assert [line for line in plan.splitlines() if re.search(r"\byour?\b", line, re.IGNORECASE)] == []
