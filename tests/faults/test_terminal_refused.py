"""The terminal at a login that does not let in: code 1, a plain sentence, no traceback, and nothing is changed."""
from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from borgerplan_desktop import cli
from borgerplan_desktop.casework.session import backup_and_restore
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.store import data_folder
from tests.archive import PASSWORD
from tests.faults.test_hostile_files import HOSTILE, no_files
from tests.faults.test_login_refused import files, flip

DAMAGE: dict[str, tuple[Callable[[Location], object], str]] = {
    "header": (lambda p: flip(lambda _n: 100)(p.home.database), "Arkivet er beskadiget"),
    "truncated": (lambda p: p.home.database.write_bytes(p.home.database.read_bytes()[:5000]), "Arkivet er beskadiget"),
    "empty": (lambda p: p.home.database.write_bytes(b""), "Arkivet er beskadiget"),
    "missing": (lambda p: p.home.database.unlink(), "Arkivet er beskadiget"),
    "keys": (lambda p: p.home.keys.write_text("{"), "Nøglerne er beskadiget"),
}


def run(location: Location, *words: str, password: str = PASSWORD) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BORGERPLAN_PASSWORD", password)
        return cli.main([words[0], "--home", str(location.folder), "--user", "Eva Lind", "--language", "da",
                         *words[1:]])


@pytest.mark.parametrize("name", list(DAMAGE))
def test_damage(location: Location, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    damage, sentence = DAMAGE[name]
    damage(location)
    before = files(location.folder)
    assert run(location, "list") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert "Traceback" not in said.err
    after = files(location.folder)
    assert {file: after.get(file) for file in before} == before


def test_a_wrong_password(location: Location, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(location, "list", password="ikke det rigtige") == 1
    assert "Forkert adgangskode." in capsys.readouterr().err


def test_a_network_drive(location: Location, capsys: pytest.CaptureFixture[str],
                         monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_folder, "is_on_network", lambda _folder: True)
    assert run(location, "list") == 1
    assert "computerens egen disk" in capsys.readouterr().err


@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_hostile_file(location: Location, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`render` and `import` read the file alike; `render` needs no archive and so no time for one."""
    content, where = HOSTILE[name]
    file = tmp_path / "case.json"
    file.write_bytes(content())
    assert cli.main(["render", str(file), "-o", str(tmp_path / "plan.pdf")]) == 1
    said = capsys.readouterr()
    assert where in said.err
    assert "Traceback" not in said.err
    assert not (tmp_path / "plan.pdf").exists()


def test_what_is_no_file(location: Location, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in no_files(tmp_path):
        for words in (["render", "-o", str(tmp_path / "plan.pdf")], ["import"]):
            assert run(location, *words, str(file)) == 1
            assert "ikke en almindelig fil" in capsys.readouterr().err
    with (tmp_path / "sparse.json").open("wb") as file:
        file.truncate(10**12)
    assert run(location, "import", str(tmp_path / "sparse.json")) == 1
    assert "50 MB" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="pipes")
@pytest.mark.parametrize("name", ["borgerplan.db", "keys.json", "anchor.json"])
def test_a_pipe_in_the_data_folder(location: Location, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (location.folder, *(copy.backup.folder for copy in backup_and_restore.backups(location))):
        if (folder / name).exists():
            (folder / name).unlink()
            os.mkfifo(folder / name)
    assert run(location, "list") == (0 if name == "anchor.json" else 1)
    assert run(location, "restore") == (0 if name == "anchor.json" else 1)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="links")
@pytest.mark.parametrize("what", ["broken link", "file"])
def test_backups_out_of_reach_keep_nobody_from_working(location: Location, what: str,
                                                       capsys: pytest.CaptureFixture[str]) -> None:
    location.backups.rename(location.folder.parent / "elsewhere")
    if what == "file":
        location.backups.write_bytes(b"x")
    else:
        location.backups.symlink_to(location.folder.parent / "nowhere")
    assert run(location, "list") == 0
    said = capsys.readouterr()
    assert said.out
    assert str(location.backups) in said.err
    assert run(location, "check") == 0
    for command in ("backup", "restore"):
        capsys.readouterr()
        assert run(location, command) == 1
        assert f"Mappen med kopierne kan ikke nås: {location.backups}" in capsys.readouterr().err


def test_the_terminal_names_no_button(location: Location, capsys: pytest.CaptureFixture[str]) -> None:
    location.home.database.write_bytes(b"rubbish" * 1000)
    assert run(location, "list") == 1
    said = capsys.readouterr().err
    assert "borgerplan restore" in said
    assert "Vælg" not in said


def test_nothing_is_imported_from_a_hostile_file(location: Location, tmp_path: Path,
                                                 capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(HOSTILE["impossible date"][0]())
    assert run(location, "import", str(file)) == 1
    assert "goal[1].deadline" in capsys.readouterr().err
    assert run(location, "list") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
