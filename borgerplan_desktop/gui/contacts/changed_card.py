"""You said – we did: what waits for us, what we changed, and that the citizen has heard of it."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.contacts.feedback import changed, remove_said, told, what_was_said
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.editing.unsaved_input import UnsavedLine
from borgerplan_desktop.gui.printing.paper_window import show_paper
from borgerplan_desktop.gui.showing.contact_words import when
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.prose import citizens_own
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.what_we_changed import WhatWeChanged


class ChangedCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("You said – we did"), "check_circle", parent)
        self._desk, self._adding = desk, False
        self.paper = self.add_action(_("Print the sheet"), "print")
        self.empty = plain_label("", "muted", self, wrap=True)
        self.rows: RowColumn[WhatWeChanged, ChangedRow] = RowColumn(partial(ChangedRow, desk), 10, self)
        self.said = QLineEdit(self)
        UnsavedLine(self.said, desk, "said")
        self.add = button(_("Take it up"), "plus", "", self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        row.addWidget(self.add)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.rows)
        self.body.addLayout(row)
        self.body.addWidget(self.trouble)
        # Signals
        self.add.clicked.connect(self._on_add)
        self.said.returnPressed.connect(self._on_add)
        self.paper.clicked.connect(self._on_paper)
        desk.refused.connect(self._on_refused)

    def refresh(self) -> None:
        """What waits for us stands first."""
        name = self._desk.case.the(Citizen).first_name
        rows = sorted(self._desk.case.all(WhatWeChanged), key=lambda each: (each.changed_on is None, each.said_on),
                      reverse=True)
        self.rows.show_rows(rows)
        self.paper.setVisible(bool(rows))
        self.said.setPlaceholderText(_("What did {name} say?").format(name=name))
        self.said.setAccessibleName(_("What did {name} say?").format(name=name))
        say(self.empty, "" if rows else _("Nothing yet. What did {name} ask us to do differently?").format(name=name))

    def show_row(self, row_id: str) -> None:
        """Come to what we are to change."""
        row = self.rows.widget(self._desk.case.get(WhatWeChanged, row_id))
        if row is not None:
            row.changed.setFocus()

    def _on_add(self) -> None:
        self.trouble.hide()
        self._adding = True
        made = self._desk.made(what_was_said, self.said.text())
        self._adding = False
        if made is not None:
            self.said.clear()
            self.show_row(made.id)

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._adding:
            say(self.trouble, sentence)
            self._desk.said()
            self.said.setFocus()

    def _on_paper(self) -> None:
        show_paper(self._desk, BY_KEY["you-said"], self)


class ChangedRow(Card):
    """One thing that was said."""

    def __init__(self, desk: Desk, row: WhatWeChanged, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, role="flat")
        self._desk, self._row, self._ticking = desk, row, False
        self.body.setContentsMargins(14, 8, 14, 12)
        self.when = plain_label("", "small", self)
        self.state = Pill(parent=self)
        self.gone = icon_button("close", _("Remove what was said"), self)
        self.said, self.changed = citizens_own(GrowingTextEdit("", 1, 8, self)), GrowingTextEdit("", 1, 8, self)
        self.changed.setPlaceholderText(_("e.g. Next time we were four, and you chose whom."))
        self.done = WrappedCheck("", self)
        self.told = WrappedCheck("", self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        top = QHBoxLayout()
        top.addWidget(self.when)
        top.addWidget(self.state)
        top.addStretch(1)
        top.addWidget(self.gone)
        self.body.addLayout(top)
        self.body.addLayout(self._named(_("You said"), self.said))
        self.body.addLayout(self._named(_("We did"), self.changed))
        for widget in (self.done, self.told, self.trouble):
            self.body.addWidget(widget)
        name = N_("You said – we did")
        self._fields = (TextField(self.said, desk, WhatWeChanged.said, name),
                        TextField(self.changed, desk, WhatWeChanged.changed, name))
        for field in self._fields:
            field.show_row(row)
        # Signals
        self.done.clicked.connect(self._on_done)
        self.told.clicked.connect(self._on_told)
        self.gone.clicked.connect(self._on_gone)
        desk.refused.connect(self._on_refused)
        desk.changed.connect(self.refresh)
        self.refresh()

    def _named(self, name: str, edit: GrowingTextEdit) -> QVBoxLayout:
        label = plain_label(name, "smallbold", self)
        label.setBuddy(edit)
        edit.setAccessibleName(name)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(edit)
        return column

    def refresh(self) -> None:
        row, today = self._row, self._desk.opened.today()
        if not row.exists:
            return
        name = self._desk.case.the(Citizen).first_name
        self.when.setText(_("Said {date}").format(date=when(row.said_on, today)))
        self.state.setVisible(row.changed_on is None)
        self.state.say(_("Waits for us"), "soft", "hourglass")
        self._tick(self.done, row.changed_on is not None, _("Done {date}").format(date=when(row.changed_on, today))
                   if row.changed_on is not None else _("Done"))
        self._tick(self.told, row.told_on is not None,
                   _("{name} was told {date}").format(name=name, date=when(row.told_on, today))
                   if row.told_on is not None else _("Told to {name}").format(name=name))
        self.setAccessibleName(row.said)
        self.gone.setAccessibleName(_("Remove: {what}").format(what=row.said))

    @staticmethod
    def _tick(box: WrappedCheck, on: bool, words: str) -> None:
        box.setChecked(on)
        box.setText(words.replace("&", "&&"))
        box.setAccessibleName(words)

    def _on_done(self, on: bool) -> None:
        self._do(changed, on)

    def _on_told(self, on: bool) -> None:
        self._do(told, on)

    def _do(self, act: Callable[[OpenCase, WhatWeChanged, bool], None], on: bool) -> None:
        self._desk.settle.emit()                         # what was just written counts
        self.trouble.hide()
        self._ticking = True
        self._desk.do(act, self._row, on)
        self._ticking = False
        self.refresh()

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._ticking:
            say(self.trouble, sentence)
            self._desk.said()
            self.changed.setFocus()

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(remove_said, self._row)
