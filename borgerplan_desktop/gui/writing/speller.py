"""Asks the process that knows the dictionary; what it has answered is remembered until the screen locks."""
from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from borgerplan_desktop.casework.spelling import SPELL_APART
from borgerplan_desktop.casework.spelling.dictionary import find_dictionary

MODULE = "borgerplan_desktop.casework.spelling.apart"
_INHERITED = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")      # and no password
_MOST_REMEMBERED = 20_000
_MOST_FALLS = 3                                          # then it is let be
_END_MS = 2000
PATIENCE_MS = 20_000                                     # for an answer: it may just be reading the dictionary


class Speller(QObject):
    """`told` when words were answered that nobody knew, or when it fell and must be asked again; `suggested(word,
    words)`. The process starts with the first
    question, never before. `folders` None = where dictionaries usually lie."""

    told = Signal()
    suggested = Signal(str, list)

    def __init__(self, folders: Iterable[Path] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = find_dictionary(folders)
        self._known: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._suggesting = ""
        self._process: QProcess | None = None
        self._falls = self._open = 0                     # questions that are not answered
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._fell)

    @property
    def is_there(self) -> bool:
        """Whether this computer has a dictionary, and what reads it."""
        return self._folder is not None and self._falls < _MOST_FALLS

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def knows(self, word: str) -> bool | None:
        """Whether it is spelled right; None = it must be asked."""
        return self._known.get(word)

    def wake(self) -> None:
        """Somebody is about to write: the dictionary is read, elsewhere."""
        if self._process is None and self.is_there:
            self._start()

    def ask(self, words: Iterable[str]) -> None:
        """`told` comes when they are answered."""
        new = [word for word in dict.fromkeys(words) if word not in self._known and word not in self._asked]
        if new and self._tell({"check": new}):
            self._asked.update(new)

    def suggest(self, word: str) -> None:
        """`suggested` comes with the words that may have been meant."""
        self._suggesting = word
        if not self._tell({"suggest": word}):
            self._no_suggestions()

    def forget(self) -> None:
        """No word is remembered any more, here or there."""
        self._known.clear()
        self._suggesting = ""
        self._falls = 0                                  # that was a wish, and no fall
        self._end()

    def _tell(self, question: dict[str, object]) -> bool:
        if not self.is_there:
            return False
        if self._process is None:
            self._start()
        if self._process is None:
            return False
        self._process.write(json.dumps(question).encode() + b"\n")
        self._open += 1
        if not self._patience.isActive():
            self._patience.start()
        return True

    def _start(self) -> None:
        process = self._process = QProcess(self)
        environment, ours = QProcessEnvironment(), QProcessEnvironment.systemEnvironment()
        for name in _INHERITED:
            if ours.contains(name):
                environment.insert(name, ours.value(name))
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_answer)
        process.finished.connect(self._fell)
        process.errorOccurred.connect(self._on_error)
        program, *words = _command(str(self._folder))
        process.start(program, words)

    def _on_answer(self) -> None:
        heard = False
        while self._process is not None and self._process.canReadLine():
            try:
                heard = self._hear(json.loads(bytes(self._process.readLine().data()))) or heard
            except (AttributeError, KeyError, TypeError, ValueError):    # whoever says that knows no dictionary
                self._fell()
                return
            self._open -= 1
            self._patience.start() if self._open > 0 else self._patience.stop()
        if heard:
            self.told.emit()

    def _hear(self, said: dict[str, Any]) -> bool:
        """Whether words were judged."""
        if "suggest" in said:
            if said["suggest"] == self._suggesting:
                self._suggesting = ""
            self.suggested.emit(said["suggest"], said["words"])
            return False
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
        judged = {word: bool(right) for word, right in said["checked"].items()}
        self._known.update(judged)
        self._asked.difference_update(judged)
        return True

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:     # then it does not finish either
            self._fell()

    def _fell(self) -> None:
        """It ended by itself, or says nothing, or nonsense: what it was asked is asked again, of a new one."""
        if self._process is not None:
            self._falls += 1
            self._end()
            self._no_suggestions()
            self.told.emit()

    def _no_suggestions(self) -> None:
        word, self._suggesting = self._suggesting, ""
        if word:
            self.suggested.emit(word, [])

    def _end(self) -> None:
        self._asked.clear()
        self._open = 0
        self._patience.stop()
        process, self._process = self._process, None
        if process is not None:
            for signal, slot in ((process.finished, self._fell), (process.errorOccurred, self._on_error),
                                 (process.readyReadStandardOutput, self._on_answer)):
                signal.disconnect(slot)
            process.kill()
            process.waitForFinished(_END_MS)
            process.deleteLater()


def _command(folder: str) -> list[str]:
    """What starts the process: Python, or where the program is one file without it, the program itself."""
    if getattr(sys, "frozen", False):                    # by PyInstaller and its like
        return [sys.executable, SPELL_APART, folder]
    return [sys.executable, "-I", "-X", "utf8", "-m", MODULE, folder]
