"""Hostile texts: each between marks of its own, so that it is known again, and a case that says them everywhere."""
from __future__ import annotations

from random import Random

from borgerplan_desktop.documents.case_schema import Holds, specs
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.row import Row
from tests.documents import samples
from tests.documents.lived_cases import lived

BITS = (
    "<b>fed</b>", "&amp;", "&lt;i&gt;", "<img src=file:///etc/passwd>", '<img src="http://a.example/x.png"/>',
    "<para>", "]]>", "<!-- x -->", "{0}", "{name}", "{", "}", "%s", "%(x)s", "%n", "\\n", "\\", "(", ")", "((", "\\)",
    "BT /F1 12 Tf (x) Tj ET", "endstream endobj", "<< /S /JavaScript /JS (app.alert(1)) >>", "javascript:alert(1)",
    "https://a.example/" + "a/" * 40, "file:///etc/passwd", "../../../etc/passwd", "$(id)", "`id`", "'; DROP TABLE",
    "\u202etxet\u202c", "\u2066x\u2069", "\u200b", "\ufeff", "\u00ad", "e" + "\u0301" * 40, "\U0001f600",
    "\U0001f469\u200d\U0001f692", "\x00", "\x07\x1b[31m", "\ud800", "\udfff", "\uffff", "\U0010ffff", "שלום", "مرحبا",
    "王小明", "தமிழ்", "\u2028", "\u2029", "\r", "\t", "\n\n\n", "\u00a0", "\ue000", "\ue001", "w" * 200, "Ł", "ﬁ", "№",
    "½", "–", "…", "»«", '"', "'", "ĳ", "İ", "ß", "ſ")
PLANES = ((0x20, 0x180), (0x300, 0x370), (0x370, 0x600), (0x2000, 0x2070), (0xe000, 0x110000), (0, 0x110000))


class Said:
    """The hostile texts of one case, by the words that mark each."""

    def __init__(self, seed: int) -> None:
        self.draw, self._seed, self.texts = Random(seed), seed, dict[str, str]()

    def next(self, many: int) -> str:
        """So many of them, one after another, with something hostile before the first and after the last."""
        return " ".join([self._bit(), *(self._one() for _ in range(many)), self._bit()])

    def _one(self) -> str:
        mark = f"q{self._seed}x{len(self.texts)}"
        inside = " ".join(self._bit() for _ in range(self.draw.randint(1, 6)))
        self.texts[mark] = f"{mark}a {inside} {mark}z"
        return self.texts[mark]

    def _bit(self) -> str:
        if self.draw.random() < .7:
            return self.draw.choice(BITS)
        first, last = self.draw.choice(PLANES)
        return "".join(chr(self.draw.randrange(first, last)) for _ in range(self.draw.randint(1, 8)))


def hostile(seed: int, many: int, protected: bool = False) -> tuple[Case, Said]:
    """A whole case that says `many` hostile texts wherever it says anything, no two of them the same."""
    said, case = Said(seed), lived(seed)
    rows: list[Row] = []
    for row in case.rows():
        values = row.values()
        for spec in specs(type(row)).values():
            if spec.holds is Holds.TEXT and spec.name != "cpr":
                values[spec.name] = said.next(many)
        if isinstance(row, Citizen):
            values["protected_address"] = protected
        rows.append(type(row)(id=row.id, **values))
    return Case("case", rows, register=samples.register()), said
