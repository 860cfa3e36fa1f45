"""All notes on one page, and a note from anywhere, as a person meets them."""
from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.plan import goals, notes
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.note_shown import NoteShown
from borgerplan_desktop.gui.plan.notes_page import AT_A_TIME, AT_ONCE, NotesPage
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.plan.quick_note import QuickNote
from borgerplan_desktop.gui.widgets.chip_button import ChipButton
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import Note, NoteKind
from borgerplan_desktop.model.plan import Agreement
from tests.gui.plan.hands import press, texts, type_

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(tab: PlanTab) -> Callable[[], NotesPage]:
    """page(): all notes, reached by the key."""

    def reach() -> NotesPage:
        tab.state_bar.more_button.setFocus()
        press(Qt.Key.Key_J, CTRL)
        shown = tab.pages.currentWidget()
        assert isinstance(shown, NotesPage)
        assert not tab.split.isVisible()
        return shown

    return reach


def read(page: NotesPage) -> list[str]:
    return [shown.note.text for shown in page.findChildren(NoteShown) if shown.isVisible()]


def test_newest_first_and_back_to_the_plan(desk: Desk, tab: PlanTab, page: Callable[[], NotesPage]) -> None:
    goal = goals.add_goal(desk.opened, "bolig", LifeArea.HOUSING)
    notes.write_note(desk.opened, [], "Den første", about_on=date(2026, 10, 1))
    notes.write_note(desk.opened, [goal], "Den anden", "Jonas")
    all_notes = page()
    assert read(all_notes) == ["Den anden", "Den første"]
    assert any(_("told by {name}").format(name="Jonas") in words for words in texts(all_notes))
    assert tab.part() == "notes"
    press(Qt.Key.Key_Escape)
    assert tab.split.isVisible()
    assert (tab.part(), tab.state_bar.more_button.hasFocus()) == ("", True)


def test_a_chip_leads_to_its_goal(desk: Desk, tab: PlanTab, page: Callable[[], NotesPage]) -> None:
    one, two = goals.add_goal(desk.opened, "bolig"), goals.add_goal(desk.opened, "gæld")
    notes.write_note(desk.opened, [one, two], "Om dem begge")
    desk.go.connect(lambda _tab, row: tab.show_row(row))
    chips = page().findChildren(ChipButton)
    assert [chip.text() for chip in chips] == ["bolig", "gæld"]
    chips[1].click()
    assert tab.split.isVisible()
    assert tab.goals.open_goal is two


def test_a_usual_goal_is_named_whole_below_its_note(desk: Desk, page: Callable[[], NotesPage]) -> None:
    goal = goals.add_goal(desk.opened, "Jeg vil have styr på min ryg og mine tænder")
    notes.write_note(desk.opened, [goal], "Det gør ondt")
    assert not page().findChildren(ChipButton)[0].is_cut()


def test_looked_through_by_goal_area_kind_who_and_words(
        qtbot: QtBot, desk: Desk, page: Callable[[], NotesPage]) -> None:
    goal = goals.add_goal(desk.opened, "bolig", LifeArea.HOUSING)
    notes.write_note(desk.opened, [goal], "Ventelisten er lang", "Jonas", kind=NoteKind.TALK)
    notes.write_note(desk.opened, [], "Spiste med de andre", kind=NoteKind.OBSERVATION)
    shown = page()
    for combo, words, expected in (
            (shown.goal, "bolig", ["Ventelisten er lang"]), (shown.goal, _("The course as a whole"), [
                "Spiste med de andre"]), (shown.goal, _(LifeArea.HOUSING.label), ["Ventelisten er lang"]),
            (shown.kind, _(NoteKind.OBSERVATION.label), ["Spiste med de andre"]),
            (shown.who, "Jonas", ["Ventelisten er lang"])):
        combo.setCurrentIndex(combo.findText(words))
        combo.activated.emit(combo.currentIndex())
        assert read(shown) == expected, words
        combo.setCurrentIndex(0)
    shown.words.setFocus()
    type_("ANDRE")
    qtbot.waitUntil(lambda: read(shown) == ["Spiste med de andre"])
    shown.words.setText("findes ikke")
    qtbot.waitUntil(lambda: shown.empty.isVisible())
    assert _("No note fits that") in texts(shown)


def test_written_and_added_to_there(qtbot: QtBot, desk: Desk, page: Callable[[], NotesPage]) -> None:
    shown = page()
    assert shown.empty.isVisible()
    shown.empty.action.click()
    type_("Ringede til banken")
    press(Qt.Key.Key_Return, CTRL)
    note = desk.case.all(Note)[0]
    assert read(shown) == ["Ringede til banken"]
    shown.add_to(note)
    type_("De ringer igen")
    press(Qt.Key.Key_Escape)                             # the note first, then the page
    assert shown.isVisible()
    assert [each.text for each in note.additions] == ["De ringer igen"]


def test_what_was_agreed_becomes_an_agreement_in_one_press(desk: Desk, page: Callable[[], NotesPage]) -> None:
    goal = goals.add_goal(desk.opened, "gæld")
    note = notes.write_note(desk.opened, [goal], "Eva ringer\ntil banken", kind=NoteKind.AGREEMENT)
    shown = page()
    offer = next(each for each in shown.findChildren(NoteShown)).findChildren(type(shown.back_button))[-1]
    assert offer.text() == _("Make it an agreement")
    offer.click()
    made = desk.case.all(Agreement)
    assert [(each.text, each.goal_id) for each in made] == [("Eva ringer til banken", goal.id)]
    assert notes.make_agreement(desk.opened, note) is made[0]
    desk.opened.undo()
    assert not desk.case.all(Agreement)


def test_two_thousand_are_there_at_once_and_come_a_few_at_a_time(
        desk: Desk, page: Callable[[], NotesPage], qtbot: QtBot) -> None:
    goal = goals.add_goal(desk.opened, "bolig", LifeArea.HOUSING)
    start = time.perf_counter()
    with desk.opened.action("Write note"):
        for number in range(2_000):
            notes.write_note(desk.opened, [goal], f"Notat {number} " + "om ventelisten " * 20)
    written = time.perf_counter() - start
    start = time.perf_counter()
    shown = page()
    took = time.perf_counter() - start
    assert AT_ONCE <= len(read(shown)) <= AT_A_TIME
    qtbot.waitUntil(lambda: len(read(shown)) == AT_A_TIME)
    seen = read(shown)
    shown.more_button.click()
    assert len(read(shown)) == 2 * AT_A_TIME
    assert read(shown)[:AT_A_TIME] == seen
    assert took < written


# -------------------------------------------------------------------------------------------------------- from anywhere
def quick(desk: Desk, qtbot: QtBot) -> QuickNote:
    dialog = QuickNote(desk)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.box.edit.hasFocus)
    return dialog


def test_a_quick_note_begins_in_the_words_and_is_final_when_left(qtbot: QtBot, desk: Desk) -> None:
    one, two = goals.add_goal(desk.opened, "bolig"), goals.add_goal(desk.opened, "gæld")
    dialog = quick(desk, qtbot)
    type_("Vi talte om huslejen")
    dialog.box.kinds[NoteKind.TALK].click()
    dialog.goals.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.goals.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.goals.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.box.said_by.setCurrentIndex(dialog.box.said_by.count() - 1)
    dialog.box.said_by.activated.emit(dialog.box.said_by.currentIndex())
    type_("Boligforeningen")
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    note = desk.case.all(Note)[0]
    assert (note.text, note.kind, note.said_by) == ("Vi talte om huslejen", NoteKind.TALK, "Boligforeningen")
    assert (one.notes, two.notes) == ([], [note])


def test_a_kind_is_chosen_by_a_key_and_let_go_again(qtbot: QtBot, desk: Desk) -> None:
    dialog = quick(desk, qtbot)
    letter = dialog.box.kinds[NoteKind.AGREEMENT].text().partition("&")[2][0]
    qtbot.keyClick(dialog, Qt.Key(ord(letter.upper())), ALT)
    qtbot.waitUntil(lambda: dialog.box.kind is NoteKind.AGREEMENT)
    assert dialog.box.edit.hasFocus()                    # what is written next are words
    dialog.box.kinds[NoteKind.TALK].click()
    assert dialog.box.kind is NoteKind.TALK
    dialog.box.kinds[NoteKind.TALK].click()
    assert dialog.box.kind is None


def test_nothing_written_is_no_note(qtbot: QtBot, desk: Desk) -> None:
    dialog = quick(desk, qtbot)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not desk.case.all(Note)
    assert QApplication.activeModalWidget() is None
