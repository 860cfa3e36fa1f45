"""Backups: whole, tested before they count, rotated, and brought back without losing what they replace."""
from __future__ import annotations

import contextlib
import os
import random
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.store import backup as module
from borgerplan_desktop.store.audit import Did, Entry
from borgerplan_desktop.store.audit_anchor import Anchor
from borgerplan_desktop.store.backup import Backup, backups, is_due, make_backup, prove
from borgerplan_desktop.store.errors import (
    Cancelled,
    DamagedBackup,
    DamagedKeys,
    StoreTrouble,
    Trouble,
    UnknownUser,
    WrongPassword,
)
from borgerplan_desktop.store.files import FileLock
from borgerplan_desktop.store.keys import Keys
from borgerplan_desktop.store.opening import open_store
from borgerplan_desktop.store.progress import Progress
from borgerplan_desktop.store.restore import Ready, finish_restore
from borgerplan_desktop.store.rotation import DAYS, LATEST, MONTHS, WEEKS, retained

from .conftest import CHEAP, PASSWORD, Clock, Kept

LINE = Entry("karin", "Restored a backup", None, Did.UPKEEP)


def test_a_backup_holds_database_and_keys_and_opens_with_the_password(made: Kept, clock: Clock) -> None:
    heard: list[float] = []
    backup = make_backup(made.home, made.key, clock(), heard.append)
    assert backups(made.home) == [backup]
    assert backup.folder.name == "2026-03-03T09-00-00Z"
    assert sorted(os.listdir(backup.folder)) == ["borgerplan.db", "keys.json"]
    assert [os.stat(backup.folder / n).st_mode & 0o777 for n in os.listdir(backup.folder)] == [0o600, 0o600]
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    prove(backup, made.key)
    assert sorted(os.listdir(backup.folder)) == ["borgerplan.db", "keys.json"]         # looking leaves no trace
    assert Keys.load(backup.keys, clock).unlock("karin", PASSWORD).key == made.key     # a try is counted there too
    assert b"line 1" not in backup.database.read_bytes()


def test_others_go_on_writing_while_a_backup_is_made(made: Kept, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PAGES", 4)
    made.note("before")

    def write_meanwhile(part: float) -> None:
        if part < 0.5:
            made.note(f"meanwhile {part}")

    backup = make_backup(made.home, made.key, clock(), write_meanwhile)
    assert any(action.startswith("meanwhile") for action in made.actions())
    made.store.close()
    Ready(made.home, backup, made.key, LINE, clock).take_over()
    made.store = open_store(made.home, made.key, clock)
    assert made.actions()[-2:] == ["before", "Restored a backup"]      # one moment, not a mixture


def test_half_an_hour(made: Kept, clock: Clock) -> None:
    assert is_due(made.home, clock())
    make_backup(made.home, made.key, clock())
    clock.forward(minutes=30)
    assert not is_due(made.home, clock())
    clock.forward(seconds=1)
    assert is_due(made.home, clock())
    clock.forward(days=-3)                               # the clock was set back: the future says nothing
    assert is_due(made.home, clock())


def test_two_in_one_second_are_two(made: Kept, clock: Clock) -> None:
    first, second = (make_backup(made.home, made.key, clock()) for _ in range(2))
    assert second.at == first.at + timedelta(seconds=1)
    assert backups(made.home) == [second, first]


def test_cancelled_leaves_nothing(made: Kept, clock: Clock) -> None:
    def stop(part: float) -> None:
        if part >= 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_backup(made.home, made.key, clock(), stop)
    assert backups(made.home) == []
    assert os.listdir(made.home.backups) == [".lock"]


def test_one_backup_at_a_time(made: Kept, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    other = FileLock(made.home.backups / ".lock")
    assert other.take()
    monkeypatch.setattr("borgerplan_desktop.store.files.time.monotonic", iter(range(0, 1000, 10)).__next__)
    with pytest.raises(StoreTrouble) as told:
        make_backup(made.home, made.key, clock())
    assert told.value.kind is Trouble.LOCKED
    other.give_back()


@pytest.mark.parametrize("harm", ["database", "keys", "short", "empty", "missing"])
def test_a_damaged_backup_does_not_count(made: Kept, clock: Clock, harm: str) -> None:
    backup = make_backup(made.home, made.key, clock())
    sound = backup.database.read_bytes()
    for bit in random.Random(3).sample(range(len(sound) * 8), 12) if harm == "database" else [0]:
        if harm == "database":
            backup.database.write_bytes(flipped(sound, bit))
        elif harm == "keys":
            backup.keys.write_bytes(flipped(backup.keys.read_bytes(), 999))
        elif harm == "short":
            backup.database.write_bytes(sound[:len(sound) // 2 + 100])
        elif harm == "empty":
            backup.database.write_bytes(b"")
        else:
            backup.database.unlink()
        with pytest.raises(DamagedBackup):
            prove(backup, made.key)
        with pytest.raises(DamagedBackup):
            Ready(made.home, backup, made.key, LINE, clock).take_over()
    assert made.actions()[-1] == "line 19"               # nothing was touched


def test_a_copy_that_is_damaged_while_it_is_made_does_not_count(
        made: Kept, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = module._copy_database

    def bad_disk(source: Path, target: Path, key: bytes, progress: Progress) -> None:
        copy(source, target, key, progress)
        target.write_bytes(flipped(target.read_bytes(), 99_999))

    monkeypatch.setattr(module, "_copy_database", bad_disk)
    with pytest.raises(DamagedBackup):
        make_backup(made.home, made.key, clock())
    assert backups(made.home) == []


def test_restore_keeps_what_it_replaces(made: Kept, clock: Clock) -> None:
    backup = make_backup(made.home, made.key, clock())
    made.note("after the backup")
    made.store.close()
    clock.forward(hours=1)
    aside = Ready(made.home, backup, made.key, LINE, clock).take_over()
    made.store = open_store(made.home, made.key, clock)
    assert made.actions()[-2:] == ["line 19", "Restored a backup"]
    assert made.store.gap is None
    anchor = Anchor(made.home.anchor, made.key).get()
    assert anchor is not None
    assert anchor.line == 21
    again = Kept(type(made.home)(aside), made.key, clock)
    assert again.actions()[-1] == "after the backup"
    again.store.close()
    backup.database.read_bytes()                         # the backup itself is still there
    prove(backup, made.key)


def test_restore_keeps_newer_passwords_and_removed_people_out(made: Kept, clock: Clock) -> None:
    made.keys.set_person("jens", "Jens Holm", "Leder", "solen skinner på havnen", made.key)
    backup = make_backup(made.home, made.key, clock())
    made.keys.remove("jens")
    made.keys.set_person("karin", "Karin Møller", "", "noget helt nyt at huske", made.key)
    made.store.close()
    Ready(made.home, backup, made.key, LINE, clock).take_over()
    with pytest.raises(UnknownUser):
        made.keys.unlock("jens", "solen skinner på havnen")
    with pytest.raises(WrongPassword):
        made.keys.unlock("karin", PASSWORD)
    assert made.keys.unlock("karin", "noget helt nyt at huske").key == made.key
    made.store = open_store(made.home, made.key, clock)


@pytest.mark.parametrize("lost", ["damaged", "missing", "another store's"])
def test_restore_brings_lost_keys_back(made: Kept, clock: Clock, lost: str) -> None:
    backup = make_backup(made.home, made.key, clock())
    made.store.close()
    made.home.keys.unlink()
    if lost == "damaged":
        made.home.keys.write_bytes(b"rubbish")
    elif lost == "another store's":
        Keys.create(made.home.keys, clock, CHEAP)
    key = Keys.load(backup.keys, clock).unlock("karin", PASSWORD).key
    Ready(made.home, backup, key, LINE, clock).take_over()
    assert Keys.load(made.home.keys, clock).unlock("karin", PASSWORD).key == made.key
    made.store = open_store(made.home, made.key, clock)
    assert len(made.actions()) == 21


def test_a_restore_that_a_crash_interrupts_is_finished(
        made: Kept, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped before each renaming in turn: afterwards it is all old or, once begun for good, all new."""
    backup = make_backup(made.home, made.key, clock())
    made.note("after the backup")
    made.store.close()
    whole = made.home.folder.with_name("whole")
    shutil.copytree(made.home.folder, whole)
    real, outcomes = os.replace, []
    for stop in range(24):
        shutil.rmtree(made.home.folder)
        shutil.copytree(whole, made.home.folder)
        if stop % 2:
            made.home.keys.write_bytes(b"rubbish")
        calls = iter(range(100))

        def dying(source: Path, target: Path, calls: object = calls, stop: int = stop) -> None:
            if next(calls) == stop // 2:  # type: ignore[call-overload]
                raise KeyboardInterrupt
            real(source, target)

        monkeypatch.setattr(os, "replace", dying)
        with contextlib.suppress(KeyboardInterrupt):
            Ready(made.home, backup, made.key, LINE, clock).take_over()
        monkeypatch.setattr(os, "replace", real)
        finish_restore(made.home, made.key, clock)
        made.store = open_store(made.home, made.key, clock)
        outcomes.append(made.actions()[-1])
        made.store.close()
        if outcomes[-1] == "Restored a backup":
            assert Keys.load(made.home.keys, clock).unlock("karin", PASSWORD).key == made.key
        else:
            with pytest.raises(DamagedKeys) if stop % 2 else pytest.raises(UnknownUser):
                Keys.load(made.home.keys, clock).unlock("nobody", PASSWORD)
    assert outcomes[0] == "after the backup"             # stopped at the first: nothing had happened
    assert outcomes[-1] == "Restored a backup"


def test_a_restore_can_be_stopped_until_it_takes_its_place(made: Kept, clock: Clock) -> None:
    backup = make_backup(made.home, made.key, clock())
    made.note("after the backup")
    heard: list[float] = []
    Ready(made.home, backup, made.key, LINE, clock, heard.append).give_up()
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    for stop in range(len(heard)):
        ticks = iter(range(100))

        def tell(_part: float, ticks: Iterator[int] = ticks, stop: int = stop) -> None:
            if next(ticks) == stop:
                raise Cancelled

        with pytest.raises(Cancelled):
            Ready(made.home, backup, made.key, LINE, clock, tell)
        assert list(made.home.folder.glob(".restore*")) == []
        assert made.actions()[-1] == "after the backup"
    ready = Ready(made.home, backup, made.key, LINE, clock)
    assert list(made.home.folder.glob(".restore*"))
    lock = FileLock(made.home.work_lock)
    assert not lock.take()                               # nobody else may begin one
    del ready                                            # dropped: as if nothing had been
    assert list(made.home.folder.glob(".restore*")) == []
    assert lock.take()
    lock.give_back()


def test_what_a_crash_left_of_a_restore_is_swept(made: Kept, clock: Clock) -> None:
    half = made.home.folder / ".restore.half"
    half.write_bytes(b"x" * 1000)
    with FileLock(made.home.work_lock).held():
        finish_restore(made.home, made.key, clock)
        assert half.exists()                             # somebody is making it
    finish_restore(made.home, made.key, clock)
    assert not half.exists()


def test_what_a_crash_left_is_swept(made: Kept, clock: Clock) -> None:
    for name in (".making", ".gone-2026-01-01T00-00-00Z"):
        (made.home.backups / name).mkdir()
        (made.home.backups / name / "borgerplan.db").write_bytes(b"half")
    (made.home.backups / "notes.txt").write_text("mine")
    (made.home.backups / "2026-02-31T00-00-00Z").mkdir()
    backup = make_backup(made.home, made.key, clock())
    assert backups(made.home) == [backup]
    assert set(os.listdir(made.home.backups)) == {".lock", "notes.txt", "2026-02-31T00-00-00Z", backup.folder.name}


def test_old_backups_go(made: Kept, clock: Clock) -> None:
    first = make_backup(made.home, made.key, clock())
    for day in range(1, 500):
        name = f"{first.at + timedelta(days=day):%Y-%m-%dT%H-%M-%S}Z"
        (made.home.backups / name).mkdir()
    clock.forward(days=500)
    newest = make_backup(made.home, made.key, clock())
    left = [backup.at for backup in backups(made.home)]
    assert left[0] == newest.at
    assert set(left) == retained(first.at + timedelta(days=day) for day in range(501))
    assert DAYS < len(left) <= DAYS + WEEKS + MONTHS


TIMES = st.lists(st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)), max_size=200)


@given(TIMES)
def test_what_rotation_keeps(times: list[datetime]) -> None:
    stay, order = retained(times), sorted(set(times), reverse=True)
    assert stay <= set(times)
    assert len(stay) <= DAYS + WEEKS + MONTHS + LATEST
    assert set(order[:LATEST]) <= stay
    for count, period in ((DAYS, "%Y-%j"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        newest_of_each = {time.strftime(period): time for time in sorted(times)}
        assert set(sorted(newest_of_each.values(), reverse=True)[:count]) <= stay
    assert retained(stay) == stay                            # twice is once


@given(st.lists(st.integers(20, 40_000), min_size=1, max_size=120))
def test_rotating_after_every_backup_keeps_the_history_long(steps: list[int]) -> None:
    """Run from day to day, what is kept still reaches back as far as nine months of use allow."""
    now, there, every = datetime(2024, 1, 1, tzinfo=UTC), set[datetime](), []
    for minutes in steps:
        now += timedelta(minutes=minutes)
        every.append(now)
        there = retained(there | {now})
    assert now in there
    months = sorted({f"{time:%Y-%m}" for time in every}, reverse=True)[:MONTHS]
    assert set(months) <= {f"{time:%Y-%m}" for time in there}


def flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_a_backup_needs_no_key_to_be_listed(tmp_path: Path) -> None:
    from borgerplan_desktop.store.data_folder import DataFolder

    assert backups(DataFolder(tmp_path / "nothing")) == []
    home = DataFolder(tmp_path)
    home.prepare()
    (home.backups / "2026-03-03T09-00-00Z").mkdir()
    assert backups(home) == [Backup(home.backups / "2026-03-03T09-00-00Z", datetime(2026, 3, 3, 9, tzinfo=UTC))]
