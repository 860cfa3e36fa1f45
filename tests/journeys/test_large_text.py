"""The largest text in a usual and in a small window: every tab can be read and used, by scrolling one way only."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.papers.demo import fill_demo
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.meeting.whole_page_scroll import LEAST
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.gui.widgets.chip_button import ChipButton
from tests.journeys.hands import Hands
from tests.window import archive_of, session_of

LARGEST = 2.0
USUAL, SMALL = (1366, 768), (1024, 700)
WIDE_BY_NATURE = {SMALL: {"network"}}                    # the map is a drawing: it may be scrolled sideways too


@pytest.fixture
def demo(program: Program, at_work: Hands, qapp: QApplication) -> Iterator[Hands]:
    apply_theme(qapp, dark=False, size=LARGEST)
    session_of(program).open(fill_demo(archive_of(program)))
    yield at_work
    apply_theme(qapp, dark=False, size=1.0)


def settle() -> None:
    for _ in range(12):
        QApplication.processEvents()


def squeezed(place: QWidget) -> list[str]:
    return [f"{label.objectName()} {label.text()[:40]}" for label in place.findChildren(QLabel)
            if label.isVisible() and label.wordWrap() and label.height() < label.heightForWidth(label.width()) - 1]


def sideways(place: QWidget) -> list[str]:
    return [f"{area.objectName()} {area.accessibleName()}" for area in place.findChildren(QScrollArea)
            if area.isVisible() and area.horizontalScrollBar().maximum() > 0]


@pytest.mark.parametrize("size", [USUAL, SMALL])
def test_every_tab(program: Program, demo: Hands, size: tuple[int, int]) -> None:
    program.window.resize(*size)
    for key in CITIZEN_PAGES.keys:
        session_of(program).go(key)
        settle()
        assert (program.window.width(), program.window.height()) == size
        assert squeezed(program.window) == [], key
        if key not in WIDE_BY_NATURE.get(size, set()):
            assert sideways(program.window) == [], key


@pytest.mark.parametrize("size", [USUAL, SMALL])
def test_the_header_leaves_room_for_the_page(program: Program, demo: Hands, size: tuple[int, int],
                                             qapp: QApplication) -> None:
    program.window.resize(*size)
    session_of(program).go("meetings")
    settle()
    workspace = program.window.workspace()
    assert workspace is not None
    header = workspace.header
    assert header.height() < size[1] * 0.3
    assert header.print_button.width() >= header.print_button.sizeHint().width()   # its words are whole, or away
    assert header.print_button.accessibleName() == "Udskriv planen"
    chips = [chip for chip in header.chips.findChildren(ChipButton) if chip.isVisible()]
    assert all(header.chips.rect().contains(chip.geometry()) for chip in chips)
    rest = next(chip for chip in chips if chip.text().startswith(f"+{len(header.facts().chips) + 1 - len(chips)}"))
    assert "Ole Kragh" in rest.accessibleDescription()   # what is out of sight is still told
    apply_theme(qapp, dark=False, size=1.0)
    settle()
    assert header.print_button.text() == "Udskriv planen"
    assert demo.sees("Bisidder: Ole Kragh")
    assert not rest.isVisible()


@pytest.mark.parametrize("size", [USUAL, SMALL])
def test_a_meeting_is_scrolled_as_one(program: Program, demo: Hands, size: tuple[int, int],
                                      qapp: QApplication) -> None:
    program.window.resize(*size)
    session_of(program).go("meetings")
    tab = session_of(program).page("meetings")
    assert isinstance(tab, MeetingTab)
    tab._on_start()
    settle()
    areas = [area for area in tab.during.findChildren(QScrollArea) if area.isVisible()]
    assert len(areas) > 2
    assert [a.accessibleName() for a in areas if a.verticalScrollBar().maximum() > 0] == ["Mødet"]
    around = tab.during.around
    for button in (tab.during.new_agreement.add, tab.during.next):
        around.ensureWidgetVisible(button)
        settle()
        assert isinstance(button, QPushButton)
        assert button.visibleRegion().boundingRect().size() == button.size()
    apply_theme(qapp, dark=False, size=1.0)              # with room again, the agenda scrolls by itself
    program.window.resize(*USUAL)
    settle()
    assert tab.during.page.minimumHeight() == LEAST
    assert tab.during.left.agenda_scroll.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded
