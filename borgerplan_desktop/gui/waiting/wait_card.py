"""One wait as a card: what, who, since when, the next nudge and the meanwhile in sight; all about it when opened."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from borgerplan_desktop.casework.waiting import applications
from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.appearance.theme import set_role
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.showing.wait_words import (
    OUTCOMES,
    facts_of,
    icon_of,
    is_answered,
    is_sent,
    meanwhile_of,
    nudge_of,
    title_of,
)
from borgerplan_desktop.gui.waiting.climb_row import ClimbRow
from borgerplan_desktop.gui.waiting.wait_fields import WaitFields, fields_of
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.chip_button import ChipButton
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.application import Application, Nudge
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.meeting import AgendaItem, Meeting
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.wait import Awaited, wait_of


class WaitCard(Card):
    """Its fields are made the first time it is opened."""

    def __init__(self, desk: Desk, row: Awaited, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._desk, self._row = desk, row
        self.fields: WaitFields | None = None
        self.title = plain_label("", "bold", self, wrap=True)
        self.facts = plain_label("", "small", self, wrap=True)
        self.toggle = button("", "chevron_down", "ghost", self, icon_right=True)
        self.gone = icon_button("close", _("Remove the application"), self)
        self.gone.setVisible(isinstance(row, Application))
        self.meanwhile = plain_label("", "", self, wrap=True)
        pills = QWidget(self)
        flow = FlowLayout(pills, gap=6)
        self.nudge, self.ask_meanwhile = ChipButton(parent=pills), ChipButton(parent=pills)
        for each in (self.nudge, self.ask_meanwhile):
            flow.addWidget(each)
        self._flow, self._pills = flow, pills
        self.sent = button(_("Sent today"), "send", "", self)
        self.climb = ClimbRow(desk, row, self)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconView(icon_of(row), "accent", 19, parent=self))
        head.addWidget(self.title, 1)
        for each in (self.toggle, self.gone):
            head.addWidget(each)
        self.body.addLayout(head)
        self.body.setSpacing(6)
        for each in (self.facts, self.meanwhile, pills, self.climb):
            self.body.addWidget(each)
        self.body.addWidget(self.sent)
        self.setFocusProxy(self.toggle)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._on_escape)
        # Signals
        self.toggle.clicked.connect(self._on_toggle)
        self.gone.clicked.connect(self._on_gone)
        self.sent.clicked.connect(self._on_sent)
        self.nudge.clicked.connect(self._on_nudge)
        self.ask_meanwhile.clicked.connect(self._on_meanwhile)
        desk.changed.connect(self._on_changed)
        self.refresh()

    @property
    def row(self) -> Awaited:
        return self._row

    @property
    def is_open(self) -> bool:
        return self.fields is not None and not self.fields.isHidden()

    def open(self, on: bool = True) -> None:
        """Show everything about it, or the few lines."""
        if on and self.fields is None:
            self.fields = fields_of(self._desk, self._row, self)
            self.body.addWidget(self.fields)
        if self.fields is not None:
            self.fields.setVisible(on)
        set_role(self, "open" if on else "card")
        self._name_toggle()

    def write(self) -> None:
        """Open it with the keyboard in its first field."""
        self.open()
        if self.fields is not None:
            self.fields.first().setFocus()

    def refresh(self) -> None:
        """Say it anew."""
        row = self._row
        if not row.exists:
            return
        wait, today = wait_of(row), self._desk.opened.today()
        title, answered, sent = title_of(wait), is_answered(row), is_sent(row)
        self.title.setText(title)
        say(self.facts, facts_of(wait, today))
        meanwhile = meanwhile_of(wait)
        say(self.meanwhile, _("Meanwhile: {what}").format(what=meanwhile) if meanwhile and not answered else "")
        if answered and isinstance(row, Application):
            words = _(row.outcome.label)
            when = f" · {day(row.answered_on, today)}" if row.answered_on is not None else ""
            self.nudge.say(words + when, OUTCOMES.get(row.outcome, "line"))
        elif not sent:
            self.nudge.say(_("Not sent yet"), "warn")
        else:
            self.nudge.say(*nudge_of(wait, today), "clock")
        self.ask_meanwhile.say(_("What happens meanwhile?"), "warn", "help")
        self.ask_meanwhile.setVisible(sent and not answered and not meanwhile)
        self.climb.setVisible(sent and not answered)
        self.climb.show_wait(wait, title)
        self.sent.setVisible(not sent and not answered)
        self.gone.setAccessibleName(_("Remove: {what}").format(what=title))
        self.setAccessibleName(", ".join(each for each in (title, self.facts.words(), self.nudge.text()) if each))
        self._flow.arrange()
        self._name_toggle()

    def _name_toggle(self) -> None:
        words = _("Show less") if self.is_open else _("Show everything")
        self.toggle.setText(words)
        self.toggle.setAccessibleName(f"{words}: {self.title.words()}")
        set_button_icon(self.toggle, "chevron_up" if self.is_open else "chevron_down", right=True)

    # ------------------------------------------------------------------ what happens
    def _on_toggle(self) -> None:
        self.open(not self.is_open)

    def _on_escape(self) -> None:
        if self.is_open:
            self._desk.settle.emit()
            self.open(False)
            self.toggle.setFocus()

    def _on_nudge(self) -> None:
        self.open()
        if self.fields is not None:
            self.fields.nudge_on.setFocus()

    def _on_meanwhile(self) -> None:
        self.open()
        if self.fields is not None:
            self.fields.meanwhile.setFocus()

    def _on_sent(self) -> None:
        self._desk.settle.emit()
        if isinstance(self._row, Application):
            self._desk.do(applications.send, self._row, self._desk.opened.today())

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        if isinstance(self._row, Application):
            self._desk.do(applications.remove_application, self._row)

    def _on_changed(self, changes: Changes) -> None:
        if self._row.exists and (changes.touches(self._row) or changes.touches(NetworkMember)
                                 or changes.touches(Nudge) or changes.touches(Meeting) or changes.touches(AgendaItem)
                                 or changes.touches(CoordinatorAssignment)):
            self.refresh()
