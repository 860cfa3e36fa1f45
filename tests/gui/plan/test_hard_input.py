"""The plan tab with markup, endless texts, forty goals, busy colleagues, and the keyboard alone."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import agreements, goals, notes
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan import follow_up
from borgerplan_desktop.gui.plan.goal_body import GoalBody
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.shell.waiting_words import waiting_words
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import Goal, Intervention, Plan, Step, current_plan
from borgerplan_desktop.model.row import LONG
from tests.gui.plan.hands import body, card, press, shown, texts, type_


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
    help_ = goals.add_intervention(desk.opened, goal, long)
    for field in (Intervention.purpose, Intervention.provider):
        write(desk.opened, help_, field, long, "Change help")
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
    desk.drafts_changed.connect(lambda: told.append(True))
    edit = tab.own_words.edits["hopes"]
    edit.setFocus()
    QApplication.clipboard().setText("x" * LONG + "resten")
    edit.paste()
    desk.settle.emit()
    assert len(current_plan(desk.case).hopes) == LONG
    assert [d.text for d in drafts.waiting(desk.opened)] == ["resten"]
    assert told
    assert waiting_words(desk.opened) == ("Teksten er for lang. Resten er lagt til side.", "Se resten")


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
        qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab = shown(qtbot, desk)
    tab.goals.open(goal)
    head = card(tab, goal).head
    assert head is not None
    head.title.selectAll()
    type_("Min egen dør")
    other: OpenCase = archive.open_case(desk.opened.id)
    write(other, other.case.the(Goal), Goal.title, "Et værelse", "x")
    desk.settle.emit()
    assert goal.title == "Et værelse"
    assert head.title.toPlainText() == "Et værelse"
    assert [d.text for d in drafts.waiting(desk.opened)] == ["Min egen dør"]


def test_a_goal_that_a_colleague_deletes_goes_and_what_was_typed_is_kept(
        qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab = shown(qtbot, desk)
    tab.goals.open(goal)
    type_("ny ")
    other = archive.open_case(desk.opened.id)
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


def test_a_plan_that_says_all_asks_nothing(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    goals.add_goal(desk.opened, "bolig", LifeArea.HOUSING)
    monkeypatch.setattr(follow_up, "what_is_missing", lambda _case: [])
    tab = shown(qtbot, desk)
    qtbot.waitUntil(lambda: tab.agreements.isVisible())
    assert not tab.hints.isVisible()


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
    assert len(tab.goals.cards.widgets()) == 24
    assert len(tab.findChildren(GoalBody)) == 1          # the one that was last worked at
    tab.goals.open(current_plan(desk.case).goals[39])    # one that was not in sight
    assert card(tab, current_plan(desk.case).goals[39]).is_open
    assert len(tab.findChildren(GoalBody)) == 2
    assert len(tab.goals.cards.widgets()) == 25
    tab.goals.cards.all_button.click()
    assert [each.goal for each in tab.goals.cards.widgets()] == current_plan(desk.case).goals
    assert not tab.goals.cards.all_button.isVisible()
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
        qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab = shown(qtbot, desk)
    tab.goals.open(goal)
    body(tab, goal).note_button.click()
    type_("Det går")
    other = archive.open_case(desk.opened.id)
    goals.delete_goal(other, other.case.the(Goal))
    desk.look_for_others()
    assert [note.text for note in desk.case.all(Note)] == ["Det går"]
