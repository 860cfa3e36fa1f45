"""Somebody with the data key writes in the archive, but not by the program: every touch of audit or rows is found."""
from __future__ import annotations

import hashlib
import json
import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.notes import write_note
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.cli import main
from borgerplan_desktop.model.kinds import KINDS
from borgerplan_desktop.model.row import fields_of
from borgerplan_desktop.store import audit
from borgerplan_desktop.store.audit_anchor import Anchor
from borgerplan_desktop.store.check import check
from borgerplan_desktop.store.engine import connect, open_existing
from borgerplan_desktop.store.keys import Keys
from borgerplan_desktop.store.replay import differences
from tests.archive import NOW

FIRST = Path(__file__).parents[1] / "data" / "stores" / "0001"      # lines without a key come first in it
PERSON, PASSWORD = "Eva Lind", "en lang sætning om havet"
CHAINED = ("seq", "at", "who", "did", "case_id", "action", "purpose", "digest")
TALK = "Vi talte om boligen, om sagsbehandleren, og om hvad der skal ske, når foråret kommer, og det bliver lyst igen. "


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Location, bytes]:
    """An archive of the first shape that has been brought up to date, written in and closed; and its key."""
    location = Location(tmp_path_factory.mktemp("touched") / "data")
    shutil.copytree(FIRST, location.folder)
    with closing(login.unlock(location, PERSON, PASSWORD)) as archive:
        opened = archive.open_case(archive.citizens()[0].id)
        note = write_note(opened, (), TALK * 4)
        with opened.action("Note", undoable=False):
            note.text = TALK * 3 + "Og om sengen."       # the audit keeps the part that differs
        adopt_plan(opened)
        return location, archive.vault.key


@pytest.fixture
def location(lived_in: tuple[Location, bytes], tmp_path: Path) -> Location:
    shutil.copytree(lived_in[0].folder, tmp_path / "data")
    return Location(tmp_path / "data")


@pytest.fixture
def key(lived_in: tuple[Location, bytes]) -> bytes:
    return lived_in[1]


@pytest.fixture
def conn(location: Location, key: bytes) -> Iterator[sa.Connection]:
    engine = open_existing(location.home.database, key)
    with engine.connect() as conn:
        yield conn
        conn.rollback()
    engine.dispose()


def found(conn: sa.Connection, location: Location, key: bytes) -> bool:
    return audit.broken(conn, Anchor(location.home.anchor, key).get()) is not None or any(differences(conn))


def touched(conn: sa.Connection, location: Location, key: bytes, *statements: str) -> bool:
    """Whether it is found; then it is taken back."""
    inner = conn.begin_nested()
    try:
        touched = sum(conn.exec_driver_sql(statement).rowcount for statement in statements)
        assert touched, statements
        return found(conn, location, key)
    finally:
        inner.rollback()


def count(told: dict[str, bool], what: str, counted: Callable[[str], None]) -> None:
    counted(f"{what}: {sum(told.values())} of {len(told)} found")
    assert [sql for sql, was_found in told.items() if not was_found] == []


def test_untouched_it_is_sound(location: Location, key: bytes) -> None:
    report = check(location.home, key)
    assert report.sound, report
    assert report.lines > 25
    with closing(login.unlock(location, PERSON, PASSWORD)) as archive:
        assert backup_and_restore.check(archive).sound


def test_every_touch_of_the_audit_is_found(location: Location, key: bytes, conn: sa.Connection,
        counted: Callable[[str], None]) -> None:
    last = audit.head(conn).line
    plain = conn.exec_driver_sql("SELECT seq FROM audit WHERE who = 'borgerplan'").scalar_one()
    some = [1, 3, plain - 1, plain, plain + 1, last]
    empty = hashlib.sha256(b"[]").hexdigest()
    each = ["UPDATE audit SET who = 'jens' WHERE seq = {n}", "UPDATE audit SET at = '2020-01-01' WHERE seq = {n}",
            "UPDATE audit SET did = 'printed' WHERE seq = {n}", "UPDATE audit SET action = 'x' WHERE seq = {n}",
            "UPDATE audit SET purpose = 'x' WHERE seq = {n}", "UPDATE audit SET case_id = 'x' WHERE seq = {n}",
            "UPDATE audit SET changes = NULL WHERE seq = {n}", "UPDATE audit SET changes = '[1]' WHERE seq = {n}",
            f"UPDATE audit SET changes = '[]', digest = '{empty}', purpose = 'x' WHERE seq = {{n}}",
            "DELETE FROM audit WHERE seq = {n}", "DELETE FROM audit WHERE seq >= {n}",
            "DELETE FROM audit WHERE seq <= {n}", "UPDATE audit SET chain = '' WHERE seq = {n}"]
    attacks = [(sql.format(n=n),) for n in some for sql in each]
    attacks += [(f"UPDATE audit SET seq = -1 WHERE seq = {n}", f"UPDATE audit SET seq = {n} WHERE seq = {n + 1}",
                 f"UPDATE audit SET seq = {n + 1} WHERE seq = -1") for n in range(1, last)]
    attacks.append((f"INSERT INTO audit SELECT {last + 1}, at, who, did, case_id, action, purpose, changes, digest, "
                    f"chain FROM audit WHERE seq = {last}",))
    count({" / ".join(sql): touched(conn, location, key, *sql) for sql in attacks}, "audit rows touched", counted)


def test_a_chain_made_anew_without_the_key_is_found(location: Location, key: bytes, conn: sa.Connection,
        counted: Callable[[str], None]) -> None:
    """From any line on, with and without the anchor, and also when the program has gone on after it."""
    last = audit.head(conn).line
    told = {}
    for first in (1, 2, last // 2, last):
        inner = conn.begin_nested()
        conn.exec_driver_sql(f"UPDATE audit SET purpose = 'forged' WHERE seq = {first}")
        chain_without_key(conn, first)
        told[f"from {first}"] = audit.broken(conn) is not None
        audit.append(conn, audit.Entry("eva", "Logged in"), NOW)
        told[f"from {first}, and on"] = audit.broken(conn) is not None
        inner.rollback()
    count(told, "chains made anew without the key", counted)


def chain_without_key(conn: sa.Connection, first: int) -> None:
    before = conn.exec_driver_sql(f"SELECT chain FROM audit WHERE seq = {first - 1}").scalar() or ""
    for row in conn.execute(sa.select(audit.audit).where(audit.audit.c.seq >= first)
                            .order_by(audit.audit.c.seq)).mappings().all():
        text = json.dumps({name: row[name] for name in CHAINED}, sort_keys=True)
        before = hashlib.sha256((before + text).encode()).hexdigest()
        conn.execute(audit.audit.update().where(audit.audit.c.seq == row["seq"]).values(chain=before))


def test_every_row_written_beside_the_audit_is_found(location: Location, key: bytes, conn: sa.Connection,
        counted: Callable[[str], None]) -> None:
    told, chance = dict[str, bool](), random.Random(6)
    for kind in KINDS:
        table, names = kind.__tablename__, [*fields_of(kind), "rev"]
        row = conn.exec_driver_sql(f'SELECT id FROM "{table}" LIMIT 1').first()
        if row is None:
            continue
        mine = f'WHERE id = \'{row.id}\''
        yes_no = {name for name, column in kind.columns.items() if column.type is bool}
        name = chance.choice(names)                      # a yes stays a yes, however large
        attacks = [f'UPDATE "{table}" SET "{name}" = ' + (f'NOT "{name}"' if name in yes_no else '9999') + f' {mine}']
        columns = ", ".join(f'"{name}"' for name in ("case_id", *names))
        attacks += [f'DELETE FROM "{table}" {mine}',
                    f'INSERT INTO "{table}" (id, {columns}) SELECT \'new\', {columns} FROM "{table}" {mine}',
                    f'UPDATE "{table}" SET case_id = (SELECT id FROM case_file WHERE id <> case_id LIMIT 1) {mine}']
        told |= {sql: touched(conn, location, key, sql) for sql in attacks}
    kept = "WHERE rowid = (SELECT max(rowid) FROM kept)"
    for sql in (f"UPDATE kept SET bytes = x'00' {kept}", f"DELETE FROM kept {kept}",
                "UPDATE case_file SET kind = 'shelter' WHERE kind = 'citizen'",
                "UPDATE case_file SET kind = 'citizen' WHERE kind = 'shelter'",
                "INSERT INTO case_file VALUES ('new', 'citizen')"):
        told[sql] = touched(conn, location, key, sql)
    assert len(told) > 100
    count(told, "rows written beside the audit", counted)


def test_a_difference_is_told_without_what_it_holds(location: Location, key: bytes, conn: sa.Connection) -> None:
    conn.exec_driver_sql("UPDATE note SET text = 'Hemmeligt' WHERE rowid = 1")
    told = list(differences(conn))
    assert [(each.kind, each.rows) for each in told] == [("note", 1), ("search_entry", 1)]      # it would not be found
    assert told[0].case.startswith("2026-")


def test_an_older_archive_without_its_anchor_is_found(
        location: Location, key: bytes, counted: Callable[[str], None]) -> None:
    """With the folder alone: an older database put back, and the anchor gone, older, or of the first shape."""
    older = location.folder / "older"
    anchors = [(FIRST / "anchor.json").read_bytes(), location.home.anchor.read_bytes()[:60]]
    shutil.copyfile(location.home.database, older)
    with closing(login.unlock(location, PERSON, PASSWORD)) as archive:
        write_note(archive.open_case(archive.citizens()[0].id), (), "det nyeste")
    told, newest = {}, location.home.anchor.read_bytes()
    for anchor in [newest, None, *anchors]:
        shutil.copyfile(older, location.home.database)
        location.home.anchor.unlink(missing_ok=True)
        if anchor is not None:
            location.home.anchor.write_bytes(anchor)
        told[f"{anchor}: at once"] = not check(location.home, key).sound
        with closing(login.unlock(location, PERSON, PASSWORD)) as archive:
            told[f"{anchor}: after the next login"] = not backup_and_restore.check(archive).sound
    count(told, "older databases put back", counted)


def test_a_damaged_audit_is_no_trouble_for_the_check(location: Location, key: bytes) -> None:
    raw = connect(location.home.database, key)
    raw.execute("UPDATE audit SET changes = '[{\"row\": \"nobody\"}]' WHERE did = 'changed'").fetchall()
    raw.close()
    report = check(location.home, key)
    assert report.broken_line == 1
    assert {each.kind for each in report.differing} == {"audit"}
    assert Keys.load(location.home.keys).people[0].name == PERSON


def test_the_terminal_says_what_differs(location: Location, key: bytes, capsys: pytest.CaptureFixture[str],
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    raw = connect(location.home.database, key)
    raw.execute("UPDATE note SET text = 'Hemmeligt' WHERE rowid = 1").fetchall()
    raw.close()
    monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
    assert main(["check", "--home", str(location.folder), "--user", PERSON, "--language", "da"]) == 1
    said = capsys.readouterr().out
    assert re.search(r"Forløb 2026-\d+: 1 række i note passer ikke med »Hvem har set hvad«\.", said)
    assert "Hemmeligt" not in said
