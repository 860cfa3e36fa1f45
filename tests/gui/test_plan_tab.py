"""The plan tab as a person uses it: keys and clicks, and what is seen."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework import agreements, drafts, goals, notes
from borgerplan_desktop.casework.house import House
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.desk import Desk
from borgerplan_desktop.gui.plan.goal_body import GoalBody
from borgerplan_desktop.gui.plan.goal_card import GoalCard
from borgerplan_desktop.gui.plan.step_row import StepRow
from borgerplan_desktop.gui.plan.tab import PlanTab
from borgerplan_desktop.gui.widgets.label import PlainLabel
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import citizen_member
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.notes import Note, RatedBy, Rating, RatingAnswer
from borgerplan_desktop.model.plan import Agreement, Goal, GoalStatus, Plan, Step, current_plan
from borgerplan_desktop.model.row import LONG
from borgerplan_desktop.model.shelter import Service

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> PlanTab:
    return shown(qtbot, desk)


def shown(qtbot: QtBot, desk: Desk) -> PlanTab:
    tab = PlanTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1308, 620)
    tab.show()
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    return tab


def type_(text: str) -> None:
    """Type where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def card(tab: PlanTab, goal: Goal) -> GoalCard:
    found = tab.goals.cards.widget(goal)
    assert found is not None
    return found


def body(tab: PlanTab, goal: Goal) -> GoalBody:
    found = card(tab, goal).body
    assert found is not None
    return found


def titles(desk: Desk) -> list[str]:
    return [goal.title for goal in current_plan(desk.case).goals]


def texts(widget: QWidget) -> list[str]:
    return [label.words() for label in widget.findChildren(PlainLabel) if label.isVisible()]


# ------------------------------------------------------------------------------------------------------------ writing
def test_a_goal_is_written_from_nothing_with_the_keyboard_alone(desk: Desk, tab: PlanTab) -> None:
    assert tab.empty.isVisible()
    tab.empty.action.setFocus()
    press(Qt.Key.Key_Space)
    type_("Min egen bolig")
    press(Qt.Key.Key_Enter)                              # goes on to why
    type_("Så kan Sara sove hos mig")
    desk.settle.emit()
    goal = desk.case.the(Goal)
    assert (goal.title, goal.why) == ("Min egen bolig", "Så kan Sara sove hos mig")
    assert not tab.empty.isVisible()
    body(tab, goal).add_step_button.setFocus()
    press(Qt.Key.Key_Space)
    type_("Ring til boligforeningen")
    press(Qt.Key.Key_Return)
    type_("Skriv op")
    desk.settle.emit()
    assert [step.text for step in goal.steps] == ["Ring til boligforeningen", "Skriv op"]


def test_enter_in_an_empty_step_makes_no_more_and_backspace_takes_it_away(desk: Desk, tab: PlanTab) -> None:
    goal = tab.goals.add()
    assert goal is not None
    body(tab, goal).add_step_button.click()
    press(Qt.Key.Key_Return)
    assert len(goal.steps) == 1
    press(Qt.Key.Key_Backspace)
    assert not goal.steps
    assert not body(tab, goal).steps.widgets()


def test_own_words_are_stored_as_they_are_written(desk: Desk, tab: PlanTab) -> None:
    edit = tab.own_words.edits["hopes"]
    edit.setFocus()
    type_("Min egen dør")
    tab.own_words.edits["strengths"].setFocus()          # leaving stores
    assert current_plan(desk.case).hopes == "Min egen dør"
    assert tab.own_words.more.isHidden()
    tab.own_words.more_button.click()
    assert tab.own_words.edits["situation"].isVisible()


def test_a_tick_gives_the_step_its_day_and_can_be_taken_back(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    step = goals.add_step(desk.opened, goal, "ring")
    tab.goals.open(goal)
    row = body(tab, goal).steps.widgets()[0]
    row.tick.setFocus()
    press(Qt.Key.Key_Space)
    assert step.done_on == desk.opened.today()
    assert _("done {date}").format(date=_("today")) in row.meta.text()
    desk.opened.undo()
    assert not step.done
    assert not row.tick.isChecked()


def test_what_is_late_is_said_kindly_and_opens_who_and_when(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    citizen = citizen_member(desk.case)
    goals.add_step(desk.opened, goal, "ring", citizen, desk.opened.today() - timedelta(days=3))
    tab.goals.open(goal)
    row = body(tab, goal).steps.widgets()[0]
    assert "Jonas" in row.meta.text()
    assert row.meta.property("state") == "late"
    assert row.details is None
    row.meta.setFocus()
    press(Qt.Key.Key_Space)
    assert row.details is not None
    assert row.details.isVisible()


# ------------------------------------------------------------------------------------------------------------ order
def test_goals_and_steps_move_with_alt_and_the_arrows_and_keep_the_focus(desk: Desk, tab: PlanTab) -> None:
    first, second = [goals.add_goal(desk.opened, title) for title in ("bolig", "Sara")]
    one, two = [goals.add_step(desk.opened, first, text) for text in ("1", "2")]
    card(tab, second).setFocus()
    press(Qt.Key.Key_Up, ALT)
    assert titles(desk) == ["Sara", "bolig"]
    assert card(tab, second).closed.hasFocus()
    press(Qt.Key.Key_Up, ALT)                            # already first: nothing happens
    assert titles(desk) == ["Sara", "bolig"]
    tab.goals.open(first)
    rows = body(tab, first).steps
    row = rows.widget(two)
    assert isinstance(row, StepRow)
    row.text.setFocus()
    press(Qt.Key.Key_Up, ALT)
    assert first.steps == [two, one]
    assert [r.step for r in rows.widgets()] == [two, one]
    assert row.text.hasFocus()


def test_arrows_go_from_card_to_card_and_enter_opens_one_at_a_time(desk: Desk, tab: PlanTab) -> None:
    first, second = [goals.add_goal(desk.opened, title) for title in ("bolig", "Sara")]
    card(tab, first).setFocus()
    press(Qt.Key.Key_Return)
    assert card(tab, first).is_open
    press(Qt.Key.Key_Escape)
    assert not card(tab, first).is_open
    press(Qt.Key.Key_Down)
    assert card(tab, second).closed.hasFocus()
    press(Qt.Key.Key_Return)
    assert (card(tab, first).is_open, card(tab, second).is_open) == (False, True)


def test_a_goal_is_dragged_by_its_grip(qtbot: QtBot, desk: Desk, tab: PlanTab) -> None:
    made = [goals.add_goal(desk.opened, title) for title in ("1", "2", "3")]
    qtbot.waitUntil(lambda: card(tab, made[2]).y() > card(tab, made[1]).y() > 0)
    grip, last = card(tab, made[0]).closed.grip, card(tab, made[2])
    middle = QPoint(10, grip.height() // 2)
    target = grip.mapFromGlobal(last.mapToGlobal(QPoint(10, last.height() - 2)))
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(grip, QPoint(10, target.y() // 2))
    QTest.mouseMove(grip, target)
    assert tab.goals._mark.isVisible()
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=target)
    assert titles(desk) == ["2", "3", "1"]
    assert not tab.goals._mark.isVisible()
    desk.opened.undo()
    assert titles(desk) == ["1", "2", "3"]
    assert [c.goal.title for c in tab.goals.cards.widgets()] == ["1", "2", "3"]


def test_a_deleted_goal_comes_back_with_undo_and_its_notes_stay(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    notes.write_note(desk.opened, [goal], "det går")
    card(tab, goal).setFocus()
    press(Qt.Key.Key_Delete)
    assert titles(desk) == []
    assert desk.case.the(Note).text == "det går"
    assert tab.empty.isVisible()
    desk.opened.undo()
    assert card(tab, goal).isVisible()
    assert not tab.empty.isVisible()


# ------------------------------------------------------------------------------------------------------------ open card
def test_area_and_status_are_words_to_press(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab.goals.open(goal)
    head = card(tab, goal).head
    assert head is not None
    head.area.action_for(LifeArea.HOUSING).trigger()
    head.status.action_for(GoalStatus.ON_HOLD).trigger()
    assert (goal.area, goal.status) == (LifeArea.HOUSING, GoalStatus.ON_HOLD)
    assert head.area.text() == _("Housing")
    box = body(tab, goal).note_box                       # it asks what happened
    assert box is not None
    box.finish()
    assert not desk.case.all(Note)
    head.status.action_for(GoalStatus.REACHED).trigger()
    assert goal.status is GoalStatus.REACHED


def test_help_that_ends_before_it_begins_is_told_and_nothing_is_lost(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab.goals.open(goal)
    body(tab, goal).add_help_button.click()
    type_("Bostøtte")
    press(Qt.Key.Key_Return)
    type_("at holde fast i boligen")
    desk.settle.emit()
    help_ = goal.interventions[0]
    assert (help_.name, help_.purpose) == ("Bostøtte", "at holde fast i boligen")
    shown = body(tab, goal).help.widgets()[0]
    shown.meta.click()
    shown.from_edit.field.setFocus()
    type_("1. juli 2026")
    press(Qt.Key.Key_Return)
    shown.until_edit.field.setFocus()
    type_("1. marts 2026")
    press(Qt.Key.Key_Return)
    assert (help_.from_on, help_.until_on) == (date(2026, 7, 1), None)
    assert shown.trouble.isVisible()
    assert shown.until_edit.text() == "1. marts 2026"
    shown.until_edit.field.setFocus()
    shown.until_edit.field.selectAll()
    type_("31. marts 2027")
    press(Qt.Key.Key_Return)
    assert (help_.from_on, help_.until_on) == (date(2026, 7, 1), date(2027, 3, 31))
    assert not shown.trouble.isVisible()
    assert "2027" in shown.meta.text()


def test_a_service_of_the_directory_fills_in_the_help(qtbot: QtBot, desk: Desk) -> None:
    assert desk.opened.shelter is not None
    with desk.opened.shelter.action("register"):
        desk.opened.shelter.case.add(
            Service(name="CTI", organisation="Center for Bostøtte", ladder_step=LadderStep.MORE))
    tab = shown(qtbot, desk)
    goal = goals.add_goal(desk.opened, "bolig")
    goals.add_intervention(desk.opened, goal)
    tab.goals.open(goal)
    row = body(tab, goal).help.widgets()[0]
    row.meta.click()
    assert row.service is not None
    row.service.setFocus()
    press(Qt.Key.Key_Down)
    row.service.activated.emit(row.service.currentIndex())
    assert goal.interventions[0].provider == "Center for Bostøtte"
    assert row.name.toPlainText() == "CTI"
    assert row.step_pill.isVisible()


def test_a_rating_is_answered_with_keys_and_told_in_words(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig", LifeArea.HOUSING)
    tab.goals.open(goal)
    body(tab, goal).rate_button.click()
    type_("2")
    box = body(tab, goal).rating_box
    assert box is not None
    assert not box.apart.isVisible()
    box.answers[RatedBy.CONTACT_PERSON].scale.setFocus()
    type_("7")
    assert box.apart.isVisible()                         # they see it differently
    assert {(r.by, r.value) for r in goal.ratings} == {(RatedBy.CITIZEN, 2), (RatedBy.CONTACT_PERSON, 7)}
    assert "Jonas" in body(tab, goal).chart.accessibleDescription()
    box.answers[RatedBy.CITIZEN].others[RatingAnswer.WONT_SAY].click()
    assert [r.answer for r in desk.case.all(Rating) if r.by is RatedBy.CITIZEN] == [RatingAnswer.WONT_SAY]
    press(Qt.Key.Key_Escape)
    assert body(tab, goal).rating_box is None


def test_a_note_is_stored_while_it_is_written_and_final_when_left(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab.goals.open(goal)
    body(tab, goal).note_button.click()
    type_("Det går")
    desk.settle.emit()
    assert goal.notes[0].text == "Det går"
    type_(" langsomt")
    box = body(tab, goal).note_box
    assert box is not None
    box.said_by.setCurrentIndex(1)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert body(tab, goal).note_box is None
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


def test_an_earlier_version_is_shown_as_it_was(qtbot: QtBot, desk: Desk, tab: PlanTab) -> None:
    from borgerplan_desktop.casework.plan import adopt_plan, adopted_pdf

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


# ------------------------------------------------------------------------------------------------------------ bad input
def test_markup_is_shown_as_it_was_typed(qtbot: QtBot, desk: Desk) -> None:
    nasty = "<b>fed</b> <img src=x> & &lt;"
    goal = goals.add_goal(desk.opened, nasty)
    goals.add_step(desk.opened, goal, nasty)
    notes.write_note(desk.opened, [goal], nasty, nasty)
    agreements.add_agreement(desk.opened, nasty, goal=goal)
    tab = shown(qtbot, desk)
    tab.goals.open(goal)
    head = card(tab, goal).head
    assert head is not None
    assert head.title.toPlainText() == nasty
    assert nasty in texts(body(tab, goal).notes)
    assert nasty in card(tab, goal).closed.accessibleName()
    assert tab.agreements.rows.widgets()[0].text.toPlainText() == nasty


def test_a_title_of_300_letters_without_a_space_makes_nothing_run_out_sideways(qtbot: QtBot, desk: Desk) -> None:
    long = "æ" * 300
    goal = goals.add_goal(desk.opened, long)
    goals.add_step(desk.opened, goal, long)
    goals.add_intervention(desk.opened, goal, long, purpose=long, provider=long)
    agreements.add_agreement(desk.opened, long, when=long, goal=goal)
    notes.write_note(desk.opened, [goal], long, long)
    tab = shown(qtbot, desk)
    tab.goals.open(goal)
    content = tab.page.widget()
    assert content is not None
    qtbot.waitUntil(lambda: content.width() <= tab.page.viewport().width())
    head = card(tab, goal).head
    assert head is not None
    assert head.title.toPlainText() == long


def test_a_text_of_more_than_100_000_characters_is_cut_and_the_rest_is_kept(desk: Desk, tab: PlanTab) -> None:
    told: list[bool] = []
    desk.words_kept.connect(lambda: told.append(True))
    edit = tab.own_words.edits["hopes"]
    edit.setFocus()
    QApplication.clipboard().setText("x" * LONG + "resten")
    edit.paste()
    desk.settle.emit()
    assert len(current_plan(desk.case).hopes) == LONG
    assert [d.text for d in drafts.waiting(desk.opened)] == ["resten"]
    assert told


def test_lines_pasted_into_a_title_become_one(desk: Desk, tab: PlanTab) -> None:
    goal = tab.goals.add()
    assert goal is not None
    head = card(tab, goal).head
    assert head is not None
    QApplication.clipboard().setText("Min egen\nbolig")
    head.title.paste()
    desk.settle.emit()
    assert goal.title == "Min egen bolig"


def test_when_a_colleague_wrote_the_same_theirs_is_shown_and_ours_is_kept(
        qtbot: QtBot, desk: Desk, house: House) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab = shown(qtbot, desk)
    tab.goals.open(goal)
    head = card(tab, goal).head
    assert head is not None
    head.title.selectAll()
    type_("Min egen dør")
    other: OpenCase = house.open_case(desk.opened.id)
    write(other, other.case.the(Goal), Goal.title, "Et værelse", "x")
    desk.settle.emit()
    assert goal.title == "Et værelse"
    assert head.title.toPlainText() == "Et værelse"
    assert [d.text for d in drafts.waiting(desk.opened)] == ["Min egen dør"]


def test_a_goal_that_a_colleague_deletes_goes_and_what_was_typed_is_kept(
        qtbot: QtBot, desk: Desk, house: House) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab = shown(qtbot, desk)
    tab.goals.open(goal)
    type_("ny ")
    other = house.open_case(desk.opened.id)
    goals.delete_goal(other, other.case.the(Goal))
    desk.look_for_others()
    assert tab.goals.cards.widget(goal) is None
    assert tab.empty.isVisible()
    assert any("ny" in draft.text for draft in drafts.waiting(desk.opened))


# ------------------------------------------------------------------------------------------------------------ the whole
def test_hints_lead_to_their_place(qtbot: QtBot, desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig", LifeArea.HOUSING)
    write(desk.opened, current_plan(desk.case), Plan.hopes, "håb", "x")
    wanted = _("Who is responsible for »{title}«?").format(title="bolig")
    qtbot.waitUntil(lambda: any(b.text() == wanted for b in tab.hints.buttons))
    next(b for b in tab.hints.buttons if b.text() == wanted).click()
    assert card(tab, goal).is_open
    assert body(tab, goal).responsible.hasFocus()


def test_going_to_a_step_opens_its_goal(desk: Desk, tab: PlanTab) -> None:
    goals.add_goal(desk.opened, "første")
    goal = goals.add_goal(desk.opened, "bolig")
    step = goals.add_step(desk.opened, goal, "ring")
    tab.show_row(step.id)
    assert card(tab, goal).is_open


def test_forty_goals_come_up_with_closed_bodies(qtbot: QtBot, desk: Desk) -> None:
    with desk.opened.action("many"):
        for number in range(40):
            goal = goals.add_goal(desk.opened, f"mål {number}")
            for each in range(5):
                goals.add_step(desk.opened, goal, f"skridt {each}")
    tab = shown(qtbot, desk)
    assert len(tab.goals.cards.widgets()) == 40
    assert not tab.findChildren(GoalBody)
    tab.goals.open(current_plan(desk.case).goals[39])
    assert len(tab.findChildren(GoalBody)) == 1
    assert len(desk.case.all(Step)) == 200


def test_everything_one_can_reach_has_a_name(qtbot: QtBot, desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    goals.add_step(desk.opened, goal, "ring")
    goals.add_intervention(desk.opened, goal, "bostøtte")
    agreements.add_agreement(desk.opened, "Eva ringer")
    tab.goals.open(goal)
    body(tab, goal).steps.widgets()[0].meta.click()
    body(tab, goal).help.widgets()[0].meta.click()
    tab.agreements.rows.widgets()[0].meta.click()
    body(tab, goal).rate()
    body(tab, goal).write_note()
    tab.show_paper(True)
    nameless = [w for w in tab.findChildren(QWidget)
                if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.accessibleName()
                and not w.objectName().startswith("qt_")]
    assert [(type(w).__name__, w.objectName()) for w in nameless] == []


def test_tab_goes_as_one_reads_and_back(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    agreements.add_agreement(desk.opened, "Eva ringer")
    later = goals.add_goal(desk.opened, "Sara")
    step = goals.add_step(desk.opened, goal, "ring")     # made last, read before the agreements
    tab.goals.open(goal)
    head, shown_body = card(tab, goal).head, body(tab, goal)
    assert head is not None
    row, agreement = shown_body.steps.widget(step), tab.agreements.rows.widgets()[0]
    assert row is not None
    wanted = [head.title, head.area, head.status, shown_body.why, shown_body.add_step_button, row.tick, row.text,
              row.meta, shown_body.responsible, shown_body.note_button, card(tab, later).closed,
              agreement.tick, agreement.text]
    seen: list[QWidget] = []
    head.title.setFocus()
    for _each in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        if focused is agreement.text:
            break
        press(Qt.Key.Key_Tab)
    assert [each for each in seen if each in wanted] == wanted
    for each in reversed(seen[:-1]):
        press(Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is each


def test_where_there_is_no_room_the_paper_takes_the_place_of_the_editor(desk: Desk, tab: PlanTab) -> None:
    tab.toggle_paper()
    assert tab.page.isVisible()
    tab.resize(600, 620)
    assert not tab.page.isVisible()
    tab.toggle_paper()
    assert tab.page.isVisible()


def test_a_note_that_is_being_written_stays_when_a_colleague_deletes_the_goal(
        qtbot: QtBot, desk: Desk, house: House) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab = shown(qtbot, desk)
    tab.goals.open(goal)
    body(tab, goal).note_button.click()
    type_("Det går")
    other = house.open_case(desk.opened.id)
    goals.delete_goal(other, other.case.the(Goal))
    desk.look_for_others()
    assert [note.text for note in desk.case.all(Note)] == ["Det går"]
