"""The frame as it was approved, on paper: its pages are seen before it is printed or saved."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.gui.printing.page_window import PageWindow
from borgerplan_desktop.gui.system.file_dialog import ask_where
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _


class FramePaper(PageWindow):
    """`pdf` as it is kept. `saved()` when a file has it."""

    def __init__(self, title: str, pdf: bytes, name: str, saved: Callable[[], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(title, pdf, title, _("Print the frame"), parent)
        self._file_name, self._saved = name, saved
        self.where: QFileDialog | None = None
        self.save_button = button(_("Save a copy as …"), "", "", self)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save_button)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(column.count() - 1, row)
        self.save_button.clicked.connect(self.ask_where)

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
