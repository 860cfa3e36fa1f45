"""A picture that fits its window until somebody looks closer: wheel, pinch, keys and buttons, and panning about."""
from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QNativeGestureEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsView, QPinchGesture, QWidget

from borgerplan_desktop.gui.appearance.theme import px

ZOOM, LARGEST = 1.2, 4.0
READABLE = 2.0                                           # times the drawn size: so close one may always come
NOTCH = 120                                              # of a wheel, in eighths of a degree
STEP = 48                                                # design pixels for a notch, and for an arrow with Ctrl


@dataclass(frozen=True)
class Sight:
    """How closely a picture is looked at, and which spot of it (in parts of the whole) is in the middle."""

    zoom: float = 1.0
    u: float = .5
    v: float = .5


class ZoomView(QGraphicsView):
    """The scene's rectangle is the picture; `zoom` 1 shows all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = self.magnified = 1.0
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)    # what is panned is moved, not painted
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().ungrabGesture(Qt.GestureType.PanGesture)    # two fingers that pan are a part of the pinch
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    # ------------------------------------------------------------------ how close
    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def zoomed(self) -> bool:
        """Whether somebody looks closer than the whole."""
        return self._zoom > 1

    def zoom_in(self) -> None:
        self.zoom_to(self._zoom * ZOOM, self.looked_at())

    def zoom_out(self) -> None:
        self.zoom_to(self._zoom / ZOOM, self.looked_at())

    def fit(self) -> None:
        """The whole picture again."""
        self.zoom_to(1.0, self.looked_at())

    def zoom_to(self, zoom: float, at: QPoint) -> None:
        """So close; what lies at a point of the viewport stays there."""
        below = self.mapToScene(at)
        self._zoom = min(max(zoom, 1.0), max(LARGEST, READABLE / self._whole()))
        self._apply_zoom()
        self.pan(self.mapFromScene(below) - at)

    def looked_at(self) -> QPoint:
        """The point of the viewport that keys and buttons zoom about."""
        return self.viewport().rect().center()

    @property
    def sight(self) -> Sight:
        return self._sight_in(self.viewport().size())

    def _sight_in(self, size: QSize) -> Sight:
        """What is seen in a viewport of a size, such as it had before it was resized."""
        picture, middle = self.sceneRect(), self.mapToScene(QPoint(size.width() // 2, size.height() // 2))
        if not self.zoomed or picture.isEmpty():
            return Sight()
        return Sight(self._zoom, middle.x() / picture.width(), middle.y() / picture.height())

    def see(self, sight: Sight) -> None:
        """Look at the picture as before, also when it or the window has another size now."""
        picture = self.sceneRect()
        self._zoom = max(1.0, sight.zoom)
        self._apply_zoom()
        self.centerOn(QPointF(sight.u * picture.width(), sight.v * picture.height()))

    def _whole(self) -> float:
        """The scale at which all of it is seen."""
        picture, size = self.sceneRect(), self.viewport().size()
        if picture.isEmpty() or size.isEmpty():
            return 1.0
        return min(self.magnified, size.width() / picture.width(), size.height() / picture.height())

    def _apply_zoom(self) -> None:
        wanted = self._whole() * self._zoom
        self.scale(wanted / self.transform().m11(), wanted / self.transform().m22())

    # ------------------------------------------------------------------ panning
    def pan(self, by: QPoint) -> bool:
        """Move along over the picture; whether there was any way to go."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        before = across.value(), down.value()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())
        return before != (across.value(), down.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, keys = event.angleDelta(), event.modifiers()
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self._zoom * ZOOM ** (turned.y() / NOTCH), event.position().toPoint())
            event.accept()
            return
        by = event.pixelDelta() if not event.pixelDelta().isNull() else turned * px(STEP) / NOTCH
        if keys & Qt.KeyboardModifier.ShiftModifier and not by.x():
            by = by.transposed()
        event.setAccepted(self.zoomed and self.pan(-by))    # else the page may scroll

    # ------------------------------------------------------------------ fingers
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Gesture:
            return self._on_gesture(cast(QGestureEvent, event)) or super().viewportEvent(event)
        if event.type() == QEvent.Type.NativeGesture:
            return self._on_touchpad(cast(QNativeGestureEvent, event)) or super().viewportEvent(event)
        return super().viewportEvent(event)

    def let_go(self) -> None:
        """A second finger came down: what the first had hold of stays where it was."""

    def _on_gesture(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        event.accept(pinch)
        if pinch.state() == Qt.GestureState.GestureStarted:
            self.let_go()
        at = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
        self.zoom_to(self._zoom * pinch.scaleFactor(), at)
        if self.zoomed and pinch.changeFlags() & QPinchGesture.ChangeFlag.CenterPointChanged:
            self.pan((pinch.lastCenterPoint() - pinch.centerPoint()).toPoint())
        return True

    def _on_touchpad(self, event: QNativeGestureEvent) -> bool:
        at = event.position().toPoint()
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_to(self._zoom * (1 + event.value()), at)
        elif event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            self.zoom_to(1.0 if self.zoomed else READABLE, at)
        else:
            return False
        event.accept()
        return True
