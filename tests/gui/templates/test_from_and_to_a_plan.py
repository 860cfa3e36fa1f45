"""A plan begins from a template, takes goals of one, and becomes one: seen as the person at the screen sees it."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import templates
from borgerplan_desktop.casework.plan.goals import add_goal, add_step
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.follow_up import FollowUp
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.templates.begin_from import BeginFromTemplate
from borgerplan_desktop.gui.templates.make_template_dialog import MakeTemplate
from borgerplan_desktop.model.plan import current_plan
from borgerplan_desktop.model.shelter import PlanTemplate

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shelter(desk: Desk) -> OpenCase:
    assert desk.opened.shelter is not None
    return desk.opened.shelter


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    yield window
    window.close()


def asked(desk: Desk, window: QWidget) -> BeginFromTemplate:
    dialog = BeginFromTemplate(desk, window)
    dialog.open()
    return dialog


def test_an_empty_plan_offers_it_quietly_and_begins_in_one_step(qtbot: QtBot, desk: Desk, shelter: OpenCase) -> None:
    templates.add_examples(shelter)
    tab = PlanTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1094, 640)
    tab.show()
    dialog = tab.ask("from_template")
    assert isinstance(dialog, BeginFromTemplate)
    assert dialog.combo.currentText() == "De første seks uger på herberget"
    assert "Hvem den er til: Alle, der lige er flyttet ind." in dialog.about.words()
    assert [line.tick.isChecked() for line in dialog.lines] == [True] * 4
    assert dialog.sum.words() == "Der kommer 4 mål, 9 skridt og 2 slags hjælp. Fristerne regnes fra 27. oktober."
    assert dialog.take_button.text() == "Tag 4 mål med"
    qtbot.mouseClick(dialog.lines[0].tick, LEFT)
    assert dialog.take_button.text() == "Tag 3 mål med"
    qtbot.mouseClick(dialog.take_button, LEFT)
    first, *_rest = goals = current_plan(desk.case).goals
    assert len(goals) == 3
    assert tab.goals.open_goal is first                  # the keyboard is in the first of them
    card = tab.goals.card(first)
    assert card is not None
    assert card.head is not None
    assert keyboard_in(tab) is card.head.title
    assert tab.follow_up.began_label.words() == "Planen begyndte fra skabelonen »De første seks uger på herberget«."
    desk.opened.undo()
    assert current_plan(desk.case).goals == []
    assert tab.follow_up.began_label.isHidden()


def test_the_menu_of_the_plan_asks_it_too(qtbot: QtBot, desk: Desk) -> None:
    tab = PlanTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    words = [action.text() for action in tab.state_bar.more.actions()]
    assert words[-2:] == ["Tag mål fra en skabelon …", "Gør til skabelon …"]
    tab.state_bar.more.actions()[-1].trigger()
    assert tab.findChild(MakeTemplate) is not None


def test_without_templates_two_examples_are_one_press_away(qtbot: QtBot, desk: Desk, window: QWidget) -> None:
    dialog = asked(desk, window)
    assert not dialog.empty.isHidden()
    assert dialog.take_button.isHidden()
    assert dialog.focusWidget() is dialog.empty.action
    qtbot.mouseClick(dialog.empty.action, LEFT)
    assert dialog.combo.count() == 2
    assert dialog.empty.isHidden()
    assert len(dialog.lines) == 4


def test_a_goal_that_is_there_is_said_and_not_ticked(desk: Desk, shelter: OpenCase, window: QWidget) -> None:
    template = templates.add_template(shelter, "Forløb")
    for title in ("Bolig", "Penge"):
        templates.add_template_goal(shelter, template, title)
    add_goal(desk.opened, "bolig")
    dialog = asked(desk, window)
    assert [line.tick.isChecked() for line in dialog.lines] == [False, True]
    assert dialog.lines[0].tick.accessibleDescription().startswith("Står allerede i planen")


def test_what_another_window_changes_meanwhile_is_shown_and_the_ticks_stay(desk: Desk, shelter: OpenCase,
                                                                           window: QWidget) -> None:
    template = templates.add_template(shelter, "Forløb")
    goals = [templates.add_template_goal(shelter, template, title) for title in ("Bolig", "Penge")]
    dialog = asked(desk, window)
    dialog.lines[0].tick.setChecked(False)
    templates.add_template_goal(shelter, template, "Helbred")
    assert [(line.tick.text(), line.tick.isChecked()) for line in dialog.lines] == [
        ("Bolig", False), ("Penge", True), ("Helbred", True)]
    templates.remove_template_goal(shelter, goals[1])
    assert [line.tick.text() for line in dialog.lines] == ["Bolig", "Helbred"]
    templates.retire_template(shelter, template)
    assert dialog.trouble.words() == "»Forløb« er lige taget ud af brug et andet sted. Der er ikke taget noget med."
    assert dialog.combo.isHidden()
    assert not dialog.empty.isHidden()


def test_of_a_template_that_nobody_chose_nothing_is_ticked(desk: Desk, shelter: OpenCase, window: QWidget) -> None:
    found = []
    for title, goal in (("Forløb", "Bolig"), ("Natcafé", "Ro om natten")):
        found.append(templates.add_template(shelter, title))
        templates.add_template_goal(shelter, found[-1], goal)
    dialog = asked(desk, window)
    templates.retire_template(shelter, found[0])
    assert dialog.combo.currentText() == "Natcafé"
    assert "»Forløb« er lige taget ud af brug" in dialog.trouble.words()
    assert not dialog.lines[0].tick.isChecked()
    assert not dialog.take_button.isEnabled()


def test_a_template_without_goals_says_so_and_there_is_nothing_to_take(desk: Desk, shelter: OpenCase,
                                                                       window: QWidget) -> None:
    templates.add_template(shelter, "Forløb")
    full = templates.add_template(shelter, "Natcafé")
    templates.add_template_goal(shelter, full, "Ro om natten")
    dialog = asked(desk, window)
    dialog.combo.setCurrentText("Forløb")
    assert dialog.trouble.words().startswith("Den har ingen mål endnu.")
    assert dialog.take_button.isHidden()
    dialog.combo.setCurrentText("Natcafé")
    assert dialog.trouble.isHidden()
    assert dialog.take_button.text() == "Tag 1 mål med"


def test_a_plan_becomes_a_template_that_was_gone_over(qtbot: QtBot, desk: Desk, shelter: OpenCase,
                                                      window: QWidget) -> None:
    goal = add_goal(desk.opened, "Jonas får egen bolig")
    add_step(desk.opened, goal, "Søge")
    add_goal(desk.opened, "Noget andet")
    dialog = MakeTemplate(desk, window)
    dialog.open()
    assert dialog.lines[0].title.toPlainText() == "borgeren får egen bolig"
    qtbot.mouseClick(dialog.keep_button, LEFT)
    assert dialog.title_trouble.words() == "Skriv, hvad skabelonen hedder."
    assert dialog.focusWidget() is dialog.title
    QTest.keyClicks(dialog.title, "Egen bolig")
    dialog.lines[0].title.setPlainText("Jonas igen")
    dialog.lines[1].tick.setChecked(False)
    qtbot.mouseClick(dialog.keep_button, LEFT)
    assert "»Jonas«" in dialog.trouble.words()
    assert shelter.case.all(PlanTemplate) == []
    dialog.lines[0].title.setPlainText("Jeg får egen bolig")
    with qtbot.waitSignal(desk.told) as told:
        qtbot.mouseClick(dialog.keep_button, LEFT)
    assert told.args == ["»Egen bolig« er nu en skabelon, som en plan kan begynde fra. Den rettes i Herberget "
                         "under »Husets ord«."]
    (made,) = shelter.case.all(PlanTemplate)
    assert (made.title, [each.title for each in made.goals]) == ("Egen bolig", ["Jeg får egen bolig"])
    assert dialog.kept == "Egen bolig"


def test_a_plan_that_began_from_nothing_says_nothing(qtbot: QtBot, desk: Desk) -> None:
    card = FollowUp(desk)
    qtbot.addWidget(card)
    assert card.began_label.isHidden()


def test_a_locked_archive_is_said_in_the_dialog_and_the_words_stay(qtbot: QtBot, desk: Desk, archive: Archive,
                                                                  window: QWidget) -> None:
    add_goal(desk.opened, "Egen bolig")
    dialog = MakeTemplate(desk, window)
    dialog.open()
    QTest.keyClicks(dialog.title, "Forløb")
    with archive.store.engine.connect() as other:
        other.exec_driver_sql("SELECT 1")
        qtbot.mouseClick(dialog.keep_button, LEFT)
    assert dialog.isVisible()
    assert dialog.title.text() == "Forløb"
    assert dialog.trouble.words().endswith("Det, du skrev, står her stadig. Se på det, og prøv igen.")
    qtbot.mouseClick(dialog.keep_button, LEFT)
    assert dialog.kept == "Forløb"
