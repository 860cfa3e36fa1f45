"""Where the strip is cut: the pages that together cost least.

A page costs; so does white space at its foot (much of it far more than a little), a cut where slabs hold on to each
other, and a chapter that begins in the middle. A page less than two thirds full costs more than all of these, but for
what is NEVER parted. All cuts are weighed together, so that one page is not filled at the expense of the next. Where a
line or two too many would spill over, the air on the page gives way a little.
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from borgerplan_desktop.documents.paper.galley import NEVER, Galley, Slab

PAGE = .8                                                # one more page
WHITE = 2.5                                              # a page left all white; it goes with the third power
FULL = 2 / 3                                             # of its height: what a page holds at least, if others follow
SPARSE = 12.0                                            # a page that holds less, and more the less it holds
TIGHT = .1                                               # a page with as little air as may be
GIVES = .3                                               # part of the air that may give way


@dataclass(frozen=True)
class Page:
    slabs: Sequence[Slab]
    air: float                                           # how much of the air between them is kept: 1, or a little less

    @property
    def height(self) -> float:
        first, *rest = self.slabs
        carry = first.carry.height if first.carry is not None else 0.0
        return carry + first.height + sum(slab.air * self.air + slab.height for slab in rest)


def pages_of(galley: Galley) -> list[Page]:
    """The whole galley as pages. In large print a chapter seldom fills its page, and begins where it comes."""
    return cut(galley.slabs, galley.sheet.height, .1 if galley.sheet.stacked else .4)


def cut(slabs: Sequence[Slab], height: float, chapter: float) -> list[Page]:
    """The slabs of each page. `chapter` is what it costs when a chapter begins in the middle of a page."""
    count = len(slabs)
    ends, airs, chapters = [0.0], [0.0], [0]             # down to each slab: height, air in it, chapters begun
    for slab in slabs:
        ends.append(ends[-1] + slab.air + slab.height)
        airs.append(airs[-1] + slab.air)
        chapters.append(chapters[-1] + slab.chapter)
    ends_free = [end for end in range(1, count + 1) if end == count or slabs[end - 1].hold < NEVER]
    cheapest: dict[int, tuple[float, int, float]] = {0: (0.0, 0, 1.0)}   # cut before slab -> (cost, cut before, air)
    for start in range(count):
        if start not in cheapest:
            continue
        cost, begun = cheapest[start][0], chapters[start + 1]
        carry = slabs[start].carry
        offset = ends[start] + slabs[start].air - (carry.height if carry is not None else 0.0)
        fits = start + 1                                 # a slab higher than a page gets one anyway
        while fits < count and ends[fits + 1] - offset - GIVES * (airs[fits + 1] - airs[start + 1]) <= height:
            fits += 1
        free = ends_free[bisect_right(ends_free, start):bisect_right(ends_free, fits)]
        for end in free or range(start + 1, fits + 1):
            over, given = ends[end] - offset - height, 0.0
            total = cost + PAGE + chapter * (chapters[end] - begun)
            if over > 0 and (air := airs[end] - airs[start + 1]):
                given = over / air
                total += TIGHT * min(1.0, given / GIVES)
            if end < count:
                left = -over / height                    # of the page
                white = WHITE * left ** 3 if left > 0 else 0.0
                total += .6 * white if slabs[end].chapter else white + slabs[end - 1].hold
                lacks = FULL - 1 + left
                total += SPARSE * (1 + 3 * lacks) if lacks > 0 else 0.0
            if end not in cheapest or total < cheapest[end][0] - 1e-9:
                cheapest[end] = (total, start, 1 - min(given, GIVES))
    pages: list[Page] = []
    end = count
    while end > 0:
        _, start, air = cheapest[end]
        pages.append(Page(slabs[start:end], air))
        end = start
    return pages[::-1]
