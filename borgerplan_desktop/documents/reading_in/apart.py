"""Reading a file in a process of its own: a file that tears its reader down, or never ends, takes nothing along."""
from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from borgerplan_desktop.documents.reading_in import READ_APART, READ_PEOPLE_APART, READ_TABLE_APART
from borgerplan_desktop.documents.reading_in.found_people import FoundPeople, as_plain, from_plain
from borgerplan_desktop.documents.reading_in.found_table import FoundTable
from borgerplan_desktop.documents.reading_in.found_table import as_plain as table_as_plain
from borgerplan_desktop.documents.reading_in.found_table import from_plain as table_from_plain
from borgerplan_desktop.documents.reading_in.reading import MOST_BYTES
from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why

T = TypeVar("T")

LONGEST_S = 30.0                                         # seconds a file may take
_LOOK_S = .1
_MEMORY = 1_500_000_000                                  # bytes the reader may take
_INHERITED = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")      # and no password


def _unheard(_share: float) -> None:
    pass


def read_apart(content: bytes, progress: Callable[[float], object] = _unheard, longest: float = LONGEST_S) -> str:
    """The text of the file. `progress` hears the share of the time it may take, and stops it by raising.

    Raises Unreadable.
    """
    return _read(READ_APART, lambda answer: str(answer["text"]), content, progress, longest)


def read_people_apart(content: bytes, progress: Callable[[float], object] = _unheard,
                      longest: float = LONGEST_S) -> FoundPeople:
    """The people in the file, in the same way. Raises Unreadable."""
    return _read(READ_PEOPLE_APART, lambda answer: from_plain(answer["people"]), content, progress, longest)


def read_table_apart(content: bytes, progress: Callable[[float], object] = _unheard,
                     longest: float = LONGEST_S) -> FoundTable:
    """The table in the file, in the same way. Raises Unreadable."""
    return _read(READ_TABLE_APART, lambda answer: table_from_plain(answer["table"]), content, progress, longest)


def _read(what: str, told: Callable[[Any], T], content: bytes, progress: Callable[[float], object],
          longest: float) -> T:
    if len(content) > MOST_BYTES:
        raise Unreadable(Why.TOO_LARGE)
    environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    with subprocess.Popen(_command(what), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          env=environment) as reader:
        try:
            said = _heard(reader, content, progress, longest)
        finally:
            reader.kill()
            with contextlib.suppress(OSError):           # what nobody reads any more is not told
                reader.stdin.close()  # type: ignore[union-attr]
    try:
        answer = json.loads(said)
        if "why" not in answer:
            return told(answer)
        raise Unreadable(Why(answer["why"]))
    except (ValueError, KeyError, TypeError) as error:   # it fell: the file is to blame
        raise Unreadable(Why.BROKEN) from error


def _command(what: str) -> list[str]:
    """What starts the process: Python, or where the program is one file without it, the program itself."""
    if getattr(sys, "frozen", False):                    # by PyInstaller and its like
        return [sys.executable, what]
    return [sys.executable, "-I", "-X", "utf8", "-m", __name__, what]


def _heard(reader: subprocess.Popen[bytes], content: bytes, progress: Callable[[float], object],
           longest: float) -> bytes:
    began, said = time.monotonic(), list[bytes]()
    # By threads: a `communicate` that is asked again after a while tells no more of what it had begun to tell.
    telling = threading.Thread(target=_tell, args=(reader, content), daemon=True)
    hearing = threading.Thread(target=_hear, args=(reader, said), daemon=True)
    telling.start()
    hearing.start()
    while True:
        hearing.join(_LOOK_S)
        if not hearing.is_alive():
            return b"".join(said)
        took = time.monotonic() - began
        if took > longest:
            raise Unreadable(Why.TOO_SLOW)
        progress(took / longest)


def _tell(reader: subprocess.Popen[bytes], content: bytes) -> None:
    assert reader.stdin is not None
    with contextlib.suppress(OSError, ValueError):       # it fell while it was told
        reader.stdin.write(content)
        reader.stdin.close()


def _hear(reader: subprocess.Popen[bytes], said: list[bytes]) -> None:
    assert reader.stdout is not None
    with contextlib.suppress(OSError, ValueError):
        said.append(reader.stdout.read())


# ------------------------------------------------------------------------------------------ the process of its own
def _answer(content: bytes, what: str) -> dict[str, Any]:
    try:
        if what == READ_PEOPLE_APART:
            from borgerplan_desktop.documents.reading_in.people_file import people_in
            return {"people": as_plain(people_in(content))}
        if what == READ_TABLE_APART:
            from borgerplan_desktop.documents.reading_in.table_file import table_in
            return {"table": table_as_plain(table_in(content))}
        from borgerplan_desktop.documents.reading_in.reading import text_of
        return {"text": text_of(content)}
    except Unreadable as error:
        return {"why": error.why.value}
    except (MemoryError, RecursionError):
        return {"why": Why.BROKEN.value}


def _end_with(parent: int) -> None:
    """Whoever waits for the text has died: nobody else is to find it in the memory of this process."""
    while os.getppid() == parent:
        time.sleep(_LOOK_S)
    os._exit(1)


def lock_down(longest: float | None = LONGEST_S) -> None:
    """From now on this process opens no connection, starts no program, writes no file, and takes no more than its part
    of the memory, and of the processor's time (seconds; None = as long as it is wanted)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if longest is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (int(longest) + 5, int(longest) + 10))
    sys.addaudithook(_forbid)


_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "urllib.",
              "ftplib.", "http.", "smtplib.", "webbrowser.",
              "os.remove", "os.rename", "os.mkdir", "os.rmdir", "shutil.")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)
    if event == "open" and len(arguments) == 3 and isinstance(arguments[2], int) and arguments[2] & _WRITES:
        raise PermissionError(event)


def main(what: str) -> None:
    """Reads the file from standard input; answers with JSON."""
    if os.name == "posix":
        threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    with open(0, "rb", closefd=False) as given, open(1, "wb", closefd=False) as told:    # a window has no sys.stdin
        content = given.read()
        sys.dont_write_bytecode = True
        lock_down()
        told.write(json.dumps(_answer(content, what)).encode())


if __name__ == "__main__":
    main(sys.argv[-1])
