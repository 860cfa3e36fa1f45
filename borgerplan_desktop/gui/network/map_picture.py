"""The people on screen where the layout puts them, who is marked among them, and what a screen reader finds there."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QPixmapCache, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGraphicsItem, QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px, tokens
from borgerplan_desktop.gui.network.focus_ring import FocusRing
from borgerplan_desktop.gui.network.map_items import PersonItem
from borgerplan_desktop.gui.network.map_scene import MapScene
from borgerplan_desktop.gui.network.people_as_list import PeopleAsList
from borgerplan_desktop.gui.network.zoom_view import Sight, ZoomView
from borgerplan_desktop.gui.showing import map_strokes
from borgerplan_desktop.gui.showing.people_shown import Face, sectors
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.map.elements import Bond, Layout, Person
from borgerplan_desktop.model.map.layout import lay_out
from borgerplan_desktop.model.map.shapes import Rect
from borgerplan_desktop.model.map.steps import Steps, Way, nearest
from borgerplan_desktop.model.network import TieQuality

CROWD = 60
PICTURES = 40 * 1024                                     # kilobytes: in Qt's 10 MB a crowd's drive each other out
FEW_PARTS = 6                                            # of a frame: more are not asked one by one
AT_REST = 250                                            # milliseconds after the last step of a zoom


class MapPicture(ZoomView):
    """The map to look at; `chosen` by whoever presses somebody's line in a screen reader."""

    chosen = Signal(str)                                 # id of a person, "" = nobody
    reached = Signal(QRect)                              # where in the viewport the person is whom one has come to
    laid_out = Signal()                                  # everybody stands where they stand now, looked at as now
    _ready = False                                       # Qt changes fonts before we are built

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = MapScene(self)
        self.setScene(self._scene)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAccessibleName(_("Network map"))
        self._faces: dict[str, Face] = {}
        self._bonds: list[Bond] = []
        self._name = self._chosen = ""
        self._reserved: list[Rect] = []
        self._pointed: frozenset[str] = frozenset()
        self._sectors = sectors()
        self._layout: Layout | None = None
        self._before: Layout | None = None               # the last one, and in what surroundings
        self._around: object = None
        self._steps: Steps | None = None
        self._wanted: Sight | None = None                # how it was looked at, until it is laid out
        self._ring = FocusRing()
        self._scene.addItem(self._ring)
        self._spoken = PeopleAsList(self._box_of, self.viewport())
        self._spoken.pressed_on.connect(self.choose_and_tell)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._lay_out)
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.timeout.connect(self._keep_pictures)
        self._ready = True

    # ------------------------------------------------------------------ what is shown
    def show_sectors(self, named: Sequence[tuple[str, str]]) -> None:
        """What the sectors are called, clockwise from the top; before the people are shown."""
        if list(named) != self._sectors:
            self._sectors, self._layout = list(named), None

    def show_people(self, faces: Sequence[Face], bonds: Sequence[Bond], citizen: str) -> None:
        wanted = {f.id: f for f in faces}, list(bonds), citizen
        if wanted == (self._faces, self._bonds, self._name) and self._layout is not None:
            return                                       # what was written is not on the map
        self._faces, self._bonds, self._name = wanted
        if self._chosen not in self._faces:
            self._chosen = ""
        self._wanted = self.sight if self._layout is not None else self._wanted
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
        self.magnified = by
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

    def point_at(self, ids: Sequence[str]) -> None:
        """Let these stand out: the others fade; () = nobody in particular."""
        self._pointed = frozenset(ids)
        self._scene.point_at(self._pointed)

    def choose_and_tell(self, id: str) -> None:
        """Mark a person, tell `chosen`, and bring them into sight."""
        if id != self._chosen:
            self.choose(id)
            self.chosen.emit(id)
        self.bring_into_sight(id)

    def bring_into_sight(self, id: str) -> None:
        """Pan as little as it takes."""
        if id in self._scene.people:
            self.ensureVisible(self._scene.people[id], px(20), px(20))
            self.reached.emit(self._box_of(id))

    def centre_of(self, id: str) -> QPoint:
        """Where a person's disc is in the viewport."""
        return self.mapFromScene(self._scene.people[id].pos())

    def looked_at(self) -> QPoint:
        """Keys and buttons zoom about whoever is marked."""
        return self.centre_of(self.stands_at()) if self.stands_at() in self._scene.people else super().looked_at()

    def look_as(self, sight: Sight) -> None:
        """Look as closely, and at the same spot, as before."""
        if self._layout is None or not self.isVisible():
            self._wanted = sight
        else:
            self.see(sight)

    @property
    def looks(self) -> Sight:
        """How it is looked at, or will be once it is laid out."""
        return self._wanted or self.sight

    # ------------------------------------------------------------------ laying out
    def _lay_out(self) -> None:
        self._soon.stop()
        size, sight = self.viewport().size(), self.looks
        self._wanted = None
        around = (self._sectors, size.width(), size.height(), self.magnified, font("small").toString(), self._name,
                  self._reserved[:])
        people = [face.for_layout(px(6)) for face in self._faces.values()]
        self._layout = self.placed(people, self._bonds, self._before if around == self._around else None)
        self._before, self._around = self._layout, around
        self._steps = None
        self.setBackgroundBrush(colour("surface"))
        looks = (font("small").toString(), tokens())
        self._keep_pictures(self._scene.show_layout(self._layout, self._faces, self._name, looks))
        self._spoken.show_lines(self._lines())
        self._mark()
        self.see(sight)
        self._tell()
        self.laid_out.emit()

    def placed(self, people: Sequence[Person], bonds: Sequence[Bond], before: Layout | None) -> Layout:
        """Everybody at their spot; in the surroundings of `before`, a crowd stays where it stood."""
        return lay_out(people, self._sectors, *self.room, map_strokes.look(), centre=self._name, bonds=bonds,
                       reserved=self._reserved, before=before)

    @property
    def room(self) -> tuple[float, float]:
        """Width and height there are for the map, in its own measure."""
        size = self.viewport().size()
        return size.width() / self.magnified, size.height() / self.magnified

    def zoom_to(self, zoom: float, at: QPoint) -> None:
        if len(self._scene.people) > CROWD:              # each step would need all pictures anew: they are only scaled
            if not self._at_rest.isActive():
                for item in self._scene.people.values():
                    item.setCacheMode(QGraphicsItem.CacheMode.ItemCoordinateCache)
            self._at_rest.start(AT_REST)
        super().zoom_to(zoom, at)
        self.laid_out.emit()

    def _keep_pictures(self, changed: Sequence[PersonItem] | None = None) -> None:
        """Of a crowd, who is drawn once is only moved; of fewer it would cost memory and save nobody time."""
        kept = QGraphicsItem.CacheMode.DeviceCoordinateCache
        if len(self._scene.people) > CROWD:
            QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), PICTURES))
        for item in self._scene.people.values() if changed is None else changed:
            item.setCacheMode(QGraphicsItem.CacheMode.NoCache)     # a hidden view keeps the old picture
            if len(self._scene.people) > CROWD:
                item.setCacheMode(kept)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Of a map that is panned only the edges are painted, and of its ties those that pass through them."""
        parts = list(cast(Iterable[QRect], event.region()))              # which PySide does not say it is
        if len(parts) <= FEW_PARTS:
            boxes = [self.mapToScene(each).boundingRect() for each in parts]
            self._scene.layer.exposed = [Rect(box.x(), box.y(), box.width(), box.height()) for box in boxes]
        super().paintEvent(event)
        self._scene.layer.exposed = ()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        looked_at = self._sight_in(event.oldSize()) if self._layout is not None else None
        super().resizeEvent(event)
        self._spoken.setGeometry(self.viewport().rect())
        self._wanted = self._wanted or looked_at         # as it was before the edge was pulled
        if self.isVisible():                             # while the edge is pulled, not for every pixel
            self._soon.start(0 if self._layout is None else 40)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._spoken.move(0, 0)                          # what lies in the viewport is scrolled along with it

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        looks = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if event.type() in looks and self._ready:
            self._soon.start(0)

    def sizeHint(self) -> QSize:
        return QSize(px(700), px(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(380), px(320))

    # ------------------------------------------------------------------ where one stands
    def stands_at(self) -> str:
        """Who has the keyboard, if the map has it; "" = the citizen in the middle."""
        return self._chosen

    def step(self, way: Way) -> str:
        """Who stands next in a direction; "" = nobody."""
        people = {id: (item.pos().x(), item.pos().y()) for id, item in self._scene.people.items()}
        here = self.stands_at()
        if here not in people:
            return nearest(people, (self.map_layout.cx, self.map_layout.cy), way)
        if self._steps is None:
            self._steps = Steps(people)
        return self._steps.step(here, way)

    def _mark(self) -> None:
        here, at = self.hasFocus(), self.stands_at()
        for id, item in self._scene.people.items():
            item.mark(id == self._chosen, here and id == self._chosen)
        self._scene.point_at(self._pointed)
        self._ring.setVisible(here)
        if here:
            self._show_ring(at)
        self._spoken.mark(self._chosen, at if here else "")

    def _show_ring(self, at: str) -> None:
        item = self._scene.people.get(at)
        placed = item.placed if item is not None else self.map_layout.centre
        spot = item.pos() if item is not None else QPointF(placed.x, placed.y)
        box = QRectF(spot.x() - placed.half_w, spot.y() - placed.half_h, 2 * placed.half_w, 2 * placed.half_h)
        self._ring.surround(box, item is not None and item.face.squared)

    # ------------------------------------------------------------------ what a screen reader hears
    def _tell(self) -> None:
        count = len(self._scene.people)
        people = ngettext("{n} person", "{n} people", count).format(n=count)
        self.setAccessibleName(_("Network map for {name}: {people}").format(name=self._name, people=people))
        face = self._faces.get(self._chosen)
        self.setAccessibleDescription(face.sentence if face is not None else _("Arrow keys go from person to person."))

    def _lines(self) -> list[tuple[str, str, str]]:
        """Those who stand closest come first."""
        order = [key for key, _name in self._sectors]
        faces = [self._faces[id] for id in self._scene.people]
        faces.sort(key=lambda face: (face.ring, order.index(face.sector.value), face.name))
        return [(face.id, face.sentence, self._ties_of(face.id)) for face in faces]

    def _ties_of(self, id: str) -> str:
        tied = [(bond.b if bond.a == id else bond.a, bond.quality) for bond in self._bonds if id in (bond.a, bond.b)]
        words = [f"{self._faces[other].name} ({_(TieQuality(quality).label).lower()})" for other, quality in tied]
        return f"{_('Ties to others')}: {', '.join(words)}" if words else ""

    def _box_of(self, id: str) -> QRect:
        """Somebody's disc and name in the viewport."""
        item = self._scene.people.get(id)
        box = item.mapRectToScene(item.boundingRect()) if item is not None else QRectF()
        return self.mapFromScene(box).boundingRect()
