"""The yearly report: the leader's own words around the figures of a year; they are written here and printed with it."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.figures.year_report import begin_report, report_of, usual_year, years
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.house_ideas import YearReport
from borgerplan_desktop.model.row import Field

FIELDS: tuple[tuple[Field, str, str], ...] = (
    (YearReport.foreword, N_("Foreword"), N_("What kind of year was it?")),
    (YearReport.learned, N_("What we learned"), N_("What do the numbers tell you, and what do they not?")),
    (YearReport.next_year, N_("Next year"), N_("What will you do differently?")))


class ReportWords(QWidget):
    """The year in front is the one whose report is printed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.year_label = plain_label(_("Year"), "smallbold", self)
        self.year = calm_combo(QComboBox(self))
        self.year.setAccessibleName(_("Year"))
        self.year_label.setBuddy(self.year)
        self.empty = EmptyState(icon="quote", parent=self, action_icon="edit")
        self.card = Card(parent=self)
        self.fields: list[TextField] = []
        for field, name, asked in FIELDS:
            label = plain_label(_(name), "smallbold", self.card)
            edit = GrowingTextEdit("", 3, 14, self.card)
            edit.setPlaceholderText(_(asked))
            edit.setAccessibleName(_(name))
            label.setBuddy(edit)
            self.fields.append(TextField(edit, desk, field, N_("Wrote in the yearly report")))
            for each in (label, edit):
                self.card.body.addWidget(each)
        head = QHBoxLayout()
        head.setSpacing(10)
        for each in (self.year_label, self.year):
            head.addWidget(each)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        for each in (self.empty, self.card):
            column.addWidget(each)
        # Signals
        self.year.currentIndexChanged.connect(self._show)
        self.empty.wanted.connect(self._on_begin)
        desk.changed.connect(self._on_changed)
        # Initial update
        self._offer(usual_year(desk.opened.today()))

    @property
    def chosen(self) -> int:
        """The year in front."""
        return int(self.year.currentData())

    def choose(self, year: int) -> None:
        self._offer(year)

    def show_row(self, row_id: str) -> bool:
        """Whether it is a report: then its year is in front, and the keyboard in its words."""
        row = self._desk.case.get(YearReport, row_id)
        if row is not None:
            self._offer(row.year)
            self._first_edit().setFocus()
        return row is not None

    def _first_edit(self) -> QWidget:
        return self.card.findChildren(GrowingTextEdit)[0]

    def _offer(self, year: int) -> None:
        self.year.blockSignals(True)
        self.year.clear()
        for each in years(self._desk.case, self._desk.opened.today()):
            self.year.addItem(str(each), each)
        self.year.setCurrentIndex(max(0, self.year.findData(year)))
        self.year.blockSignals(False)
        self._show()

    def _show(self) -> None:
        row = report_of(self._desk.case, self.chosen)
        self.card.setVisible(row is not None)
        self.empty.setVisible(row is None)
        self.empty.say(_("Nothing is written about {year} yet").format(year=self.chosen),
                       _("The numbers come by themselves. You write the words around them."), _("Begin to write"))
        for field in self.fields:
            field.show_row(row)

    def _on_begin(self) -> None:
        if self._desk.made(begin_report, self.chosen) is not None:
            self._show()
            self._first_edit().setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(YearReport):
            self._offer(self.chosen)
