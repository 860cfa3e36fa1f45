"""Agreements: who does what, when; open ones by their order, the others on request; Enter makes the next."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from borgerplan_desktop.casework.plan import agreements
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.agreement_row import AgreementRow
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.plan import Agreement, AgreementStatus


class AgreementList(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Agreements: who does what, when"), "people", parent)
        self._desk, self._all = desk, False
        self.body.setSpacing(4)
        self.none_label = plain_label(_("No agreements yet"), "muted", self)
        self.rows: RowColumn[Agreement, AgreementRow] = RowColumn(self._make, 0, self)
        self.add_button = button(_("Add agreement"), "plus", "ghost", self)
        self.older_button = button("", "chevron_down", "quiet", self)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.older_button)
        row.addStretch(1)
        self.body.addWidget(self.none_label)
        self.body.addWidget(self.rows)
        self.body.addLayout(row)
        self.add_button.clicked.connect(self._on_add)
        self.older_button.clicked.connect(self._on_older)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _make(self, agreement: Agreement) -> AgreementRow:
        row = AgreementRow(self._desk, agreement, self.rows)
        row.next_wanted.connect(self._on_add)
        row.gone_wanted.connect(self._on_gone)
        row.move_wanted.connect(self._on_move)
        return row

    def _on_add(self) -> None:
        """A line to write the next one; one that stands empty is used first."""
        empty = next((a for a in self._shown() if not a.text), None)
        made = empty or self._desk.made(agreements.add_agreement, "")
        if (row := self.rows.widget(made)) is not None:
            row.text.setFocus()

    def _on_gone(self) -> None:
        row = self.sender()
        if isinstance(row, AgreementRow) and row.agreement.exists:
            self._desk.do(agreements.delete_agreement, row.agreement)

    def _on_move(self, way: int) -> None:
        row = self.sender()
        if not isinstance(row, AgreementRow) or not row.agreement.exists:
            return
        shown, focus = self._shown(), keyboard_in(self)
        at = shown.index(row.agreement) + way
        if 0 <= at < len(shown):
            everything = self._desk.case.all(Agreement)
            self._desk.do(agreements.move_agreement, row.agreement, everything.index(shown[at]))
            if focus is not None:
                focus.setFocus()

    def _on_older(self) -> None:
        self._all = True
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Agreement, Agreement.place, Agreement.status):
            self._refresh()

    def _shown(self) -> list[Agreement]:
        """Open ones, and those ticked today so that a slip is easily put right."""
        today = self._desk.opened.today()
        return [a for a in self._desk.case.all(Agreement)
                if self._all or a.status is AgreementStatus.OPEN or a.done_on == today]

    def _refresh(self) -> None:
        shown, everything = self._shown(), self._desk.case.all(Agreement)
        self.rows.show_rows(shown)
        self.none_label.setVisible(not everything)
        older = len(everything) - len(shown)
        self.older_button.setVisible(older > 0)
        text = ngettext("Show {n} earlier agreement", "Show {n} earlier agreements", older).format(n=older)
        self.older_button.setText(text)
        self.older_button.setAccessibleName(text)
