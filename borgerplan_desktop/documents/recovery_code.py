"""The recovery code on one calm page: for a locked cupboard, and for the day when everybody has forgotten."""
from __future__ import annotations

import re
from dataclasses import replace

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.build import Footer, build
from borgerplan_desktop.documents.paper.galley import Galley
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper.typography import FIRM, INK, Sheet
from borgerplan_desktop.documents.paper_words import Words

GROUP, PER_LINE = 4, 4                                   # characters in a group, groups on a line


def recovery_code_pdf(shelter: str, code: str, language: str = "da") -> bytes:
    """The page to print. `code` may have blanks or hyphens between its groups; they do not matter."""
    words = Words.of(language)
    g = Galley(Sheet(language=language), words.tag)
    parts.title(g, shelter or words.say("Borgerplan"), words.say("Our recovery code"),
                words.say("For the locked cupboard. Do not keep it beside the computer."))
    with g.inside("Sect"):
        parts.paragraph(g, words.say("This code is the only way in if everybody forgets their password."),
                        g.sheet.voice, width=g.sheet.width, after=0)
        parts.paragraph(g, words.say("Nobody else can help, not even those who made the program."),
                        g.sheet.voice, width=g.sheet.width, after=1.5)
        style = replace(g.sheet.numeral, color=INK)
        for line in code_lines(code):
            parts.paragraph(g, line, style, width=g.sheet.width, after=.5)
    parts.rule(g, FIRM, INK, before=1.75, after=1)
    with g.inside("Sect"):
        parts.heading(g, words.say("When you need it"), before=0)
        steps = (words.say("Choose »Forgotten your password?« where you log in."),
                 words.say("Type the code from this paper. Spaces and capital letters do not matter."),
                 words.say("Choose a new password."))
        parts.items(g, [Item(step, sign=f"{number}.") for number, step in enumerate(steps, 1)], gap=.5, after=1)
        parts.paragraph(g, words.say("If you get a new code, this one no longer works. Tear this paper up."),
                        x=g.sheet.axis)
    footer = Footer((shelter, words.say("Recovery code")), words.say("page {page} of {total}"))
    return build(g, words.say("Our recovery code"), footer)


def code_lines(code: str) -> list[str]:
    """The code in groups, a few on each line."""
    signs = re.sub(r"[\s-]", "", code).upper()
    groups = [signs[i:i + GROUP] for i in range(0, len(signs), GROUP)]
    return ["  ".join(groups[i:i + PER_LINE]) for i in range(0, len(groups), PER_LINE)]
