"""The shelter's templates in the settings: written in place, copied, taken out of use, undone; two windows at once."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import templates
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.shelter_words import add_word
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.templates.template_dialog import TemplateDialog
from borgerplan_desktop.gui.templates.templates_page import TemplatesPage
from borgerplan_desktop.i18n import use_language
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.shelter import PlanTemplate, TemplateGoal
from tests.archive import full_disk

LEFT, CTRL, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, archive: Archive) -> Iterator[TemplatesPage]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 560)
    desk = Desk(archive.shelter)
    page = TemplatesPage(desk, window)
    page.resize(640, 560)
    window.show()
    yield page
    desk.close()


@pytest.fixture
def writing(page: TemplatesPage, archive: Archive) -> Iterator[TemplateDialog]:
    dialog = page.write(templates.add_template(archive.shelter))
    yield dialog
    with suppress(RuntimeError):                         # it has been closed
        dialog.accept()


def test_one_press_gives_two_examples_and_undo_takes_them_back(qtbot: QtBot, page: TemplatesPage) -> None:
    assert not page.courses.empty.isHidden()
    qtbot.mouseClick(page.courses.empty.action, LEFT)
    assert [line.name.words() for line in page.courses.lines.widgets()] == [
        "De første seks uger på herberget", "Fra gade til egen bolig (Housing First, ICM)"]
    assert page.courses.empty.isHidden()
    page._desk.opened.undo()
    assert page.courses.lines.isHidden()
    assert not page.courses.empty.isHidden()


def test_it_is_written_with_the_keys_alone(qtbot: QtBot, writing: TemplateDialog) -> None:
    template = writing.template
    QTest.keyClicks(writing.title, "Fra gade til bolig")
    QTest.keyClick(writing.title, Qt.Key.Key_Tab)
    assert template.title == "Fra gade til bolig"
    writing.add_button.setFocus()
    QTest.keyClick(writing.add_button, Qt.Key.Key_Space)
    (box,) = writing.goals.widgets()
    assert box.title.hasFocus()
    QTest.keyClicks(box.title, "Jeg bor i egen bolig")
    box.area.setCurrentIndex(box.area.findText("Bolig"))
    box.area.activated.emit(box.area.currentIndex())
    box.steps.setFocus()
    QTest.keyClicks(box.steps, "Søge")
    QTest.keyClick(box.steps, Qt.Key.Key_Return)
    QTest.keyClicks(box.steps, "Flytte ind")
    writing.close_button.setFocus()
    (goal,) = template.goals
    assert (goal.title, goal.area, goal.steps) == ("Jeg bor i egen bolig", LifeArea.HOUSING, "Søge\nFlytte ind")
    assert box.facts.text() == "Bolig"


def test_what_stands_in_a_field_is_stored_when_the_dialog_closes(writing: TemplateDialog) -> None:
    QTest.keyClicks(writing.target, "Alle")
    template = writing.template
    writing.reject()
    assert template.target_group == "Alle"


def test_one_in_which_nothing_was_written_is_gone_when_it_closes(writing: TemplateDialog, archive: Archive) -> None:
    writing.reject()
    assert archive.shelter.case.all(PlanTemplate) == []


def test_alt_and_an_arrow_moves_a_goal_and_ctrl_z_takes_it_back(writing: TemplateDialog, archive: Archive) -> None:
    shelter, template = archive.shelter, writing.template
    for title in ("et", "to"):
        templates.add_template_goal(shelter, template, title)
    first = writing.goals.widgets()[0]
    first.title.setFocus()
    QTest.keyClick(first.title, Qt.Key.Key_Down, ALT)
    assert [goal.title for goal in template.goals] == ["to", "et"]
    assert [box.goal.title for box in writing.goals.widgets()] == ["to", "et"]
    QTest.keyClick(first.title, Qt.Key.Key_Z, CTRL)
    assert [goal.title for goal in template.goals] == ["et", "to"]
    QTest.keyClick(first.title, Qt.Key.Key_Y, CTRL)
    assert [goal.title for goal in template.goals] == ["to", "et"]


def test_removing_a_goal_is_undone_with_its_words(qtbot: QtBot, writing: TemplateDialog, archive: Archive) -> None:
    goal = templates.add_template_goal(archive.shelter, writing.template, "Bolig")
    (box,) = writing.goals.widgets()
    assert box.remove.accessibleName() == "Fjern »Bolig«"
    qtbot.mouseClick(box.remove, LEFT)
    assert not writing.no_goals.isHidden()
    assert writing.undo_button.accessibleName() == "Fortryd: Fjern et mål fra en skabelon"
    qtbot.mouseClick(writing.undo_button, LEFT)
    assert writing.template.goals == [goal]


def test_lines_copy_and_take_out_of_use(qtbot: QtBot, page: TemplatesPage, archive: Archive) -> None:
    template = templates.add_template(archive.shelter, "Forløb")
    (line,) = page.courses.lines.widgets()
    assert line.about.words() == "Ingen mål endnu"
    assert line.copy_button.accessibleName() == "Kopier »Forløb«"
    qtbot.mouseClick(line.copy_button, LEFT)
    assert [each.name.words() for each in page.courses.lines.widgets()] == ["Forløb", "Forløb (kopi)"]
    qtbot.mouseClick(line.use_button, LEFT)
    assert [each.name.words() for each in page.courses.retired.widgets()] == ["Forløb"]
    assert not page.courses.retired_label.isHidden()
    qtbot.mouseClick(page.courses.retired.widgets()[0].use_button, LEFT)
    assert not template.retired


def test_another_window_wrote_the_same_and_no_word_is_lost(qtbot: QtBot, writing: TemplateDialog,
                                                           archive: Archive) -> None:
    store = archive.store
    other = OpenCase(store, archive.shelter.id, archive.who, archive.clock)
    QTest.keyClicks(writing.target, "Mine ord")
    theirs = other.case.get(PlanTemplate, writing.template.id)
    assert theirs is not None
    write(other, theirs, PlanTemplate.target_group, "Deres ord", "x")
    writing.close_button.setFocus()
    qtbot.waitUntil(lambda: writing.target.toPlainText() == "Deres ord")
    assert "»Mine ord«" in writing.trouble.text()
    assert not writing.trouble.isHidden()


def test_on_a_full_disk_the_words_stay_and_the_truth_is_said(qtbot: QtBot, writing: TemplateDialog,
                                                             archive: Archive) -> None:
    words = "Jeg får en bolig. " * 400
    with full_disk(archive.store):
        writing.target.setFocus()
        writing.target.insertPlainText(words)
        qtbot.mouseClick(writing.close_button, LEFT)
        assert writing.isVisible()
        assert writing.trouble.words().startswith("Disken er fuld.")
        assert writing.trouble.words().endswith("Luk en gang til for at gå uden at gemme det.")
        assert writing.target.toPlainText() == words
        assert writing.template.exists
    qtbot.mouseClick(writing.close_button, LEFT)         # there is room again
    assert writing.template.target_group == words


def test_esc_stays_too_and_the_second_time_it_goes(writing: TemplateDialog, archive: Archive) -> None:
    with full_disk(archive.store):
        writing.target.setFocus()
        writing.target.insertPlainText("Jeg får en bolig. " * 400)
        QTest.keyClick(writing.target, Qt.Key.Key_Escape)
        assert writing.isVisible()
        QTest.keyClick(writing.target, Qt.Key.Key_Escape)
        assert not writing.isVisible()


def test_what_another_window_does_with_the_template_is_told(writing: TemplateDialog, archive: Archive) -> None:
    other = OpenCase(archive.store, archive.shelter.id, archive.who, archive.clock)
    theirs = other.case.get(PlanTemplate, writing.template.id)
    assert theirs is not None
    QTest.keyClicks(writing.title, "Bolig")
    templates.retire_template(other, theirs)
    archive.shelter.catch_up()
    assert writing.elsewhere.words().startswith("Skabelonen er lige taget ud af brug et andet sted.")
    assert writing.title.text() == "Bolig"
    templates.retire_template(other, theirs, retired=False)
    archive.shelter.catch_up()
    assert writing.elsewhere.isHidden()
    with other.action("x"):
        other.case.remove(theirs)
    archive.shelter.catch_up()
    assert writing.elsewhere.words() == "Skabelonen er lige blevet fjernet et andet sted."
    assert "»Bolig«" in writing.trouble.words()


def test_a_goal_another_window_added_is_seen(writing: TemplateDialog, archive: Archive) -> None:
    other = OpenCase(archive.store, archive.shelter.id, archive.who, archive.clock)
    theirs = other.case.get(PlanTemplate, writing.template.id)
    assert theirs is not None
    templates.add_template_goal(other, theirs, "Deres mål")
    archive.shelter.catch_up()
    assert [box.title.toPlainText() for box in writing.goals.widgets()] == ["Deres mål"]
    assert len(archive.shelter.case.all(TemplateGoal)) == 1


def test_a_number_of_one_citizen_is_seen_while_it_stands_there(writing: TemplateDialog, archive: Archive) -> None:
    goal = templates.add_template_goal(archive.shelter, writing.template, "Bolig")
    assert writing.numbers.isHidden()
    write(archive.shelter, goal, TemplateGoal.steps, "Ring\nom 010180-1234", "x")
    assert not writing.numbers.isHidden()
    write(archive.shelter, goal, TemplateGoal.steps, "Ring", "x")
    assert writing.numbers.isHidden()


def test_the_page_speaks_the_other_language(page: TemplatesPage) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent
    use_language("en")
    QCoreApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.courses.new_button.text() == "Write a template"
    use_language("da")


def test_tab_goes_through_the_whole_dialog_as_one_reads(writing: TemplateDialog) -> None:
    writing.add_goal()
    writing.title.setFocus()
    (box,) = writing.goals.widgets()
    wanted: list[QWidget] = [
        writing.title, writing.target, writing.taken_in, writing.not_taken_in, writing.weeks, writing.responsible,
        box.title, box.remove, box.more, box.area, box.type, box.weeks, box.responsible, box.steps, box.help,
        writing.add_button, writing.undo_button, writing.close_button]
    gone: list[QWidget | None] = [QApplication.focusWidget()]
    for _each in wanted[1:]:
        QTest.keyClick(writing, Qt.Key.Key_Tab)
        gone.append(QApplication.focusWidget())
    assert gone == wanted
    QTest.keyClick(writing, Qt.Key.Key_Backtab)
    assert writing.undo_button.hasFocus()


def test_undo_takes_back_only_what_was_done_in_sight(page: TemplatesPage, archive: Archive) -> None:
    add_word(archive.shelter, "gadehjem")
    template = templates.add_template(archive.shelter, "Forløb")
    dialog = page.write(template)
    assert dialog.undo_button.isHidden()                 # there would be no template left to write in
    dialog.undo()
    assert template.exists
    dialog.add_goal()
    assert dialog.undo_button.text() == "Fortryd: Tilføj et mål til en skabelon"
    dialog.undo()
    dialog.redo()
    assert len(template.goals) == 1
    dialog.reject()
