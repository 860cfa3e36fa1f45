"""A case as paper can say it: names that cannot be set are written in Latin letters, everywhere they stand."""
from __future__ import annotations

from collections.abc import Iterable

from borgerplan_desktop.documents.paper.text import can_be_set
from borgerplan_desktop.documents.paper.two_languages import main_of
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Professional, StaffMember

Named = Citizen | NetworkMember | Professional | StaffMember
NAMED: tuple[type[Named], ...] = (Citizen, NetworkMember, Professional, StaffMember)
NO_NAME = N_("[name that cannot be printed]")


def printable(case: Case, words: Words) -> Case:
    """The case itself where every name can be set, which is nearly always; else a copy for the paper."""
    register = case.register
    case_rows, register_rows = case.rows(), register.rows() if register is not None else []
    if not any(_wrong(row) for row in (*case_rows, *register_rows)):
        return case
    if register is not None:
        written = Case(register.id, _written(register_rows, words), register.seen)
        written.kept = register.kept
        register = written
    return Case(case.id, _written(case_rows, words), case.seen, register)


def _written(rows: Iterable[Row], words: Words) -> list[Row]:
    made: list[Row] = []
    for row in rows:
        values = row.values()
        if isinstance(row, NAMED) and _wrong(row):
            if not can_be_set(row.name):                 # the citizen is then "my", "I" and "you"
                values["name"] = _latin(row) or ("" if isinstance(row, Citizen) else main_of(words.say(NO_NAME)))
            if isinstance(row, Citizen) and not can_be_set(row.called):
                values["called"] = ""
        made.append(type(row)(id=row.id, **values))
    return made


def _wrong(row: Row) -> bool:
    return isinstance(row, NAMED) and not (
        can_be_set(row.name) and (not isinstance(row, Citizen) or can_be_set(row.called)))


def _latin(row: Named) -> str:
    latin = row.latin_name.strip()
    return latin if can_be_set(latin) else ""
