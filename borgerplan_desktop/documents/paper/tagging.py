"""Tagged PDF on open-source reportlab: a structure tree, and a canvas that ties what it draws to the tree.

What is drawn while `begin(node)` is open belongs to that node; everything else is an artifact (a rule, a footer), which
a screen reader passes over. The file says of itself that it is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
"""
from __future__ import annotations

import html
import io
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from borgerplan_desktop.documents.paper import fonts  # first: it shields reportlab's import
from borgerplan_desktop.documents.paper.sheet import Color, Style

_ROOT = "structure.root"
Raw = str                                                # a piece of PDF syntax
_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *b"()\\", *range(127, 256))}


class Node:
    """One element of the structure tree. Its kids are nodes, marked pieces of a page, and links."""

    __slots__ = ("actual", "alt", "attributes", "kids", "lang", "name", "role")

    def __init__(self, role: str, *, alt: str = "", actual: str = "", lang: str = "", attributes: Raw = "") -> None:
        self.role, self.alt, self.actual, self.lang, self.attributes = role, alt, actual, lang, attributes
        self.kids: list[Node | _Piece | _Annotation] = []
        self.name = ""

    def child(self, role: str, *, alt: str = "", actual: str = "", lang: str = "", attributes: Raw = "") -> Node:
        kid = Node(role, alt=alt, actual=actual, lang=lang, attributes=attributes)
        self.kids.append(kid)
        return kid

    def nodes(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()

    def prune(self) -> bool:
        """Drop what came out empty, but no cell of a row that has others; says whether anything is left."""
        left = [kid for kid in self.kids if not isinstance(kid, Node) or kid.prune()]
        if self.role != "TR" or not left:
            self.kids = left
        return bool(left)


class _Piece:
    """Marked content number `mcid` on a page."""

    __slots__ = ("mcid", "page")

    def __init__(self, page: int, mcid: int) -> None:
        self.page, self.mcid = page, mcid


class _Annotation:
    __slots__ = ("name", "page")

    def __init__(self, page: int, name: str) -> None:
        self.page, self.name = page, name


class TaggedCanvas(Canvas):
    """A reportlab canvas whose marks belong to nodes of a structure tree."""

    _doc: Any                                            # reportlab's own, which its type stubs leave out
    _code: list[str]
    _fillColorObj: object
    _strokeColorObj: object
    _addAnnotation: Any

    def __init__(self, root: Node, title: str, author: str, lang: str, size: tuple[float, float]) -> None:
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
        self.setAuthor(author)
        self.setViewerPreference("DisplayDocTitle", "true")
        self._xmp = _xmp(title, author, lang)

    # ------------------------------------------------------------------------------------------ while drawing
    def begin(self, node: Node) -> None:
        """From here on, what is drawn is the node's content."""
        if self._open is node:
            return
        self.end()
        node.kids.append(_Piece(len(self._pages), len(self._here)))
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
        if anchor != "start":
            x -= style.width(text) / (2 if anchor == "middle" else 1)
        self.fill(style.color)
        font, document, code = fonts.font(style.font), self._doc, self._code
        # what drawString comes to; going there by way of a text object costs three times as much
        code.append(f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm")
        for subset, glyphs in font.splitString(text, document):
            name = font.getSubsetInternalName(subset, document)
            shown = glyphs.decode("latin-1").translate(_ESCAPED)
            code.append(f"{name} {style.size:g} Tf ({shown}) Tj")
        code.append("ET")

    def fill(self, color: Color) -> None:
        """The colour of text and surfaces from here on."""
        if self._fillColorObj != color:
            self.setFillColorRGB(*color)

    def stroke(self, color: Color, weight: float, dash: list[float] | None = None, fill: Color | None = None) -> None:
        """How lines are drawn from here on; `fill` also sets the colour of surfaces."""
        if self._strokeColorObj != color:
            self.setStrokeColorRGB(*color)
        self.setLineWidth(weight)
        if dash is not None:
            self.setDash(dash)
        if fill is not None:
            self.fill(fill)

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
        node.kids.append(_Annotation(len(self._pages), self._doc.annotationName(name)))

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
        self._write_identity()
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
            "ParentTree": document.Reference(_ParentTree(parents)), "ParentTreeNextKey": len(parents)})
        document.Catalog.StructTreeRoot = document.Reference(tree, _ROOT)
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})

    def _write_node(self, node: Node, parent: str) -> None:
        self._doc.Reference(_Element(node, parent, self._pages), node.name)
        for kid in node.kids:
            if isinstance(kid, Node):
                self._write_node(kid, node.name)

    def _write_identity(self) -> None:
        """What the file says it is, and its colour space."""
        catalog, document = self._doc.Catalog, self._doc
        catalog.Metadata = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}),
            self._xmp, filters=[])
        profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb(), filters=[pdfdoc.PDFZCompress])
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.__Refs__ = [name for name in catalog.__NoDefault__ if name != "OutputIntents"]
        catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary({
            "Type": pdfdoc.PDFName("OutputIntent"), "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"), "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile)})])


class _Element(pdfdoc.PDFObject):
    """A node as the file holds it, written by hand: there are hundreds, and reportlab's dictionaries are slow."""

    def __init__(self, node: Node, parent: str, pages: list[tuple[str, list[Node]]]) -> None:
        self._node, self._parent, self._pages = node, parent, pages

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        node = self._node
        out = [f"<</Type/StructElem/S/{node.role}/P {_reference(document, self._parent)}"]
        for key, value in (("Alt", node.alt), ("ActualText", node.actual), ("Lang", node.lang)):
            if value:
                out.append(f"/{key}{_string(value)}")
        if node.attributes:
            out.append(f"/A<<{node.attributes}>>")
        kids = " ".join([self._kid(document, kid) for kid in node.kids])
        return f"{''.join(out)}/K[{kids}]>>".encode("ascii")

    def _kid(self, document: pdfdoc.PDFDocument, kid: Node | _Piece | _Annotation) -> Raw:
        if isinstance(kid, Node):
            return _reference(document, kid.name)
        page = _reference(document, self._pages[kid.page][0])
        if isinstance(kid, _Piece):
            return f"<</Type/MCR/Pg {page}/MCID {kid.mcid}>>"
        return f"<</Type/OBJR/Pg {page}/Obj {_reference(document, kid.name)}>>"


class _ParentTree(pdfdoc.PDFObject):
    """The way back: the nodes of each page's marked pieces by number, and the node of each link."""

    def __init__(self, parents: list[list[str] | str]) -> None:
        self._parents = parents

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        out = []
        for number, names in enumerate(self._parents):
            if isinstance(names, str):
                out.append(f"{number} {_reference(document, names)}")
            else:
                out.append(f"{number} [{' '.join([_reference(document, name) for name in names])}]")
        return f"<</Nums[{' '.join(out)}]>>".encode("ascii")


def _reference(document: pdfdoc.PDFDocument, name: str) -> Raw:
    return f"{document.idToObjectNumberAndVersion[name][0]} 0 R"


def _string(text: str) -> Raw:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


@cache
def srgb() -> bytes:
    """The colour profile that PDF/A asks for; a file of ours, because one made on the spot holds the clock."""
    return (files("borgerplan_desktop.resources") / "srgb.icc").read_bytes()


def _end_streams_on_a_line_of_their_own() -> None:
    """PDF/A-2 clause 6.1.7.1 wants an end-of-line before `endstream`, which reportlab leaves out."""
    plain = pdfdoc.PDFStream.format

    def format(self: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
        return plain(self, document).removesuffix(b"endstream\n") + b"\nendstream\n"

    pdfdoc.PDFStream.format = format


_end_streams_on_a_line_of_their_own()

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>ReportLab PDF Library - (opensource)</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def _xmp(title: str, author: str, lang: str) -> bytes:
    return _XMP.format(title=html.escape(title), author=html.escape(author), lang=html.escape(lang)).encode()
