"""Circles for a pen: one question with five answers from No to Yes, and a circle as the cell of a table."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import NEVER, Drawing, Galley, Slab, set_text, side_by_side
from borgerplan_desktop.documents.paper.parts import Tick
from borgerplan_desktop.documents.paper.structure import Node
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.two_languages import beside_of, main_of
from borgerplan_desktop.documents.paper.typography import FIRM, INK, WHITE

ROUND = 1.5                                              # how wide a circle is, of the size of the text
GAP = 6.0                                                # points between the words of two answers


@dataclass(frozen=True)
class Circle(Tick):
    """An empty circle where a table has a box to tick."""

    def slab(self, g: Galley, node: Node, x: float = 0.0) -> Slab:
        side = g.sheet.size
        return Slab(g.sheet.line * 1.1, [_circle(x, g.sheet.line * .5 - side * .5, side, node)])


def answers(g: Galley, words: Sequence[str]) -> None:
    """The circles side by side, each over its word; they stay together."""
    sheet = g.sheet
    side, lefts, rooms = sheet.size * ROUND, *_places(g, words)
    row = Slab(side + sheet.half * .5, hold=NEVER)
    said: list[list[Slab]] = []
    with g.inside("L") as whole:
        for number, word in enumerate(words):
            item = whole.child("LI")
            row.marks.append(_circle(lefts[number], 0, side, item.child("Lbl", actual="○")))
            said.append(set_text(word, sheet.quiet, item.child("LBody"), lefts[number], rooms[number]))
    below = side_by_side(*said)
    parts.hold_together(below)
    g.add([row, *below], after=.5)


def _places(g: Galley, words: Sequence[str]) -> tuple[list[float], list[float]]:
    """Where each answer begins, and the room for its word: equal shares; where a word needs more than that, each gets
    what its word needs and the rest is shared, so that no answer is broken.
    """
    width, each = g.sheet.width, g.sheet.width / len(words)
    needs = [max(g.sheet.quiet.width(main_of(word)), g.sheet.quiet.width(beside_of(word))) + GAP + 1 for word in words]
    rest = (width - sum(needs)) / len(words)
    shares = [each] * len(words) if max(needs) <= each or rest < 0 else [need + rest for need in needs]
    return [sum(shares[:number]) for number in range(len(words))], [share - GAP for share in shares]


def _circle(x: float, down: float, side: float, node: Node) -> Drawing:
    def paint(c: TaggedCanvas) -> None:
        c.stroke(INK, FIRM, fill=WHITE)
        c.circle(side / 2, side / 2, side / 2 - FIRM, stroke=1, fill=1)

    return Drawing(x, down, side, side, paint, node)
