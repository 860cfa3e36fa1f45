"""Herberget, Tilbud: the directory of services, searched as one types, and the chosen one's card beside it."""
from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from borgerplan_desktop.casework.directory.found_services import Directory, Which
from borgerplan_desktop.casework.directory.sample import take_sample_in
from borgerplan_desktop.casework.directory.services import add_service
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.directory.directory_menu import DirectoryMenu
from borgerplan_desktop.gui.directory.filter_strip import FilterStrip
from borgerplan_desktop.gui.directory.service_card import ServiceCard
from borgerplan_desktop.gui.directory.services_table import ServicesTable
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.printing.house_paper import show_house_paper
from borgerplan_desktop.gui.system.dropped_file import FileDrops
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _, counted, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.directory import STALE, InHouse, Service

FOLLOW_MS = 150                                          # after the last letter: then the card shows what is stood on
SIDE_BY_SIDE, LIST_HIGH, CARD_HIGH = 900, 240, 420       # design pixels
MARGINS = 48                                             # of the page, at both sides
READY_MS = 60                                            # after the page is there: the first letter does not wait


class DirectoryTab(Tab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        everybodys(self)
        self._desk, self._directory = desk, Directory(desk.opened)
        self._marked = ""
        self.empty = EmptyState(
            _("No services yet"), _("Write down what there is for citizens, in town and in the house. It can be chosen "
                                    "in every plan."), _("Take the ready services in"), "house", self)
        self.write_first = self.empty.offer_also(_("Write a service"), "plus")
        self.get_first = self.empty.offer_also(_("Get services from a spreadsheet …"), "disk")
        self.filter = FilterStrip(desk.case, self)
        self.add = button(_("Add a service"), "plus", "primary", self)
        self.menu = DirectoryMenu(desk, self)
        self.count = plain_label("", "small", self, wrap=True)
        self.everything = button(_("Show all"), "", "quiet", self)
        self.table = ServicesTable(desk.opened.today(), self)
        self.card = ServiceCard(desk, self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=READY_MS)
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        # Signals
        self._soon.timeout.connect(self._directory.make_ready)
        self._follow.timeout.connect(self._show_marked)
        self.empty.wanted.connect(self._on_ready_services)
        self.write_first.clicked.connect(self._on_add)
        self.get_first.clicked.connect(self.menu.ask_for_file)
        self.filter.changed.connect(self._on_filter)
        self.add.clicked.connect(self._on_add)
        self.everything.clicked.connect(self.filter.show_everything)
        self.table.chosen.connect(self._on_chosen)
        self.table.services.ticked_changed.connect(self._say_how_many)
        self.card.go_to.connect(self._on_go_to)
        self.menu.print_wanted.connect(self.print_paper)
        self.menu.came_in.connect(self._on_came_in)
        FileDrops(self, self.table).dropped.connect(self.menu.read)
        desk.changed.connect(self._on_changed)
        # Initial update
        self.refresh()
        self._soon.start()

    def _lay_out(self) -> None:
        left, tools, head = Card("", "", self), QHBoxLayout(), QHBoxLayout()
        tools.addWidget(self.add)
        tools.addStretch(1)
        tools.addWidget(self.menu)
        head.addWidget(self.count, 1)
        head.addWidget(self.everything)
        left.body.addLayout(tools)
        left.body.addWidget(self.filter)
        left.body.addLayout(head)
        left.body.addWidget(self.table, 1)
        self.sides = SideBySide(SIDE_BY_SIDE, 14, self)
        self.sides.add(left, 11)
        self.sides.add(self.card, 12)
        self._page = PageScroll(_("Services"), self)
        self._page.body.addWidget(self.sides, 1)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_page"):
            self._fit()

    def _fit(self) -> None:
        """Side by side each half scrolls by itself; one below the other the page does, and both have room."""
        wide = self.width() - MARGINS >= px(SIDE_BY_SIDE)    # ours: theirs is laid out after us
        self._page.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.table.setMinimumHeight(px(120 if wide else LIST_HIGH))
        self.card.setMinimumHeight(px(120 if wide else CARD_HIGH))

    # ------------------------------------------------------------------ what the shell asks
    def show_row(self, row_id: str) -> None:
        if row_id == STALE:
            self.filter.show_only(Which.STALE)
            self.table.setFocus()
            return
        service = self._desk.case.get(Service, row_id)
        day = self._desk.case.get(InHouse, row_id)
        service = service or (self._desk.case.get(Service, day.service_id) if day is not None else None)
        if service is not None:
            self._on_go_to(service)

    def bring_into_sight(self, row_id: str) -> None:
        self.show_row(row_id)

    def standing(self) -> Any:
        return self._marked

    def stand(self, before: Any) -> None:
        self.show_row(str(before))

    def has_main_button(self) -> bool:
        return True

    def print_paper(self) -> bool:
        """Those that are ticked, for a citizen; else the whole directory."""
        show_house_paper(self._desk, "services", self, " ".join(each.id for each in self.ticked()))
        return True

    def ticked(self) -> list[Service]:
        """In the order in which they were ticked."""
        found = (self._desk.case.get(Service, id) for id in self.table.services.ticked)
        return [each for each in found if each is not None]

    # ------------------------------------------------------------------ showing
    def refresh(self) -> None:
        """As it stands now."""
        there = bool(self._desk.case.all(Service))
        self._pages.setCurrentWidget(self._page if there else self.empty)
        self._find()
        self._show_marked()

    def _on_filter(self) -> None:
        """A letter is answered at once, the card a moment later: it asks the archive who uses the service."""
        self._find()
        self._follow.start()

    def _find(self) -> None:
        found = self._directory.find(self.filter.wanted)
        self.table.services.today = self._desk.opened.today()
        self.table.show_rows(found, self._desk.case.get(Service, self._marked))
        self.everything.setVisible(not self.filter.is_empty)
        self._say_how_many()
        self.menu.offer(found)

    def _show_marked(self) -> None:
        marked = self.table.marked()
        if marked is not self.card.service:
            self._mark(marked)

    def _say_how_many(self) -> None:
        n, stale, ticked = len(self.table.services.rows), 0, len(self.table.services.ticked)
        words = [ngettext("{n} service", "{n} services", n).format(n=counted(n)) if n else _("No service found.")]
        if self.filter.wanted.which is Which.IN_USE:
            stale = self._directory.how_many_stale(self.table.services.rows)
        if stale:
            words.append(ngettext("{n} to look at", "{n} to look at", stale).format(n=counted(stale)))
        if ticked:
            words.append(ngettext("{n} ticked", "{n} ticked", ticked).format(n=counted(ticked)))
        self.count.setText(" · ".join(words))

    def _mark(self, service: Service | None) -> None:
        self._marked = service.id if service is not None else ""
        self.card.show_service(service)

    def _on_chosen(self, service: Service | None) -> None:
        self._mark(service)

    def _on_go_to(self, service: Service) -> None:
        """Stand on it, also where the filter hides it."""
        self._marked = service.id
        if self.table.services.row_of(service) < 0:
            today = self._desk.opened.today()
            which = Which.IN_USE if service.is_offered(today) else Which.GONE
            self.filter.show_everything()
            self.filter.which.setCurrentIndex(self.filter.which.findData(which))
        self._marked = service.id
        self._find()
        self._mark(service)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Service) or changes.touches(InHouse):
            self.refresh()

    # ------------------------------------------------------------------ what one does
    def _on_ready_services(self) -> None:
        self._desk.do(take_sample_in)
        self._on_came_in()

    def _on_came_in(self) -> None:
        """The keyboard comes to the list: what it stood on before may be gone with the empty page."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        """A new one with a name to write over; what is typed in the search is what it is called."""
        self._desk.settle.emit()
        made = self._desk.made(add_service, self.filter.search.text().strip() or _("New service"))
        if made is not None:
            self._on_go_to(made)
            self.card.name.setFocus()
            self.card.name.selectAll()
