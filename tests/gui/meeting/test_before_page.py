"""A meeting is prepared as a person does it: by typing, ticking and choosing."""
from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting import participants
from borgerplan_desktop.casework.network.people import add_colleague, add_private_person, make_lay_representative
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.choose_people import ChoosePeople
from borgerplan_desktop.gui.meeting.meeting_dialogs import CallOff
from borgerplan_desktop.gui.meeting.meeting_tab import DURING, MeetingTab
from borgerplan_desktop.gui.meeting.participant_names import role_of
from borgerplan_desktop.gui.meeting.send_papers import SendPapers
from borgerplan_desktop.gui.widgets.still_while_pressed import StillWhilePressed
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus
from borgerplan_desktop.model.network import people
from borgerplan_desktop.model.shelter import StaffMember
from tests.gui.meeting.hands import press, tabbed, type_in


def night_watch(opened: OpenCase) -> StaffMember:
    assert opened.shelter is not None
    return next(one for one in opened.shelter.case.all(StaffMember) if one.name == "Mads Ravn")


def test_an_empty_case_says_what_to_do(tab: MeetingTab, opened: OpenCase) -> None:
    assert tab.pages.currentWidget() is tab.empty
    assert not tab.bar.isVisible()
    QTest.mouseClick(tab.empty.action, Qt.MouseButton.LeftButton)
    meeting = opened.case.the(Meeting)
    assert tab.meeting is meeting
    assert tab.pages.currentWidget() is tab.before
    assert tab.before.facts.details.isVisible()          # a meeting without a time is open for writing


def test_another_tab_can_ask_for_a_new_meeting(tab: MeetingTab, opened: OpenCase) -> None:
    tab.show_row("new")
    assert tab.meeting is opened.case.the(Meeting)
    assert tab.before.facts.date.field.hasFocus()


def test_the_checklist_is_ticked_and_leads_to_its_place(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    card = tab.before.checklist
    line = card.list.lines["room"]
    line.box.setFocus()
    QTest.keyClick(line.box, Qt.Key.Key_Space)
    assert planned.ticks == {"room"}
    assert card.bar.value() == 3                         # why, and why each one: it is written, so that is known
    assert card.title.words() == _("{done} of {total} are ready").format(done=3, total=10)
    press(card.list.lines["why"].box)
    assert tab.before.facts.purpose.hasFocus()
    place = card.list.lines["place"]
    QTest.mouseClick(place.short, Qt.MouseButton.LeftButton)
    assert tab.before.facts.where_field.hasFocus()
    assert place.more.isVisible()
    QTest.keyClick(line.box, Qt.Key.Key_Space)
    assert planned.ticks == set()


def test_a_line_the_program_knows_says_why_and_is_not_unticked_by_mistake(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    line = tab.before.checklist.list.lines["why"]
    assert line.box.isChecked()
    assert line.more.words() == _("It is written")
    assert _("It is written") in line.box.accessibleDescription()
    line.box.setFocus()
    QTest.keyClick(line.box, Qt.Key.Key_Space)
    assert line.box.isChecked()
    assert planned.ticks == set()
    assert tab.before.facts.purpose.hasFocus()           # where it can be changed
    tab.before.facts.purpose.clear()
    tab.before.facts.date.field.setFocus()
    assert not line.box.isChecked()


def test_every_line_of_the_checklist_leads_somewhere(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    for line in tab.before.checklist.list.lines.values():
        line.box.setFocus()
        press(line.box)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused is not line.box


def test_participants_say_why_and_what_the_consent_covers(tab: MeetingTab, planned: Meeting, desk: Desk,
                                                         opened: OpenCase, qtbot: QtBot) -> None:
    tab.show_row(planned.id)
    card = tab.before.participants
    rows = card.list.widgets()
    assert [row.name.text() for row in rows] == ["Jonas Prøve", "Eva Lind", "Nadia Bro"]
    assert [row.accessibleName() for row in rows] == ["Jonas Prøve", "Eva Lind", "Nadia Bro"]
    assert rows[2].why.toPlainText() == "kender behandlingen"
    assert rows[2].pill.text() == _("Not asked yet")
    assert card.warning.isVisible()
    assert "Nadia" in card.told.words()
    rows[2].why.setFocus()
    rows[2].why.selectAll()
    QTest.keyClicks(rows[2].why, "ved mest")
    QTest.keyClick(rows[2].why, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert rows[2].why.hasFocus()                        # moving does not interrupt the typing
    card.add.setFocus()
    assert [p.why for p in planned.participants][1] == "ved mest"
    with qtbot.assertNotEmitted(desk.go):                # one stays at the meeting
        card.ask.click()
    asking = tab.findChild(AskConsent)
    assert asking is not None
    assert asking.isVisible()
    assert list(asking._persons)[0] == planned.participants[1].member_id
    asking.reject()
    assert card.ask.hasFocus()
    add_private_person(opened, "Sara & <b>Ole</b>")
    kurt = add_private_person(opened, "Kurt")
    add_private_person(opened, "Lone")
    card.add.click()
    dialog = card.findChild(ChoosePeople)
    assert dialog is not None
    assert [box.accessibleName() for box in dialog.boxes.values()] == [
        _("{person} – consent is missing").format(person=name) for name in ("Sara & <b>Ole</b>", "Kurt", "Lone")]
    first = dialog.boxes[people(opened.case)[-3].id]
    assert dialog.focusWidget() is first
    assert not dialog.add.isEnabled()
    QTest.keyClick(first, Qt.Key.Key_Space)
    QTest.keyClick(dialog.boxes[kurt.id], Qt.Key.Key_Space)
    assert dialog.add.text() == "Tilføj 2 personer"
    assert "Kurt" in dialog.told.words()                 # whom to ask about is said at once
    QTest.keyClick(dialog.boxes[kurt.id], Qt.Key.Key_Return)
    assert len(planned.participants) == 5
    assert card.list.widgets()[3].why.hasFocus()
    opened.undo()                                        # one step for all
    assert len(planned.participants) == 3


def test_what_adds_a_point_stands_by_the_points_however_many_come(tab: MeetingTab, planned: Meeting,
                                                                  opened: OpenCase, qtbot: QtBot) -> None:
    for n in range(14):
        participants.add_participant(opened, planned, add_private_person(opened, f"Nadia {n}"), "kender behandlingen")
    tab.show_row(planned.id)
    card = tab.before.agenda
    last = card.list.widgets()[-1]
    qtbot.waitUntil(lambda: card.height() > 800)
    end = last.mapTo(card, last.rect().bottomLeft()).y()
    assert 0 < card.add.mapTo(card, card.add.rect().topLeft()).y() - end < 40
    assert 0 < card.way.mapTo(card, card.way.rect().topLeft()).y() - end < 120


def test_the_agenda_is_edited_in_place(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    card = tab.before.agenda
    count = len(planned.agenda)
    card.add.click()
    assert len(planned.agenda) == count + 1
    assert card.editor is not None
    assert card.editor.title.hasFocus()
    type_in(card.editor.title, "Hunden")
    card.editor.minutes.setValue(90)
    press(card.editor.minutes)
    assert planned.agenda[-3].title == "Hunden"          # before what the meeting ends with
    assert planned.agenda[-3].minutes == 90
    assert card.longer.isVisible()                       # longer than the meeting: said, not forbidden
    card.editor.up.click()
    assert planned.agenda[-4].title == "Hunden"
    card.editor.round.click()
    assert planned.agenda[-4].round
    QTest.keyClick(card.editor.title, Qt.Key.Key_Escape)
    assert card.editor is None
    row = card.list.of(planned.agenda[-4])
    assert row is not None
    row.line.setFocus()
    QTest.keyClick(row.line, Qt.Key.Key_Delete)
    assert len(planned.agenda) == count
    assert not card.longer.isVisible()


def test_an_agenda_that_no_longer_fits_is_said_and_shared_out_by_one_press(
        tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    card = tab.before.agenda
    before = [each.minutes for each in planned.agenda]
    assert not card.longer.isVisible()
    assert not card.share.isVisible()
    with opened.action("two hours"):
        assert planned.ends_at is not None
        planned.ends_at += timedelta(hours=1)
    tab.show_row(planned.id)
    assert "60 minutter" in card.longer.text()
    assert [each.minutes for each in planned.agenda] == before           # nothing by itself
    card.share.setFocus()
    press(card.share, Qt.Key.Key_Space)
    assert planned.minutes == 120
    assert not card.longer.isVisible()
    assert card.add.hasFocus()
    opened.undo()
    assert [each.minutes for each in planned.agenda] == before
    assert card.share.isVisible()
    with opened.action("half an hour"):
        assert planned.starts_at is not None
        planned.ends_at = planned.starts_at + timedelta(minutes=30)
    assert "30 minutter længere" in card.longer.text()
    card.share.click()
    assert planned.minutes == 30
    assert not card.longer.isVisible()


def test_a_round_with_too_little_time_for_everybody_is_said(tab: MeetingTab, planned: Meeting,
                                                            opened: OpenCase) -> None:
    tab.show_row(planned.id)
    card = tab.before.agenda
    for number in range(6):
        participants.add_participant(opened, planned, add_private_person(opened, f"Ven {number}"))
    assert card.longer.text() == "Runden har 6 minutter til 9 personer."
    card.share.click()
    assert not card.longer.isVisible()
    assert planned.minutes == 60


def test_tab_goes_as_one_reads(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    participants.add_participant(opened, planned, add_private_person(opened, "Sara"))
    participants.move_participant(opened, planned.participants[-1], 1)
    page = tab.before
    seen = tabbed(page.checklist.list.lines["why"].box, page.agenda.add)
    wanted = [*(line.box for line in page.checklist.list.lines.values()), page.facts.unfold, page.participants.add]
    for row in page.participants.list.widgets():
        wanted += [row.why, row.more]
    wanted += [page.participants.ask, page.agenda.more]
    wanted += [*(row.line for row in page.agenda.list.widgets()), page.agenda.add]
    assert seen == wanted


def test_invited_then_started_by_the_one_main_button(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    tab.main.click()
    dialog = next(each for each in tab.window().findChildren(SendPapers) if each.isVisible())
    dialog.note_button.click()
    assert planned.status is MeetingStatus.INVITED
    assert "27. okt." in tab.before.participants.list.widgets()[0].invited.text()
    assert _("Note the new ones as invited") not in [a.text() for a in tab.fill_menu().actions()]
    participants.add_participant(opened, planned, add_colleague(opened, night_watch(opened)))
    again = next(a for a in tab.fill_menu().actions() if a.text() == _("Note the new ones as invited"))
    again.trigger()
    assert planned.participants[-1].invited_on == opened.today()
    tab.main.click()
    assert planned.status is MeetingStatus.IN_PROGRESS
    assert tab.steps.current() == DURING


def test_called_off_with_who_and_why(tab: MeetingTab, planned: Meeting, qtbot: QtBot) -> None:
    tab.show_row(planned.id)
    dialog = CallOff(tab._desk, planned, tab)
    dialog.open()
    QTest.keyClicks(dialog.by, "Birgit")
    QTest.keyClicks(dialog.why, "syg")
    dialog.act.click()
    assert (planned.status, planned.called_off_by) == (MeetingStatus.CALLED_OFF, "Birgit")
    assert "Birgit" in tab.state.text()
    assert not tab.main.isVisible()
    assert [a.text() for a in tab.fill_menu().actions() if a.text()] == [
        _("All meetings"), _("Prepare another meeting"), _("Several meetings like this …"),
        _("Tell that it is called off …"), _("Take it out of calendars …")]


def test_a_role_that_says_it_already_is_not_said_twice(opened: OpenCase) -> None:
    ole = add_private_person(opened, "Ole Kragh", "bisidder")
    make_lay_representative(opened, ole)
    assert role_of(ole, opened.today()) == "bisidder"
    ole = add_private_person(opened, "Ib Kragh", "min ven")
    make_lay_representative(opened, ole)
    assert role_of(ole, opened.today()) == "min ven, bisidder"


def press_where_it_stands(box: QWidget) -> None:
    """With the mouse, through the window: what moves between press and release is missed."""
    QApplication.processEvents()
    window = box.window()
    handle = window.windowHandle()
    at = box.mapTo(window, box.rect().center())
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QApplication.processEvents()
    QApplication.processEvents()
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QApplication.processEvents()


def test_a_tick_is_not_lost_when_the_row_above_folds(qapp: QApplication, tab: MeetingTab, planned: Meeting) -> None:
    StillWhilePressed(qapp, tab)
    tab.show_row(planned.id)
    lines = tab.before.checklist.list.lines
    lines["who"].box.setFocus()
    QApplication.processEvents()
    for key in ("prepared", "room"):
        tab.before.page.ensureWidgetVisible(lines[key])
        press_where_it_stands(lines[key].box)
        assert key in planned.ticks
    assert lines["room"].more.isVisible()                # laid out anew as soon as the button is up


def test_a_press_lands_though_the_field_that_is_left_grows_the_page(
        qapp: QApplication, tab: MeetingTab, planned: Meeting) -> None:
    StillWhilePressed(qapp, tab)
    tab.show_row(planned.id)
    facts = tab.before.facts
    facts.open_at(facts.date.field)
    facts.date.field.selectAll()
    QTest.keyClicks(facts.date.field, "30. februar")     # leaving it says why below it: the page moves
    press_where_it_stands(facts.place_asked)
    assert planned.place_asked
    assert facts.date.message.isVisible()


def test_a_line_of_the_checklist_does_not_say_its_own_name_twice(tab: MeetingTab, opened: OpenCase) -> None:
    add_private_person(opened, "Ole Kragh", "")
    make_lay_representative(opened, people(opened.case)[-1])
    tab.prepare()
    line = tab.before.checklist.list.lines["lay_representative"]
    assert line.more.words() == "Ole Kragh"
    assert line.box.accessibleName().startswith("Bisidder: Har ")
    assert line.box.accessibleDescription().startswith("Ole Kragh.")


def test_what_is_read_aloud_below_a_line_ends_with_one_full_stop(tab: MeetingTab, opened: OpenCase) -> None:
    tab.prepare()
    line = tab.before.checklist.list.lines["room"]
    line.show_state(False, "Jonas begynder.", False)
    assert line.box.accessibleDescription().startswith("Jonas begynder. ")
