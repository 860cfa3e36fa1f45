"""From what is written straight to its place: the case opens, and the row in its tab."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.plan.goals import add_goal, add_step
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.shell.citizen_pages import LIES_IN
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.shell.session import Session
from borgerplan_desktop.gui.shell.where_written import place_of
from borgerplan_desktop.model.course import Stay, current_course, current_stay
from borgerplan_desktop.model.meeting import AgendaItem, Meeting
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.notes import Note, NoteLink
from borgerplan_desktop.model.papers import EarlierPlan
from borgerplan_desktop.model.plan import current_plan
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.told import Told, ToldOf
from tests.journeys.hands import Hands


@pytest.fixture
def session(qtbot: QtBot, archive: Archive) -> Iterator[Session]:
    window = MainWindow(None)
    qtbot.addWidget(window)
    session = Session(archive, window)
    yield session
    session.close()


def put(opened: OpenCase, row: Any) -> Any:
    with opened.action("x"):
        return opened.case.add(row)


def test_each_opens_where_it_lies(session: Session, archive: Archive) -> None:
    opened = receive(archive, Arrival("Ib"))
    goal = add_goal(opened, "En dør")
    step = add_step(opened, goal, "Ringe")
    meeting = put(opened, Meeting(starts_at=datetime(2026, 11, 3, 13)))
    item = put(opened, AgendaItem(meeting_id=meeting.id, title="Bolig"))
    note = put(opened, Note(written_at=datetime(2026, 10, 27, 9), text="x"))
    put(opened, NoteLink(note_id=note.id, goal_id=goal.id))
    alone = put(opened, Note(written_at=datetime(2026, 10, 27, 9), text="x"))
    minutes = put(opened, Note(written_at=datetime(2026, 10, 27, 9), text="x", meeting_id=meeting.id))
    person = put(opened, NetworkMember(name="Sara"))
    earlier = put(opened, EarlierPlan(text="x"))
    agreement = add_agreement(opened, "Vi ringer")
    places: list[tuple[Row, tuple[str, str]]] = [
        (goal, ("plan", goal.id)), (step, ("plan", step.id)), (agreement, ("plan", agreement.id)),
        (item, ("meetings", meeting.id)), (note, ("plan", goal.id)), (alone, ("plan", alone.id)),
        (minutes, ("meetings", meeting.id)), (person, ("network", person.id)), (earlier, ("plan", earlier.id)),
        (current_plan(opened.case), ("plan", ""))]
    for row, place in places:
        assert place_of(opened.case, row.id, LIES_IN) == place
        session.show_day()
        session._workspace.side.written_chosen.emit(opened.id, row.id, "")
        assert session.desk is not None
        assert (session.desk.opened.id, session.tab) == (opened.id, place[0])
        if place == ("plan", goal.id):
            assert session.page("plan").goals.open_goal.id == goal.id  # type: ignore[union-attr]
        if place == ("network", person.id):
            assert session.page("network").standing()[0] == person.id  # type: ignore[union-attr]
    assert place_of(opened.case, "gone", LIES_IN) is None
    session._workspace.side.written_chosen.emit(opened.id, "gone", "")       # somebody has removed it meanwhile
    assert session.desk is not None


def test_a_note_on_no_goal_is_opened_and_added_to(session: Session, archive: Archive, qtbot: QtBot) -> None:
    opened = receive(archive, Arrival("Ib"))
    add_goal(opened, "En dør")
    notes = [put(opened, Note(written_at=datetime(2026, 10, 20 + n, 9), text=f"Løst {n}")) for n in range(5)]
    added = put(opened, Note(written_at=datetime(2026, 10, 27, 9), text="Og mere", adds_to_id=notes[0].id))
    session._window.show()
    session.open_written(opened.id, added.id)
    tab = session.page("plan")
    assert tab is not None
    hands = Hands(tab)
    for words in ("Notater uden mål", "Løst 0", "Og mere", "Løst 4"):
        assert hands.sees(words), words
    hands.click("Tilføj til notatet fra 24. okt.")
    edit = QApplication.focusWidget()
    assert isinstance(edit, QPlainTextEdit)
    edit.insertPlainText("Igen")
    hands.click("Færdig")
    opened.catch_up()
    assert [each.text for each in notes[4].additions] == ["Igen"]


def test_who_was_told_of_something_is_seen_in_its_own_part(session: Session, archive: Archive) -> None:
    opened = receive(archive, Arrival("Ib"))
    for of, part in ((ToldOf.COORDINATOR, "coordinator"), (ToldOf.COORDINATION_ENDS, "coordinator"),
                     (ToldOf.ACTION_PLAN, "course"), (ToldOf.CLOSING, "leaving")):
        told = put(opened, Told(on=opened.today(), of=of, course_id=current_course(opened.case).id, answer="ja"))
        session.show_day()
        session.open_written(opened.id, told.id)
        page = session.page("overview")
        assert page.whole_course().entry.key == part  # type: ignore[union-attr]


def test_how_it_ends_is_opened_where_it_ends(session: Session, archive: Archive) -> None:
    opened = receive(archive, Arrival("Ib"))
    stay, course = current_stay(opened.case), current_course(opened.case)
    assert stay is not None
    earlier = put(opened, Stay(admitted_on=opened.today() - timedelta(days=90), left_why="x"))
    for row, field, part in ((stay, "left_why", "leaving"), (course, "plan_for_after", "leaving"),
                             (stay, "referred_by", "intake"), (earlier, "left_why", "intake")):
        session.show_day()
        session.open_written(opened.id, row.id, field)
        page = session.page("overview")
        assert page.whole_course().entry.key == part, field  # type: ignore[union-attr]


def test_the_search_says_why_it_has_the_keyboard(session: Session, archive: Archive) -> None:
    opened = receive(archive, Arrival("Ib"))
    side = session._workspace.side
    session.actions.note_contact()
    assert side.asked_label.text() == side.search_field.accessibleDescription() != ""
    assert not side.asked_label.isHidden()
    session.open(opened.id)
    assert side.asked_label.isHidden()


def test_the_desk_leads_to_where_it_is_written(session: Session, archive: Archive) -> None:
    opened = receive(archive, Arrival("Ib"))
    agreement = add_agreement(opened, "Vi ringer")
    session.open(opened.id)
    session.go("network")
    assert session.desk is not None
    session.desk.written.emit(agreement.id, "text")
    assert session._workspace.current_tab() == "plan"
