"""An OpenDocument text (.odt): its text in order, then its notes, headers and footers."""
from __future__ import annotations

import io
import zipfile
from typing import Any

from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why
from borgerplan_desktop.documents.reading_in.xml_text import BULLET, local, table_lines

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PASSED_OVER = frozenset({"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "script",
                          "event-listeners", "desc", "title", "ruby-text", "user-index-source"})
_BEHIND = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
_MOST_BLANKS = 100                                       # that one sign may stand for


def read_open_document(content: bytes) -> str:
    """Raises Unreadable for a broken file, or one with a password."""
    from defusedxml.ElementTree import fromstring

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            manifest = packed.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
            if b"encryption-data" in manifest:
                raise Unreadable(Why.PASSWORD)
            body = fromstring(packed.read("content.xml"))
            styles = fromstring(packed.read("styles.xml")) if "styles.xml" in names else None
        reader = _Reader()
        lines = [line for each in body.iter() if local(each.tag) == "body" for line in reader.lines(each)]
        lines += reader.notes
        if styles is not None:
            for name in _BEHIND:
                for each in styles.iter():
                    if local(each.tag) == name:
                        lines += [line for line in _Reader().lines(each) if line not in lines]
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(Why.BROKEN) from error
    return "\n".join(lines)


class _Reader:
    def __init__(self) -> None:
        self.notes: list[str] = []                       # of the foot of the page

    def lines(self, element: Any, mark: str = "") -> list[str]:
        found: list[str] = []
        for child in element:
            match local(child.tag):
                case "p" | "h":
                    boxes: list[str] = []
                    words = self._words(child, boxes)
                    found += [mark + words if words.strip() else "", *boxes]
                    mark = " " * len(mark)               # the second paragraph of a point
                case "list-item" | "list-header":
                    found += self.lines(child, BULLET)
                case "table":
                    found += table_lines(self._rows(child))
                case name if name not in _PASSED_OVER:
                    found += self.lines(child, mark)
        return found

    def _rows(self, table: Any) -> list[list[str]]:
        found: list[list[str]] = []
        for child in table:
            if local(child.tag) == "table-row":
                found.append(["\n".join(line for line in self.lines(cell) if line) for cell in child])
            elif local(child.tag) in ("table-header-rows", "table-rows", "table-row-group"):
                found += self._rows(child)
        return found

    def _words(self, element: Any, boxes: list[str]) -> str:
        found = element.text or ""
        for child in element:
            match local(child.tag):
                case "s":
                    count = child.get(f"{TEXT}c", "1")
                    found += " " * min(int(count) if count.isdigit() else 1, _MOST_BLANKS)
                case "tab":
                    found += "\t"
                case "line-break":
                    found += "\n"
                case "text-box":
                    boxes += self.lines(child)
                case "note":
                    self.notes += [line for part in child if local(part.tag) == "note-body"
                                   for line in self.lines(part)]
                case name if name not in _PASSED_OVER:
                    found += self._words(child, boxes)
            found += child.tail or ""
        return found
