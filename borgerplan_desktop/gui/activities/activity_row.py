"""One activity: what it is, and in a line when and who; the time that is due can be settled here."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from borgerplan_desktop.casework.activities import activities as casework
from borgerplan_desktop.casework.activities.said import for_what
from borgerplan_desktop.gui.activities.activity_fields import ActivityFields
from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.activity_times import time_now
from borgerplan_desktop.model.implementation_plan import Activity, ActivityStatus

SOON = 14                                                # days before it is due: then it can be ticked on the line


class ActivityRow(Card):
    """`move_wanted(by)`: Alt and the arrows, while something in it has the keyboard."""

    move_wanted = Signal(int)

    def __init__(self, desk: Desk, activity: Activity, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, role="flat")
        self._desk, self.activity = desk, activity
        self.fields: ActivityFields | None = None
        self.body.setContentsMargins(14, 10, 12, 10)
        self.body.setSpacing(4)
        self.title = QLineEdit(self)
        self.title.setAccessibleName(_("What is to be done"))
        self.state = Pill(parent=self)
        self.up, self.down = icon_button("chevron_up", "", self), icon_button("chevron_down", "", self)
        self.fold, self.gone = icon_button("edit", "", self), icon_button("close", "", self)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        for each in (self.state, self.up, self.down, self.fold, self.gone):
            top.addWidget(each)
        self.when, self.who = plain_label("", "", self, wrap=True), plain_label("", "small", self, wrap=True)
        self.held, self.let_be = button("", "check", "", self), button("", "", "quiet", self)
        self.due = QWidget(self)
        flow = FlowLayout(self.due, 8)
        flow.addWidget(self.held)
        flow.addWidget(self.let_be)
        self.body.addLayout(top)
        for each in (self.when, self.who, self.due):
            self.body.addWidget(each)
        TextField(self.title, desk, Activity.title, casework.CHANGED).show_row(activity)
        # Signals
        self.up.clicked.connect(partial(self.move_wanted.emit, -1))
        self.down.clicked.connect(partial(self.move_wanted.emit, 1))
        self.fold.clicked.connect(self._on_fold)
        self.gone.clicked.connect(self._on_gone)
        self.held.clicked.connect(partial(self._settle, True))
        self.let_be.clicked.connect(partial(self._settle, False))
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """As it is now; the list around it says where it stands by `tell`."""
        each = self.activity
        if not each.exists:
            return
        today = self._desk.opened.today()
        due = time_now(each, today)
        self.setAccessibleName(each.title)
        say(self.when, casework.when_it_is(each, today))
        say(self.who, " · ".join(part for part in (casework.who_does(each), for_what(each)) if part))
        late = due is not None and due < today
        done = each.status in (ActivityStatus.DONE, ActivityStatus.DROPPED)
        self.state.say(_("Past its day") if late else _(each.status.label),
                       "warn" if late else "good" if each.status is ActivityStatus.DONE else
                       "soft" if done or each.status is ActivityStatus.UNDER_WAY else "line",
                       "clock" if late else "check" if each.status is ActivityStatus.DONE else "")
        near = due is not None and (due - today).days <= SOON
        self.due.setVisible(near)
        if due is not None and near:
            words = day(due, today)
            self.held.setText(_("It took place"))
            self.held.setAccessibleName(_("{what}, {date}: it took place").format(what=each.title, date=words))
            self.let_be.setText(_("Not this time") if each.times_a_year else _("It is dropped"))
            self.let_be.setAccessibleName(f"{each.title}, {words}: {self.let_be.text()}")
        for pressed, said in ((self.gone, _("Remove: {what}")), (self.fold, _("When, who and what for: {what}")),
                              (self.up, _("Move {name} up")), (self.down, _("Move {name} down"))):
            pressed.setAccessibleName(said.format(what=each.title, name=each.title))
            set_tip(pressed, said.format(what=each.title, name=each.title))

    def tell(self, is_first: bool, is_last: bool) -> None:
        """Where it stands in the list."""
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)

    def open(self) -> ActivityFields:
        """Show its fields."""
        if self.fields is None:
            self.fields = ActivityFields(self._desk, self.activity, self)
            self.body.addWidget(self.fields)
        self.fields.show()
        set_button_icon(self.fold, "chevron_up")
        return self.fields

    def close_fields(self) -> None:
        """Hide its fields; what is written in them is stored."""
        if self.fields is None or self.fields.isHidden():
            return
        self._desk.settle.emit()
        self.fields.hide()
        set_button_icon(self.fold, "edit")

    @property
    def is_open(self) -> bool:
        return self.fields is not None and not self.fields.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := wanted_move(event):
            self.move_wanted.emit(by)
        else:
            super().keyPressEvent(event)

    def _on_fold(self) -> None:
        if self.is_open:
            self.close_fields()
        else:
            self.open().when.setFocus()

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.remove_activity, self.activity)

    def _settle(self, took_place: bool) -> None:
        due = time_now(self.activity, self._desk.opened.today())
        if due is not None:
            self._desk.settle.emit()
            self._desk.do(casework.settle, self.activity, due, took_place)
            if self.due.isHidden():
                self.title.setFocus()
