"""After the meeting: what it meant, what the citizen thought of it, who gets the minutes, what is next."""
from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from borgerplan_desktop.casework.meeting.after_meeting import give_minutes
from borgerplan_desktop.casework.meeting.participants import note_presence
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.meeting.meeting_dialogs import ShareAnyway
from borgerplan_desktop.gui.meeting.meeting_tab import AFTER, BEFORE, DURING, MeetingTab
from borgerplan_desktop.gui.meeting.send_papers import SendPapers
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.contact_note import MissedAppointment, unsettled
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Presence
from borgerplan_desktop.model.papers import Delivery
from borgerplan_desktop.model.plan import Plan, PlanVersion, current_plan
from tests.gui.meeting.hands import press, type_in


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
    page.strip.lines["explain"].box.click()              # is known: it was explained today
    assert page.strip.lines["explain"].box.isChecked()
    page.strip.lines["follow_up"].box.click()
    assert held.ticks == {"follow_up"}
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
    card.plan_next.setFocus()
    card.plan_next.click()
    assert card.open_next.hasFocus()                     # not in the card beside it
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
    tab.during.left.points.widgets()[1].click()
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


def test_an_empty_plan_is_not_adopted_unawares(tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    tab.main.click()
    question = next(each for each in tab.window().findChildren(QDialog) if each.isVisible())
    said = " ".join(label.text() for label in question.findChildren(QLabel))
    assert "egne ord fra" in said
    assert "Der er ingen mål endnu." in said
    assert "Ingen er noteret som kommet til mødet." in said
    keep = next(b for b in question.findChildren(QPushButton) if b.text() == _("Not yet"))
    assert keep.isDefault()
    assert question.focusWidget() is keep
    press(keep)
    assert opened.case.all(PlanVersion) == []


def test_a_plan_with_something_in_it_is_adopted_there(tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    add_goal(opened, "bolig")
    write(opened, current_plan(opened.case), Plan.hopes, "Min egen dør", "x")
    note_presence(opened, held.participants[0], Presence.PRESENT)
    tab.main.click()
    question = next(each for each in tab.window().findChildren(QDialog) if each.isVisible())
    do = next(b for b in question.findChildren(QPushButton) if b.text() == _("Adopt the plan"))
    assert not do.isDefault()                            # an Enter meant for an answer adopts nothing
    press(do)
    assert opened.case.the(PlanVersion).meeting_id == held.id


def test_the_plan_is_adopted_at_the_meeting_after_being_asked(tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    assert tab.main.text() == _("Adopt the plan")
    tab.main.click()
    question = next(each for each in tab.window().findChildren(QDialog) if each.isVisible())
    assert opened.case.all(PlanVersion) == []
    next(b for b in question.findChildren(QPushButton) if b.text() == _("Adopt the plan")).click()
    version = opened.case.the(PlanVersion)
    assert version.meeting_id == held.id
    assert _("The plan was adopted on day {n}").format(n=0) == tab.state.text()
    assert tab.main.text() == _("Send the minutes")
    tab.main.click()
    next(each for each in tab.window().findChildren(SendPapers) if each.isVisible()).note_button.click()
    assert held.status is MeetingStatus.MINUTES_SENT
    assert not tab.main.isVisible()


def test_who_did_not_come_is_called_from_the_meeting(tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    away = tab.after.away
    assert not away.isVisible()
    nadia = held.participants[-1]
    note_presence(opened, nadia, Presence.DID_NOT_COME)
    [row] = away.list.widgets()
    assert away.isVisible()
    assert row.words.words() == "Nadia Bro kom ikke"
    assert row.minutes.words() == "Har ikke fået referatet endnu"
    row.begin.click()
    [missed] = opened.case.all(MissedAppointment)
    assert (missed.member, missed.meeting_id) == (nadia.member, held.id)
    assert row.path is not None
    row.path.write.click()
    assert row.path.state.text() == "Næste: Spørg, hvad der skal til, for at de kan komme"
    assert unsettled(opened.case) == []                  # nothing of the citizen's
    give_minutes(opened, nadia, "lov", "grund")
    assert row.minutes.words().startswith("Har fået referatet")
    note_presence(opened, nadia, Presence.PRESENT)
    assert not away.isVisible()
