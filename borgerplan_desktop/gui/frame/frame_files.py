"""The frame out of the house and in again: its paper, the paper of a version, and files to and from others."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from borgerplan_desktop.casework.frame.take_in import CaseFileError, FrameFile, read_frame, save_frame
from borgerplan_desktop.casework.frame.versions import approved_pdf
from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.papers.house_papers import BY_KEY, house_paper_was_made
from borgerplan_desktop.casework.papers.read_file import read_file
from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.frame.take_in_frame import TakeInFrame
from borgerplan_desktop.gui.printing.page_window import PageWindow
from borgerplan_desktop.gui.system.file_dialog import ask_where, ask_which
from borgerplan_desktop.gui.system.job_progress import JobProgress
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.framework import FrameVersion

FILE_NAME = "frame.json"


class FrameFiles(QObject):
    """Lives as long as `page`, over whose window its dialogs stand."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.dialog: QFileDialog | None = None
        self._waiting: JobProgress | None = None

    # ------------------------------------------------------------------ paper
    def show_version(self, version: FrameVersion) -> PageWindow | None:
        """The paper as it was approved."""
        try:
            pdf = approved_pdf(self._desk.opened, version)
        except LookupError:
            tell(self._page.window(), Message(_("The paper of this version is not kept.")))
            return None
        name = f"{_('the-frame')}-{version.number}.pdf"
        title = _("The frame, version {number}").format(number=version.number)
        shown = PageWindow(title, pdf, title, _("Print the frame"), self._page.window(), file=name)
        shown.printed.connect(self._on_printed)
        shown.saved.connect(self._on_saved)
        shown.open()
        return shown

    def _on_printed(self) -> None:
        self._record(saved=False)

    def _on_saved(self) -> None:
        self._record(saved=True)

    def _record(self, *, saved: bool) -> None:
        try:
            house_paper_was_made(self._desk.opened, BY_KEY["framework"], saved=saved)
        except StoreTrouble as trouble:
            tell(self._page.window(), Message(*told(trouble)))

    # ------------------------------------------------------------------ files
    def ask_where(self) -> None:
        """Save the frame as a file."""
        self._desk.settle.emit()
        self.dialog = ask_where(self._page.window(), _("Save the frame as a file"), _("Frame files"), FILE_NAME)
        self.dialog.fileSelected.connect(self.save_as)
        self.dialog.open()

    def save_as(self, path: str) -> None:
        try:
            save_frame(self._desk.opened, partial(write_whole, Path(path), lasting=False))
        except StoreTrouble as trouble:
            tell(self._page.window(), Message(*told(trouble)))
        except OSError as problem:
            tell(self._page.window(), Message(
                _("The file could not be saved."), _("Everything you have written is stored."),
                _("Choose another folder, and save again."), type(problem).__name__))
        else:
            self._desk.told.emit(_("The frame is saved as a file."))

    def ask(self) -> None:
        """Take a frame in from a file."""
        self._desk.settle.emit()
        self.dialog = ask_which(self._page.window(), _("Take in a frame from a file"), _("Frame files"), "json")
        self.dialog.fileSelected.connect(self.take_from)
        self.dialog.open()

    def take_from(self, path: str) -> None:
        """Read the file, off the GUI thread: it may be huge, or made to harm us."""
        self._waiting = JobProgress(partial(_read, Path(path)), _("The file is read."), self._page.window(), self)
        self._waiting.done.connect(self.look_at)
        self._waiting.failed.connect(self._on_failed)
        self._waiting.start()

    def look_at(self, file: FrameFile) -> TakeInFrame:
        """What it would bring, before anything is taken in."""
        dialog = TakeInFrame(self._desk, file, self._page.window())
        dialog.open()
        return dialog

    def _on_failed(self, problem: Exception) -> None:
        if isinstance(problem, CaseFileError):
            tell(self._page.window(), Message(*problem.told))
        else:
            tell(self._page.window(), Message(_("The file could not be read."), _("Nothing has been taken in."), "",
                                              type(problem).__name__))


def _read(path: Path, _progress: Callable[[float], None]) -> FrameFile:
    return read_frame(read_file(path))
