"""Several papers as one file: their pages one after another, each with a bookmark, still read aloud as they were."""
from __future__ import annotations

import html
import io
import re
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

_TITLE = re.compile(rb"(<dc:title>.*?<rdf:li[^>]*>)[^<]*(</rdf:li>)", re.DOTALL)
Bookmark = tuple[str, str, list[float | None], int, list["Bookmark"]]       # name, kind of place, where, page, below
_SUBJECT = re.compile(rb"(<dc:description>.*?<rdf:li[^>]*>)[^<]*(</rdf:li>)", re.DOTALL)


def together(papers: Sequence[tuple[str, bytes]], title: str) -> bytes:
    """One PDF of several, (what it is called, its PDF) each, in that order: all are parts of one structure, with the
    first one's colour space and metadata, so that what was PDF/UA and PDF/A in each is so in all. The same papers give
    the same bytes.
    """
    import pikepdf

    with ExitStack() as open_files:
        whole, *others = (open_files.enter_context(pikepdf.open(io.BytesIO(pdf))) for _name, pdf in papers)
        bookmarks, begins = [_bookmarks(whole)], [0]
        body = _body_of(whole)
        for more in others:
            begins.append(len(whole.pages))
            bookmarks.append(_bookmarks(more))
            whole.pages.extend(more.pages)
            _take_in(whole, body, more, begins[-1])
        with whole.open_outline() as outline:
            outline.root[:] = [_bookmark((name, "Fit", [], 0, own), begins[number])
                               for number, ((name, _pdf), own) in enumerate(zip(papers, bookmarks, strict=True))]
        _call(whole, title)
        out = io.BytesIO()
        whole.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _body_of(whole: pikepdf.Pdf) -> Any:
    """The one element that all papers lie in: the first one's own becomes a part of it, as those of the others will."""
    import pikepdf

    tree = whole.Root.StructTreeRoot
    body = whole.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.StructElem, S=pikepdf.Name.Document, P=tree, K=pikepdf.Array([])))
    _put(body, tree.K)
    tree.K = pikepdf.Array([body])
    return body


def _put(body: Any, papers: Any) -> None:
    import pikepdf

    for each in papers if isinstance(papers, pikepdf.Array) else [papers]:
        each.S, each.P = pikepdf.Name.Part, body
        body.K.append(each)


def _take_in(whole: pikepdf.Pdf, body: Any, more: pikepdf.Pdf, first: int) -> None:
    """The structure of another paper behind what is there: its elements, and the numbers that lead back to them."""
    tree, theirs = whole.Root.StructTreeRoot, whole.copy_foreign(more.Root.StructTreeRoot)
    offset = int(tree.ParentTreeNextKey)
    for page in list(whole.pages)[first:]:
        for holder in (page.obj, *page.obj.get("/Annots", [])):
            for key in ("/StructParents", "/StructParent"):
                if key in holder:
                    holder[key] = int(holder[key]) + offset
    numbers = theirs.ParentTree.Nums
    for at in range(0, len(numbers), 2):
        tree.ParentTree.Nums.append(int(numbers[at]) + offset)
        tree.ParentTree.Nums.append(numbers[at + 1])
    tree.ParentTreeNextKey = offset + int(theirs.ParentTreeNextKey)
    _put(body, theirs.K)


def _bookmarks(paper: pikepdf.Pdf) -> list[Bookmark]:
    """A paper's own, as they stand below its name in the whole."""
    numbers = {page.obj.objgen: number for number, page in enumerate(paper.pages)}

    def read(items: Sequence[Any]) -> list[Bookmark]:
        found = []
        for each in items:
            where = each.destination
            if where is not None and where[0].objgen in numbers:
                found.append((each.title, str(where[1])[1:], [_number(value) for value in list(where)[2:]],
                              numbers[where[0].objgen], read(each.children)))
        return found

    with paper.open_outline() as outline:
        return read(outline.root)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _bookmark(mark: Bookmark, begins: int) -> pikepdf.OutlineItem:
    import pikepdf

    name, kind, numbers, page, below = mark
    places: dict[str, Any] = dict(zip(("left", "top", "zoom"), numbers, strict=False)) if kind == "XYZ" else {}
    item = pikepdf.OutlineItem(name, begins + page, kind if kind == "XYZ" else "Fit", **{
        key: value for key, value in places.items() if value is not None})
    item.children.extend(_bookmark(each, begins) for each in below)
    return item


def _call(whole: pikepdf.Pdf, title: str) -> None:
    """What the file is called, for who opens it; nothing else of what it says of itself changes."""
    words = html.escape(title).encode()
    metadata = whole.Root.Metadata
    xmp = metadata.read_bytes()
    for place in (_TITLE, _SUBJECT):
        xmp = place.sub(lambda found: found[1] + words + found[2], xmp, count=1)
    metadata.write(xmp)
    whole.docinfo["/Title"] = title
    whole.docinfo["/Subject"] = title
