"""A finished PDF as somebody hears it: every element of its tree with its words, and where on the page they stand."""
from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import c_ushort
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pypdfium2 import raw

from borgerplan_desktop.documents.paper.text import NBSP, SHY
from tests.documents import reading

HYPHEN = "\x02"


@dataclass
class Heard:
    """One element: its role, the words in it and below it, its own attributes, and its kids in reading order."""

    role: str
    element: pikepdf.Object
    words: str = ""
    kids: list[Heard] = field(default_factory=list)

    @property
    def said(self) -> str:
        return plain("".join([self.words, *(kid.raw for kid in self.kids)]))

    @property
    def raw(self) -> str:
        return "".join([self.words, *(kid.raw for kid in self.kids)])

    @property
    def alt(self) -> str:
        return str(self.element.get("/Alt", ""))

    @property
    def actual(self) -> str:
        return str(self.element.get("/ActualText", ""))

    @property
    def scope(self) -> str:
        return str(self.element.get("/A", {}).get("/Scope", "")) if "/A" in self.element else ""

    def all(self, *roles: str) -> Iterator[Heard]:
        if self.role in roles:
            yield self
        for kid in self.kids:
            yield from kid.all(*roles)


@dataclass(frozen=True)
class Stands:
    """Where a marked piece begins: page, left edge and baseline of its first words."""

    page: int
    x: float
    y: float


def plain(words: str) -> str:
    return " ".join(words.replace(SHY, "").replace(NBSP, " ").split())


def heard(pdf: pikepdf.Pdf, data: bytes) -> Heard:
    """The tree, with the words that poppler finds in it: a reader that we have not written."""
    elements = list(reading.elements(pdf))
    words = _words(data)
    assert len(words) == len(elements), "poppler sees another tree"
    open_at: list[Heard] = []
    for (depth, element), (role, said) in zip(elements, words, strict=True):
        assert role == str(element.S)[1:]
        made = Heard(role, element, said)
        del open_at[depth:]
        if open_at:
            open_at[-1].kids.append(made)
        open_at.append(made)
    return open_at[0]


def heard_at_once(pdf: pikepdf.Pdf, data: bytes) -> Heard:
    """The same tree with the words that PDFium finds in it: twenty-five times as fast. At the end of a line it says
    HYPHEN, whether the word goes on or not.
    """
    pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    said, open_at = _pieces(data), list[Heard]()
    for depth, element in reading.elements(pdf):
        made = Heard(str(element.S)[1:], element, "".join(
            said.get((pages[kid.Pg.objgen], int(kid.MCID)), "") for kid in element.get("/K", [])
            if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid))
        del open_at[depth:]
        if open_at:
            open_at[-1].kids.append(made)
        open_at.append(made)
    return open_at[0]


def _pieces(data: bytes) -> dict[tuple[int, int], str]:
    """(page, number of the marked piece) -> its words."""
    found: dict[tuple[int, int], str] = {}
    with reading.drawn(data) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            for each in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], textpage=text):
                place = number, raw.FPDFPageObj_GetMarkedContentID(each.raw)
                found[place] = found.get(place, "") + _said_by(each.raw, text.raw)
            text.close()
            page.close()
    return found


def _said_by(piece: Any, text: Any) -> str:
    many = raw.FPDFTextObj_GetText(piece, text, None, 0)
    buffer = (c_ushort * (many // 2))()
    raw.FPDFTextObj_GetText(piece, text, buffer, many)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _words(data: bytes) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for line in reading.run("pdfinfo", data, "-struct-text").splitlines():
        quoted = re.fullmatch(r'\s+"(.*)"', line)
        if quoted:
            found[-1] = (found[-1][0], found[-1][1] + quoted[1])
        elif re.fullmatch(r"\s*(/\w+ .*|Object \d+ \d+|)", line) is None:
            found.append((re.split(r"[ :(]", line.strip())[0], ""))
    return found


def places(pdf: pikepdf.Pdf) -> dict[tuple[int, int], Stands]:
    """(page, number of the marked piece) -> where its words begin; pieces without words are left out."""
    found: dict[tuple[int, int], Stands] = {}
    for number, page in enumerate(pdf.pages):
        piece, at, moved, kept = -1, (0.0, 0.0), (0.0, 0.0), list[tuple[float, float]]()
        for instruction in pikepdf.parse_content_stream(page):
            operator, operands = str(instruction.operator), instruction.operands
            if operator == "BDC":
                piece = int(operands[1].get("/MCID", -1))
            elif operator == "EMC":
                piece = -1
            elif operator == "q":
                kept.append(moved)
            elif operator == "Q":
                moved = kept.pop()
            elif operator == "cm":
                moved = (moved[0] + float(operands[4]), moved[1] + float(operands[5]))
            elif operator == "Tm":
                at = (float(operands[4]) + moved[0], float(operands[5]) + moved[1])
            elif operator == "Tj" and piece >= 0:
                found.setdefault((number, piece), Stands(number, *at))
    return found


def in_order(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Stands]]:
    """The role and the place of every piece with words, in the order of the tree; a picture has an order of its own."""
    pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    stands = places(pdf)
    for _, element in reading.elements(pdf):
        if element.S == "/Figure":
            continue
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
                place = stands.get((pages[kid.Pg.objgen], int(kid.MCID)))
                if place is not None:
                    yield str(element.S)[1:], place
