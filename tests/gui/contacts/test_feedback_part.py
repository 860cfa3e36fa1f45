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
from borgerplan_desktop.gui.contacts.feedback_part import FeedbackPart
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.feedback_sheet import FeedbackSheet
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.meeting import QUESTIONS, Feedback, Meeting, MeetingKind
from borgerplan_desktop.model.what_we_changed import WhatWeChanged
from tests.archive import NOW, Clock

TODAY = NOW.date()


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> FeedbackPart:
    made = FeedbackPart(desk)
    qtbot.addWidget(made)
    made.resize(1094, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def sheet_of(part: FeedbackPart) -> FeedbackSheet:
    found = part.window().findChild(FeedbackSheet)
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


def test_an_empty_page_says_what_to_do(part: FeedbackPart) -> None:
    assert part.trend.empty.words() == "Der er ikke svaret på noget endnu."
    assert part.words.empty.words() == "Jonas har ikke skrevet noget endnu."
    assert part.changed.empty.words() == "Intet endnu. Hvad bad Jonas os gøre anderledes?"
    assert part.changed.paper.isHidden()


def test_the_citizen_answers_with_the_keyboard_and_nobody_sees_it_afterwards(part: FeedbackPart,
                                                                             opened: OpenCase) -> None:
    part.ask.talk.click()
    sheet = sheet_of(part)
    assert sheet.title.words() == "Jonas, hvordan var samtalen?"
    assert sheet.geometry().size() == part.window().size()           # nothing of the program beside it
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


def test_escape_leaves_the_questions_before_the_sheet(part: FeedbackPart) -> None:
    part.ask.talk.click()
    sheet = sheet_of(part)
    QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_4)    # somebody has answered
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.pages.currentIndex() == 1
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_sheet_goes_with_the_case(part: FeedbackPart, desk: Desk) -> None:
    part.ask.talk.click()
    sheet = sheet_of(part)
    desk.close()
    assert not sheet.isVisible()


def test_a_meeting_nobody_asked_about_is_offered(part: FeedbackPart, opened: OpenCase) -> None:
    meeting = plan_meeting(opened, starts_at=NOW)
    start_meeting(opened, meeting)
    end_meeting(opened, meeting)
    [row] = part.ask.meetings.widgets()
    assert row.ask.accessibleName() == "Spørg om: Netværksmøde, i dag"
    row.ask.click()
    assert sheet_of(part).title.words() == "Jonas, hvordan var mødet?"


def test_each_question_has_its_curve_and_the_same_in_words(part: FeedbackPart, opened: OpenCase, clock: Clock) -> None:
    answered(opened, 1, None, 3, 5)
    clock.pass_(days=8)
    answered(opened, 4, None, 3, None)
    told = [trend.told.words() for trend in part.trend.trends]
    assert told == ["27. okt. Nej → 4. nov. Næsten", "Ikke svaret endnu", "27. okt. Nogenlunde → 4. nov. Nogenlunde",
                    "27. okt. Ja"]
    first = part.trend.trends[0].curve
    assert first.accessibleDescription() == told[0]
    assert not first.grab().isNull()
    assert part.trend.trends[1].curve.isHidden()


def test_words_are_taken_up_with_one_press(part: FeedbackPart, opened: OpenCase, desk: Desk) -> None:
    went: list[tuple[str, str]] = []
    desk.go.connect(lambda tab, row: went.append((tab, row)))
    answered(opened, 3, 3, 3, 3, words="Tal langsommere")
    [row] = part.words.rows.widgets()
    row.take_up.click()
    [made] = opened.case.all(WhatWeChanged)
    assert (made.said, went) == ("Tal langsommere", [("overview", f"feedback:{made.id}")])
    assert row.take_up.text() == "Se, hvad vi gør"
    part.show_row(made.id)
    assert part.changed.rows.widgets()[0].changed.hasFocus()


def test_what_was_said_waits_until_it_is_changed_and_told(part: FeedbackPart, opened: OpenCase) -> None:
    part.changed.said.setText("Kortere møder")
    part.changed.add.click()
    [row] = part.changed.rows.widgets()
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


def test_nothing_said_is_nothing_to_take_up(part: FeedbackPart, opened: OpenCase) -> None:
    part.changed.add.click()
    assert part.changed.trouble.words() == "Skriv, hvad der blev sagt."
    assert part.changed.trouble.isVisible()
    assert opened.case.all(WhatWeChanged) == []


@pytest.mark.parametrize("press", ["paper", "survey"])
def test_it_can_be_asked_on_paper(part: FeedbackPart, press: str) -> None:
    getattr(part.ask, press).click()
    window = part.window().findChild(PaperWindow)
    assert window is not None
    window.close()


def test_old_answers_fall_out_of_the_curve_and_not_out_of_the_case(part: FeedbackPart, opened: OpenCase,
                                                                  clock: Clock) -> None:
    for _week in range(10):
        answered(opened, 3, 3, 3, 3)
        clock.pass_(days=7)
    assert part.trend.trends[0].told.words().count("→") == 7
    assert clock().date() == TODAY + timedelta(days=70)
