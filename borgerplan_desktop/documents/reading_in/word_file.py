"""A Word document (.docx, .docm, .dotx): its text in order, then its notes, headers and footers."""
from __future__ import annotations

import io
from collections import Counter
from typing import Any

from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why
from borgerplan_desktop.documents.reading_in.xml_text import BULLET, local, table_lines

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Deleted words, the second form of a text box, what a field is computed from, how things look.
_PASSED_OVER = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "tblPr", "tcPr", "trPr",
                          "sectPr", "sdtPr", "sdtEndPr", "tblGrid"})
_BEHIND = ("footnotes", "endnotes", "header", "footer")  # parts beside the document, in this order


def read_word(content: bytes) -> str:
    """Raises Unreadable for a broken file. Nothing outside the file is looked at: what it links to is left alone."""
    from docx.oxml import parse_xml
    from docx.package import Package

    try:
        document = Package.open(io.BytesIO(content)).main_document_part
        parts = [each.target_part for each in document.rels.values() if not each.is_external]
        numbering = [part for part in parts if part.partname.endswith("numbering.xml")]
        reader = _Reader(_ordered_lists(parse_xml(numbering[0].blob)) if numbering else {})
        body = parse_xml(document.blob)
        lines = reader.lines(body)
        for name in _BEHIND:
            for part in sorted(parts, key=lambda each: str(each.partname)):
                if str(part.partname).rpartition("/")[2].startswith(name):
                    lines += [line for line in _Reader({}).lines(parse_xml(part.blob)) if line not in lines]
    except Exception as error:
        raise Unreadable(Why.BROKEN) from error
    return "\n".join(lines)


def _ordered_lists(root: Any) -> dict[tuple[str, str], bool]:
    """(list, level) → whether it counts; a bullet does not."""
    kinds: dict[tuple[str, str], bool] = {}
    abstract = {each.get(f"{W}abstractNumId"): {
        level.get(f"{W}ilvl"): next((fmt.get(f"{W}val") for fmt in level.iter(f"{W}numFmt")), "") != "bullet"
        for level in each.iter(f"{W}lvl")} for each in root.iter(f"{W}abstractNum")}
    for number in root.iter(f"{W}num"):
        points_at = next((each.get(f"{W}val") for each in number.iter(f"{W}abstractNumId")), "")
        for level, counts in abstract.get(points_at, {}).items():
            kinds[number.get(f"{W}numId"), level] = counts
    return kinds


class _Reader:
    def __init__(self, ordered: dict[tuple[str, str], bool]) -> None:
        self._ordered = ordered
        self._counted: Counter[tuple[str, ...]] = Counter()

    def lines(self, element: Any) -> list[str]:
        """The paragraphs and tables within, in order."""
        found: list[str] = []
        for child in element:
            match local(child.tag):
                case "p":
                    found += self._paragraph(child)
                case "tbl":
                    found += table_lines(self._rows(child))
                case name if name not in _PASSED_OVER:
                    found += self.lines(child)
        return found

    def _rows(self, table: Any) -> list[list[str]]:
        return [["\n".join(line for line in self.lines(cell) if line) for cell in row.iter(f"{W}tc")
                 if self._row_of(cell) is row] for row in table.iter(f"{W}tr") if self._table_of(row) is table]

    def _row_of(self, cell: Any) -> Any:
        return next(cell.iterancestors(f"{W}tr"), None)

    def _table_of(self, row: Any) -> Any:
        return next(row.iterancestors(f"{W}tbl"), None)

    def _paragraph(self, paragraph: Any) -> list[str]:
        boxes: list[str] = []
        words = self._words(paragraph, boxes)
        return [self._mark(paragraph) + words if words.strip() else "", *boxes]

    def _words(self, element: Any, boxes: list[str]) -> str:
        """The text of a paragraph; what stands in a box beside it goes to `boxes`."""
        found = ""
        for child in element:
            name = local(child.tag)
            if name == "t":
                found += child.text or ""
            elif name in _SIGNS:
                found += _SIGNS[name]
            elif name == "txbxContent":
                boxes += self.lines(child)
            elif name not in _PASSED_OVER:
                found += self._words(child, boxes)
        return found

    def _mark(self, paragraph: Any) -> str:
        """What stands before a line of a list."""
        of = paragraph.find(f"{W}pPr/{W}numPr")
        if of is None:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            named = (style.get(f"{W}val") or "") if style is not None else ""
            return self._number(named, "") if "ListNumber" in named else BULLET if "ListBullet" in named else ""
        number, level = (of.find(f"{W}{name}") for name in ("numId", "ilvl"))
        key = (number.get(f"{W}val") if number is not None else "",
               level.get(f"{W}val") if level is not None else "0")
        if key[0] in ("", "0"):
            return ""
        if not self._ordered.get(key, False):
            return BULLET
        return self._number(*key)

    def _number(self, *key: str) -> str:
        self._counted[key] += 1
        return f"{self._counted[key]}. "
