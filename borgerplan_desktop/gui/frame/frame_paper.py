"""The frame on paper: its pages are seen, in either size, before it is printed or saved."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.gui.printing.page_view import pages_of
from borgerplan_desktop.gui.printing.page_window import PageWindow
from borgerplan_desktop.gui.system.file_dialog import ask_where
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _

Draw = Callable[[bool], bytes]                           # large print


class FramePaper(PageWindow):
    """`draw` makes it in either size; what was kept as it was is given as its bytes. `saved()` when a file has it."""

    def __init__(self, title: str, draw: Draw | bytes, name: str, saved: Callable[[], object],
                 parent: QWidget | None = None) -> None:
        pdf = draw if isinstance(draw, bytes) else draw(False)
        super().__init__(title, pdf, title, _("Print the paper"), parent)
        self._draw, self._file_name, self._saved = draw, name, saved
        self.where: QFileDialog | None = None
        self.large_box = QCheckBox(_("Large print"), self)
        self.large_box.setVisible(not isinstance(draw, bytes))
        self.save_button = button(_("Save a copy as …"), "", "", self)
        row = QHBoxLayout()
        row.addWidget(self.large_box)
        row.addStretch(1)
        row.addWidget(self.save_button)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(column.count() - 1, row)
        self.large_box.toggled.connect(self._on_large)
        self.save_button.clicked.connect(self.ask_where)

    def _on_large(self, on: bool) -> None:
        if not isinstance(self._draw, bytes):
            self._pdf = self._draw(on)
            self.canvas.wait()
            self._job = Job(partial(pages_of, partial(bytes, self._pdf)), self)
            self._job.done.connect(self.canvas.show_paper)
            self._job.failed.connect(self._on_failed)
            self._job.start()

    def ask_where(self) -> None:
        self.where = ask_where(self, _("Save a copy as …"), _("PDF files"), self._file_name)
        self.where.fileSelected.connect(self.save_as)
        self.where.open()

    def save_as(self, path: str) -> None:
        """Save it in this file."""
        try:
            write_whole(Path(path), self._pdf, lasting=False)
        except OSError as problem:
            tell(self, Message(_("The file could not be saved."), _("Everything you have written is stored."),
                               _("Choose another folder, and save again."), type(problem).__name__))
            return
        self._saved()
