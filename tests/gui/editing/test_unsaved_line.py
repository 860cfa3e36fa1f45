"""What is begun in a line of a page stands there again when somebody comes back to the citizen."""
from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.contacts.missed import begin_path, remove_missed
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.gui.contacts.contacts_part import ContactsPart
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.reach_path import ReachPath
from borgerplan_desktop.gui.editing.unsaved_input import UnsavedLine
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.papers import Draft


def line(qtbot: QtBot, desk: Desk) -> QLineEdit:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    UnsavedLine(edit, desk, "appointment")
    return edit


def test_it_stands_there_again_and_nobody_has_to_choose(qtbot: QtBot, desk: Desk, opened: OpenCase) -> None:
    line(qtbot, desk).setText("Advokat Bo")
    desk.close()
    assert drafts.waiting(opened) == []
    again = Desk(opened)
    assert line(qtbot, again).text() == "Advokat Bo"
    again.close()                                        # untouched: still there, once
    assert [draft.text for draft in opened.case.all(Draft)] == ["Advokat Bo"]


def test_written_on_it_is_kept_once(qtbot: QtBot, desk: Desk, opened: OpenCase) -> None:
    line(qtbot, desk).setText("Advokat Bo")
    desk.close()
    again = Desk(opened)
    line(qtbot, again).setText("Advokat Bo, mandag")
    again.close()
    assert [draft.text for draft in opened.case.all(Draft)] == ["Advokat Bo, mandag"]


def test_when_it_is_emptied_it_is_over(qtbot: QtBot, desk: Desk, opened: OpenCase) -> None:
    line(qtbot, desk).setText("Advokat Bo")
    desk.close()
    again = Desk(opened)
    line(qtbot, again).clear()
    assert opened.case.all(Draft) == []
    again.close()


def test_three_fields_of_the_page_and_a_path(qtbot: QtBot, desk: Desk, opened: OpenCase) -> None:
    missed = begin_path(opened, "Tandlæge", opened.today())
    page = ContactsPart(desk)
    qtbot.addWidget(page)
    path = page.missed.paths.widget(missed)
    assert isinstance(path, ReachPath)
    page.missed.what.setText("Jobsamtalen")
    page.appointments.text.setText("Advokat Bo")
    path.note.setText("telefonen er slukket")
    desk.close()
    again = Desk(opened)
    page = ContactsPart(again)
    qtbot.addWidget(page)
    path = page.missed.paths.widget(missed)
    assert isinstance(path, ReachPath)
    assert (page.missed.what.text(), page.appointments.text.text(), path.note.text()) == (
        "Jobsamtalen", "Advokat Bo", "telefonen er slukket")
    page.appointments.on_field.setDate(opened.today())
    page.appointments.add.click()
    assert [each.text for each in opened.case.all(Appointment)] == ["Advokat Bo"]
    assert sorted(draft.text for draft in opened.case.all(Draft)) == ["Jobsamtalen", "telefonen er slukket"]
    again.close()


def test_where_the_row_is_gone_somebody_chooses(qtbot: QtBot, desk: Desk, opened: OpenCase) -> None:
    missed = begin_path(opened, "Tandlæge", opened.today())
    around = QWidget()
    qtbot.addWidget(around)
    ReachPath(desk, missed, around).note.setText("telefonen er slukket")
    desk.close()
    assert drafts.waiting(opened) == []
    remove_missed(opened, missed)
    assert [draft.text for draft in drafts.waiting(opened)] == ["telefonen er slukket"]
