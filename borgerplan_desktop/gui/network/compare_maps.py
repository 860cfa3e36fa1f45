"""The map of two days beside each other, chosen among those that are kept and today; what is different stands beside.

Below, a slider goes through all kept maps: the earlier of the two follows it.
"""
from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course.kept_maps import forget_map, keep_map, kept_maps, rename_map
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.change_marks import ChangeMarks
from borgerplan_desktop.gui.network.compared_maps import bonds_of, faces_of, in_words, mark_of, turns_by_person
from borgerplan_desktop.gui.network.map_beside import MapBeside
from borgerplan_desktop.gui.network.name_it import NameIt
from borgerplan_desktop.gui.network.stop_slider import Stop, StopSlider
from borgerplan_desktop.gui.printing.paper_window import show_paper
from borgerplan_desktop.gui.showing.people_shown import first_name, sectors
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import PlainLabel, plain_label
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _, day, ngettext
from borgerplan_desktop.model.anonymous import anonymous_names
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.kept_map import Difference, MapOn, MapState, differences, state_now, state_of
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.network import KeptMap, NetworkMember
from borgerplan_desktop.model.papers import DocumentKind
from borgerplan_desktop.model.plan import PlanVersion
from borgerplan_desktop.model.sectors import sector_names

TODAY = ""                                               # instead of the id of a kept map


class CompareMaps(QWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._nameless = False
        self._shown: list[tuple[str, str]] | None = None
        self.found: list[Difference] = []
        self.before, self.after = DayMap(_("The earlier map"), self), DayMap(_("The later map"), self)
        self.words = PageScroll(_("What is different"), self, (12, 10, 10, 10), 6)
        self.time = StopSlider(_("The map through time"), self)
        self.keep = button(_("Keep the map as it is today …"), "plus", "quiet", self)
        self.empty = EmptyState(parent=self)
        self.empty.say(_("No other map is kept yet"), _(
            "The map is kept by itself: before it changes on a new day, and when the plan is adopted."),
            _("Keep the map as it is today"))
        self._lines: list[PlainLabel] = []
        self._build()
        for each in (self.before, self.after):
            each.choice.activated.connect(self.refresh)
            each.map.chosen.connect(self._on_chosen)
            each.print.triggered.connect(self._on_print)
            each.rename.triggered.connect(self._on_rename)
            each.forget.triggered.connect(self._on_forget)
        self.time.stood.connect(self._on_time)
        self.keep.clicked.connect(self.ask_to_keep)
        self.empty.wanted.connect(self.ask_to_keep)

    def _build(self) -> None:
        column, row, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._row = row
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        self.both = QWidget(self)
        inside = QVBoxLayout(self.both)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        row.setSpacing(8)
        row.addWidget(self.before, 1)
        row.addWidget(self.after, 1)
        row.addWidget(self.words)
        foot.setSpacing(10)
        foot.addWidget(plain_label(_("The map through time"), "smallbold", self))
        foot.addWidget(self.time, 1)
        foot.addWidget(self.keep)
        inside.addLayout(row, 1)
        inside.addLayout(foot)
        column.addWidget(self.both, 1)
        column.addWidget(self.empty, 1)

    def be_narrow(self, narrow: bool) -> None:
        """Below each other where there is no room for two maps beside each other."""
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != way:
            self._row.setDirection(way)
        for each in (self.before, self.after):
            each.map.setMinimumHeight(px(320) if narrow else 0)
        self.words.setMaximumWidth(16777215 if narrow else px(250))
        self.words.setMinimumSize(0 if narrow else px(250), px(160) if narrow else 0)

    # ------------------------------------------------------------------ showing
    def be_nameless(self, on: bool) -> None:
        """Whether nobody's name may be in sight."""
        self._nameless = on
        self._shown = None

    def refresh(self) -> None:
        """Show the two chosen days as they are now."""
        case = self._desk.case
        maps = kept_maps(case)
        self.both.setVisible(bool(maps))
        self.empty.setVisible(not maps)
        if not maps:
            return
        self._show_choices(maps)
        names = anonymous_names(case) if self._nameless else {}
        first, then = self._state(self.before), self._state(self.after)
        self.found = differences(first, then)
        turns = turns_by_person(self.found)
        marks = {id: mark_of(each) for id, each in turns.items()}
        name = _("Citizen") if self._nameless else first_name(case)
        shown = [faces_of(case, first, names, turns, False), faces_of(case, then, names, turns, True)]
        for at, (each, state) in enumerate(((self.before, first), (self.after, then))):
            each.map.show_sectors(sectors(case))
            each.map.show_beside(shown[1 - at], later=each is self.after)
            each.map.show_people(shown[at], bonds_of(state), name)
            each.show_marks(marks)
        self._show_words(names)

    def _show_choices(self, maps: list[KeptMap]) -> None:
        today = self._desk.opened.today()
        rows = [*((kept.id, called(self._desk.case, kept, today, self._nameless)) for kept in maps),
                (TODAY, _("Today"))]
        if rows != self._shown:
            begun = self._shown is None and self.before.choice.count() == 0
            self._shown = rows
            self.before.show_days(rows, maps[-1].id if begun else self.before.id)
            self.after.show_days(rows, TODAY if begun else self.after.id)
        self.before.know(not self._nameless)
        self.after.know(not self._nameless)
        self.time.show_stops([Stop(words, not id) for id, words in rows], self.before.choice.currentIndex())

    def _state(self, side: DayMap) -> MapState:
        kept = self._desk.case.get(KeptMap, side.id)
        return state_of(self._desk.case, kept) if kept is not None else state_now(self._desk.case)

    def _show_words(self, names: dict[str, str]) -> None:
        def called(id: str) -> str:
            member = self._desk.case.get(NetworkMember, id)
            return names.get(id) or (member.contact.said_name if member is not None else "")

        for old in self._lines:
            old.hide()
            old.deleteLater()
        count = len(self.found)
        head = ngettext("{n} thing is different", "{n} things are different", count).format(n=count) if count \
            else _("Nothing is different.")
        self._lines = [plain_label(head, "smallbold", self, wrap=True)]
        marks = {id: mark_of(turns) for id, turns in turns_by_person(self.found).items()}
        register = self._desk.case.register
        named, rings = sector_names(register), ring_names(register)
        self._lines += [plain_label(f"{marks[each.member_id]} {in_words(each, called, named, rings)}", "", self,
                                    wrap=True)
                        for each in self.found]
        for at, line in enumerate(self._lines):
            self.words.body.insertWidget(at, line)
        if self.words.body.count() == len(self._lines):
            self.words.body.addStretch(1)

    # ------------------------------------------------------------------ what the person does
    def ask_to_keep(self) -> NameIt:
        return ask_to_keep(self._desk, self)

    def _on_time(self, at: int) -> None:
        self.before.choice.setCurrentIndex(at)
        self.refresh()

    def _on_chosen(self, id: str) -> None:
        for each in (self.before, self.after):
            each.map.choose(id)

    def _side(self) -> DayMap:
        return self.before if self.sender() in self.before.more_actions else self.after

    def _on_print(self) -> None:
        show_paper(self._desk, BY_KIND[DocumentKind.NETWORK_MAP], self.window(), MapOn(kept=self._side().id).key)

    def _on_rename(self) -> None:
        kept = self._desk.case.get(KeptMap, self._side().id)
        if kept is not None:
            NameIt(self._desk, _("Rename the kept map"), _("The day stays. Without a title it is enough."),
                   _("Rename"), partial(_rename, kept=kept), kept.title, self).open()

    def _on_forget(self) -> None:
        kept = self._desk.case.get(KeptMap, self._side().id)
        if kept is not None:
            self._desk.do(forget_map, kept)


class DayMap(QWidget):
    """One of the two: which day, and its map, to be looked at only."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = calm_combo(QComboBox(self), 14)
        self.choice.setAccessibleName(name)
        self.more = icon_button("more", _("What can be done with the kept map"), self)
        menu = QMenu(self.more)
        self.print = QAction(_("Print the map …"), menu)
        self.rename, self.forget = QAction(_("Rename …"), menu), QAction(_("Delete the kept map"), menu)
        self.more_actions = (self.print, self.rename, self.forget)
        menu.addActions(self.more_actions)
        self.more.setMenu(menu)
        self.map = MapBeside(self)
        self._signs = ChangeMarks()
        self._marks: dict[str, str] = {}
        self.map.map_scene.addItem(self._signs)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row.addWidget(self.choice, 1)
        row.addWidget(self.more)
        column.addLayout(row)
        column.addWidget(self.map, 1)
        self.map.laid_out.connect(self._on_laid_out)

    @property
    def id(self) -> str:
        """Of the kept map that is shown; "" = today."""
        return str(self.choice.currentData() or TODAY)

    def show_days(self, rows: list[tuple[str, str]], id: str) -> None:
        self.choice.clear()
        for each, words in rows:
            self.choice.addItem(words, each)
        self.choice.setCurrentIndex(max(0, self.choice.findData(id)) if id else self.choice.count() - 1)

    def know(self, may_change: bool) -> None:
        """Whether what is shown can be printed, renamed and deleted."""
        self.more.setEnabled(bool(self.id) and may_change)

    def show_marks(self, marks: dict[str, str]) -> None:
        self._marks = marks
        self._on_laid_out()

    def _on_laid_out(self) -> None:
        if self.map.isVisible():
            self._signs.show_marks(self.map.map_layout, self._marks)


def called(case: Case, kept: KeptMap, today: date, nameless: bool = False) -> str:
    """A kept map in a line: its day, and its title or that a plan was adopted then."""
    plan = any(version.adopted_on == kept.on for version in case.all(PlanVersion))
    title = kept.title if not nameless else ""           # a title may well say whose map it is
    more = title or (_("the plan was adopted") if plan else "")
    return " · ".join(part for part in (day(kept.on, today), more) if part)


def ask_to_keep(desk: Desk, parent: QWidget) -> NameIt:
    """Ask what the map of today is to be called, and keep it."""
    dialog = NameIt(desk, _("Keep the map as it is today"), _(
        "It can be compared with later. A title is only needed if the day does not say enough."),
        _("Keep the map"), keep_map, parent=parent)
    dialog.open()
    return dialog


def _rename(opened: OpenCase, name: str, kept: KeptMap) -> None:
    rename_map(opened, kept, name)
