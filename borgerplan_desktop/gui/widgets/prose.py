"""Whose words a text field holds, for whoever helps with writing."""
from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QPlainTextEdit, QWidget

E = TypeVar("E", bound=QPlainTextEdit)
_CITIZENS, _NO_PROSE, _EVERYBODYS = "citizens_own", "no_prose", "everybodys"


def citizens_own(edit: E) -> E:
    """The citizen's own words stand here: nobody hints that they could be said better."""
    edit.setProperty(_CITIZENS, True)
    return edit


def is_citizens_own(edit: QPlainTextEdit) -> bool:
    return bool(edit.property(_CITIZENS))


def no_prose(edit: E) -> E:
    """Addresses and the like, or words of somebody else's paper: there is nothing to help with."""
    edit.setProperty(_NO_PROSE, True)
    return edit


def is_prose(edit: QPlainTextEdit) -> bool:
    """Whether sentences are written in it."""
    return not edit.isReadOnly() and not edit.property(_NO_PROSE)


def everybodys(page: QWidget) -> None:
    """What is written on it is for every citizen of the shelter: nobody's name gets in there by itself."""
    page.setProperty(_EVERYBODYS, True)


def is_everybodys(edit: QWidget) -> bool:
    """Whether it stands on such a page, or in a dialog that was opened from one."""
    within: QWidget | None = edit
    while within is not None and not within.property(_EVERYBODYS):
        within = within.parentWidget()
    return within is not None
