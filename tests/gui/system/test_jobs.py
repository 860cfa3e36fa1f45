"""Work in another thread: its end is told on the GUI thread, and it can be stopped."""
from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.backup_and_restore import Progress
from borgerplan_desktop.gui.system import jobs
from borgerplan_desktop.gui.system.jobs import Job


def test_the_result_arrives_on_the_gui_thread(qtbot: QtBot) -> None:
    owner, seen = QObject(), []

    def work(progress: Progress) -> int:
        progress(0.5)
        seen.append(threading.current_thread() is threading.main_thread())
        return 42

    job = Job(work, owner)
    job.done.connect(lambda result: seen.append((result, threading.current_thread() is threading.main_thread())))
    with qtbot.waitSignals([job.progressed, job.done]):
        job.start()
    assert seen == [False, (42, True)]


def test_what_goes_wrong_is_told(qtbot: QtBot) -> None:
    owner = QObject()

    def work(_progress: Progress) -> None:
        raise OSError("no disk")

    job = Job(work, owner)
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert isinstance(failed.args[0] if failed.args else None, OSError)


def test_it_stops_at_the_next_sign_of_progress(qtbot: QtBot) -> None:
    owner, begun, go_on = QObject(), threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        progress(1.0)
        raise AssertionError("it went on")

    job = Job(work, owner)
    job.start()
    assert begun.wait(5)
    job.cancel()
    with qtbot.waitSignal(job.cancelled):
        go_on.set()


def test_a_dropped_job_says_nothing(qtbot: QtBot) -> None:
    owner, go_on, told = QObject(), threading.Event(), []

    def work(_progress: Progress) -> int:
        go_on.wait(5)
        return 1

    job = Job(work, owner)
    job.done.connect(told.append)
    job.start()
    job.drop()
    go_on.set()
    other = Job(lambda _progress: 2, owner)
    with qtbot.waitSignal(other.done):
        other.start()
    assert told == []


@pytest.mark.parametrize("way", ["dropped", "its owner is gone"])
def test_what_the_worker_spoke_through_goes_on_the_gui_thread(
        qapp: QObject, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker may be done with it last: then Qt took it apart there, while its Job was being taken apart here."""
    gone_in: list[str] = []

    class Watched(jobs._Ends):
        def __del__(self) -> None:
            gone_in.append(threading.current_thread().name)

    monkeypatch.setattr(jobs, "_Ends", Watched)
    owner, go_on = QObject(qapp), threading.Event()
    job = Job(lambda _progress: go_on.wait(5), owner)
    worker = job._thread
    job.start()
    job.drop() if way == "dropped" else owner.deleteLater()
    del job
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go_on.set()
    worker.join(5)
    gc.collect()
    assert gone_in == [threading.main_thread().name]
