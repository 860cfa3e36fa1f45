"""`kill -9` while a file is written into somebody's folder: the old or the new stands there, and soon nothing else."""
from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from borgerplan_desktop.store import files
from borgerplan_desktop.store.files import ABANDONED, BEGUN, write_whole

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills")
WORDS = b"Jonas' egne ord" * 1000
# Each moment: what is done just before the kill, in the words of the child.
MOMENTS = {
    "half of it is written": "files._fill = lambda file, content, lasting: (file.write("
                             "content[:9000]), file.flush(), die())",
    "before it gets its name": "files.os.link = files.os.replace = die",
    "while it has a second name": "files.os.replace = die",
}
CHILD = """
import os, sys
from pathlib import Path
from borgerplan_desktop.store import files
def die(*_what, **_how):
    os.kill(os.getpid(), 9)
{before}
{moment}
files.write_whole(Path(sys.argv[1]), "Jonas' egne ord".encode() * 1000, lasting=False)
"""
NO_NAMELESS = "files._written_without_a_name = lambda *_: False"


def killed(path: Path, moment: str, before: str = "") -> None:
    code = CHILD.format(before=before, moment=moment)
    ran = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
    assert ran.returncode == -9, ran.stderr


def left(folder: Path) -> list[Path]:
    return [each for each in folder.iterdir() if each.name.startswith(BEGUN)]


def knows_nameless(folder: Path) -> bool:
    path = folder / "asked"
    there = files._written_without_a_name(path, b"", lasting=False)
    path.unlink(missing_ok=True)
    return there


@pytest.mark.parametrize("moment", ["half of it is written", "before it gets its name"])
@pytest.mark.parametrize("old", [None, b"old"])
def test_nothing_of_it_is_left(tmp_path: Path, moment: str, old: bytes | None) -> None:
    if not knows_nameless(tmp_path):
        pytest.skip("this file system has no files without a name")
    path = tmp_path / "plan.pdf"
    if old is not None:
        path.write_bytes(old)
    killed(path, MOMENTS[moment])
    assert list(tmp_path.iterdir()) == ([path] if old else [])
    assert old is None or path.read_bytes() == old


@pytest.mark.parametrize(("moment", "before"), [
    ("while it has a second name", ""), ("half of it is written", NO_NAMELESS),
    ("before it gets its name", NO_NAMELESS)])
def test_what_is_left_is_swept_with_the_next_file(tmp_path: Path, moment: str, before: str) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")
    killed(path, MOMENTS[moment], before)
    [rest] = left(tmp_path)
    assert path.read_bytes() == b"old"
    assert rest.stat().st_mode & 0o777 == 0o600          # meanwhile nobody else reads it
    write_whole(tmp_path / "other.pdf", b"new", lasting=False)
    assert left(tmp_path) == [rest]                      # it may be somebody's who is slow
    make_old(rest)
    write_whole(tmp_path / "other.pdf", b"new", lasting=False)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["other.pdf", "plan.pdf"]


def test_what_somebody_is_writing_or_that_is_no_such_file_stays(tmp_path: Path) -> None:
    import fcntl

    theirs, others, folder = (tmp_path / f"{BEGUN}{end}" for end in ("abcd1234", "notes.txt", "abcd5678"))
    for each in (theirs, others):
        each.write_bytes(WORDS)
        make_old(each)
    folder.mkdir()
    make_old(folder)
    with theirs.open("rb+") as file:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        write_whole(tmp_path / "plan.pdf", b"new", lasting=False)
        assert {theirs, others, folder} <= set(tmp_path.iterdir())
    write_whole(tmp_path / "plan.pdf", b"new", lasting=False)
    assert set(tmp_path.iterdir()) == {others, folder, tmp_path / "plan.pdf"}


def test_a_long_write_is_somebodys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second window that writes into the same folder meanwhile takes nothing away."""
    monkeypatch.setattr(files, "_written_without_a_name", lambda *_: False)
    fill = files._fill

    def slow(file, content: bytes, lasting: bool) -> None:  # type: ignore[no-untyped-def]
        fill(file, content, lasting)
        [mine] = left(tmp_path)
        make_old(mine)
        monkeypatch.setattr(files, "_fill", fill)
        write_whole(tmp_path / "other.pdf", b"other", lasting=False)
        assert mine.exists()

    monkeypatch.setattr(files, "_fill", slow)
    write_whole(tmp_path / "plan.pdf", b"new", lasting=False)
    assert (tmp_path / "plan.pdf").read_bytes() == b"new"
    assert left(tmp_path) == []


def make_old(path: Path) -> None:
    then = time.time() - 2 * ABANDONED
    os.utime(path, (then, then))
