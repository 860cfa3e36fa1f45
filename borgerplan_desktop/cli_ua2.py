"""An experiment, for who knows of it: with BORGERPLAN_UA2 set, every paper from the terminal is PDF/UA-2."""
from __future__ import annotations

import os


def as_asked(pdf: bytes) -> bytes:
    """The paper as it is, or as PDF/UA-2, which is then no PDF/A any more."""
    if not os.environ.get("BORGERPLAN_UA2"):
        return pdf
    from borgerplan_desktop.documents.paper.pdf_ua2 import as_ua2

    return as_ua2(pdf)
