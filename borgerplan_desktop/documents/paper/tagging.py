"""Tagged PDF on open-source reportlab: a canvas that ties what it draws to a structure tree.

What is drawn while `begin(node)` is open belongs to that node; everything else is an artifact (a rule, a footer), which
a screen reader passes over.
"""
from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import PATH_OPS, Canvas  # type: ignore[attr-defined]  (the stubs leave it out)

from borgerplan_desktop.documents.paper import fonts
from borgerplan_desktop.documents.paper.pdf_metadata import About, identify
from borgerplan_desktop.documents.paper.shapes import Point, oval, rounded, through
from borgerplan_desktop.documents.paper.structure import Annotation, Element, Node, ParentTree, Piece
from borgerplan_desktop.documents.paper.two_languages import main_of
from borgerplan_desktop.documents.paper.typography import Color, Style

_ROOT = "structure.root"
_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *b"()\\", *range(127, 256))}


@lru_cache(maxsize=64)
def _filled_with(color: Color) -> str:
    return f"{fp_str(*color)} rg"


@lru_cache(maxsize=64)
def _drawn_with(color: Color) -> str:
    return f"{fp_str(*color)} RG"


class _Glyphs(dict[int, str]):
    """Code point -> its place in the part of a font that a document holds, escaped (for `str.translate`).

    reportlab splits a font into parts of 256 letters. Nearly every text lies in the first one; what does not is set in
    pieces, a part each.
    """

    def __init__(self, font: Any, document: Any) -> None:
        super().__init__()
        self._font, self._document = font, document
        self._elsewhere: set[str] = set()
        self._name = ""

    def __missing__(self, code: int) -> str:
        (part, place), = self._font.splitString(chr(code), self._document)
        if part:
            self._elsewhere.add(chr(code))
        self[code] = shown = place.decode("latin-1").translate(_ESCAPED)
        return shown

    def shown(self, text: str, size: float) -> str:
        """The operators that show a line of text."""
        shown = text.translate(self)
        if self._elsewhere and not self._elsewhere.isdisjoint(text):
            return " ".join(
                f"{self._font.getSubsetInternalName(part, self._document)} {size:g} Tf "
                f"({places.decode('latin-1').translate(_ESCAPED)}) Tj"
                for part, places in self._font.splitString(text, self._document))
        self._name = self._name or self._font.getSubsetInternalName(0, self._document)
        return f"{self._name} {size:g} Tf ({shown}) Tj"


class TaggedCanvas(Canvas):
    """A reportlab canvas whose marks belong to nodes of a structure tree."""

    _doc: Any                                            # reportlab's own, which its type stubs leave out
    _code: list[str]
    _fillColorObj: object
    _fillMode: int
    _lineWidth: float
    _strokeColorObj: object
    _currentMatrix: tuple[float, float, float, float, float, float]
    _addAnnotation: Any

    def __init__(self, root: Node, title: str, about: About, lang: str, size: tuple[float, float]) -> None:
        self._into = io.BytesIO()
        fonts.ready()
        super().__init__(self._into, pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=lang,
                         initialFontName=fonts.REGULAR)  # type: ignore[arg-type]  (the stubs say float)
        self.root = root
        self._open: Node | str | None = None             # the node, or the kind of artifact, being drawn
        self._here: list[Node] = []                      # the nodes of this page's marked pieces, by number
        self._pages: list[tuple[str, list[Node]]] = []   # the name of each page, and its nodes
        self._links: list[tuple[Node, pdfdoc.PDFDictionary]] = []
        self.setTitle(title)
        self.setViewerPreference("DisplayDocTitle", "true")
        self._glyphs: dict[str, _Glyphs] = {}
        self._identity = title, about, lang
        self._language = lang[:2]                        # of the marks for what cannot be said

    # ------------------------------------------------------------------------------------------ while drawing
    def begin(self, node: Node) -> None:
        """From here on, what is drawn is the node's content."""
        if self._open is node:
            return
        self.end()
        node.kids.append(Piece(len(self._pages), len(self._here)))
        self._code.append(f"/{node.role} <</MCID {len(self._here)}>> BDC")
        self._here.append(node)
        self._open = node

    def artifact(self, kind: str = "Layout") -> None:
        """From here on, what is drawn says nothing: a rule, a background, a footer (Layout | Pagination)."""
        if self._open == kind:
            return
        self.end()
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        self._open = kind

    def end(self) -> None:
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def write(self, x: float, y: float, text: str, style: Style, anchor: str = "start") -> None:
        """One line of cleaned text with its baseline at `y`; `x` is its start, middle or end."""
        text = main_of(text)
        if anchor != "start":
            x -= style.width(text) / (2 if anchor == "middle" else 1)
        self.fill(style.color)
        glyphs = self._glyphs.get(style.font)
        if glyphs is None:
            glyphs = self._glyphs[style.font] = _Glyphs(fonts.font(style.font), self._doc)
        # what drawString comes to; going there by way of a text object costs three times as much
        self._code.append(f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm {glyphs.shown(text, style.size)} ET")

    def fill(self, color: Color) -> None:
        """The colour of text and surfaces from here on."""
        if self._fillColorObj != color:
            self._fillColorObj = color
            self._code.append(_filled_with(color))

    def stroke(self, color: Color, weight: float, dash: list[float] | None = None, fill: Color | None = None) -> None:
        """How lines are drawn from here on; `fill` also sets the colour of surfaces."""
        if self._strokeColorObj != color:
            self._strokeColorObj = color
            self._code.append(_drawn_with(color))
        if self._lineWidth != weight:
            self._lineWidth = weight
            self._code.append(f"{weight:.3f} w")
        if dash is not None:
            self.setDash(dash)
        if fill is not None:
            self.fill(fill)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self._code.append(f"n {x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l S")

    def path(self, points: Sequence[Point], *, close: bool = False, stroke: float = 1, fill: float = 0) -> None:
        """A line through the points, and the surface inside it."""
        self._code.append(through(points) + (" h" if close else ""))
        self._code.append(PATH_OPS[int(stroke), int(fill), self._fillMode])

    def roundRect(self, x: float, y: float, width: float, height: float, radius: float, stroke: float = 1,
                  fill: float = 0) -> None:
        self._code.append(rounded(x, y, width, height, radius))
        self._code.append(PATH_OPS[int(stroke), int(fill), self._fillMode])

    def ellipse(self, x1: float, y1: float, x2: float, y2: float, stroke: float = 1, fill: float = 0) -> None:
        self._code.append(oval(x1, y1, x2, y2))
        self._code.append(PATH_OPS[int(stroke), int(fill), self._fillMode])

    def translate(self, dx: float, dy: float) -> None:
        """Move the origin: what reportlab does, without writing the four numbers anew that are the same each time."""
        a, b, c, d, e, f = self._currentMatrix
        self._currentMatrix = (a, b, c, d, a * dx + c * dy + e, b * dx + d * dy + f)
        self._code.append(f"1 0 0 1 {dx:.6f} {dy:.6f} cm")

    def link(self, node: Node, box: tuple[float, float, float, float], uri: str, says: str) -> None:
        """Make a box of the page open `uri`; `node` (a Link) is its text."""
        annotation = pdfdoc.PDFDictionary({
            "Type": pdfdoc.PDFName("Annot"), "Subtype": pdfdoc.PDFName("Link"), "F": 4,
            "Rect": pdfdoc.PDFArray(list(box)), "Border": pdfdoc.PDFArray([0, 0, 0]),
            "Contents": pdfdoc.PDFString(says),
            "A": pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Action"), "S": pdfdoc.PDFName("URI"),
                                       "URI": pdfdoc.PDFString(uri)})})
        name = f"link.{len(self._links)}"
        self._addAnnotation(annotation, name)
        self._links.append((node, annotation))
        node.kids.append(Annotation(len(self._pages), self._doc.annotationName(name)))

    def showPage(self) -> None:
        self.end()
        name = self._doc.thisPageRef().name
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._pages), pdfdoc.PDFName("S")
        self._pages.append((name, self._here))
        self._here = []

    # ------------------------------------------------------------------------------------------ at the end
    def finished(self) -> bytes:
        """The whole document. The canvas is of no use afterwards."""
        if self._code:
            self.showPage()
        self.root.prune()
        self._write_structure()
        identify(self._doc, *self._identity)
        super().save()
        return self._into.getvalue()

    def _write_structure(self) -> None:
        document = self._doc
        for number, node in enumerate(self.root.nodes()):
            node.name = f"structure.{number}"
        self._write_node(self.root, _ROOT)
        parents: list[list[str] | str] = [[node.name for node in nodes] for _, nodes in self._pages]
        for node, annotation in self._links:
            annotation["StructParent"] = len(parents)
            parents.append(node.name)
        tree = pdfdoc.PDFDictionary({
            "Type": pdfdoc.PDFName("StructTreeRoot"),
            "K": pdfdoc.PDFArray([pdfdoc.PDFObjectReference(self.root.name)]),
            "ParentTree": document.Reference(ParentTree(parents)), "ParentTreeNextKey": len(parents)})
        document.Catalog.StructTreeRoot = document.Reference(tree, _ROOT)
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})

    def _write_node(self, node: Node, parent: str) -> None:
        self._doc.Reference(Element(node, parent, self._pages, self._language), node.name)
        for kid in node.kids:
            if isinstance(kid, Node):
                self._write_node(kid, node.name)
