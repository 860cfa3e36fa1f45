"""Notes, agreements and adopted versions, as a person meets them at the plan tab."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting, set_times
from borgerplan_desktop.casework.plan import agreements, goals, notes
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.plan import Agreement, Goal, current_plan
from tests.gui.plan.hands import ALT, body, press, texts, type_


def test_a_note_is_stored_while_it_is_written_and_final_when_left(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab.goals.open(goal)
    assert body(tab, goal).notes_label.text() == _("Notes")
    body(tab, goal).note_button.click()
    type_("Det går")
    desk.settle.emit()
    assert goal.notes[0].text == "Det går"
    type_(" langsomt")
    box = body(tab, goal).note_box
    assert box is not None
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert body(tab, goal).note_box is box               # only Ctrl+Enter ends it
    box.said_by.setCurrentIndex(1)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert body(tab, goal).note_box is None
    assert body(tab, goal).notes_label.text() == _("Latest notes")
    assert [(n.text, n.said_by) for n in goal.notes] == [("Det går langsomt", "Jonas")]
    assert "Det går langsomt" in texts(body(tab, goal).notes)


def test_a_note_is_added_to_and_stays_as_it_was(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    note = notes.write_note(desk.opened, [goal], "Ventelisten er lang")
    tab.goals.open(goal)
    body(tab, goal).notes.findChildren(QPushButton)[-1].click()
    type_("Nu er den kort")
    press(Qt.Key.Key_Escape)
    assert note.text == "Ventelisten er lang"
    assert [each.text for each in note.additions] == ["Nu er den kort"]
    assert goal.notes == [note]
    assert {"Ventelisten er lang", "Nu er den kort"} <= set(texts(body(tab, goal).notes))


def test_a_note_half_written_when_the_case_is_closed_is_kept(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab.goals.open(goal)
    body(tab, goal).note_button.click()
    type_("Det går")
    desk.leave.emit()
    assert goal.notes[0].text == "Det går"


# --------------------------------------------------------------------------------------------------------- agreements
def test_an_agreement_is_written_ticked_and_put_aside(desk: Desk, tab: PlanTab) -> None:
    goals.add_goal(desk.opened, "bolig")
    tab.agreements.add_button.setFocus()
    press(Qt.Key.Key_Space)
    type_("Eva ringer")
    press(Qt.Key.Key_Return)                             # the next one
    agreement = desk.case.all(Agreement)[0]
    assert agreement.text == "Eva ringer"
    assert [a.text for a in desk.case.all(Agreement)] == ["Eva ringer", ""]
    press(Qt.Key.Key_Backspace)
    assert desk.case.all(Agreement) == [agreement]
    row = tab.agreements.rows.widgets()[0]
    row.meta.click()
    row.tick.click()
    assert agreement.done
    assert row.isVisible()                               # ticked today: a slip is easily put right
    row.tick.click()
    row.drop_button.click()
    assert not tab.agreements.rows.widgets()
    assert tab.agreements.older_button.isVisible()
    tab.agreements.older_button.click()
    assert tab.agreements.rows.widgets()[0].agreement is agreement


def test_agreements_move_with_alt_and_the_arrows(desk: Desk, tab: PlanTab) -> None:
    goals.add_goal(desk.opened, "bolig")
    one, two = [agreements.add_agreement(desk.opened, text) for text in ("1", "2")]
    row = tab.agreements.rows.widget(two)
    assert row is not None
    row.text.setFocus()
    press(Qt.Key.Key_Up, ALT)
    assert desk.case.all(Agreement) == [two, one]
    assert row.text.hasFocus()


# ------------------------------------------------------------------------------------------------------------ adopting
def test_adopting_asks_first_and_the_bar_says_how_it_stands(
        qtbot: QtBot, desk: Desk, tab: PlanTab, drive_modal: Callable[[Callable[[QDialog], object]], None]) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    assert not tab.state_bar.versions_button.isVisible()
    qtbot.waitUntil(lambda: tab.state_bar.pill.text() == _("Draft"))
    meeting = plan_meeting(desk.opened)
    assert tab.state_bar.text_label.text() == _("Becomes version 1 when it is adopted.")
    set_times(desk.opened, meeting, datetime(2026, 11, 12, 13), datetime(2026, 11, 12, 14))
    qtbot.waitUntil(lambda: "12. november" in tab.state_bar.text_label.text())
    drive_modal(lambda dialog: dialog.reject())
    tab.state_bar.adopt_button.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert current_plan(desk.case).adopted is None
    drive_modal(lambda dialog: dialog.accept())
    tab.state_bar.adopt_button.click()
    qtbot.waitUntil(lambda: current_plan(desk.case).adopted is not None)
    qtbot.waitUntil(lambda: tab.state_bar.pill.text() == _("Adopted"))
    assert tab.state_bar.versions_button.isVisible()
    assert not tab.state_bar.adopt_button.isVisible()
    write(desk.opened, goal, Goal.why, "fordi", "x")
    qtbot.waitUntil(lambda: tab.state_bar.pill.text() == _("Draft"))
    assert "2" in tab.state_bar.text_label.text()


def test_the_question_names_what_is_missing_and_enter_leaves_it(
        qtbot: QtBot, desk: Desk, tab: PlanTab, drive_modal: Callable[[Callable[[QDialog], object]], None]) -> None:
    goals.add_goal(desk.opened, "bolig")
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    drive_modal(look)
    tab.ask_to_adopt()
    qtbot.waitUntil(lambda: bool(said) and QApplication.activeModalWidget() is None)
    assert any("egne ord fra" in text and "mål" not in text for text in said)
    assert current_plan(desk.case).adopted is None


def test_an_earlier_version_is_shown_as_it_was(qtbot: QtBot, desk: Desk, tab: PlanTab) -> None:
    from borgerplan_desktop.casework.plan.adoption import adopt_plan, adopted_pdf

    goal = goals.add_goal(desk.opened, "bolig")
    version = adopt_plan(desk.opened)
    write(desk.opened, goal, Goal.title, "noget andet", "x")
    qtbot.waitUntil(lambda: tab.state_bar.versions_button.isVisible())
    tab.state_bar.versions.actions()[0].trigger()
    assert tab.paper is not None
    paper, frozen = tab.paper, adopted_pdf(desk.opened, version)
    qtbot.waitUntil(lambda: paper.pdf == frozen, timeout=10_000)
    assert "1" in tab.paper.title_label.text()
    tab.toggle_paper()
    assert tab.paper.isHidden()
    assert not tab.state_bar.paper_button.isChecked()
    tab.toggle_paper()
    assert tab.paper.version is None                     # the draft again


def test_a_note_about_last_week_says_both_days(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    notes.write_note(desk.opened, [goal], "I dag")
    tab.goals.open(goal)
    body(tab, goal).note_button.click()
    box = body(tab, goal).note_box
    assert box is not None
    type_("Vi talte sammen")
    assert box.about.field.text() == day(desk.opened.today())
    box.about.setFocus()
    box.about.field.selectAll()
    type_("1. januar 2027")
    press(Qt.Key.Key_Return)
    assert box.about.is_in_trouble()                     # the day has not come yet
    box.about.field.selectAll()
    type_("20. oktober 2026")
    press(Qt.Key.Key_Return)
    box.finish()
    assert [n.text for n in goal.notes] == ["Vi talte sammen", "I dag"]
    assert "20. okt. (skrevet 27. okt.), Eva" in texts(body(tab, goal).notes)
