"""Hostile texts through every field that a paper may show: nothing is obeyed, nothing opened, and all is read again.

Each case says other texts in every field of every row, twenty-five after another. BORGERPLAN_HOSTILE=5000 makes so many
cases that 5,000 texts stand in every field.
"""
from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
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
from tests.documents.spoken import HYPHEN, Heard, heard, heard_at_once
from tests.documents.test_every_paper import made

TOGETHER, FEW = 25, 3                                    # texts in one field of one case; few where all are covered
CASES = max(1, int(os.environ.get("BORGERPLAN_HOSTILE", "100")) // TOGETHER)
READ, LONG = 8, 80_000                                   # of so many papers one, of so many bytes, poppler reads too
MARK = re.compile(r"q\d+x\d+[az]")
LANGUAGES = ("da", "pl+da", "da", "en", "ro")


Reads = Callable[[pikepdf.Pdf, bytes], Heard]


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
    for number, (key, data) in enumerate(_papers(case, seed)):
        readers = (heard_at_once, heard) if number % READ == seed % READ and len(data) < LONG else (heard_at_once,)
        found |= _read_again(key, data, said, LANGUAGES[seed % len(LANGUAGES)], readers)
    assert len(found) > 20 * TOGETHER


@pytest.mark.parametrize("seed", range(max(1, CASES // 20)))
def test_nothing_is_obeyed_where_words_are_taken_out_for_a_protected_address(seed: int) -> None:
    for key, data in _papers(hostile(seed, FEW, protected=True)[0], seed):
        with reading.opened(data) as pdf:
            assert heard_at_once(pdf, data).raw, key


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


def _read_again(key: str, data: bytes, said: Said, language: str, readers: Sequence[Reads]) -> set[str]:
    """Which of the texts stand on it whole; each that begins and ends there says between what it should."""
    with reading.opened(data) as pdf:
        trees = {read: read(pdf, data) for read in readers}
        targets = [str(node.A.URI) for page in pdf.pages for node in page.get("/Annots", []) if "/A" in node]
        assert not [each for each in pdf.objects if _acts(each)], key
    assert all(target.startswith("tel:") for target in targets), key
    return set[str]().union(*(_found_in(tree, key, said, language, "-" if read is heard_at_once else "")
                              for read, tree in trees.items()))


def _found_in(tree: Heard, key: str, said: Said, language: str, but: str) -> set[str]:
    words, found = _squeezed(tree.raw, but), set[str]()
    columns = [_squeezed(column, but) for table in tree.all("Table") for column in _columns(table)]
    places: dict[str, list[int]] = {}
    for mark in MARK.finditer(words):
        places.setdefault(mark[0], []).append(mark.start())
    for begins, starts in places.items():
        if begins[-1] == "a" and places.get(f"{begins[:-1]}z", [-1])[-1] > starts[0]:
            wanted = _squeezed(clean(said.texts[begins[:-1]], language.partition("+")[0]), but)
            assert any(words.startswith(wanted, at) for at in starts) or any(wanted in each for each in columns), (
                key, wanted, words[starts[0]:starts[0] + 2 * len(wanted)])
            found.add(begins[:-1])
    return found


def _squeezed(words: str, but: str) -> str:
    """In one case, without blanks and what else a reader does not tell; on one line, two marks of what cannot be
    printed become one.
    """
    plain = reading.squeezed(words.replace(HYPHEN, "")).casefold()
    return re.sub(r"(\[[^][]+\])\1+", r"\1", plain.replace(but, "") if but else plain)


def _columns(table: Heard) -> Iterator[str]:
    """The words of each column: a cell that is taller than a page goes on in the next row."""
    rows = [list(row.kids) for row in table.all("TR")]
    for number in range(max((len(row) for row in rows), default=0)):
        yield "".join(row[number].raw for row in rows if len(row) > number)
