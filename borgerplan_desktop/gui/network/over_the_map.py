"""What is drawn over the map when one asks for it: who has which part of the plan, and what flows in the ties."""
from __future__ import annotations

from PySide6.QtCore import QObject

from borgerplan_desktop.gui.network.area_lines import AreaLines
from borgerplan_desktop.gui.network.flow_words import FlowWords
from borgerplan_desktop.gui.network.looks import Seen
from borgerplan_desktop.gui.network.map_picture import MapPicture


class OverTheMap(QObject):
    def __init__(self, picture: MapPicture) -> None:
        super().__init__(picture)
        self._map = picture
        self._seen: Seen | None = None
        self._chosen = ""
        self.areas, self.flows = AreaLines(), FlowWords()
        for each in (self.areas, self.flows):
            picture.map_scene.addItem(each)
        picture.laid_out.connect(self._on_laid_out)

    def show_seen(self, seen: Seen) -> None:
        """Draw what belongs to these people, now and whenever they are laid out anew."""
        self._seen = seen
        self._on_laid_out()

    def choose(self, id: str) -> None:
        """Whose ties have their words before all others."""
        if id != self._chosen:
            self._chosen = id
            self._on_laid_out()

    def _on_laid_out(self) -> None:
        if self._seen is not None and self._map.isVisible():
            layout = self._map.map_layout
            self.areas.show_areas(layout, self._seen.areas)
            self.flows.show_flows(layout, self._seen.flows, self._chosen, [line.box for line in self.areas.lines])
