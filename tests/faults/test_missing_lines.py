"""Lines that have been stored and are gone: said at the login, in the terminal and by the check, until one chooses."""
from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from borgerplan_desktop import cli
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.casework.session.login_notices import missing_lines_notice
from borgerplan_desktop.gui.start.missing_lines_dialog import MissingLinesDialog
from borgerplan_desktop.gui.start.restore_dialog import RestoreDialog
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.store.backup import backups
from borgerplan_desktop.store.engine import connect
from tests.archive import CHEAP, PASSWORD, Clock, brought_back
from tests.journeys.hands import Hands
from tests.window import Start, archive_of, log_in

LOG = "borgerplan.db-wal"
FRAME = 4096 + 24                                        # a page and what SQLite says of it


@pytest.fixture
def killed(location: Location, tmp_path: Path) -> Location:
    """The folder as a kill has left it: the last changes stand in the log beside the database."""
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    backup_and_restore.backup_now(archive)                            # goes as far as the login
    held = connect(location.home.database, archive.vault.key)
    held.execute("SELECT count(*) FROM goal").fetchall()             # the log stays while somebody has it open
    opened = receive(archive, Arrival("Jonas Bækgaard"))
    for number in range(5):
        add_goal(opened, f"mål {number}")
    shutil.copytree(location.folder, tmp_path / "killed")
    held.close()
    archive.close()
    (tmp_path / "killed" / "borgerplan.db-shm").unlink()
    return Location(tmp_path / "killed", CHEAP)


def lines_at(location: Location) -> int:
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    archive.close()
    return archive.store.gap.here.line if archive.store.gap else -1


def cut(location: Location) -> None:
    log = (location.folder / LOG).read_bytes()
    (location.folder / LOG).write_bytes(log[:32 + FRAME * 3 + 100])


def flipped(location: Location) -> None:
    log = bytearray((location.folder / LOG).read_bytes())
    log[32 + FRAME * 2 + 500] ^= 1
    (location.folder / LOG).write_bytes(log)


def deleted(location: Location) -> None:
    (location.folder / LOG).unlink(missing_ok=True)


def older(location: Location) -> None:
    """The database of the backup put in its place."""
    deleted(location)
    shutil.copyfile(backups(location.home)[-1].database, location.home.database)


HARM = [cut, flipped, deleted, older]


def test_undamaged_nothing_is_missing(killed: Location) -> None:
    assert lines_at(killed) == -1


@pytest.mark.parametrize("harm", HARM)
def test_it_is_noticed_and_stays_until_one_chooses(killed: Location, harm: Callable[[Location], None]) -> None:
    harm(killed)
    archive = login.unlock(killed, "Eva Lind", PASSWORD, Clock())
    gap = archive.store.gap
    assert gap is not None
    assert gap.known is not None
    assert gap.missing
    assert gap.missing[-1] == gap.known.line
    notice = missing_lines_notice(archive)
    assert notice is not None
    assert f"til {gap.known.line}" in notice.text or f"nummer {gap.known.line}" in notice.text
    assert "27. oktober kl. 9.21" in notice.text
    for _ in range(30):                                  # what is written now does not hide it
        archive.record(login.Did.UPKEEP, "goes on")
    archive.close()
    again = login.unlock(killed, "Eva Lind", PASSWORD, Clock())
    assert again.store.gap == gap
    assert not backup_and_restore.check(again).sound
    backup_and_restore.go_on(again)
    assert again.store.gap is None
    assert backup_and_restore.check(again).sound
    assert again.store.lines(limit=2)[1].purpose == f"{gap.missing[0]}–{gap.missing[-1]}"
    again.close()
    assert lines_at(killed) == -1


def test_the_log_torn_and_flipped_anywhere(killed: Location, tmp_path: Path, counted: Callable[[str], None]) -> None:
    """Whatever is not taken from the log is said to be missing."""
    log, chance, told = (killed.folder / LOG).read_bytes(), random.Random(7), 0
    tries = 16
    for number in range(tries):
        location = Location(tmp_path / str(number), CHEAP)
        shutil.copytree(killed.folder, location.folder)
        at = chance.randrange(len(log))
        torn = log[:at] if number % 2 else log[:at] + bytes([log[at] ^ 1 << chance.randrange(8)]) + log[at + 1:]
        (location.folder / LOG).write_bytes(torn)
        archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
        goals = sum(len(archive.store.load(case).all(Goal)) for case in archive.store.cases())
        assert (archive.store.gap is None) == (goals == 6)
        told += archive.store.gap is not None
        archive.close()
    counted(f"{tries} torn and flipped logs: {told} lost something, and all of those were told")


@pytest.mark.parametrize("harm", [lambda p: p.unlink(), lambda p: p.write_bytes(b"\xff" * 200),
                                  lambda p: p.write_text('{"line": 1, "chain": "", "at": "", "proof": ""}'),
                                  lambda p: (p.unlink(), p.symlink_to(p.with_name("nowhere")))],
                         ids=["gone", "rubbish", "not ours", "a link"])
def test_without_the_anchor_nobody_can_tell(location: Location, harm: Callable[[Path], object]) -> None:
    harm(location.home.anchor)
    for _ in range(2):
        archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
        notice = missing_lines_notice(archive)
        assert notice is not None
        assert notice.happened.startswith("Mærket, der viser, om noget mangler, er væk.")
        assert not backup_and_restore.check(archive).sound
        archive.close()
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    backup_and_restore.go_on(archive)
    archive.close()
    assert not location.home.anchor.is_symlink()
    assert not location.home.anchor.with_name("nowhere").exists()
    assert lines_at(location) == -1


def test_no_backup_is_thrown_away_meanwhile(killed: Location) -> None:
    clock = Clock()
    older(killed)
    before = len(backups(killed.home))
    for _ in range(18):                                  # more than are kept of one day
        clock.pass_(minutes=31)
        archive = login.unlock(killed, "Eva Lind", PASSWORD, clock)
        backup_and_restore.backup_if_due(archive)
        archive.close()
    assert len(backups(killed.home)) == before + 18
    archive = login.unlock(killed, "Eva Lind", PASSWORD, clock)
    backup_and_restore.go_on(archive)
    clock.pass_(minutes=31)
    backup_and_restore.backup_if_due(archive)
    archive.close()
    assert len(backups(killed.home)) < before + 18


def test_the_backup_with_the_newest_content_is_offered(killed: Location) -> None:
    """And not the one of the newest date: that one was made after the loss."""
    best = rich_backup(killed)
    shutil.copyfile(backups(killed.home)[-1].database, killed.home.database)
    clock = Clock()
    clock.pass_(days=3)
    archive = login.unlock(killed, "Eva Lind", PASSWORD, clock)
    backup_and_restore.backup_now(archive)
    found = backup_and_restore.missing(archive)
    assert found is not None
    assert found.copy == best
    assert found.beside is not None
    assert found.beside.only_there >= 6
    archive = brought_back(archive, best)
    assert "Jonas Bækgaard" in [line.name for line in archive.citizens()]
    assert archive.store.gap is None
    assert backup_and_restore.check(archive).sound
    archive.close()


@pytest.mark.parametrize("edit", [
    "UPDATE search_entry SET text = 'something else' WHERE id = (SELECT min(id) FROM search_entry)",
    "UPDATE search_entry SET spelled = 'something else' WHERE id = (SELECT min(id) FROM search_entry)",
    "DELETE FROM search_entry WHERE id = (SELECT min(id) FROM search_entry)",
    "INSERT INTO search_entry(case_id, kind, row_id, field, text) VALUES ('nobody', 'goal', 'x', 'title', 'x')",
])
def test_an_edited_search_index_is_found(location: Location, edit: str) -> None:
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    add_goal(receive(archive, Arrival("Jonas Bækgaard")), "finde en bolig")
    assert backup_and_restore.check(archive).sound
    with archive.store.engine.begin() as conn:
        assert conn.exec_driver_sql(edit).rowcount == 1
    assert ("search_entry", 1) in [(each.kind, each.rows) for each in backup_and_restore.check(archive).differing]
    archive.close()


# --------------------------------------------------------------------------------------------------------- the terminal
@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def run(location: Location, *words: str) -> int:
        monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
        return cli.main([words[0], "--home", str(location.folder), "--user", "Eva Lind", *words[1:]])

    return run


def test_the_terminal_says_so_and_offers_both(killed: Location, terminal: Callable[..., int],
                                              capsys: pytest.CaptureFixture[str]) -> None:
    deleted(killed)
    assert terminal(killed, "list") == 0
    said = capsys.readouterr().err
    assert "mangler" in said
    assert "borgerplan restore" in said
    assert "--go-on" in said
    assert terminal(killed, "check") == 1
    assert terminal(killed, "check", "--go-on") == 0
    capsys.readouterr()
    assert terminal(killed, "list") == 0
    assert "mangler" not in capsys.readouterr().err


def test_a_restore_that_helps_nothing_is_not_offered_and_settles_nothing(
        killed: Location, terminal: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    deleted(killed)
    shutil.copyfile(backups(killed.home)[0].database, killed.home.database)      # here is what the best backup has
    assert terminal(killed, "list") == 0
    said = capsys.readouterr().err
    assert "mangler" in said
    assert "restore" not in said
    assert terminal(killed, "check") == 1
    assert "restore" not in capsys.readouterr().err
    for _ in range(2):
        assert terminal(killed, "restore") == 0
        assert "mangler" in capsys.readouterr().err
    assert terminal(killed, "check") == 1
    said = capsys.readouterr().err
    assert "mangler" in said
    archive = login.unlock(killed, "Eva Lind", PASSWORD, Clock())
    assert archive.store.gap is not None
    assert archive.store.gap.known is not None
    assert archive.store.gap.missing[-1] == archive.store.gap.known.line
    assert archive.store.gap.here.line < archive.store.lines(limit=1)[0].seq
    archive.close()
    assert terminal(killed, "check", "--go-on") == 0
    capsys.readouterr()
    assert terminal(killed, "list") == 0
    assert "mangler" not in capsys.readouterr().err


def test_restore_takes_the_newest_content_whatever_the_clock_has_said(
        location: Location, terminal: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    clock.now += timedelta(days=2000)                    # a wrong clock, once
    archive = login.unlock(location, "Eva Lind", PASSWORD, clock)
    backup_and_restore.backup_now(archive)
    clock.now -= timedelta(days=2000)
    receive(archive, Arrival("Jonas Bækgaard"))
    newest = backup_and_restore.backup_now(archive)
    archive.close()
    assert backup_and_restore.backups(location)[0] != newest
    location.home.database.write_bytes(b"rubbish" * 1000)
    assert terminal(location, "restore") == 0
    assert capsys.readouterr().out.strip() == newest.name
    assert terminal(location, "list") == 0
    assert "Jonas Bækgaard" in capsys.readouterr().out


def test_after_a_restore_the_branch_that_was_left_is_not_newer(
        location: Location, terminal: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """However many lines it had: somebody has chosen to go back."""
    clock = Clock()
    archive = login.unlock(location, "Eva Lind", PASSWORD, clock)
    for _ in range(30):
        archive.record(login.Did.UPKEEP, "left behind")
    clock.pass_(hours=1)
    left = backup_and_restore.backup_now(archive)
    archive = brought_back(archive, backup_and_restore.backups(location)[-1])
    clock.pass_(hours=1)
    newest = backup_and_restore.backup_now(archive)
    archive.close()
    os.rename(left.backup.folder, left.backup.folder.with_name("2031-01-01T00-00-00Z"))
    assert terminal(location, "restore") == 0
    assert capsys.readouterr().out.strip() == newest.name


# ----------------------------------------------------------------------------------------------------------- the window
def test_the_window_says_so_and_brings_the_backup_back(killed: Location, start: Start) -> None:
    best = rich_backup(killed)
    older(killed)
    program = start(killed)
    hands = Hands(program.window)
    log_in(hands)
    assert isinstance(hands.front(), MissingLinesDialog)
    assert hands.sees("Der mangler")
    assert hands.sees("skrevet frem til 27. oktober kl. 9.21")
    assert hands.sees("som arkivet ikke har")
    hands.click("Se kopien")
    dialog = hands.front()
    assert isinstance(dialog, RestoreDialog)
    assert dialog._copy == best
    hands.click("Gendan kopien")
    hands.click("Gendan kopien")
    hands.wait(lambda: hands.front() is program.window, "the backup to be in place")
    assert "Jonas Bækgaard" in [line.name for line in archive_of(program).citizens()]
    assert archive_of(program).store.gap is None


def test_the_window_asks_again_until_one_chooses(killed: Location, start: Start) -> None:
    deleted(killed)
    program = start(killed)
    hands = Hands(program.window)
    log_in(hands)
    hands.press(Qt.Key.Key_Escape)
    assert hands.front() is program.window
    assert hands.sees("Ingen sikkerhedskopi bliver smidt ud, før du har valgt.")
    program.window.log_out_action.trigger()
    log_in(hands)
    assert isinstance(hands.front(), MissingLinesDialog)
    hands.click("Gå videre uden")
    assert hands.front() is program.window
    assert archive_of(program).store.gap is None
    program.window.log_out_action.trigger()
    log_in(hands)
    assert hands.front() is program.window


def test_the_lock_takes_the_question_away(killed: Location, start: Start) -> None:
    deleted(killed)
    program = start(killed)
    hands = Hands(program.window)
    log_in(hands)
    program.login_flow.lock()
    assert hands.front() is program.window
    hands.type("Adgangskode for Eva Lind", PASSWORD)
    hands.click("Lås op")
    assert isinstance(hands.front(), MissingLinesDialog)


def test_the_window_says_that_a_strange_file_was_set_aside(location: Location, start: Start) -> None:
    shutil.copy(backups(location.home)[0].database, location.folder / ".restore-2026-10-27T09-21-00Z.db")
    program = start(location)
    hands = Hands(program.window)
    log_in(hands)
    assert hands.sees("som programmet ikke har lavet")
    hands.click("Luk")
    assert hands.front() is program.window


def rich_backup(location: Location) -> backup_and_restore.Copy:
    """A backup with everything in it."""
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    copy = backup_and_restore.backup_now(archive)
    archive.close()
    return copy
