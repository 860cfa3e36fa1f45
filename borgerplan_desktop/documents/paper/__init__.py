"""The paper: how every document of the house is set, as one tagged PDF (PDF/UA-1 and PDF/A-2a at once).

Read the modules in this order:

    two_languages  words of ours that carry what they are in the language beside them
    text      the one door through which words reach a page, and how they break into lines
    script    which letters can be set, and the mark for those that cannot
    fonts     FiraGO and how wide it runs
    sheet     sizes, colours, margins: the typographic system, scaled by one number
    structure the tree of tags: what is a heading, a list, a table
    identity  what the file says it is
    tagging   a canvas that ties what is drawn to the tree
    galley    the long strip of slabs (lines, rows, figures) that a document is set as
    pages     where the strip is cut into pages
    parts     heading, quote, labelled row, list, signature: what a document is written with
    table     ruled tables that run on over pages
    marks     ticks, bullets, ties, arrows: small drawings
    course_line, ladder, network    the three pictures
    build     galley -> bytes

A document (`documents/plan.py`) writes parts into a galley and asks `build` for its bytes. Nothing parses markup, and
nothing is written to a file.
"""
from __future__ import annotations

import sys
from types import ModuleType

# reportlab runs whatever code it finds under these names on sys.path; before anything of ours imports it, there is
# nothing to find
for _name in ("reportlab.local_rl_settings", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))
