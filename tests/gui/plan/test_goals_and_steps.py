"""The goals of the plan, as a person writes, moves, ticks and rates them."""
from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.directory.services import close_service
from borgerplan_desktop.casework.plan import goals, notes
from borgerplan_desktop.casework.plan.adoption import what_is_missing
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.choose_service import ChooseService
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.plan.step_row import StepRow
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.network import citizen_member
from borgerplan_desktop.model.notes import Note, RatedBy, Rating, RatingAnswer
from borgerplan_desktop.model.plan import Goal, GoalStatus, HelpUnit, Step, current_plan
from tests.gui.plan.hands import ALT, body, card, choose, press, shown, titles, type_


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


def test_a_step_left_without_words_is_not_counted(desk: Desk, tab: PlanTab) -> None:
    goal = tab.goals.add()
    assert goal is not None
    body(tab, goal).add_step_button.click()
    assert any("første, lille skridt" in hint.text for hint in what_is_missing(desk.case))
    type_("Ring til boligforeningen")
    press(Qt.Key.Key_Return)
    type_("Skriv op")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert not card(tab, goal).is_open
    assert "0 af 2 skridt" in card(tab, goal).closed.accessibleName()
    assert not any("første, lille skridt" in hint.text for hint in what_is_missing(desk.case))


def test_own_words_are_stored_as_they_are_written(desk: Desk, tab: PlanTab) -> None:
    edit = tab.own_words.edits["hopes"]
    edit.setFocus()
    type_("Min egen dør")
    tab.own_words.edits["strengths"].setFocus()          # leaving stores
    assert current_plan(desk.case).hopes == "Min egen dør"
    assert not tab.own_words.edits["situation"].isVisible()
    tab.own_words.more_button.click()
    assert tab.own_words.edits["situation"].hasFocus()
    type_("Jeg sover på en sofa")
    tab.own_words.more_button.click()
    assert not tab.own_words.edits["situation"].isVisible()
    assert "1" in tab.own_words.more_button.text()       # what was answered is not forgotten behind the button
    assert current_plan(desk.case).situation == "Jeg sover på en sofa"


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
    assert citizen is not None
    step = goals.add_step(desk.opened, goal, "ring")
    write(desk.opened, step, Step.responsible_id, citizen.id, "Choose who is responsible")
    write(desk.opened, step, Step.due_on, desk.opened.today() - timedelta(days=3), "Change deadline")
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
    choose(head.area, _("Housing"))
    choose(head.status, _(GoalStatus.ON_HOLD.label))
    assert (goal.area, goal.status) == (LifeArea.HOUSING, GoalStatus.ON_HOLD)
    assert head.area.text() == _("Housing")
    assert [action.text() for action in head.area.menu.actions() if action.isChecked()] == [_("Housing")]
    standing = body(tab, goal).standing
    assert standing.why.hasFocus()                       # it asks why, quietly beside the status
    type_("Vi venter på kommunen")
    choose(head.status, _(GoalStatus.REACHED.label))
    assert goal.status is GoalStatus.REACHED
    assert standing.how.hasFocus()
    assert not standing.why.isVisible()
    assert [note.text for note in goal.notes] == ["På pause: Vi venter på kommunen"]
    type_("Jeg fik min dør")
    desk.settle.emit()
    assert goal.how_it_went == "Jeg fik min dør"


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
    assert row.service.words.text() == "Med egne ord"
    row.service.setFocus()
    press(Qt.Key.Key_Space)
    dialog = row.service.window().findChild(ChooseService)
    assert dialog is not None
    qtbot.keyClicks(dialog.search, "bostøtte")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert goal.interventions[0].provider == "Center for Bostøtte"
    assert row.service.words.text() == "CTI, Center for Bostøtte"
    assert not row.closing.isVisible()
    (service,) = desk.opened.shelter.case.all(Service)
    close_service(desk.opened.shelter, service, desk.opened.today())
    assert row.closing.isVisible()
    assert row.closing.text().startswith("CTI, Center for Bostøtte – lukket siden ")
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


def test_who_gives_the_help_does_not_hide_that_its_time_is_asked_for(qtbot: QtBot, desk: Desk) -> None:
    """As the help that comes with one press does: it has a giver and no time yet."""
    goal = goals.add_goal(desk.opened, "bolig")
    help_ = goals.add_intervention(desk.opened, goal, "Bostøtte")
    with desk.opened.action("x"):
        help_.unit = HelpUnit.PROVIDER
    shown_help = body(shown(qtbot, desk), goal).help.widget(help_)
    assert shown_help is not None
    assert shown_help.meta.text() == "Hvor længe? · En udfører"
    with desk.opened.action("x"):
        help_.from_on = date(2026, 7, 1)
    assert shown_help.meta.text() == "fra 1. juli 2026 · En udfører"
