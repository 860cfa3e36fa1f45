"""A signature drawn on the screen, set on paper: the strokes as they were drawn, and below them who and when."""
from __future__ import annotations

from itertools import pairwise

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.typography import INK
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.signature import HEIGHT, WIDTH, Signature


def signed_on_screen(p: PlanContext, signature: Signature, words: str) -> None:
    """`words` say who signed and when; they are what the drawing is called aloud too."""
    width = p.galley.sheet.width / 2
    height = width * HEIGHT / WIDTH

    def paint(c: TaggedCanvas) -> None:
        c.stroke(INK, 1.4)
        for stroke in signature.strokes:
            for (x, y), (to_x, to_y) in pairwise(stroke if len(stroke) > 1 else (*stroke, *stroke)):
                c.line(x * width / WIDTH, height - y * height / HEIGHT, to_x * width / WIDTH,
                       height - to_y * height / HEIGHT)

    parts.figure(p.galley, width, height, paint, words)
    parts.rule(p.galley)
    parts.paragraph(p.galley, words, width=p.galley.sheet.width)
