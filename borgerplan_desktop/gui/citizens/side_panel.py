"""The list at the left: Min dag, search, citizens; folds to a rail without names (F8) when people sit together."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMenu, QPushButton, QStackedWidget, QWidget

from borgerplan_desktop.casework.course.written import Found
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.citizens.citizen_list import CitizenLine, CitizenList
from borgerplan_desktop.gui.citizens.written_list import HEIGHT, WrittenList
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.gui.widgets.search_field import SearchField
from borgerplan_desktop.i18n import N_, _, counted

SCOPES = {"mine": N_("My citizens"), "all": N_("All citizens"), "follow_up": N_("Needs attention"),
          "closed": N_("Closed courses")}
ORDERS = {"name": N_("Name"), "attention": N_("Needs attention"), "room": N_("Room"), "week": N_("Week of the course")}
SHORT = {"week": N_("Week")}                             # where there is little room
SHOWN = 5                                                # citizens in sight above what is written
LINE_HEIGHT = 58  # design pixels of a citizen
QWIDGETSIZE_MAX = 16777215  # of Qt: no limit
WIDTH, RAIL = 272, 58  # design pixels
PAUSE = 200  # ms of rest before a search counts as one


class SidePanel(QFrame):
    """A view of frozen lines; every wish leaves as a signal."""

    chosen = Signal(str)  # a citizen's id
    written_chosen = Signal(str, str, str)  # a citizen's id, of the row in which something is written, and its field
    my_day_wanted = Signal()
    house_wanted = Signal()
    new_wanted = Signal()
    typed = Signal(str)  # words to search for, at each key; "" = none
    searched = Signal(str)  # the same when the typing rests
    more_wanted = Signal()  # the list is scrolled to where it ends
    scope_chosen = Signal(str)  # a key of SCOPES
    order_chosen = Signal(str)  # a key of ORDERS
    fold_wanted = Signal()  # the person pressed the fold button
    settings_wanted = Signal()
    help_wanted = Signal()
    lock_wanted = Signal()

    full: QWidget
    rail: QWidget
    fold_button: QPushButton
    unfold_button: QPushButton
    day_button: QPushButton
    rail_day: QPushButton
    house_button: QPushButton
    rail_house: QPushButton
    rail_app: QPushButton
    rail_search: QPushButton
    search_field: SearchField
    asked_label: QLabel
    scope_button: QPushButton
    order_button: QPushButton
    results: QStackedWidget
    list_page: QWidget
    none_page: QWidget
    none_label: QLabel
    all_button: QPushButton
    citizens_label: QLabel
    citizens: CitizenList
    written_label: QLabel
    written: WrittenList
    rest: QWidget
    new_button: QPushButton
    settings_button: QPushButton
    help_button: QPushButton
    lock_button: QPushButton
    rail_settings: QPushButton
    rail_help: QPushButton
    rail_lock: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scope, self._count, self._order, self._searched = "mine", "0", "name", ""
        self._house = False                              # the shelter's own case is open
        load_form(self, "side_panel")
        self.search_field.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self.search_field.textChanged.connect(self._on_typed)
        self.search_field.returnPressed.connect(self._on_enter)
        self.citizens.chosen.connect(self.chosen)
        self.citizens.more_wanted.connect(self.more_wanted)
        self.citizens.left_upwards.connect(self.search_field.setFocus)
        self.citizens.left.connect(self.search_field.setFocus)
        self.citizens.left_downwards.connect(self._on_downwards)
        self.citizens.end_wanted.connect(self._on_end)
        self.written.chosen.connect(self.written_chosen)
        self.written.left_upwards.connect(self._on_upwards)
        self.written.left.connect(self.search_field.setFocus)
        self.written.home_wanted.connect(self._on_home)
        for button in (self.day_button, self.rail_day, self.rail_app):
            button.clicked.connect(self._on_day)
        for button in (self.house_button, self.rail_house):
            button.clicked.connect(self._on_house)
        for button in (self.fold_button, self.unfold_button):
            button.clicked.connect(self.fold_wanted)
        self.rail_search.clicked.connect(self.go_to_search)
        self.new_button.clicked.connect(self.new_wanted)
        self.all_button.clicked.connect(self._on_all)
        for button, wanted in ((self.settings_button, self.settings_wanted), (self.rail_settings, self.settings_wanted),
                               (self.help_button, self.help_wanted), (self.rail_help, self.help_wanted),
                               (self.lock_button, self.lock_wanted), (self.rail_lock, self.lock_wanted)):
            button.clicked.connect(wanted)
        self._scope_actions = self._menu(self.scope_button, SCOPES, self._on_scope)
        self._order_actions = self._menu(self.order_button, ORDERS, self._on_order)
        self._words()
        self.asked_label.hide()
        self.rail.hide()
        self._fit()

    # ---------------------------------------------------------------- what is shown
    def show_lines(self, lines: list[CitizenLine], scope: str = "mine", searched: str = "",
                   others: int = 0, count: str = "", more: bool = False) -> None:
        """Show the citizens of a scope, or the hits of a search; `others` = how many more there are in the shelter.

        `count` = how many there are when these are not all; `more` = the next ones come when they are asked for.
        """
        self._scope, self._count = scope, count or counted(len(lines))
        self.citizens.show_lines(lines, more)
        self._scope_actions[scope].setChecked(True)
        self._searched = searched
        self._words()
        self.none_label.setText(
            _("Nobody found with »{text}«, and nothing written. Try another word, or search all citizens.").format(
                text=searched) if searched
            else _("You are nobody's contact person yet.") if scope == "mine" and others else _("No citizens here yet.")
        )
        self.all_button.setVisible(scope != "all" and bool(searched or (scope == "mine" and others)))
        if not searched:
            self.written.show_hits([])
        self._share_room()

    def show_written(self, hits: list[Found]) -> None:
        """Show where the words of the search were written, beneath the citizens."""
        self.written.show_hits(hits)
        self._share_room()

    def _share_room(self) -> None:
        """Two sections while somebody searches: the citizens get what they need, and leave room for what is written."""
        lines, hits = self.citizens.model().rowCount(), self.written.model().rowCount()
        text, two = self._searched, bool(self._searched)
        self.citizens.setVisible(bool(lines))
        self.written.setVisible(bool(hits))
        self.citizens_label.setVisible(two)
        self.written_label.setVisible(two)
        nobody = _("No citizen with »{text}«.") if self._scope == "all" else _("Nobody on this list with »{text}«.")
        self.citizens_label.setText(_("Citizens") if lines else nobody.format(text=text))
        self.written_label.setText(_("Written") if hits else _("Nothing written with »{text}«.").format(text=text))
        most = min(lines, max(SHOWN, lines if not hits else 0)) * px(LINE_HEIGHT)
        self.citizens.setMaximumHeight(most if two and (hits or lines < SHOWN) else QWIDGETSIZE_MAX)
        self.written.setMinimumHeight(min(hits, 2) * px(HEIGHT))
        self.rest.setVisible(two and not hits and lines < SHOWN)    # few found: they stand together at the top
        self.results.setCurrentWidget(self.list_page if lines or hits else self.none_page)

    def add_lines(self, lines: list[CitizenLine], more: bool) -> None:
        """Show these behind those that are shown."""
        self.citizens.add_lines(lines, more)

    def set_opened(self, id: str, *, house: bool = False) -> None:
        """Which citizen is open; "" = Min dag. `house` = what is open is the shelter's own."""
        self.citizens.set_opened("" if house else id)
        self._house = house
        self._check()

    def _check(self) -> None:
        self.house_button.setChecked(self._house)
        self.day_button.setChecked(not self._house and not self.citizens.opened())

    def set_lockable(self, can: bool) -> None:
        """Whether there is a password to come back with."""
        for button in (self.lock_button, self.rail_lock):
            button.setEnabled(can)

    def is_folded(self) -> bool:
        return self.full.isHidden()

    def fold(self, folded: bool) -> None:
        """Fold to the rail that shows no names, or back."""
        if folded == self.is_folded():
            return
        focused = QApplication.focusWidget()             # not ours: that would be whoever of us had it last
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.full.setVisible(not folded)
        self.rail.setVisible(folded)
        self._fit()
        if had_focus:
            (self.unfold_button if folded else self.search_field).setFocus()

    def go_to_search(self) -> None:
        """Ctrl+F: unfold if needed, and put the cursor in the search field."""
        self.fold(False)
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def ask(self, words: str) -> None:
        """Say what is sought, and why the search has the keyboard; "" = no more."""
        say(self.asked_label, words)
        self.search_field.setAccessibleDescription(words)

    # ---------------------------------------------------------------- what happens
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search_field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self._search_now()
                self._on_home()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search_field.text():
                self.search_field.clear()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "_order_actions"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(px(RAIL if self.is_folded() else WIDTH))

    def _menu(self, button: QPushButton, choices: dict[str, str], chosen: Callable[[QAction], None],
              ) -> dict[str, QAction]:
        """One of the choices is ticked."""
        menu, group = QMenu(button), QActionGroup(button)
        actions: dict[str, QAction] = {}
        for key in choices:
            action = actions[key] = QAction(button)
            action.setCheckable(True)
            action.setData(key)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(chosen)
        button.setMenu(menu)
        return actions

    def _words(self) -> None:
        for actions, names in ((self._scope_actions, SCOPES), (self._order_actions, ORDERS)):
            for key, action in actions.items():
                action.setText(_(names[key]))
        self.scope_button.setText(f"{_(SCOPES[self._scope])} · {self._count}")
        self.order_button.setText(_(SHORT.get(self._order, ORDERS[self._order])))
        self.order_button.setAccessibleName(_("Sorted by: {order}").format(order=_(ORDERS[self._order])))

    def order(self) -> str:
        """How the list is sorted: a key of ORDERS."""
        return self._order

    def show_order(self, order: str) -> None:
        """Sorted so from now on; what is no order changes nothing."""
        if order in ORDERS:
            self._order = order
            self._order_actions[order].setChecked(True)
            self._words()

    def _on_typed(self, text: str) -> None:
        self.typed.emit(text.strip())
        self._pause.start()
        if not text:
            self._pause.stop()
            self._on_pause()

    def _on_pause(self) -> None:
        self.searched.emit(self.search_field.text().strip())

    def _search_now(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._on_pause()

    def _on_enter(self) -> None:
        self._search_now()
        (self.citizens if self.citizens.model().rowCount() else self.written).open_marked()

    def _on_home(self) -> None:
        """To the first of what was found."""
        if self.citizens.model().rowCount():
            self.citizens.go_to(0)
        elif self.written.model().rowCount():
            self.written.go_to(0)

    def _on_end(self) -> None:
        """To the last of what was found."""
        if self.written.model().rowCount():
            self.written.go_to(-1)

    def _on_downwards(self) -> None:
        if self.written.model().rowCount():
            self.written.go_to(0)

    def _on_upwards(self) -> None:
        if self.citizens.model().rowCount():
            self.citizens.go_to(-1)
        else:
            self.search_field.setFocus()

    def _on_scope(self, action: QAction) -> None:
        self.scope_chosen.emit(str(action.data()))

    def _on_order(self, action: QAction) -> None:
        self.show_order(str(action.data()))
        self.order_chosen.emit(self._order)

    def _on_all(self) -> None:
        self.scope_chosen.emit("all")

    def _on_day(self) -> None:
        self._check()
        self.my_day_wanted.emit()

    def _on_house(self) -> None:
        self._check()
        self.house_wanted.emit()
