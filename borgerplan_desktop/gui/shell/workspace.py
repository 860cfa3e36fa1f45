"""The place of work: the list at the left, Min dag or a citizen's tabs at the right, the status line below."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QStackedWidget, QWidget

from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.citizens.my_day import MyDay
from borgerplan_desktop.gui.citizens.side_panel import SidePanel
from borgerplan_desktop.gui.shell.header import Header, HeaderFacts
from borgerplan_desktop.gui.shell.tab_state import TabState, stand, standing
from borgerplan_desktop.gui.widgets.case_tabs import CaseTabs
from borgerplan_desktop.gui.widgets.label import ElidedLabel
from borgerplan_desktop.i18n import N_, _, clock

TABS = {"overview": N_("Overview"), "plan": N_("Plan"), "network": N_("Network"), "meetings": N_("Meetings"),
        "papers": N_("Papers")}
ROOM_FOR_HEAD = 560  # design pixels; in a lower window, or with large text, the header is a line or two
ROOM_FOR_LIST = 900  # design pixels; in a narrower window, or with large text, the list is a rail
TOGETHER = frozenset({"plan", "network", "meetings", "papers"})  # people sit together: no other citizen's name in sight


class Workspace(QWidget):
    """Holds the tabs by key (TABS); makes each when it is first shown. `tab_shown(key)` tells which is in front."""

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
        self._makers: dict[str, Callable[[QWidget], QWidget]] = {}
        self._shown: dict[str, QWidget] = {}
        self._stood: dict[str, TabState] = {}            # of tabs that wait to be made anew
        self._folded_by_hand = False  # the person's wish for Min dag and Overblik
        self._narrow = False
        self._stored_at: datetime | None = None
        load_form(self, "workspace")
        for key, name in TABS.items():
            self.tab_bar.setTabData(self.tab_bar.addTab(_(name)), key)
        self.tab_bar.currentChanged.connect(self._on_tab)
        self.side.fold_wanted.connect(self.toggle_rail)
        self.side.set_opened("")

    # ---------------------------------------------------------------- the case
    def show_case(self, case_id: str, makers: dict[str, Callable[[QWidget], QWidget]], tab: str = "overview") -> None:
        """Show a citizen: `makers` builds each tab (given its parent) the first time it is shown."""
        listed = self.side.citizens.hasFocus() or self.side.search_field.hasFocus()
        self.close_case()
        self._makers = dict(makers)
        self.side.set_opened(case_id)
        self.pages.setCurrentWidget(self.case_page)
        self.go(tab)
        if not listed:                                   # after unlocking: not at the list that is folded away
            self.tab_bar.setFocus()

    def close_case(self) -> None:
        """Back to Min dag; the tabs of the citizen are let go."""
        self._let_go()
        self._makers, self._stood = {}, {}
        self.header.show_facts(HeaderFacts(""))
        self.side.set_opened("")
        self.pages.setCurrentWidget(self.my_day)
        self._fold_as_fits()

    def make_anew(self) -> None:
        """In another language the tabs say everything again; each comes back as it stood when it is next shown."""
        self._stood |= {key: standing(page) for key, page in self._shown.items()}
        self._let_go()
        self._on_tab(self.tab_bar.currentIndex())

    def _let_go(self) -> None:
        for page in self._shown.values():
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
        """Bring a tab to the front."""
        at = list(TABS).index(key)
        if self.tab_bar.currentIndex() == at:
            self._on_tab(at)
        else:
            self.tab_bar.setCurrentIndex(at)

    def current_tab(self) -> str:
        """The key of the tab in front; "" on Min dag."""
        return str(self.tab_bar.tabData(self.tab_bar.currentIndex())) if self.has_case() else ""

    def tab(self, key: str) -> QWidget | None:
        """The tab's widget, if it has been shown."""
        return self._shown.get(key)

    # ---------------------------------------------------------------- the rail
    def toggle_rail(self) -> None:
        """F8: fold or unfold; among people the list unfolds only until the tab is left."""
        folded = not self.side.is_folded()
        if self.current_tab() not in TOGETHER and not self._narrow:
            self._folded_by_hand = folded
        self.side.fold(folded)

    def _fold_as_fits(self) -> None:
        focused = QApplication.focusWidget()
        among_names = focused is not None and self.side.isAncestorOf(focused)
        self.side.fold(self.current_tab() in TOGETHER or self._folded_by_hand or self._narrow)
        if among_names and self.side.is_folded() and self.has_case():
            self.tab_bar.setFocus()                      # not at the button that would unfold the names again

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_at_room()

    def _look_at_room(self) -> None:
        self.header.be_low(self.height() < px(ROOM_FOR_HEAD))
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
            for at, name in enumerate(TABS.values()):
                self.tab_bar.setTabText(at, _(name))
            self.show_stored(self._stored_at)

    def _on_tab(self, at: int) -> None:
        key = str(self.tab_bar.tabData(at))
        if not self.has_case() or key not in self._makers:
            return
        if key not in self._shown:
            self._shown[key] = self._makers[key](self.tabs)
            self.tabs.addWidget(self._shown[key])
        self.tabs.setCurrentWidget(self._shown[key])
        if key in self._stood:
            stand(self._shown[key], self._stood.pop(key))
        self._fold_as_fits()
        self.tab_shown.emit(key)
