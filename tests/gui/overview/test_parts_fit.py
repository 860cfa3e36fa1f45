"""Every part of the whole course, empty and full, in the room of a usual pc: nothing is cut, also with large text."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.appearance.theme import apply_theme, px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.overview.parts import PARTS
from borgerplan_desktop.gui.overview.whole_course import WholeCourse
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.label import ElidedLabel
from borgerplan_desktop.i18n import day
from borgerplan_desktop.model.shelter import Shelter
from tests.documents.crowd import crowded

ROOM = (1094, 640)                                       # a tab's, at 1366×768
LONGEST = date(2026, 11, 28)
SOME = 5                                                 # of each kind; thirty take long to lay out


@pytest.fixture
def usual_size(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_theme(qapp, dark=False, size=1.0)


@pytest.mark.parametrize("full", [False, True], ids=["empty", "full"])
def test_nothing_is_cut(qtbot: QtBot, archive: Archive, opened: OpenCase, usual_size: QApplication,
                        full: bool) -> None:
    desk = Desk(crowd(archive) if full else opened)
    for size in (1.0, 2.0):
        apply_theme(usual_size, dark=False, size=size)
        course = WholeCourse(desk)
        qtbot.addWidget(course)
        course.resize(*ROOM)
        course.show()
        for part in PARTS:
            course.show_part(part.key)
            for _turn in range(6):
                QApplication.processEvents()
            assert course.part is not None
            assert cut(course) == [], (part.key, size)
        course.hide()
    desk.close()


def crowd(archive: Archive) -> OpenCase:
    """Some rows of every kind, with long words in each."""
    case = crowded()
    assert case.register is not None
    with archive.shelter.action("Taken in", undoable=False):
        for row in case.register.rows():
            if not isinstance(row, Shelter):
                archive.shelter.case.add(type(row)(id=row.id, **row.values()))
    made = OpenCase(archive.store, "crowd", archive.who, archive.clock, archive.shelter)
    with made.action("Taken in", undoable=False):
        for row in case.rows():
            number = row.id.removeprefix(row.__tablename__)
            if not number.isdigit() or int(number) < SOME:
                made.case.add(type(row)(id=row.id, **row.values()))
    return made


def cut(place: QWidget) -> list[str]:
    """What cannot be read whole, or only by scrolling sideways."""
    found = []
    for label in place.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel):
            fits = label.height() >= label.heightForWidth(label.width()) - 1 if label.wordWrap() else \
                label.width() >= label.sizeHint().width() - 1
            found += [] if fits else [label.text()[:60]]
    for edit in place.findChildren(DateEdit):
        field = edit.field
        words = field.fontMetrics().horizontalAdvance(day(LONGEST))
        if field.isVisible() and words > field.width() - px(22):         # its frame and padding
            found.append(f"{edit.accessibleName()}: a day of {words} in {field.width()}")
    found += [f"sideways: {area.accessibleName()}" for area in place.findChildren(QScrollArea)
              if area.isVisible() and area.horizontalScrollBar().maximum() > 0]
    return found
