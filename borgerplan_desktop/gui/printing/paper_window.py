"""Any paper of the case but the plan, as it will be: to read together, in either language and size, print and save."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.paper_kinds import PaperKind, paper_of
from borgerplan_desktop.casework.papers.plan_paper import PAPER_LANGUAGES, Paper
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.preview import Preview
from borgerplan_desktop.gui.printing.printing import PlanPrinting
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.i18n import _, language


class PaperWindow(CaseDialog):
    """`make(language, large print)` gives the paper as it is now; `title` and `verb` are said as they are."""

    drawn = (620, 680)

    def __init__(self, desk: Desk, title: str, make: Callable[[str, bool], Paper], parent: QWidget | None = None,
                 verb: str = "") -> None:
        super().__init__(desk, parent, title)
        self._make = make
        self.language_field = ignore_wheel(QComboBox(self))
        self.language_field.setAccessibleName(_("The paper's language"))
        for code, name in PAPER_LANGUAGES.items():
            self.language_field.addItem(_(name), code)
        self.language_field.setCurrentIndex(self.language_field.findData(language()))
        self.paper = Preview(desk, self)
        self.paper.show_other(title, self._made)
        self.print_button = button(verb or _("Print the paper"), "print", "primary", self)
        self.save_button = button(_("Save a copy as …"), "", "", self)
        self.close_button = button(_("Close"), "", "", self)
        row = QHBoxLayout()
        row.addWidget(self.language_field)
        row.addStretch(1)
        for each in (self.close_button, self.save_button, self.print_button):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.addWidget(self.paper, 1)
        column.addLayout(row)
        # Signals
        self.paper.drawn.connect(self._on_drawn)
        self.paper.refused.connect(self._on_refused_paper)
        self.language_field.currentIndexChanged.connect(self._on_language)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.accept)
        self.print_button.setFocus()

    def _made(self, large_print: bool) -> Paper:
        return self._make(str(self.language_field.currentData()), large_print)

    def _on_drawn(self) -> None:
        for each in (self.print_button, self.save_button):
            each.setEnabled(True)

    def _on_refused_paper(self) -> None:
        """A consent was withdrawn, here or in another window: nothing is printed or saved any more."""
        for each in (self.print_button, self.save_button):
            each.setEnabled(False)
        self.close_button.setFocus()

    def _on_language(self) -> None:
        self.paper.draw_again()

    def printing(self) -> PlanPrinting:
        return PlanPrinting(self._desk, self, self.paper.paper)

    def _on_print(self) -> None:
        self.printing().ask_and_print()

    def _on_save(self) -> None:
        self.printing().ask_and_save()


def show_paper(desk: Desk, kind: PaperKind, parent: QWidget, about: str = "") -> PaperWindow:
    """Open a kind of paper of the case, about a row of it where it has several."""
    desk.settle.emit()                                   # half typed words belong on the paper
    window = PaperWindow(desk, _(kind.title), partial(paper_of, desk.opened, kind, about), parent)
    window.open()
    return window
