"""Who comes in from a file: looked through before anything is written, and what cannot come along is named."""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.coming_people import coming
from borgerplan_desktop.casework.network.people_files import FoundPeople, what_comes, what_stays_behind
from borgerplan_desktop.casework.network.take_in_people import take_in_people
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.coming_table import ComingTable
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.search_field import SearchField
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _, counted, day, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.network import NetworkMember

LEAST = 200                                              # design pixels: four people under their headings
FEW = 8                                                  # up to this many one sees them all: nothing to search


class PeopleFromFile(CaseDialog):
    """`taken(list of members)` when they are in the network."""

    drawn = (1040, 640)

    taken = Signal(object)

    def __init__(self, desk: Desk, found: FoundPeople, parent: QWidget | None = None) -> None:
        title = _("Who comes along from the file?")
        super().__init__(desk, parent, title)
        self._people = found
        chosen = coming(desk.case, found)
        self.table = ComingTable(chosen, self)
        self.search = SearchField(self)
        self.search.setPlaceholderText(_("Search among the people in the file"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.all = button(_("Tick all"), "check", "quiet", self)
        self.none = button(_("Tick nobody"), "", "quiet", self)
        self.earlier = WrappedCheck(self._earlier_words(), self)
        self.earlier.setAccessibleName(self.earlier.text())
        self.earlier.setChecked(True)
        self.earlier.setVisible(bool(found.earlier))
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.leave = button(_("Cancel"), parent=self)
        self.take = button("", "", "primary", self)
        self.take.setDefault(True)
        several = ngettext("{n} person in the file.", "{n} people in the file.", len(found.people)).format(
            n=counted(len(found.people)))
        self.told = plain_label(f"{several} {what_comes(found)}", "", self, wrap=True)
        self.behind = plain_label(" ".join(what_stays_behind(found)), "smallwarn", self, wrap=True)
        self.behind.setVisible(bool(self.behind.text()))
        self._lay_out(plain_label(title, "title", self, wrap=True), len(chosen))
        for field in ("people", ""):                     # "": somebody else was faster, or the store refuses
            self.say_refusal(field, self.trouble, self.table)
        # Signals
        self.search.textChanged.connect(self.table.look_for)
        self.all.clicked.connect(self._on_all)
        self.none.clicked.connect(self._on_none)
        self.earlier.toggled.connect(self._show_chosen)
        self.table.people.changed.connect(self._show_chosen)
        self.leave.clicked.connect(self.reject)
        self.take.clicked.connect(self._on_take)
        desk.changed.connect(self._on_changed)
        self._show_chosen()
        self.table.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self, title: QWidget, count: int) -> None:
        outer, tools, row, body = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout(), DialogScroll(self, 10)
        outer.setContentsMargins(32, 24, 28, 22)
        outer.setSpacing(10)
        outer.addWidget(body)
        for each in (title, self.told, self.behind):
            body.body.addWidget(each)
        self.search.setVisible(count > FEW)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.all)
        tools.addWidget(self.none)
        if count <= FEW:
            tools.addStretch(1)
        body.body.addLayout(tools)
        body.body.addWidget(self.table, 1)
        self.table.setMinimumHeight(px(LEAST))
        body.body.addWidget(self.earlier)
        outer.addWidget(self.trouble)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        outer.addLayout(row)

    def _earlier_words(self) -> str:
        maps = self._people.earlier
        if len(maps) == 1 and maps[0].dated:
            return _("Also keep the map of {date}").format(
                date=day(date.fromisoformat(maps[0].dated), self._desk.opened.today()))
        return ngettext("Also keep {n} map from before", "Also keep {n} maps from before", len(maps)).format(
            n=len(maps))

    def _show_chosen(self) -> None:
        n = sum(each.comes and (self.earlier.isChecked() or not each.gone) for each in self.table.people.chosen)
        self.take.setText(ngettext("Get {n} person", "Get {n} people", n).format(n=n) if n else _("Get people"))
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(n > 0)
        self.trouble.hide()

    def _on_all(self) -> None:
        self.table.people.tick(self.table.shown_rows(), True)

    def _on_none(self) -> None:
        self.table.people.tick(self.table.shown_rows(), False)

    def _on_changed(self, changes: Changes) -> None:
        """A colleague may have taken in the same file meanwhile."""
        if self.isVisible() and changes.touches(NetworkMember):
            self.table.people.look_anew(coming(self._desk.case, self._people))

    def _on_take(self) -> None:
        new = self._desk.made(take_in_people, self._people, list(self.table.people.chosen), self.earlier.isChecked())
        if new is not None:
            self.accept()
            self.taken.emit(new)
