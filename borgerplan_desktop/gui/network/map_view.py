"""The map on screen: fits the window, zooms and pans, is drawn on with the mouse and walked with the arrow keys."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.network.map_items import PersonItem
from borgerplan_desktop.gui.network.map_scene import MapScene
from borgerplan_desktop.gui.showing import map_strokes
from borgerplan_desktop.gui.showing.people_shown import Face, sectors
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.map.elements import Bond, Layout
from borgerplan_desktop.model.map.layout import lay_out
from borgerplan_desktop.model.map.shapes import Rect

ZOOM, LARGEST = 1.2, 4.0
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class MapView(QGraphicsView):
    _ready = False                                       # Qt changes fonts before we are built
    chosen = Signal(str)                                 # id of a person, "" = nobody
    opened = Signal(str)                                 # Enter or double click: to the person's card
    dropped = Signal(str, str, int, float, float)        # id, sector, ring, x, y relative to the outer circle
    dropped_off = Signal(str, QPoint)                    # id, where on the screen: outside the rings
    passing = Signal(str, int)                           # the sector and ring below somebody who is dragged
    move_asked = Signal(str)
    remove_asked = Signal(str)
    laid_out = Signal()                                  # everybody has a new place: what lies over them follows

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = MapScene(self)
        self.setScene(self._scene)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAccessibleName(_("Network map"))
        self._faces: dict[str, Face] = {}
        self._bonds: list[Bond] = []
        self._name = self._chosen = ""
        self._reserved: list[Rect] = []
        self._layout: Layout | None = None
        self._zoom = self._magnified = 1.0
        self._held: tuple[str, QPoint] | None = None     # pressed on somebody, or ("", …) on the ground
        self._dragging = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._lay_out)
        self._ready = True

    # ------------------------------------------------------------------ what is shown
    def show_people(self, faces: Sequence[Face], bonds: Sequence[Bond], citizen: str) -> None:
        wanted = {f.id: f for f in faces}, list(bonds), citizen
        if wanted == (self._faces, self._bonds, self._name) and self._layout is not None:
            return                                       # what was written is not on the map
        self._faces, self._bonds, self._name = wanted
        if self._chosen not in self._faces:
            self._chosen = ""
        self._layout = None
        if self.isVisible():
            self._lay_out()                              # else when it is shown, in the size it then has

    def reserve(self, boxes: Sequence[QRectF]) -> None:
        """Parts of the view that other controls cover."""
        reserved = [Rect(box.x(), box.y(), box.width(), box.height()) for box in boxes]
        if reserved != self._reserved:
            self._reserved = reserved
            self._soon.start(0)

    def magnify(self, by: float) -> None:
        """Draw everything so much larger, in the same room: for those who look from further away."""
        self._magnified = by
        self._soon.start(0)

    @property
    def map_layout(self) -> Layout:
        if self._layout is None:
            self._lay_out()
        assert self._layout is not None
        return self._layout

    @property
    def map_scene(self) -> MapScene:
        return self._scene

    def choose(self, id: str) -> None:
        """Mark a person without telling `chosen`."""
        self._chosen = id if id in self._faces else ""
        self._mark()
        self._tell()

    def centre_of(self, id: str) -> QPoint:
        """Where a person's disc is in the viewport."""
        return self.mapFromScene(self._scene.people[id].pos())

    def _lay_out(self) -> None:
        self._soon.stop()
        size = self.viewport().size()
        people = [face.for_layout(px(6)) for face in self._faces.values()]
        self._layout = lay_out(people, sectors(), size.width() / self._magnified,
                               size.height() / self._magnified, map_strokes.look(), centre=self._name,
                               bonds=self._bonds, reserved=self._reserved)
        self._scene.show_layout(self._layout, self._faces, self._name)
        self._mark()
        self._fit()
        self._tell()
        self.laid_out.emit()

    def _mark(self) -> None:
        here = self.hasFocus()
        for id, item in self._scene.people.items():
            item.mark(id == self._chosen, here and id == self._chosen)

    def _tell(self) -> None:
        """What a screen reader hears of the map and of the person one stands at."""
        count = len(self._scene.people)
        people = ngettext("{n} person", "{n} people", count).format(n=count)
        self.setAccessibleName(_("Network map for {name}: {people}").format(name=self._name, people=people))
        face = self._faces.get(self._chosen)
        words = face.sentence if face is not None else _("Arrow keys go from person to person.")
        self.setAccessibleDescription(words)
        if face is not None and QAccessible.isActive() and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # ------------------------------------------------------------------ zoom and pan
    def zoom_in(self) -> None:
        self._scale_to(self._zoom * ZOOM)

    def zoom_out(self) -> None:
        self._scale_to(self._zoom / ZOOM)

    def fit(self) -> None:
        self._scale_to(1.0)

    @property
    def dragging(self) -> bool:
        """Whether somebody is being moved with the mouse just now."""
        return self._dragging and self._held is not None and bool(self._held[0])

    def _scale_to(self, zoom: float) -> None:
        self._zoom = min(max(zoom, 1.0), LARGEST)
        self._fit()

    def _fit(self) -> None:
        layout = self.map_layout
        size = self.viewport().size()
        whole = min(self._magnified, size.width() / layout.width, size.height() / layout.height)
        wanted = whole * self._zoom
        self.scale(wanted / self.transform().m11(), wanted / self.transform().m22())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        elif self._zoom > 1:
            super().wheelEvent(event)
        else:
            event.ignore()                               # the page may scroll

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():                             # while the edge is pulled, not for every pixel
            self._soon.start(0 if self._layout is None else 40)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        looks = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if event.type() in looks and self._ready:
            self._soon.start(0)

    def sizeHint(self) -> QSize:
        return QSize(px(700), px(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(380), px(320))

    # ------------------------------------------------------------------ mouse
    def person_at(self, at: QPoint) -> str:
        item = self.itemAt(at)
        return item.id if isinstance(item, PersonItem) else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = (self.person_at(event.position().toPoint()), event.position().toPoint())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        id, start = self._held
        at = event.position().toPoint()
        if not self._dragging and (at - start).manhattanLength() < QApplication.startDragDistance():
            return
        self._dragging = True
        if id and id not in self._scene.people:          # removed by somebody else meanwhile
            self._let_be()
        elif id:
            self.passing.emit(*self._scene.drag(id, self.mapToScene(at), self.map_layout))
        else:
            self._pan(start - at)
            self._held = (id, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is None or event.button() != Qt.MouseButton.LeftButton:
            return
        (id, _start), dragged = self._held, self._dragging
        self._held, self._dragging = None, False
        if not dragged:
            self._choose(id)
        elif id:
            self.drop(id, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        id = self.person_at(event.position().toPoint())
        if id:
            self.opened.emit(id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if id := self.person_at(event.pos()):
            self._choose(id)
            self.move_asked.emit(id)

    def carry(self, at: QPoint) -> None:
        """Somebody from outside the map is carried over it; `at` is a point of the screen."""
        self.passing.emit(*self._scene.light(self._scene_at(at), self.map_layout))

    def drop(self, id: str, at: QPoint) -> None:
        """Let go of somebody at a point of the screen: their place from now on, or off the map."""
        self._scene.ground.show_cell("", 0)
        self.passing.emit("", 0)
        point, layout = self._scene_at(at), self.map_layout
        sector, ring = layout.sector_and_ring_at(point.x(), point.y())
        over = self.viewport().rect().contains(self.viewport().mapFromGlobal(at))
        if ring and over:
            self.dropped.emit(id, sector, ring, *layout.relative(point.x(), point.y()))
        else:
            self.dropped_off.emit(id, at)
        if self._layout is layout:                       # nothing came of it: back to where they were
            self._lay_out()

    def _scene_at(self, at: QPoint) -> QPointF:
        return self.mapToScene(self.viewport().mapFromGlobal(at))

    def _pan(self, by: QPoint) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    # ------------------------------------------------------------------ keyboard
    def _let_be(self) -> None:
        """Escape while dragging: everybody stays where they were."""
        self._held, self._dragging = None, False
        self._scene.ground.show_cell("", 0)
        self.passing.emit("", 0)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.dragging:
            if key == Qt.Key.Key_Escape:
                self._let_be()
        elif key in ARROWS:
            layout = self.map_layout
            self._choose(self._scene.towards(self._chosen, *ARROWS[Qt.Key(key)], QPointF(layout.cx, layout.cy))
                         or self._chosen)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._choose(self._scene.around(1 if key == Qt.Key.Key_PageDown else -1, self._chosen))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif self._chosen and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._chosen)
        elif self._chosen and key in (Qt.Key.Key_M, Qt.Key.Key_Menu):
            self.move_asked.emit(self._chosen)
        elif self._chosen and key == Qt.Key.Key_Delete:
            self.remove_asked.emit(self._chosen)
        elif self._chosen and key == Qt.Key.Key_Escape:
            self._choose("")
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark()

    def _choose(self, id: str) -> None:
        if id != self._chosen:
            self.choose(id)
            self.chosen.emit(id)
        if id:
            self.ensureVisible(self._scene.people[id], px(20), px(20))
