"""Hostile texts through every field that a paper may show: nothing is obeyed, nothing opened, and all is read again.

Each case says something else in every text of every row. BORGERPLAN_HOSTILE=5000 makes as many cases, so that each of
5,000 texts stands in every field once.
"""
from __future__ import annotations

import os
import sys
from contextlib import suppress
from random import Random
from typing import Any

import pikepdf
import pytest

from borgerplan_desktop.casework.papers.paper_kinds import PAPERS
from borgerplan_desktop.documents.case_schema import Holds, specs
from borgerplan_desktop.documents.paper.text import clean
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.row import Row
from tests.documents import reading, samples
from tests.documents.lived_cases import lived
from tests.documents.spoken import heard
from tests.documents.test_every_paper import made

CASES = int(os.environ.get("BORGERPLAN_HOSTILE", "2"))
READ = 10                                                # cases: the papers of each so manieth are read again
BITS = (
    "<b>fed</b>", "&amp;", "&lt;i&gt;", "<img src=file:///etc/passwd>", '<img src="http://a.example/x.png"/>',
    "<para>", "]]>", "<!-- x -->", "{0}", "{name}", "{", "}", "%s", "%(x)s", "%n", "\\n", "\\", "(", ")", "((", "\\)",
    "BT /F1 12 Tf (x) Tj ET", "endstream endobj", "<< /S /JavaScript /JS (app.alert(1)) >>", "javascript:alert(1)",
    "https://a.example/" + "a/" * 40, "file:///etc/passwd", "../../../etc/passwd", "$(id)", "`id`", "'; DROP TABLE",
    "\u202etxet\u202c", "\u2066x\u2069", "\u200b", "\ufeff", "\u00ad", "e" + "\u0301" * 40, "\U0001f600",
    "\U0001f469\u200d\U0001f692", "\x00", "\x07\x1b[31m", "\ud800", "\udfff", "\uffff", "\U0010ffff", "שלום", "مرحبا",
    "王小明", "தமிழ்", "\u2028", "\u2029", "\r", "\t", "\n\n\n", "\u00a0", "\ue000", "\ue001", "w" * 200, "Ł", "ﬁ", "№",
    "½", "–", "…", "»«", '"', "'", "ĳ", "İ", "ß", "ſ")


class Said:
    """The hostile texts of one case, by the words that mark each."""

    def __init__(self, seed: int) -> None:
        self._draw, self._seed, self.texts = Random(seed), seed, dict[str, str]()

    def next(self) -> str:
        mark = f"q{self._seed}x{len(self.texts)}"
        inside = " ".join(self._draw.choice(BITS) for _ in range(self._draw.randint(1, 6)))
        self.texts[mark] = f"{mark}a {inside} {mark}z"
        return self.texts[mark]


def hostile(seed: int) -> tuple[Case, Said]:
    """A whole case that says something hostile wherever it says anything; once in a while something endless."""
    said, case = Said(seed), lived(seed)
    rows: list[Row] = []
    for row in case.rows():
        values = row.values()
        for spec in specs(type(row)).values():
            if spec.holds is Holds.TEXT and spec.name != "cpr":
                values[spec.name] = said.next()
        rows.append(type(row)(id=row.id, **values))
    return Case("case", rows, register=samples.register()), said


class Watch:
    """Tells which files are opened; a hook of Python's own, which nothing that is run can go round."""

    def __init__(self) -> None:
        self.on, self.opened = False, list[str]()
        sys.addaudithook(self._hear)

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        if self.on and event in ("open", "socket.connect", "subprocess.Popen", "os.system", "urllib.Request"):
            self.opened.append(f"{event} {args[:1]}")


WATCH = Watch()
DRAW = {"plan": lambda case, large: plan_pdf(case, large_print=large, today=samples.TODAY)} | {
    each.key: (lambda case, large, each=each: made(each, case, "da", large)) for each in PAPERS}


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What is read once, is read: fonts, catalogues, modules."""
    for case in (lived(0), lived(1), samples.jonas()):
        for draw in DRAW.values():
            with suppress(NotCovered):
                draw(case, False)


@pytest.mark.parametrize("seed", range(CASES))
def test_nothing_is_obeyed_and_everything_is_read_again(seed: int) -> None:
    case, said = hostile(seed)
    found = 0
    for key, draw in DRAW.items():
        WATCH.on, WATCH.opened[:] = True, []
        try:
            data = draw(case, seed % 2 == 1)
        except NotCovered:
            continue
        finally:
            WATCH.on = False
        assert WATCH.opened == [], key
        if seed % READ < 2:
            found += _read_again(key, data, said)
    assert found > 20 or seed % READ > 1


def _acts(each: pikepdf.Object) -> bool:
    """Whether it is something that does more than to be read or to call a number."""
    if not isinstance(each, pikepdf.Dictionary):
        return False
    return each.get("/S") in ("/JavaScript", "/Launch", "/GoToR", "/SubmitForm") or any(
        key in each for key in ("/JS", "/OpenAction", "/AA", "/EF", "/EmbeddedFiles"))


def _read_again(key: str, data: bytes, said: Said) -> int:
    """How many of the texts stand on it whole; each that begins and ends there says between what it should."""
    with reading.opened(data) as pdf:
        words = reading.squeezed(heard(pdf, data).raw).casefold()
        targets = [str(node.A.URI) for page in pdf.pages for node in page.get("/Annots", []) if "/A" in node]
        assert not [each for each in pdf.objects if _acts(each)], key
    assert all(target.startswith("tel:") for target in targets), key
    found = 0
    for mark, text in said.texts.items():
        at = words.find(f"{mark}a")
        if at >= 0 and f"{mark}z" in words[at:]:
            wanted = reading.squeezed(clean(text)).casefold()
            assert wanted in words, (key, wanted, words[at:at + 2 * len(wanted)])
            found += 1
    return found
