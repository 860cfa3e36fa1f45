"""An agenda is kept as a template and begun from, as a person does it; in the settings it gets another name."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting.agenda_templates import agenda_templates, keep_agenda
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.templates.agenda_dialog import AgendaDialog
from borgerplan_desktop.gui.templates.templates_page import TemplatesPage
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting
from tests.gui.meeting.hands import press, type_in


def test_kept_by_the_keyboard_and_begun_from(qtbot: QtBot, desk: Desk, tab: MeetingTab, planned: Meeting,
                                             opened: OpenCase) -> None:
    tab.show_row(planned.id)
    card = tab.before.agenda
    card.open_item(planned.agenda[0])
    assert card.editor is not None
    type_in(card.editor.title, "Velkommen med kaffe")
    assert [a.text() for a in card.fill_menu().actions() if a.text()] == [_("Keep as a template …")]
    dialog = card.keep()
    assert dialog is not None
    assert "Velkommen med kaffe" in dialog.points[0].words()
    press(dialog.title)
    assert dialog.isVisible()                            # it has no name yet, and the sentence says so
    assert dialog.title_trouble.words() == _("Write what the template is called.")
    assert dialog.focusWidget() is dialog.title
    QTest.keyClicks(dialog.title, "Med kaffe")
    with qtbot.waitSignal(desk.told) as told:
        press(dialog.title)
    assert told.args is not None
    assert "»Med kaffe«" in told.args[0]
    assert not dialog.isVisible()
    assert opened.shelter is not None
    assert [each.title for each in agenda_templates(opened.shelter.case)] == ["Med kaffe"]
    other = plan_meeting(opened)
    tab.show_row(other.id)
    begin = card.fill_menu().actions()[0]
    assert begin.text() == _("Begin from »{title}«").format(title="Med kaffe")
    begin.trigger()
    assert card.list.widgets()[0].title.words() == "Velkommen med kaffe"
    opened.undo()
    assert card.list.widgets()[0].title.words() == _("Welcome, and why we are here")
    again = card.keep()
    assert again is not None
    QTest.keyClicks(again.title, "med KAFFE")
    assert again.there.isVisible()                       # it would become this one
    QTest.keyClick(again, Qt.Key.Key_Escape)


def test_a_name_in_a_point_is_said_and_nothing_is_kept(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    with opened.action("name"):
        planned.agenda[0].title = "Nadia Bro siger velkommen"
    dialog = tab.before.agenda.keep()
    assert dialog is not None
    QTest.keyClicks(dialog.title, "Møde")
    press(dialog.title)
    assert "Nadia" in dialog.trouble.words()
    assert opened.shelter is not None
    assert agenda_templates(opened.shelter.case) == []


def test_in_herberget_it_gets_another_name_and_goes_out_of_use(
        qtbot: QtBot, archive: Archive, opened: OpenCase) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 560)
    desk = Desk(archive.shelter)
    page = TemplatesPage(desk, window)
    page.resize(640, 560)
    window.show()
    assert page.agendas.lines.isHidden()
    assert not page.agendas.empty.isHidden()
    kept = keep_agenda(opened, plan_meeting(opened), "Opfølgning")
    (line,) = page.agendas.lines.widgets()
    assert "Velkommen" in line.about.words()
    assert line.about.words().startswith("Netværksmøde · 60 min.")
    line.edit_button.click()
    (dialog,) = window.findChildren(AgendaDialog)
    type_in(dialog.title, "Opfølgning, en time")
    dialog.accept()
    assert kept.title == line.name.words() == "Opfølgning, en time"
    assert line.use_button.accessibleName() == _("Take »{title}« out of use").format(title="Opfølgning, en time")
    line.use_button.setFocus()
    QTest.keyClick(line.use_button, Qt.Key.Key_Space)
    assert kept.retired
    assert page.agendas.lines.isHidden()
    assert page.agendas.retired.widgets()[0].use_button.text() == _("Take into use")
    archive.shelter.undo()
    assert not kept.retired
    desk.close()
