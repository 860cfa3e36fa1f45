"""Give modules back the import they had before PySide6.

PySide6 wraps `__import__` so that a module may say `from __feature__ import snake_case`. To know who uses PySide6, it
reads, splits and keeps the source of every module imported later, whoever wrote it. We use no feature, and with the
demo open it kept 22 MB of source text and took a third of the time to import SQLAlchemy (both measured).
"""
from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  it is this that wraps the import


def take_back_import() -> None:
    """Import as before; without effect where PySide6 has wrapped nothing. (PySide6.support.feature)"""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
