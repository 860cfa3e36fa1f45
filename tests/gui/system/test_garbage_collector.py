"""Garbage with widgets in it is collected on the GUI thread, never by a worker that happens to fill a generation."""
from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.system.garbage_collector import GarbageCollector


class Ring:
    """Two that hold each other: only the cyclic collector frees them."""

    freed_in: list[int] = []

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Ring.freed_in.append(threading.get_ident())


def test_cycles_are_freed_on_the_gui_thread(qtbot: QtBot) -> None:
    owner = QObject()
    collector = GarbageCollector(owner)
    Ring.freed_in.clear()
    Ring()

    def work() -> None:
        hold = [[n] for n in range(20_000)]              # enough for many collections, were they allowed here
        assert hold

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert Ring.freed_in == []
    _hold = [[n] for n in range(2_000)]
    collector.collect()
    gc.collect()
    assert Ring.freed_in == [threading.get_ident()]
    collector.stop()
    assert gc.isenabled()
    gc.disable()                                         # as every test here runs


def test_what_is_loaded_is_not_looked_through_again(qtbot: QtBot) -> None:
    """A full search took a tenth of a second with the demo open, in the middle of whatever somebody did."""
    owner = QObject()
    collector = GarbageCollector(owner)
    Ring.freed_in.clear()
    before = len(gc.get_objects())
    collector.keep_what_is_there()
    assert len(gc.get_objects()) < before / 10
    Ring()
    gc.collect()
    assert Ring.freed_in == [threading.get_ident()]      # what comes after it goes as ever
    collector.stop()
    assert gc.get_freeze_count() == 0
    gc.disable()
