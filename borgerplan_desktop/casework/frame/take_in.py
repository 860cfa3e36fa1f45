"""A frame to a file, and from one: looked at first, then what is not here is taken in; what stands is never written
over.
"""
from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from borgerplan_desktop.casework.frame.compared import FIELDS, KEYS, Different, What, said
from borgerplan_desktop.casework.frame.frame import answer_to, framework
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.documents.case_reading import CaseFileError
from borgerplan_desktop.documents.house.frame_file import FrameFile, frame_schema, read_frame, who_has, write_frame
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.framework import (
    FrameAccess,
    FrameAnswer,
    FramePlan,
    Framework,
)
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.row import Row, fields_of, references_of
from borgerplan_desktop.store.audit import Did

__all__ = ["CaseFileError", "FrameFile", "Taken", "look", "read_frame", "save_frame", "schema_text",
           "take_in"]

Write = tuple[Row, str, Any]


def save_frame(opened: OpenCase, put: Callable[[bytes], object]) -> None:
    """`put` gets the frame as a file, and when it has it, that is on record. Raises StoreTrouble, and what `put`
    raises.
    """
    opened.catch_up()
    put(write_frame(opened.case))
    opened.record(Did.EXPORTED, N_("Saved the frame as a file"))


def schema_text() -> str:
    """The JSON Schema of such a file."""
    return json.dumps(frame_schema(), ensure_ascii=False, indent=2)


@dataclass
class Taken:
    """What a file brings: words for each, and what is done when it is taken in."""

    new: list[str] = field(default_factory=list)         # not here before
    filled: list[str] = field(default_factory=list)      # stood empty here
    differs: list[Different] = field(default_factory=list)       # says something else: what stands here stays
    same: int = 0
    rows: list[Row] = field(default_factory=list)
    writes: list[Write] = field(default_factory=list)

    @property
    def is_nothing(self) -> bool:
        return not (self.new or self.filled)


def look(here: Case, file: FrameFile) -> Taken:
    """What the file would bring to the frame as it is now; nothing is changed."""
    taken, theirs = Taken(), file.case()
    _frame(taken, here, theirs)
    for answer in theirs.all(FrameAnswer):
        _answer(taken, here, answer)
    for kind, key in KEYS.items():
        known = {key(row): row for row in here.all(kind) if any(key(row))}
        for row in theirs.all(kind):
            if any(key(row)):
                _line(taken, known.get(key(row)), row)
    _access(taken, here, theirs)
    return taken


def take_in(opened: OpenCase, file: FrameFile) -> Taken:
    """The same, done in one step that can be undone. Raises Conflict, StoreTrouble."""
    taken = look(opened.case, file)
    if taken.is_nothing:
        return taken
    with opened.action(N_("Took in a frame from a file")):
        for row, name, value in taken.writes:
            setattr(row, name, value)
        for row in taken.rows:
            made = opened.case.add(row)
            if "place" in fields_of(type(row)):
                there = [each for each in opened.case.all(type(row)) if each is not made]
                place(made, there, len(there))
    return taken


# ------------------------------------------------------------------------------------------------------------ inside
def _frame(taken: Taken, here: Case, theirs: Case) -> None:
    ours, their = framework(here), framework(theirs)
    if their is None:
        return
    if ours is None:
        taken.rows.append(_copied(their))
        taken.new.append(_("The frame itself, with its next update"))
        return
    _fill(taken, ours, their, [*FIELDS[Framework], ("next_on", N_("Next update"))], "")


def _answer(taken: Taken, here: Case, answer: FrameAnswer) -> None:
    text, label, ours = answer.text.strip(), _(answer.question.label), answer_to(here, answer.question)
    if not text:
        return
    if ours is None:
        taken.rows.append(_copied(answer))
        taken.new.append(label)
    elif not ours.text.strip():
        taken.writes.append((ours, FrameAnswer.text.key, answer.text))
        taken.new.append(label)
    elif ours.text.strip() == text:
        taken.same += 1
    else:
        taken.differs.append(Different(What.CHANGED, label, "", ours.text.strip(), text))


def _line(taken: Taken, ours: Row | None, their: Row) -> None:
    if ours is None:
        taken.rows.append(_copied(their))
        taken.new.append(said(their))
    else:
        _fill(taken, ours, their, [*FIELDS[type(their)]], said(their))


def _fill(taken: Taken, ours: Row, their: Row, fields: list[tuple[str, str]], name: str) -> None:
    """What is empty here gets their words; what says something else stays, and is told."""
    same = True
    for column, called in fields:
        mine, new = getattr(ours, column), getattr(their, column)
        if not str(new or "").strip() or new == mine:
            continue
        same = False
        about = ", ".join(part for part in (name, _(called).lower() if name else _(called)) if part)
        if not str(mine or "").strip():
            taken.writes.append((ours, column, new))
            taken.filled.append(about)
        else:
            taken.differs.append(Different(What.CHANGED, about, "", str(mine), str(new)))
    taken.same += same


def _access(taken: Taken, here: Case, theirs: Case) -> None:
    """Who has access, to the plan of that name: one that is here, or one that comes along."""
    key = KEYS[FramePlan]
    plans = {key(row): row for row in [*(each for each in taken.rows if isinstance(each, FramePlan)),
                                       *here.all(FramePlan)]}
    there = {(key(plan), _folded(who_has(here, each))) for plan in here.all(FramePlan) for each in plan.access}
    for plan in theirs.all(FramePlan):
        for each in plan.access:
            who = each.who.strip()
            if not who or not any(key(plan)):
                continue
            if (key(plan), _folded(who)) in there:
                taken.same += 1
                continue
            there.add((key(plan), _folded(who)))
            row = _copied(each)
            assert isinstance(row, FrameAccess)
            row.plan_id = plans[key(plan)].id
            taken.rows.append(row)
            taken.new.append(f"{plan.name}: {who}")


def _copied(row: Row) -> Row:
    """A row of its own: the file's ids are another shelter's, and point at nothing here."""
    values = {**row.values(), **{name: None for name, ref in references_of(type(row)).items() if not ref.part}}
    return type(row)(**values)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
