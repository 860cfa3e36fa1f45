"""A text field never lets go of a word: not after trouble, a conflict, a removed row, a lock or a close."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal, delete_goal
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.drafts_dialog import DraftsDialog
from borgerplan_desktop.gui.editing.fields import ChoiceField, PersonField, TextField
from borgerplan_desktop.gui.editing.people_to_choose import FULL
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.plan import Goal, Plan
from borgerplan_desktop.model.row import LONG
from borgerplan_desktop.phone_number import lacks_a_digit
from borgerplan_desktop.store.engine import sqlcipher
from borgerplan_desktop.store.store import Store
from tests.journeys.hands import Hands


@pytest.fixture
def goal(desk: Desk) -> Goal:
    return add_goal(desk.opened, "bolig")


@pytest.fixture
def edit(qtbot: QtBot) -> QLineEdit:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    return edit


@pytest.fixture
def field(edit: QLineEdit, desk: Desk, goal: Goal) -> TextField:
    field = TextField(edit, desk, Goal.title, "Edit goal")
    field.show_row(goal)
    return field


@pytest.fixture
def locked(store: Store) -> Iterator[None]:
    """Another program holds the write lock."""
    with store.engine.connect() as other:
        other.exec_driver_sql("SELECT 1")
        yield


def kept(desk: Desk) -> list[str]:
    return [draft.text for draft in drafts.waiting(desk.opened)]


def retype(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def elsewhere(archive: Archive, goal: Goal) -> tuple[OpenCase, Goal]:
    """The goal in another window."""
    other = archive.open_case(goal.case.id)
    same = other.case.get(Goal, goal.id)
    assert same is not None
    return other, same


def they_write(archive: Archive, goal: Goal, words: str) -> None:
    write(*elsewhere(archive, goal), Goal.title, words, "Edit goal")


def test_typing_is_stored_when_the_field_is_left(qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal) -> None:
    retype(qtbot, edit, "egen dør")
    assert goal.title == "bolig"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert goal.title == "egen dør"


def test_typing_is_stored_after_a_pause(qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal) -> None:
    retype(qtbot, edit, "egen dør")
    qtbot.waitUntil(lambda: goal.title == "egen dør", timeout=3000)


def test_words_stay_on_screen_while_the_file_is_locked(
        qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal, desk: Desk, store: Store) -> None:
    with store.engine.connect() as other:
        other.exec_driver_sql("SELECT 1")
        with qtbot.waitSignal(desk.trouble):
            retype(qtbot, edit, "mine ord")
            field.store()
        assert edit.text() == "mine ord"
        assert goal.title == "bolig"
    field.store()
    assert goal.title == "mine ord"
    assert kept(desk) == []


def test_words_are_kept_when_the_field_moves_on_during_trouble(
        qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal, desk: Desk, locked: None) -> None:
    retype(qtbot, edit, "mine ord")
    field.show_row(None)
    assert kept(desk) == ["mine ord"]
    assert desk.opened.unsaved


def test_words_are_kept_when_somebody_else_wrote_in_the_field(
        qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal, desk: Desk, archive: Archive) -> None:
    retype(qtbot, edit, "mine ord")
    they_write(archive, goal, "deres ord")
    field.store()
    assert edit.text() == "deres ord" == goal.title
    assert kept(desk) == ["mine ord"]


def test_words_are_kept_when_theirs_arrive_before_ours_are_stored(
        qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal, desk: Desk, archive: Archive) -> None:
    retype(qtbot, edit, "mine ord")
    they_write(archive, goal, "deres ord")
    desk.look_for_others()
    assert edit.text() == "deres ord" == goal.title
    assert kept(desk) == ["mine ord"]


def test_words_are_kept_when_the_row_is_removed(
        qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal, desk: Desk, archive: Archive) -> None:
    retype(qtbot, edit, "mine ord")
    delete_goal(*elsewhere(archive, goal))
    desk.look_for_others()
    assert kept(desk) == ["mine ord"]
    assert not edit.isEnabled()


def test_words_are_kept_when_the_case_is_closed_during_trouble(
        qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal, opened: OpenCase, store: Store) -> None:
    desk = Desk(opened)
    mine = QLineEdit()
    qtbot.addWidget(mine)
    bound = TextField(mine, desk, Goal.title, "Edit goal")
    bound.show_row(goal)
    with store.engine.connect() as other:
        other.exec_driver_sql("SELECT 1")
        retype(qtbot, mine, "mine ord")
        desk.close()
    assert [draft.text for draft in opened.unsaved] == ["mine ord"]
    assert drafts.retry(opened)
    assert [draft.text for draft in opened.case.all(Draft)] == ["mine ord"]


def test_words_that_are_refused_are_not_taken_for_stored(
        qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal, desk: Desk,
        monkeypatch: pytest.MonkeyPatch) -> None:
    """E.g. a colleague has just closed the case to us: it is said, the words stay, and are a draft when we move on."""
    retype(qtbot, edit, "mine ord")
    monkeypatch.setattr("borgerplan_desktop.gui.editing.fields.write", _closed)
    with qtbot.waitSignal(desk.unsaid):
        field.store()
    assert field.is_unsaved
    assert edit.text() == "mine ord"
    assert goal.title == "bolig"
    field.show_row(None)
    assert kept(desk) == ["mine ord"]


def _closed(*_args: object, **_more: object) -> None:
    raise NotForYou("Lukket.")


def test_a_text_that_is_too_long_is_cut_and_the_rest_kept(
        qtbot: QtBot, desk: Desk, goal: Goal) -> None:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    field = TextField(edit, desk, Goal.why, "Edit why", limit=1000)
    field.show_row(goal)
    edit.insertPlainText("a" * 1000 + "resten")
    field.store()
    assert goal.why == "a" * 1000 == edit.toPlainText()
    assert kept(desk) == ["resten"]


def too_long(qtbot: QtBot, desk: Desk, goal: Goal) -> tuple[QPlainTextEdit, TextField, DraftsDialog]:
    """A text that is too long has been typed, and what lies beside it is looked at."""
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    field = TextField(edit, desk, Goal.why, "Edit why")
    field.show_row(goal)
    edit.insertPlainText("a" * LONG + "resten")
    field.store()
    dialog = DraftsDialog(desk)
    dialog.open()
    return edit, field, dialog


def test_the_rest_of_a_long_text_is_no_conflict_and_is_given_up_for_good(
        qtbot: QtBot, desk: Desk, goal: Goal) -> None:
    edit, field, dialog = too_long(qtbot, desk, goal)
    hands = Hands(dialog)
    assert hands.sees("Teksten er for lang.")
    assert hands.sees("Resten er lagt her")
    assert not hands.sees("Det samme felt er ændret to steder.")
    dialog.mine_text.setFocus()
    qtbot.keyClick(dialog.mine_text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog.mine_text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "resten"
    edit.setPlainText("kort")                            # there is room again: it is no conflict all the same
    field.store()
    assert hands.sees("Teksten er for lang.")
    hands.click("Slet teksten")
    assert kept(desk) == []
    desk.opened.undo()
    assert kept(desk) == []                              # given up is given up


def test_the_rest_of_a_long_text_can_become_a_note(qtbot: QtBot, desk: Desk, goal: Goal) -> None:
    _edit, _field, dialog = too_long(qtbot, desk, goal)
    Hands(dialog).click("Gem som notat")
    assert [note.text for note in desk.case.all(Note)] == ["resten"]
    assert kept(desk) == []


def test_hidden_characters_do_not_reach_the_case(qtbot: QtBot, desk: Desk, goal: Goal) -> None:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    field = TextField(edit, desk, Goal.why, "Edit why")
    field.show_row(goal)
    edit.insertPlainText("a\u202eb\x07c\ud800 <b>fed</b> 😀")
    field.store()
    assert goal.why == "abc <b>fed</b> 😀" == edit.toPlainText()
    assert kept(desk) == []


def test_who_pastes_hidden_characters_types_on_where_they_were(
        qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal, desk: Desk) -> None:
    QApplication.clipboard().setText("\u202eMette")
    edit.selectAll()
    edit.paste()
    qtbot.waitUntil(lambda: goal.title == "Mette", timeout=3000)
    assert edit.text() == "Mette"
    qtbot.keyClicks(edit, " Dahl")
    field.store()
    assert edit.text() == goal.title == "Mette Dahl"
    assert kept(desk) == []


def test_undo_in_a_field_is_the_undo_of_the_case(
        qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal) -> None:
    retype(qtbot, edit, "halv")
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "halv"                         # the line edit's own undo is not used


def test_both_versions_are_shown_and_a_person_chooses(
        qtbot: QtBot, field: TextField, edit: QLineEdit, goal: Goal, desk: Desk, archive: Archive) -> None:
    retype(qtbot, edit, "mine ord")
    they_write(archive, goal, "deres ord")
    field.store()
    dialog = DraftsDialog(desk)
    dialog.open()
    assert dialog.mine_text.toPlainText() == "mine ord"
    assert dialog.theirs_text.toPlainText() == "deres ord"
    qtbot.mouseClick(dialog.both_button, Qt.MouseButton.LeftButton)
    assert goal.title == "deres ord\nmine ord"
    assert kept(desk) == []
    desk.opened.undo()
    assert goal.title == "deres ord"
    assert kept(desk) == ["mine ord"]


def test_words_survive_the_lock_sealed(opened: OpenCase, archive: Archive, goal: Goal, tmp_path: Path) -> None:
    opened.unsaved.append(Draft(kept_at=opened.now(), staff_id=opened.who, row_kind="goal", row_id=goal.id,
                                field="title", text="hemmelige ord"))

    held, other = drafts.UnstoredDrafts(archive), sqlcipher(tmp_path / "test.db", bytes(32), 0.2)
    with other.begin():                                  # somebody else is writing
        held.take(opened)
    other.dispose()
    sealed = held.seal()
    assert held
    assert b"hemmelige" not in sealed
    after = drafts.UnstoredDrafts(archive)
    after.unseal(sealed)
    again = archive.open_case(opened.id)
    after.give_back(again)
    assert not after
    assert [draft.text for draft in again.case.all(Draft)] == ["hemmelige ord"]


def test_choices_and_people(qtbot: QtBot, desk: Desk, goal: Goal) -> None:
    area, who = QComboBox(), QComboBox()
    qtbot.addWidget(area)
    qtbot.addWidget(who)
    areas = ChoiceField(area, desk, Goal.area, "Choose area", [(a, a.label) for a in LifeArea])
    people = PersonField(who, desk, Goal.responsible_id, "Choose responsible")
    areas.show_row(goal)
    people.show_row(goal)
    area.setCurrentIndex(2)
    area.activated.emit(2)
    assert goal.area is LifeArea.SUBSTANCES
    assert [who.itemText(n) for n in range(who.count())] == ["Ingen endnu", "Jonas Prøve", "Eva Lind"]
    assert who.itemData(2, FULL) == "Eva Lind, kontaktperson"
    who.setCurrentIndex(2)
    who.activated.emit(2)
    assert goal.responsible is desk.case.all(NetworkMember)[1]
    desk.opened.undo()
    assert goal.responsible is None
    assert who.currentIndex() == 0


def test_a_field_shows_nothing_and_takes_nothing_without_a_row(qtbot: QtBot, desk: Desk, edit: QLineEdit) -> None:
    field = TextField(edit, desk, Plan.hopes, "Edit hopes")
    field.show_row(None)
    assert not edit.isEnabled()
    assert edit.text() == ""


@pytest.mark.parametrize("between", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r\n", "\r"])
def test_line_breaks_of_other_programs_are_pasted_as_line_breaks(qtbot: QtBot, desk: Desk, between: str) -> None:
    plan = desk.case.the(Plan)
    text, line, title = QPlainTextEdit(), QLineEdit(), WrappedLine()
    goal = add_goal(desk.opened, "bolig")
    for edit, column, row in ((text, Plan.situation, plan), (line, Plan.follow_up, plan), (title, Goal.title, goal)):
        qtbot.addWidget(edit)
        bound = TextField(edit, desk, column, "Edit")
        bound.show_row(row)
        edit.show()
        edit.selectAll()
        QApplication.clipboard().setText(f"en{between}to")
        edit.paste()
        bound.store()
    assert plan.situation == "en\nto"
    assert (plan.follow_up, goal.title) == ("en to", "en to")
    assert line.text() == "en to"
    assert title.toPlainText() == "en to"


def test_a_number_that_lacks_a_digit_is_noticed_gently_everywhere(qtbot: QtBot, desk: Desk, archive: Archive) -> None:
    from borgerplan_desktop.gui.citizens.citizen_facts import CitizenFacts
    from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
    from borgerplan_desktop.gui.editing.add_person import AddPerson
    from borgerplan_desktop.gui.network.person_fields import PersonFields, RecordKind
    from borgerplan_desktop.gui.widgets.phone_notice import PhoneNotice
    for place in (NewCitizen(archive), CitizenFacts(desk), AddPerson(desk), PersonFields(RecordKind.OWN, desk, desk)):
        qtbot.addWidget(place)
        place.show()
        for notice in place.findChildren(PhoneNotice):
            field = notice._field
            qtbot.keyClicks(field, "12 34 56 7")
            assert notice.words.isHidden()               # one may be about to type it
            field.editingFinished.emit()
            assert notice.words.text() == "Mangler der et ciffer?"
            assert not notice.words.isHidden()
            qtbot.keyClicks(field, "8")
            assert notice.words.isHidden()
        assert place.findChildren(PhoneNotice)


@pytest.mark.parametrize(("number", "lacks"), [
    ("12 34 56 7", True), ("+45 12345 67", True), ("12 34 56 78", False), ("112", False), ("+48 601 234 567", False),
    ("1234567 lok. 2", False), ("", False), ("+299 123456", False)])
def test_which_numbers_lack_a_digit(number: str, lacks: bool) -> None:
    assert lacks_a_digit(number) is lacks
