"""When we look at the plan again, where on the ladder it is heading, and what it does not say yet."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLineEdit, QWidget

from borgerplan_desktop.casework.plan.adoption import Hint, what_is_missing
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.showing.who_and_when import ladder_choices
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.pressable import Pressable
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.plan import Plan, current_plan, ladder_step


class FollowUp(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Follow-up"), "calendar_check", parent)
        plan = current_plan(desk.case)
        self.often, self.on, self.ladder = QLineEdit(self), DateEdit(parent=self), calm_combo(QComboBox(self))
        self.on.look(Toward.AHEAD)
        self.often.setPlaceholderText(_("e.g. every other week"))
        self.columns = FieldGrid(230, 3, self)
        now = ladder_step(desk.case)
        heading = (_("Where the help is heading (now step {n})").format(n=now.number) if now
                   else _("Where the help is heading"))
        for name, field in ((_("How often"), self.often), (_("Next time"), self.on), (heading, self.ladder)):
            self.columns.add_named(name, field)
        self.body.addWidget(self.columns)
        for bound in (TextField(self.often, desk, Plan.follow_up, N_("Change follow-up")),
                      DateField(self.on, desk, Plan.follow_up_on, N_("Change follow-up")),
                      ChoiceField(self.ladder, desk, Plan.ladder_goal, N_("Choose ladder step"), ladder_choices())):
            bound.show_row(plan)


class Hints(Card):
    """Questions the plan does not answer yet; each leads to its place, none is in the way."""

    wanted = Signal(object)                              # Hint
    FEW = 4

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Worth talking about"), "bulb", parent, role="flat")
        self._desk, self._all = desk, False
        self.body.setSpacing(0)
        self.buttons: list[QAbstractButton] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self) -> None:
        self._soon.start()

    def _show_all(self) -> None:
        self._all = True
        self._refresh()

    def _refresh(self) -> None:
        focused = next((n for n, each in enumerate(self.buttons) if each.hasFocus()), None)
        for old in self.buttons:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        hints = what_is_missing(self._desk.case)
        shown = hints if self._all else hints[:self.FEW]
        self.buttons = [self._button(hint) for hint in shown]
        if len(shown) < len(hints):
            more = button(_("Show all {n}").format(n=len(hints)), "chevron_down", "quiet", self)
            more.clicked.connect(self._show_all)
            self.buttons.append(more)
        for each in self.buttons:
            self.body.addWidget(each)
        if focused is not None and self.buttons:
            self.buttons[min(focused, len(self.buttons) - 1)].setFocus()
        self.setVisible(bool(hints))

    def _button(self, hint: Hint) -> QAbstractButton:
        """A question holds the words of a goal: it may need more lines than one."""
        made = Pressable(self)
        made.setText(hint.text.replace("&", "&&"))
        made.setAccessibleName(hint.text)
        row = QHBoxLayout(made)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(IconView("arrow_right", "accent", 18, parent=made), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(hint.text, "", made, wrap=True), 1)
        made.let_through()
        made.clicked.connect(partial(self.wanted.emit, hint))
        return made
