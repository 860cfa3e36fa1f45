"""Something went wrong that nobody foresaw: said plainly once, with details that carry nothing a person has written."""
from __future__ import annotations

import sys
import threading
import traceback
from pathlib import PureWindowsPath
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.i18n import _


class CrashReporter(QObject):
    """Takes the place of `sys.excepthook` while the window lives; slots that fail end here, and those that come to
    what the person may not read.

    What fails in another thread, or while something is thrown away, goes to standard error (a log, perhaps) as bare
    places.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._telling = False
        sys.excepthook = self.report
        threading.excepthook = sys.unraisablehook = _say_where

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show the message, once at a time."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if self._telling:
            return
        self._telling = True
        from borgerplan_desktop.casework.refused import NotForYou  # not before the first window
        from borgerplan_desktop.gui.widgets.message import Message, tell

        dialog = tell(self._window, Message(error.message) if isinstance(error, NotForYou) else Message(
            _("Something went wrong in the program."), _("Everything you have written is stored."),
            _("Go on. If it happens again, close Borgerplan and start it again."), where(kind, trace)))
        dialog.finished.connect(self._on_told)

    def _on_told(self) -> None:
        self._telling = False


def _say_where(failed: threading.ExceptHookArgs | sys.UnraisableHookArgs) -> None:
    if sys.stderr is not None:
        sys.stderr.write(where(failed.exc_type, failed.exc_traceback) + "\n")


def where(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The places in the program that led there: no values, no texts, not even the exception's own words."""
    frames = traceback.extract_tb(trace)                # PureWindowsPath cuts at both kinds of stroke
    frames = [f"{PureWindowsPath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
    return "\n".join([kind.__name__, *frames])
