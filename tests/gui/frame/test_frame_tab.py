"""Rammen on screen: begun, every question of the form answered, lists written, two windows, long answers."""
from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from borgerplan_desktop.casework.frame.frame import (
    answer_to,
    begin_frame,
    framework,
    is_answered,
    lines_of,
    may_coordinate,
    questions_of,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.house.framework import framework_pdf
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.frame.frame_tab import VERSIONS, FrameTab
from borgerplan_desktop.gui.frame.line_rows import LinesBox
from borgerplan_desktop.gui.frame.section_page import QuestionCard, SectionPage
from borgerplan_desktop.model.directory import Service, ServiceKind
from borgerplan_desktop.model.framework import FrameAnswer, FramePlan, FrameQuestion, FrameSection, section_of
from borgerplan_desktop.model.shelter import StaffMember
from tests.casework.frame.made import a_frame, access, answer
from tests.documents import reading

FORM = Path(__file__).parents[2] / "data" / "frame_questions.txt"


def page_of(tab: FrameTab, question: FrameQuestion) -> QuestionCard:
    page = tab.show_part(section_of(question).value)
    assert isinstance(page, SectionPage)
    return page.cards[question]


def type_in(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)


def leave(desk: Desk) -> None:
    desk.settle.emit()


def words_on(tab: FrameTab) -> str:
    """Everything one can read in all parts."""
    said = []
    for section in FrameSection:
        page = tab.show_part(section.value)
        said += [label.text() for label in page.findChildren(QLabel)]
    return " ".join(said).replace("\u200b", "")


def stems(text: str) -> set[str]:
    """The words that carry the question, without their endings."""
    found = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    return {word.removesuffix("ne").removesuffix("n")[:9] for word in found if len(word) > 3}


def test_an_empty_frame_asks_to_be_begun_and_ctrl_z_takes_it_back(tab: FrameTab, house: Desk) -> None:
    assert tab.empty.isVisible()
    assert not tab.form.isVisible()
    assert tab.has_main_button()
    QTest.mouseClick(tab.empty.action, Qt.MouseButton.LeftButton)
    assert tab.form.isVisible()
    assert framework(house.case) is not None
    page = tab.page
    assert isinstance(page, SectionPage)
    type_in(page.municipality.field, "Skovby Kommune")
    leave(house)
    assert house.case.all(type(framework(house.case)))[0].municipality == "Skovby Kommune"  # type: ignore[union-attr]
    house.opened.undo()
    house.opened.undo()
    assert tab.empty.isVisible()


def test_every_question_of_the_form_stands_on_the_screen_and_on_the_paper(tab: FrameTab, house: Desk) -> None:
    """The list is the form's own, in its own words; a question that is left out here is found out."""
    begin_frame(house.opened)
    lines = [line for line in FORM.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    assert len(lines) > 30
    screen = stems(words_on(tab))
    labels = [label.text() for section in FrameSection for label in
              tab.show_part(section.value).findChildren(QLabel)]
    for line in lines:
        assert stems(line) <= screen, (line, stems(line) - screen)
        assert any(len(stems(line) & stems(label)) >= len(stems(line)) * .6 for label in labels), line
    paper = reading.squeezed(reading.text(framework_pdf(house.case, today=house.opened.today())))
    for question in FrameQuestion:
        card = page_of(tab, question)
        assert card.isVisible()
        assert reading.squeezed(card.title.words()) in paper, question
    heads = [line[2:] for line in FORM.read_text("utf-8").splitlines() if line.startswith("# ")][1:]
    assert len(heads) == len(FrameSection)


@pytest.mark.parametrize("section", FrameSection)
def test_each_question_is_answered_in_its_own_place(tab: FrameTab, house: Desk, section: FrameSection) -> None:
    begin_frame(house.opened)
    for question in questions_of(section):
        card = page_of(tab, question)
        type_in(card.words, f"Svar på {question.value}")
        leave(house)
        made = answer_to(house.case, question)
        assert made is not None
        assert made.text == f"Svar på {question.value}"
        assert is_answered(house.case, question)
    n = len(questions_of(section))
    assert f"{n} af {n} besvaret" in tab.list.item(list(FrameSection).index(section)).text()


def test_words_are_undone_and_the_field_goes_on(tab: FrameTab, house: Desk) -> None:
    begin_frame(house.opened)
    card = page_of(tab, FrameQuestion.OUTREACH)
    type_in(card.words, "Gadeteamet.")
    leave(house)
    house.opened.undo()
    assert card.words.toPlainText() == ""
    house.opened.redo()
    assert card.words.toPlainText() == "Gadeteamet."
    type_in(card.words, "Mere. ")
    leave(house)
    assert "Mere." in card.words.toPlainText()
    assert len(house.case.all(FrameAnswer)) == 1


def test_two_windows_write_in_the_same_answer_and_no_word_is_lost(tab: FrameTab, house: Desk, archive: Archive) -> None:
    begin_frame(house.opened)
    other = OpenCase(archive.store, archive.shelter.id, archive.who, archive.clock)
    card = page_of(tab, FrameQuestion.PARTNERS)
    type_in(card.words, "Min tekst.")
    answer(other, FrameQuestion.PARTNERS, "Deres tekst.")
    house.look_for_others()
    leave(house)
    assert card.words.toPlainText() == "Deres tekst."
    kept = [draft.text for draft in drafts.waiting(house.opened)]
    assert kept == ["Min tekst."]
    answer(other, FrameQuestion.OUTREACH, "Andet sted.")  # something else comes by itself
    house.look_for_others()
    assert page_of(tab, FrameQuestion.OUTREACH).words.toPlainText() == "Andet sted."


def test_two_windows_that_begin_an_answer_at_once(tab: FrameTab, house: Desk, archive: Archive) -> None:
    begin_frame(house.opened)
    other = OpenCase(archive.store, archive.shelter.id, archive.who, archive.clock)
    answer(other, FrameQuestion.TOOLS, "Deres.")         # this window has not seen it yet
    card = page_of(tab, FrameQuestion.TOOLS)
    type_in(card.words, "Mit.")
    leave(house)
    assert len(house.case.all(FrameAnswer)) == 1
    assert {card.words.toPlainText(), *(draft.text for draft in drafts.waiting(house.opened))} == {"Deres.", "Mit."}


# ------------------------------------------------------------------------------------------------------------- lists
def test_lines_are_added_written_moved_and_taken_away(tab: FrameTab, house: Desk) -> None:
    begin_frame(house.opened)
    box = page_of(tab, FrameQuestion.INTERPRETER).beside
    assert isinstance(box, LinesBox)
    box.add_button.click()
    box.add_button.click()                               # the empty one is used first
    assert len(lines_of(house.case, FrameQuestion.INTERPRETER)) == 1
    row = box.rows.widgets()[0]
    assert row.edits["language"].hasFocus()
    for name, words in (("language", "grønlandsk"), ("phone", "12 34 56 78"), ("notice", "2 dage før")):
        type_in(row.edits[name], words)
    leave(house)
    box.add_button.click()
    second = box.rows.widgets()[1]
    type_in(second.edits["language"], "polsk")
    leave(house)
    QTest.keyClick(second.edits["language"], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [each.language for each in lines_of(house.case, FrameQuestion.INTERPRETER)] == ["polsk", "grønlandsk"]
    assert [each.gone.accessibleName() for each in box.rows.widgets()] == [
        "Fjern denne linje: polsk", "Fjern denne linje: grønlandsk"]
    box.rows.widgets()[0].gone.click()
    assert [each.notice for each in lines_of(house.case, FrameQuestion.INTERPRETER)] == ["2 dage før"]
    house.opened.undo()
    assert len(box.rows.widgets()) == 2


def test_all_fields_of_a_new_line_come_into_sight(tab: FrameTab, house: Desk) -> None:
    begin_frame(house.opened)
    card = page_of(tab, FrameQuestion.INTERPRETER)       # the last on its page
    box = card.beside
    assert isinstance(box, LinesBox)
    box.add_button.click()
    for _round in range(4):
        QApplication.processEvents()
    last = box.rows.widgets()[0].edits["notice"]
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_who_has_access_is_written_under_each_plan(tab: FrameTab, house: Desk) -> None:
    begin_frame(house.opened)
    with house.opened.action("x"):
        house.case.add(Service(name="Rusmiddelcenter Skovby", kind=ServiceKind.MUNICIPAL))
    card = page_of(tab, FrameQuestion.ACCESS)
    box = card.beside
    assert box.none.isVisible()  # type: ignore[union-attr]
    access(house.opened, "Jobplan")
    plan = box.plans.widgets()[0]  # type: ignore[union-attr]
    plan.add_button.click()
    row = plan.rows.widgets()[0]
    assert row.who.hasFocus()
    type_in(row.who, "Rusmid")
    popup = row.who.completer().popup()
    assert popup.model().index(0, 0).data() == "Rusmiddelcenter Skovby"
    row.who.clear()
    type_in(row.who, "Jobcenter")
    leave(house)
    assert [each.who for each in house.case.all(FramePlan)[0].access] == ["Jobcenter"]
    row.gone.click()
    assert house.case.all(FramePlan)[0].access == []


def test_a_possible_coordinator_is_pointed_out_with_the_workplace(tab: FrameTab, house: Desk) -> None:
    begin_frame(house.opened)
    box = page_of(tab, FrameQuestion.COORDINATORS).beside
    words = "Mads Ravn, nattevagt, Skovly Herberg"
    assert words in box.offered.offered  # type: ignore[union-attr]
    type_in(box.field, words)  # type: ignore[union-attr]
    box.add_button.click()  # type: ignore[union-attr]
    row, = box.rows.widgets()  # type: ignore[union-attr]
    assert row.words.words() == words
    assert house.case.all(StaffMember)[1].may_coordinate
    row.gone.click()
    assert box.none.isVisible()  # type: ignore[union-attr]
    may_coordinate(house.opened, house.case.all(StaffMember)[0], True)       # marked elsewhere it shows here
    assert len(box.rows.widgets()) == 1  # type: ignore[union-attr]


def test_the_directory_is_counted_and_one_goes_there(tab: FrameTab, house: Desk) -> None:
    begin_frame(house.opened)
    box = page_of(tab, FrameQuestion.DIRECTORY_OTHERS).beside
    with house.opened.action("x"):
        house.case.add(Service(name="Kilden", kind=ServiceKind.PRIVATE))
    assert box.count.words() == "1 tilbud i tilbudsoversigten"  # type: ignore[union-attr]
    went = []
    house.go.connect(lambda place, row: went.append((place, row)))
    box.door.click()  # type: ignore[union-attr]
    assert went == [("directory", "")]


def test_the_next_update_stands_there_from_the_beginning(tab: FrameTab, house: Desk) -> None:
    begin_frame(house.opened)
    card = page_of(tab, FrameQuestion.UPDATED)
    assert card.beside.next_on.text() == "27. april 2027"  # type: ignore[union-attr]
    type_in(card.beside.next_by, "Mads Ravn")  # type: ignore[union-attr]
    leave(house)
    frame = framework(house.case)
    assert frame is not None
    assert frame.next_by == "Mads Ravn"
    tab.show_part(FrameSection.PLANS.value)
    tab.show_row("update")
    QApplication.processEvents()
    assert tab.key == FrameSection.MADE_KNOWN.value


# ------------------------------------------------------------------------------------------------------------- edges
def test_every_answer_of_10000_characters_and_the_screen_stays_quick(tab: FrameTab, house: Desk) -> None:
    begin_frame(house.opened)
    text = ("Sådan gør vi det her hos os i Skovby. " * 264)[:10_000]
    for question in FrameQuestion:
        answer(house.opened, question, text)
    started = time.perf_counter()
    for section in FrameSection:
        tab.show_part(section.value)
        QApplication.processEvents()
    assert time.perf_counter() - started < 6
    card = page_of(tab, FrameQuestion.OUTREACH)
    assert card.words.toPlainText() == text
    card.words.setFocus()
    times = []
    for letter in "abcdefghij":
        started = time.perf_counter()
        QTest.keyClicks(card.words, letter)
        QApplication.processEvents()
        times.append(time.perf_counter() - started)
    assert sorted(times)[len(times) // 2] < .1
    leave(house)


def test_a_narrow_window_has_the_parts_in_a_drop_down(tab: FrameTab, house: Desk) -> None:
    a_frame(house.opened)
    tab.resize(620, 500)
    QApplication.processEvents()
    assert tab.combo.isVisible()
    assert not tab.list.isVisible()
    shown = tab.combo.fontMetrics().horizontalAdvance(tab.combo.currentText())
    assert tab.combo.width() > shown                     # nothing of it is cut
    tab.combo.setFocus()
    QTest.keyClick(tab.combo, Qt.Key.Key_End)
    assert tab.key == VERSIONS


def test_a_row_is_shown_where_it_lies(tab: FrameTab, house: Desk) -> None:
    a_frame(house.opened)
    for question in (FrameQuestion.COORDINATING, FrameQuestion.CHANNELS_CITIZEN, FrameQuestion.PLANS):
        row = lines_of(house.case, question)[0]
        tab.show_row(row.id)
        assert tab.key == section_of(question).value
    plan = house.case.all(FramePlan)[0]
    tab.show_row(plan.access[0].id)
    assert tab.key == FrameSection.PLANS.value
    words = answer_to(house.case, FrameQuestion.AT_HAND)
    assert words is not None
    tab.show_row(words.id)
    assert tab.key == FrameSection.MADE_KNOWN.value
    page = tab.page
    assert isinstance(page, SectionPage)
    assert page.cards[FrameQuestion.AT_HAND].words.hasFocus()
