"""A button that lists every paper that can be made of the case, and opens the chosen one."""
from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from borgerplan_desktop.casework.papers.blank_forms import blank_form_of, blank_form_was_printed, keys
from borgerplan_desktop.casework.papers.can_be_made import in_groups
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, PaperKind
from borgerplan_desktop.casework.papers.plan_copy import may_have_a_copy
from borgerplan_desktop.casework.papers.plan_paper import plan_paper
from borgerplan_desktop.casework.papers.reading_language import draft_words, spoken_first
from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import in_full
from borgerplan_desktop.gui.printing.page_window import PageWindow
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import has_died
from borgerplan_desktop.model.papers import DocumentKind

BLANK = "blank "                                         # before the key of a form

FOLDER, PLAN = "folder", "plan"                          # no keys of the table


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
        if not has_died(self._desk.case):
            self.papers.addAction(_(DocumentKind.PLAN.label)).setData(PLAN)
        for title, kinds in in_groups(self._desk.case):
            menu = self.papers.addMenu(_(title)) if title else self.papers
            for kind in kinds:
                self._list(kind, menu)
        if not has_died(self._desk.case):
            self._list_forms()

    def _list(self, kind: PaperKind, menu: QMenu) -> None:
        if kind.kind is DocumentKind.HANDOVER:
            self._list_readers(kind, menu)
        else:
            menu.addAction(_(kind.title).replace("&", "&&")).setData(kind.key)

    def _list_forms(self) -> None:
        """They say nothing of the citizen, so they stand in no list."""
        self.papers.addSeparator()
        forms = self.papers.addMenu(_("Blank form, to fill in by pen"))
        for key in keys():
            title = _(BY_KEY[key].title) if key in BY_KEY else _("My own words and goals")
            forms.addAction(title.replace("&", "&&")).setData(f"{BLANK}{key}")

    def _list_readers(self, kind: PaperKind, menu: QMenu) -> None:
        """Whom it can go to today, and the citizen's own copy."""
        readers = menu.addMenu(_(kind.title))
        readers.menuAction().setData(kind.key)
        readers.addAction(_("The citizen's own copy")).setData(kind.key)
        for member in may_have_a_copy(self._desk.opened):
            readers.addAction(in_full(member).replace("&", "&&")).setData(f"{kind.key}/{member.id}")

    def make(self, key: str) -> PaperWindow:
        """See one of them, to print or save it; "handover/ID" is the one for somebody."""
        if key == FOLDER:
            from borgerplan_desktop.gui.printing.folder_list import show_folder

            return show_folder(self._desk, self.window())
        if key == PLAN:
            self._desk.settle.emit()                     # half typed words belong on the paper
            window = PaperWindow(self._desk, _(DocumentKind.PLAN.label), partial(plan_paper, self._desk.opened),
                                 self.window(), _("Print the plan"))
            window.open()
            return window
        key, _slash, about = key.partition("/")
        return show_paper(self._desk, BY_KEY[key], self.window(), about)

    def _on_chosen(self, action: QAction) -> None:
        key = str(action.data())
        if key.startswith(BLANK):
            self.see_blank(key.removeprefix(BLANK), action.text().replace("&&", "&"))
        else:
            self.make(key)

    def see_blank(self, key: str, title: str) -> PageWindow:
        """A form that says nothing of the citizen whose case is open, as they read best; it is printed from there."""
        case = self._desk.case
        spoken = spoken_first(case)
        pdf = blank_form_of(self._desk.opened, key, spoken, case.the(Citizen).paper_large)
        window = PageWindow(title, pdf, "Borgerplan", _("Print the form"), self.window(),
                            draft=draft_words(spoken, case.register))
        window.printed.connect(self._on_blank_printed)
        window.open()
        return window

    def _on_blank_printed(self) -> None:
        blank_form_was_printed(self._desk.opened)
