"""Demos and sockets of programs that were killed are thrown away, those of the living are not."""
from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from borgerplan_desktop.store.temporary_files import DEMO, alive, sweep_leftovers

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux who listens")


def test_a_demo_of_a_killed_program_goes(tmp_path: Path) -> None:
    mine, made, old, dead = (tmp_path / f"{DEMO}{name}" for name in ("mine", "made", "old", "dead"))
    for folder in (mine, made, old, dead):
        folder.mkdir()
        (folder / "data").mkdir()
    os.utime(old, (0, 0))
    here = alive(mine)
    assert here.take()
    code = ("import sys; from pathlib import Path; from borgerplan_desktop.store.temporary_files import alive\n"
            "lock = alive(Path(sys.argv[1])); lock.take(); print('taken', flush=True); sys.stdin.read()")
    child = subprocess.Popen([sys.executable, "-c", code, str(dead)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b"taken"
    sweep_leftovers(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {mine.name, made.name, dead.name}
    child.kill()
    child.communicate()
    sweep_leftovers(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {mine.name, made.name}
    here.give_back()


@pytest.fixture
def near() -> Iterator[Path]:
    """A folder with a short name: a socket's has room for a hundred characters."""
    with TemporaryDirectory(dir="/tmp") as folder:
        yield Path(folder)


def test_a_socket_from_before_the_boot_goes_and_a_living_one_stays(near: Path) -> None:
    tmp_path = near
    heard, dead = tmp_path / ("borgerplan-" + "0" * 16), tmp_path / ("borgerplan-" + "1" * 16)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(heard))
        one.listen()
        with socket.socket(socket.AF_UNIX) as other:
            other.bind(str(dead))
        os.utime(dead, (0, 0))                           # from before the computer was started
        (tmp_path / "borgerplan-notes").write_text("mine")
        sweep_leftovers(tmp_path)
        assert {path.name for path in tmp_path.iterdir()} == {heard.name, "borgerplan-notes"}


def test_where_the_system_does_not_say_when_it_was_started_no_socket_goes(
        near: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path, dead = near, near / ("borgerplan-" + "1" * 16)
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(dead))
    os.utime(dead, (0, 0))
    monkeypatch.delattr(time, "CLOCK_BOOTTIME")
    sweep_leftovers(tmp_path)
    assert dead.exists()
