"""Every date field, wherever it stands: a date is never cut, so that it would read as another one."""
from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QScrollArea, QStyle, QStyleOptionFrame, QWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.papers.demo import fill_demo
from borgerplan_desktop.gui.overview.parts import PARTS
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.i18n import day
from tests.journeys.hands import Hands
from tests.window import archive_of, session_of

LONGEST = day(date(2026, 9, 30))
PLACES = [(key, "") for key in CITIZEN_PAGES.keys] + [("overview", each.key) for each in PARTS]


def settle() -> None:
    for _ in range(12):
        QApplication.processEvents()


def cut(place: QWidget) -> list[str]:
    """The date fields in it where the longest date has no room, or of which a part is out of sight."""
    found = []
    for each in place.findChildren(DateEdit):
        field = each.field
        if not field.isVisible():
            continue
        option = QStyleOptionFrame()
        field.initStyleOption(option)
        inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
        around = each.parentWidget()
        assert around is not None
        needed = field.fontMetrics().horizontalAdvance(LONGEST)
        if inside.width() < needed or not around.rect().contains(each.geometry()):
            found.append(f"{each.accessibleName()}: {inside.width()} of {needed}")
    return found


def sideways(place: QWidget) -> list[str]:
    """What is wider than what it is scrolled in."""
    return [f"{area.accessibleName()}: {inner.width()} in {area.viewport().width()}"
            for area in place.findChildren(QScrollArea) if area.isVisible()
            and (inner := area.widget()) is not None and inner.width() > area.viewport().width()]


def test_the_longest_date_has_room_at_every_part(program: Program, at_work: Hands) -> None:
    session = session_of(program)
    session.open(fill_demo(archive_of(program)))
    trouble = {}
    for tab, row_id in PLACES:
        session.go(tab, row_id)
        settle()
        front = session.page(tab)
        assert front is not None
        if wrong := cut(front) + [each for each in sideways(front) if tab != "network"]:
            trouble[tab, row_id] = wrong
    assert trouble == {}
