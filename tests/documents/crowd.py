"""The overfull case, with thirty rows of every kind that the whole course holds, and long words in every text."""
from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from borgerplan_desktop.documents.case_schema import Holds, Spec, specs
from borgerplan_desktop.model import (
    admission,
    application,
    contact_note,
    course,
    everyday_health,
    expectation,
    knowledge,
    leaving,
    told,
)
from borgerplan_desktop.model import what_we_changed as changed
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.row import kinds
from tests.documents import samples

MODULES = {each.__name__ for each in (admission, application, contact_note, course, everyday_health, expectation,
                                      knowledge, leaving, told, changed)}
LONG = ("Vi ringer til boligselskabet om Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz, og vi gør "
        "det sammen, så ingen taler hen over hovedet på mig. ")
MANY = 30


def crowded() -> Case:
    rows = [row for row in samples.overfull().rows() if not isinstance(row, course.Course)]
    rows = [type(row)(id=row.id, **row.values()) for row in rows]
    new = [kind for kind in kinds() if kind.__module__ in MODULES]
    ids = {kind.__tablename__: [f"{kind.__tablename__}{n}" for n in range(MANY)] for kind in new}
    for row in rows:
        ids.setdefault(row.__tablename__, []).append(row.id)
    rows += [kind(id=id, **{spec.name: _value(spec, number, ids) for spec in specs(kind).values()})
             for kind in new for number, id in enumerate(ids[kind.__tablename__][:MANY])]
    assert any(isinstance(row, Cooperation) for row in rows)
    return Case("case", rows, register=samples.register())


def _value(spec: Spec, number: int, ids: dict[str, list[str]]) -> Any:
    match spec.holds:
        case Holds.TEXT:
            return LONG * (1 + number % 3)
        case Holds.ID:
            there = ids.get(spec.target, [])
            return there[number % len(there)] if there else None if spec.may_be_empty else ""
        case Holds.DIGEST:
            return ""
        case Holds.WHOLE:
            return number
        case Holds.NUMBER:
            return float(number)
        case Holds.YES_NO:
            return number % 2 == 0
        case Holds.DATE:
            return samples.TODAY + timedelta(days=number * 5 - 60)
        case Holds.TIME:
            return datetime.combine(samples.TODAY, datetime.min.time()) - timedelta(days=number)
        case Holds.CHOICE:
            assert spec.words is not None
            words = list(spec.words)
            return words[number % len(words)]


