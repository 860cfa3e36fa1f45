"""What the citizen did not come to, and the path of ours that follows; it can be begun by hand."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from borgerplan_desktop.casework.contacts.missed import begin_path
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.reach_path import ReachPath
from borgerplan_desktop.gui.editing.unsaved_input import UnsavedLine
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact_note import MissedAppointment

SETTLED = 3                                              # so many of those that are over are shown


class MissedCard(Card):
    """Those we are not in touch about come first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Get in touch again"), "link", parent)
        self._desk, self._beginning, self._all = desk, False, False
        self.hint = plain_label("", "small", self, wrap=True)
        self.what = QLineEdit(self)
        self.what.setPlaceholderText(_("e.g. the talk with Eva"))
        UnsavedLine(self.what, desk, "missed")
        self.on_field = DateEdit(desk.opened.today, self)
        self.on_field.look(Toward.BACK)
        self.on_field.set_name(_("Day"))
        self.on_field.setDate(desk.opened.today())
        self.begin = button(_("Did not come"), "plus", "", self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        self.paths: RowColumn[MissedAppointment, ReachPath] = RowColumn(partial(ReachPath, desk), 10, self)
        self.more = button(_("Show all"), "chevron_down", "ghost", self)
        row = QHBoxLayout()
        row.addWidget(self.on_field, 1)
        row.addWidget(self.begin)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.paths)
        self.body.addWidget(self.more)
        self.body.addWidget(self.what)
        self.body.addLayout(row)
        self.body.addWidget(self.trouble)
        self.body.addStretch(1)
        # Signals
        self.begin.clicked.connect(self._on_begin)
        self.what.returnPressed.connect(self._on_begin)
        self.more.clicked.connect(self._on_more)
        desk.refused.connect(self._on_refused)

    def refresh(self) -> None:
        """Show the paths as they are now."""
        name = self._desk.case.the(Citizen).first_name
        rows = sorted(self._desk.case.all(MissedAppointment), key=lambda each: (each.settled_on is None, each.on),
                      reverse=True)
        open_ = sum(each.settled_on is None for each in rows)
        shown = rows if self._all else rows[:open_ + SETTLED]
        self.paths.show_rows(shown)
        self.more.setVisible(len(shown) < len(rows))
        self.hint.setText(_("Who does not come is called, visited, met elsewhere and asked what stood in the way.")
                          if rows else _("Did {name} not come to something? Write it here. Then it is our turn: call, "
                                         "knock, meet elsewhere, ask.").format(name=name))
        self.what.setAccessibleName(_("What did {name} not come to?").format(name=name))

    def show_row(self, row_id: str) -> bool:
        """Bring a path into sight; whether it is here."""
        missed = self._desk.case.get(MissedAppointment, row_id)
        if missed is None:
            return False
        self._all = self._all or self.paths.widget(missed) is None
        self.refresh()
        path = self.paths.widget(missed)
        if path is not None:
            (path.note if path.writing.isVisibleTo(path) else path.why).setFocus()
        return True

    def _on_more(self) -> None:
        self._all = True
        self.refresh()

    def _on_begin(self) -> None:
        self.trouble.hide()
        self._beginning = True
        made = self._desk.made(begin_path, self.what.text(), self.on_field.date())
        self._beginning = False
        if made is not None:
            self.what.clear()
            self.on_field.setDate(self._desk.opened.today())
            self.show_row(made.id)

    def _on_refused(self, sentence: str, field: str) -> None:
        if self._beginning:
            say(self.trouble, sentence)
            self._desk.said()
            (self.on_field if field == "on" else self.what).setFocus()
