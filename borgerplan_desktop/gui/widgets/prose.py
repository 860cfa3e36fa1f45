"""Whose words a text field holds, for whoever helps with writing."""
from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QPlainTextEdit

E = TypeVar("E", bound=QPlainTextEdit)
_CITIZENS, _NO_PROSE = "citizens_own", "no_prose"


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
