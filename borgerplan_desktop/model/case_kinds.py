"""The kinds of case there are: which rows each is made of, and whose rows these may name. A new kind is one entry."""
from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from types import ModuleType

from borgerplan_desktop.model import (
    admission,
    application,
    citizen,
    consent,
    contact_note,
    course,
    directory,
    everyday_health,
    expectation,
    framework,
    house_ideas,
    implementation_plan,
    knowledge,
    leaving,
    meeting,
    meeting_edition,
    network,
    notes,
    papers,
    plan,
    shelter,
    standing_appointment,
    told,
    what_we_changed,
)
from borgerplan_desktop.model.row import Row, kinds


@dataclass(frozen=True)
class CaseKind:
    """`name` as `case_file` stores it; `rows` by table name; `names` = rows of another case that its own may name;
    `private` = rows that stay in the archive: no case file holds them.
    """

    name: str
    rows: tuple[type[Row], ...]
    names: tuple[type[Row], ...] = ()
    private: tuple[type[Row], ...] = ()

    @property
    def in_files(self) -> tuple[type[Row], ...]:
        return tuple(kind for kind in self.rows if kind not in self.private)

    def holds(self, rows: Set[type[Row]]) -> bool:
        """Whether a case of this kind may hold them all."""
        return rows <= set(self.rows)


def _of(*modules: ModuleType) -> tuple[type[Row], ...]:
    there = {module.__name__ for module in modules}
    return tuple(sorted((kind for kind in kinds() if kind.__module__ in there), key=lambda kind: kind.__tablename__))


SHELTER = CaseKind("shelter", _of(shelter, directory, framework, house_ideas, implementation_plan))
CITIZEN = CaseKind("citizen", _of(
    admission, application, citizen, consent, contact_note, course, everyday_health, expectation, knowledge, leaving,
    meeting, meeting_edition, network, notes, papers, plan, standing_appointment, told,
    what_we_changed), SHELTER.rows,
    private=(meeting.LeaderPad,))
CASE_KINDS = {kind.name: kind for kind in (CITIZEN, SHELTER)}


def case_kind_of(rows: Set[type[Row]]) -> CaseKind:
    """The kind of a case that holds such rows. Raises LookupError when no case holds them all."""
    for kind in CASE_KINDS.values():
        if kind.holds(rows):
            return kind
    raise LookupError("rows of no one kind of case")
