"""A date that is typed and not left counts, also when the case closes or the program dies; an odd day is told."""
from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.half_typed import HalfTyped
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField
from borgerplan_desktop.gui.editing.unsaved_input import Follow
from borgerplan_desktop.gui.plan.follow_up import FollowUpDays
from borgerplan_desktop.gui.showing.worth_a_look import worth_a_look
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.plan import FollowUpDay, Goal

TYPED = "3. marts 2027"


@pytest.fixture
def goal(opened: OpenCase) -> Goal:
    return add_goal(opened, "bolig")


def shown(qtbot: QtBot, desk: Desk, goal: Goal | None) -> DateEdit:
    edit = DateEdit()
    edit.look(Toward.AHEAD)
    qtbot.addWidget(edit)
    DateField(edit, desk, Goal.deadline, "Change deadline").show_row(goal)
    edit.show()
    return edit


def test_what_is_typed_and_not_left_is_entered_when_the_case_settles(qtbot: QtBot, desk: Desk, goal: Goal) -> None:
    edit = shown(qtbot, desk, goal)
    QTest.keyClicks(edit.field, TYPED)
    assert goal.deadline is None
    desk.settle.emit()
    assert goal.deadline == date(2027, 3, 3)
    assert edit.text() == TYPED


def test_a_colleague_who_writes_elsewhere_takes_nothing_away(qtbot: QtBot, desk: Desk, goal: Goal) -> None:
    edit = shown(qtbot, desk, goal)
    QTest.keyClicks(edit.field, "3. ma")
    write(desk.opened, goal, Goal.title, "Min bolig", "x")
    assert edit.text() == "3. ma"


def test_half_a_date_stands_there_again_when_somebody_comes_back(
        qtbot: QtBot, desk: Desk, opened: OpenCase, goal: Goal) -> None:
    QTest.keyClicks(shown(qtbot, desk, goal).field, "3. ma")
    desk.close()
    assert goal.deadline is None
    assert drafts.waiting(opened) == []                  # nobody has to choose
    again = Desk(opened)
    edit = shown(qtbot, again, goal)
    assert edit.text() == "3. ma"
    QTest.keyClicks(edit.field, "rts 2027")
    again.settle.emit()
    qtbot.waitUntil(lambda: not opened.case.all(Draft))
    assert goal.deadline == date(2027, 3, 3)
    again.close()


def test_what_was_typed_when_the_program_died_lies_in_the_folder(
        qtbot: QtBot, archive: Archive, opened: OpenCase, goal: Goal) -> None:
    desk = Desk(opened, half_typed=HalfTyped(archive))
    edit = shown(qtbot, desk, goal)
    QTest.keyClicks(edit.field, TYPED)
    for follow in edit.findChildren(Follow):
        follow._pause.timeout.emit()                     # a pause later, the process dies
    found = HalfTyped(archive).found()
    assert [(draft.row_id, draft.field, draft.text) for draft in found[opened.id]] == [(goal.id, "+deadline", TYPED)]
    desk.settle.emit()
    assert not HalfTyped(archive).found()                # it is stored: nothing is left beside the archive
    desk.close()


def test_another_row_does_not_get_the_words_of_the_one_before(qtbot: QtBot, desk: Desk, goal: Goal) -> None:
    other = add_goal(desk.opened, "gæld")
    edit = DateEdit()
    qtbot.addWidget(edit)
    field = DateField(edit, desk, Goal.deadline, "Change deadline")
    field.show_row(goal)
    QTest.keyClicks(edit.field, "3. ma")
    field.show_row(other)
    assert edit.text() == ""
    desk.settle.emit()
    assert other.deadline is None
    field.show_row(goal)
    assert edit.text() == "3. ma"


@pytest.mark.parametrize(("day", "told"), [
    (date(2026, 12, 1), ""), (date(2026, 11, 1), "Den dag er gået."), (date(2026, 12, 5), "Det er en lørdag."),
    (date(2026, 12, 6), "Det er en søndag."), (date(2027, 3, 26), "Det er en helligdag."),
    (date(2029, 11, 28), ""), (date(2029, 11, 29), "Det er mere end tre år ude. Er årstallet rigtigt?"),
    (date(2206, 12, 1), "Det er mere end tre år ude. Er årstallet rigtigt?")])
def test_an_odd_day_is_told(day: date, told: str) -> None:
    assert worth_a_look(day, date(2026, 11, 28)) == told


def test_it_is_told_beside_the_field_and_kept(qtbot: QtBot, desk: Desk, goal: Goal) -> None:
    edit = shown(qtbot, desk, goal)
    edit.field.setFocus()
    QTest.keyClicks(edit.field, "5. december 2099")
    desk.settle.emit()
    assert goal.deadline == date(2099, 12, 5)
    assert edit.notice.isVisible()
    assert edit.notice.text() == edit.field.accessibleDescription()
    assert "tre år" in edit.notice.text()
    assert not edit.is_in_trouble()


def test_one_more_day_for_following_up(qtbot: QtBot, archive: Archive, opened: OpenCase) -> None:
    """It becomes a row of its own, and is typed in a field that belongs to none yet."""
    desk = Desk(opened, half_typed=HalfTyped(archive))
    days = FollowUpDays(desk)
    qtbot.addWidget(days)
    QTest.keyClicks(days.add.field, TYPED)
    for follow in days.findChildren(Follow):
        follow._pause.timeout.emit()                     # a pause later, the process dies
    assert [draft.text for draft in HalfTyped(archive).found()[opened.id]] == [TYPED]
    desk.settle.emit()
    assert [each.on for each in opened.case.all(FollowUpDay)] == [date(2027, 3, 3)]
    assert days.add.text() == ""
    assert not HalfTyped(archive).found()
    QTest.keyClicks(days.add.field, "4. ma")
    desk.close()
    again = Desk(opened)
    days = FollowUpDays(again)
    qtbot.addWidget(days)
    assert days.add.text() == "4. ma"
    again.close()
