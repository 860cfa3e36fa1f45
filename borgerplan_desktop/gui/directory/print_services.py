"""The directory on paper, or the services that were ticked: in which language and print, seen before it is printed."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from borgerplan_desktop.casework.directory.services_paper import services_paper, services_were_printed
from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.papers.reading_language import draft_words
from borgerplan_desktop.casework.session.backup_and_restore import Progress
from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.page_canvas import PageCanvas
from borgerplan_desktop.gui.printing.page_view import Pages, pages_of
from borgerplan_desktop.gui.printing.printing import PagePrinting
from borgerplan_desktop.gui.system.file_dialog import ask_where
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.paper_language import DANISH, LANGUAGES


class PrintServices(CaseDialog):
    drawn = (640, 700)

    def __init__(self, desk: Desk, chosen: Sequence[Service], parent: QWidget | None = None,
                 printer: Callable[[QPrinter, QWidget], bool] | None = None) -> None:
        """None chosen = the whole directory. `printer` stands in for the print dialog."""
        n = len(chosen)
        title = ngettext("{n} service on paper", "{n} services on paper", n).format(n=n) if n else \
            _("The directory on paper")
        super().__init__(desk, parent, title)
        self._chosen, self._printer = list(chosen), printer
        self.pdf = b""
        self._job: Job | None = None
        self._again = False
        self.language = calm_combo(QComboBox(self))
        self.language.setAccessibleName(_("The paper's language"))
        for code, name in LANGUAGES.items():
            self.language.addItem(_(name), code)
        self.language.setCurrentIndex(max(0, self.language.findData(DANISH)))
        self.large = WrappedCheck(_("Large print"), self)
        self.draft = plain_label("", "smallwarn", self, wrap=True)
        self.trouble = plain_label("", "bad", self, wrap=True)
        self.trouble.hide()
        self.pages = QScrollArea(self)
        self.pages.setAccessibleName(_("How the paper looks"))
        self.canvas = PageCanvas(self.pages)
        self.save = button(_("Save a copy as …"), "", "", self)
        self.print = button(_("Print"), "print", "primary", self)
        self.leave = button(_("Close"), "", "", self)
        self.print.setDefault(True)
        choices, row, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        choices.addWidget(self.language)
        choices.addWidget(self.large, 1)
        row.addStretch(1)
        for each in (self.leave, self.save, self.print):
            row.addWidget(each)
        column.addWidget(plain_label(title, "h2", self, wrap=True))
        column.addLayout(choices)
        for each, stretch in ((self.draft, 0), (self.trouble, 0), (self.pages, 1)):
            column.addWidget(each, stretch)
        column.addLayout(row)
        # Signals
        self.language.currentIndexChanged.connect(self._draw)
        self.large.toggled.connect(self._draw)
        self.leave.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)
        self.print.clicked.connect(self._on_print)
        # Initial update
        self._draw()
        self.print.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the pages hold in the whole window: it is the pages one looks at."""
        if not self.canvas.take_key(event):
            super().keyPressEvent(event)

    def _draw(self) -> None:
        """The pages as they are wanted now, off this thread; what is asked for meanwhile comes after."""
        spoken = str(self.language.currentData())
        say(self.draft, draft_words(spoken, self._desk.case))
        if self._job is not None:
            self._again = True
            return
        self.pdf = b""
        for each in (self.print, self.save):
            each.setEnabled(False)
        self.canvas.wait()
        draw = services_paper(self._desk.opened, self._chosen, spoken, self.large.isChecked())
        self._job = Job(partial(_drawn, draw), self)
        self._job.done.connect(self._on_drawn)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _on_drawn(self, made: tuple[bytes, Pages]) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._draw()
            return
        self.pdf, pages = made
        self.canvas.show_paper(pages)
        for each in (self.print, self.save):
            each.setEnabled(True)

    def _on_failed(self, problem: Exception) -> None:
        self._job = None
        say(self.trouble, told(problem)[0] if isinstance(problem, StoreTrouble) else _("The paper could not be made."))

    def _on_print(self) -> None:
        if not self.pdf:
            return
        printing = PagePrinting(self, self.pdf, _("Services"))
        printing.printed.connect(self._on_printed)
        printing.ask_and_print(self._printer)

    def _on_printed(self) -> None:
        self._made()
        self.accept()

    def _on_save(self) -> None:
        name = _("services") + ".pdf"
        dialog = ask_where(self, _("Save a copy as …"), _("PDF files"), name)
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    def save_as(self, path: str) -> None:
        """Save it in this file."""
        try:
            write_whole(Path(path), self.pdf, lasting=False)
        except OSError as problem:
            tell(self, Message(_("The file could not be saved."), _("Everything you have written is stored."),
                               _("Choose another folder, and save again."), type(problem).__name__))
        else:
            self._made()
            self._desk.told.emit(_("The paper is saved as a file."))
            self.accept()

    def _made(self) -> None:
        try:
            services_were_printed(self._desk.opened)
        except StoreTrouble as trouble:
            tell(self, Message(*told(trouble)))


def _drawn(draw: Callable[[], bytes], progress: Progress) -> tuple[bytes, Pages]:
    pdf = draw()
    return pdf, pages_of(partial(bytes, pdf), progress)
