"""The scene of the map: keeps one item per person and per tie in step with the layout."""
from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from borgerplan_desktop.gui.network.map_items import MOVING, Ground, PersonItem
from borgerplan_desktop.gui.network.tie_items import TieItem, TieLayer
from borgerplan_desktop.gui.showing.people_shown import Face
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.map.elements import RINGS, Layout, Line
from borgerplan_desktop.model.network import TieQuality

FADED = .22                                              # of those whom a sentence is not about


class MapScene(QGraphicsScene):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)   # items move more often than they are sought
        self.ground = Ground()
        self.addItem(self.ground)
        self.people: dict[str, PersonItem] = {}
        self.layer = TieLayer()
        self.addItem(self.layer)
        self._ties = self.layer.ties
        self._names: dict[str, str] = {}

    def show_layout(self, layout: Layout, faces: Mapping[str, Face], citizen: str,
                    looks: object = None) -> list[PersonItem]:
        """Everything where the layout puts it; who is gone from it goes from the scene. Returns who looks different."""
        changed: list[PersonItem] = []
        picture = QRectF(0, 0, layout.width, layout.height)
        self.setSceneRect(picture)
        self.layer.cover(picture.adjusted(-layout.width, -layout.height, layout.width, layout.height))
        self.ground.show_layout(layout)
        self._names = {"": citizen, **{id: face.name for id, face in faces.items()}}
        for gone in self.people.keys() - layout.by_id.keys():
            self.removeItem(self.people.pop(gone))
        for id, placed in layout.by_id.items():
            item = self.people.get(id)
            if item is None:
                item = self.people[id] = PersonItem(id)
                self.addItem(item)
            if item.show_person(faces[id], placed, looks):
                changed.append(item)
        lines = {(line.a, line.b): line for line in layout.ties}
        for gone in self._ties.keys() - lines.keys():
            self.removeItem(self._ties.pop(gone))
        for key, line in lines.items():
            if key not in self._ties:
                self._ties[key] = TieItem()
                self.addItem(self._ties[key])
            self._ties[key].show_line(line, self._tie_words(line), layout.scale ** 1.6, looks)
            self._ties[key].let_be_seen(True)
        self.layer.update()
        return changed

    def point_at(self, ids: Collection[str]) -> None:
        """Those stand out, with what ties them to each other and the citizen; with nobody named nobody fades."""
        meant = self.people.keys() & set(ids)
        for id, item in self.people.items():
            item.setOpacity(1.0 if not meant or id in meant else FADED)
        for (one, other), bond in self._ties.items():
            bond.setOpacity(1.0 if not meant or {one, other} <= {"", *meant} else FADED)
        self.layer.some_fade = bool(meant)
        self.layer.update()

    def tie(self, id: str) -> TieItem:
        """The tie from the citizen to somebody."""
        return self._ties["", id]

    def drag(self, id: str, to: QPointF, layout: Layout) -> tuple[str, int]:
        """Move a person along with the pointer, their tie with them; returns the sector and ring below."""
        item = self.people[id]
        item.setPos(to)
        item.setZValue(MOVING)
        dx, dy = to.x() - layout.cx, to.y() - layout.cy
        length = math.hypot(dx, dy) or 1.0
        part = layout.centre.half_w / length
        line = Line("", id, item.face.tie, layout.cx + dx * part, layout.cy + dy * part, to.x(), to.y())
        tie = self.tie(id)
        self.layer.update(tie.boundingRect())
        tie.show_line(line, "")
        self.layer.update(tie.boundingRect())
        for (one, other), bond in self._ties.items():
            if one and id in (one, other) and bond.in_sight:
                bond.let_be_seen(False)                              # drawn anew where the person is let go of
                self.layer.update(bond.boundingRect())
        cell = self.cell_below(to, layout, item.face)
        self.ground.show_cell(*cell)
        return cell

    @staticmethod
    def cell_below(at: QPointF, layout: Layout, face: Face | None) -> tuple[str, int]:
        """Where somebody would land who is let go of here; who stands outside the rings may be moved there too."""
        sector, ring = layout.sector_and_ring_at(at.x(), at.y())
        if ring or face is None or not face.outside:
            return sector, ring
        return layout.sector_at(at.x(), at.y()), face.ring or len(RINGS)

    def light(self, at: QPointF, layout: Layout) -> tuple[str, int]:
        """Light up the cell below a point; returns it."""
        cell = layout.sector_and_ring_at(at.x(), at.y())
        self.ground.show_cell(*cell)
        return cell

    def around(self, step: int, start: str) -> str:
        """The next (or previous) person clockwise: Page Down and Page Up reach everybody."""
        order = self._clockwise(list(self.people.values()))
        if not order:
            return ""
        if start not in order:
            return order[0 if step > 0 else -1]
        return order[(order.index(start) + step) % len(order)]

    def _clockwise(self, items: Sequence[PersonItem]) -> list[str]:
        rect = self.sceneRect()
        middle = rect.center()

        def angle(item: PersonItem) -> float:
            way = item.pos() - middle
            return (math.atan2(way.y(), way.x()) + math.pi / 2) % (2 * math.pi)

        return [item.id for item in sorted(items, key=angle)]

    def _tie_words(self, line: Line) -> str:
        return _("{one} and {other}: {tie}").format(
            one=self._names.get(line.a, ""), other=self._names.get(line.b, ""),
            tie=_(TieQuality(line.quality).label).lower())
