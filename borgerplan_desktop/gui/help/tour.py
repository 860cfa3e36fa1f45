"""The first steps: three calm hints, each where it is used, above the page and never over it; again from Help."""
from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QStackedWidget, QWidget

from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.widgets.case_tabs import CaseTabs
from borgerplan_desktop.i18n import N_, _

# Of the tab where it is shown.
HINTS = {
    "overview": N_("The line shows the way to the plan, and the strip below it what is next. Each card opens its "
                   "place."),
    "plan": N_("Begin with the citizen's own words, as they are said. Everything is stored while you write, and "
               "Ctrl+Z takes back."),
    "meetings": N_("The meeting has three parts: before, during and after. The paper is invitation, agenda and "
                   "minutes in one."),
}
SEEN = "hints"                                           # in the settings of this computer: hints/<who>/<tab>


class Tabs(Protocol):
    """The place of work, as far as the hints know it: a row of tabs, and the pages below it."""

    case_page: QWidget
    tabs: QStackedWidget
    tab_bar: CaseTabs
    tab_shown: Any                                       # a signal: Qt gives it no type of its own

    def current_tab(self) -> str: ...


class Tour(QFrame):
    """Between the tabs and the page. Once for each person (`who`) on this computer, until they have put it away.

    `settings` None = nothing is remembered, so a hint comes only when asked for.
    """

    count_label: QLabel
    text_label: QLabel
    away_button: QPushButton

    def __init__(self, workspace: Tabs, who: str, settings: QSettings | None = None) -> None:
        super().__init__(workspace.case_page)
        self._workspace, self._who, self._settings = workspace, who, settings
        self._left = [key for key in HINTS if settings is not None and not settings.value(self._key(key))]
        load_form(self, "tour")
        column = workspace.case_page.layout()
        assert column is not None
        column.insertWidget(column.indexOf(workspace.tabs), self)  # type: ignore[attr-defined]
        QWidget.setTabOrder(workspace.tab_bar, self.away_button)
        self.away_button.clicked.connect(self._put_away)
        workspace.tab_shown.connect(self._on_tab)
        self._on_tab(workspace.current_tab())

    def show_again(self) -> bool:
        """All three once more; whether one is in sight now."""
        self._left = list(HINTS)
        for key in HINTS:
            if self._settings is not None:
                self._settings.remove(self._key(key))
        self._on_tab(self._workspace.current_tab())
        return not self.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._put_away()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "away_button"):
            self._on_tab(self._workspace.current_tab())

    def _on_tab(self, key: str) -> None:
        shown = key in self._left
        words = _(HINTS[key]) if shown else ""           # nothing hidden is left in another language
        self.count_label.setText(
            _("{n} of {count}").format(n=list(HINTS).index(key) + 1, count=len(HINTS)) if shown else "")
        self.text_label.setText(words)
        self.setAccessibleName(words)
        self.away_button.setAccessibleDescription(words)
        self.setVisible(shown)

    def _put_away(self) -> None:
        key = self._workspace.current_tab()
        if key in self._left:
            self._left.remove(key)
        if self._settings is not None:
            self._settings.setValue(self._key(key), "1")
        self._workspace.tab_bar.setFocus()               # the button goes
        self.hide()

    def _key(self, tab: str) -> str:
        return f"{SEEN}/{self._who}/{tab}"
