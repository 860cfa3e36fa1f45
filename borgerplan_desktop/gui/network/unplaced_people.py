"""Those who are not on the map yet: chips to drag into the rings, and where one drags somebody back to."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, font, px, set_role
from borgerplan_desktop.gui.showing.people_shown import Face
from borgerplan_desktop.gui.widgets.label import PlainLabel, breakable, plain_label, set_tip
from borgerplan_desktop.gui.widgets.painted_line import paint_line
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _


class UnplacedPeople(QFrame):
    chosen = Signal(str)
    carried = Signal(str, QPoint)                        # id, where on the screen
    dropped = Signal(str, QPoint)
    move_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "flat")
        self.setAccessibleName(_("Not placed yet"))
        self._chips: dict[str, Chip] = {}
        self._ghost: QLabel | None = None
        self._hint = plain_label("", "small", self, wrap=True)
        self._scroll = PageScroll(_("Not placed yet"), self, (0, 0, 0, 0), 6)
        self._scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(plain_label(_("Not placed yet"), "smallbold", self))
        column.addWidget(self._scroll, 1)
        column.addWidget(self._hint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_people([], "")

    def show_people(self, faces: Sequence[Face], chosen: str, name: str = "") -> None:
        """Everybody without a ring; the citizen's `name` is whom one asks where they stand."""
        waiting = {face.id: face for face in faces if not face.ring}
        for gone in self._chips.keys() - waiting.keys():
            chip = self._chips.pop(gone)
            chip.hide()
            chip.deleteLater()
        for index, (id, face) in enumerate(waiting.items()):
            chip = self._chips.get(id)
            if chip is None:
                chip = self._chips[id] = Chip(id, self)
                self._scroll.body.insertWidget(index, chip)
                chip.pressed_on.connect(self.chosen)
                chip.carried.connect(self._on_carried)
                chip.dropped.connect(self._on_dropped)
                chip.move_asked.connect(self.move_asked)
            chip.show_person(face, id == chosen)
        invitation = _("Drag into the rings")
        if name:
            invitation = _("Ask {name} who is closest, and drag into the rings.").format(name=breakable(name))
        self._hint.setText(invitation if waiting else _("Everybody is on the map"))
        self._scroll.setVisible(bool(waiting))
        self.updateGeometry()

    def chip(self, id: str) -> Chip:
        return self._chips[id]

    def holds(self, at: QPoint) -> bool:
        """Whether a point of the screen lies in the bucket."""
        return self.rect().contains(self.mapFromGlobal(at))

    def invite(self, on: bool) -> None:
        """Show that somebody can be dropped here."""
        set_role(self, "soft" if on else "flat")

    def hasHeightForWidth(self) -> bool:
        """As tall as the chips need: the lines that wrap inside must not decide it."""
        return False

    def sizeHint(self) -> QSize:
        lines = self._hint.heightForWidth(max(self.width(), px(158)) - 20)
        return QSize(px(158), px(48) + lines + len(self._chips) * px(48))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(140), px(64) + min(len(self._chips), 1) * px(48))

    def _on_carried(self, id: str, at: QPoint) -> None:
        if self._ghost is None:
            self._ghost = PlainLabel("", self.window())
            self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._ghost.setPixmap(self._chips[id].grab())
            self._ghost.adjustSize()
            self._ghost.show()
        self._ghost.move(self.window().mapFromGlobal(at) - QPoint(px(20), px(20)))
        self._ghost.raise_()
        self.carried.emit(id, at)

    def _on_dropped(self, id: str, at: QPoint) -> None:
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        self.dropped.emit(id, at)


class Chip(QAbstractButton):
    """Somebody who waits to be placed; press to see the card, drag to place, M to move by keyboard."""

    pressed_on = Signal(str)
    carried = Signal(str, QPoint)
    dropped = Signal(str, QPoint)
    move_asked = Signal(str)

    def __init__(self, id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.id = id
        self._face: Face | None = None
        self._chosen = False
        self._start: QPoint | None = None
        self._carrying = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def show_person(self, face: Face, chosen: bool) -> None:
        self._face, self._chosen = face, chosen
        self.setAccessibleName(face.name)
        set_tip(self, face.sentence)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(130), px(42))

    def _on_clicked(self) -> None:
        self.pressed_on.emit(self.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._start = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = self._start is not None and (
            event.position().toPoint() - self._start).manhattanLength() >= QApplication.startDragDistance()
        if self._carrying or (far and event.buttons() & Qt.MouseButton.LeftButton):
            self._carrying = True
            self.carried.emit(self.id, event.globalPosition().toPoint())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._start = None
        if not self._carrying:
            super().mouseReleaseEvent(event)
            return
        self._carrying = False
        self.setDown(False)
        self.dropped.emit(self.id, event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift_f10 = event.key() == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_M, Qt.Key.Key_Menu) or shift_f10:
            self.move_asked.emit(self.id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.move_asked.emit(self.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._face is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        busy = self.hasFocus() or self._chosen
        painter.setPen(QPen(colour("focus" if busy else "border"), 2 if busy else 1))
        painter.setBrush(colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        draw_icon(painter, "grip", "muted", px(3), self.height() / 2 - px(9), px(18))
        left, room = px(23), self.width() - px(23) - px(6)
        lines = [line for line in (self._face.name, self._face.words) if line]
        high = px(18)
        top = (self.height() - high * len(lines)) / 2
        for i, text in enumerate(lines):
            paint_line(painter, QRectF(left, top + i * high, room, high), text, font("small", i == 0),
                       "text" if i == 0 else "muted")
