"""What a kind of case looks like on the desk, as data: its tabs, its header, and where each of its rows lies."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.shell.header import HeaderFacts
from borgerplan_desktop.gui.shell.where_changed import PartOf, no_parts
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.row import Row


@dataclass(frozen=True)
class CasePage:
    """One tab. `make(desk, parent)` imports and builds it when it is first shown."""

    key: str
    name: str                                            # a msgid
    make: Callable[[Desk, QWidget], Tab]
    topic: str = "first"                                 # of the help
    icon: str = ""
    shortcut: str = ""                                   # as Qt writes keys: "Ctrl+1"
    among_people: bool = False                           # people sit together: no other citizen's name in sight


@dataclass(frozen=True)
class CasePages:
    """All that the shell knows of a kind of case.

    `lies_in`: the tab of every kind of row, a whole before its parts: of what changed together, the first kind is what
    the change is about. `header(case, now, tab, has_main_button)` tells what stands above the tabs. `part_of` and
    `parts`: the part of a tab in which a change lies, and what the parts are called (msgids).
    """

    name: str                                            # of the row of tabs, for who hears it: a msgid
    pages: tuple[CasePage, ...]
    lies_in: Mapping[type[Row], str]
    header: Callable[[Case, datetime, str, bool], HeaderFacts]
    part_of: PartOf = no_parts
    parts: Mapping[str, str] = field(default_factory=dict)
    is_house: bool = False                               # of the whole shelter, not of a citizen

    @property
    def keys(self) -> list[str]:
        return [page.key for page in self.pages]

    def page(self, key: str) -> CasePage:
        """Raises KeyError."""
        return {page.key: page for page in self.pages}[key]
