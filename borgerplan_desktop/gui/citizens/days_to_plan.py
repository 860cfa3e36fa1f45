"""From the first talk to an adopted plan: the latest plans as dots on a line, the target weeks, how it used to be."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _, listed, ngettext
from borgerplan_desktop.model.course import PRACTICE_BEFORE_DAYS, TARGET_FIRST_DAY, TARGET_LAST_DAY

FIRST, ROOM = 28, 7                                      # where the line begins at the latest; days free at its ends


class DaysToPlan(Card):
    """`show_days(days, median)`; with too few plans it says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("From first talk to plan"), "trend", parent)
        self.days_label = plain_label("", "title", self)
        self.of_label = plain_label("", "small", self, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.days_label)
        row.addWidget(self.of_label, 1)
        self.body.addLayout(row)
        self.dots = Dots(self)
        self.body.addWidget(self.dots)
        self.few_label = plain_label("", "muted", self, wrap=True)
        self.body.addWidget(self.few_label)

    def show_days(self, days: Sequence[int], middle: int | None) -> None:
        self.dots.setVisible(middle is not None)
        self.days_label.setVisible(middle is not None)
        self.of_label.setVisible(middle is not None)
        say(self.few_label, "" if middle is not None else _(
            "When three plans are adopted, you can see here how long it takes from the first talk."))
        if middle is not None:
            self.days_label.setText(ngettext("{n} day", "{n} days", middle).format(n=middle))
            self.of_label.setText(ngettext("the middle of the latest {n} plan", "the middle of the latest {n} plans",
                                           len(days)).format(n=len(days)))
            self.dots.show_days(days)


class Dots(QWidget):
    """The line itself; says the same in words to screen readers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._days: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("The latest plans"))

    def show_days(self, days: Sequence[int]) -> None:
        self._days = tuple(sorted(days))
        said = listed([str(each) for each in self._days])
        self.setAccessibleDescription(_(
            "Days from the first talk to an adopted plan: {days}. The target is week 6–7; it used to take about "
            "3 months.").format(days=said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(66))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(66))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._days:
            return
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, low = float(px(26)), min(FIRST, self._days[0]) - ROOM
        high = max(PRACTICE_BEFORE_DAYS, self._days[-1]) + ROOM
        left, right, radius = float(px(8)), float(self.width() - px(8)), px(4.5)

        def x(days: float) -> float:
            return left + (right - left) * (days - low) / (high - low)

        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(colour("band"))
        band = QRectF(x(TARGET_FIRST_DAY), y - px(19), x(TARGET_LAST_DAY) - x(TARGET_FIRST_DAY), px(38))
        p.drawRoundedRect(band, 4, 4)
        p.setPen(QPen(colour("field"), 1.5))
        p.drawLine(QPointF(left, y), QPointF(right, y))
        p.setPen(QPen(colour("field"), 1.5, Qt.PenStyle.DashLine))
        p.drawLine(QPointF(x(PRACTICE_BEFORE_DAYS), y - px(18)), QPointF(x(PRACTICE_BEFORE_DAYS), y + px(18)))
        p.setPen(QPen(colour("surface"), 1))
        p.setBrush(colour("accent"))
        placed: list[tuple[float, int]] = []             # of those that would lie on each other, one stands above
        for each in self._days:
            at, floor = x(each), 0
            while any(abs(at - other) < radius * 1.6 and floor == there for other, there in placed) and floor < 2:
                floor += 1
            placed.append((at, floor))
            p.drawEllipse(QPointF(at, y - floor * radius * 1.9), radius, radius)
        self._words(p, x(TARGET_FIRST_DAY / 2 + TARGET_LAST_DAY / 2), _("week 6–7"), True)
        self._words(p, x(PRACTICE_BEFORE_DAYS), _("before: 3 months"))

    def _words(self, p: QPainter, at: float, words: str, bold: bool = False) -> None:
        written = font("small", bold=bold)
        width = QFontMetricsF(written).horizontalAdvance(words) + 2
        left = min(max(at - width / 2, 0.0), self.width() - width)
        p.setFont(written)
        p.setPen(colour("soft_text" if bold else "muted"))
        p.drawText(QRectF(left, px(46), width, px(20)), Qt.AlignmentFlag.AlignCenter, words)
