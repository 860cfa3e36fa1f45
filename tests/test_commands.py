"""packaging/prepare.sh: installs what is missing, once, and says plainly what it may not install."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Windows twin is run.cmd")


class Computer:
    """Stand-ins for the commands of a computer, which note how they are called, and a clone beside them."""

    def __init__(self, folder: Path) -> None:
        self.commands, self.clone, self.log = folder / "bin", folder / "my clone", folder / "log"
        for made in (self.commands, self.clone / ".venv" / "bin"):
            made.mkdir(parents=True)
        for name in ("uv.lock", "pyproject.toml"):
            (self.clone / name).touch()
        self.log.touch()
        self.has("uv")
        self.has("python", at=self.clone / ".venv" / "bin")

    def has(self, name: str, answer: str = "", code: int = 0, at: Path | None = None) -> None:
        path = (at or self.commands) / name
        path.write_text(
            f"#!/bin/sh\nprintf '%s\\n' \"{name} $*\" >> '{self.log}'\nprintf '{answer}'\nexit {code}\n",
            encoding="utf-8",
        )
        path.chmod(0o755)

    def prepare(self, kind: str) -> subprocess.CompletedProcess[str]:
        self.log.write_text("")
        script = f'set -eu; house=$PWD; . "{HOUSE}/packaging/prepare.sh"; prepare {kind}'
        environment = {"PATH": f"{self.commands}:{os.defpath}", "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(["sh", "-c", script], cwd=self.clone, env=environment, capture_output=True, text=True)

    def said(self, command: str) -> list[str]:
        return [line for line in self.log.read_text().splitlines() if line.startswith(command + " ")]


LIBRARIES = ["libgl1", "libegl1", "libxkbcommon0", "libglib2.0-0t64", "libfreetype6", "libfontconfig1", "libdbus-1-3"]


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    made = Computer(tmp_path)
    made.has("dpkg-query", "".join(f"installed {name}\\n" for name in LIBRARIES))
    made.has("id", "1000")
    made.has("sudo", code=1)
    made.has("apt-get")
    return made


def test_the_second_start_asks_nobody(computer: Computer) -> None:
    first = computer.prepare("terminal")
    assert first.returncode == 0, first.stderr
    assert any("sync --frozen" in line for line in computer.said("uv"))

    second = computer.prepare("terminal")
    assert second.returncode == 0
    assert second.stderr == ""
    assert computer.log.read_text() == ""


@pytest.mark.parametrize("changed", ["uv.lock", "pyproject.toml"])
def test_a_changed_need_is_prepared_for(computer: Computer, changed: str) -> None:
    computer.prepare("terminal")
    stamp = computer.clone / ".venv" / ".ready-terminal"
    later = stamp.stat().st_mtime + 5
    os.utime(computer.clone / changed, (later, later))
    computer.prepare("terminal")
    assert any("sync" in line for line in computer.said("uv"))


def test_a_clone_that_moved_is_prepared_anew(computer: Computer) -> None:
    computer.prepare("terminal")
    computer.clone = computer.clone.rename(computer.clone.with_name("elsewhere"))
    computer.prepare("terminal")
    assert any("sync" in line for line in computer.said("uv"))


def test_only_the_tests_need_the_test_tools(computer: Computer) -> None:
    computer.prepare("terminal")
    assert not any("--all-extras" in line for line in computer.said("uv"))
    computer.prepare("test")
    assert any("--all-extras" in line for line in computer.said("uv"))


def test_what_only_an_administrator_may_install_is_named(computer: Computer) -> None:
    answer = computer.prepare("window")
    assert answer.returncode == 0
    assert "apt-get install libxkbcommon-x11-0 libxcb-cursor0" in answer.stderr
    assert "libgl1" not in answer.stderr
    assert not computer.said("apt-get")
    assert not (computer.clone / ".venv" / ".ready-window").exists()  # asks again next time


def test_root_gets_what_is_missing(computer: Computer) -> None:
    computer.has("id", "0")
    computer.prepare("window")
    needed, dictionary = (line.split("--no-install-recommends ")[1].split()
                          for line in computer.said("apt-get") if " install " in line)
    assert needed[:2] == ["libxkbcommon-x11-0", "libxcb-cursor0"]
    assert dictionary == ["hunspell-da"]                 # by itself: without it the program starts just as well


def test_a_failed_preparation_stops_and_is_tried_again(computer: Computer) -> None:
    computer.has("python", code=1, at=computer.clone / ".venv" / "bin")
    assert computer.prepare("terminal").returncode != 0
    assert not (computer.clone / ".venv" / ".ready-terminal").exists()


def test_without_python_it_says_so(computer: Computer) -> None:
    computer.has("uv", code=2)
    computer.has("python3", code=1)  # nor is there a Python to fetch uv with
    computer.has("id", "0")
    answer = computer.prepare("terminal")
    assert answer.returncode == 1
    assert "Python 3.11" in answer.stderr
