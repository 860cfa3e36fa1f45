"""A button that lists every paper that can be made of the case, and opens the chosen one."""
from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from borgerplan_desktop.casework.papers.can_be_made import can_be_made
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.i18n import _

FOLDER = "folder"                                        # no key of a paper


class MakeAPaper(QPushButton):
    """The list is made anew when it is opened: a stay or an end may have come."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Make a paper"), parent)
        self._desk = desk
        set_button_icon(self, "plus")
        self.papers = QMenu(self)
        self.setMenu(self.papers)
        self.papers.aboutToShow.connect(self.list_papers)
        self.papers.triggered.connect(self._on_chosen)
        self.list_papers()

    def list_papers(self) -> None:
        """What can be made now."""
        self.papers.clear()
        self.papers.addAction(_("The citizen's folder: several at once …")).setData(FOLDER)
        self.papers.addSeparator()
        for kind in can_be_made(self._desk.case):
            action = QAction(_(kind.title).replace("&", "&&"), self.papers)
            action.setData(kind.key)
            self.papers.addAction(action)

    def make(self, key: str) -> PaperWindow:
        """See one of them, to print or save it; FOLDER = several at once."""
        if key == FOLDER:
            from borgerplan_desktop.gui.printing.folder_list import show_folder

            return show_folder(self._desk, self.window())
        return show_paper(self._desk, BY_KEY[key], self.window())

    def _on_chosen(self, action: QAction) -> None:
        self.make(str(action.data()))
