"""A paper that belongs to no case: its pages are seen before it is printed."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.printing.page_view import Pages, PageView, bar_stands_beside, pages_of
from borgerplan_desktop.gui.printing.printing import print_paper
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _


class PageWindow(Dialog):
    """`printed()` when the pages went to the printer; `name` is what the print queue shows, `verb` the button."""

    drawn = (620, 680)
    printed = Signal()

    def __init__(self, title: str, pdf: bytes, name: str, verb: str, parent: QWidget | None = None,
                 chosen: Callable[[QPrinter, QWidget], bool] | None = None) -> None:
        super().__init__(parent, title)
        self._pdf, self._name, self._chosen = pdf, name, chosen
        self.pages: list[PageView] = []
        self.trouble_label = plain_label("", "bad", self, wrap=True)
        self.trouble_label.hide()
        self.page_scroll = QScrollArea(self)
        bar_stands_beside(self.page_scroll)
        self.page_scroll.setWidgetResizable(True)
        self.page_scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page_scroll.setAccessibleName(_("How the paper looks"))
        held = QWidget(self.page_scroll)
        self._column = QVBoxLayout(held)
        self._column.addStretch(1)
        self.page_scroll.setWidget(held)
        self.print_button = button(verb, "print", "primary", self)
        self.print_button.setDefault(True)
        self.close_button = button(_("Close"), "", "", self)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.addWidget(plain_label(title, "h2", self))
        column.addWidget(self.trouble_label)
        column.addWidget(self.page_scroll, 1)
        column.addLayout(row)
        self._job = Job(partial(pages_of, partial(bytes, pdf)), self)    # the worker holds nothing of the window
        # Signals
        self._job.done.connect(self._on_drawn)
        self._job.failed.connect(self._on_failed)
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self.reject)
        # Initial update
        self.print_button.setFocus()
        self._job.start()

    def _on_drawn(self, drawn: Pages) -> None:
        for number, image in drawn.images.items():
            page = PageView(self.page_scroll)
            self._column.insertWidget(number, page)
            page.show_page(image, number + 1, drawn.count)
            self.pages.append(page)

    def _on_failed(self, _problem: Exception) -> None:
        """It can be printed all the same."""
        say(self.trouble_label, _("The page cannot be shown here, but it can be printed."))

    def _on_print(self) -> None:
        if print_paper(self, self._pdf, self._name, self._chosen):
            self.printed.emit()
            self.accept()
