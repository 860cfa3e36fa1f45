"""Where the strip is cut: the pages that together cost least.

A page costs; so does white space at its foot, a cut where slabs hold on to each other, and a chapter that begins in the
middle. All cuts are weighed together, so that one page is not filled at the expense of the next.
"""
from __future__ import annotations

from collections.abc import Sequence

from borgerplan_desktop.documents.paper.galley import NEVER, Slab

PAGE = .6                                                # one more page


def cut(slabs: Sequence[Slab], height: float, chapter: float = .5) -> list[Sequence[Slab]]:
    """The slabs of each page. `chapter` is what it costs when a chapter begins in the middle of a page."""
    count = len(slabs)
    ends = [0.0]                                         # how far down the strip each slab ends
    chapters = [0]                                       # how many chapters have begun before it
    for slab in slabs:
        ends.append(ends[-1] + slab.air + slab.height)
        chapters.append(chapters[-1] + slab.chapter)
    cheapest: dict[int, tuple[float, int]] = {0: (0.0, 0)}    # cut before slab -> (cost so far, cut before that)
    for start in range(count):
        if start not in cheapest:
            continue
        cost = cheapest[start][0]
        carry = slabs[start].carry
        offset = ends[start] + slabs[start].air - (carry.height if carry is not None else 0.0)
        fits = start + 1                                 # a slab higher than a page gets one anyway
        while fits < count and ends[fits + 1] - offset <= height + .01:
            fits += 1
        free = [end for end in range(start + 1, fits + 1) if end == count or slabs[end - 1].hold < NEVER]
        for end in free or range(start + 1, fits + 1):
            fill = (ends[end] - offset) / height
            total = cost + PAGE + chapter * (chapters[end] - chapters[start + 1])
            if end < count:
                total += _cut_cost(slabs[end - 1], slabs[end], fill)
            if end not in cheapest or total < cheapest[end][0] - 1e-9:
                cheapest[end] = (total, start)
    pages: list[Sequence[Slab]] = []
    end = count
    while end > 0:
        start = cheapest[end][1]
        pages.append(slabs[start:end])
        end = start
    return pages[::-1]


def _cut_cost(above: Slab, below: Slab, fill: float) -> float:
    white = (1 - fill) ** 2
    return .6 * white if below.chapter else above.hold + 1.5 * white
