"""Cases as years of work leave them: any number of rows of every kind, texts of a word or of a page; one for a seed."""
from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from borgerplan_desktop.documents.case_schema import Holds, Spec, specs
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.course import Course
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.plan import Goal, GoalStatus, Plan, PlanVersion
from borgerplan_desktop.model.row import Row, lines_of, references_of
from borgerplan_desktop.model.text import tidy_line
from tests.documents import samples

ONE: tuple[type[Row], ...] = (Citizen, Cooperation, Course, Plan)
SAID = ("jeg vil gerne have ro om natten og en dør som kan låses når man kommer hjem fra arbejde vi ringer til "
        "boligforeningen sammen Sara taler med mig hver søndag Beskæftigelsesforvaltningen sagsbehandler i huset "
        "gæld kl. 10 mål 3 den 29. oktober medicin søvn praktik Rusmiddelenheden tirsdag eftermiddag det går godt "
        "bostøtte opfølgningsmøde så ingen taler hen over hovedet på mig")
WORDS = SAID.split()
NAMES = ("Sara", "Ole", "Anne-Mette", "Kurt", "Birgit", "Samir", "Per", "Lone", "Mads-Emil", "Åse", "Christoffer", "Bo")
FAMILY = ("Kragh", "Bækgaard", "Holm", "Wolfenbüttel-Østergaard", "Lind", "Dahl", "Jepsen", "Kjær", "Friis")
EMPTY, TOLD, MUCH = .25, .93, .02                        # how many texts are empty, a few words, a page


def lived(seed: int) -> Case:
    """The case of a seed: the same every time."""
    draw = Random(seed)
    busy = draw.choice((.3, 1.0, 1.0, 2.5))              # some cases hold little, others everything
    ids = {kind.__tablename__: [f"{kind.__tablename__}-{n}" for n in range(_many(draw, kind, busy))]
           for kind in CITIZEN.in_files}
    for table in sorted({ref.target for kind in CITIZEN.in_files for ref in references_of(kind).values() if ref.part}):
        ids[table] = ids[table] or [f"{table}-0"]
    register = samples.register()
    return Case("case", [_row(draw, kind, id, number, ids, register) for kind in CITIZEN.in_files
                         for number, id in enumerate(ids[kind.__tablename__])], register=register)


def _many(draw: Random, kind: type[Row], busy: float) -> int:
    if kind in ONE:
        return 1
    most = {Goal: 8, NetworkMember: 14, Meeting: 4}.get(kind, 10 if "plan" in kind.__module__ else 5)
    return int(draw.triangular(0, most, 1) * busy) + (kind is NetworkMember)


def _row(draw: Random, kind: type[Row], id: str, number: int, ids: dict[str, list[str]], register: Case) -> Row:
    values = {spec.name: _value(draw, spec, ids, register) for spec in specs(kind).values()}
    values |= {name: tidy_line(value)[:160] for name in lines_of(kind) if isinstance(value := values[name], str)}
    for name in ("name", "called"):
        if kind in (Citizen, NetworkMember) and name in values:
            values[name] = f"{draw.choice(NAMES)} {draw.choice(FAMILY)}" if name == "name" else ""
    if kind is Citizen:
        values["cpr"], values["latin_name"] = "", ""
    if kind is NetworkMember:
        values["kind"] = MemberKind.CITIZEN if number == 0 else draw.choice([
            each for each in MemberKind if each is not MemberKind.CITIZEN])
    if kind is Goal and draw.random() < .6:
        values["status"] = draw.choice([each for each in GoalStatus if each.open])
    if kind is PlanVersion:
        values["number"] = number + 1
    return kind(id=id, **values)


def _value(draw: Random, spec: Spec, ids: dict[str, list[str]], register: Case) -> Any:
    if spec.may_be_empty and draw.random() < .3:
        return None
    match spec.holds:
        case Holds.TEXT:
            return "" if "phone" in spec.name and draw.random() < .5 else "12 34 56 78" if "phone" in spec.name else \
                _text(draw)
        case Holds.ID:
            there = ids.get(spec.target, [])
            if spec.names:
                there = [row.id for row in register.rows() if row.__tablename__ == spec.names]
            return draw.choice(there) if there else None if spec.may_be_empty else ""
        case Holds.DIGEST:
            return ""
        case Holds.WHOLE:
            return draw.randint(0, 9)
        case Holds.NUMBER:
            return draw.uniform(-1, 1) if spec.name in ("x", "y") else float(draw.randint(0, 99))
        case Holds.YES_NO:
            return draw.random() < .3
        case Holds.DATE:
            return _day(draw)
        case Holds.TIME:
            return datetime.combine(_day(draw), datetime.min.time()) + timedelta(hours=draw.randint(8, 16))
        case Holds.CHOICE:
            assert spec.words is not None
            return draw.choice(list(spec.words))


def _day(draw: Random) -> date:
    return samples.TODAY + timedelta(days=draw.randint(-60, 120))


def _text(draw: Random) -> str:
    much = draw.random()
    if much < EMPTY:
        return ""
    count = draw.randint(1, 25) if much < TOLD else draw.randint(25, 90) if much < 1 - MUCH else draw.randint(90, 400)
    said = [draw.choice(WORDS) for _ in range(count)]
    for at in range(9, count, 10):
        said[at] += draw.choice((".", ",", "\n", "."))
    return " ".join(said).replace("\n ", "\n").capitalize()
