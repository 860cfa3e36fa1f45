"""The structure tree of a tagged PDF: what is a heading, a list, a table, in reading order; and how it is filed."""
from __future__ import annotations

from collections.abc import Iterator

from reportlab.pdfbase import pdfdoc

from borgerplan_desktop.documents.paper.text import one_line
from borgerplan_desktop.documents.paper.two_languages import lacks, main_of

Raw = str                                                # a piece of PDF syntax


class Node:
    """One element of the structure tree. Its kids are nodes, marked pieces of a page, and links."""

    __slots__ = ("actual", "alt", "attributes", "kids", "lang", "name", "role")

    def __init__(self, role: str, *, alt: str = "", actual: str = "", lang: str = "", attributes: Raw = "") -> None:
        self.lang = lang or lacks(alt) or lacks(actual)
        self.role, self.alt, self.actual, self.attributes = role, main_of(alt), main_of(actual), attributes
        self.kids: list[Node | Piece | Annotation] = []
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


class Piece:
    """Marked content number `mcid` on a page."""

    __slots__ = ("mcid", "page")

    def __init__(self, page: int, mcid: int) -> None:
        self.page, self.mcid = page, mcid


class Annotation:
    """A link on a page, by its name among reportlab's objects."""

    __slots__ = ("name", "page")

    def __init__(self, page: int, name: str) -> None:
        self.page, self.name = page, name


class Element(pdfdoc.PDFObject):
    """A node as the file holds it, written by hand: there are hundreds, and reportlab's dictionaries are slow. What is
    heard of it and not seen goes through the same door as what is seen, with the paper's marks in its `language`.
    """

    def __init__(self, node: Node, parent: str, pages: list[tuple[str, list[Node]]], language: str = "da") -> None:
        self._node, self._parent, self._pages, self._language = node, parent, pages, language

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        node = self._node
        out = [f"<</Type/StructElem/S/{node.role}/P {_reference(document, self._parent)}"]
        for key, value in (("Alt", node.alt), ("ActualText", node.actual)):
            if value:
                out.append(f"/{key}{_string(one_line(value, self._language))}")
        if node.lang:
            out.append(f"/Lang{_string(node.lang)}")
        if node.attributes:
            out.append(f"/A<<{node.attributes}>>")
        kids = " ".join([self._kid(document, kid) for kid in node.kids])
        return f"{''.join(out)}/K[{kids}]>>".encode("ascii")

    def _kid(self, document: pdfdoc.PDFDocument, kid: Node | Piece | Annotation) -> Raw:
        if isinstance(kid, Node):
            return _reference(document, kid.name)
        page = _reference(document, self._pages[kid.page][0])
        if isinstance(kid, Piece):
            return f"<</Type/MCR/Pg {page}/MCID {kid.mcid}>>"
        return f"<</Type/OBJR/Pg {page}/Obj {_reference(document, kid.name)}>>"


class ParentTree(pdfdoc.PDFObject):
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
