"""Asks the process that knows the dictionary; what it has answered is remembered until the screen locks."""
from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from borgerplan_desktop.casework.spelling.dictionary import find_dictionary

MODULE = "borgerplan_desktop.casework.spelling.apart"
_INHERITED = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")      # and no password
_MOST_REMEMBERED = 20_000
_MOST_STARTS = 3                                         # it fell so often: then it is let be
_END_MS = 2000


class Speller(QObject):
    """`told` when words were answered that nobody knew; `suggested(word, words)`. The process starts with the first
    question, never before. `folders` None = where dictionaries usually lie."""

    told = Signal()
    suggested = Signal(str, list)

    def __init__(self, folders: Iterable[Path] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = find_dictionary(folders)
        self._known: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._process: QProcess | None = None
        self._starts = 0

    @property
    def is_there(self) -> bool:
        """Whether this computer has a dictionary, and what reads it."""
        return self._folder is not None and self._starts <= _MOST_STARTS

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
        self._tell({"suggest": word})

    def forget(self) -> None:
        """No word is remembered any more, here or there."""
        self._known.clear()
        self._asked.clear()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_finished)
            process.kill()
            process.waitForFinished(_END_MS)
            process.deleteLater()

    def _tell(self, question: dict[str, object]) -> bool:
        if not self.is_there:
            return False
        if self._process is None:
            self._start()
        if self._process is None:
            return False
        self._process.write(json.dumps(question).encode() + b"\n")
        return True

    def _start(self) -> None:
        self._starts += 1
        if self._folder is None or not self.is_there:
            return
        process = self._process = QProcess(self)
        environment, ours = QProcessEnvironment(), QProcessEnvironment.systemEnvironment()
        for name in _INHERITED:
            if ours.contains(name):
                environment.insert(name, ours.value(name))
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_answer)
        process.finished.connect(self._on_finished)
        process.start(sys.executable, ["-I", "-X", "utf8", "-m", MODULE, str(self._folder)])

    def _on_answer(self) -> None:
        process, heard = self._process, False
        while process is not None and process.canReadLine():
            said = json.loads(bytes(process.readLine().data()))
            if "suggest" in said:
                self.suggested.emit(said["suggest"], said["words"])
            else:
                if len(self._known) > _MOST_REMEMBERED:
                    self._known.clear()
                self._known.update(said["checked"])
                self._asked.difference_update(said["checked"])
                heard = True
        if heard:
            self.told.emit()

    def _on_finished(self) -> None:
        """It fell: what it was asked is asked again when somebody looks."""
        self._asked.clear()
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
