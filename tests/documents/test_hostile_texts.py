"""Hostile texts through every field that a paper may show: nothing is obeyed, nothing opened, and all is read again.

Each case says other texts in every field of every row, twenty-five after another. BORGERPLAN_HOSTILE=5000 makes so many
cases that 5,000 texts stand in every field.
"""
from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pikepdf
import pytest

from borgerplan_desktop.casework.papers.paper_kinds import PAPERS
from borgerplan_desktop.documents.paper.text import clean
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.not_covered import NotCovered
from tests.documents import reading, samples
from tests.documents.hostile_words import Said, hostile
from tests.documents.lived_cases import lived
from tests.documents.spoken import Heard, heard
from tests.documents.test_every_paper import made

TOGETHER = 25                                            # texts in one field of one case
CASES = max(1, int(os.environ.get("BORGERPLAN_HOSTILE", "50")) // TOGETHER)
LANGUAGES = ("da", "pl+da", "da", "en", "ro")


class Watch:
    """Tells which files are opened; a hook of Python's own, which nothing that is run can go round."""

    def __init__(self) -> None:
        self.on, self.opened = False, list[str]()
        sys.addaudithook(self._hear)

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        if self.on and event in ("open", "socket.connect", "subprocess.Popen", "os.system", "urllib.Request"):
            self.opened.append(f"{event} {args[:1]}")


WATCH = Watch()
DRAW = {"plan": lambda case, large, language: plan_pdf(
    case, large_print=large, language=language, today=samples.TODAY)} | {
    each.key: (lambda case, large, language, each=each: made(each, case, language, large)) for each in PAPERS}


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What is read once, is read: fonts, catalogues, modules."""
    for case, languages in ((lived(0), LANGUAGES[:1]), (lived(1), LANGUAGES[:1]), (samples.jonas(), LANGUAGES)):
        for language in {*languages}:
            for draw in DRAW.values():
                with suppress(NotCovered):
                    draw(case, False, language)


@pytest.mark.parametrize("seed", range(CASES))
def test_nothing_is_obeyed_and_everything_is_read_again(seed: int) -> None:
    case, said = hostile(seed, TOGETHER)
    found = set[str]()
    for key, data in _papers(case, seed):
        found |= _read_again(key, data, said, LANGUAGES[seed % len(LANGUAGES)])
    assert len(found) > 20 * TOGETHER


@pytest.mark.parametrize("seed", range(max(1, CASES // 20)))
def test_nothing_is_obeyed_where_words_are_taken_out_for_a_protected_address(seed: int) -> None:
    for key, data in _papers(hostile(seed, TOGETHER, protected=True)[0], seed):
        assert reading.run("pdfinfo", data, "-struct-text"), key


def _papers(case: Case, seed: int) -> Iterator[tuple[str, bytes]]:
    """Every paper of the case that may be drawn; while it is, nothing is opened or run."""
    for key, draw in DRAW.items():
        WATCH.on, WATCH.opened[:] = True, []
        try:
            data = draw(case, seed % 2 == 1, LANGUAGES[seed % len(LANGUAGES)])
        except NotCovered:
            continue
        finally:
            WATCH.on = False
        assert WATCH.opened == [], key
        yield key, data


def _acts(each: pikepdf.Object) -> bool:
    """Whether it is something that does more than to be read or to call a number."""
    if not isinstance(each, pikepdf.Dictionary):
        return False
    return each.get("/S") in ("/JavaScript", "/Launch", "/GoToR", "/SubmitForm") or any(
        key in each for key in ("/JS", "/OpenAction", "/AA", "/EF", "/EmbeddedFiles"))


def _read_again(key: str, data: bytes, said: Said, language: str) -> set[str]:
    """Which of the texts stand on it whole; each that begins and ends there says between what it should."""
    with reading.opened(data) as pdf:
        tree = heard(pdf, data)
        words = _squeezed(tree.raw)
        columns = [_squeezed(column) for table in tree.all("Table") for column in _columns(table)]
        targets = [str(node.A.URI) for page in pdf.pages for node in page.get("/Annots", []) if "/A" in node]
        assert not [each for each in pdf.objects if _acts(each)], key
    assert all(target.startswith("tel:") for target in targets), key
    found = set[str]()
    for mark, text in said.texts.items():
        at = words.find(f"{mark}a")
        if at >= 0 and f"{mark}z" in words[at:]:
            wanted = _squeezed(clean(text, language.partition("+")[0]))
            assert wanted in words or any(wanted in column for column in columns), (
                key, wanted, words[at:at + 2 * len(wanted)])
            found.add(mark)
    return found


def _squeezed(words: str) -> str:
    """In one case and without blanks; on one line, two marks of what cannot be printed become one."""
    return re.sub(r"(\[[^][]+\])\1+", r"\1", reading.squeezed(words).casefold())


def _columns(table: Heard) -> Iterator[str]:
    """The words of each column: a cell that is taller than a page goes on in the next row."""
    rows = [list(row.kids) for row in table.all("TR")]
    for number in range(max((len(row) for row in rows), default=0)):
        yield "".join(row[number].raw for row in rows if len(row) > number)
