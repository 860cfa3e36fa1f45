"""The head of a goal: closed it is one line to press, open it can be written in."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.plan.pill_button import PillButton
from borgerplan_desktop.gui.showing import goal_summary
from borgerplan_desktop.gui.showing.who_and_when import name_of, who_in_full
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.label import plain_label, set_tip
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.painted_line import broken, paint_line
from borgerplan_desktop.gui.widgets.pill import paint_pill
from borgerplan_desktop.gui.widgets.prose import citizens_own
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import N_, _, due
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.life_areas import area_choices, area_name
from borgerplan_desktop.model.plan import Goal, GoalStatus, GoalType

GRIP = 32                                                # design pixels at the left that take hold of the card
ROOMY, WIDE, MIDDLE = 1100, 900, 560                     # from these widths there is room for more columns
BELOW = 400                                              # with less beside area and status, they stand below the title
AREA, STATUS, STEPS, WHO, DEADLINE = 200, 118, 56, 170, 120      # their widths, and of their gap
GAP = 10


class Grip(QWidget):
    """Six dots to drag the card by."""

    dragged = Signal(QPoint)                             # global
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._from: QPoint | None = None
        self._moving = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(px(GRIP), px(36))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._moving = event.globalPosition().toPoint(), False
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._from is not None and (self._moving or abs(at.y() - self._from.y()) > 4):
            self._moving = True
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._moving:
            self.dropped.emit(event.globalPosition().toPoint())
        self._from, self._moving = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = px(18)
        draw_icon(QPainter(self), "grip", "muted", px(10), (self.height() - side) / 2, side)


class ClosedHead(QAbstractButton):
    """Number, words, area, status, steps done, who, by when: painted as one line, read aloud as one sentence."""

    def __init__(self, desk: Desk, goal: Goal, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.goal, self._number = desk, goal, 0
        self._tall: dict[int, int] = {}                  # by width: a layout asks again and again
        self.grip = Grip(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, number: int) -> None:
        self._number = number
        self.setAccessibleName(goal_summary.aloud(self.goal, number, self._desk.opened.today()))
        self.setAccessibleDescription(_("Open the goal"))
        self._tall.clear()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(500), px(42))

    def heightForWidth(self, width: int) -> int:
        if width not in self._tall:
            lines = len(self._lines(width)) + (self.goal.exists and bool(goal_summary.beneath(self.goal)))
            self._tall[width] = px(42) + px(20) * (lines - 1)
        return self._tall[width]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._tall.clear()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(42))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.grip.setGeometry(0, 0, px(GRIP), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif wanted_move(event) or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete):
            event.ignore()                               # the list moves the card, the focus, or asks to delete
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        goal = self.goal
        if not goal.exists:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font())
        right, middle = float(self.width() - px(14)), self.height() / 2
        draw_icon(painter, "chevron_down", "accent" if self.underMouse() else "muted", right - px(18), middle - px(9),
                  px(18))
        right -= px(30)
        if self.width() >= px(WIDE):
            today = self._desk.opened.today()
            late = goal.overdue(today)
            when = due(goal.deadline, today) if goal.deadline is not None and goal.status.open else ""
            said = goal_summary.closed_when(goal, today) or goal_summary.deadline_of(goal, today)
            right = self._text(painter, right, DEADLINE, said, when, "bad" if late else "muted")
            right = self._text(painter, right, WHO, who_in_full(goal.responsible), name_of(goal.responsible))
        if self.width() >= px(MIDDLE):
            right = self._text(painter, right, STEPS, goal_summary.steps_done(goal))
        right = self._pill(painter, right, STATUS, _(goal.status.label), goal_summary.STATUS_KIND[goal.status])
        if self.width() >= px(ROOMY) and goal.area is not None:
            called = area_name(self._desk.case.register, goal.area)
            self._pill(painter, right, AREA, called, "line", goal_summary.AREA_ICON[goal.area])
        self._title(painter)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(11), px(11))

    def _title(self, painter: QPainter) -> None:
        left, room = self._span(self.width())
        paint_line(painter, QRectF(px(GRIP + 8), 0, px(24), self.height()), str(self._number), font(bold=True), "text")
        lines = self._lines(self.width())
        beneath = goal_summary.beneath(self.goal)
        top = self.height() / 2 - px(10) * (len(lines) + bool(beneath))
        for n, words in enumerate(lines):
            paint_line(painter, QRectF(left, top + n * px(20), room, px(20)), words, font(),
                       "text" if self.goal.title.strip() else "muted")
        if beneath:
            paint_line(painter, QRectF(left, top + len(lines) * px(20), room, px(20)), beneath, font("small"), "muted")

    def _lines(self, width: int) -> list[str]:
        if not self.goal.exists:
            return [""]
        return broken(goal_summary.title_of(self.goal)[:400], font(), self._span(width)[1])

    def _span(self, width: int) -> tuple[float, float]:
        """Where the title begins in a head of this width, and what room there is before the first column."""
        number = QFontMetricsF(font(bold=True)).horizontalAdvance(str(self._number))
        left = px(GRIP + 8) + max(number + px(8), px(17))
        columns = [STATUS]
        columns += [STEPS] if width >= px(MIDDLE) else []
        columns += [WHO, DEADLINE] if width >= px(WIDE) else []
        columns += [AREA] if width >= px(ROOMY) and self.goal.area is not None else []
        return left, width - px(14 + 30 + 8) - sum(px(each + GAP) for each in columns) - left

    def _text(self, painter: QPainter, right: float, width: int, text: str, short: str = "",
              role: str = "muted") -> float:
        """A word in a column ending at `right`, the short one where it is tight; where the next column ends."""
        face = font("small")
        if short and QFontMetricsF(face).horizontalAdvance(text) > px(width):
            text = short
        paint_line(painter, QRectF(right - px(width), 0, px(width), self.height()), text, face, role)
        return right - px(width + GAP)

    def _pill(self, painter: QPainter, right: float, width: int, text: str, kind: str, icon: str = "") -> float:
        wanted = QFontMetricsF(font("small")).horizontalAdvance(text) + px(40 if icon else 22)
        box = QRectF(right - px(width), self.height() / 2 - px(12.5), min(wanted, px(width)), px(25))
        paint_pill(painter, box, text, kind, icon)
        return right - px(width + GAP)


class OpenHead(QWidget):
    """The title in the citizen's words, its area and status as words to press, and what else can be done with it."""

    close_wanted = Signal()
    delete_wanted = Signal()
    move_wanted = Signal(int)
    status_chosen = Signal()                             # there may be something to say about it

    def __init__(self, desk: Desk, goal: Goal, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.goal = desk, goal
        self.grip = Grip(self)
        self.number = plain_label("", "bold", self)
        name = desk.case.the(Citizen).first_name
        question = _("What would {name} like to achieve?").format(name=name)
        self.title = citizens_own(WrappedLine(_("Goal"), question, most=5, role="h2", parent=self))
        TextField(self.title, desk, Goal.title, N_("Change goal")).show_row(goal)
        areas = area_choices(desk.case.register, goal.area)
        self.area = PillButton(_("Life area"), [*areas, (None, _("Not chosen"))], self)
        self.kind = PillButton(_("Goal type"), [*((t, _(t.label)) for t in GoalType), (None, _("Not chosen"))], self)
        self.status = PillButton(_("Status"), [(s, _(s.label)) for s in GoalStatus], self)
        self.more_button = icon_button("more", _("More with this goal"), self)
        self.more = QMenu(self)
        self.kind.menu.setTitle(_("Goal type"))
        self.more.addMenu(self.kind.menu)
        for text, act in ((_("Move up (Alt+Up)"), self._on_up), (_("Move down (Alt+Down)"), self._on_down),
                          (_("Delete goal"), self.delete_wanted.emit)):
            self.more.addAction(text).triggered.connect(act)
        self.more_button.setMenu(self.more)
        self.close_button = icon_button("chevron_up", _("Close the goal"), self)
        self.pills = QWidget(self)
        pills = QHBoxLayout(self.pills)
        pills.setContentsMargins(0, 0, 0, 0)
        pills.setSpacing(6)
        pills.addWidget(self.area)
        pills.addWidget(self.kind)
        pills.addWidget(self.status)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 8, 0)
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(2, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self.grip, 0, 0)
        self._grid.addWidget(self.title, 0, 2)
        for column, widget in ((1, self.number), (4, self.more_button), (5, self.close_button)):
            self._grid.addWidget(widget, 0, column, middle)
        self._arrange()
        self.setFocusProxy(self.title)
        self.area.chosen.connect(self._on_area)
        self.kind.chosen.connect(self._on_kind)
        self.status.chosen.connect(self._on_status)
        self.close_button.clicked.connect(self.close_wanted)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def tell(self, number: int) -> None:
        self.number.setText(str(number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        below = self.width() - self.pills.sizeHint().width() < px(BELOW)
        row, column = (1, 2) if below else (0, 3)
        self._grid.setContentsMargins(0, 2, 8, 6 if below else 0)        # not glued to what comes below
        self._grid.addWidget(self.pills, row, column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _on_up(self) -> None:
        self.move_wanted.emit(-1)

    def _on_down(self) -> None:
        self.move_wanted.emit(1)

    def _on_area(self, area: LifeArea | None) -> None:
        if self.goal.exists:
            self._desk.do(goals.set_area, self.goal, area)

    def _on_kind(self, kind: GoalType | None) -> None:
        if self.goal.exists:
            self._desk.do(goals.set_type, self.goal, kind)

    def _on_status(self, status: GoalStatus) -> None:
        if not self.goal.exists or status is self.goal.status:
            return
        self._desk.settle.emit()
        if self._desk.do(goals.set_status, self.goal, status) == "stored":
            self.status_chosen.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(self.goal, Goal.area, Goal.type, Goal.status):
            self._refresh()

    def _refresh(self) -> None:
        goal = self.goal
        if not goal.exists:
            return
        called = area_name(goal.case.register, goal.area) if goal.area else _("Choose life area")
        self.area.say(goal.area, called, "line",
                      goal_summary.AREA_ICON[goal.area] if goal.area else "plus")
        set_tip(self.area, goal_summary.area_tip(goal.area))
        self.kind.say(goal.type, _(goal.type.label) if goal.type else _("Not chosen"), "line")
        self.kind.setVisible(goal.type is not None)
        self.status.say(goal.status, _(goal.status.label), goal_summary.STATUS_KIND[goal.status])
        self._arrange()
