"""The terminal at a door that does not open: exit code 1, one plain sentence, no traceback, and nothing is changed."""
from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from borgerplan_desktop import cli
from borgerplan_desktop.casework import keeping
from borgerplan_desktop.casework.place import Place
from borgerplan_desktop.store import home
from tests.faults.test_hostile_files import HOSTILE, no_files
from tests.faults.test_the_door import files, flip
from tests.house import PASSWORD

DAMAGE: dict[str, tuple[Callable[[Place], object], str]] = {
    "header": (lambda p: flip(lambda _n: 100)(p.home.database), "Arkivet er beskadiget"),
    "truncated": (lambda p: p.home.database.write_bytes(p.home.database.read_bytes()[:5000]), "Arkivet er beskadiget"),
    "empty": (lambda p: p.home.database.write_bytes(b""), "Arkivet er beskadiget"),
    "missing": (lambda p: p.home.database.unlink(), "Arkivet er beskadiget"),
    "keys": (lambda p: p.home.keys.write_text("{"), "Nøglerne er beskadiget"),
}


def run(place: Place, *words: str, password: str = PASSWORD) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BORGERPLAN_PASSWORD", password)
        return cli.main([words[0], "--home", str(place.folder), "--user", "Eva Lind", "--language", "da", *words[1:]])


@pytest.mark.parametrize("name", list(DAMAGE))
def test_damage(place: Place, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    damage, sentence = DAMAGE[name]
    damage(place)
    before = files(place.folder)
    assert run(place, "list") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert "Traceback" not in said.err
    after = files(place.folder)
    assert {file: after.get(file) for file in before} == before


def test_a_wrong_password(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(place, "list", password="ikke det rigtige") == 1
    assert "Forkert adgangskode." in capsys.readouterr().err


def test_a_network_drive(place: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "is_on_network", lambda _folder: True)
    assert run(place, "list") == 1
    assert "computerens egen disk" in capsys.readouterr().err


@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_hostile_file(place: Place, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`render` and `import` read the file alike; `render` needs no archive and so no time for one."""
    content, where = HOSTILE[name]
    file = tmp_path / "case.json"
    file.write_bytes(content())
    assert cli.main(["render", str(file), "-o", str(tmp_path / "plan.pdf")]) == 1
    said = capsys.readouterr()
    assert where in said.err
    assert "Traceback" not in said.err
    assert not (tmp_path / "plan.pdf").exists()


def test_what_is_no_file(place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in no_files(tmp_path):
        for words in (["render", "-o", str(tmp_path / "plan.pdf")], ["import"]):
            assert run(place, *words, str(file)) == 1
            assert "ikke en almindelig fil" in capsys.readouterr().err
    with (tmp_path / "sparse.json").open("wb") as file:
        file.truncate(10**12)
    assert run(place, "import", str(tmp_path / "sparse.json")) == 1
    assert "50 MB" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="pipes")
@pytest.mark.parametrize("name", ["borgerplan.db", "keys.json", "anchor.json"])
def test_a_pipe_in_the_data_folder(place: Place, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (place.folder, *(copy.backup.folder for copy in keeping.backups(place))):
        if (folder / name).exists():
            (folder / name).unlink()
            os.mkfifo(folder / name)
    assert run(place, "list") == (0 if name == "anchor.json" else 1)
    assert run(place, "restore") == (0 if name == "anchor.json" else 1)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="links")
@pytest.mark.parametrize("what", ["broken link", "file"])
def test_backups_out_of_reach_keep_nobody_from_working(place: Place, what: str,
                                                       capsys: pytest.CaptureFixture[str]) -> None:
    place.backups.rename(place.folder.parent / "elsewhere")
    if what == "file":
        place.backups.write_bytes(b"x")
    else:
        place.backups.symlink_to(place.folder.parent / "nowhere")
    assert run(place, "list") == 0
    said = capsys.readouterr()
    assert said.out
    assert str(place.backups) in said.err
    assert run(place, "check") == 0
    for command in ("backup", "restore"):
        capsys.readouterr()
        assert run(place, command) == 1
        assert f"Mappen med kopierne kan ikke nås: {place.backups}" in capsys.readouterr().err


def test_the_terminal_names_no_button(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    place.home.database.write_bytes(b"rubbish" * 1000)
    assert run(place, "list") == 1
    said = capsys.readouterr().err
    assert "borgerplan restore" in said
    assert "Vælg" not in said


def test_nothing_is_imported_from_a_hostile_file(place: Place, tmp_path: Path,
                                                 capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(HOSTILE["impossible date"][0]())
    assert run(place, "import", str(file)) == 1
    assert "goal[1].deadline" in capsys.readouterr().err
    assert run(place, "list") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
