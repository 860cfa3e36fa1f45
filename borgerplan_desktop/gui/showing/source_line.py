"""Where a part of the plan was taken from: small words that lead to the passage."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan.earlier_plans import named
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.papers import EarlierPlan, Passage
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.settled import taken_into

Taken = Goal | Step | Intervention | Agreement
LONGEST = 40                                             # characters; a longer name is left out for its kind


class SourceLine(QPushButton):
    """"Fra Behandlingsplan, 3. september"; is there only for what was taken from an earlier plan."""

    def __init__(self, desk: Desk, row: Taken, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._row = desk, row
        self.setProperty("kind", "meta")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        desk.changed.connect(self._on_changed)
        self.refresh()

    @staticmethod
    def below(column: QVBoxLayout, desk: Desk, row: Row, parent: QWidget, indent: int = 0) -> None:
        """Put one below what was taken from an earlier plan; nothing below the rest."""
        if isinstance(row, Taken) and row.source_id is not None:
            line = SourceLine(desk, row, parent)
            beside = QHBoxLayout()
            beside.setContentsMargins(px(indent), 0, 0, 0)
            beside.addWidget(line)
            beside.addStretch(1)
            column.addLayout(beside)

    def refresh(self) -> None:
        plan = self._desk.case.get(EarlierPlan, self._row.source_id) if self._row.exists else None
        self.setVisible(plan is not None)
        if plan is not None:
            today = self._desk.opened.today()
            words = named(plan, today)
            short = words if len(words) <= LONGEST else ", ".join(
                [_(plan.kind.label), *([day(plan.dated_on, today)] if plan.dated_on is not None else [])])
            self.setText(_("From {plan}").format(plan=short).replace("&", "&&"))
            self.setAccessibleName(_("From {plan}").format(plan=words))

    def _on_clicked(self) -> None:
        """To the passage; to the plan where nobody marked one."""
        if self._row.exists:
            found = taken_into(self._desk.case, self._row)
            self._desk.go.emit("plan", found[0].id if found else self._row.source_id or "")

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(EarlierPlan) or changes.touches(Passage) or changes.touches(self._row):
            self.refresh()
