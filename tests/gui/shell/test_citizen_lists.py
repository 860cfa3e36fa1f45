"""The list at the left over an archive of three hundred: as one types, scrolls, and as others write meanwhile."""
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_list import Order, how_many, seen
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.citizens.citizen_list import LINE, CitizenLine
from borgerplan_desktop.gui.citizens.day_rows import DoorRow
from borgerplan_desktop.gui.citizens.side_panel import LINE_HEIGHT, PAUSE, SidePanel
from borgerplan_desktop.gui.shell.citizen_lists import PAGE, REACH, CitizenLists
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.store.audit import Did
from tests.archive import Clock
from tests.benchmarks.many_citizens import NOW, fill

MANY = 300


class Room:
    """The window with the lists, and somebody else at another window of the same archive."""

    def __init__(self, archive: Archive, window: MainWindow) -> None:
        self.archive, self.window = archive, window
        self.work = window.show_workspace()
        self.lists = CitizenLists(archive, self.work, window)
        window.show()
        window.activateWindow()
        self.lists.refresh()

    @property
    def side(self) -> SidePanel:
        return self.work.side

    def shown(self) -> list[CitizenLine]:
        model = self.side.citizens.model()
        return [model.index(row, 0).data(LINE) for row in range(model.rowCount())]

    def names(self) -> list[str]:
        return [line.name for line in self.shown()]

    def everybody(self, scope: str = "all", words: str = "") -> list[str]:
        return [each.line.name for each in seen(self.archive, scope, words)]

    def scroll_down(self) -> None:
        bar = self.side.citizens.verticalScrollBar()
        bar.setValue(bar.maximum())
        QApplication.processEvents()

    def rename(self, id: str, name: str) -> None:
        """As somebody else does it, who has the case open too."""
        opened = self.archive.open_case(id)
        write(opened, opened.case.the(Citizen), Citizen.name, name, "x")


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def room(qtbot: QtBot, archive: Archive, clock: Clock) -> Iterator[Room]:
    fill(archive, MANY)
    window = MainWindow(None, clock)
    qtbot.addWidget(window)
    room = Room(archive, window)
    room.side.scope_chosen.emit("all")
    yield room
    window.drop_workspace()


def test_the_first_page_says_how_many_there_are(room: Room) -> None:
    opened = how_many(room.archive)
    assert room.names() == room.everybody()[:PAGE]
    assert room.side.scope_button.text() == f"Alle borgere · {opened}"
    room.side.scope_chosen.emit("closed")
    assert room.side.scope_button.text() == f"Afsluttede forløb · {MANY - opened}"
    assert room.names() == room.everybody("closed")[:PAGE]
    room.side.scope_chosen.emit("follow_up")
    assert room.names() == room.everybody("follow_up")[:PAGE]


@pytest.mark.parametrize(("order", "word"), [("room", "Værelse"), ("week", "Uge"), ("attention", "Følg op")])
def test_the_list_is_sorted_as_one_chooses(room: Room, order: str, word: str) -> None:
    [action] = [each for each in room.side.order_button.menu().actions() if each.data() == order]
    room.scroll_down()
    action.trigger()
    assert room.side.citizens.verticalScrollBar().value() == 0
    assert room.side.order_button.text() == word
    assert room.side.order_button.accessibleName() == f"Sorteret efter: {action.text()}"
    wanted = [each.line.id for each in seen(room.archive, order=Order(order))]
    assert [line.id for line in room.shown()] == wanted[:PAGE]
    for _page in range(MANY // PAGE + 1):
        room.scroll_down()
    assert [line.id for line in room.shown()] == wanted


def test_the_order_is_remembered(qtbot: QtBot, archive: Archive, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    for before, chosen in (("name", "room"), ("room", "week")):
        window = MainWindow(settings)
        qtbot.addWidget(window)
        side = window.show_workspace().side
        assert side.order() == before
        [action] = [each for each in side.order_button.menu().actions() if each.data() == chosen]
        action.trigger()
        window.drop_workspace()


def test_everybody_is_reached_by_scrolling_and_nobody_twice(room: Room) -> None:
    for _page in range(MANY // PAGE + 1):
        room.scroll_down()
    assert room.names() == room.everybody()
    assert len({line.id for line in room.shown()}) == how_many(room.archive)


def test_another_list_is_read_from_its_beginning(room: Room) -> None:
    """Else its first lines, and the one that the arrow keys go on from, are out of sight."""
    room.scroll_down()
    assert room.side.citizens.verticalScrollBar().value() > 0
    room.side.scope_chosen.emit("follow_up")
    assert room.side.citizens.verticalScrollBar().value() == 0


def test_everybody_is_reached_with_the_keyboard(room: Room) -> None:
    view = room.side.citizens
    view.setFocus()
    for _key in range(MANY // 10):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        QApplication.processEvents()
    assert room.names() == room.everybody()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.marked() == room.shown()[-1].id
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.marked() == room.shown()[0].id


def test_every_key_is_answered_at_once(room: Room) -> None:
    """Nothing is on its way: the rows after a key are those of the words as they stand."""
    field = room.side.search_field
    field.setFocus()
    for at in range(1, 7):
        QTest.keyClicks(field, "hansen"[at - 1])
        assert room.names() == room.everybody(words="hansen"[:at])[:PAGE]
    assert room.names()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "q")
    assert room.names() == []
    assert "»hanseq«" in room.side.none_label.text()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert room.names() == room.everybody()[:PAGE]


def test_a_search_that_finds_very_many_says_so(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("borgerplan_desktop.gui.shell.citizen_lists.REACH", 99)
    QTest.keyClicks(room.side.search_field, "e")
    assert room.side.scope_button.text() == "Alle borgere · over 99"
    QTest.keyClicks(room.side.search_field, "nsen")
    found = len(room.everybody(words="ensen"))
    assert room.side.scope_button.text() == f"Alle borgere · {found}"
    assert REACH == 1000


def test_a_search_goes_on_record_once_when_the_typing_rests(room: Room) -> None:
    def searches() -> int:
        return sum(line.did is Did.SEARCHED for line in room.archive.store.lines())

    field = room.side.search_field
    QTest.keyClicks(field, "han")
    assert searches() == 0                               # nobody who types waits for a disk
    QTest.qWait(PAUSE + 50)
    assert searches() == 1
    QTest.keyClicks(field, "sen")
    QTest.qWait(PAUSE + 50)
    assert searches() == 1
    assert "han" not in " ".join(line.action + line.purpose for line in room.archive.store.lines(limit=2))
    field.clear()
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Return)             # opened before it rests
    assert searches() == 2


def test_renamed_between_two_pages(room: Room) -> None:
    """Who was shown and now comes later is not shown twice; who comes earlier now is not missed."""
    first, later = room.shown()[3], seen(room.archive)[-3].line
    room.rename(first.id, "Åge Åsted")
    room.rename(later.id, "Aamand Aa" if later.name < "Å" else "Abel Abel")
    for _page in range(MANY // PAGE + 1):
        room.scroll_down()
    assert room.names() == room.everybody()
    assert len({line.id for line in room.shown()}) == how_many(room.archive)


def test_who_comes_and_goes_meanwhile(room: Room) -> None:
    room.scroll_down()
    at_bar = room.side.citizens.verticalScrollBar().value()
    new = receive(room.archive, Arrival("Abel Ny", room="7"))
    room.lists.refresh()
    assert "Abel Ny" in room.names()
    assert room.names() == room.everybody()[:len(room.names())]
    assert room.side.citizens.verticalScrollBar().value() > at_bar / 2   # one stays where one was
    opened = room.archive.open_case(new.id)
    write(opened, opened.case.the(Citizen), Citizen.name, "Abel Nyere", "x")
    room.lists.refresh()
    assert "Abel Nyere" in room.names()


def test_the_open_citizen_is_marked_also_far_down(room: Room) -> None:
    far = seen(room.archive)[150].line
    room.side.set_opened(far.id)
    room.lists.refresh()
    view = room.side.citizens
    assert view.marked() == far.id
    QApplication.processEvents()
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    closed = seen(room.archive, "closed")[0].line        # not in this list: it begins where it begins
    room.side.set_opened(closed.id)
    room.side.scope_chosen.emit("mine")
    assert view.marked() != closed.id


def test_the_page_of_the_day_stands_still_while_nothing_changes(room: Room, clock: Clock) -> None:
    room.lists.day.reader.whole = True
    room.lists.refresh()
    while room.lists.day._rest.isActive():               # the page is painted before everybody is read
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    day = room.work.my_day
    assert "Møder de næste 7 dage" in " ".join(label.text() for label in day.findChildren(type(day.first_title)))
    before = day.findChildren(DoorRow)
    assert 8 < len(before) <= 25
    clock.pass_(minutes=2)
    room.lists.refresh()
    QTest.keyClicks(room.side.search_field, "han")
    assert day.findChildren(DoorRow) == before
    clock.pass_(days=1)
    room.lists.refresh()
    assert "29. november" in day.date_label.text()


def test_the_day_follows_the_clock_by_itself(room: Room, clock: Clock) -> None:
    """At midnight, and when the computer has slept; nobody needs to touch anything."""
    day = room.work.my_day
    assert "28. november" in day.date_label.text()
    clock.now = clock.now.replace(hour=23, minute=59, second=50)
    room.lists.day.look()
    clock.pass_(seconds=20)
    room.lists.day.look()
    assert "29. november" in day.date_label.text()
    clock.pass_(hours=30)
    room.lists.day.look()
    assert "30. november" in day.date_label.text()
    shown = room.lists.day.day
    clock.pass_(seconds=20)
    room.lists.day.look()
    assert room.lists.day.day is shown                   # and nothing is read when it is the same hour


def test_after_a_sleep_the_day_shows_what_others_did_meanwhile(room: Room, clock: Clock) -> None:
    room.lists.day.look()
    new = receive(room.archive, Arrival("Abel Ny", room="7"))
    clock.pass_(seconds=20)
    room.lists.day.look()
    assert room.lists.day.day is not None
    assert room.lists.day.day.now.minute == NOW.minute
    clock.pass_(minutes=7)
    room.lists.day.look()
    assert any(line.door.case_id == new.id for line in room.lists.day.day.watch + room.lists.day.day.deadlines)


def test_mine_or_the_whole_shelter(room: Room) -> None:
    day = room.work.my_day
    receive(room.archive, Arrival("Abel Min", room="7"))
    room.lists.refresh()
    assert day.mine_button.isVisible()
    assert day.mine_button.isChecked()
    assert "hos dig" in day.date_label.text()
    QTest.mouseClick(day.whole_button, Qt.MouseButton.LeftButton)
    assert "på herberget" in day.date_label.text()
    QTest.mouseClick(day.mine_button, Qt.MouseButton.LeftButton)
    assert "hos dig" in day.date_label.text()


# ----------------------------------------------------------------------------------- what is written, and the keyboard
@pytest.fixture
def two(room: Room) -> Room:
    """Two citizens are called so, and two others have it written."""
    for name in ("Zuleika Holm", "Zuleika Bo"):
        receive(room.archive, Arrival(name))
    for name in ("Ib Juul", "Ulla Vang"):
        add_goal(receive(room.archive, Arrival(name)), "Besøge Zuleika <b>hvær</b> uge")
    room.lists.refresh()
    return room


def look_for(room: Room, words: str) -> None:
    room.side.search_field.setFocus()
    room.side.search_field.selectAll()
    QTest.keyClicks(room.side.search_field, words)
    QTest.qWait(PAUSE + 60)


def test_what_is_written_stands_beneath_the_citizens(two: Room) -> None:
    side = two.side
    look_for(two, "zuleika")
    assert [line.name for line in two.shown()] == ["Zuleika Bo", "Zuleika Holm"]
    assert [(hit.name, hit.what) for hit in side.written.hits()] == [("Ulla Vang", "Mål"), ("Ib Juul", "Mål")]
    assert (side.citizens_label.text(), side.written_label.text()) == ("Borgere", "Skrevet")
    assert side.written.isVisible()
    spoken = side.written.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ulla Vang, Mål, Besøge Zuleika <b>hvær</b> uge"
    side.search_field.clear()
    assert not side.written.hits()
    assert not side.written_label.isVisible()
    look_for(two, "hvær")
    assert side.citizens_label.text() == "Ingen borger med »hvær«."
    assert len(side.written.hits()) == 2
    side.scope_chosen.emit("closed")
    look_for(two, "hvær")
    assert side.citizens_label.text() == "Ingen på denne liste med »hvær«."
    side.scope_chosen.emit("all")
    look_for(two, "Zuleika Holm")
    assert side.written_label.text() == "Intet skrevet med »Zuleika Holm«."
    above = (side.citizens_label, side.citizens, side.written_label)
    assert [below.y() - label.geometry().bottom() - 1 for label, below in pairwise(above)] == [0, 0]
    assert side.citizens_label.height() < 40             # nothing is spread over the room that is left
    assert side.citizens.height() == px(LINE_HEIGHT)
    look_for(two, "qqqq")
    assert side.none_label.isVisible()
    assert side.none_label.text().startswith("Ingen fundet med »qqqq«, og intet skrevet.")


def test_the_keyboard_goes_through_both_sections(two: Room) -> None:
    side = two.side
    chosen: list[tuple[str, ...]] = []
    side.chosen.connect(lambda *args: chosen.append(args))
    side.written_chosen.connect(lambda *args: chosen.append(args))
    look_for(two, "zuleika")
    QTest.keyClick(side.search_field, Qt.Key.Key_Down)
    assert side.citizens.hasFocus()
    assert side.citizens.marked() == two.shown()[0].id
    QTest.keyClick(side.citizens, Qt.Key.Key_Down)
    assert side.citizens.marked() == two.shown()[1].id
    QTest.keyClick(side.citizens, Qt.Key.Key_Down)
    assert side.written.hasFocus()
    QTest.keyClick(side.written, Qt.Key.Key_Down)
    QTest.keyClick(side.written, Qt.Key.Key_Return)
    hit = side.written.hits()[1]
    assert chosen == [(hit.case_id, hit.row_id, "title")]
    QTest.keyClick(side.written, Qt.Key.Key_Home)
    assert side.citizens.hasFocus()
    assert side.citizens.marked() == two.shown()[0].id
    QTest.keyClick(side.citizens, Qt.Key.Key_End)
    assert side.written.hasFocus()
    assert side.written.currentIndex().row() == 1
    for _up in range(2):
        QTest.keyClick(side.written, Qt.Key.Key_Up)
    assert side.citizens.hasFocus()
    assert side.citizens.marked() == two.shown()[1].id
    QTest.keyClick(side.citizens, Qt.Key.Key_Escape)
    assert side.search_field.hasFocus()
    look_for(two, "hvær")
    QTest.keyClick(side.search_field, Qt.Key.Key_Return)
    assert chosen[-1] == (side.written.hits()[0].case_id, side.written.hits()[0].row_id, "title")
    QTest.keyClick(side.search_field, Qt.Key.Key_Down)
    assert side.written.hasFocus()
    QTest.keyClick(side.written, Qt.Key.Key_Up)
    assert side.search_field.hasFocus()


def test_a_search_in_what_is_written_is_one_search_on_record(two: Room) -> None:
    def searches() -> int:
        return sum(line.did is Did.SEARCHED for line in two.archive.store.lines())

    before = searches()
    look_for(two, "hvær")
    two.lists.refresh()
    assert searches() == before + 1
    assert len(two.side.written.hits()) == 2
