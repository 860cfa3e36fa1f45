"""What the shelter calls the sectors of the map, and in which order they stand: the one place that answers."""
from __future__ import annotations

from collections.abc import Callable

from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.shelter import Sector, SectorName


def sector_names(register: Case | None, say: Callable[[str], str] = _) -> dict[Sector, str]:
    """Every sector with its name, clockwise from the top; `say` speaks the usual names (the paper's language).

    The shelter's own words are the same in every language. Without a register, or where the shelter has said nothing,
    they are as the program has them.
    """
    own = {row.sector: row for row in register.all(SectorName)} if register is not None else {}
    usual = list(Sector)
    order = sorted(Sector, key=lambda each: (own[each].place if each in own else float(usual.index(each)),
                                             usual.index(each)))
    return {each: (own[each].name.strip() if each in own else "") or say(each.label) for each in order}
