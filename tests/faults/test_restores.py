"""A restore that is killed, and files planted to look like one: all old or all new, with its line in the audit."""
from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from borgerplan_desktop import cli
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.store import restore
from borgerplan_desktop.store.files import FileLock
from tests.archive import CHEAP, PASSWORD, Clock, brought_back
from tests.faults.victims import Zygote
from tests.faults.victims import zygote as zygote

pytestmark = pytest.mark.skipif(os.name == "nt", reason="forks")
KILLS = int(os.environ.get("BORGERPLAN_KILLS", "24"))
EVERY = 1 if KILLS > 100 else 4                          # the short run stops before each so many steps


@pytest.fixture
def later(location: Location) -> Location:
    """Jonas came after the backup."""
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    receive(archive, Arrival("Jonas Bækgaard"))
    archive.close()
    return location


def came_back(location: Location) -> bool:
    """Whether the backup stands here; then its line stands in the audit, and all is sound either way."""
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    try:
        names = [line.name for line in archive.citizens()]
        said = [line.action for line in archive.store.lines()]
        assert archive.store.gap is None
        assert archive.store.refused is None
        assert backup_and_restore.check(archive).sound
        assert ("Restored a backup" in said) == ("Jonas Bækgaard" not in names), said
        return "Jonas Bækgaard" not in names
    finally:
        archive.close()


def test_it_is_killed(zygote: Zygote, later: Location, tmp_path: Path, counted: Callable[[str], None]) -> None:
    outcomes = []
    for number in range(KILLS // 4):
        location = Location(tmp_path / str(number), CHEAP)
        shutil.copytree(later.folder, location.folder)
        said = zygote.kill_one("restores", location.folder, within=0.2, first=1 + number % 2)
        outcomes.append(came_back(location))
        assert outcomes[-1] or not said
        for aside in (location.folder / "set-aside").glob("*"):
            assert (aside / "borgerplan.db").stat().st_size > 0
    counted(f"{len(outcomes)} restores killed: {sum(outcomes)} came back, each with its line")


def test_it_stops_before_every_step(zygote: Zygote, later: Location, tmp_path: Path,
                                    counted: Callable[[str], None]) -> None:
    outcomes: list[bool] = []
    said: list[str] = []
    for step in range(0, 300, EVERY):
        location = Location(tmp_path / str(step), CHEAP)
        shutil.copytree(later.folder, location.folder)
        said = zygote.stop_one("restores_once", location.folder, step)
        outcomes.append(came_back(location))
        if said:
            break
    assert said, "it never came to its end"
    assert outcomes == sorted(outcomes)
    counted(f"{len(outcomes)} steps of a restore: it came back from step {outcomes.index(True) * EVERY} on")


# -------------------------------------------------------------------------------------------------------- planted files
def junk(location: Location) -> None:
    (location.folder / ".restore-2026-10-27T09-21-00Z.db").write_bytes(b"junk" * 5000)


def older(location: Location) -> None:
    """A sound archive of ours, from before."""
    shutil.copy(backup_and_restore.backups(location)[0].backup.database,
                location.folder / ".restore-2026-10-27T09-21-00Z.db")


def with_a_seal_of_nobody(location: Location) -> None:
    older(location)
    (location.folder / ".restore-2026-10-27T09-21-00Z.seal").write_text('{"name": "2026-10-27T09-21-00Z", "proof": ""}')


def from_another_time(location: Location) -> None:
    """Everything that a real restore had laid ready, kept by somebody and put back when the archive has gone on."""
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    kept: dict[str, bytes] = {}
    real = restore._take_over

    def watched(home: object, seal: restore.Seal, key: bytes) -> Path:
        kept.update({path.name: path.read_bytes() for path in location.folder.glob(".restore-*")})
        return real(location.home, seal, key)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(restore, "_take_over", watched)
        archive = brought_back(archive, backup_and_restore.backups(location)[0])
    assert {Path(name).suffix for name in kept} == {".db", ".seal"}
    receive(archive, Arrival("Jonas Bækgaard"))
    archive.close()
    for name, content in kept.items():
        (location.folder / name).write_bytes(content)


def a_link(location: Location) -> None:
    newest = backup_and_restore.backups(location)[0].backup
    (location.folder / ".restore-2026-10-27T09-21-00Z.db").symlink_to(newest.database)


def a_folder(location: Location) -> None:
    (location.folder / ".restore-2026-10-27T09-21-00Z.db").mkdir()


def a_pipe(location: Location) -> None:
    os.mkfifo(location.folder / ".restore-2026-10-27T09-21-00Z.seal")


def folder_named(name: str) -> Callable[[Location], None]:
    def plant(location: Location) -> None:
        (location.folder / name).unlink(missing_ok=True)
        (location.folder / name / "inside").mkdir(parents=True)

    return plant


@pytest.mark.parametrize("name", [".restore.half", ".restore-x.db", ".restore-x.keys", "gap.json", ".work.lock",
                                  "borgerplan.db-wal", "anchor.json"])
def test_a_folder_where_a_file_should_be_locks_nobody_out(
        later: Location, name: str, terminal: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    folder_named(name)(later)
    assert terminal(later, "list") == 0
    said = capsys.readouterr()
    assert "Jonas Bækgaard" in said.out
    assert str(later.set_aside) in said.err
    assert terminal(later, "check", "--go-on") == 0
    assert str(later.set_aside) not in capsys.readouterr().err       # told once
    folder_named(name)(later)
    assert terminal(later, "restore", "--yes") == 0
    assert str(later.set_aside / "refused-") in capsys.readouterr().err


def test_files_of_an_earlier_program_are_closed(later: Location) -> None:
    for path in (later.home.database, later.home.anchor):
        path.chmod(0o644)
    names(later)
    assert [path.stat().st_mode & 0o777 for path in (later.home.database, later.home.anchor)] == [0o600, 0o600]


@pytest.mark.parametrize("plant", [junk, older, with_a_seal_of_nobody, from_another_time, a_link, a_folder, a_pipe])
def test_what_no_restore_has_made_is_set_aside_and_said(
        later: Location, plant: Callable[[Location], None], capsys: pytest.CaptureFixture[str]) -> None:
    plant(later)
    archive = login.unlock(later, "Eva Lind", PASSWORD, Clock())
    assert "Jonas Bækgaard" in [line.name for line in archive.citizens()]
    assert archive.store.gap is None
    assert archive.store.refused is not None
    assert archive.store.refused.parent == later.set_aside
    assert list(archive.store.refused.iterdir())
    assert ("Set a strange restore aside", archive.store.refused.name) in [
        (line.action, line.purpose) for line in archive.store.lines()]
    assert not list(later.folder.glob(".restore*"))
    assert backup_and_restore.check(archive).sound
    archive.close()


def test_the_terminal_says_so(later: Location, capsys: pytest.CaptureFixture[str],
                              monkeypatch: pytest.MonkeyPatch) -> None:
    older(later)
    monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
    assert cli.main(["list", "--home", str(later.folder), "--user", "Eva Lind"]) == 0
    said = capsys.readouterr()
    assert "Jonas Bækgaard" in said.out
    assert "set-aside" in said.err


def test_a_half_that_somebody_is_making_is_left(later: Location) -> None:
    half = later.folder / ".restore.half"
    half.write_bytes(b"x")
    with FileLock(later.home.work_lock).held():
        login.unlock(later, "Eva Lind", PASSWORD, Clock()).close()
        assert half.exists()


# ------------------------------------------------------------------------------------- a sound archive has newer work
@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def run(location: Location, *words: str) -> int:
        monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
        return cli.main([words[0], "--home", str(location.folder), "--user", "Eva Lind", *words[1:]])

    return run


def names(location: Location) -> list[str]:
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    found = [line.name for line in archive.citizens()]
    archive.close()
    return found


def test_newer_work_is_not_replaced_unasked(later: Location, terminal: Callable[..., int],
                                            capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal(later, "restore") == 2
    said = capsys.readouterr().err
    assert "Arkivet har 2 ændringer" in said or "Arkivet har 1 ændring" in said
    assert "--yes" in said
    assert "Jonas Bækgaard" in names(later)
    assert not list(later.folder.glob(".restore*"))
    assert terminal(later, "restore", "--yes") == 0
    said = capsys.readouterr().err
    assert "ændring" in said
    assert str(later.set_aside) in said
    assert "Jonas Bækgaard" not in names(later)


@pytest.mark.parametrize("answer", ["ja", "nej", ""])
def test_at_a_terminal_one_is_asked(later: Location, terminal: Callable[..., int], answer: str,
                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "may_be_asked", lambda: True)
    monkeypatch.setattr(cli, "ask", lambda question: answer)
    assert terminal(later, "restore") == (0 if answer == "ja" else 1)
    assert ("Jonas Bækgaard" in names(later)) == (answer != "ja")


def test_where_nothing_would_be_lost_nobody_is_asked(location: Location, terminal: Callable[..., int],
                                                     capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal(location, "backup") == 0
    assert terminal(location, "list") == 0
    assert terminal(location, "restore") == 0
    assert "ændring" not in capsys.readouterr().err
