"""Larger text while a whole course is open: what nobody sees is let go of, and nothing half written is lost."""
from __future__ import annotations

from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.contacts.contacts_part import ContactsPart
from borgerplan_desktop.gui.overview.overview_tab import OverviewTab
from borgerplan_desktop.gui.overview.parts import PARTS
from borgerplan_desktop.gui.overview.whole_course import WholeCourse
from tests.journeys.hands import Hands
from tests.window import session_of, take_in


def whole_course(program: Program) -> WholeCourse:
    tab = session_of(program).page("overview")
    assert isinstance(tab, OverviewTab)
    return tab.whole_course()


def test_parts_behind_are_made_again_and_what_is_begun_in_them_stays(program: Program, at_work: Hands) -> None:
    take_in(at_work, "Jonas Bækgaard")
    session = session_of(program)
    for part in PARTS:
        session.go("overview", part.key)
    course = whole_course(program)
    session.go("overview", "contacts")
    part = course.part
    assert isinstance(part, ContactsPart)
    part.missed.what.setFocus()
    at_work.write("Jobsamtalen")
    session.go("overview", "together")
    front = course.part
    at_work.type("Vil helst mødes her", "På en café")
    assert len(course.pages.findChildren(ContactsPart)) == 1
    assert course.pages.count() == len(PARTS)
    program.window.larger_action.trigger()
    assert course.pages.count() == 2                     # the one in front, and the one with half a line in it
    assert course.part is front
    at_work.wait(lambda: QApplication.font().pointSizeF() > 12, "larger text")
    session.go("overview", "contacts")
    assert course.part is part
    assert part.missed.what.text() == "Jobsamtalen"
    for each in PARTS:
        session.go("overview", each.key)
        assert course.entry is not None
        assert (course.entry.key, course.part is not None) == (each.key, True)
    assert course.pages.count() == len(PARTS)


def test_presses_that_come_together_are_laid_out_once(program: Program, at_work: Hands) -> None:
    assert program.preferences is not None
    dressed: list[float] = []
    theme = program.preferences._theme
    theme.changed.connect(lambda: dressed.append(theme.size))
    for _press in range(5):
        program.window.larger_action.trigger()
    program.window.smaller_action.trigger()
    assert dressed == []
    at_work.wait(lambda: bool(dressed), "larger text")
    assert dressed == [1.4]
