"""A page of an open case, as the shell knows it: whatever it asks of the tab in front, it asks here."""
from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from borgerplan_desktop.gui.appearance.reading_order import InReadingOrder

NAMELESS = "nameless"                                    # shown as a row: nobody's name is to be in sight


class Tab(InReadingOrder):
    """A tab answers what concerns it; the rest stays as it is here."""

    turned = Signal()                                    # another part of it is in front: ask it anew

    def show_row(self, row_id: str) -> None:
        """Bring a row, or a place the tab knows by this word, to the front."""

    def bring_into_sight(self, row_id: str) -> None:
        """A row was undone or done again while the tab is in front: it stays where it is, or shows the place."""

    def standing(self) -> Any:
        """What is open in it: the tab that takes its place in another language is given this to `stand` by."""
        return None

    def stand(self, before: Any) -> None:
        """Open what `standing` told."""

    def sight(self) -> Any:
        """How closely a picture of it is looked at: whoever opens the case again meanwhile is given it to `look_as`."""
        return None

    def look_as(self, sight: Any) -> None:
        """Look at it as `sight` told."""

    def let_go_of_hidden(self) -> None:
        """What it holds behind something else can be made again when it is wanted: let go of it."""

    def part(self) -> str:
        """The key of the part of it that is in front; "" = it has none, or what they are parts of."""
        return ""

    def print_paper(self) -> bool:
        """Print what is shown here; False = it is the case's own paper that is printed from here."""
        return False

    def is_among_people(self) -> bool:
        """Whether people sit together at what is in front now: no other citizen's name is in sight then."""
        return False

    def is_nameless(self) -> bool:
        """Whether nobody's name may be in sight now: the head of the page does not say the citizen's either."""
        return False

    def has_main_button(self) -> bool:
        """Whether the tab asks for its own next thing now: there is one main button on a screen."""
        return False
