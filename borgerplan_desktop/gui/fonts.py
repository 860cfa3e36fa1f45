"""FiraGO, the same type on screen and paper, handed to Qt."""
from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

from borgerplan_desktop.gui.theme import FAMILY

FACES = ("figo", "figbo")  # Regular and Bold in pymupdf-fonts


def load_fonts() -> None:
    """Make FiraGO known to Qt, once; raises RuntimeError when Qt refuses the file."""
    if FAMILY in QFontDatabase.families():
        return
    from pymupdf_fonts import myfont

    for face in FACES:
        if QFontDatabase.addApplicationFontFromData(QByteArray(myfont(face))) < 0:
            raise RuntimeError(f"Qt could not read the font {face}")
