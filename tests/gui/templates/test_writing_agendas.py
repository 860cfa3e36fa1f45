"""The shelter's agendas in the settings: written point by point, moved, copied, undone, and begun from."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting.new_meeting import begin_new, new_meetings
from borgerplan_desktop.casework.meeting.ways import way_of
from borgerplan_desktop.casework.meeting.write_agenda import add_agenda, add_point
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.number_typed import NumberTyped
from borgerplan_desktop.gui.templates.agenda_dialog import AgendaDialog
from borgerplan_desktop.gui.templates.templates_page import TemplatesPage
from borgerplan_desktop.model.meeting_way import MeetingKind, PointKind, Way
from borgerplan_desktop.model.shelter import AgendaTemplate, PointLead, TemplatePoint

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, archive: Archive) -> Iterator[TemplatesPage]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 560)
    desk = Desk(archive.shelter)
    page = TemplatesPage(desk, window)
    page.resize(640, 560)
    window.show()
    yield page
    desk.close()


@pytest.fixture
def writing(page: TemplatesPage) -> Iterator[AgendaDialog]:
    page.agendas.empty.action.click()
    (dialog,) = page.window().findChildren(AgendaDialog)
    yield dialog
    with suppress(RuntimeError):                         # it has been closed
        dialog.accept()


def test_it_is_written_with_the_keys_alone_and_a_meeting_begins_from_it(
        writing: AgendaDialog, page: TemplatesPage, opened: OpenCase) -> None:
    assert writing.title.hasFocus()
    assert "Ingen punkter endnu" in writing.total.words()
    QTest.keyClicks(writing.title, "Tænk højt")
    for _press in range(4):
        QTest.keyClick(writing.kind, Qt.Key.Key_Down)
    writing.kind.activated.emit(writing.kind.currentIndex())
    QTest.keyClick(writing.add_button, Qt.Key.Key_Space)
    (box,) = writing.points.widgets()
    assert box.title.hasFocus()
    QTest.keyClicks(box.title, "{name} lytter")
    box.minutes.setFocus()
    box.minutes.selectAll()
    QTest.keyClicks(box.minutes, "25")
    box.minutes.findChildren(NumberTyped)[0]._pause.timeout.emit()
    assert box.point.minutes == 25                       # also when the program is killed before it is left
    box.what.setCurrentIndex(box.what.findData(PointKind.THINK_ALOUD))
    box.what.activated.emit(box.what.currentIndex())
    box.lead.setCurrentIndex(1)
    box.lead.activated.emit(1)
    QTest.keyClick(box.round, Qt.Key.Key_Space)
    template = writing.template
    writing.reject()                                     # what is typed is stored
    (point,) = template.points
    assert (point.title, point.minutes, point.kind, point.lead, point.round, point.goals) == (
        "{name} lytter", 25, PointKind.THINK_ALOUD, PointLead.CITIZEN, True, False)
    assert (template.title, template.kind) == ("Tænk højt", MeetingKind.TALK)
    (line,) = page.agendas.lines.widgets()
    assert line.about.words() == "Samtale · 25 min.: Borgeren lytter"
    assert opened.shelter is not None
    opened.shelter.catch_up()
    made = begin_new(opened, new_meetings(opened)[-1])
    assert (made.kind, way_of(made)) == (MeetingKind.TALK, Way.THINK_ALOUD)
    assert made.agenda[0].minutes == 25
    assert "{name}" not in made.agenda[0].title


def test_points_are_moved_by_key_and_by_button_and_taken_back(writing: AgendaDialog, archive: Archive) -> None:
    template = writing.template
    for title in ("et", "to", "tre"):
        add_point(archive.shelter, template, title)
    first = writing.points.widgets()[0]
    assert first.down.accessibleName() == "Flyt »et« ned"
    first.title.setFocus()
    QTest.keyClick(first.title, Qt.Key.Key_Down, ALT)
    assert [box.point.title for box in writing.points.widgets()] == ["to", "et", "tre"]
    first.down.click()
    first.down.click()                                   # no further than the end
    assert [each.title for each in template.points] == ["to", "tre", "et"]
    QTest.keyClick(first.title, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(first.title, Qt.Key.Key_Z, CTRL)
    assert [each.title for each in template.points] == ["et", "to", "tre"]
    QTest.keyClick(first.title, Qt.Key.Key_Y, CTRL)
    first.remove.click()
    assert [each.title for each in template.points] == ["to", "tre"]
    writing.undo_button.click()
    assert [each.title for each in template.points] == ["to", "et", "tre"]
    assert writing.total.words() == "30 min."


def test_the_goals_are_one_point_that_is_there_once(writing: AgendaDialog) -> None:
    writing.goals_button.click()
    (box,) = writing.points.widgets()
    assert box.point.goals
    assert box.what.currentText() == "Borgerens mål, et ad gangen"
    assert writing.goals_button.isHidden()
    box.what.setCurrentIndex(0)
    box.what.activated.emit(0)
    assert not box.point.goals
    assert not writing.goals_button.isHidden()


def test_one_in_which_nothing_was_written_is_gone_when_it_closes(writing: AgendaDialog, archive: Archive) -> None:
    writing.reject()
    assert archive.shelter.case.all(AgendaTemplate) == []


def test_a_copy_has_all_points_and_the_first_stays(page: TemplatesPage, archive: Archive) -> None:
    template = add_agenda(archive.shelter, "Opfølgning")
    add_point(archive.shelter, template, "Velkommen")
    (line,) = page.agendas.lines.widgets()
    line.copy_button.click()
    names = [each.name.words() for each in page.agendas.lines.widgets()]
    assert names == ["Opfølgning", "Opfølgning (kopi)"]
    copy = page.agendas.lines.widgets()[1].template
    assert isinstance(copy, AgendaTemplate)
    assert [each.title for each in copy.points] == ["Velkommen"]
    archive.shelter.undo()
    assert archive.shelter.case.all(AgendaTemplate) == [template]


def test_a_number_of_one_citizen_is_seen_while_it_stands_there(writing: AgendaDialog, archive: Archive) -> None:
    point = add_point(archive.shelter, writing.template, "Velkommen")
    assert writing.numbers.isHidden()
    write(archive.shelter, point, TemplatePoint.title, "Ring om 010180-1234", "x")
    assert not writing.numbers.isHidden()
    writing.undo()
    assert writing.numbers.isHidden()


def test_nothing_runs_out_sideways_in_large_text(qapp: QApplication, page: TemplatesPage, archive: Archive) -> None:
    try:
        apply_theme(qapp, dark=False, size=2.0)
        page.window().resize(1024, 700)
        dialog = AgendaDialog(archive.shelter, add_agenda(archive.shelter, "Opfølgning"), page.window())
        dialog.open()
        for _round in range(4):
            qapp.processEvents()
        assert dialog.page_scroll.horizontalScrollBar().maximum() == 0
        dialog.accept()
    finally:
        apply_theme(qapp, dark=False, size=1.0)
