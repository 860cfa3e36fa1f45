"""Work in another thread: its end is told on the GUI thread, and it can be stopped."""
from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.backup_and_restore import Progress
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
