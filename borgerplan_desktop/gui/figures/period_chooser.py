"""Which time the figures are of: a part of the year, or one's own days; and whether the time before is beside it."""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.figures.counting import Chosen
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.figures.period import Period, Span


class PeriodChooser(QWidget):
    """`changed()` when another time is wanted."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = desk.opened.today
        line = QWidget(self)
        flow = FlowLayout(line, 10)
        self.period = calm_combo(QComboBox(line), 22)
        self.period.setAccessibleName(_("Period"))
        for each in Period:
            self.period.addItem(_(each.label), each.value)
        self.compare = QCheckBox(_("Beside the time before"), line)
        self.compare.setChecked(True)
        self.compare.setMinimumHeight(self.period.sizeHint().height())      # in the middle beside it
        for each in (self.period, self.compare):
            flow.addWidget(each)
        self.own = QWidget(self)
        days = QHBoxLayout(self.own)
        days.setContentsMargins(0, 0, 0, 0)
        self.first, self.last = DateEdit(self._today, self.own), DateEdit(self._today, self.own)
        for field, name in ((self.first, _("From")), (self.last, _("Until"))):
            field.look(Toward.NEAREST)
            field.set_name(name)
            days.addWidget(plain_label(name, "smallbold", self.own))
            days.addWidget(field)
            field.dateEntered.connect(self._on_day)
        days.addStretch(1)
        self.trouble = plain_label("", "bad", self, wrap=True)
        self.trouble.hide()
        self.own.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for each in (line, self.own, self.trouble):
            column.addWidget(each)
        # Signals
        self.period.currentIndexChanged.connect(self._on_period)
        self.compare.toggled.connect(self.changed)

    def chosen(self) -> Chosen:
        """What is chosen now; whether it is a time at all is said by `check`."""
        first, last = self.first.date(), self.last.date()
        own = Span(first, last) if first is not None and last is not None else None
        return Chosen(Period(self.period.currentData()), own, self.compare.isChecked())

    def choose(self, chosen: Chosen) -> None:
        """Stand as it was chosen before."""
        self.blockSignals(True)
        self.period.setCurrentIndex(self.period.findData(chosen.period.value))
        if chosen.own is not None:
            self.first.setDate(chosen.own.first)
            self.last.setDate(chosen.own.last)
        self.compare.setChecked(chosen.compare)
        self.blockSignals(False)

    def check(self, today: date) -> Span | None:
        """The days; None where they are no time, which is then said."""
        try:
            span = self.chosen().span(today)
        except Refused as refusal:
            say(self.trouble, refusal.message)
            return None
        say(self.trouble, "")
        return span

    def _on_period(self) -> None:
        is_own = self.chosen().period is Period.OWN
        self.own.setVisible(is_own)
        if is_own and self.first.date() is None:
            span = Period.THIS_YEAR.span(self._today())
            self.first.setDate(span.first)
            self.last.setDate(span.last)
        self.changed.emit()

    def _on_day(self, _day: date | None) -> None:
        self.changed.emit()
