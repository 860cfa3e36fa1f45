"""The way to the plan as a line: what was reached, today, the target weeks, and how long it used to take."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.casework.course.overview import CourseLine, Stop
from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.widgets.label import set_tip
from borgerplan_desktop.i18n import _, day, day_short, listed, weekday
from borgerplan_desktop.model.course import MilestoneKind

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignHCenter
HEIGHT, ROW = 96, 18                                     # design pixels; a row more for captions without room
APART = 2                                                # design pixels between two marks, at least


class CourseLineView(QWidget):
    """`show_line(facts)`; says the same in words to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: CourseLine | None = None
        self._may_grow = True
        self._rows = 0                                   # of captions that found no room at their stop
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: CourseLine, rows: bool = True) -> None:
        """`rows`: whether captions without room at their stop may stand in rows below; else their day alone is said."""
        self._line, self._may_grow = line, rows
        self.setAccessibleName(_("The way to the plan"))
        self.setAccessibleDescription(in_words(line))
        set_tip(self, in_words(line))
        self._count_rows()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(HEIGHT + ROW * self._rows) + (px(3) if self._rows else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), px(HEIGHT + ROW * self._rows) + (px(3) if self._rows else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._count_rows()

    def _count_rows(self) -> None:
        if self._line is None:
            return
        paper = QImage(1, 1, QImage.Format.Format_ARGB32)
        painter = QPainter(paper)
        drawing = LineDrawing(painter, self._line, self.width(), self._may_grow)
        drawing.draw()
        painter.end()
        if drawing.rows != self._rows:
            self._rows = drawing.rows
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        LineDrawing(painter, self._line, self.width(), self._may_grow).draw()


def last_day(line: CourseLine) -> int:
    """The day at the right end of the line."""
    return max(line.before + 8, line.day + 7, *(stop.day for stop in line.stops))


def day_at(line: CourseLine, width: int, number: float) -> float:
    """Where a day stands, in pixels, on a line so wide: what is drawn below it shares its days."""
    left, right = float(px(12)), float(width - px(12))
    return left + (right - left) * number / last_day(line)


class LineDrawing:
    """Draws one course line, `width` pixels wide."""

    def __init__(self, painter: QPainter, line: CourseLine, width: int, rows: bool) -> None:
        self._p, self._line, self._may_grow = painter, line, rows
        self._width, self._right, self._y = width, float(width - px(12)), float(px(44))
        self._above: list[tuple[float, float]] = []      # what is taken above the line: from and to, in pixels
        self._last = last_day(line)
        self._start = day_at(line, width, 0)             # asked once: dozens of days are drawn
        self._day = day_at(line, width, 1) - self._start
        self.rows = 0                                    # of captions below the others: known when it is drawn

    def draw(self) -> None:
        line, p = self._line, self._p
        first, last = ((d - line.first).days for d in line.target)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(colour("band"))
        band = QRectF(self._x(first), self._y - px(15), self._x(last) - self._x(first), px(30))
        p.drawRoundedRect(band, 6, 6)
        self._stroke("border", 0, self._last)
        self._stroke("accent", 0, line.day)
        p.setPen(QPen(colour("field"), 1))
        for at in self._marks():
            p.drawLine(QPointF(self._x(at), self._y + px(5)), QPointF(self._x(at), self._y + px(9)))
        self._today()
        self._target(band)
        self._before()
        for stop in line.stops:
            self._stop(stop)
        self._captions()

    def _marks(self) -> range:
        """The days on which a week is over; of so many weeks that their marks would touch, none: a year may have been
        mistyped, or the clock be far off.
        """
        return range(7, self._last + 1, 7) if self._x(7) - self._x(0) >= px(APART) else range(0)

    def _x(self, day_number: float) -> float:
        return self._start + self._day * day_number

    def _free(self, left: float, right: float) -> bool:
        """Whether nothing stands there above the line."""
        return right <= self._right + px(12) and all(
            right + px(8) <= low or left - px(8) >= high for low, high in self._above)

    def _stroke(self, role: str, start: float, end: float) -> None:
        self._p.setPen(QPen(colour(role), px(4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        self._p.drawLine(QPointF(self._x(start), self._y), QPointF(self._x(end), self._y))

    def _before(self) -> None:
        at = self._x(self._line.before)
        self._p.setPen(QPen(colour("field"), 1.5, Qt.PenStyle.DashLine))
        self._p.drawLine(QPointF(at, self._y - px(20)), QPointF(at, self._y + px(12)))
        words = _("Before: about 3 months")
        width = QFontMetricsF(font("small")).horizontalAdvance(words) + 2
        left = min(max(at - width / 2, 0.0), self._right + px(12) - width)
        if self._free(left, left + width):
            self._text(left, self._y - px(40), words, "muted", LEFT)
            self._above.append((left, left + width))

    def _today(self) -> None:
        """The flag stands upright on its day; everything else above the line makes room."""
        text = (_("Ended · week {n}") if self._line.closed else _("Today · week {n}")).format(n=self._line.week)
        metrics = QFontMetricsF(font("small", bold=True))
        width, at = metrics.horizontalAdvance(text) + px(20), self._x(self._line.day)
        box = QRectF(min(max(at - width / 2, 0), self._right + px(12) - width), self._y - px(44), width, px(25))
        self._p.setPen(QPen(colour("text"), 2))
        self._p.drawLine(QPointF(at, box.bottom() - 2), QPointF(at, self._y - px(4)))
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(colour("text"))
        self._p.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._text(box.center().x(), box.top() + px(3), text, "surface", MIDDLE, bold=True)
        self._above.append((box.left(), box.right()))

    def _target(self, band: QRectF) -> None:
        """Over its weeks, or beside the flag of today; the name alone where there is little room."""
        start, end = self._line.target
        bold, plain = QFontMetricsF(font("small", bold=True)), QFontMetricsF(font("small"))
        name, span = _("Target: week 6–7"), f"{day_short(start)} – {day_short(end)}"
        alone, named = bold.horizontalAdvance(name) + 2, bold.horizontalAdvance(name) + px(8)
        [(low, high)] = self._above
        widths = [alone] if self._right <= px(600) else [named + plain.horizontalAdvance(span) + 2, alone]
        for width in widths:
            most = self._right + px(12) - width
            centred = min(max(band.center().x() - width / 2, 0.0), most)
            beside = sorted((low - px(8) - width, high + px(8)), key=lambda left: abs(left - centred))
            for left in (centred, *beside):
                if 0 <= left <= most and self._free(left, left + width):
                    self._text(left, self._y - px(40), name, "soft_text", LEFT, bold=True)
                    if width > named:
                        self._text(left + named, self._y - px(40), span, "muted", LEFT)
                    self._above.append((left, left + width))
                    return

    def _stop(self, stop: Stop) -> None:
        centre, radius = QPointF(self._x(stop.day), self._y), px(10)
        self._p.setPen(QPen(colour("surface" if stop.done else "accent"), 2))
        self._p.setBrush(colour("accent" if stop.done else "surface"))
        self._p.drawEllipse(centre, radius, radius)
        name = "check" if stop.done else "flag" if stop.kind is MilestoneKind.PLAN_ADOPTED else "calendar"
        side = px(14)
        draw_icon(self._p, name, "accent_text" if stop.done else "accent", centre.x() - side / 2,
                  centre.y() - side / 2, side, 2.4)

    def _captions(self) -> None:
        """Name and date under each stop; where it is tight they stand above the line, or in a row below the others."""
        stops, taken = self._line.stops, 0.0
        ends = [self._x(stop.day) - px(19) for stop in stops[1:]] + [self._right + px(12)]
        without: list[Stop] = []
        for stop, end in zip(stops, ends[:len(stops)], strict=True):
            ahead = _is_ahead(stop)
            metrics = QFontMetricsF(font("small", bold=ahead))
            name, date = _said(stop, ahead)
            width = max(metrics.horizontalAdvance(name), metrics.horizontalAdvance(date))
            start = self._x(stop.day) - px(9)
            left = min(start, end - width)               # a little to the left, as long as it stays under its mark
            if left >= taken and left + width >= start:
                self._text(left, self._y + px(14), name, "text", LEFT, bold=ahead)
                self._text(left, self._y + px(32), date, "muted", LEFT)
                taken = left + width + px(10)
                continue
            above = start + metrics.horizontalAdvance(f"{name} ")
            if self._free(start, above + metrics.horizontalAdvance(date)):
                self._text(start, self._y - px(34), f"{name} ", "text", LEFT, bold=ahead)
                self._text(above, self._y - px(34), date, "muted", LEFT)
                self._above.append((start, above + metrics.horizontalAdvance(date)))
            elif self._may_grow:
                without.append(stop)
            elif start >= taken and start + metrics.horizontalAdvance(date) <= end:
                self._text(start, self._y + px(14), date, "text", LEFT, bold=ahead)
                taken = end
        self._rows_below(without)

    def _rows_below(self, stops: list[Stop]) -> None:
        """On one line each, beside each other where there is room; which stop is meant, its date says."""
        ends: list[float] = []                           # of the rows
        for stop in stops:
            ahead = _is_ahead(stop)
            metrics, (name, date) = QFontMetricsF(font("small", bold=ahead)), _said(stop, ahead)
            named = metrics.horizontalAdvance(f"{name} ")
            width = named + metrics.horizontalAdvance(date) + 2
            left = max(0.0, min(self._x(stop.day) - px(9), self._right + px(12) - width))
            row = next((at for at, end in enumerate(ends) if left >= end), len(ends))
            ends[row:row + 1] = [left + width + px(10)]
            y = self._y + px(HEIGHT - 44 + ROW * row)
            self._text(left, y, f"{name} ", "text", LEFT, bold=ahead)
            self._text(left + named, y, date, "muted", LEFT)
        self.rows = len(ends)

    def _text(self, x: float, y: float, text: str, role: str, align: Qt.AlignmentFlag,
              bold: bool = False) -> tuple[float, float]:
        """Where it begins and ends."""
        chosen = font("small", bold=bold)
        width = QFontMetricsF(chosen).horizontalAdvance(text) + 2
        left = x if align == LEFT else x - width if align == RIGHT else x - width / 2
        left = max(0.0, min(left, self._right + px(12) - width))
        self._p.setFont(chosen)
        self._p.setPen(colour(role))
        self._p.drawText(QRectF(left, y, width, px(20)), int(Qt.AlignmentFlag.AlignVCenter | LEFT), text)
        return left, left + width


def _is_ahead(stop: Stop) -> bool:
    return not stop.done and stop.kind is not MilestoneKind.PLAN_ADOPTED


def _said(stop: Stop, ahead: bool) -> tuple[str, str]:
    """The stop's name and date."""
    date = day_short(stop.on)
    if stop.kind is MilestoneKind.PLAN_ADOPTED and not stop.done:
        return _("Plan to be adopted"), _("by {date}").format(date=date)
    return _(stop.label), f"{weekday(stop.on)} {date}" if ahead else date


def in_words(line: CourseLine) -> str:
    """The whole line as sentences."""
    parts = [(_("It ended in week {n}.") if line.closed else _("Today is week {n}.")).format(n=line.week)]
    done = [f"{_(s.label)} {day(s.on, line.today)}" for s in line.stops if s.done]
    ahead = [f"{_(s.label)} {day(s.on, line.today)}" for s in line.stops if not s.done]
    if done:
        parts.append(_("Done: {what}.").format(what=listed(done)))
    if ahead:
        parts.append(_("Ahead: {what}.").format(what=listed(ahead)))
    parts.append(_("The target is an adopted plan in week 6–7. It used to take about 3 months."))
    return " ".join(parts)
