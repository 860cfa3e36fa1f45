"""An experiment: the same paper as PDF 2.0 and PDF/UA-2 (ISO 14289-2:2024) instead of PDF/UA-1 and PDF/A-2a.

What PDF/UA-2 asks beyond PDF/UA-1, and what is done for it here, on the finished file:
- the file is PDF 2.0, and says in its metadata which part and revision it follows;
- every element names its namespace: that of PDF 2.0, and of PDF 1.7 for what 2.0 has dropped (BlockQuote);
- a quotation holds paragraphs only;
- a list with labels says how it is numbered;
- a bookmark leads to the heading itself (a structure destination), not to a place on a page.
"""
from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

PDF2, PDF17 = "http://iso.org/pdf2/ssn", "http://iso.org/pdf/ssn"
DROPPED = frozenset({"/BlockQuote"})                     # roles that PDF 2.0 no longer has
_HEADING = re.compile(r"/H[1-6]")
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev></rdf:Description>"""
_FIRST = re.compile(r"<\?xpacket begin.*?<rdf:RDF[^>]*>", re.DOTALL)
_OLD = re.compile(r"<pdfaid:.*?</pdfuaid:part>|<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=.*?"
                  r"</rdf:Description>(?=\s*</rdf:RDF>)", re.DOTALL)


def as_ua2(data: bytes) -> bytes:
    """A paper of ours, as PDF/UA-2; the same paper gives the same bytes."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree = pdf.Root.StructTreeRoot
        spaces = {name: pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Namespace, NS=pikepdf.String(name)))
                  for name in (PDF2, PDF17)}
        tree.Namespaces = pikepdf.Array([spaces[PDF2], spaces[PDF17]])
        headings = []
        for element in _elements(tree):
            role = str(element.S)
            element.NS = spaces[PDF17 if role in DROPPED else PDF2]
            if role == "/L":
                element.A = pikepdf.Dictionary(O=pikepdf.Name.List, ListNumbering=pikepdf.Name(
                    "/Ordered" if _numbered(element) else "/Unordered"))
            elif role == "/BlockQuote":
                _mark_within(element)
            elif _HEADING.fullmatch(role):
                headings.append(element)
        _lead_to_headings(pdf, headings)
        xmp = bytes(pdf.Root.Metadata.read_bytes()).decode()
        pdf.Root.Metadata.write(_FIRST.sub(lambda _: _XMP, _OLD.sub("", xmp), count=1).encode(), filter=None)
        del pdf.Root.OutputIntents                       # PDF/A's; the colours are said to be sRGB there alone
        del pdf.trailer.Info                             # PDF 2.0 has this in the metadata only
        into = io.BytesIO()
        pdf.save(into, force_version="2.0", deterministic_id=True)
    return into.getvalue()


def _elements(node: Any) -> Iterator[Any]:
    import pikepdf

    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _mark_within(quote: Any) -> None:
    """A quotation holds paragraphs only: its mark goes into the first of them (ISO 32005, table 5)."""
    import pikepdf

    mark, words = [*quote.K, None, None][:2]
    if words is not None and mark.S == "/Span" and words.S == "/P":
        mark.P = words
        words.K = pikepdf.Array([mark, *words.K])
        quote.K = pikepdf.Array([words])


def _numbered(whole: Any) -> bool:
    return str(whole.K[0].K[0].get("/ActualText", "")).rstrip(".").isdigit()


def _lead_to_headings(pdf: Any, headings: list[Any]) -> None:
    """The bookmarks are the headings, in the same order (a test holds us to it)."""
    import pikepdf

    at = iter(headings)

    def lead(first: Any) -> None:
        while first is not None:
            for key in ("/Dest", "/A"):
                if key in first:
                    del first[key]
            first.Dest = pikepdf.Array([next(at), pikepdf.Name.Fit])
            lead(first.get("/First"))
            first = first.get("/Next")

    if "/Outlines" in pdf.Root:
        lead(pdf.Root.Outlines.get("/First"))
    for key in ("/Dests", "/Names"):
        if key in pdf.Root:
            del pdf.Root[key]
