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
from borgerplan_desktop.casework import entry, keeping
from borgerplan_desktop.casework.goals import add_goal
from borgerplan_desktop.casework.notices import gap_notice
from borgerplan_desktop.casework.place import Place
from borgerplan_desktop.casework.reception import Arrival, receive
from borgerplan_desktop.gui.gap_dialog import GapDialog
from borgerplan_desktop.gui.restore_dialog import RestoreDialog
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.store.backup import backups
from borgerplan_desktop.store.engine import connect
from tests.house import CHEAP, PASSWORD, Clock, brought_back
from tests.journeys.hands import Hands
from tests.window import Start, house_of, log_in

LOG = "borgerplan.db-wal"
FRAME = 4096 + 24                                        # a page and what SQLite says of it


@pytest.fixture
def killed(place: Place, tmp_path: Path) -> Place:
    """The folder as a kill has left it: the last changes stand in the log beside the database."""
    house = entry.unlock(place, "Eva Lind", PASSWORD, Clock())
    keeping.backup_now(house)                            # goes as far as the login
    held = connect(place.home.database, house.vault.key)
    held.execute("SELECT count(*) FROM goal").fetchall()             # the log stays while somebody has it open
    opened = receive(house, Arrival("Jonas Bækgaard"))
    for number in range(5):
        add_goal(opened, f"mål {number}")
    shutil.copytree(place.folder, tmp_path / "killed")
    held.close()
    house.close()
    (tmp_path / "killed" / "borgerplan.db-shm").unlink()
    return Place(tmp_path / "killed", CHEAP)


def lines_at(place: Place) -> int:
    house = entry.unlock(place, "Eva Lind", PASSWORD, Clock())
    house.close()
    return house.store.gap.here.line if house.store.gap else -1


def cut(place: Place) -> None:
    log = (place.folder / LOG).read_bytes()
    (place.folder / LOG).write_bytes(log[:32 + FRAME * 3 + 100])


def flipped(place: Place) -> None:
    log = bytearray((place.folder / LOG).read_bytes())
    log[32 + FRAME * 2 + 500] ^= 1
    (place.folder / LOG).write_bytes(log)


def deleted(place: Place) -> None:
    (place.folder / LOG).unlink(missing_ok=True)


def older(place: Place) -> None:
    """The database of the backup put in its place."""
    deleted(place)
    shutil.copyfile(backups(place.home)[-1].database, place.home.database)


HARM = [cut, flipped, deleted, older]


def test_undamaged_nothing_is_missing(killed: Place) -> None:
    assert lines_at(killed) == -1


@pytest.mark.parametrize("harm", HARM)
def test_it_is_noticed_and_stays_until_one_chooses(killed: Place, harm: Callable[[Place], None]) -> None:
    harm(killed)
    house = entry.unlock(killed, "Eva Lind", PASSWORD, Clock())
    gap = house.store.gap
    assert gap is not None
    assert gap.known is not None
    assert gap.missing
    assert gap.missing[-1] == gap.known.line
    notice = gap_notice(house)
    assert notice is not None
    assert f"til {gap.known.line}" in notice.text or f"nummer {gap.known.line}" in notice.text
    assert "27. oktober kl. 9.21" in notice.text
    for _ in range(30):                                  # what is written now does not hide it
        house.record(entry.Did.KEPT, "goes on")
    house.close()
    again = entry.unlock(killed, "Eva Lind", PASSWORD, Clock())
    assert again.store.gap == gap
    assert not keeping.check(again).sound
    keeping.go_on(again)
    assert again.store.gap is None
    assert keeping.check(again).sound
    assert again.store.lines(limit=2)[1].purpose == f"{gap.missing[0]}–{gap.missing[-1]}"
    again.close()
    assert lines_at(killed) == -1


def test_the_log_torn_and_flipped_anywhere(killed: Place, tmp_path: Path, counted: Callable[[str], None]) -> None:
    """Whatever is not taken from the log is said to be missing."""
    log, chance, told = (killed.folder / LOG).read_bytes(), random.Random(7), 0
    tries = 16
    for number in range(tries):
        place = Place(tmp_path / str(number), CHEAP)
        shutil.copytree(killed.folder, place.folder)
        at = chance.randrange(len(log))
        torn = log[:at] if number % 2 else log[:at] + bytes([log[at] ^ 1 << chance.randrange(8)]) + log[at + 1:]
        (place.folder / LOG).write_bytes(torn)
        house = entry.unlock(place, "Eva Lind", PASSWORD, Clock())
        goals = sum(len(house.store.load(case).all(Goal)) for case in house.store.cases())
        assert (house.store.gap is None) == (goals == 6)
        told += house.store.gap is not None
        house.close()
    counted(f"{tries} torn and flipped logs: {told} lost something, and all of those were told")


@pytest.mark.parametrize("harm", [lambda p: p.unlink(), lambda p: p.write_bytes(b"\xff" * 200),
                                  lambda p: p.write_text('{"line": 1, "chain": "", "at": "", "proof": ""}'),
                                  lambda p: (p.unlink(), p.symlink_to(p.with_name("nowhere")))],
                         ids=["gone", "rubbish", "not ours", "a link"])
def test_without_the_anchor_nobody_can_tell(place: Place, harm: Callable[[Path], object]) -> None:
    harm(place.home.anchor)
    for _ in range(2):
        house = entry.unlock(place, "Eva Lind", PASSWORD, Clock())
        notice = gap_notice(house)
        assert notice is not None
        assert notice.happened.startswith("Mærket, der viser, om noget mangler, er væk.")
        assert not keeping.check(house).sound
        house.close()
    house = entry.unlock(place, "Eva Lind", PASSWORD, Clock())
    keeping.go_on(house)
    house.close()
    assert not place.home.anchor.is_symlink()
    assert not place.home.anchor.with_name("nowhere").exists()
    assert lines_at(place) == -1


def test_no_backup_is_thrown_away_meanwhile(killed: Place) -> None:
    clock = Clock()
    older(killed)
    before = len(backups(killed.home))
    for _ in range(18):                                  # more than are kept of one day
        clock.pass_(minutes=31)
        house = entry.unlock(killed, "Eva Lind", PASSWORD, clock)
        keeping.backup_if_due(house)
        house.close()
    assert len(backups(killed.home)) == before + 18
    house = entry.unlock(killed, "Eva Lind", PASSWORD, clock)
    keeping.go_on(house)
    clock.pass_(minutes=31)
    keeping.backup_if_due(house)
    house.close()
    assert len(backups(killed.home)) < before + 18


def test_the_backup_with_the_newest_content_is_offered(killed: Place) -> None:
    """And not the one of the newest date: that one was made after the loss."""
    best = rich_backup(killed)
    shutil.copyfile(backups(killed.home)[-1].database, killed.home.database)
    clock = Clock()
    clock.pass_(days=3)
    house = entry.unlock(killed, "Eva Lind", PASSWORD, clock)
    keeping.backup_now(house)
    found = keeping.missing(house)
    assert found is not None
    assert found.copy == best
    assert found.beside is not None
    assert found.beside.only_there >= 6
    house = brought_back(house, best)
    assert "Jonas Bækgaard" in [line.name for line in house.citizens()]
    assert house.store.gap is None
    assert keeping.check(house).sound
    house.close()


@pytest.mark.parametrize("edit", [
    "UPDATE search_entry SET text = 'something else' WHERE id = (SELECT min(id) FROM search_entry)",
    "UPDATE search_entry SET spelled = 'something else' WHERE id = (SELECT min(id) FROM search_entry)",
    "DELETE FROM search_entry WHERE id = (SELECT min(id) FROM search_entry)",
    "INSERT INTO search_entry(case_id, kind, row_id, field, text) VALUES ('nobody', 'goal', 'x', 'title', 'x')",
])
def test_an_edited_search_index_is_found(place: Place, edit: str) -> None:
    house = entry.unlock(place, "Eva Lind", PASSWORD, Clock())
    add_goal(receive(house, Arrival("Jonas Bækgaard")), "finde en bolig")
    assert keeping.check(house).sound
    with house.store.engine.begin() as conn:
        assert conn.exec_driver_sql(edit).rowcount == 1
    assert ("search_entry", 1) in [(each.kind, each.rows) for each in keeping.check(house).differing]
    house.close()


# --------------------------------------------------------------------------------------------------------- the terminal
@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def run(place: Place, *words: str) -> int:
        monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
        return cli.main([words[0], "--home", str(place.folder), "--user", "Eva Lind", *words[1:]])

    return run


def test_the_terminal_says_so_and_offers_both(killed: Place, terminal: Callable[..., int],
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
        killed: Place, terminal: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
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
    house = entry.unlock(killed, "Eva Lind", PASSWORD, Clock())
    assert house.store.gap is not None
    assert house.store.gap.known is not None
    assert house.store.gap.missing[-1] == house.store.gap.known.line
    assert house.store.gap.here.line < house.store.lines(limit=1)[0].seq
    house.close()
    assert terminal(killed, "check", "--go-on") == 0
    capsys.readouterr()
    assert terminal(killed, "list") == 0
    assert "mangler" not in capsys.readouterr().err


def test_restore_takes_the_newest_content_whatever_the_clock_has_said(
        place: Place, terminal: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    clock.now += timedelta(days=2000)                    # a wrong clock, once
    house = entry.unlock(place, "Eva Lind", PASSWORD, clock)
    keeping.backup_now(house)
    clock.now -= timedelta(days=2000)
    receive(house, Arrival("Jonas Bækgaard"))
    newest = keeping.backup_now(house)
    house.close()
    assert keeping.backups(place)[0] != newest
    place.home.database.write_bytes(b"rubbish" * 1000)
    assert terminal(place, "restore") == 0
    assert capsys.readouterr().out.strip() == newest.name
    assert terminal(place, "list") == 0
    assert "Jonas Bækgaard" in capsys.readouterr().out


def test_after_a_restore_the_branch_that_was_left_is_not_newer(
        place: Place, terminal: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """However many lines it had: somebody has chosen to go back."""
    clock = Clock()
    house = entry.unlock(place, "Eva Lind", PASSWORD, clock)
    for _ in range(30):
        house.record(entry.Did.KEPT, "left behind")
    clock.pass_(hours=1)
    left = keeping.backup_now(house)
    house = brought_back(house, keeping.backups(place)[-1])
    clock.pass_(hours=1)
    newest = keeping.backup_now(house)
    house.close()
    os.rename(left.backup.folder, left.backup.folder.with_name("2031-01-01T00-00-00Z"))
    assert terminal(place, "restore") == 0
    assert capsys.readouterr().out.strip() == newest.name


# ----------------------------------------------------------------------------------------------------------- the window
def test_the_window_says_so_and_brings_the_backup_back(killed: Place, start: Start) -> None:
    best = rich_backup(killed)
    older(killed)
    program = start(killed)
    hands = Hands(program.window)
    log_in(hands)
    assert isinstance(hands.front(), GapDialog)
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
    assert "Jonas Bækgaard" in [line.name for line in house_of(program).citizens()]
    assert house_of(program).store.gap is None


def test_the_window_asks_again_until_one_chooses(killed: Place, start: Start) -> None:
    deleted(killed)
    program = start(killed)
    hands = Hands(program.window)
    log_in(hands)
    hands.press(Qt.Key.Key_Escape)
    assert hands.front() is program.window
    assert hands.sees("Ingen sikkerhedskopi bliver smidt ud, før du har valgt.")
    program.window.log_out_action.trigger()
    log_in(hands)
    assert isinstance(hands.front(), GapDialog)
    hands.click("Gå videre uden")
    assert hands.front() is program.window
    assert house_of(program).store.gap is None
    program.window.log_out_action.trigger()
    log_in(hands)
    assert hands.front() is program.window


def test_the_lock_takes_the_question_away(killed: Place, start: Start) -> None:
    deleted(killed)
    program = start(killed)
    hands = Hands(program.window)
    log_in(hands)
    program.entrance.lock()
    assert hands.front() is program.window
    hands.type("Adgangskode for Eva Lind", PASSWORD)
    hands.click("Lås op")
    assert isinstance(hands.front(), GapDialog)


def test_the_window_says_that_a_strange_file_was_set_aside(place: Place, start: Start) -> None:
    shutil.copy(backups(place.home)[0].database, place.folder / ".restore-2026-10-27T09-21-00Z.db")
    program = start(place)
    hands = Hands(program.window)
    log_in(hands)
    assert hands.sees("som programmet ikke har lavet")
    hands.click("Luk")
    assert hands.front() is program.window


def rich_backup(place: Place) -> keeping.Copy:
    """A backup with everything in it."""
    house = entry.unlock(place, "Eva Lind", PASSWORD, Clock())
    copy = keeping.backup_now(house)
    house.close()
    return copy
