"""The map under somebody's hands: people are dragged, walked to with the arrow keys, and tied together."""
from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.network.focus_ring import TieInMind
from borgerplan_desktop.gui.network.map_items import PersonItem
from borgerplan_desktop.gui.network.map_picture import MapPicture
from borgerplan_desktop.gui.network.typed_name import TypedName
from borgerplan_desktop.gui.network.zoom_view import STEP
from borgerplan_desktop.model.map.steps import DOWN, LEFT, RIGHT, UP, Way

Key = Qt.Key
ARROWS: dict[Key, Way] = {Key.Key_Left: LEFT, Key.Key_Right: RIGHT, Key.Key_Up: UP, Key.Key_Down: DOWN}
ENTER = (Key.Key_Return, Key.Key_Enter, Key.Key_Space)
NO_ONE = "nobody yet"                                    # a tie is wanted, and nobody is chosen to begin it
ELSEWHERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class MapView(MapPicture):
    opened = Signal(str)                                 # Enter or double click: to the person's card
    dropped = Signal(str, str, int, float, float)        # id, sector, ring, x, y relative to the outer circle
    dropped_off = Signal(str, QPoint)                    # id, where on the screen: outside the rings
    passing = Signal(str, int)                           # the sector and ring below somebody who is dragged
    move_asked = Signal(str)
    remove_asked = Signal(str)
    menu_asked = Signal(str, QPoint)                     # id ("" = the ground), where on the screen
    tying = Signal(str, str)                             # who is to be tied, to whom by now; twice "" = no more of it
    tie_wanted = Signal(str, str)                        # one and the other

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: tuple[str, QPoint] | None = None     # pressed on somebody, or ("", …) on the ground
        self._dragging = False
        self._tied = self._other = ""                    # while a tie is wanted: from whom, and to whom by now
        self._in_mind = TieInMind()
        self._scene.addItem(self._in_mind)
        self._typed = TypedName(self)

    # ------------------------------------------------------------------ mouse
    @property
    def dragging(self) -> bool:
        """Whether somebody is being moved with the mouse just now."""
        return self._dragging and self._held is not None and bool(self._held[0])

    def person_at(self, at: QPoint) -> str:
        item = self.itemAt(at)
        return item.id if isinstance(item, PersonItem) else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = (self.person_at(event.position().toPoint()), event.position().toPoint())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._held is None:
            if self.is_tying and (over := self.person_at(at)):
                self._think_of(over)
            super().mouseMoveEvent(event)
            return
        id, start = self._held
        if not self._dragging and (at - start).manhattanLength() < QApplication.startDragDistance():
            return
        self._dragging = True
        if self.is_tying:
            id = ""                                      # nobody is moved meanwhile
        if id and id not in self._scene.people:          # removed by somebody else meanwhile
            self.let_go()
        elif id:
            self._ring.hide()
            self.passing.emit(*self._scene.drag(id, self.mapToScene(at), self.map_layout))
        else:
            self.pan(start - at)
            self._held = (id, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is None or event.button() != Qt.MouseButton.LeftButton:
            return
        (id, _start), dragged = self._held, self._dragging
        self._held, self._dragging = None, False
        if dragged and id and not self.is_tying:
            self.drop(id, event.globalPosition().toPoint())
        elif not dragged and self.is_tying:
            self._tie_to(id)
        elif not dragged:
            self.choose_and_tell(id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        id = self.person_at(event.position().toPoint())
        if id and not self.is_tying:
            self.opened.emit(id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_menu()
            return
        self.stop_tying()
        id = self.person_at(event.pos())
        if id:
            self.choose_and_tell(id)
        self.menu_asked.emit(id, event.globalPos())

    def carry(self, at: QPoint) -> None:
        """Somebody from outside the map is carried over it; `at` is a point of the screen."""
        self.passing.emit(*self._scene.light(self._scene_at(at), self.map_layout))

    def drop(self, id: str, at: QPoint) -> None:
        """Let go of somebody at a point of the screen: their place from now on, or off the map."""
        self._scene.ground.show_cell("", 0)
        self.passing.emit("", 0)
        point, layout = self._scene_at(at), self.map_layout
        sector, ring = self._scene.cell_below(point, layout, self._faces.get(id))
        over = self.viewport().rect().contains(self.viewport().mapFromGlobal(at))
        if ring and over:
            self.dropped.emit(id, sector, ring, *layout.relative(point.x(), point.y()))
        else:
            self.dropped_off.emit(id, at)
        if self._layout is layout:                       # nothing came of it: back to where they were
            self._lay_out()

    def _scene_at(self, at: QPoint) -> QPointF:
        return self.mapToScene(self.viewport().mapFromGlobal(at))

    def let_go(self) -> None:
        """Escape while dragging, or a second finger: everybody stays where they were."""
        if self._held is None:
            return
        self._held, self._dragging = None, False
        self._scene.ground.show_cell("", 0)
        self.passing.emit("", 0)
        self._lay_out()

    # ------------------------------------------------------------------ tying two together
    @property
    def is_tying(self) -> bool:
        """Whether it is now asked who is to be tied to whom."""
        return bool(self._tied)

    def tie(self, id: str = "") -> None:
        """Ask whom somebody is to be tied to; "" = ask for the first one too."""
        self._tied, self._other = id if id in self._scene.people else NO_ONE, ""
        self._typed.begin_anew()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_tie()

    def stop_tying(self) -> None:
        """Nobody is to be tied after all."""
        if self.is_tying:
            self._tied = self._other = ""
            self._typed.begin_anew()
            self._say_tie()

    def _think_of(self, id: str) -> None:
        if id != self._other:
            self._other = id
            self._say_tie()

    def _tie_to(self, id: str) -> None:
        """Take somebody as the first or the other one; the ground, or the first once more, ends it."""
        if self._tied == NO_ONE and id:
            self.tie(id)
            return
        one, other = self._tied, id
        self.stop_tying()
        if other and other != one:
            self.tie_wanted.emit(one, other)

    def _say_tie(self) -> None:
        one = self._scene.people.get(self._tied)
        other = self._scene.people.get(self._other)
        if one is not None and other is not None and one is not other:
            self._in_mind.reach(one.pos(), other.pos())
        else:
            self._in_mind.hide()
        self._mark()
        self.tying.emit(self._tied, self._other)

    def stands_at(self) -> str:
        if not self.is_tying:
            return super().stands_at()
        return self._other or (self._tied if self._tied != NO_ONE else "")

    def _lay_out(self) -> None:
        super()._lay_out()
        if self.is_tying:                                # from here or from another window somebody came, moved, went
            gone = self._tied not in self._scene.people and self._tied != NO_ONE
            self.stop_tying() if gone else self._say_tie()

    # ------------------------------------------------------------------ keyboard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.dragging:
            if key == Key.Key_Escape:
                self.let_go()
        elif key in ARROWS:
            way = ARROWS[Key(key)]
            if ctrl:
                self.pan(QPoint(*way) * px(STEP))
            else:
                self._go(self.step(way))
        elif key in (Key.Key_PageDown, Key.Key_PageUp):
            self._go(self._scene.around(1 if key == Key.Key_PageDown else -1, self.stands_at()))
        elif key in (Key.Key_Home, Key.Key_End):
            self._go(self._scene.around(1 if key == Key.Key_Home else -1, ""))
        elif self._zooms(event) or self._acts(event):
            self._typed.begin_anew()                     # something was done between two letters: they are two names
        elif self._is_letter(event):
            self._go(self._typed.find(event.text(), self._names(), self.stands_at()))
        else:
            super().keyPressEvent(event)

    def _zooms(self, event: QKeyEvent) -> bool:
        """Ctrl with + and - makes all text of the program larger, so here it is the sign alone."""
        key = event.key()
        if key in (Key.Key_Plus, Key.Key_Equal):
            self.zoom_in()
        elif key == Key.Key_Minus:
            self.zoom_out()
        elif key == Key.Key_0:
            self.fit()
        else:
            return False
        return True

    def _acts(self, event: QKeyEvent) -> bool:
        """What is done with whoever one stands at."""
        key, at = event.key(), self.stands_at()
        if key == Key.Key_Menu or key == Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._ask_menu()
        elif key == Key.Key_Escape and self.is_tying:
            self.stop_tying()
        elif key in ENTER and self.is_tying:
            if at:
                self._tie_to(at)
        elif self.is_tying or not at or self._belongs_to_name(event):
            return False                                 # every letter may now be one of a name
        elif key in ENTER:
            self.opened.emit(at)
        elif key == Key.Key_M:
            self.move_asked.emit(at)
        elif key == Key.Key_T:
            self.tie(at)
        elif key == Key.Key_Delete:
            self.remove_asked.emit(at)
        elif key == Key.Key_Escape:
            self.choose_and_tell("")
        else:
            return False
        return True

    @staticmethod
    def _is_letter(event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        return event.text().isalpha() and not held

    def _belongs_to_name(self, event: QKeyEvent) -> bool:
        """M and T do something; with Shift, and within a name, they too are letters of one."""
        capital = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return event.text().isalpha() and (capital or self._typed.goes_on(event.text(), self._names()))

    def _names(self) -> dict[str, str]:
        return {id: item.face.name for id, item in self._scene.people.items()}

    def _go(self, id: str) -> None:
        """The keyboard goes to somebody; "" = it stays."""
        if not id:
            return
        if self.is_tying:
            self._think_of(id)
            self.bring_into_sight(id)
        else:
            self.choose_and_tell(id)

    def _ask_menu(self) -> None:
        """The menu of whoever one stands at, beside them."""
        self.stop_tying()
        at = self.stands_at()
        spot = self.centre_of(at) if at in self._scene.people else self.viewport().rect().center()
        self.menu_asked.emit(at if at in self._scene.people else "", self.viewport().mapToGlobal(
            spot + QPoint(px(20), px(10))))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in ELSEWHERE:
            self.stop_tying()
        self._mark()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop_tying()
