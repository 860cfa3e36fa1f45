"""The wheel scrolls: nothing that a person has chosen is another when the pointer has passed over it."""
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.responsibility import ask_office
from borgerplan_desktop.casework.papers.demo import fill_demo
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.gui.appearance.combo import ignore_wheel, turns
from borgerplan_desktop.gui.intake.responsibility import Responsibility
from borgerplan_desktop.gui.meeting.meeting_dialogs import CallOff
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.meeting.point_editor import PointEditor
from borgerplan_desktop.gui.network.move_and_remove import Leaving
from borgerplan_desktop.gui.network.people_table import PeopleTable
from borgerplan_desktop.gui.plan.details_row import RowWidget
from borgerplan_desktop.gui.printing.paper_window import show_paper
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.model.meeting import AgendaItem, Meeting
from borgerplan_desktop.model.network import people
from tests.gui.appearance.test_dialog_size import DIALOGS
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, session_of

MOUSE, TRACKPAD = (QPoint(), QPoint(0, -120)), (QPoint(0, -7), QPoint(0, -12))


def turn(field: QWidget, by: tuple[QPoint, QPoint] = MOUSE) -> None:
    at = QPointF(field.rect().center())
    pixels, angle = by
    QApplication.sendEvent(field, QWheelEvent(
        at, QPointF(field.mapToGlobal(at.toPoint())), pixels, angle, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False))


def value_of(field: QWidget) -> object:
    match field:
        case QComboBox() | QTabBar():
            return field.currentIndex()
        case QAbstractSlider():
            return field.value()
        case QAbstractSpinBox():
            return field.text()
    raise TypeError(field)


def in_calendar(field: QWidget) -> bool:
    above: QWidget | None = field
    while above is not None and not isinstance(above, QCalendarWidget):
        above = above.parentWidget()
    return above is not None


def changed_in(place: QWidget) -> list[str]:
    """Turn the wheel over everything in `place` that has a value; which of them let it."""
    fields = [w for w in place.findChildren(QWidget)
              if isinstance(w, QComboBox | QAbstractSpinBox | QAbstractSlider | QTabBar)
              and not isinstance(w, QScrollBar) and not in_calendar(w)]
    found = []
    for field in fields:
        before = value_of(field)
        for focused in (False, True):
            if focused:
                field.setFocus(Qt.FocusReason.TabFocusReason)
            for by in (MOUSE, TRACKPAD, TRACKPAD, (QPoint(), QPoint(0, 120))):
                turn(field, by)
                if value_of(field) != before:
                    found.append(f"{type(field).__name__} {field.objectName()} {field.accessibleName()}")
                    break
    return found


def count_in(place: QWidget) -> int:
    return sum(turns(w) for w in place.findChildren(QWidget))


@pytest.fixture
def demo(program: Program, at_work: Hands) -> Hands:
    session_of(program).open(fill_demo(archive_of(program)))
    return at_work


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def test_no_field_of_any_page(program: Program, demo: Hands) -> None:
    session, desk = session_of(program), desk_of(program)
    before = len(archive_of(program).store.lines())
    seen = 0
    for key in CITIZEN_PAGES.keys:
        for row_id in [member.id for member in people(desk.case)][:3] if key == "network" else [""]:
            session.go(key, row_id)
            settle()
            page = session.page(key)
            assert page is not None
            for row in page.findChildren(RowWidget):
                row.show_details(True)
            if isinstance(page, MeetingTab):
                for step in range(3):
                    page._on_step(step)
                    settle()
                    seen += count_in(page)
                    assert changed_in(page) == []
            for table in page.findChildren(PeopleTable):
                table.edit(table.model().index(0, 2))
            settle()
            seen += count_in(page)
            assert changed_in(program.window) == [], key
    assert seen > 30
    assert len(archive_of(program).store.lines()) == before


@pytest.mark.parametrize("name", [*DIALOGS, "call off", "leaving", "settings", "restore", "point", "consent form",
                                  "asked office"])
def test_no_field_of_any_dialog(program: Program, demo: Hands, name: str) -> None:
    archive, desk, window = archive_of(program), desk_of(program), program.window
    if name in DIALOGS:
        DIALOGS[name](archive, desk, window)
    elif name == "call off":
        CallOff(desk, desk.case.all(Meeting)[0], window).open()
    elif name == "leaving":
        Leaving(desk, people(desk.case)[1], window).open()
    elif name == "settings":
        window.settings_action.trigger()
    elif name == "restore":
        from borgerplan_desktop.gui.start.restore_dialog import RestoreDialog

        RestoreDialog(archive.location, archive.clock, window, archive)
    elif name == "consent form":
        show_paper(desk, BY_KEY["consent"], window)
    elif name == "asked office":
        ask_office(desk.opened, "Hjemløseenheden")
        Responsibility(desk, window).open()
    else:
        PointEditor(desk, desk.case.all(AgendaItem)[0], window)
    settle()
    for dialog in window.findChildren(QDialog) + window.findChildren(PointEditor):
        assert changed_in(dialog) == []
        dialog.close()


@pytest.mark.parametrize("by", [MOUSE, TRACKPAD])
def test_the_page_is_scrolled_past_a_field(qtbot: QtBot, by: tuple[QPoint, QPoint]) -> None:
    page = PageScroll()
    qtbot.addWidget(page)
    combo, number = ignore_wheel(QComboBox()), ignore_wheel(QSpinBox())
    combo.addItems(["Stærk", "Svær lige nu", "Ingen kontakt nu"])
    for field in (combo, number):
        page.body.addWidget(field)
    page.body.addSpacing(3000)
    page.resize(300, 300)
    page.show()
    settle()
    for field in (combo, number):
        for focus in (False, True):
            if focus:
                field.setFocus(Qt.FocusReason.MouseFocusReason)
            page.verticalScrollBar().setValue(0)
            pixels, angle = by
            QTest.wheelEvent(page.windowHandle(), QPointF(field.mapTo(page, field.rect().center())), angle, pixels)
            settle()
            assert page.verticalScrollBar().value() > 0
    assert combo.currentIndex() == 0
    assert number.value() == 0


def test_what_the_walk_would_see(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    combo = QComboBox(place)
    combo.addItems(["Stærk", "Svær lige nu"])
    assert len(changed_in(place)) > 0
