"""The parts of the whole course, as data: what each is called, how it is made, and which rows lie in it."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.told import Told


@dataclass(frozen=True)
class Section:
    """One part. `make(desk, parent)` imports and builds it when it is first shown."""

    key: str
    name: str                                            # a msgid
    icon: str
    make: Callable[[Desk, QWidget], Tab]
    holds: frozenset[type[Row]] = frozenset()            # the rows that are found in it
    among_people: bool = False                           # people sit together: no other citizen's name in sight


def _coordinator(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.coordination.coordinator_page import CoordinatorPage
    return CoordinatorPage(desk, parent)


def _together(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.coordination.together_page import TogetherPage
    return TogetherPage(desk, parent)


SECTIONS: tuple[Section, ...] = (
    Section("coordinator", N_("Coordinator"), "link", _coordinator, frozenset({CoordinatorAssignment, Told})),
    Section("together", N_("How we work together"), "people", _together, frozenset({Cooperation, Expectation}), True),
)


def section_of(row: Row, sections: tuple[Section, ...] = SECTIONS) -> str:
    """The part in which a row lies; "" = none."""
    return next((each.key for each in sections if type(row) in each.holds), "")
