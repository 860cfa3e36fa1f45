"""Long work off the GUI thread. It never gets the open case, only what it may read by itself."""
from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from borgerplan_desktop.casework.session.backup_and_restore import Cancelled, Progress

NAME = "borgerplan-job"                                  # of the thread: who ends the process waits for it


TURN_S = 0.0005                                          # as long the window waits for its turn while work goes on


class _Told:
    """The work calls it with its share as it goes; it raises Cancelled when the work shall stop."""

    def __init__(self, tell: Progress) -> None:
        self._tell, self._stop = tell, threading.Event()

    def __call__(self, share: float) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._tell(share)

    def stop(self) -> None:
        self._stop.set()


class Job(QObject):
    """`Job(work, parent)` runs `work(progress)` in a worker thread; its signals arrive on the GUI thread.

    Of `done`, `failed` and `cancelled` exactly one comes, unless the job was dropped or its parent is gone.
    """

    progressed = Signal(float)                           # 0.0–1.0
    done = Signal(object)
    failed = Signal(object)                              # the exception
    cancelled = Signal()

    def __init__(self, work: Callable[[Progress], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._ends = _Ends()                             # without a parent: the worker may outlive ours
        self._progress = _Told(self._ends.progressed.emit)
        self._thread = threading.Thread(target=_run, args=(work, self._progress, self._ends), name=NAME)
        self._ends.progressed.connect(self.progressed)
        self._ends.done.connect(self.done)
        self._ends.failed.connect(self.failed)
        self._ends.cancelled.connect(self.cancelled)

    def start(self) -> Job:
        sys.setswitchinterval(TURN_S)                    # Python's own 5 ms, many times a key, are felt in the hands
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Stop at the next sign of progress."""
        self._progress.stop()

    def drop(self) -> None:
        """Nobody waits for it any more: stop, and say nothing."""
        self.cancel()
        self.blockSignals(True)
        self.deleteLater()


class _Ends(QObject):
    """What the worker speaks through. It holds on to itself: only the collector lets go of it, on the GUI thread.

    Else it goes with whoever is done with it last: the worker, while Qt may just be taking its Job apart here.
    """

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._itself = self


def _run(work: Callable[[Progress], Any], progress: Progress, ends: _Ends) -> None:
    try:
        result = work(progress)
    except Cancelled:
        ends.cancelled.emit()
    except Exception as error:  # noqa: BLE001  told to the person by whoever started it
        ends.failed.emit(error)
    else:
        ends.done.emit(result)
