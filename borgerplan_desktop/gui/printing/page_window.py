"""A paper that belongs to no case: its pages are seen before it is printed."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.printing.page_canvas import PageCanvas
from borgerplan_desktop.gui.printing.page_view import pages_of
from borgerplan_desktop.gui.printing.printing import PagePrinting
from borgerplan_desktop.gui.system.file_dialog import ask_where
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _


class PageWindow(Dialog):
    """`printed()` when the pages went to the printer, `saved()` when a file has them; `name` is what the print queue
    shows, `verb` the button.
    """

    drawn = (620, 680)
    printed = Signal()
    saved = Signal()

    def __init__(self, title: str, pdf: bytes, name: str, verb: str, parent: QWidget | None = None,
                 chosen: Callable[[QPrinter, QWidget], bool] | None = None, draft: str = "", file: str = "") -> None:
        """`draft` says of its language that nobody who grew up with it has read it; "" = somebody has. `file`: what a
        copy is called that may be saved; "" = it is only printed.
        """
        super().__init__(parent, title)
        self._pdf, self._name, self._chosen, self._file = pdf, name, chosen, file
        self.trouble_label = plain_label("", "bad", self, wrap=True)
        self.trouble_label.hide()
        self.draft_label = plain_label("", "smallwarn", self, wrap=True)
        say(self.draft_label, draft)
        self.page_scroll = QScrollArea(self)
        self.page_scroll.setAccessibleName(_("How the paper looks"))
        self.canvas = PageCanvas(self.page_scroll)
        self.print_button = button(verb, "print", "primary", self)
        self.print_button.setDefault(True)
        self.save_button = button(_("Save a copy as …"), "", "", self)
        self.save_button.setVisible(bool(file))
        self.close_button = button(_("Close"), "", "", self)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.addWidget(plain_label(title, "h2", self))
        column.addWidget(self.trouble_label)
        column.addWidget(self.page_scroll, 1)
        column.addWidget(self.draft_label)
        column.addLayout(row)
        self._job = Job(partial(pages_of, partial(bytes, pdf)), self)    # the worker holds nothing of the window
        # Signals
        self._job.done.connect(self.canvas.show_paper)
        self._job.failed.connect(self._on_failed)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)
        # Initial update
        self.canvas.wait()                               # a page that says it is on its way, not a white one
        self.print_button.setFocus()
        self._job.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the pages hold in the whole window: there is nothing else to look at."""
        if not self.canvas.take_key(event):
            super().keyPressEvent(event)

    def _on_failed(self, _problem: Exception) -> None:
        """It can be printed all the same."""
        say(self.trouble_label, _("The page cannot be shown here, but it can be printed."))

    def _on_print(self) -> None:
        printing = PagePrinting(self, self._pdf, self._name)
        printing.printed.connect(self._on_printed)
        printing.ask_and_print(self._chosen)

    def _on_printed(self) -> None:
        self.printed.emit()
        self.accept()

    def _on_save(self) -> None:
        dialog = ask_where(self, _("Save a copy as …"), _("PDF files"), self._file)
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    def save_as(self, path: str) -> None:
        """Save it in this file."""
        try:
            write_whole(Path(path), self._pdf, lasting=False)
        except OSError as problem:
            tell(self, Message(_("The file could not be saved."), _("Everything you have written is stored."),
                               _("Choose another folder, and save again."), type(problem).__name__))
        else:
            self.saved.emit()
