"""What is wrong with the pages a paper was cut into, measured on the galley: no PDF is made."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from unittest.mock import patch

from borgerplan_desktop.documents.paper.galley import NEVER, Galley, Slab, Words
from borgerplan_desktop.documents.paper.pages import Page, pages_of
from borgerplan_desktop.documents.paper.structure import Node

FULL = 2 / 3                                             # of a page that others follow
BUILD = "borgerplan_desktop.documents.paper.build.pages_of"


class _Cut(Exception):
    """The pages are there; nobody needs them drawn."""


def cut_pages(draw: Callable[[], object]) -> tuple[Galley, list[Page]]:
    """The galley of a paper and its pages; they are not drawn."""
    found: list[tuple[Galley, list[Page]]] = []

    def cut(galley: Galley) -> list[Page]:
        found.append((galley, pages_of(galley)))
        raise _Cut

    with patch(BUILD, cut), suppress(_Cut):
        draw()
    return found[0]


def says(page: Page) -> list[str]:
    return [mark.text for slab in page.slabs for mark in slab.marks if isinstance(mark, Words)]


def faults_of(galley: Galley, pages: Sequence[Page]) -> list[str]:
    """Every fault in words, with its page."""
    return [f"page {number} of {len(pages)} {fault}" for number, page in enumerate(pages, 1)
            for fault in _faults(galley, page, pages[number] if number < len(pages) else None)]


def _faults(galley: Galley, page: Page, following: Page | None) -> Iterator[str]:
    height = galley.sheet.height
    if page.height > height + .01 and len(page.slabs) > 1:
        yield "is too full"
    if following is None:
        return
    last, first = page.slabs[-1], following.slabs[0]
    if all(_heads(node) and not _lines(following, node) for node in _nodes(last)) and _nodes(last):
        yield f"ends with the heading {says(page)[-1]!r}"
    higher_than_a_page = _run(page.slabs[::-1], behind=True) + _run(following.slabs) > height
    if last.hold >= NEVER and not higher_than_a_page:
        yield f"ends with {says(page)[-1:]}, which belongs to the next"
    for node in () if higher_than_a_page else {id(node): node for node in _nodes(last)}.values():
        above, below = _lines(page, node), _lines(following, node)
        if below and 1 in (above, below) and above + below > 1:
            yield f"leaves a line alone: {says(page)[-1]!r} | {says(following)[0]!r}"
    if page.height < FULL * height and page.height + first.air + _run(following.slabs) <= height:
        yield f"is {page.height / height:.0%} full, before {says(following)[:2]}"


def _nodes(slab: Slab) -> list[Node]:
    return [mark.node for mark in slab.marks if isinstance(mark, Words) and mark.node is not None]


def _heads(node: Node) -> bool:
    return node.role[:1] == "H" and node.role[1:].isdigit()


def _lines(page: Page, node: Node) -> int:
    return sum(any(each is node for each in _nodes(slab)) for slab in page.slabs)


def _run(slabs: Sequence[Slab], *, behind: bool = False) -> float:
    """How high the first slabs are that nothing may part; `behind`: the last ones, read backwards."""
    height = 0.0
    for number, slab in enumerate(slabs):
        if behind and number and slab.hold < NEVER:
            break
        height += slab.height + (slab.air if number or behind else 0.0)
        if not behind and slab.hold < NEVER:
            break
    return height
