"""What `check` finds: flipped bits, dangling rows, a touched audit, a cut-off tail, lost keys."""
from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from borgerplan_desktop.store.audit import audit
from borgerplan_desktop.store.audit_anchor import Anchor, Head
from borgerplan_desktop.store.check import Report, check
from borgerplan_desktop.store.engine import connect
from borgerplan_desktop.store.errors import AlreadyBegun, Cancelled, StoreTrouble
from borgerplan_desktop.store.opening import open_store, settle_missing_lines

from .conftest import Clock, Kept


def test_a_sound_store_is_sound(made: Kept) -> None:
    heard: list[float] = []
    report = check(made.home, made.key, heard.append)
    assert report == Report(lines=20)
    assert report.sound
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_every_flipped_bit_of_the_database_is_found(made: Kept) -> None:
    made.store.close()
    sound = made.home.database.read_bytes()
    for bit in [*range(0, 128, 17), *random.Random(5).sample(range(len(sound) * 8), 60)]:
        damaged = bytearray(sound)
        damaged[bit // 8] ^= 1 << bit % 8
        made.home.database.write_bytes(damaged)
        assert not check(made.home, made.key).sound, bit
    for size in (0, 100, 4096, len(sound) - 4096, len(sound) - 1):
        made.home.database.write_bytes(sound[:size])
        assert not check(made.home, made.key).sound, size
    made.home.database.unlink()
    assert check(made.home, made.key).damaged_pages == ("no database",)
    made.home.database.write_bytes(sound)
    assert check(made.home, made.key).sound
    assert not check(made.home, bytes(32)).sound


def test_a_write_in_progress_is_no_damage(made: Kept) -> None:
    with made.store.engine.begin() as conn:
        conn.execute(audit.update().where(audit.c.seq == 3).values(purpose="not yet"))
        assert check(made.home, made.key).sound
        conn.rollback()


def test_dangling_rows(made: Kept) -> None:
    raw = connect(made.home.database, made.key)
    raw.execute("PRAGMA foreign_keys=OFF").fetchall()
    raw.execute("INSERT INTO kept VALUES ('nobody', 'x', x'00')").fetchall()
    raw.close()
    assert check(made.home, made.key).dangling_rows == 1


@pytest.mark.parametrize(("sql", "line"), [
    ("UPDATE audit SET who = 'jens' WHERE seq = 7", 7), ("DELETE FROM audit WHERE seq = 11", 11),
    ("DELETE FROM audit WHERE seq > 15", 16), ("DELETE FROM audit", 1),
    ("UPDATE audit SET seq = 99 WHERE seq = 20", 20), ("UPDATE audit SET changes = '[1]' WHERE seq = 4", 4)])
def test_a_touched_audit(made: Kept, sql: str, line: int) -> None:
    with made.store.engine.begin() as conn:
        conn.execute(sa.text(sql))
    report = check(made.home, made.key)
    assert (report.sound, report.broken_line) == (False, line)


def test_an_older_file_in_the_newer_ones_place(made: Kept, clock: Clock) -> None:
    made.store.close()
    older = made.home.folder / "older"
    shutil.copyfile(made.home.database, older)
    made.store = open_store(made.home, made.key, clock)
    made.note("line 20", "line 21")
    made.store.close()
    shutil.move(older, made.home.database)
    made.store = open_store(made.home, made.key, clock)
    made.note("the program goes on")                     # which does not hide it
    made.note("and on", "and on", "and on")
    assert check(made.home, made.key).broken_line == 22
    settle_missing_lines(made.home, made.store, made.key)
    assert check(made.home, made.key).sound


def test_the_anchor_follows_and_never_stops_a_save(made: Kept) -> None:
    anchor = Anchor(made.home.anchor, made.key)
    first = anchor.get()
    made.note("one more")
    second = anchor.get()
    assert first is not None
    assert second is not None
    assert (first[0], second[0]) == (20, 21)
    made.home.anchor.unlink()
    made.home.anchor.mkdir()                             # it cannot be written
    made.note("still stored")
    assert made.actions()[-1] == "still stored"


RUBBISH = [b"", b"{", b"[]", b'{"line": "1", "chain": ""}', b'{"line": true, "chain": ""}', b'{"line": 1}', b"[" * 5000,
           b"\xff", b'{"line": 20, "chain": "", "at": "", "proof": ""}',
           b'{"line": 0, "chain": "", "at": "", "proof": 1}']


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_an_illegible_anchor_is_found(made: Kept, clock: Clock, rubbish: bytes) -> None:
    """Also by those who log in and go on: it is not set anew behind their backs."""
    made.home.anchor.write_bytes(rubbish)
    report = check(made.home, made.key)
    assert (report.anchor_missing, report.broken_line, report.sound) == (True, None, False)
    made.store.close()
    made.store = open_store(made.home, made.key, clock)
    made.note("the program goes on")
    assert made.home.anchor.read_bytes() == rubbish
    assert not check(made.home, made.key).sound


def test_a_missing_anchor_is_found(made: Kept, clock: Clock) -> None:
    made.store.close()
    made.home.anchor.unlink()
    made.store = open_store(made.home, made.key, clock)
    made.note("the program goes on")
    assert check(made.home, made.key).anchor_missing
    settle_missing_lines(made.home, made.store, made.key)
    made.note("and is watched again")
    assert check(made.home, made.key).sound
    assert Anchor(made.home.anchor, made.key).get() == Head(22, made.head().chain, clock().isoformat())


def test_nobody_without_the_key_writes_an_anchor(made: Kept) -> None:
    head = made.head()
    for forged in ({"line": head.line, "chain": head.chain}, {"line": head.line, "chain": head.chain, "at": head.at},
                   json.loads(made.home.anchor.read_text()) | {"line": 19}):
        made.home.anchor.write_text(json.dumps(forged))
        assert check(made.home, made.key).anchor_missing
    Anchor(made.home.anchor, bytes(32)).set(head, lasting=True)
    assert check(made.home, made.key).anchor_missing


def test_an_anchor_is_not_written_through_a_link(made: Kept, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("not ours")
    made.home.anchor.unlink()
    made.home.anchor.symlink_to(elsewhere)
    made.note("one more")
    assert elsewhere.read_text() == "not ours"
    assert not made.home.anchor.is_symlink()
    assert check(made.home, made.key).sound


def test_lost_keys(made: Kept) -> None:
    made.home.keys.write_bytes(b"rubbish")
    assert check(made.home, made.key).keys
    made.home.keys.unlink()
    assert check(made.home, made.key).keys == "no key store"


def test_a_check_can_be_stopped(made: Kept) -> None:
    def stop(_: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        check(made.home, made.key, stop)


def test_a_store_that_is_there_is_never_begun_again(made: Kept, clock: Clock) -> None:
    from borgerplan_desktop.store.opening import begin_store

    with pytest.raises(AlreadyBegun):
        begin_store(made.home, made.key, clock)
    assert len(made.actions()) == 20


def test_a_failing_disk_is_trouble_not_damage(made: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error", "/secret/path")

    monkeypatch.setattr("borgerplan_desktop.store.check.connect", failing)
    with pytest.raises(StoreTrouble) as told:
        check(made.home, made.key)
    assert "secret" not in str(told.value)
