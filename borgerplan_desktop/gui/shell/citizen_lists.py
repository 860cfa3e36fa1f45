"""Fills the list at the left and Min dag from the archive, and searches as one types.

The store answers a page in a few milliseconds however many citizens there are, so every key is answered at once: there
is no question on its way that a newer one could overtake.
"""
from __future__ import annotations

from contextlib import suppress
from datetime import date

from PySide6.QtCore import QObject, Signal

from borgerplan_desktop.casework.course import citizen_list, written
from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.archive import CitizenLine as Line
from borgerplan_desktop.gui.citizens.citizen_list import CitizenLine
from borgerplan_desktop.gui.shell.day_on_screen import DayOnScreen
from borgerplan_desktop.gui.shell.workspace import Workspace
from borgerplan_desktop.i18n import _, counted

HITS = 30                                                # places in what is written
PAGE = 60                                                # citizens who are shown before one scrolls
REACH = 1000                                             # of whom a search is counted, and the open one looked for


class CitizenLists(QObject):
    """`refresh()` after every change; knows the scope and the words sought."""

    refused = Signal(str)                                # nobody may be seen: the sentence that says why

    def __init__(self, archive: Archive, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._archive, self._side = archive, workspace.side
        self.day = DayOnScreen(archive, workspace.my_day, self)
        self._scope, self._words = "mine", ""
        self._on_record = False                          # this search
        self._change = 0                                 # as of which change the list is
        self._counted: dict[str, int] = {}               # by scope
        self._counted_as_of: tuple[int, date] | None = None
        self._last: Line | None = None                   # where it ends
        self._side.scope_chosen.connect(self._on_scope)
        self._side.order_chosen.connect(self._on_order)
        self._side.typed.connect(self._on_typed)
        self._side.searched.connect(self._on_searched)
        self._side.more_wanted.connect(self._on_more)

    def refresh(self) -> None:
        """Show the citizens and the day as they are now. What the store refuses just now stays as it was; whoever may
        not see them sees nobody."""
        try:
            self._archive.shelter.catch_up()
            self.day.refresh()
            self._show_list(self._side.citizens.reached())
            if self._on_record:
                self._show_written()
        except StoreTrouble:
            return
        except NotForYou as refusal:
            self._show_nobody(refusal)

    def _show_nobody(self, refusal: NotForYou) -> None:
        self._side.show_lines([], self._scope, self._words, 0, "", False)
        self._side.show_written([])
        self.day.show_nobody()
        self.refused.emit(refusal.message)

    # ------------------------------------------------------------------ the list
    def _show_list(self, reached: int = 0) -> None:
        """The first page, and what one has scrolled past; as far as the open citizen, who is marked in it."""
        citizens, scope = self._side.citizens, self._sought_in()
        opened = citizens.opened()
        if is_far := bool(opened) and not citizens.shows(opened):
            stands = citizen_list.stands_at(self._archive, scope, self._words, opened, REACH, self._order())
            reached = max(reached, stands if stands < REACH else 0)
        limit = reached + PAGE
        page = citizen_list.page(self._archive, scope, self._words, limit=limit, order=self._order())
        more = len(page.seen) == limit
        self._side.show_lines(_lines(page.seen), self._scope, self._words,
                              self.day.others, self._count(scope, page.change) if more else "", more)
        self._remember(page)
        if is_far and citizens.shows(opened):
            citizens.set_opened(opened)

    def _on_more(self) -> None:
        """The next page. When somebody was renamed meanwhile, or came or left, what is shown is read anew with it."""
        try:
            page = citizen_list.page(self._archive, self._sought_in(), self._words, self._last, PAGE, self._order())
            if page.change == self._change:
                self._side.add_lines(_lines(page.seen), len(page.seen) == PAGE)
                self._remember(page)
            else:
                self._show_list(self._side.citizens.model().rowCount())
        except StoreTrouble:
            return
        except NotForYou as refusal:
            self._show_nobody(refusal)

    def _remember(self, page: citizen_list.SeenPage) -> None:
        self._change = page.change
        if page.seen:
            self._last = page.seen[-1].line

    def _count(self, scope: str, change: int) -> str:
        """How many there are; a search that finds very many is said to. Nobody is counted twice while nothing changes.
        """
        if not self._words:
            as_of = change, self._archive.today()
            if as_of != self._counted_as_of:
                self._counted, self._counted_as_of = {}, as_of
            if scope not in self._counted:
                self._counted[scope] = citizen_list.how_many(self._archive, scope)
            return counted(self._counted[scope])
        found = citizen_list.how_many(self._archive, scope, self._words, REACH + 1)
        return counted(found) if found <= REACH else _("over {n}").format(n=counted(REACH))

    def _sought_in(self) -> str:
        return "all" if self._words and self._scope == "mine" else self._scope

    def _on_scope(self, scope: str) -> None:
        self._scope = scope
        self._show()
        self._side.citizens.scrollToTop()                # another list is read from its beginning

    def _order(self) -> citizen_list.Order:
        return citizen_list.Order(self._side.order())

    def _on_order(self) -> None:
        self._show()
        self._side.citizens.scrollToTop()

    def _on_typed(self, words: str) -> None:
        self._words = words
        self._show()

    def _show(self) -> None:
        try:
            self._show_list()
        except StoreTrouble:
            return
        except NotForYou as refusal:
            self._show_nobody(refusal)

    def _on_searched(self, words: str) -> None:
        """A search is on record, but not its words: they may be a name."""
        if words and not self._on_record:
            with suppress(StoreTrouble):
                citizen_list.searched(self._archive)
        self._on_record = bool(words)
        self._show_written()

    def _show_written(self) -> None:
        """What is written follows when the typing rests: it is much more than names."""
        try:
            self._side.show_written(written.find(self._archive, self._words, HITS) if self._words else [])
        except (StoreTrouble, NotForYou):
            self._side.show_written([])


def _lines(seen: list[citizen_list.Seen]) -> list[CitizenLine]:
    return [CitizenLine(s.line.id, s.line.name, s.line.room, s.next, s.follow_up) for s in seen]
