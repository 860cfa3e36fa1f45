"""How it has stood in a field: who wrote what and when, newest first, and an earlier text taken back."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.row import Field, Row
from borgerplan_desktop.model.shelter import StaffMember

AT_ONE_GO = timedelta(minutes=5)                         # typing is stored every second
TAKEN_BACK = N_("Take an earlier text back")


@dataclass(frozen=True)
class Stood:
    """What stood in a field from `at` (local time) until the next; `by` is a name, "" = nobody who is known."""

    at: datetime
    by: str
    value: Any
    before: Any                                          # what stood there until then; None = nothing


def how_it_stood(opened: OpenCase, row: Row, field: Field) -> list[Stood]:
    """Newest first; what one person wrote at one go is one. That somebody looked is on record.

    Raises NotForYou, StoreTrouble.
    """
    found: list[Stood] = []
    last_by, last, value = "", None, None
    for written, who, after in opened.history(row, field.key):
        at = written.astimezone().replace(tzinfo=None)
        if after == value or (not found and after in (None, "")):
            continue
        if found and last is not None and who == last_by and timedelta(0) <= written - last < AT_ONE_GO:
            found[-1] = Stood(at, found[-1].by, after, found[-1].before)
        else:
            found.append(Stood(at, _name(opened, who), after, value))
        last_by, last, value = who, written, after       # a clock set back draws nothing together
    return [each for each in found if each.value != each.before][::-1]


def stand_again(opened: OpenCase, row: Row, field: Field, value: Any) -> None:
    """What stood there once stands there again; what stood there now is in the history."""
    with opened.action(TAKEN_BACK):
        setattr(row, field.key, value)


def _name(opened: OpenCase, who: str) -> str:
    register = opened.shelter.case if opened.shelter is not None else opened.case
    member = register.get(StaffMember, who)
    return member.name if member is not None else ""
