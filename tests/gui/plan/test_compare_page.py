"""Two versions beside each other: from the menu, from difference to difference by keyboard, words and colours."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.plan import adoption, follow_up, goals
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.compare_page import AT_ONCE, ComparePage
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.model.plan import Goal, Plan, PlanVersion, ReviewOutcome, current_plan
from borgerplan_desktop.model.text_difference import Mark
from tests.documents import reading
from tests.gui.plan.hands import ALT, press


@pytest.fixture
def two(desk: Desk) -> Goal:
    """Adopted twice, and a draft that goes on."""
    opened = desk.opened
    home = goals.add_goal(opened, "Min egen bolig")
    money = goals.add_goal(opened, "Styr på pengene")
    adoption.adopt_plan(opened)
    write(opened, home, Goal.title, "Min egen lejlighed", "x")
    goals.move_goal(opened, money, 0)
    goals.add_step(opened, home, "Ring til boligforeningen")
    adoption.adopt_plan(opened)
    write(opened, current_plan(opened.case), Plan.hopes, "Ro om natten", "x")
    return home


def page_of(tab: PlanTab) -> ComparePage:
    QApplication.processEvents()                         # the bar follows what was just adopted
    action = next(each for each in tab.state_bar.versions.actions() if each.text() == "Sammenlign udgaver")
    action.trigger()
    page = tab.pages.currentWidget()
    assert isinstance(page, ComparePage)
    return page


def choose(page: ComparePage, before: int, after: int) -> None:
    for combo, number in ((page.before, before), (page.after, after)):
        combo.setCurrentIndex(combo.findData(number))
        combo.activated.emit(combo.currentIndex())


def test_it_begins_with_the_draft_against_the_newest_adopted(qtbot: QtBot, tab: PlanTab, two: Goal) -> None:
    qtbot.waitUntil(lambda: tab.state_bar.versions_button.isVisible())
    page = page_of(tab)
    assert page.isVisible()
    assert not tab.page.isVisible()
    assert (page.compared.before, page.compared.after) == (2, 0)
    assert page.count_label.text() == "1 forskel"
    row = page.rows[0]
    assert row.after[0].words() == "Ro om natten"
    assert row.pill.text() == "Ændret"
    assert "Før: ingenting. Nu: [nyt: Ro om natten]" in row.accessibleName()


def test_the_changed_words_are_marked_and_every_kind_has_a_word(qtbot: QtBot, tab: PlanTab, two: Goal) -> None:
    page = page_of(tab)
    choose(page, 1, 2)
    moved, title, step = page.rows
    assert moved.pill.text() == "Flyttet fra 2 til 1"
    assert moved.head_label.text() == "Mål 1: Styr på pengene"
    assert title.before[0].marked(Mark.GONE) == ["bolig"]
    assert title.after[0].marked(Mark.NEW) == ["lejlighed"]
    assert step.pill.text() == "Tilføjet"
    assert step.before[0].words() == "–"
    assert "Mål 2: Min egen lejlighed" in step.accessibleName()
    choose(page, 2, 1)
    assert [row.pill.text() for row in page.rows][1:] == ["Ændret", "Taget ud"] or \
        "Taget ud" in [row.pill.text() for row in page.rows]


def test_the_keyboard_goes_from_one_to_the_next_and_back(qtbot: QtBot, tab: PlanTab, two: Goal) -> None:
    page = page_of(tab)
    choose(page, 1, 0)
    assert page.next_button.hasFocus()
    for number in (1, 2, 3, 4, 1):
        press(Qt.Key.Key_Down, ALT)
        assert page.count_label.text() == f"Forskel {number} af 4"
        assert page.rows[number - 1].hasFocus()
    press(Qt.Key.Key_Up, ALT)
    assert page.rows[3].hasFocus()
    press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert tab.page.isVisible()
    assert tab.state_bar.versions_button.hasFocus()


@pytest.mark.parametrize(("size", "width"), [(1.0, 1308), (1.4, 943), (2.0, 1220), (2.0, 908)])
def test_title_and_versions_are_whole_in_large_text_too(qapp: QApplication, qtbot: QtBot, tab: PlanTab, two: Goal,
                                                       size: float, width: int) -> None:
    page = page_of(tab)
    try:
        apply_theme(qapp, dark=False, size=size)
        tab.resize(width, 600)
        for _round in range(4):
            QApplication.processEvents()
        assert page.title_label.shown() == "Sammenlign udgaver"
        assert (page.head.indexOf(page._chosen) < 0) is (size > 1)
        assert page._chosen.geometry().right() <= width
    finally:
        apply_theme(qapp, dark=False, size=1.0)


def test_what_was_decided_at_a_follow_up_comes_by_itself(qtbot: QtBot, desk: Desk, tab: PlanTab, two: Goal) -> None:
    help_ = goals.add_intervention(desk.opened, two, "Bostøtte")
    page = page_of(tab)
    follow_up.review(desk.opened, help_, ReviewOutcome.ENDED)
    qtbot.waitUntil(lambda: any("Ved opfølgningen" in row.accessibleName() for row in page.rows))


def test_no_difference_and_a_version_that_is_not_kept_are_said(qtbot: QtBot, desk: Desk, tab: PlanTab) -> None:
    goals.add_goal(desk.opened, "bolig")
    version = adoption.adopt_plan(desk.opened)
    page = page_of(tab)
    assert page.empty_label.text() == "Der er ingen forskel."
    assert page.empty_label.isVisible()
    assert not page.next_button.isEnabled()
    with desk.opened.action("x"):
        version.case_digest = "0" * 64
    desk.opened.frozen._cases.clear()
    page.open()
    assert not page.empty_label.isVisible()
    assert "Udgave 1 ligger her ikke" in page.trouble_label.text()
    assert page.trouble_label.isVisible()
    assert not page.print_button.isEnabled()


def test_without_a_new_draft_the_two_newest_versions_stand_there(qtbot: QtBot, desk: Desk, tab: PlanTab) -> None:
    goals.add_goal(desk.opened, "bolig")
    adoption.adopt_plan(desk.opened)
    goals.add_goal(desk.opened, "penge")
    adoption.adopt_plan(desk.opened)
    page = page_of(tab)
    assert (page.compared.before, page.compared.after) == (1, 2)
    assert len(page.rows) == 1


def test_it_follows_what_is_written_and_adopted_meanwhile(qtbot: QtBot, desk: Desk, tab: PlanTab, two: Goal) -> None:
    page = page_of(tab)
    assert len(page.rows) == 1
    write(desk.opened, two, Goal.why, "fordi", "x")
    qtbot.waitUntil(lambda: len(page.rows) == 2)
    adoption.adopt_plan(desk.opened)
    qtbot.waitUntil(lambda: page.before.count() == 4)
    assert len(desk.case.all(PlanVersion)) == 3


def test_of_very_many_the_first_are_built_and_the_keyboard_finds_the_rest(
        qtbot: QtBot, desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    adoption.adopt_plan(desk.opened)
    for number in range(AT_ONCE + 5):
        goals.add_step(desk.opened, goal, f"skridt {number}")
    page = page_of(tab)
    assert len(page.rows) == AT_ONCE
    assert page.more_button.text() == "Vis 5 forskelle mere"
    page.go_back()                                       # from the first to the last
    assert len(page.rows) == AT_ONCE + 5
    assert page.rows[-1].hasFocus()
    assert not page.more_button.isVisible()


def test_the_paper_is_opened_from_the_page(qtbot: QtBot, tab: PlanTab, two: Goal) -> None:
    page = page_of(tab)
    choose(page, 1, 2)
    assert tab.print_paper()
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PaperWindow) and each.isVisible())
    qtbot.waitUntil(lambda: bool(window.paper.pdf), timeout=15_000)
    assert "flyttet fra 2 til 1" in " ".join(reading.text(window.paper.pdf).split())
    window.close()


def test_showing_the_paper_or_a_row_leaves_the_comparison(qtbot: QtBot, tab: PlanTab, two: Goal) -> None:
    page = page_of(tab)
    tab.toggle_paper()
    assert not page.isVisible()
    page_of(tab)
    assert page.isVisible()
    assert tab.paper is not None
    assert not tab.paper.isVisible()
    tab.show_row(two.id)
    assert not page.isVisible()
    assert tab.page.isVisible()


def test_before_anything_is_adopted_it_says_when_there_is_something_to_compare(tab: PlanTab) -> None:
    page = tab.open_page("compare")
    assert isinstance(page, ComparePage)
    assert page.empty_label.words() == "Når planen er vedtaget, står her, hvad der er nyt siden."
    assert not page.before.isVisible()
    assert page.back_button.hasFocus()


def test_a_copy_for_one_person_says_what_that_person_may_know(qtbot: QtBot, desk: Desk, tab: PlanTab,
                                                              two: Goal) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")
    give_consent(desk.opened, Asked("planen", [birgit], [Topic.PLAN, Topic.HOUSING, Topic.MONEY],
                                     GivenHow.ORALLY, told_before=True))
    page = page_of(tab)
    choose(page, 1, 2)
    page.copy_button.fill()
    words = [action.text() for action in page.copy_button.people.actions()]
    assert "Birgit Holm, sagsbehandler, Hjemløseenheden" in words
    assert not any(text.startswith("Jonas") for text in words)
    page.copy_button.people.actions()[words.index("Birgit Holm, sagsbehandler, Hjemløseenheden")].trigger()
    window = QApplication.activeModalWidget()
    assert isinstance(window, PaperWindow)
    paper = window._made(False)
    assert paper.reader is Reader.OTHERS
    assert "Birgit Holm" in " ".join(reading.text(paper.draw()).split())
    window.reject()
    page.see_paper().reject()
    assert page.see_paper()._made(False).reader is Reader.CITIZEN


def test_of_a_very_long_text_the_part_around_the_change_is_shown_until_somebody_wants_all(
        qtbot: QtBot, tab: PlanTab, two: Goal, desk: Desk) -> None:
    """Twelve such texts took the page 12 seconds."""
    same, plan = "kaffe og sol " * 3_800, current_plan(desk.case)
    write(desk.opened, plan, Plan.situation, f"{same}bolig {same}", "x")
    adoption.adopt_plan(desk.opened)
    write(desk.opened, plan, Plan.situation, f"{same}arbejde {same}", "x")
    page = page_of(tab)
    choose(page, 3, 0)
    row, = [each for each in page.rows if each.whole_button is not None]
    laid_out = [each._document.characterCount() for each in (*row.before, *row.after)]
    assert max(laid_out) < 5_000
    assert "bolig" in row.before[0]._document.toPlainText()
    assert "arbejde" in row.accessibleName()
    assert len(row.accessibleName()) < 10_000
    assert row.whole_button is not None
    qtbot.mouseClick(row.whole_button, Qt.MouseButton.LeftButton)
    assert row.whole_button.isHidden()
    assert row.hasFocus()
    assert row.after[0]._document.characterCount() > 95_000
