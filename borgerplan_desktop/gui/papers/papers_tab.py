"""The tab Papirer: consents, the papers made so far, and the earlier plans that the one plan replaces."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QWidget,
)

from borgerplan_desktop.casework.course.overview import ASK
from borgerplan_desktop.casework.papers.paper_kinds import FOR_BOTH
from borgerplan_desktop.casework.papers.plan_paper import consent_paper
from borgerplan_desktop.casework.papers.reading_language import made_in
from borgerplan_desktop.casework.papers.signed_consent import kept_paper
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.sizes import UNLIMITED
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.consents_page import ConsentsPage
from borgerplan_desktop.gui.papers.earlier_plans_page import EarlierPlansPage
from borgerplan_desktop.gui.papers.knowledge_page import KnowledgePage
from borgerplan_desktop.gui.papers.make_a_paper import MakeAPaper
from borgerplan_desktop.gui.papers.papers_form import PapersForm
from borgerplan_desktop.gui.papers.written_once_card import GIVEN, WrittenOnceCard
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.widgets.label import in_a_row
from borgerplan_desktop.gui.widgets.two_lines import ID, TwoLines, add_two_lines
from borgerplan_desktop.i18n import _, clock, day, listed
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.paper_language import with_beside
from borgerplan_desktop.model.papers import Delivery, Document, MadeHow, Reader
from borgerplan_desktop.model.plan import PlanVersion
from borgerplan_desktop.model.shelter import StaffMember

SIDE_BY_SIDE = 1200                                      # design pixels: the whole table, and the person beside it
BOTH = 560                                               # from here on an earlier plan stands beside their list


class PapersTab(PapersForm):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        load_form(self, "papers_tab")
        self.consents = ConsentsPage(desk, self)
        self.earlier = EarlierPlansPage(desk, self)
        self.knowledge = KnowledgePage(desk, self.pages)
        self.pages.addWidget(self.knowledge)
        self.make_button = MakeAPaper(desk, self.made_page)
        self.made_column.insertWidget(0, self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.written_once = WrittenOnceCard(desk, self.made_page)
        self.made_column.addWidget(self.written_once)
        self.doors = (self.consents_button, self.made_button, self.earlier_button, self.knowledge_button)
        self.made_list.setItemDelegate(TwoLines(self.made_list))
        # Signals
        for number, button in enumerate(self.doors):
            button.setProperty("page", number)
            button.toggled.connect(self._on_page)
        self.open_button.clicked.connect(self._on_open)
        self.form_button.clicked.connect(self.see_form)
        self.made_empty.wanted.connect(self.see_form)
        self.made_list.itemActivated.connect(self._on_open)
        self.made_list.currentItemChanged.connect(self._on_chosen)
        desk.changed.connect(self._on_changed)
        # Initial update
        self.consents_button.setChecked(True)
        self.pages.setCurrentIndex(0)
        self._show_made()

    def show_row(self, row_id: str) -> None:
        """Bring a page ("made", "earlier", "knowledge"), a row of one, or a person to the front; ASK and a person opens
        the question itself."""
        if row_id.startswith(ASK):
            self.show_row(row_id.removeprefix(ASK))
            self.consents.ask()
            return
        if self.knowledge.choose(row_id):
            self.knowledge_button.setChecked(True)
            return
        button = {"made": self.made_button, "earlier": self.earlier_button, "knowledge": self.knowledge_button}.get(
            row_id, self.consents_button)
        button.setChecked(True)
        self.consents.choose(row_id)

    def standing(self) -> tuple[int, str]:
        """The page, and the person whose consents are shown."""
        return self.pages.currentIndex(), self.consents.chosen_id()

    def stand(self, before: tuple[int, str]) -> None:
        page, person = before
        self.doors[page].setChecked(True)
        self.consents.choose(person)

    def has_main_button(self) -> bool:
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "add_button"):
            self._arrange()                              # another size of text, and perhaps no resize

    def _arrange(self) -> None:
        """Where there is no room beside the table, the chosen person stands below it."""
        beside = self.width() >= px(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction
        self.consents_row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.earlier_row.setDirection(
            direction.LeftToRight if self.width() >= px(BOTH) else direction.TopToBottom)
        self.person_card.setMaximumWidth(px(330) if beside else UNLIMITED)
        self.matrix.setMinimumHeight(px(200 if beside else 300))

    def _on_page(self, on: bool) -> None:
        if on:
            chosen = next(b for b in self.doors if b.isChecked())
            self.pages.setCurrentIndex(int(chosen.property("page")))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(PlanVersion) or any(map(changes.touches, GIVEN)):
            self._show_made()

    def _show_made(self) -> None:
        """Newest first."""
        documents = list(reversed(self._desk.case.all(Document)))
        staff = self._desk.opened.shelter.case if self._desk.opened.shelter is not None else None
        self.made_list.clear()
        for document in documents:
            by = staff.get(StaffMember, document.made_by) if staff is not None else None
            name = _(document.kind.label)
            if document.version is not None:
                name += " · " + _("version {n}").format(n=document.version)
            if document.reader is not Reader.CITIZEN and document.kind in FOR_BOTH:
                name += " · " + self._for_whom(document)
            when = _("{day} at {time}").format(day=day(document.made_at.date(), self._desk.opened.today()),
                                               time=clock(document.made_at))
            words = (_(document.made_how.label), *made_in(document), in_a_row(document.purpose),
                     _("with a password") if document.has_password else "", when, by.name if by is not None else "")
            add_two_lines(self.made_list, name, " · ".join(part for part in words if part), document.id)
        self.made_card.setVisible(bool(documents))
        if not documents:
            self.made_empty.say(*self._nothing_made(), _("Print an empty consent form"))
        self.made_empty.setVisible(not documents)
        self.made_list.setCurrentRow(0)
        self._on_chosen()

    def _for_whom(self, document: Document) -> str:
        """By name, where it is one person's own copy and they are known."""
        one = self._desk.case.of(Delivery, Delivery.document_id, document.id) if document.reader is Reader.ONE else []
        names = listed([in_a_row(each.to_name) for each in one if each.to_name.strip()])
        return _("Copy for {name}").format(name=names) if names else _(document.reader.label)

    def _nothing_made(self) -> tuple[str, str]:
        """Invitations and minutes may have been given all the same."""
        given = not self.written_once.isHidden()
        return (_("Nothing printed or saved yet") if given else _("No papers yet"),
                _("What was given or sent stands below.") if given else
                _("They come here when the plan is printed, saved or adopted."))

    def see_form(self) -> PaperWindow:
        """A consent form for a pen."""
        window = PaperWindow(self._desk, _("Consent to share information"),
                             partial(consent_paper, self._desk.opened, None), self, _("Print the form"))
        window.open()
        return window

    def _document(self) -> Document | None:
        """The chosen paper."""
        item = self.made_list.currentItem()
        return self._desk.case.get(Document, item.data(ID)) if item is not None else None

    def _version(self) -> PlanVersion | None:
        """The adopted version of the chosen paper, where it is the citizen's own: what others got is kept as it was."""
        document = self._document()
        return next((v for v in self._desk.case.all(PlanVersion)
                     if document is not None and document.made_how is not MadeHow.SIGNED
                     and document.reader is Reader.CITIZEN and document.version == v.number), None)

    def _on_chosen(self, *_changed: object) -> None:
        document = self._document()
        self.open_button.setEnabled(self._version() is not None or (
            document is not None and bool(document.digest)))

    def _on_open(self, *_item: object) -> None:
        version, document = self._version(), self._document()
        if version is not None and document is not None:
            window = PaperWindow(self._desk, _("The citizen's plan"), version, self, _("Print the plan"))
            window.begin_as(with_beside(document.language, document.beside), document.large_print)
            window.open()
        elif document is not None:
            self.see_kept(document)

    def see_kept(self, document: Document) -> PaperWindow | None:
        """A paper that was kept as it was; None = it was not."""
        paper = kept_paper(self._desk.opened, document)
        if paper is None:
            return None
        window = PaperWindow(self._desk, _(document.kind.label), paper, self)
        if document.reader is not Reader.CITIZEN:        # what they may be told today can be something else
            window.only_show(_("This is the copy as it was given. A new one is printed from the plan, with what "
                               "consent covers today."))
        window.open()
        return window
