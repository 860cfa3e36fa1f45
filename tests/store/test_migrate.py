"""The database's shape: made by the steps, equal to the model, backed up before it changes, and never half.

One archive of each earlier shape lies in `tests/data/stores/<revision>/`; test_earlier_shapes.py opens them.
"""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from borgerplan_desktop.store import migrate
from borgerplan_desktop.store.audit import Did, audit
from borgerplan_desktop.store.engine import sqlcipher
from borgerplan_desktop.store.errors import DamagedStore, NewerSchema
from borgerplan_desktop.store.migrate import bring_up_to_date, by_steps, revision
from borgerplan_desktop.store.migrations import HEAD
from borgerplan_desktop.store.migrations.__main__ import missing


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    engine = sqlcipher(tmp_path / "borgerplan.db", bytes(32), timeout=0.05)
    yield engine
    engine.dispose()


@pytest.fixture
def fresh(engine: sa.Engine) -> sa.Engine:
    assert bring_up_to_date(engine)
    return engine


@pytest.fixture
def stepped(engine: sa.Engine) -> sa.Engine:
    """Made by the steps, one after the other, as an archive that has lived through every release."""
    by_steps(engine)
    return engine


def rows(engine: sa.Engine, sql: str) -> list[tuple[object, ...]]:
    with engine.execution_options(read_only=True).connect() as conn:
        return [tuple(row) for row in conn.exec_driver_sql(sql)]


def test_the_steps_make_what_the_model_knows(stepped: sa.Engine) -> None:
    assert missing(stepped) == ""
    assert revision(stepped) == HEAD
    assert not bring_up_to_date(stepped)
    assert rows(stepped, "PRAGMA foreign_keys") == [(1,)]


def test_a_new_archive_is_made_at_once_and_stamped(fresh: sa.Engine) -> None:
    assert missing(fresh) == ""
    assert revision(fresh) == HEAD
    assert not bring_up_to_date(fresh)
    assert rows(fresh, "PRAGMA foreign_keys") == [(1,)]


def test_the_steps_end_at_head() -> None:
    _, known = migrate._alembic()
    assert HEAD in known
    assert max(known) == HEAD


def test_the_steps_make_the_tables_of_a_new_archive_word_for_word(stepped: sa.Engine, tmp_path: Path) -> None:
    other = sqlcipher(tmp_path / "other.db", bytes(32))
    bring_up_to_date(other)
    names = "SELECT type, name, tbl_name FROM sqlite_master WHERE name <> 'alembic_version' AND name NOT LIKE '{}%' " \
            "ORDER BY type, name".format("sqlite_autoindex_alembic")
    assert rows(stepped, names) == rows(other, names)
    tables = [name for (name,) in rows(other, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        def shape(engine: sa.Engine, table: object = table) -> list[object]:
            columns = {(r[1], r[2], r[3], r[5]) for r in rows(engine, f"PRAGMA table_xinfo('{table}')")}
            keys = {r[2:] for r in rows(engine, f"PRAGMA foreign_key_list('{table}')")}
            return [columns, keys]

        assert shape(stepped) == shape(other), table
    other.dispose()


def test_a_newer_shape_is_refused_and_left_alone(fresh: sa.Engine) -> None:
    with fresh.begin() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerSchema):
        bring_up_to_date(fresh, before=pytest.fail)
    assert revision(fresh) == "9999"


def test_a_database_of_something_else_is_refused(engine: sa.Engine) -> None:
    with engine.begin() as conn:
        conn.exec_driver_sql("CREATE TABLE song (name TEXT)")
    with pytest.raises(DamagedStore):
        bring_up_to_date(engine)
    assert rows(engine, "SELECT name FROM sqlite_master") == [("song",)]


@pytest.fixture
def next_step(fresh: sa.Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program one step newer: its file of steps has a 9999."""
    import borgerplan_desktop.store.migrations as ours

    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    origin = Path(ours.__file__).parent
    for name in ("env.py", *(f"versions/{step.name}" for step in (origin / "versions").glob("0*.py"))):
        (folder / name).write_text((origin / name).read_text("utf-8"), "utf-8")
    step = folder / "versions" / "9999_next.py"
    step.write_text(f"import sqlalchemy as sa\nfrom alembic import op\nrevision, down_revision = '9999', '{HEAD}'\n"
                    "def upgrade():\n    with op.batch_alter_table('goal') as goal:\n"
                    "        goal.add_column(sa.Column('colour', sa.String, nullable=False, server_default='blue'))\n"
                    "        goal.create_index('ix_goal_colour', ['colour'])\n", "utf-8")
    monkeypatch.setattr(migrate, "files", lambda _: folder)
    monkeypatch.setattr(migrate, "HEAD", "9999")
    return step


def test_an_older_shape_is_brought_up_to_date_after_a_backup(fresh: sa.Engine, next_step: Path) -> None:
    seen = []
    assert bring_up_to_date(fresh, before=lambda: seen.append(revision(fresh)))
    assert seen == [HEAD]                              # the backup sees the old shape
    assert revision(fresh) == "9999"
    assert ("colour",) in rows(fresh, "SELECT name FROM pragma_table_info('goal')")
    with fresh.connect() as conn:
        line = conn.execute(sa.select(audit)).one()
    assert (line.did, line.purpose) == (Did.UPKEEP, f"{HEAD} → 9999")
    assert not bring_up_to_date(fresh, before=pytest.fail)


def test_without_a_good_backup_nothing_is_migrated(fresh: sa.Engine, next_step: Path) -> None:
    def no_backup() -> None:
        raise DamagedStore("the copy did not pass")

    with pytest.raises(DamagedStore):
        bring_up_to_date(fresh, before=no_backup)
    assert revision(fresh) == HEAD


@pytest.mark.parametrize("failing", [
    "    raise RuntimeError('half-way')\n",
    "    op.execute(\"INSERT INTO kept (case_id, digest, bytes) VALUES ('nobody', '', '')\")\n"])
def test_a_step_that_fails_half_way_leaves_everything_as_it_was(
        fresh: sa.Engine, next_step: Path, failing: str) -> None:
    with next_step.open("a", encoding="utf-8") as file:
        file.write(failing)
    before = rows(fresh, "SELECT sql FROM sqlite_master ORDER BY name")
    with pytest.raises((RuntimeError, DamagedStore)):
        bring_up_to_date(fresh)
    assert revision(fresh) == HEAD
    assert rows(fresh, "SELECT sql FROM sqlite_master ORDER BY name") == before
    with fresh.begin() as conn:                          # no lock is left behind, and references are watched again
        assert conn.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_two_starts_migrate_once(fresh: sa.Engine, next_step: Path, tmp_path: Path) -> None:
    other = sqlcipher(tmp_path / "borgerplan.db", bytes(32))

    def meanwhile() -> None:
        with pytest.raises(Exception, match="locked"):
            bring_up_to_date(other, before=pytest.fail)

    assert bring_up_to_date(fresh, before=meanwhile)
    assert not bring_up_to_date(other, before=pytest.fail)
    other.dispose()


def test_alembic_is_loaded_for_a_migration_only(fresh: sa.Engine, tmp_path: Path) -> None:
    import subprocess
    import sys

    fresh.dispose()
    code = ("import sys; from pathlib import Path\nfrom borgerplan_desktop.store.engine import sqlcipher\n"
            "from borgerplan_desktop.store.migrate import bring_up_to_date\n"
            "assert not bring_up_to_date(sqlcipher(Path(sys.argv[1]), bytes(32)))\n"
            "assert 'alembic' not in sys.modules")
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "borgerplan.db")], check=True)
