"""One of two maps that are compared: whoever has not moved stands at the same spot on both."""
from __future__ import annotations

from collections.abc import Sequence

from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.showing import map_strokes
from borgerplan_desktop.gui.showing.people_shown import Face
from borgerplan_desktop.model.map.both import lay_out_both
from borgerplan_desktop.model.map.elements import Bond, Layout, Person


class MapBeside(MapView):
    _other: tuple[Face, ...] = ()
    _later = False

    def show_beside(self, other: Sequence[Face], later: bool) -> None:
        """Who stands on the other map, and whether this is the later one; before its own people are shown."""
        if (tuple(other), later) != (self._other, self._later):
            self._other, self._later, self._layout = tuple(other), later, None

    def placed(self, people: Sequence[Person], bonds: Sequence[Bond], before: Layout | None) -> Layout:
        other = [face.for_layout() for face in self._other]
        then, now = (other, people) if self._later else (people, other)
        both = lay_out_both(then, now, self._sectors, *self.room, map_strokes.look(), centre=self._name,
                            bonds=(bonds, bonds))        # the other one's are not looked at
        return both[self._later]
