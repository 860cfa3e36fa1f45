"""A file is read in a process of its own: it reaches nobody, takes nothing along, and does not go on for ever."""
from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from borgerplan_desktop.cli import main
from borgerplan_desktop.cli_archive import WRONG_USE
from borgerplan_desktop.documents.reading_in import READ_APART
from borgerplan_desktop.documents.reading_in.apart import read_apart
from borgerplan_desktop.documents.reading_in.reading import text_of
from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why
from tests.documents.reading_in import files

TEMPLATE = ('<Relationship Id="rId99" TargetMode="External" Target="http://localhost:9/x.dotx" Type="http://schemas.'
            'openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>')


def test_it_gives_the_same_text() -> None:
    for content in (files.word(), files.pdf(), "\n".join(files.LINES).encode("cp1252")):
        assert read_apart(content) == text_of(content)


def test_a_large_file_is_told_whole() -> None:
    content = ("æ ord " * 12_000).encode("utf-16")       # more than a pipe holds at once
    assert read_apart(content, longest=20) == text_of(content)
    assert read_apart(files.pdf(*[tuple(f"linje {page} {n}" for n in range(40)) for page in range(60)]), longest=20)


def test_nothing_calls_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def called(*_args: object, **_named: object) -> None:
        raise AssertionError("a file opened a connection")

    monkeypatch.setattr(socket, "socket", called)
    monkeypatch.setattr(socket, "create_connection", called)
    picture = '<w:p><w:r><w:t>tekst</w:t><w:drawing r:link="rId99" xmlns:r="r"/></w:r></w:p>'
    assert text_of(files.word_of(picture, relation=TEMPLATE)) == "tekst"
    assert text_of(files.open_document('<text:p>tekst<text:a href="http://localhost:9"/></text:p>')) == "tekst"


def test_the_process_itself_is_locked_down() -> None:
    said = subprocess.run([sys.executable, "-c", textwrap.dedent("""
        import os, socket, subprocess, sys
        from borgerplan_desktop.documents.reading_in.apart import lock_down
        lock_down()
        for tried in (lambda: socket.create_connection(("127.0.0.1", 9)), lambda: subprocess.run(["true"]),
                      lambda: os.system("true"), lambda: open("/tmp/never-made", "w"), lambda: os.remove("/tmp/x"),
                      lambda: bytes(3_000_000_000)):
            try:
                tried()
            except (PermissionError, MemoryError) as error:
                print(type(error).__name__)
        """)], capture_output=True, text=True, check=True).stdout.split()
    assert said[:5] == ["PermissionError"] * 5
    if sys.platform.startswith("linux"):
        assert said[5] == "MemoryError"


def test_no_password_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, str]] = []
    run = subprocess.Popen

    def watched(*args: object, **named: object) -> object:
        seen.append(named["env"])  # type: ignore[arg-type]
        return run(*args, **named)  # type: ignore[call-overload]

    monkeypatch.setenv("BORGERPLAN_PASSWORD", "hemmelig")
    monkeypatch.setattr(subprocess, "Popen", watched)
    assert read_apart(b"tekst") == "tekst"
    assert "hemmelig" not in "".join(seen[0].values())


def slow() -> bytes:
    """A file that no computer reads before somebody has looked whether it is read."""
    many = [f"<text:p>linje {number}</text:p>" for number in range(40_000)]
    return files.open_document("".join(many), styles=f"<style:header>{''.join(many[::-1])}</style:header>")


def test_what_takes_too_long_is_refused() -> None:
    began = time.monotonic()
    with pytest.raises(Unreadable) as error:
        read_apart(slow(), longest=.0)
    assert error.value.why is Why.TOO_SLOW
    assert time.monotonic() - began < 10


def test_whoever_waits_can_stop_it() -> None:
    class Stopped(Exception):
        pass

    def stop(_share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read_apart(slow(), stop)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
def test_it_ends_with_whoever_waits_for_it() -> None:
    """A window that is killed leaves nobody behind who knows the text."""
    window = subprocess.Popen([sys.executable, "-c", textwrap.dedent("""
        import sys
        from borgerplan_desktop.documents.reading_in.apart import read_apart
        read_apart(sys.stdin.buffer.read())
        """)], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert window.stdin is not None
    window.stdin.write(slow())
    window.stdin.close()
    until = time.monotonic() + 20
    while not (readers := children(window.pid)) and time.monotonic() < until:
        time.sleep(.05)
    time.sleep(1)                                        # it has begun
    window.kill()
    window.wait()
    until = time.monotonic() + 5
    while (left := [pid for pid in readers if is_running(pid)]) and time.monotonic() < until:
        time.sleep(.05)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert readers
    assert not left


def children(of: int) -> list[int]:
    tasks = Path(f"/proc/{of}/task").glob("*/children")
    return [int(pid) for task in tasks for pid in task.read_text().split()]


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_reader_that_falls_is_told_as_a_broken_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false" if os.name == "posix" else sys.executable)
    with pytest.raises(Unreadable) as error:
        read_apart(b"x")
    assert error.value.why is Why.BROKEN


@pytest.mark.slow
def test_every_pdf_opens_or_is_refused() -> None:
    ends: dict[str, int] = {}
    for name, content in files.hostile_pdfs():
        began = time.monotonic()
        try:
            end = "opened" if read_apart(content, longest=8).strip() else "said nothing"
        except Unreadable as error:
            end = error.why.value
        assert end in ("opened", Why.BROKEN, Why.NO_TEXT, Why.TOO_SLOW, Why.TOO_LONG, Why.UNKNOWN), name
        assert time.monotonic() - began < 30, name
        ends[end] = ends.get(end, 0) + 1
    assert ends["opened"] > 5
    assert ends["broken"] > 5


@pytest.mark.skipif(os.name != "posix", reason="a program made of a shell script")
def test_a_program_without_a_python_is_that_process_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "borgerplan"                    # as one file that holds its own Python
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -m borgerplan_desktop "$@"\n')
    program.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    for content in (files.word(), files.pdf()):
        assert read_apart(content) == text_of(content)
    with pytest.raises(Unreadable) as error:
        read_apart(files.word()[:200])
    assert error.value.why is Why.BROKEN


def test_the_programs_own_word_locks_it_down_as_well() -> None:
    said = subprocess.run([sys.executable, "-c", textwrap.dedent("""
        import os, sys
        from borgerplan_desktop.cli import main
        from borgerplan_desktop.documents.reading_in import READ_APART
        assert main([READ_APART]) == 0
        try:
            os.system("true")
        except PermissionError:
            print("locked down")
        """)], input=b"tekst", capture_output=True, check=True).stdout
    assert said.replace(b"\r", b"") == b'{"text": "tekst"}locked down\n'


def test_with_anything_beside_it_the_word_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([READ_APART, "x"]) == WRONG_USE
    assert main(["--help"]) == 0
    assert READ_APART not in capsys.readouterr().out
