"""All notes of the case on one page: newest first, looked through by goal, area, kind, who and words."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.note_box import NoteBox
from borgerplan_desktop.gui.plan.note_shown import NoteShown
from borgerplan_desktop.gui.plan.plan_page import PlanPage
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, show_if
from borgerplan_desktop.gui.widgets.search_field import SearchField
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.life_areas import area_names
from borgerplan_desktop.model.notes import Note, NoteKind, NoteLink
from borgerplan_desktop.model.notes_found import NO_GOAL, NotesWanted, goals_of, notes_found, said_by
from borgerplan_desktop.model.plan import Agreement, Goal, current_plan

AT_A_TIME, AT_ONCE = 25, 8                               # AT_ONCE fill the page; the rest of them comes a moment later
AREA = "area:"                                           # before a life area, among the goals
MUCH = 5_000                                             # characters of a note that are shown
SOON_MS = 120                                            # after the last letter that is searched for


class NotesPage(PlanPage):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("All notes"), parent)
        self._most = AT_A_TIME
        self.box: NoteBox | None = None
        self.write_button = button(_("Write a note"), "plus", "primary", self)
        self.words = SearchField(self)
        self.words.setAccessibleName(_("Search the notes"))
        self.words.setPlaceholderText(_("Search the notes"))
        self.goal, self.kind, self.who = (calm_combo(QComboBox(self)) for _each in range(3))
        self.count = plain_label("", "small", self)
        self.more_button = button(_("Show older notes"), "chevron_down", "quiet", self)
        self.empty = EmptyState(icon="note", parent=self)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._lay_out()
        self._found = list[Note]()                       # all that fit what is asked for
        self._left = list[Note]()                        # still to be put below those that are in sight
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._show_rest)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._look_anew)
        # Signals
        self.write_button.clicked.connect(self.write)
        self.empty.wanted.connect(self.write)
        self.words.textChanged.connect(self._soon.start)
        for combo in (self.goal, self.kind, self.who):
            combo.activated.connect(self._look_anew)
        self.more_button.clicked.connect(self._on_more)
        desk.changed.connect(self._on_changed)
        self._fill()
        self._refresh()

    def _lay_out(self) -> None:
        self.head.addWidget(self.count)
        self.head.addWidget(self.write_button)
        self._filters = filters = FieldGrid(180, 4, self)
        for name, field in ((_("Words"), self.words), (_("Goal or life area"), self.goal), (_("Kind"), self.kind),
                            (_("Told by"), self.who)):
            filters.add_named(name, field)
        self.below_head.addWidget(filters)
        self.page_scroll.body.addLayout(self._cards)
        self.page_scroll.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.page_scroll.body.addWidget(self.empty)
        self.page_scroll.body.addStretch(1)

    def has_main_button(self) -> bool:
        return True

    def take_keyboard(self) -> None:
        """The page comes to the front: the keyboard searches."""
        (self.words if self.words.isVisible() else self.empty.action).setFocus()

    def write(self) -> None:
        """The place for a new note, at the top."""
        self._open_box(None)

    def add_to(self, note: Note) -> None:
        self._open_box(note)

    def leave_innermost(self) -> bool:
        """Leave the note that is open; whether there was one."""
        if self.box is None:
            return False
        self.box.finish()
        return True

    # ------------------------------------------------------------------------------------------- what is looked for
    def wanted(self) -> NotesWanted:
        of, kind = str(self.goal.currentData() or ""), self.kind.currentData()      # Qt makes plain words of choices
        area = of.removeprefix(AREA) if of.startswith(AREA) else ""
        return NotesWanted("" if area else of, LifeArea(area) if area else None, NoteKind(kind) if kind else None,
                           self.who.currentData() or "", self.words.text())

    def _fill(self) -> None:
        case = self._desk.case
        goals = [(goal.title.strip() or _("A goal without words yet"), goal.id) for goal in current_plan(case).goals]
        about = (case.get(Goal, id) for id in {link.goal_id for link in case.all(NoteLink)})
        areas = {goal.area for goal in about if goal is not None}
        _choices(self.goal, _("All"), (*goals, (_("The course as a whole"), NO_GOAL),
                                       *((name, AREA + area.value) for area, name in area_names(case.register).items()
                                         if area in areas)))
        _choices(self.kind, _("All"), ((_(kind.label), kind.value) for kind in NoteKind))
        _choices(self.who, _("Everybody"), ((name, name) for name in said_by(case)))

    def _look_anew(self) -> None:
        self._most = AT_A_TIME
        self._refresh()

    def _on_more(self) -> None:
        self._show_rest()
        self._left = self._found[self._most:self._most + AT_A_TIME]
        self._most += AT_A_TIME
        self._show_rest()
        self.more_button.setVisible(len(self._found) > self._most)

    # ------------------------------------------------------------------------------------------- writing
    def _open_box(self, adds_to: Note | None) -> None:
        self._desk.settle.emit()
        if self.box is not None:
            self.box.finish()
        goal = self._desk.case.get(Goal, self.wanted().goal)
        self.box = NoteBox(self._desk, goal, _("What is there to add?") if adds_to is not None else "", adds_to, self)
        self.box.closed.connect(self._on_left)
        self.page_scroll.body.insertWidget(0, self.box)
        self.empty.hide()
        self.write_button.show()
        self.box.show()
        self.box.edit.setFocus()

    def _on_left(self) -> None:
        if self.box is not None:
            self.box.hide()
            self.box.deleteLater()
            self.box = None
        self._refresh()
        (self.write_button if self.empty.isHidden() else self.empty.action).setFocus()

    # ------------------------------------------------------------------------------------------- what is shown
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (Note, NoteLink, Goal, Agreement)):
            self._fill()
            self._soon.start()                           # many come at once, and typing every second

    def _refresh(self) -> None:
        self._soon.stop()
        while (item := self._cards.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        case, wanted = self._desk.case, self.wanted()
        found = self._found = notes_found(case, wanted)
        at_once = AT_ONCE if self._most == AT_A_TIME else self._most
        for note in found[:at_once]:
            self._cards.addWidget(self._card(note))
        self._left = found[at_once:self._most]
        self._rest.start()
        self.more_button.setVisible(len(found) > self._most)
        self.count.setText(ngettext("{n} note", "{n} notes", len(found)).format(n=len(found)) if found else "")
        none_yet = not found and wanted == NotesWanted()
        self.empty.setVisible(not found and self.box is None)
        self._filters.setVisible(not none_yet)
        self.write_button.setVisible(self.empty.isHidden())          # one main button on a screen
        if none_yet:
            name = case.the(Citizen).first_name
            self.empty.say(_("No notes yet"), _("What have you seen, talked about or agreed on with {name}?").format(
                name=name) if name else _("What have you seen, talked about or agreed on?"), _("Write a note"))
        elif not found:
            self.empty.say(_("No note fits that"), _("Search for less, or choose »All«."), _("Write a note"))

    def _show_rest(self) -> None:
        """What is below those that fill the page."""
        left, self._left = self._left, []
        for note in left:
            if note.exists:
                self._cards.addWidget(self._card(note))

    def _on_goal(self, goal_id: str) -> None:
        self._desk.go.emit("plan", goal_id)

    def _card(self, note: Note) -> Card:
        card = Card("", "", self.page_scroll.widget())
        shown = NoteShown(self._desk, note, MUCH, goals_of(note), card)
        shown.add_wanted.connect(self.add_to)
        shown.goal_wanted.connect(self._on_goal)
        card.body.addWidget(shown)
        show_if(card, True)
        return card


def _choices(combo: QComboBox, everything: str, rows: Iterable[tuple[str, Any]]) -> None:
    """Fill it anew; what was chosen stays chosen where it is there still."""
    chosen = combo.currentData()
    combo.clear()
    combo.addItem(everything, None)
    for words, data in rows:
        combo.addItem(words, data)
    at = next((row for row in range(combo.count()) if combo.itemData(row) == chosen), 0)
    combo.setCurrentIndex(at)
