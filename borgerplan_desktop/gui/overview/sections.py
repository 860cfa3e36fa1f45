"""The parts of the whole course, as data: what each is called, how it is made, and which rows lie in it."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.leaving import (
    AfterCare,
    AfterCareCall,
    ClipUsed,
    HomeSupportWish,
    LeavingTick,
    RelapseSign,
)
from borgerplan_desktop.model.row import Row


@dataclass(frozen=True)
class Section:
    """One part. `make(desk, parent)` imports and builds it when it is first shown."""

    key: str
    name: str                                            # a msgid
    icon: str
    make: Callable[[Desk, QWidget], Tab]
    holds: frozenset[type[Row]] = frozenset()            # the rows that are found in it
    among_people: bool = False                           # people sit together: no other citizen's name in sight


def _leaving(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.leaving.leaving_page import LeavingPage
    return LeavingPage(desk, parent)


def _after_care(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.leaving.after_care_page import AfterCarePage
    return AfterCarePage(desk, parent)


SECTIONS: tuple[Section, ...] = (
    Section("leaving", N_("Moving out"), "house", _leaving, frozenset({LeavingTick, HomeSupportWish, Stay})),
    Section("after_care", N_("After-care"), "phone", _after_care,
            frozenset({AfterCare, AfterCareCall, ClipUsed, RelapseSign})),
)


def section_of(row: Row, sections: tuple[Section, ...] = SECTIONS) -> str:
    """The part in which a row lies; "" = none."""
    return next((each.key for each in sections if type(row) in each.holds), "")
