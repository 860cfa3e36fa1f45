"""Python's cyclic garbage is collected on the GUI thread only: a worker would delete a widget's C++ half there."""
from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 2000


class GarbageCollector(QObject):
    """While it lives, nothing is collected elsewhere; every two seconds the generations that are full are."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._pause = QTimer(self, interval=PAUSE_MS)
        self._pause.timeout.connect(self.collect)
        self._pause.start()

    def collect(self) -> None:
        """Collect the oldest generation that is full, as Python itself would."""
        full = [n for n, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
                if limit and count > limit]
        if full:
            gc.collect(max(full))

    def keep_what_is_there(self) -> None:
        """What is loaded by now stays as long as the program, and is not looked through any more: the window stood
        still for a tenth of a second each time. For a moment at which no case is on the desk yet.
        """
        gc.collect()
        gc.freeze()

    def look_through_all_again(self) -> None:
        """Somebody went out: whatever there is to forget may be forgotten."""
        gc.unfreeze()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._pause.stop()
        gc.unfreeze()
        gc.enable()
