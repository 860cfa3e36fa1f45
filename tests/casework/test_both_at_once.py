"""Two members of staff on one citizen: of every kind of row, the same field is never written over unseen."""
from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.intake.merge import merge
from borgerplan_desktop.casework.intake.taking_out import undo_merge
from borgerplan_desktop.casework.open_case import Conflict, OpenCase, PartOfAnother
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.documents.case_schema import Holds, specs
from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.disagreement import Between
from borgerplan_desktop.model.plan import Goal, Plan, current_plan
from borgerplan_desktop.model.row import Row, lines_of, new_id, references_of
from borgerplan_desktop.model.shelter import StaffMember
from borgerplan_desktop.store.tables import table_of

DAY = date(2026, 10, 20)
VALUES: dict[Holds, tuple[Any, Any]] = {
    Holds.TEXT: ("mine", "deres"), Holds.WHOLE: (3, 4), Holds.NUMBER: (3.0, 4.0), Holds.YES_NO: (True, False),
    Holds.DATE: (DAY, DAY + timedelta(1)), Holds.TIME: (datetime(2026, 10, 20, 9), datetime(2026, 10, 20, 10))}


def made(opened: OpenCase, kind: type[Row]) -> Row:
    """A row of the kind, with those it is part of."""
    there = opened.case.all(kind)
    if there:
        return there[0]
    values: dict[str, Any] = {}
    for name, ref in references_of(kind).items():
        if ref.part:
            owner = next(each for each in CITIZEN.rows if each.__tablename__ == ref.target)
            values[name] = made(opened, owner).id
    for name, spec in specs(kind).items():
        column = table_of(kind).columns[name]
        if name not in values and not column.nullable and column.default is None:
            choices = getattr(spec, "choices", None)
            values[name] = next(iter(choices)) if choices else VALUES[spec.holds][0]
    return opened.case.add(kind(id=new_id(), **values))


@pytest.mark.parametrize("kind", CITIZEN.rows, ids=lambda kind: kind.__tablename__)
def test_the_same_field_is_told_and_another_merges(archive: Archive, kind: type[Row]) -> None:
    opened = receive(archive, Arrival("Ib"))
    with opened.action("x"):
        row = made(opened, kind)
    other = archive.open_case(opened.id)
    theirs = other.case.get(kind, row.id)
    assert theirs is not None
    fields = [(name, VALUES[spec.holds]) for name, spec in specs(kind).items()
              if spec.holds in VALUES and name not in references_of(kind) and name != "merged_into"]
    if not fields:
        return                                           # it only says what belongs to what
    name, (mine, their) = next((each for each in fields if each[0] in lines_of(kind)), fields[-1])
    if getattr(row, name) in (mine, their):
        mine, their = (not mine, mine) if isinstance(mine, bool) else (mine, their)
    with other.action("Theirs"):
        setattr(theirs, name, their)
    if getattr(row, name) == mine:
        return
    with pytest.raises(Conflict) as told, opened.action("Mine"):
        setattr(row, name, mine)
    [found] = told.value.disagreements
    assert (found.between, found.kind, found.id, found.field, found.mine, found.theirs) == (
        Between.WRITTEN, kind, row.id, name, mine, their)
    assert getattr(opened.case.get(kind, row.id), name) == their     # what they wrote stands, and is shown


def test_a_colleague_who_was_faster_is_named(archive: Archive) -> None:
    mads = next(each for each in archive.shelter.case.all(StaffMember) if each.name == "Mads Ravn")
    opened = receive(archive, Arrival("Ib"))
    other = OpenCase(archive.store, opened.id, mads.id, archive.clock, archive.shelter)
    plan, theirs = current_plan(opened.case), current_plan(other.case)
    write(other, theirs, Plan.hopes, "ro", "x")
    write(opened, plan, Plan.strengths, "mad", "x")      # somewhere else: it comes with it
    add_goal(other, "Et sted")
    write(other, theirs, Plan.hopes, "fred", "x")
    with pytest.raises(Conflict) as told, opened.action("x"):
        plan.hopes = "en hund"
    assert told.value.by == "Mads Ravn"
    mine = archive.open_case(opened.id)
    write(mine, current_plan(mine.case), Plan.hopes, "alt", "x")
    with pytest.raises(Conflict) as told, opened.action("x"):
        plan.hopes = "intet"
    assert told.value.by == ""                           # oneself, in another window


def test_nothing_is_written_in_a_case_that_is_part_of_another(archive: Archive) -> None:
    kept, gone = receive(archive, Arrival("Ib Juul")), receive(archive, Arrival("Ib Jul"))
    goal = add_goal(gone, "Et sted at bo")
    unaware = archive.open_case(gone.id)
    merged = merge(kept, gone)
    with pytest.raises(PartOfAnother):                   # it had not heard of it
        write(unaware, current_plan(unaware.case), Plan.hopes, "ro", "x")
    assert unaware.part_of == kept.id
    for each in (gone, unaware):
        with pytest.raises(PartOfAnother):
            add_goal(each, "Et job")
        with pytest.raises(PartOfAnother):
            each.undo() if each.done else add_goal(each, "x")
    undo_merge(kept, merged, gone)
    unaware.catch_up()
    write(unaware, unaware.case.get(Goal, goal.id), Goal.title, "Et hjem", "x")  # type: ignore[arg-type]
    assert unaware.part_of == ""
