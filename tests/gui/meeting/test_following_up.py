"""After the meeting: tasks read aloud, ticked when they are done, why no plan, and the citizen answering alone."""
from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting.during_meeting import end_meeting
from borgerplan_desktop.casework.meeting.from_last import plan_next
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.agreements import add_agreement, drop_agreement
from borgerplan_desktop.gui.editing.feedback_sheet import FeedbackSheet
from borgerplan_desktop.gui.meeting.meeting_tab import AFTER, BEFORE, DURING, MeetingTab
from borgerplan_desktop.gui.meeting.read_aloud import ReadAloud
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting
from tests.archive import Clock
from tests.gui.meeting.hands import press


def front(tab: MeetingTab, kind: type[QDialog]) -> QDialog:
    return next(each for each in tab.window().findChildren(kind) if each.isVisible())


def test_tasks_are_read_aloud_in_the_meeting_and_after_it(tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    assert not tab.during.read_tasks.isVisible()         # nothing to read yet
    nadia = going.participants[-1].member
    add_agreement(opened, "Ringer til boligforeningen", nadia, opened.today() + timedelta(days=9), meeting=going)
    add_agreement(opened, "Nøglen til kælderen", meeting=going)
    tab.during.read_tasks.setFocus()
    press(tab.during.read_tasks, Qt.Key.Key_Space)
    page = front(tab, ReadAloud)
    assert isinstance(page, ReadAloud)
    assert page.lines == ["Hvem gør hvad, hvornår?", "Nadia Bro", "Ringer til boligforeningen", "5. november",
                          "Det har ingen sagt ja til endnu. Hvem vil tage det?", "Nøglen til kælderen",
                          "Hvornår mødes vi igen?"]
    assert page.size() == tab.window().size()            # nothing beside it
    assert page.focusWidget() is page.close_button
    press(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    end_meeting(opened, going)
    tab.show_row(going.id)
    plan_next(opened, going, opened.now() + timedelta(days=14))
    tab.after.agreed.read.click()
    again = front(tab, ReadAloud)
    assert isinstance(again, ReadAloud)
    assert again.lines[-1].startswith("Vi mødes igen: ")


def test_a_long_list_is_turned_by_the_keys(qtbot: QtBot, tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    for n in range(40):
        add_agreement(opened, f"Opgave {n} med mange ord", going.participants[n % 3].member, meeting=going)
    tab.during.read_tasks.click()
    page = front(tab, ReadAloud)
    assert isinstance(page, ReadAloud)
    qtbot.waitExposed(page)
    bar = page.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(page.close_button, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(page.close_button, Qt.Key.Key_Up)
    press(page.close_button, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_each_agreement_is_ticked_where_it_stands(tab: MeetingTab, held: Meeting, opened: OpenCase,
                                                 clock: Clock) -> None:
    nadia = held.participants[-1].member
    first = add_agreement(opened, "Ringer", nadia, opened.today() + timedelta(days=1), meeting=held)
    second = add_agreement(opened, "Nøglen", meeting=held)
    card = tab.after.agreed
    assert card.reminds.text() == "Min dag minder dig, til de er klaret. 1 har ingen dag endnu."
    clock.pass_(days=3)
    tab.show_row(held.id)
    late, bare = card.list.widgets()
    assert (late.agreement, bare.agreement) == (first, second)
    assert late.who.words().startswith("Nadia · skulle være sket 28. oktober")
    assert bare.who.words() == _("Nobody is responsible yet")
    card.focus_list()
    assert late.tick.hasFocus()
    QTest.keyClick(late.tick, Qt.Key.Key_Space)
    assert (first.done_on, first.done_by) == (opened.today(), nadia)
    assert late.who.words() == "gjort i dag af Nadia"
    assert card.list.widgets() == [late, bare]           # it does not jump away from the hand
    assert late.tick.hasFocus()
    opened.undo()
    assert not first.done
    assert not late.tick.isChecked()
    late.tick.click()
    drop_agreement(opened, second)
    assert card.reminds.text() == _("All agreements are kept.")
    assert not bare.tick.isEnabled()
    assert not card.read.isVisible()
    assert card.open_plan.isVisible()


def test_why_the_plan_was_not_adopted_is_written_there(tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    card = tab.after.not_adopted
    assert card.isVisible()
    assert card.why.accessibleName() == "Hvorfor planen ikke blev vedtaget"
    card.why.setFocus()
    QTest.keyClicks(card.why, "Jonas vil tænke")
    tab.after.meaning.text.setFocus()
    assert held.not_adopted_why == "Jonas vil tænke"
    opened.undo()
    assert held.not_adopted_why == ""
    assert card.why.toPlainText() == ""


def test_the_citizen_answers_alone(tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    tab.after.feedback.alone.setFocus()
    press(tab.after.feedback.alone, Qt.Key.Key_Space)
    sheet = front(tab, FeedbackSheet)
    assert isinstance(sheet, FeedbackSheet)
    assert sheet.size() == tab.window().size()
    circles = sheet.questions["said_it"].circles
    assert sheet.focusWidget() is circles
    press(circles, Qt.Key.Key_4)
    assert held.feedback is not None
    assert held.feedback.said_it == 4
    press(sheet, Qt.Key.Key_Escape)                      # first the answers are out of sight
    assert sheet.isVisible()
    assert sheet.thanks.isVisible()
    press(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    card = tab.after.feedback
    assert not card.questions["said_it"].isVisible()     # whoever sits there now sees only that there is an answer
    assert card.questions["said_it"].circles.value is None
    assert card.given.text() == "Jonas har svaret"
    assert not card.alone.isVisible()
    assert card.see.hasFocus()
    press(card.see, Qt.Key.Key_Space)
    assert card.questions["said_it"].circles.value == 4
    assert card.questions["said_it"].circles.hasFocus()
    press(card.put_away, Qt.Key.Key_Space)
    assert not card.questions["said_it"].isVisible()
    assert card.words.text() == ""


def test_answers_given_on_the_card_are_put_away_when_it_is_left(tab: MeetingTab, held: Meeting) -> None:
    card = tab.after.feedback
    press(card.ask, Qt.Key.Key_Space)
    circles = card.questions["understood"].circles
    press(circles, Qt.Key.Key_2)
    assert circles.isVisible()                           # the first answer does not shut the card
    card.words.setFocus()
    QTest.keyClicks(card.words, "Det gik for hurtigt")
    tab._on_step(BEFORE)
    assert not card.isVisible()
    tab._on_step(AFTER)
    assert held.feedback is not None
    assert held.feedback.words == "Det gik for hurtigt"
    assert not circles.isVisible()
    assert circles.accessibleName().endswith("ikke svaret")
    assert card.words.text() == ""
    assert card.see.isVisible()


def test_what_is_left_from_before_is_told_and_leads_to_the_list(qtbot: QtBot, tab: MeetingTab, held: Meeting,
                                                                opened: OpenCase, clock: Clock) -> None:
    assert not tab.after.agreed.before.isVisible()
    add_agreement(opened, "Fra første gang", meeting=held)
    clock.pass_(days=14)
    later = plan_next(opened, held, opened.now())
    tab.show_row(later.id)
    tab.before.show()
    tab._on_start()
    assert tab.steps.current() == DURING
    end_meeting(opened, later)
    tab.show_row(later.id)
    assert tab.steps.current() == AFTER
    assert tab.after.agreed.before.text() == "1 aftale fra før er stadig åben"
    with qtbot.waitSignal(tab._desk.go) as went:
        tab.after.agreed.before.click()
    assert went.args == ["plan", "tasks"]


def test_who_has_left_the_map_keeps_the_name_in_the_record(tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    nadia = held.participants[-1].member
    assert nadia is not None
    add_agreement(opened, "Går med", nadia, meeting=held)
    remove_person(opened, nadia)
    QApplication.processEvents()
    assert tab.after.minutes.list.widgets()[-1].name.accessibleName() == "Nadia Bro, ikke længere på kortet"
    assert tab.after.agreed.list.widgets()[0].who.words() == "Nadia (ikke længere på kortet)"
