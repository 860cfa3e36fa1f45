"""The year of the action plan: a line of months for each activity, and on it the times it is due."""
from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.casework.activities.activities import activities, who_does
from borgerplan_desktop.casework.activities.said import year_in_words
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.painted_line import paint_line
from borgerplan_desktop.gui.widgets.pressable import Pressable
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _, day_short
from borgerplan_desktop.model.activity_times import settled, time_now, times_between
from borgerplan_desktop.model.implementation_plan import Activity

NAME, ROW, HEAD, DOT = 250, 44, 26, 11                   # design pixels
NAME_SHARE = .34                                         # of the width, at most
MONTHS = 12


def _left(width: int) -> float:
    """Where the months begin."""
    return min(px(NAME), width * NAME_SHARE)


def _x(width: int, day: date) -> float:
    """Where a day stands on the line."""
    left = _left(width)
    month = (width - left - px(8)) / MONTHS
    return left + month * (day.month - 1 + (day.day - 1) / monthrange(day.year, day.month)[1])


class YearView(Card):
    """`opened(Activity)` when one is pressed."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", "calendar", parent)
        self._desk, self.year = desk, desk.opened.today().year
        self.before, self.after = icon_button("chevron_left", "", self), icon_button("chevron_right", "", self)
        self.head.addWidget(self.before)
        self.head.addWidget(self.after)
        self.months = _Months(self)
        self.rows: RowColumn[Activity, YearRow] = RowColumn(self._make, 0, self)
        self.legend = plain_label("", "small", self, wrap=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.months)
        column.addWidget(self.rows)
        self.body.addLayout(column)
        foot = QHBoxLayout()
        for shape, words in (("done", _("took place")), ("comes", _("comes")), ("late", _("is late")),
                             ("let_be", _("let be")), ("unknown", _("nothing is written"))):
            foot.addWidget(_Sign(shape, self))
            foot.addWidget(plain_label(words, "small", self))
            foot.addSpacing(10)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addWidget(self.legend)
        self.before.clicked.connect(partial(self.turn, -1))
        self.after.clicked.connect(partial(self.turn, 1))
        self.refresh()

    def turn(self, by: int) -> None:
        """So many years on."""
        self.year = min(max(date.min.year, self.year + by), date.max.year)
        self.refresh()

    def refresh(self) -> None:
        """Show the activities as they are now."""
        self.set_title(_("The year {year}").format(year=self.year))
        for each, year in ((self.before, self.year - 1), (self.after, self.year + 1)):
            each.setAccessibleName(_("The year {year}").format(year=year))
        rows = activities(self._desk.case)
        self.rows.show_rows(rows)
        for row in self.rows.widgets():
            row.show_year(self.year)
        undated = sum(each.first_on is None for each in rows)
        self.legend.setText(_("Without a first day an activity is not on the line of the year.") if undated else "")
        self.legend.setVisible(bool(undated))
        self.months.show_today(self._desk.opened.today(), self.year)

    def _make(self, activity: Activity) -> YearRow:
        row = YearRow(self._desk, activity, self)
        row.clicked.connect(partial(self.opened.emit, activity))
        return row


class _Months(QWidget):
    """The names of the months above the lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._today, self._year = date.min, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_today(self, today: date, year: int) -> None:
        self._today, self._year = today, year
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = (self.width() - _left(self.width()) - px(8)) / MONTHS
        for month in range(1, MONTHS + 1):
            first = date(2000, month, 1)
            name = day_short(first).split()[-1].rstrip(".")
            now = (self._today.year, self._today.month) == (self._year, month)
            paint_line(painter, QRectF(_x(self.width(), first) + 2, 0, width - 2, self.height()),
                       name[:3] if width > px(28) else name[:1], font("small", bold=now), "text" if now else "muted")


class YearRow(Pressable):
    """One activity: its name, and what became of each of its times; a screen reader is told them all."""

    def __init__(self, desk: Desk, activity: Activity, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.activity, self._year = desk, activity, date.min.year
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_year(self, year: int) -> None:
        if self.activity.exists:
            self._year = year
            self.setAccessibleName(self.activity.title)
            self.setAccessibleDescription(year_in_words(self.activity, year, self._desk.opened.today()))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.activity.exists:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = _left(self.width()), self.height() / 2
        who = who_does(self.activity)
        top = QRectF(px(8), px(4) if who else px(12), left - px(18), px(19))
        paint_line(painter, top, self.activity.title, font("body"), "text")
        paint_line(painter, top.translated(0, px(18)), who, font("small"), "muted")
        self._paint_months(painter, middle)
        today = self._desk.opened.today()
        now = time_now(self.activity, today)
        for day in times_between(self.activity, date(self._year, 1, 1), date(self._year, 12, 31)):
            done = settled(self.activity, day)
            shape = ("done" if done.done_on is not None else "let_be") if done is not None else (
                "late" if day == now and day < today else "comes" if day >= today else "unknown")
            paint_sign(painter, shape, QPointF(_x(self.width(), day), middle))

    def _paint_months(self, painter: QPainter, middle: float) -> None:
        painter.setPen(QPen(colour("border"), 1))
        right = _x(self.width(), date(2000, 12, 31))
        painter.drawLine(QPointF(_left(self.width()), middle), QPointF(right, middle))
        for month in range(1, MONTHS + 1):
            x = _x(self.width(), date(2000, month, 1))
            painter.drawLine(QPointF(x, middle - px(4)), QPointF(x, middle + px(4)))
        today = self._desk.opened.today()
        if today.year == self._year:
            painter.setPen(QPen(colour("muted"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(_x(self.width(), today), 0), QPointF(_x(self.width(), today), self.height()))


class _Sign(QWidget):
    """One of the signs, beside its word."""

    def __init__(self, shape: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._shape = shape
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(DOT + 5), px(DOT + 5))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sign(painter, self._shape, QPointF(self.width() / 2, self.height() / 2))


def paint_sign(painter: QPainter, shape: str, at: QPointF) -> None:
    """The signs differ in shape, so they are told apart in grey: a full dot took place, a ring comes, a square is late,
    a bar was let be, and of a small dot nothing is written.
    """
    side = px(DOT)
    box = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
    painter.setPen(QPen(colour("accent"), 2))
    painter.setBrush(colour("accent" if shape == "done" else "surface"))
    if shape in ("done", "comes"):
        painter.drawEllipse(box)
    elif shape == "late":
        painter.setPen(QPen(colour("bad"), 2))
        painter.drawRect(box)
        painter.drawLine(QPointF(at.x(), box.top() + side * .25), QPointF(at.x(), box.bottom() - side * .25))
    elif shape == "let_be":
        painter.setPen(QPen(colour("muted"), 2))
        painter.drawLine(QPointF(box.left(), at.y()), QPointF(box.right(), at.y()))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("muted"))
        painter.drawEllipse(at, side / 5, side / 5)
