"""The shelter's own lines of the meeting's checklists: written once, ticked at every meeting. `shelter` is its case."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.shelter import ChecklistPhase, ChecklistPoint

CHANGED = N_("Changed a line of a checklist")


def points(case: Case, phase: ChecklistPhase, *, retired: bool = False) -> list[ChecklistPoint]:
    """Those of a part of the meeting, in their order; with `retired` those that are used no more."""
    return [each for each in case.all(ChecklistPoint) if each.phase is phase and each.retired is retired]


def add_point(shelter: OpenCase, phase: ChecklistPhase, text: str) -> ChecklistPoint:
    """One more, at the end. Raises Refused without words."""
    words = without_numbers(one_line(text, "text"))
    if not words:
        raise Refused(_("Write what is to be remembered."), "text")
    with shelter.action(N_("Added a line to a checklist")):
        there = points(shelter.case, phase)
        made = shelter.case.add(ChecklistPoint(phase=phase, text=words))
        place(made, there, len(there))
    return made


def move_point(shelter: OpenCase, point: ChecklistPoint, by: int) -> None:
    """So many places down, or up where it is negative; no further than the ends."""
    there = points(shelter.case, point.phase)
    to = max(0, min(there.index(point) + by, len(there) - 1))
    if there.index(point) != to:
        with shelter.action(N_("Moved a line of a checklist")):
            place(point, there, to)


def retire_point(shelter: OpenCase, point: ChecklistPoint, retired: bool = True) -> None:
    """It stands in no new meeting any more (or again); where it was ticked it stays."""
    with shelter.action(N_("Took a line of a checklist out of use") if retired
                        else N_("Took a line of a checklist into use again")):
        point.retired = retired
