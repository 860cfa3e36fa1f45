"""The locked screen in a fresh process: the one that knew the key and the citizens' words ends.

Python copies what it works with, and cannot wipe the copies. So the program is started once more behind its locked
screen. The fresh process gets what is no secret – who it was, opaque ids, words that are sealed – shows the same screen
in the same place, and only then does the old one end. Nothing flickers, no key that is typed meanwhile reaches another
program's window, and if no fresh process comes, the screen stays locked as it is.
"""
from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import threading
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from borgerplan_desktop.gui.system.jobs import NAME as JOB

ARGUMENT = "--locked"                                    # of the command line: where the old process listens
READY, GO, SHOWN = b"r", b"g", b"s"
POLL_MS = 50
PATIENCE = 30.0                                          # seconds for the fresh process to come
PAUSE = 30.0                                             # seconds without a key: what stands half typed is given up
WAIT_MS = 5000
SECRET = "BORGERPLAN_PASSWORD"                           # not for the fresh process


@dataclass
class Handover:
    """What the locked screen needs, and the way back after unlocking. No secret of a citizen is legible in it."""

    page: str                                            # "locked" or "login"
    who: str                                             # id of the member of staff
    name: str = ""
    shelter: str = ""
    saved_at: str = ""                                   # ISO
    waits: bool = False
    is_active: bool = True                               # whether the window had the keyboard
    is_minimized: bool = False
    left: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # by person: case, tab, sealed words (Base64)

    def packed(self) -> bytes:
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def unpacked(cls, packed: bytes) -> Handover:
        plain = json.loads(packed)
        return cls(**{**plain, "left": {who: tuple(each) for who, each in plain["left"].items()}})


def to_text(sealed: bytes) -> str:
    return b64encode(sealed).decode("ascii")


def from_text(text: str) -> bytes:
    return b64decode(text)


def same_program(words: Sequence[str] | None = None) -> list[str]:
    """The command that started this process, without what it was told when it took over itself."""
    words = list(sys.orig_argv if words is None else words)
    if ARGUMENT in words:
        del words[words.index(ARGUMENT):]                # the end is ours: see `FreshProcess.start`
    return [sys.executable, *words[1:]]


class FreshProcess(QObject):
    """The old process's side. `typed` tells whether something stands half typed on the page; `leave` is called when
    the fresh window is seen, and must end this process. `given_up()`: no fresh process comes, everything stays."""

    given_up = Signal()

    def __init__(self, parent: QObject, command: Sequence[str], handover: Callable[[], Handover],
                 typed: Callable[[], str], leave: Callable[[], object]) -> None:
        super().__init__(parent)
        self._command, self._handover, self._typed, self._leave = command, handover, typed, leave
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: QLocalSocket | None = None
        self._is_ready, self._seen = False, ("", 0.0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look)

    def start(self, language: str) -> None:
        """Start the program once more, behind this window, speaking as this one does now."""
        if self._process is not None:
            return
        name = f"borgerplan-lock-{secrets.token_hex(8)}"
        self._is_ready, self._seen = False, ("", time.monotonic())
        self._until = time.monotonic() + PATIENCE
        if not self._server.listen(name):
            self.given_up.emit()
            return
        try:
            self._process = subprocess.Popen([*self._command, ARGUMENT, name, "--language", language],
                                             stdin=subprocess.DEVNULL, env=without_secret(os.environ))
        except OSError:
            self.stop()
            self.given_up.emit()
            return
        self._poll.start()

    def stop(self) -> None:
        """Somebody is in again here, or no fresh process comes."""
        self._poll.stop()
        self._server.close()
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.abort()
            socket.deleteLater()
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    # ------------------------------------------------------------------ the talk
    def _on_call(self) -> None:
        self._socket = self._server.nextPendingConnection()
        self._server.close()
        self._socket.readyRead.connect(self._on_told)

    def _on_told(self) -> None:
        assert self._socket is not None
        told = self._socket.readAll().data()
        if READY in told:
            self._is_ready = True
            self._look()
        if SHOWN in told:
            self._poll.stop()
            self._process = None                         # it is no longer ours to end
            self._leave()

    def _look(self) -> None:
        process = self._process
        if process is None:
            return
        if process.poll() is not None or (not self._is_ready and time.monotonic() > self._until):
            self.stop()
            self.given_up.emit()
        elif self._is_ready and self._socket is not None and not self._is_typing():
            self._is_ready = False
            self._until = time.monotonic() + PATIENCE
            self._socket.write(GO + self._handover().packed())
            self._socket.flush()

    def _is_typing(self) -> bool:
        typed, now = self._typed(), time.monotonic()
        if len(typed) != len(self._seen[0]):
            self._seen = ("x" * len(typed), now)         # how much, not what
        return bool(typed) and now - self._seen[1] < PAUSE


class Inheritance(QObject):
    """The fresh process's side. `came(Handover)` when the old window may be covered; `alone()` when the old process has
    ended, which it does after `say_shown`; `dismissed()` when it does not want to be followed any more."""

    came = Signal(object)
    alone = Signal()
    dismissed = Signal()

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._read = b""
        self._has_come = False
        self._socket = QLocalSocket(self)
        self._socket.connectToServer(name)
        self.is_wanted = self._socket.waitForConnected(WAIT_MS)
        self._socket.readyRead.connect(self._on_told)
        self._socket.disconnected.connect(self._on_gone)

    def say_ready(self) -> None:
        self._socket.write(READY)
        self._socket.flush()

    def say_shown(self) -> None:
        self._socket.write(SHOWN)
        self._socket.flush()

    def _on_told(self) -> None:
        self._read += self._socket.readAll().data()
        if self._read.startswith(GO) and self._read.endswith(b"\n") and not self._has_come:
            self._has_come = True
            self.came.emit(Handover.unpacked(self._read[1:]))

    def _on_gone(self) -> None:
        (self.alone if self._has_come else self.dismissed).emit()


def without_secret(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name != SECRET}


def jobs_are_done() -> bool:
    """Whether no work is left that would be torn in the middle: a backup, a paper on its way to the printer."""
    return not any(thread.name == JOB for thread in threading.enumerate())
