"""Writing in one field of one row: what every form does."""
from __future__ import annotations

from typing import Any

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.row import Field, Row


def write(opened: OpenCase, row: Row, field: Field, value: Any, name: str, *, typing: bool = False) -> None:
    """Set `field` (as in `Goal.title`) as an action of its own; nothing happens when it has the value already."""
    with opened.action(name, typing=typing):
        setattr(row, field.key, value)
