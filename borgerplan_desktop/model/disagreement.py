"""Where changes and a case that has moved on do not fit: what was there, what is mine, what is theirs."""
from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

from borgerplan_desktop.model.row import Row


class Between(enum.Enum):
    """What stands between my changes and the case as it is now."""

    WRITTEN = "written"                                  # they wrote in the field too
    GONE = "gone"                                        # they removed the row
    REMOVED = "removed"                                  # I removed the row, and they wrote in the field
    MADE = "made"                                        # both made the row, or one of which there is only one
    POINTS_AT_GONE = "points_at_gone"                    # I point at a row that is gone
    POINTED_AT = "pointed_at"                            # I removed a row at which this field of theirs points


@dataclass(frozen=True)
class Disagreement:
    """One field of one row. `field` is "" where it is the row as a whole; None = nothing, or no such row."""

    between: Between
    kind: type[Row]
    id: str
    field: str
    base: Any                                            # what my change was built on
    mine: Any
    theirs: Any                                          # what stands there now

    @property
    def is_settled(self) -> bool:
        """Whether both came to the same: it was done in two places, but nobody has to choose."""
        return self.mine == self.theirs
