"""Every way of the terminal and the window to a case, with a gate that says no: not a word of it comes out.

With one that says yes each way leaves its line in the audit and no other. And whatever is read of citizens' content,
the gate stands among those who called: seen at the database itself.
"""
from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from borgerplan_desktop import cli
from borgerplan_desktop.app import Program
from borgerplan_desktop.casework import access
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_facts import change_cpr
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.meeting_calendar import calendar_name
from borgerplan_desktop.casework.papers.case_files import export_case
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.half_typed import HalfTyped, Words
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.printing.printing import PlanPrinting
from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.plan import Goal, PlanVersion
from borgerplan_desktop.store.audit import Did
from tests.archive import CHEAP, PASSWORD, Clock
from tests.faults.canary import traces
from tests.faults.test_canaries import mark_everything
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, log_in, session_of

MARK = re.compile(r"Kanariefugl\d{3}")                   # in every text of the case
CPR = "311299-0006"
READINGS = {Did.OPENED, Did.SEARCHED, Did.PRINTED, Did.EXPORTED}
CONTENT = {kind.__tablename__ for kind in CITIZEN.rows} | {
    "kept", "search_entry", "search_text", "citizen_line", "citizen_text"}
READS = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)', re.IGNORECASE)
THE_GATE, STORING = ("casework", "access.py"), ("store", "store.py", "commit")
CARRY_NOTHING_OUT = {"backup.py", "check.py", "missing_lines.py", "migrate.py", "restore.py"}      # of the store
Out = pytest.CaptureFixture[str]


class Marked(NamedTuple):
    """A closed archive with a citizen whose case is marked all over, and one who is nobody special."""

    folder: Path
    case_id: str
    name: str
    file: Path                                           # the marked case, as a file one holds
    answer: Path                                         # somebody's answer to its meeting
    contacts: Path                                       # people from a telephone
    table: Path                                          # services from a spreadsheet


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Marked:
    folder = tmp_path_factory.mktemp("gate")
    archive, _code = login.begin_archive(Location(folder / "data", CHEAP), "Skovly", "Eva Lind", PASSWORD, Clock())
    login.put_code_away(archive)
    receive(archive, Arrival("Marie Holm", room="12"))
    opened = receive(archive, Arrival("Jonas Prøve", room="14"))
    add_goal(opened, "bolig")
    meeting = plan_meeting(opened)
    mark_everything(opened)
    answer = folder / "svar.ics"
    answer.write_text(f"BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:{calendar_name(meeting)}\n"
                      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.dk\nEND:VEVENT\nEND:VCALENDAR\n", "utf-8")
    contacts = folder / "telefon.vcf"
    contacts.write_text("BEGIN:VCARD\nFN:Bo Frøkjær\nEND:VCARD\n", "utf-8")
    table = folder / "tilbud.csv"
    table.write_text("Navn;Telefon\nVærested;12 34 56 78\n", "utf-8")
    change_cpr(opened, CPR)
    adopt_plan(opened)
    file = folder / "case.json"
    export_case(opened, file.write_bytes)
    name = opened.case.the(Citizen).name
    HalfTyped(archive).save("goal", opened.id, [Words("goal", opened.case.all(Goal)[0].id, "title", "Kanariefugl999")])
    backup_and_restore.backup_now(archive)
    archive.close()
    assert MARK.search(name)
    return Marked(folder / "data", opened.id, name, file, answer, contacts, table)


@pytest.fixture
def marked(made: Marked, tmp_path: Path) -> Marked:
    import shutil

    shutil.copytree(made.folder, tmp_path / "data")
    return made._replace(folder=tmp_path / "data")


@pytest.fixture
def location(marked: Marked) -> Location:
    return Location(marked.folder, CHEAP)


@pytest.fixture
def closed(marked: Marked, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """closed(): from now on nobody may read the marked case, for anything."""
    rule = access.why_not

    def close() -> None:
        monkeypatch.setattr(access, "why_not", lambda register, who, id, reading: (
            "Den sag er ikke din." if id == marked.case_id else rule(register, who, id, reading)))

    return close


@pytest.fixture(autouse=True)
def round_the_gate() -> Iterator[list[str]]:
    """Every reading of citizens' content that nobody asked the gate about; a test ends red when there is one."""
    found: list[str] = []

    def look(_conn: object, _cursor: object, statement: str, *_more: object) -> None:
        if not statement.lstrip().upper().startswith(("SELECT", "WITH")) or not CONTENT & {*READS.findall(statement)}:
            return
        frame, called = sys._getframe(), set()
        while frame is not None:
            path = Path(frame.f_code.co_filename)
            called |= {path.parts[-2:], (*path.parts[-2:], frame.f_code.co_name)}
            if path.parent.name == "store" and path.name in CARRY_NOTHING_OUT:
                return
            frame = frame.f_back  # type: ignore[assignment]
        if THE_GATE not in called and STORING not in called:
            found.append(statement)

    event.listen(sa.Engine, "before_cursor_execute", look)
    yield found
    event.remove(sa.Engine, "before_cursor_execute", look)
    assert found == []


def test_whoever_goes_round_the_gate_is_seen(location: Location, round_the_gate: list[str], marked: Marked) -> None:
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    for read in (lambda: archive.store.load(marked.case_id), lambda: archive.store.find("Kanariefugl"),
                 lambda: archive.store.kept(marked.case_id, "a")):
        read()
        assert round_the_gate
        round_the_gate.clear()
    archive.close()


# ------------------------------------------------------------------------------------------------------ the terminal
def ways_of_the_terminal(marked: Marked, out: Path) -> dict[str, list[list[str]]]:
    """Every command, in every way that may have to do with the case; some read a file that one holds."""
    new = out.parent / "new.json"
    new.write_text(marked.file.read_text("utf-8").replace(marked.case_id, "0" * len(marked.case_id)), "utf-8")
    return {
        "list": [["list"], ["list", "--scope", "follow_up", "--sort", "attention"]],
        "find": [["find", "Kanariefugl"], ["find", "--json", "og", "mere"], ["find", CPR]],
        "export": [["export", words, "-o", str(out / "case.json")]
                   for words in (marked.case_id, marked.case_id[:8], marked.name, "Marie Holm")]
        + [["export", marked.case_id, "-o", "-"]],
        "import": [["import", str(marked.file)], ["import", str(new)]],
        "check": [["check"], ["check", "--go-on"]],
        "backup": [["backup"]],
        "restore": [["restore", "--list"], ["restore", "--yes"]],
        "init": [["init", "--shelter", "Skovly"]],
        "schema": [["schema"]],
        "today": [["today"], ["today", "--json"], ["today", "--whole", "--json"]],
        "render": [], "mail": [], "ics": [], "check-plan": [], "compare": [], "read": [],
        "figures": [["figures"], ["figures", "--json"], ["figures", "--csv"]],
        "paper": [["paper", kind, "-o", str(out / "paper.pdf")]
                  for kind in ("yearly-report", "services", "framework", "action-plan", "ideas")],
        "services": [["services", "list"], ["services", "list", "--json"], ["services", "import", str(marked.table)],
                     ["services", "export", "-o", str(out / "services.csv")]],
        "people": [], "import-people": [["import-people", marked.case_id, str(marked.contacts)],
                                        ["import-people", marked.name, str(marked.contacts), "--merge"]],
        "export-people": [["export-people", marked.case_id, "-o", str(out / f"people.{kind}")]
                          for kind in ("vcf", "json", "csv")],
        "frame": [["frame", "export", "-o", "-"]],
        "replies": [["replies", str(marked.answer)]],
        "merge": [["merge", marked.case_id, "Marie Holm"], ["merge", "Marie Holm", marked.case_id[:8]],
                  ["merge", marked.name, "Marie Holm", "--undo"], ["merge", "Marie Holm", marked.name, "--yes"],
                  ["merge", "Marie Holm", marked.case_id, "--undo", "--yes"]],
    }


def run(marked: Marked, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Out) -> tuple[int, str]:
    monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
    code = cli.main([words[0], "--home", str(marked.folder), "--user", "Eva Lind", *words[1:]])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_no_command_lets_out_a_case_that_is_not_for_them(
        marked: Marked, closed: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        capsys: Out) -> None:
    out = tmp_path / "out"
    out.mkdir()
    closed()
    ways = ways_of_the_terminal(marked, out)
    assert ways.keys() == cli._COMMANDS.keys()
    for command in (words for each in ways.values() for words in each):
        _code, said = run(marked, command, monkeypatch, capsys)
        assert not MARK.search(said), command
        assert traces(out, words=["Kanariefugl"]) == [], command
    assert {path.name for path in out.iterdir()} == {"case.json", "paper.pdf", "services.csv"}  # Marie's, everybody's


def test_no_command_works_for_whoever_is_not_on_the_list_of_staff(
        marked: Marked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    """Old keys put back in the folder, whose password they remember."""
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(access, "why_not", lambda *_asked: "Du står ikke på listen.")
    for name, commands in ways_of_the_terminal(marked, out).items():
        for command in commands:
            code, said = run(marked, command, monkeypatch, capsys)
            assert not MARK.search(said), command
            assert name in ("init", "schema") or command == ["restore", "--list"] or (
                code == cli.FAILED and "Du står ikke på listen." in said), command
    assert list(out.iterdir()) == []


def test_each_command_leaves_its_line(
        marked: Marked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    out = tmp_path / "out"
    out.mkdir()
    left: dict[str, list[list[Did]]] = {}
    for name, commands in ways_of_the_terminal(marked, out).items():
        for command in commands:
            before = len(audit_of(marked))
            run(marked, command, monkeypatch, capsys)
            readings = [did for did in audit_of(marked)[before:] if did in READINGS]
            left.setdefault(name, []).append(readings)
    assert left.pop("export") == [[Did.OPENED, Did.EXPORTED]] * 5
    assert left.pop("find") == [[Did.SEARCHED]] * 3
    assert left.pop("merge") == [[Did.OPENED] * n for n in (2, 2, 1, 2, 2)]
    assert left.pop("replies") == [[Did.OPENED]]
    assert left.pop("import-people") == [[Did.OPENED]] * 2
    assert left.pop("figures") == [[], [Did.EXPORTED], [Did.EXPORTED]]
    assert left.pop("paper") == [[Did.EXPORTED]] * 5
    assert left.pop("export-people") == [[Did.OPENED, Did.EXPORTED]] * 3
    assert left.pop("frame") == [[Did.EXPORTED]]
    assert left.pop("services") == [[], [], [], [Did.EXPORTED]]
    assert all(readings == [] for each in left.values() for readings in each)


def audit_of(marked: Marked) -> list[Did]:
    archive = login.unlock(Location(marked.folder, CHEAP), "Eva Lind", PASSWORD)
    dids = [line.did for line in reversed(archive.store.lines())]
    archive.close()
    return dids


# -------------------------------------------------------------------------------------------------------- the window
def said_anywhere() -> list[str]:
    """Every text of every widget there is, shown or not, and of every row of every list and table."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    texts: list[str] = []
    for widget in QApplication.allWidgets():
        texts += _texts_of(widget)
    return texts


def _texts_of(widget: QWidget) -> list[str]:
    texts = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle(),
             *(action.text() for action in widget.actions())]
    for name in ("text", "toPlainText", "placeholderText", "currentText"):
        if callable(getattr(widget, name, None)):
            texts.append(str(getattr(widget, name)()))
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole,
                 *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 8))
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        texts += [str(model.index(row, column).data(role)) for row in range(model.rowCount())
                  for column in range(columns) for role in roles]
    return texts


def leaks() -> list[str]:
    return [text for text in said_anywhere() if MARK.search(text)]


def readings_of(program: Program) -> list[tuple[Did, str]]:
    return [(line.did, line.action) for line in reversed(archive_of(program).store.lines()) if line.did in READINGS]


def test_the_window_shows_nothing_of_a_case_that_is_not_for_them(
        qtbot: QtBot, program: Program, hands: Hands, marked: Marked, closed: Callable[[], None]) -> None:
    closed()
    log_in(hands)
    session = session_of(program)
    assert leaks() == []                                 # Min dag, and nothing half typed comes back
    assert session.desk is None
    side = hands.window.findChild(QWidget, "side") or hands.window
    for words in ("Kanariefugl", CPR, "14"):
        with qtbot.waitSignal(session._workspace.side.searched):
            hands.type("Søg", words, side)
        QTest.qWait(50)
        assert leaks() == [], words
        assert not any(marked.case_id in text for text in said_anywhere())
    hands.type("Søg", "", side)
    for scope in ("all", "follow_up", "closed", "mine"):
        session._workspace.side.scope_chosen.emit(scope)
        assert leaks() == [], scope
    assert any("Marie" in text for text in said_anywhere())              # the others are there as ever
    session.open(marked.case_id)
    assert session.desk is None
    assert hands.sees("Den sag er ikke din.")
    hands.click("Luk")
    session.actions.import_from(str(marked.file))
    hands.wait(lambda: hands.front() is not hands.window and not leaks(), "the answer")
    hands.click("Luk")
    assert leaks() == []


def test_a_case_that_is_closed_to_them_leaves_the_desk(
        program: Program, hands: Hands, marked: Marked, closed: Callable[[], None], tmp_path: Path) -> None:
    log_in(hands)
    session = session_of(program)
    session.open(marked.case_id)
    for tab in ("Plan", "Netværk", "Møder", "Papirer", "Overblik"):
        hands.go(tab)
    assert leaks()
    desk, file = desk_of(program), tmp_path / "copy"
    desk._others.setInterval(600_000)                    # it does not look for itself meanwhile
    closed()
    # before the window has noticed: each way out asks for itself
    session.actions.export_to(str(file))
    assert hands.sees("Den sag er ikke din.")
    hands.click("Luk")
    from borgerplan_desktop.casework.papers.plan_paper import consent_paper

    PlanPrinting(desk, hands.window, consent_paper(desk.opened, None)).save_as(str(file))
    hands.wait(lambda: hands.front() is not hands.window and hands.sees("Den sag er ikke din."), "the answer")
    hands.click("Luk")
    assert not file.exists()
    desk.look_for_others()
    assert session.desk is None
    hands.wait(lambda: not leaks(), "an empty window")
    assert hands.sees("Den sag er ikke din.")            # in the bar: it does not cover the work
    assert not any(marked.case_id in text for text in said_anywhere())


def test_whoever_is_taken_off_the_list_meanwhile_sees_nobody(
        program: Program, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    log_in(hands)
    session = session_of(program)
    monkeypatch.setattr(access, "why_not", lambda *_asked: "Du står ikke på listen.")
    session.lists.refresh()
    assert hands.sees("Du står ikke på listen.")
    assert leaks() == []
    assert not any("Marie" in text for text in said_anywhere())


def test_each_way_of_the_window_leaves_its_line(
        program: Program, hands: Hands, marked: Marked, tmp_path: Path) -> None:
    log_in(hands)
    session = session_of(program)
    hands.wait(lambda: session.desk is not None, "what was half typed")
    before = len(readings_of(program))

    def left() -> list[tuple[Did, str]]:
        nonlocal before
        lines = readings_of(program)[before:]
        before += len(lines)
        return lines

    hands.type("Søg", "Kanariefugl0", hands.window.findChild(QWidget, "side") or hands.window)
    hands.wait(lambda: len(readings_of(program)) > before, "the search")
    assert left() == [(Did.SEARCHED, "Searched the citizens")]
    session.show_day()
    session.open(marked.case_id)
    assert left() == [(Did.OPENED, "Opened the case")]
    session.open(marked.case_id, "plan")
    for tab in ("Plan", "Netværk", "Møder", "Papirer", "Overblik"):
        hands.go(tab)
    desk = desk_of(program)
    desk.look_for_others()
    from borgerplan_desktop.casework.papers.plan_paper import adopted_paper, plan_paper

    assert plan_paper(desk.opened).draw()                # as the preview does
    paper = adopted_paper(desk.opened, desk.case.all(PlanVersion)[0])
    assert left() == []
    PlanPrinting(desk, hands.window, paper).save_as(str(tmp_path / "plan.pdf"))
    hands.wait(lambda: len(readings_of(program)) > before, "the record")
    assert left() == [(Did.EXPORTED, "Saved the plan as a file")]
    session.actions.export_to(str(tmp_path / "case.json"))
    assert left() == [(Did.EXPORTED, "Saved a copy of the case")]
    program.login_flow.lock()
    hands.type("Adgangskode", PASSWORD)
    hands.click("Lås op")
    hands.wait(lambda: session_of(program).desk is not None, "the case")
    assert left() == [(Did.OPENED, "Opened the case")]
