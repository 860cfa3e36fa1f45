"""How far a paper that grows has come: its states beside each other, the present one under a heavy rule and bold."""
from __future__ import annotations

from collections.abc import Sequence

from borgerplan_desktop.documents.paper.galley import NEVER, Galley, Slab, Stroke, set_text, side_by_side
from borgerplan_desktop.documents.paper.typography import HEAVY, INK, LINE, THIN

GAP = 16.0


def state_strip(g: Galley, states: Sequence[str], present: int, says: str) -> None:
    """The states, counted from 1; `says` is what the present one is called aloud."""
    sheet = g.sheet
    width = (sheet.width - GAP * (len(states) - 1)) / len(states)
    lefts = [number * (width + GAP) for number in range(len(states))]
    rules = [Stroke(left, 0, width, HEAVY if number == present else THIN, INK if number == present else LINE)
             for number, left in enumerate(lefts)]
    columns = []
    for number, (state, left) in enumerate(zip(states, lefts, strict=True)):
        node = g.tag("P", actual=says) if number == present else g.tag("P")
        columns.append(set_text(f"{number + 1}  {state}", sheet.strong if number == present else sheet.quiet, node,
                                left, width))
    g.add([Slab(sheet.line * .4, [*rules], hold=NEVER), *side_by_side(*columns)], before=.75, after=1)
