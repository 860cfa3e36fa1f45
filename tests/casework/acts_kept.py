"""Words that were kept because their field could not take them, and what stood in a field before."""
from __future__ import annotations

from borgerplan_desktop.casework.field_history import stand_again
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.plan import Goal
from tests.casework.acts import nth


def kept(opened: OpenCase, a: int, b: int) -> None:
    goal = nth(opened, Goal, a)
    with opened.action("kept: words"):                   # in the program nobody undoes that they were kept
        opened.case.add(Draft(kept_at=opened.now(), staff_id=opened.who, row_kind=Goal.__tablename__,
                              row_id=goal.id if goal is not None else "", field="title", text=f"ord {b}"))


def settled(opened: OpenCase, a: int, b: int) -> None:
    if (draft := nth(opened, Draft, a)) is not None:
        (drafts.use_mine, drafts.use_both, drafts.use_theirs, drafts.save_as_note)[b % 4](opened, draft)


def stands_again(opened: OpenCase, a: int, b: int) -> None:
    if (goal := nth(opened, Goal, a)) is not None:
        stand_again(opened, goal, Goal.title, f"ord {b}")


ACTS = {f"kept: {act.__name__}": act for act in (kept, settled, stands_again)}
