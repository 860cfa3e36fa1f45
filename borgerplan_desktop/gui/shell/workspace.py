"""The place of work: the list at the left, Min dag or the tabs of a case at the right, the status line below."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QStackedWidget, QWidget

from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.icons import icon
from borgerplan_desktop.gui.appearance.low import is_low
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.citizens.my_day import MyDay
from borgerplan_desktop.gui.citizens.side_panel import SidePanel
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.editing.tab_state import TabState, stand, standing
from borgerplan_desktop.gui.shell.case_pages import CasePages
from borgerplan_desktop.gui.shell.header import Header, HeaderFacts
from borgerplan_desktop.gui.widgets.case_tabs import CaseTabs
from borgerplan_desktop.gui.widgets.label import ElidedLabel
from borgerplan_desktop.i18n import _, clock

ROOM_FOR_HEAD = 560  # design pixels; in a lower window, or with large text, the header is a line or two
ROOM_FOR_LIST = 900  # design pixels; in a narrower window, or with large text, the list is a rail


class Workspace(QWidget):
    """Holds the tabs of the case by key; makes each when it is first shown. `tab_shown(key)`: it is in front."""

    tab_shown = Signal(str)

    side: SidePanel
    pages: QStackedWidget
    my_day: MyDay
    case_page: QWidget
    header: Header
    tab_bar: CaseTabs
    tabs: QStackedWidget
    status: QFrame
    stored_label: ElidedLabel
    who_label: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._case_pages: CasePages | None = None        # of the kind of case that is shown, or was last
        self._shown: dict[str, Tab] = {}
        self._shortcuts: list[QShortcut] = []
        self._stood: dict[str, TabState] = {}            # of tabs that wait to be made anew
        self._sights: dict[tuple[str, str], Any] = {}    # of cases that were open before, by their id and the tab
        self._folded_by_hand = False  # the person's wish for Min dag and Overblik
        self._narrow = False
        self._among = False                              # people, when the list was folded or unfolded last
        self._stored_at: datetime | None = None
        load_form(self, "workspace")
        self.tab_bar.currentChanged.connect(self._on_tab)
        self.side.fold_wanted.connect(self.toggle_rail)
        self.side.set_opened("")

    # ---------------------------------------------------------------- the case
    def show_case(self, desk: Desk, pages: CasePages, tab: str = "") -> None:
        """Show the case on the desk with the pages of its kind; "" = the first of them."""
        listed = self.side.citizens.hasFocus() or self.side.search_field.hasFocus()
        self.close_case()
        self._desk = desk
        if pages is not self._case_pages:
            self._lay_out(pages)
        self.side.set_opened(desk.opened.id, house=pages.is_house)
        self.pages.setCurrentWidget(self.case_page)
        self.go(tab)
        if not listed:                                   # after unlocking: not at the list that is folded away
            self.tab_bar.setFocus()

    def close_case(self) -> None:
        """Back to Min dag; the tabs of the case are let go."""
        self._let_go()
        self._desk, self._stood = None, {}
        self.header.show_facts(HeaderFacts(""))
        self.side.set_opened("")
        self.pages.setCurrentWidget(self.my_day)
        self._fold_as_fits()

    def _lay_out(self, pages: CasePages) -> None:
        """The row of tabs of another kind of case."""
        self._case_pages = pages
        self.tab_bar.blockSignals(True)
        while self.tab_bar.count():
            self.tab_bar.removeTab(0)
        for shortcut in self._shortcuts:
            shortcut.deleteLater()
        self._shortcuts = []
        for page in pages.pages:
            at = self.tab_bar.addTab(_(page.name))
            self.tab_bar.setTabData(at, page.key)
            if page.icon:
                self.tab_bar.setTabIcon(at, icon(page.icon))
            if page.shortcut:
                shortcut = QShortcut(QKeySequence(page.shortcut), self.case_page)
                shortcut.setProperty("tab", page.key)
                shortcut.activated.connect(self._on_shortcut)
                self._shortcuts.append(shortcut)
        self.tab_bar.setAccessibleName(_(pages.name))
        self.tab_bar.blockSignals(False)

    def make_anew(self) -> None:
        """In another language the tabs say everything again; each comes back as it stood when it is next shown."""
        self._stood |= {key: standing(page) for key, page in self._shown.items()}
        self._let_go()
        self._on_tab(self.tab_bar.currentIndex())

    def let_go_of_hidden(self) -> None:
        """What nobody sees now can be made again when it is wanted."""
        if self._desk is not None:
            self._desk.settle.emit()                     # what is typed is stored first
        for page in self._shown.values():
            page.let_go_of_hidden()

    def _let_go(self) -> None:
        for key, page in self._shown.items():
            if self._desk is not None and (sight := page.sight()) is not None:
                self._sights[self._desk.opened.id, key] = sight
            from borgerplan_desktop.gui.editing.fields import TextField  # with the calendar: not before the first tab

            for field in page.findChildren(TextField):
                field.show_row(None)                     # what is half typed is stored or kept
            self.tabs.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._shown = {}

    def has_case(self) -> bool:
        return self.pages.currentWidget() is self.case_page

    def go(self, key: str) -> None:
        """Bring a tab to the front; the first one if this kind of case has none of that name."""
        keys = self._case_pages.keys if self._case_pages is not None else []
        at = keys.index(key) if key in keys else 0
        if self.tab_bar.currentIndex() == at:
            self._on_tab(at)
        else:
            self.tab_bar.setCurrentIndex(at)

    def current_tab(self) -> str:
        """The key of the tab in front; "" on Min dag."""
        return str(self.tab_bar.tabData(self.tab_bar.currentIndex())) if self.has_case() else ""

    def tab(self, key: str) -> Tab | None:
        """The tab, if it has been shown."""
        return self._shown.get(key)

    def front(self) -> Tab | None:
        """The tab in front; None on Min dag."""
        return self._shown.get(self.current_tab())

    def current_part(self) -> str:
        """The part of the tab that is in front; "" = it has none."""
        front = self.front()
        return front.part() if front is not None else ""

    def _among_people(self) -> bool:
        key, front = self.current_tab(), self.front()
        return bool(key) and self._case_pages is not None and (
            self._case_pages.page(key).among_people or (front is not None and front.is_among_people()))

    # ---------------------------------------------------------------- the rail
    def toggle_rail(self) -> None:
        """F8: fold or unfold; among people the list unfolds only until the tab is left."""
        folded = not self.side.is_folded()
        if not self._among_people() and not self._narrow:
            self._folded_by_hand = folded
        self.side.fold(folded)

    def _fold_as_fits(self) -> None:
        focused = QApplication.focusWidget()
        among_names = focused is not None and self.side.isAncestorOf(focused)
        self._among = self._among_people()
        self.side.fold(self._among or self._folded_by_hand or self._narrow)
        if among_names and self.side.is_folded() and self.has_case():
            self.tab_bar.setFocus()                      # not at the button that would unfold the names again

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_at_room()

    def _look_at_room(self) -> None:
        self.header.be_low(self.height() < px(ROOM_FOR_HEAD), is_low(self))
        narrow = self.width() < px(ROOM_FOR_LIST)
        if narrow != self._narrow:
            self._narrow = narrow
            self._fold_as_fits()

    # ---------------------------------------------------------------- the status line
    def show_stored(self, at: datetime | None) -> None:
        """When everything was stored last; None = nothing changed yet."""
        self._stored_at = at
        self.stored_label.setText(
            _("Stored at {time} and encrypted on this pc").format(time=clock(at)) if at
            else _("Everything is stored and encrypted on this pc")
        )

    def show_who(self, name: str, shelter: str) -> None:
        """Who is logged in, and where."""
        self.who_label.setText(f"{name} · {shelter}" if shelter else name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "who_label"):
            return
        if event.type() == QEvent.Type.FontChange:
            self._look_at_room()
        elif event.type() == QEvent.Type.LanguageChange:
            if self._case_pages is not None:
                self.tab_bar.setAccessibleName(_(self._case_pages.name))
                for at, page in enumerate(self._case_pages.pages):
                    self.tab_bar.setTabText(at, _(page.name))
            self.show_stored(self._stored_at)

    def is_nameless(self) -> bool:
        """Whether nobody's name may be in sight now."""
        tab = self.front()
        return tab is not None and tab.is_nameless()

    def show_facts(self, facts: HeaderFacts) -> None:
        """Who the open case is about, but where nobody may be named."""
        self.header.show_facts(HeaderFacts(_("Anonymous")) if self.is_nameless() else facts)

    def _on_turned(self) -> None:
        if self._among_people() is not self._among:      # else the list stays as it is, also if unfolded by hand
            self._fold_as_fits()
        self.tab_shown.emit(self.current_tab())

    def _on_shortcut(self) -> None:
        self.go(str(self.sender().property("tab")))
        self.tab_bar.setFocus()                          # one Tab from the head of the page, wherever one was in it

    def _on_tab(self, at: int) -> None:
        key = str(self.tab_bar.tabData(at))
        if not self.has_case() or self._desk is None or self._case_pages is None:
            return
        if key not in self._shown:
            self._shown[key] = self._case_pages.page(key).make(self._desk, self.tabs)
            self._shown[key].turned.connect(self._on_turned)
            self.tabs.addWidget(self._shown[key])
            if (sight := self._sights.get((self._desk.opened.id, key))) is not None:
                self._shown[key].look_as(sight)
        self.tabs.setCurrentWidget(self._shown[key])
        if key in self._stood:
            stand(self._shown[key], self._stood.pop(key))
        self._fold_as_fits()
        self.tab_shown.emit(key)
