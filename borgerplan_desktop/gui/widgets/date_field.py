"""A field for a date: type it as you would say it, or pick it in the calendar."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.icons import icon
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.dates_as_written import Toward, is_no_day, parse_day
from borgerplan_desktop.gui.widgets.field_error import TypedOver, show_field_error
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _, day, language
from borgerplan_desktop.model.text import shortened

SHOWN = 60                                               # characters of what was not understood


class DateEdit(QWidget):
    """Shows "3. marts 2026"; what cannot be understood stays as typed, with a plain message below.

    `dateEntered(date | None)` when a person leaves the field with another date, or picks one. Every field declares
    with `look` where a day without a year lies.
    """

    dateEntered = Signal(object)

    def __init__(self, clock: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._date: date | None = None
        self.toward: Toward | None = None                # None = nobody has said
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("e.g. 3 March, tomorrow, Friday"))
        self.field.editingFinished.connect(self._on_left)
        self.field.textEdited.connect(self._on_typing)
        TypedOver(self.field)
        self.open_button = icon_button("calendar", _("Show the calendar"), self)
        self.open_button.clicked.connect(self._on_open)
        self.message = plain_label("", "smallbad", self, wrap=True)
        self.message.hide()
        self.notice = plain_label("", "small", self, wrap=True)
        self.notice.hide()
        self.setFocusProxy(self.field)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        row.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(self.notice)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_name(_("Date"))
        self._popup: _Calendar | None = None

    def set_clock(self, clock: Callable[[], date]) -> None:
        """Where today comes from (a form cannot give it)."""
        self._clock = clock

    def look(self, toward: Toward) -> None:
        """Where the day lies that is meant when no year is written: ahead for a deadline, back for a birth."""
        self.toward = toward

    def set_name(self, name: str) -> None:
        """What screen readers call the field, as its label says."""
        self.setAccessibleName(name)
        self.field.setAccessibleName(name)

    def date(self) -> date | None:
        """The date entered last; None when empty. Text that is not understood does not change it."""
        return self._date

    def setDate(self, value: date | None) -> None:
        self._date = value
        self.field.setText(day(value) if value else "")
        self.field.setCursorPosition(0)                  # cut at its front, 30 November would read 0 November
        self.say("")

    def show_date(self, value: date | None) -> None:
        """The date that is stored now; what stands there in red stays until it is put right."""
        if value != self._date or not self.half_typed():
            self.setDate(value)

    def half_typed(self) -> str:
        """What a person has typed and not left yet, or what is no date; "" where the date entered last stands."""
        text = self.field.text().strip()
        return "" if text == (day(self._date) if self._date else "") else text

    def meant(self) -> date | None:
        """The day that stands there, also while it is typed; None where it is none, or empty."""
        return self._meant(self.field.text().strip())

    def stand(self, text: str) -> None:
        """What was half typed stands here again."""
        self.field.setText(text)
        self.field.setCursorPosition(len(text))

    def enter(self) -> None:
        """As if the field were left: what is typed counts."""
        if self.is_understood():
            self._on_left()

    def refuse(self, sentence: str, stored: date | None) -> None:
        """What was entered cannot be: it stays, with the reason below."""
        self._date = stored
        self.say(sentence)

    def say(self, trouble: str) -> None:
        """A plain message below the field; empty = all is well."""
        if trouble:
            self.notice.hide()
        show_field_error(self.field, self.message, trouble)

    def tell(self, notice: str) -> None:
        """Something to know about the date that stands there; nothing is wrong with it."""
        if not self.is_in_trouble():
            say(self.notice, notice)
            self.field.setAccessibleDescription(notice)

    def is_in_trouble(self) -> bool:
        return not self.message.isHidden()

    def text(self) -> str:
        return self.field.text()

    def is_understood(self) -> bool:
        """Whether the text in the field is a date or empty."""
        text = self.field.text().strip()
        return not text or self._meant(text) is not None

    def sizeHint(self) -> QSize:
        return QSize(px(230), super().sizeHint().height())

    def _on_typing(self) -> None:
        self.notice.hide()
        if not self.message.isHidden():
            self.say("")

    def _on_left(self) -> None:
        text = self.field.text().strip()
        meant = self._meant(text) if text else None
        if text and meant is None:
            words = (_("That date does not exist: {value}. Write e.g. 3 March 2026.") if self._is_no_day(text) else
                     _("We did not understand »{value}«. Write e.g. 3 March 2026, 3/3 or week 10."))
            self.say(words.format(value=shortened(text, SHOWN)))
            return
        self._enter(meant)

    def _enter(self, meant: date | None) -> None:
        changed = meant != self._date
        self.setDate(meant)
        if changed:
            self.dateEntered.emit(meant)

    def _meant(self, text: str) -> date | None:
        return parse_day(text, self._clock(), self.toward or Toward.NEAREST)

    def _is_no_day(self, text: str) -> bool:
        return is_no_day(text, self._clock(), self.toward or Toward.NEAREST)

    def _on_open(self) -> None:
        if self._popup is None:
            self._popup = _Calendar(self)
            self._popup.picked.connect(self._enter)
        self._popup.show_at(self.mapToGlobal(QPoint(0, self.field.height() + 2)), self._date or self._clock())


class _Calendar(QWidget):
    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName(_("Calendar"))
        self.calendar.setGridVisible(False)
        self.calendar.setDateEditEnabled(False)          # a date is typed in the field, not over the days
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, QTextCharFormat())
        self.calendar.setLocale(QLocale(language()))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.activated.connect(self._on_picked)
        self.calendar.clicked.connect(self._on_picked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)

    def show_at(self, point: QPoint, shown: date) -> None:
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.calendar.setMinimumSize(px(330), px(270))
        for name, picture in (("prevmonth", "chevron_left"), ("nextmonth", "chevron_right")):
            button = self.calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if button is not None:
                button.setIcon(icon(picture, "accent_text"))
        self.adjustSize()
        self.move(point)
        self.show()
        self.calendar.setFocus()

    def _on_picked(self, chosen: QDate) -> None:
        if self.isVisible():  # a double click says both clicked and activated
            self.hide()
            self.picked.emit(date(chosen.year(), chosen.month(), chosen.day()))
