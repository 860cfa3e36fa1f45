"""Below the map: at which phase it is looked at, and in which of the shelter's ways."""
from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QMenu, QWidget

from borgerplan_desktop.casework.course.phases import NAMES
from borgerplan_desktop.casework.network.involved_when import phases_on
from borgerplan_desktop.casework.network.map_presets import (
    WayOfLooking,
    delete_preset,
    keep_preset,
    presets,
    rename_preset,
    way_of,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.stop_slider import Stop, StopSlider
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.label import set_tip
from borgerplan_desktop.gui.widgets.message import Question, ask
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.network import Phase
from borgerplan_desktop.model.shelter import MapFilter, MapPreset

if TYPE_CHECKING:
    from borgerplan_desktop.gui.network.name_it import NameIt
    from borgerplan_desktop.gui.network.when_dialog import WhenDialog

PHASES = list(Phase)
SWITCHES = (("ties_between", N_("Ties between others")), ("supports", N_("What they give each other")),
            ("responsibilities", N_("Who has which part of the plan")), ("anonymous", N_("Anonymous, without names")))


class ViewStrip(QFrame):
    """`changed()`: `way` or `phase` is another; `large_wanted()`, `keep_wanted()` from the menu."""

    changed = Signal()
    large_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = WayOfLooking()
        self._desk: Desk | None = None
        self._register: Desk | None = None
        self.columns: QAction | None = None
        self._phase: Phase | None = None                 # None = the first of those we are in
        self._shown: list[tuple[str, str]] | None = None
        self.when_button = button(_("Who is involved when"), "calendar", "quiet", self)
        set_tip(self.when_button, _("Write who is informed, invited and responsible in each phase"))
        self.slider = StopSlider(_("Who is involved when"), self)
        policy = self.slider.sizePolicy()
        policy.setRetainSizeWhenHidden(True)             # what stands beside it stays where it is
        self.slider.setSizePolicy(policy)
        self.choice = calm_combo(QComboBox(self), 14)
        self.choice.setAccessibleName(_("View"))
        set_tip(self.choice, _("How the map is looked at"))
        self.more = icon_button("settings", _("Choose what the map shows"), self)
        self._menu = QMenu(_("Choose what the map shows"), self)
        self.more.setMenu(self._menu)
        self._row, views = QHBoxLayout(self), QHBoxLayout()
        self._row.setContentsMargins(0, 4, 4, 0)
        self._row.setSpacing(8)
        views.addStretch(1)
        views.addWidget(self.choice)
        views.addWidget(self.more)
        self._row.addWidget(self.when_button)
        self._row.addWidget(self.slider, 1)
        self._row.addLayout(views)
        self._build_menu()
        self.when_button.clicked.connect(self.ask_when)
        self.slider.stood.connect(self._on_stood)
        self.choice.activated.connect(self._on_chosen)

    def open(self, desk: Desk, register: Desk | None) -> None:
        """Begin to show this case; `register` is the desk of the shelter's own, where views are kept."""
        self._desk, self._register = desk, register
        self.choice.setVisible(register is not None)
        for action in (self.keep_view, self.rename_view, self.delete_view):
            action.setVisible(register is not None)
        self.refresh()

    def refresh(self) -> None:
        """Show the phases with the one of today, and the views there are."""
        self.when_button.setVisible(not self.way.anonymous)      # it names everybody
        now = self._now()
        stops = [Stop(_(NAMES[each]), each in now, each in now[1:]) for each in PHASES]
        if stops != self.slider.stops or self.slider.value() != PHASES.index(self.phase):
            self.slider.show_stops(stops, PHASES.index(self.phase))
        self._show_choice()

    def _now(self) -> list[Phase]:
        """The phases we are in."""
        if self._desk is None:
            return [Phase.ARRIVING]
        return phases_on(self._desk.case, self._desk.opened.today())

    @property
    def phase(self) -> Phase:
        return self._phase or self._now()[0]

    @property
    def is_now(self) -> bool:
        """Whether it is a phase we are in that is shown."""
        return self.phase in self._now()

    def be_narrow(self, narrow: bool) -> None:
        """Below each other where there is no room for a row."""
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != way:
            self._row.setDirection(way)

    def be_of_table(self, on: bool) -> None:
        """The table tells nothing of a phase: the slider is the map's, and the columns are the table's."""
        self.slider.setVisible(not on)
        if self.columns is not None:
            self.columns.setVisible(on)

    def offer_columns(self, menu: QMenu) -> None:
        """Which columns the table shows is chosen here too."""
        self.columns = self._menu.insertMenu(self.large, menu)
        self.columns.setVisible(False)

    def look(self, way: WayOfLooking) -> None:
        """Look at the map like this from now on."""
        if way != self.way:
            self.way = way
            self.refresh()
            self.changed.emit()

    def ask_when(self) -> WhenDialog | None:
        """Open the table of who is involved when."""
        if self._desk is None:
            return None
        from borgerplan_desktop.gui.network.when_dialog import WhenDialog
        dialog = WhenDialog(self._desk, self)
        dialog.open()
        return dialog

    # ------------------------------------------------------------------ views
    def _known(self) -> list[MapPreset]:
        return presets(self._register.opened) if self._register is not None else []

    def chosen_preset(self) -> MapPreset | None:
        """The kept view that the map is looked at in."""
        return next((each for each in self._known() if each.id == self.choice.currentData()), None)

    def _show_choice(self) -> None:
        known = self._known()
        rows = [("", _("Everybody, as usual")), *((each.id, each.name) for each in known)]
        at = 0 if self.way == WayOfLooking() else next(
            (n for n, each in enumerate(known, 1) if way_of(each) == self.way), len(rows))
        if at == len(rows):
            rows.append(("own", _("As chosen now")))
        if rows != self._shown:
            self._shown = rows
            self.choice.clear()
            for id, name in rows:
                self.choice.addItem(name, id)
        self.choice.setCurrentIndex(at)

    def _on_chosen(self, index: int) -> None:
        id = self.choice.itemData(index)
        found = next((each for each in self._known() if each.id == id), None)
        if found is not None or not id:
            self.look(way_of(found) if found is not None else WayOfLooking())
            if found is not None and found.focus:
                self.large_wanted.emit()

    # ------------------------------------------------------------------ the menu
    def _build_menu(self) -> None:
        menu, group = self._menu, QActionGroup(self)
        self.filters = {who: self._add(_(who.label), who.value) for who in MapFilter}
        for action in self.filters.values():
            action.setCheckable(True)
            group.addAction(action)
        group.triggered.connect(self._on_who)
        menu.addSeparator()
        self.switches = {key: self._add(_(word), key) for key, word in SWITCHES}
        for action in self.switches.values():
            action.setCheckable(True)
            action.triggered.connect(self._on_switch)
        menu.addSeparator()
        self.large = self._add(_("Large, to look at together (F11)"), "large")
        self.large.triggered.connect(self.large_wanted)
        self.keep_now = self._add(_("Keep the map as it is today …"), "keep")
        self.keep_now.triggered.connect(self.keep_wanted)
        menu.addSeparator()
        self.keep_view = self._add(_("Keep this view …"), "view")
        self.keep_view.triggered.connect(self.ask_to_keep)
        self.rename_view = self._add(_("Rename the view …"), "rename")
        self.rename_view.triggered.connect(self.ask_to_rename)
        self.delete_view = self._add(_("Delete the view …"), "delete")
        self.delete_view.triggered.connect(self.ask_to_delete)
        menu.aboutToShow.connect(self._on_menu)

    def _add(self, text: str, key: str) -> QAction:
        action = QAction(text.replace("&", "&&"), self._menu)
        action.setData(key)
        self._menu.addAction(action)
        return action

    def _on_menu(self) -> None:
        for who, action in self.filters.items():
            action.setChecked(who is self.way.who)
        for key, action in self.switches.items():
            action.setChecked(getattr(self.way, key))
        found = self.chosen_preset() is not None
        self.rename_view.setEnabled(found)
        self.delete_view.setEnabled(found)

    def _on_who(self, action: QAction) -> None:
        self.look(replace(self.way, who=MapFilter(str(action.data()))))

    def _on_switch(self, on: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.look(replace(self.way, **{str(action.data()): on}))

    def _on_stood(self, at: int) -> None:
        self.stand_at(PHASES[at])

    def stand_at(self, phase: Phase) -> None:
        """Look at the map as it is in that phase."""
        self._phase = None if phase is self._now()[0] else phase
        self.changed.emit()

    def ask_to_keep(self) -> NameIt | None:
        """Ask what the view is to be called, and keep it for everybody at the shelter."""
        if self._register is None:
            return None
        from borgerplan_desktop.gui.network.name_it import NameIt
        dialog = NameIt(self._register, _("Keep this view"), _(
            "It is how the map is drawn, not who is on it. Everybody here can choose it."), _("Keep the view"),
            partial(_keep, way=self.way), parent=self)
        dialog.accepted.connect(self._on_kept)
        dialog.open()
        return dialog

    def ask_to_rename(self) -> NameIt | None:
        preset = self.chosen_preset()
        if self._register is None or preset is None:
            return None
        from borgerplan_desktop.gui.network.name_it import NameIt
        dialog = NameIt(self._register, _("Rename the view"), _("Everybody here sees the new name."), _("Rename"),
                        partial(_rename, preset=preset), preset.name, self)
        dialog.accepted.connect(self._on_kept)
        dialog.open()
        return dialog

    def ask_to_delete(self) -> None:
        """It is gone for everybody here, so one is asked."""
        preset = self.chosen_preset()
        if preset is not None:
            ask(self, Question(_("Delete the view »{name}«?").format(name=preset.name), _(
                "It is gone for everybody here. The map itself stays as it is."), _("Delete the view"), _("Keep"),
                danger=True), partial(self._delete, preset))

    def _delete(self, preset: MapPreset) -> None:
        if self._register is not None and self._register.do(delete_preset, preset) == "stored":
            self.look(WayOfLooking())
            self.refresh()

    def _on_kept(self) -> None:
        self.refresh()
        self.choice.setFocus()


def _keep(shelter: OpenCase, name: str, way: WayOfLooking) -> MapPreset:
    return keep_preset(shelter, name, way)


def _rename(shelter: OpenCase, name: str, preset: MapPreset) -> None:
    rename_preset(shelter, preset, name)
