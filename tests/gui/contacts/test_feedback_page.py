"""The citizen answers alone at the screen; what was said is taken up, changed and told."""
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.contacts.feedback import ask_after_talk
from borgerplan_desktop.casework.meeting.after_meeting import answer
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.contacts.feedback_page import FeedbackPage
from borgerplan_desktop.gui.contacts.feedback_sheet import FeedbackSheet
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.meeting import QUESTIONS, Feedback, Meeting, MeetingKind
from borgerplan_desktop.model.what_we_changed import WhatWeChanged
from tests.archive import NOW, Clock

TODAY = NOW.date()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> FeedbackPage:
    made = FeedbackPage(desk)
    qtbot.addWidget(made)
    made.resize(1094, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def sheet_of(page: FeedbackPage) -> FeedbackSheet:
    found = page.window().findChild(FeedbackSheet)
    assert found is not None
    return found


def answered(opened: OpenCase, *values: int | None, words: str = "") -> Feedback:
    feedback = ask_after_talk(opened)
    meeting = opened.case.get(Meeting, feedback.meeting_id)
    assert meeting is not None
    for (question, _words), value in zip(QUESTIONS, values, strict=True):
        answer(opened, meeting, question, value)
    write(opened, feedback, Feedback.words, words, "x")
    return feedback


def test_an_empty_page_says_what_to_do(page: FeedbackPage) -> None:
    assert page.trend.empty.words() == "Der er ikke svaret på noget endnu."
    assert page.words.empty.words() == "Jonas har ikke skrevet noget endnu."
    assert page.changed.empty.words() == "Intet endnu. Hvad bad Jonas os gøre anderledes?"
    assert page.changed.paper.isHidden()


def test_the_citizen_answers_with_the_keyboard_and_nobody_sees_it_afterwards(page: FeedbackPage,
                                                                             opened: OpenCase) -> None:
    page.ask.talk.click()
    sheet = sheet_of(page)
    assert sheet.title.words() == "Jonas, hvordan var samtalen?"
    assert sheet.geometry().size() == page.window().size()           # nothing of the program beside it
    QApplication.processEvents()
    for key in (Qt.Key.Key_5, Qt.Key.Key_2, Qt.Key.Key_Delete, Qt.Key.Key_4):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert sheet.words.hasFocus()
    QTest.keyClicks(sheet.words, "Tal langsommere")
    QTest.keyClick(sheet.words, Qt.Key.Key_Return)
    [talk] = opened.case.all(Meeting)
    given = talk.feedback
    assert given is not None
    assert talk.kind is MeetingKind.TALK
    assert (given.said_it, given.understood, given.knows_next, given.own_plan, given.words) == (
        5, 2, None, 4, "Tal langsommere")
    assert sheet.pages.currentIndex() == 1
    assert sheet.thanks.isVisible()
    assert not any(question.isVisible() for question in sheet.questions.values())
    assert sheet.close_button.hasFocus()
    sheet.close_button.click()
    assert not sheet.isVisible()


def test_escape_leaves_the_questions_before_the_sheet(page: FeedbackPage) -> None:
    page.ask.talk.click()
    sheet = sheet_of(page)
    QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_4)    # somebody has answered
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.pages.currentIndex() == 1
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_sheet_goes_with_the_case(page: FeedbackPage, desk: Desk) -> None:
    page.ask.talk.click()
    sheet = sheet_of(page)
    desk.close()
    assert not sheet.isVisible()


def test_a_meeting_nobody_asked_about_is_offered(page: FeedbackPage, opened: OpenCase) -> None:
    meeting = plan_meeting(opened, starts_at=NOW)
    start_meeting(opened, meeting)
    end_meeting(opened, meeting)
    [row] = page.ask.meetings.widgets()
    assert row.ask.accessibleName() == "Spørg om: Netværksmøde, i dag"
    row.ask.click()
    assert sheet_of(page).title.words() == "Jonas, hvordan var mødet?"


def test_each_question_has_its_curve_and_the_same_in_words(page: FeedbackPage, opened: OpenCase, clock: Clock) -> None:
    answered(opened, 1, None, 3, 5)
    clock.pass_(days=8)
    answered(opened, 4, None, 3, None)
    told = [trend.told.words() for trend in page.trend.trends]
    assert told == ["27. okt. Nej → 4. nov. Næsten", "Ikke svaret endnu", "27. okt. Nogenlunde → 4. nov. Nogenlunde",
                    "27. okt. Ja"]
    first = page.trend.trends[0].curve
    assert first.accessibleDescription() == told[0]
    assert not first.grab().isNull()
    assert page.trend.trends[1].curve.isHidden()


def test_words_are_taken_up_with_one_press(page: FeedbackPage, opened: OpenCase, desk: Desk) -> None:
    went: list[tuple[str, str]] = []
    desk.go.connect(lambda tab, row: went.append((tab, row)))
    answered(opened, 3, 3, 3, 3, words="Tal langsommere")
    [row] = page.words.rows.widgets()
    row.take_up.click()
    [made] = opened.case.all(WhatWeChanged)
    assert (made.said, went) == ("Tal langsommere", [("overview", f"feedback:{made.id}")])
    assert row.take_up.text() == "Se, hvad vi gør"
    page.show_row(made.id)
    assert page.changed.rows.widgets()[0].changed.hasFocus()


def test_what_was_said_waits_until_it_is_changed_and_told(page: FeedbackPage, opened: OpenCase) -> None:
    page.changed.said.setText("Kortere møder")
    page.changed.add.click()
    [row] = page.changed.rows.widgets()
    assert row.state.text() == "Venter på os"
    row.done.click()
    assert not row.done.isChecked()                      # nothing says what we changed
    assert row.trouble.words() == "Skriv, hvad vi har lavet om."
    QTest.keyClicks(row.changed, "Højst en halv time")
    row.done.click()
    row.told.click()
    [stored] = opened.case.all(WhatWeChanged)
    assert (stored.changed, stored.changed_on, stored.told_on) == ("Højst en halv time", TODAY, TODAY)
    assert row.state.isHidden()
    assert row.done.text() == "Gjort i dag"
    row.gone.click()
    assert opened.case.all(WhatWeChanged) == []


def test_nothing_said_is_nothing_to_take_up(page: FeedbackPage, opened: OpenCase) -> None:
    page.changed.add.click()
    assert page.changed.trouble.words() == "Skriv, hvad der blev sagt."
    assert page.changed.trouble.isVisible()
    assert opened.case.all(WhatWeChanged) == []


@pytest.mark.parametrize("press", ["paper", "survey"])
def test_it_can_be_asked_on_paper(page: FeedbackPage, press: str) -> None:
    getattr(page.ask, press).click()
    window = page.window().findChild(PaperWindow)
    assert window is not None
    window.close()


def test_old_answers_fall_out_of_the_curve_and_not_out_of_the_case(page: FeedbackPage, opened: OpenCase,
                                                                  clock: Clock) -> None:
    for _week in range(10):
        answered(opened, 3, 3, 3, 3)
        clock.pass_(days=7)
    assert page.trend.trends[0].told.words().count("→") == 7
    assert clock().date() == TODAY + timedelta(days=70)
