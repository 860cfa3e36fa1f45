"""A meeting as a person holds it: prepared, held and closed through the tab, with a clock that is told the time."""
from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework import after_meeting, checklists, meeting_now, meetings, participants
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.people import add_colleague, add_private_person
from borgerplan_desktop.gui.desk import Desk
from borgerplan_desktop.gui.meeting.dialogs import CallOff, ShareAnyway
from borgerplan_desktop.gui.meeting.meeting_tab import AFTER, BEFORE, DURING, MeetingTab
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Feedback, Meeting, MeetingStatus, Presence
from borgerplan_desktop.model.papers import Delivery
from borgerplan_desktop.model.plan import PlanVersion, open_agreements
from borgerplan_desktop.model.shelter import StaffMember
from tests.house import Clock

NAME = "<b>Ole</b> & Co <img src=x>"


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> MeetingTab:
    made = MeetingTab(desk)
    qtbot.addWidget(made)
    made.resize(1308, 613)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def planned(opened: OpenCase) -> Meeting:
    """An hour from now, with the citizen, the contact person, and Nadia whom no consent covers."""
    start = opened.now() + timedelta(hours=1)
    made = meetings.plan_meeting(opened, starts_at=start, ends_at=start + timedelta(hours=1), place="Mødelokale 2",
                                 purpose="Vi laver planen sammen")
    participants.add_participant(opened, made, add_private_person(opened, "Nadia Bro"), "kender behandlingen")
    return made


def night_watch(opened: OpenCase) -> StaffMember:
    assert opened.shelter is not None
    return next(one for one in opened.shelter.case.all(StaffMember) if one.name == "Mads Ravn")


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(widget, key)


def type_in(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    press(field)


# ------------------------------------------------------------------------------------------------------------- before
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


def test_prepared_by_typing(tab: MeetingTab, opened: OpenCase) -> None:
    tab.prepare()
    meeting, facts = opened.case.the(Meeting), tab.before.facts
    type_in(facts.date.field, "12. november")
    type_in(facts.starts.field, "13")
    type_in(facts.ends.field, "14.30")
    assert (meeting.starts_at, meeting.ends_at) == (datetime(2026, 11, 12, 13), datetime(2026, 11, 12, 14, 30))
    type_in(facts.place, "Mødelokale 2")
    facts.wants.setFocus()
    QTest.keyClicks(facts.wants, "Et sted at bo")
    facts.avoids.setFocus()
    assert meeting.place_text == "Mødelokale 2"
    assert meeting.citizen_wants == "Et sted at bo"
    assert "Mødelokale 2" in facts.summary.words()
    assert "13.00–14.30" in facts.summary.words()
    type_in(facts.starts.field, "15")                    # it is as long as before
    assert meeting.ends_at == datetime(2026, 11, 12, 16, 30)


def test_an_end_before_the_start_is_refused_beside_the_field(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    facts = tab.before.facts
    facts.unfold.setChecked(True)
    before = planned.ends_at
    said_elsewhere: list[str] = []
    tab._desk.unsaid.connect(said_elsewhere.append)
    type_in(facts.ends.field, "9.00")
    assert not said_elsewhere                            # once is enough
    assert planned.ends_at == before
    assert facts.ends.message.isVisible()
    type_in(facts.ends.field, "hest")
    assert "hest" in facts.ends.message.words()
    type_in(facts.ends.field, "12")
    assert not facts.ends.message.isVisible()
    assert planned.ends_at is not None
    assert planned.ends_at.hour == 12


def test_a_meeting_over_midnight(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    tab.before.facts.unfold.setChecked(True)
    type_in(tab.before.facts.starts.field, "22.30")
    type_in(tab.before.facts.ends.field, "0.30")
    assert planned.starts_at is not None
    assert planned.ends_at == planned.starts_at + timedelta(hours=2)


def test_the_checklist_is_ticked_and_leads_to_its_place(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    card = tab.before.checklist
    line = card.list.lines["why"]
    line.box.setFocus()
    QTest.keyClick(line.box, Qt.Key.Key_Space)
    assert planned.ticks == {"why"}
    assert card.bar.value() == 1
    assert card.title.words() == _("{done} of {total} are ready").format(done=1, total=10)
    press(line.box)
    assert tab.before.facts.purpose.hasFocus()
    place = card.list.lines["place"]
    QTest.mouseClick(place.short, Qt.MouseButton.LeftButton)
    assert tab.before.facts.place.hasFocus()
    assert place.more.isVisible()
    QTest.keyClick(line.box, Qt.Key.Key_Space)
    assert planned.ticks == set()


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
    with qtbot.waitSignal(desk.go) as gone:
        card.ask.click()
    assert gone.args == ["papers", planned.participants[1].member_id]
    add_private_person(opened, "Sara & <b>Ole</b>")
    offered = [action for action in card.fill_menu().actions() if action.data()]
    assert [action.text() for action in offered] == ["Sara && <b>Ole</b>"]
    offered[0].trigger()
    assert len(planned.participants) == 4
    assert card.list.widgets()[3].why.hasFocus()


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
    assert planned.agenda[-1].title == "Hunden"
    assert planned.agenda[-1].minutes == 90
    assert card.longer.isVisible()                       # longer than the meeting: said, not forbidden
    card.editor.up.click()
    assert planned.agenda[-2].title == "Hunden"
    card.editor.round.click()
    assert planned.agenda[-2].round
    QTest.keyClick(card.editor.title, Qt.Key.Key_Escape)
    assert card.editor is None
    row = card.list.of(planned.agenda[-2])
    assert row is not None
    row.line.setFocus()
    QTest.keyClick(row.line, Qt.Key.Key_Delete)
    assert len(planned.agenda) == count
    assert not card.longer.isVisible()


def tabbed(first: QWidget, last: QWidget) -> list[QWidget]:
    """Where Tab goes, from one to the other."""
    QApplication.processEvents()                         # rows that have just come are shown now
    first.setFocus()
    seen = [first]
    while seen[-1] is not last and len(seen) < 200:
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
    return seen


def test_tab_goes_as_one_reads(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    participants.add_participant(opened, planned, add_private_person(opened, "Sara"))
    participants.move_participant(opened, planned.participants[-1], 1)
    page = tab.before
    seen = tabbed(page.checklist.list.lines["why"].box, page.agenda.add)
    wanted = [*(line.box for line in page.checklist.list.lines.values()), page.facts.unfold, page.participants.add]
    for row in page.participants.list.widgets():
        wanted += [row.why, row.more]
    wanted += [page.participants.ask, *(row.line for row in page.agenda.list.widgets()), page.agenda.add]
    assert seen == wanted


def test_tab_goes_as_one_reads_during_the_meeting(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    meeting_now.start_meeting(opened, planned)
    tab.show_row(planned.id)
    meeting_now.park_topic(opened, planned, "Cyklen")
    page = tab.during
    line = page.new_agreement
    assert tabbed(page.full, page.next) == [
        page.full, *page.points.widgets(), page.topics.widgets()[0].button, page.park_words, *page.voices.voices(),
        line.what, line.who, line.when, line.add, page.park, page.quiet, page.show_minutes, page.show_reminders,
        page.end, page.next]


def test_invited_then_started_by_the_one_main_button(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    tab.main.click()
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
    assert [a.text() for a in tab.fill_menu().actions() if a.text()] == [_("Prepare another meeting")]


# ------------------------------------------------------------------------------------------------------------- during
@pytest.fixture
def going(tab: MeetingTab, planned: Meeting, opened: OpenCase, clock: Clock) -> Meeting:
    clock.pass_(hours=1)
    tab.show_row(planned.id)
    meeting_now.start_meeting(opened, planned)
    tab.show_row(planned.id)
    return planned


def test_the_clock_is_the_cases_own(tab: MeetingTab, going: Meeting, clock: Clock) -> None:
    page = tab.during
    assert page.clock.words() == "10.21"
    assert page.ring.accessibleName().startswith("60 ")
    clock.pass_(minutes=51)
    page.tick()
    assert page.clock.words() == "11.12"
    assert page.ring.accessibleName().startswith("9 ")
    assert page.subtitle.words().startswith("9 ")        # said calmly, in words
    clock.pass_(hours=2)
    page.tick()
    assert page.ring.accessibleName().startswith("0 ")
    clock.pass_(hours=-9)                                # set back: nothing turns negative
    page.tick()
    assert "-" not in page.ring.accessibleName()


def test_two_minutes_of_silence(tab: MeetingTab, going: Meeting, clock: Clock) -> None:
    page = tab.during
    page.quiet.click()
    assert page.silence.isVisible()
    assert not page.voices.isVisible()
    assert page.silence.left.words() == "2.00"
    clock.pass_(seconds=75)
    page.tick()
    assert page.silence.left.words() == "0.45"
    clock.pass_(minutes=-30)
    page.tick()
    assert page.silence.left.words() == "2.00"
    clock.pass_(hours=2)
    page.tick()
    assert page.silence.left.words() == "0.00"
    page.quiet.click()
    assert page.voices.isVisible()


def test_a_whole_meeting_by_the_main_button_and_the_lines(tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    page = tab.during
    voices = page.voices.voices()
    QTest.mouseClick(voices[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(voices[2], Qt.MouseButton.LeftButton)
    assert going.participants[2].presence is Presence.DID_NOT_COME
    page.next.click()
    page.next.click()
    round_ = going.agenda[2]
    assert going.item_id == round_.id
    assert page.point_title.words() == round_.title
    assert page.next.accessibleName() == _("{name} has the floor").format(name="Eva")
    page.next.click()
    assert page.next.accessibleName() == _("Everyone has spoken")
    page.next.click()
    assert [p.has_spoken for p in going.participants] == [True, True, False]
    for text, who, when in (("Ringer til boligforeningen", 2, "i morgen"), ("Ringer til Sara", 1, "hver onsdag")):
        QTest.keyClicks(page.new_agreement.what, text)
        page.new_agreement.who.setCurrentIndex(who)
        QTest.keyClicks(page.new_agreement.when, when)
        press(page.new_agreement.when)
    first, second = going.agreements
    assert (first.text, first.responsible) == ("Ringer til boligforeningen", going.participants[1].member)
    assert first.due_on == opened.today() + timedelta(days=1)
    assert (second.due_on, second.when) == (None, "hver onsdag")
    assert page.new_agreement.what.hasFocus()
    assert first in open_agreements(opened.case)
    assert second in open_agreements(opened.case)
    page.park.click()
    assert page.park_words.hasFocus()
    QTest.keyClicks(page.park_words, "Briller")
    press(page.park_words)
    assert [topic.text for topic in going.parked] == ["Briller"]
    page.show_minutes.click()
    assert page.written.hasFocus()
    QTest.keyClicks(page.written, "Jonas vil bo ved vandet")
    page.next.click()
    assert round_.written == "Jonas vil bo ved vandet"   # stored under the point it was said at
    assert page.written.toPlainText() == ""
    QTest.keyClicks(page.new_agreement.what, "halvt skrevet")
    page.end.click()
    assert going.status is MeetingStatus.HELD
    assert going.agreements[-1].text == "halvt skrevet"  # nothing typed is let go of
    assert tab.steps.current() == AFTER


def test_the_meeting_by_keyboard_alone(tab: MeetingTab, going: Meeting) -> None:
    page = tab.during
    page.take_focus()
    while going.status is MeetingStatus.IN_PROGRESS:
        assert QApplication.focusWidget() is page.next
        press(page.next)
    assert all(item.done for item in going.agenda)
    assert all(p.has_spoken for p in going.participants)
    seen = set()
    for _n in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() or (isinstance(focused, QAbstractButton) and focused.text()), focused
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert tab.after.feedback.words in seen
    assert tab.after.meaning.text in seen


def test_the_reminders_are_ticked_during_the_meeting(tab: MeetingTab, going: Meeting) -> None:
    tab.during.show_reminders.click()
    line = tab.during.reminders.lines["welcome"]
    assert line.isVisible()
    line.box.click()
    assert going.ticks == {"welcome"}


def test_full_window_covers_everything_and_comes_back(tab: MeetingTab, going: Meeting, qtbot: QtBot) -> None:
    page = tab.during
    tab.window().setWindowState(Qt.WindowState.WindowFullScreen)
    qtbot.waitUntil(lambda: page.full_window.stage is not None)
    stage = page.full_window.stage
    assert stage is not None
    assert stage.isAncestorOf(page.next)
    assert stage.geometry() == tab.window().rect()
    page.next.setFocus()
    for _n in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert stage.isAncestorOf(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    QTest.keyClick(page.next, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.full_window.stage is None)
    assert page.isAncestorOf(page.next)
    assert page.next.isVisible()


# -------------------------------------------------------------------------------------------------------------- after
@pytest.fixture
def held(going: Meeting, tab: MeetingTab, opened: OpenCase) -> Meeting:
    meeting_now.park_topic(opened, going, "Cyklen")
    meeting_now.end_meeting(opened, going)
    tab.show_row(going.id)
    return going


def test_after_the_meeting(tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    page = tab.after
    assert tab.steps.current() == AFTER
    page.meaning.text.setFocus()
    QTest.keyClicks(page.meaning.text, "Du er skrevet op.")
    page.meaning.done.setFocus()
    page.meaning.done.click()
    assert held.meaning == "Du er skrevet op."
    assert held.explained_on == opened.today()
    first = page.feedback.questions["said_it"].circles
    first.setFocus()
    press(first, Qt.Key.Key_4)
    press(first, Qt.Key.Key_Right)
    assert held.feedback is not None
    assert held.feedback.said_it == 5
    assert _("Yes") in first.accessibleName()
    press(first, Qt.Key.Key_Delete)
    assert held.feedback.said_it is None
    type_in(page.feedback.words, "Næste gang vil jeg starte")
    assert held.feedback.words == "Næste gang vil jeg starte"
    page.strip.lines["explain"].box.click()
    assert held.ticks == {"explain"}
    press(page.strip.lines["ask"].box)
    assert first.hasFocus()


def test_minutes_only_to_whom_a_consent_covers_or_with_law_and_reason(tab: MeetingTab, held: Meeting,
                                                                     opened: OpenCase) -> None:
    rows = tab.after.minutes.list.widgets()
    assert [row.give.isHidden() for row in rows] == [False, False, True]
    rows[0].give.click()
    assert held.participants[0].minutes_given_on == opened.today()
    assert rows[0].given.isVisible()
    assert rows[2].anyway.isVisible()
    dialog = ShareAnyway(tab._desk, held.participants[2], tab)
    dialog.open()
    QTest.keyClicks(dialog.law, "forvaltningsloven § 28")
    dialog.act.click()
    assert held.participants[2].minutes_given_on is None
    assert dialog.trouble.isVisible()
    QTest.keyClicks(dialog.reason, "for at hjælpe")
    dialog.act.click()
    assert held.participants[2].minutes_given_on == opened.today()
    assert sorted(line.override_reason for line in opened.case.all(Delivery)) == ["", "for at hjælpe"]


def test_the_next_meeting_takes_up_what_was_put_aside(tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    card = tab.after.next
    assert card.parked_box.isVisible()
    type_in(card.date.field, "24. november")
    type_in(card.starts.field, "10")
    card.plan_next.click()
    later = opened.case.get(Meeting, held.next_meeting_id)
    assert later is not None
    assert later.starts_at == datetime(2026, 11, 24, 10)
    assert not card.parked_box.isVisible()
    assert card.made.isVisible()
    card.open_next.click()
    assert tab.meeting is later
    assert tab.meetings.count() == 2
    assert tab.steps.current() == BEFORE
    assert "Cyklen" in [row.title.words() for row in tab.before.agenda.list.widgets()]
    tab.meetings.setCurrentIndex(0)
    tab.meetings.activated.emit(0)
    assert tab.meeting is held


def test_steps_can_be_looked_at_out_of_turn(tab: MeetingTab, planned: Meeting, held: Meeting) -> None:
    tab.steps.chosen.emit(DURING)
    assert not tab.during.next.isVisible()               # over: one may still write in the minutes
    tab.during.points.widgets()[1].click()
    tab.during.show_minutes.click()
    QTest.keyClicks(tab.during.written, "glemte at skrive")
    tab.steps.chosen.emit(AFTER)
    assert held.agenda[1].written == "glemte at skrive"


def test_a_planned_meeting_shows_calm_pages_for_later(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    tab.steps.chosen.emit(AFTER)
    assert tab.after.idle.isVisible()
    tab.steps.chosen.emit(DURING)
    assert tab.during.idle.isVisible()
    tab.during.idle.action.click()
    assert planned.status is MeetingStatus.IN_PROGRESS
    assert tab.during.next.hasFocus()


# -------------------------------------------------------------------------------------------- everything at once
def test_undo_of_everything_brings_the_empty_page_back(tab: MeetingTab, opened: OpenCase, qtbot: QtBot) -> None:
    tab.prepare()
    meeting = opened.case.the(Meeting)
    checklists.tick(opened, meeting, "why")
    meetings.invite(opened, meeting)
    meeting_now.start_meeting(opened, meeting)
    tab.show_row(meeting.id)
    meeting_now.end_meeting(opened, meeting)
    after_meeting.answer(opened, meeting, Feedback.said_it, 3)
    while opened.done:
        opened.undo()
    assert tab.pages.currentWidget() is tab.empty
    while opened.undone:
        opened.redo()
    assert tab.meeting is not None
    assert tab.meeting.status is MeetingStatus.HELD


def test_forty_people_thirty_points_and_markup(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    with opened.action("many"):
        for number in range(37):
            participants.add_participant(opened, planned, add_private_person(opened, f"{NAME} {number}"), NAME)
        from borgerplan_desktop.casework.agenda import add_item
        for number in range(25):
            add_item(opened, planned, f"{NAME} {number} " + "langt" * 60)
    tab.show_row(planned.id)
    assert len(tab.before.participants.list.widgets()) == 40
    meeting_now.start_meeting(opened, planned)
    tab.show_row(planned.id)
    assert len(tab.during.voices.voices()) == 40
    assert NAME.split()[0] in tab.during.voices.voices()[5].accessibleName()
    meeting_now.park_topic(opened, planned, NAME)
    meeting_now.go_to_item(opened, planned, planned.agenda[-1])
    assert NAME in tab.during.point_title.words()
    meeting_now.end_meeting(opened, planned)
    tab.show_row(planned.id)
    assert len(tab.after.minutes.list.widgets()) == 40
    for label in tab.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    for page in (tab.before.page, tab.after.page, tab.during.page):
        assert page.horizontalScrollBar().maximum() == 0


def test_typing_and_ticks_are_stored_when_the_case_closes(qtbot: QtBot, opened: OpenCase, planned: Meeting) -> None:
    desk = Desk(opened)
    tab = MeetingTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    meeting_now.start_meeting(opened, planned)
    tab.show_row(planned.id)
    QTest.keyClicks(tab.during.new_agreement.what, "Ringer i morgen")
    QTest.keyClicks(tab.during.park_words, "Briller")
    desk.close()
    assert planned.agreements[-1].text == "Ringer i morgen"
    assert planned.parked[-1].text == "Briller"


def test_what_changes_while_another_tab_is_in_front_is_shown_on_return(tab: MeetingTab, planned: Meeting,
                                                                       opened: OpenCase) -> None:
    tab.show_row(planned.id)
    tab.hide()
    participants.add_participant(opened, planned, add_private_person(opened, "Sara"))
    checklists.tick(opened, planned, "room")
    tab.show()
    assert len(tab.before.participants.list.widgets()) == 4
    assert tab.before.checklist.bar.value() == 1


def test_the_plan_is_adopted_at_the_meeting_after_being_asked(tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    assert tab.main.text() == _("Adopt the plan")
    tab.main.click()
    question = next(each for each in tab.window().findChildren(QDialog) if each.isVisible())
    assert opened.case.all(PlanVersion) == []
    next(b for b in question.findChildren(QPushButton) if b.text() == _("Adopt the plan")).click()
    version = opened.case.the(PlanVersion)
    assert version.meeting is held
    assert _("The plan was adopted on day {n}").format(n=0) == tab.state.text()
    assert tab.main.text() == _("Note minutes as given")
    tab.main.click()
    assert held.status is MeetingStatus.MINUTES_SENT
    assert not tab.main.isVisible()
