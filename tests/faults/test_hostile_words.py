"""Texts as nobody should write them, in every field there is: every screen shows them literally and stays in its width,
no file they name is opened, the paper can be made and read, and undo works."""
from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QWidget,
)

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.papers.case_files import import_case
from borgerplan_desktop.casework.papers.plan_paper import plan_paper
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.overview.parts import PARTS
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.plan import current_plan
from borgerplan_desktop.model.row import Row, fields_of
from borgerplan_desktop.store.tables import table_of
from tests.archive import CHEAP, PASSWORD, picture
from tests.journeys.hands import Hands
from tests.window import Start, desk_of, log_in, session_of

HERBERG = Path(__file__).parents[1] / "data" / "cases" / "herberg.json"
WIDE, LOW = 1366, 768
OPENED, READ = 0x20, 0x01                                # inotify(7): IN_OPEN, IN_ACCESS


class Watched:
    """A picture on the disk that tells when anybody has opened it (Linux's inotify)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        picture = QImage(40, 40, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.red)
        assert picture.save(str(path))
        self._libc = ctypes.CDLL(None)
        self._watch = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._libc.inotify_add_watch(self._watch, str(path).encode(), OPENED | READ) >= 0

    def was_opened(self) -> bool:
        try:
            return bool(os.read(self._watch, 4096))
        except BlockingIOError:
            return False

    def close(self) -> None:
        os.close(self._watch)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Watched]:
    watched = Watched(tmp_path / "x.png")
    yield watched
    watched.close()


WORDS = {
    "300 letters": "Ø" * 300,
    "300 in words": "Marie Mette " * 25,
    "emoji": "👩🏽‍🦽 👨‍👩‍👧‍👦 🇩🇰 ❤️ bolig",
    "markup": "<b>fed</b> &amp; R&D <img src=\"{file}\"> <a href='x'>x</a> <br> &lt; 100 % {{x}} %s",
    "hidden": "før\x00\x07\x1b[31m\u202eesrev\u202c\u2066x\u2069\u200f\ufeff\ud7ff efter\u2028linje",
    "blank": " \t\n \u00a0 ",
}


@pytest.fixture(params=list(WORDS))
def words(request: pytest.FixtureRequest, file: Watched) -> str:
    return WORDS[request.param].replace("{file}", str(file.path))


@pytest.fixture
def seed(program: Program, hands: Hands) -> Desk:
    """The seed case on the desk: it has something of every kind."""
    log_in(hands)
    session = session_of(program)
    session.open(import_case(session.archive, HERBERG.read_bytes()))
    return desk_of(program)


def fill(case: Case, words: str) -> None:
    for row in case.rows():
        for name in fields_of(type(row)):
            if _is_free_text(row, name):
                setattr(row, name, words)


def _is_free_text(row: Row, name: str) -> bool:
    column = table_of(type(row)).columns[name]
    return (isinstance(column.type, sa.String) and not isinstance(column.type, sa.Enum)
            and not column.foreign_keys and not name.endswith(("_id", "_by", "digest", "cpr", "case_number", "_key",
                                                               "order", "row_kind", "field", "key", "merged_into")))


def look_around(program: Program) -> Iterator[str]:
    """Every tab, every page of it, and the dialogs; the name of each while it is on screen."""
    session = session_of(program)
    for key in CITIZEN_PAGES.keys:
        session.go(key)
        QApplication.processEvents()
        yield key
    session.go("meetings")
    page = session.page("meetings")
    assert page is not None
    for step in range(3):
        page._on_step(step)  # type: ignore[attr-defined]
        QApplication.processEvents()
        yield f"meeting {step}"
    session.go("papers")
    for button in ("made_button", "earlier_button"):
        getattr(session.page("papers"), button).click()
        QApplication.processEvents()
        yield button
    session.go("network")
    session.page("network").as_table.click()  # type: ignore[union-attr]
    QApplication.processEvents()
    yield "table"
    for part in PARTS:
        session.go("overview", part.key)
        for _round in range(2):                          # a page of cards is laid out when their heights are known
            QApplication.processEvents()
        yield part.key
    for action in ("citizen",):
        session.actions.do(action)
        QApplication.processEvents()
        yield action
        dialog = Hands(program.window).front()
        assert isinstance(dialog, QDialog)
        dialog.reject()
    asks: dict[str, Callable[[], object]] = {
        "ask consent": session.page("papers").consents.ask,  # type: ignore[union-attr]
        "take in a plan": session.page("papers").earlier.ask,  # type: ignore[union-attr]
        "add a person": session.page("network").ask_who,  # type: ignore[union-attr]
        "receive": session.actions.receive}
    for name, ask in asks.items():
        ask()
        dialog = Hands(program.window).front()
        assert isinstance(dialog, QDialog)
        if isinstance(dialog, NewCitizen):
            dialog.name_field.setText(session.archive.citizens()[0].name)
            dialog.look_who_it_may_be()
        elif isinstance(dialog, AddPerson):
            dialog.is_professional.click()
        QApplication.processEvents()
        yield name
        dialog.reject()
    session.show_day()
    QApplication.processEvents()
    yield "my day"


def faults(location: QWidget) -> list[str]:
    """What shows markup as markup, or needs to be scrolled sideways."""
    found = []
    for each in [location, *location.findChildren(QWidget)]:
        if not each.isVisible():
            continue
        what = f"{type(each).__name__} {each.objectName() or each.accessibleName()[:30]}"
        if isinstance(each, QLabel) and each.textFormat() is not Qt.TextFormat.PlainText and each.text():
            found.append(f"{what} may show rich text")
        if each.toolTip() and ("<b>" in each.toolTip() or "<img" in each.toolTip()):
            found.append(f"{what}: its tooltip is markup")
        if isinstance(each, QAbstractScrollArea) and not isinstance(each, QGraphicsView | QAbstractItemView):
            bar = each.horizontalScrollBar()
            if bar.maximum() > 0 and bar.isVisible():
                found.append(f"{what} scrolls sideways by {bar.maximum()}")
        if isinstance(each, QAbstractItemView) and each.horizontalScrollBar().isVisible():
            found.append(f"{what} scrolls sideways by {each.horizontalScrollBar().maximum()}")
    window = location.window()
    if window.width() > WIDE or window.height() > LOW:
        found.append(f"{type(window).__name__} has become {window.width()} x {window.height()}")
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="inotify")
def test_every_screen_and_the_paper(program: Program, seed: Desk, words: str, file: Watched, tmp_path: Path) -> None:
    opened, register = seed.opened, seed.opened.shelter
    assert register is not None
    before = picture(opened.case)
    with register.action("Hostile", undoable=False):
        fill(register.case, words)
    with opened.action("Hostile"):
        fill(opened.case, words)
    program.window.undo_action.trigger()
    assert picture(opened.case) == before
    program.window.redo_action.trigger()
    literally, seen = set(), {}
    for name in look_around(program):
        front = Hands(program.window).front()
        if found := faults(front):
            seen[name] = found
        if Hands(program.window).sees("<b>fed</b> &amp; R&D", front):
            literally.add(name)
    assert seen == {}
    if "<b>" in words:
        assert {"overview", "plan", "network", "meetings", "meeting 2", "table", "citizen", "together"} <= literally
    assert not file.was_opened()
    assert program.window.windowTitle() == "Borgerplan"
    session = session_of(program)
    session.open(opened.id)
    desk = desk_of(program)
    text = text_of(plan_paper(desk.opened).draw(), tmp_path)
    assert "Plan" in text
    if "<b>" in words:
        assert "<b>fed</b> &amp; R&D" in text
    assert not file.was_opened()
    file.path.read_bytes()
    assert file.was_opened()                             # the watch works


def test_a_hundred_thousand_characters(program: Program, seed: Desk, tmp_path: Path) -> None:
    """In the fields that take the longest texts; a word longer than all of them, and one character too many."""
    opened = seed.opened
    before = picture(opened.case)
    session_of(program).go("plan")
    hands = Hands(program.window)
    for words, name in ((("bolig " * 20_000)[:100_000], "Håb og drømme"), ("x" * 100_000, "Det kan jeg")):
        field = hands.field(name)
        field.setFocus()
        field.selectAll()
        field.insertPlainText(words)  # type: ignore[union-attr]
        seed.settle.emit()
    hope = hands.field("Håb og drømme")
    hope.insertPlainText("for meget")  # type: ignore[union-attr]
    seed.settle.emit()
    assert len(current_plan(opened.case).hopes) == 100_000
    assert [draft.text for draft in opened.case.all(Draft)] != []          # what did not fit is kept
    QApplication.processEvents()
    assert faults(program.window) == []
    text = text_of(plan_paper(opened).draw(), tmp_path)
    assert text.count("bolig") > 10_000
    while opened.done:
        program.window.undo_action.trigger()
    after = {key: value for key, value in picture(opened.case).items() if "draft" not in str(key).lower()}
    assert {key: after[key] for key in before} == before


def test_at_the_door(start: Start, tmp_path: Path, file: Watched) -> None:
    """The shelter's and the first person's own names, typed at the first start; the list of names and the lock."""
    program = start(Location(tmp_path / "new", CHEAP))
    hands = Hands(program.window)
    hostile = f"<b>Eva</b> & <img src={file.path}>\u202e"
    for name, words in (("Hvad hedder stedet?", hostile * 2), ("Dit navn", hostile), ("Adgangskode", PASSWORD)):
        field = hands.field(name)
        assert isinstance(field, QLineEdit)
        field.setText(words)
    hands.click("Lav gendannelseskoden")
    hands.click("Jeg har lagt den væk")
    hands.click("Tag Borgerplan i brug")
    for shown in (program.login_flow.lock, program.login_flow.show_login):
        assert faults(program.window) == []
        assert hands.sees("<b>Eva</b> & <img")
        shown()
        QApplication.processEvents()
    assert hands.sees("<b>Eva</b> & <img")
    assert faults(program.window) == []
    assert not file.was_opened()
    assert program.window.windowTitle() == "Borgerplan"


def text_of(pdf: bytes, tmp_path: Path) -> str:
    (tmp_path / "seen.pdf").write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", str(tmp_path / "seen.pdf"), "-"], capture_output=True, text=True,
                          check=True).stdout
