"""A paper of the shelter's own case: seen in the language and size it shall have, printed, or saved as a file."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.papers.house_papers import (
    BY_KEY,
    HouseKind,
    draw_house_paper,
    house_file_name,
    house_paper_was_made,
)
from borgerplan_desktop.casework.papers.reading_language import draft_words
from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
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
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.paper_language import LANGUAGES


class HousePaperWindow(CaseDialog):
    drawn = (640, 700)

    def __init__(self, desk: Desk, kind: HouseKind, parent: QWidget | None = None, about: str = "",
                 chosen: Callable[[QPrinter, QWidget], bool] | None = None) -> None:
        """`chosen` stands in for the system's print dialog."""
        super().__init__(desk, parent, _(kind.title))
        self._desk, self._kind, self._about, self._chosen = desk, kind, about, chosen
        self.pdf = b""
        self._job: Job | None = None
        self.language_field = ignore_wheel(QComboBox(self))
        self.language_field.setAccessibleName(_("The paper's language"))
        for code in kind.languages:
            self.language_field.addItem(_(LANGUAGES[code]), code)
        self.large_box = QCheckBox(_("Large print"), self)
        self.draft_label, self.trouble_label = (plain_label("", role, self, wrap=True) for role in ("smallwarn", "bad"))
        self.trouble_label.hide()
        self.page_scroll = QScrollArea(self)
        self.page_scroll.setAccessibleName(_("How the paper looks"))
        self.canvas = PageCanvas(self.page_scroll)
        self.print_button = button(_(kind.verb), "print", "primary", self)
        self.print_button.setDefault(True)
        self.save_button = button(_("Save a copy as …"), "", "", self)
        self.close_button = button(_("Close"), "", "", self)
        choices, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for each in (self.language_field, self.large_box):
            choices.addWidget(each)
        choices.addStretch(1)
        foot.addStretch(1)
        for each in (self.close_button, self.save_button, self.print_button):
            foot.addWidget(each)
        column.addWidget(plain_label(_(kind.title), "h2", self))
        column.addWidget(self.trouble_label)
        column.addWidget(self.page_scroll, 1)
        column.addLayout(choices)
        column.addWidget(self.draft_label)
        column.addLayout(foot)
        # Signals
        self.language_field.currentIndexChanged.connect(self._draw)
        self.large_box.toggled.connect(self._draw)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.accept)
        # Initial update
        self.canvas.wait()
        self._draw()
        self.print_button.setFocus()

    @property
    def language(self) -> str:
        return str(self.language_field.currentData())

    def _draw(self) -> None:
        """Off the GUI thread; until it is there nothing can be printed."""
        if self._job is not None:
            self._job.drop()
        self.pdf = b""
        for each in (self.print_button, self.save_button):
            each.setEnabled(False)
        say(self.draft_label, draft_words(self.language, self._desk.case))
        draw = draw_house_paper(self._desk.opened, self._kind, self.language, self.large_box.isChecked(), self._about)
        self._job = Job(partial(pages_of, draw), self)
        self._job.done.connect(self._on_drawn)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _on_drawn(self, pages: Pages) -> None:
        self.pdf, self._job = pages.pdf, None
        self.canvas.show_paper(pages)
        for each in (self.print_button, self.save_button):
            each.setEnabled(True)
        if not self.close_button.hasFocus():
            self.print_button.setFocus()

    def _on_failed(self, problem: Exception) -> None:
        self._job = None
        say(self.trouble_label, " ".join(filter(None, told(problem)[:3])) if isinstance(problem, StoreTrouble) else
            _("The paper could not be made. Everything you have written is stored."))

    def _on_print(self) -> None:
        printing = PagePrinting(self, self.pdf, house_file_name(self._kind))
        printing.printed.connect(self._on_printed)
        printing.ask_and_print(self._chosen)

    def _on_printed(self) -> None:
        self._record(saved=False)
        self.accept()

    def _on_save(self) -> None:
        dialog = ask_where(self, _("Save a copy as …"), _("PDF files"), house_file_name(self._kind))
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
            self._record(saved=True)

    def _record(self, *, saved: bool) -> None:
        try:
            house_paper_was_made(self._desk.opened, self._kind, saved=saved)
        except StoreTrouble as trouble:
            tell(self, Message(*told(trouble)))


def show_house_paper(desk: Desk, key: str, parent: QWidget, about: str = "") -> HousePaperWindow:
    """Open a paper of the shelter's case, about one row of it where it has such."""
    desk.settle.emit()                                   # half typed words belong on the paper
    window = HousePaperWindow(desk, BY_KEY[key], parent.window(), about)
    window.open()
    return window
