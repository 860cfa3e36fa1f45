"""An archive of many invented citizens: `python -m tests.benchmarks.many_citizens FOLDER --count 100000`.

Names, courses and notes come from a seeded generator, so that it is the same every time; whole batches are written at
once, with an audit and an index of words that `check` finds sound. It lies outside the repository.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import random
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

import sqlalchemy as sa

from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.changes import Change
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.course import (
    CoordinatorAssignment,
    Course,
    Milestone,
    MilestoneKind,
    ResponsibilityRequest,
    Stay,
)
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import Agreement, Goal, GoalStatus, Plan, PlanVersion, Step
from borgerplan_desktop.model.row import Row, searched_fields_of
from borgerplan_desktop.store import audit, citizen_lines, search
from borgerplan_desktop.store.audit import Entry, Head
from borgerplan_desktop.store.tables import case_file, table_of
from tests.archive import CHEAP

PERSON, PASSWORD = "Eva Lind", "fire glade køer på tur"
NOW = datetime(2026, 11, 28, 9, 21)
SEED, BATCH, STAFF = 7, 1000, 40
FIRST = (
    "Aase Ahmed Alma Amina Anders Anne Asta Bent Birgit Bo Britt Carl Casper Cecilie Christian Clara Dagny Dorthe Ella "
    "Emil Erik Esben Fatima Finn Freja Gerda Hanne Hassan Helle Henrik Ida Inge Ion Jens Jonas Jørgen Karen Karl "
    "Kirsten Knud Lars Lise Łukasz Mads Maria Martin Mette Mikkel Nadia Niels Noah Ole Oscar Paweł Per Pia Poul "
    "Rasmus Rikke Ruth Sanne Signe Sofie Søren Tom Torben Ulla Ursula Vibeke Viktor Yasmin Zehra Ærø Øjvind Åge")
LAST = ("Hansen Jensen Nielsen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Madsen Kristensen "
        "Olsen Ågård Østergaard Yusuf Kowalski Popescu Müller")
PLACES = "Bæk Holm Lund Skov Dal Bro Kær Vest Nør Sønder Øster Berg Krog Friis Sand"
ENDS = "gaard strup mark lund holt rup toft"
FIRSTS = FIRST.split()
LASTS = LAST.split() + [place + end for place in PLACES.split() for end in ENDS.split()]
GOALS = ("Et sted at bo", "Mere ro om natten", "Styr på økonomien", "Se min søster igen", "Noget at stå op til")
STEPS = ("Ringe til boligkontoret", "Skrive til kommunen", "Gå en tur hver dag", "Tale med lægen")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.many_citizens", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    asked = parser.parse_args()
    started = perf_counter()
    build(asked.folder, asked.count, lambda done: print(f"\r{done} of {asked.count}", end="", flush=True))
    size = sum(path.stat().st_size for path in asked.folder.rglob("*") if path.is_file())
    print(f"\n{perf_counter() - started:.0f} s, {size / 1e6:.0f} MB. Log in as {PERSON}: {PASSWORD}")


def build(folder: Path, count: int, tell: Callable[[int], object] = lambda _: None) -> None:
    """Make the archive in an empty folder."""
    location = Location(folder, CHEAP)
    with closing(login.begin_archive(location, "Mange Borgeres Herberg", PERSON, PASSWORD, now)[0]) as archive:
        fill(archive, count, tell)


def fill(archive: Archive, count: int, tell: Callable[[int], object] = lambda _: None) -> None:
    """Put so many citizens into an archive that has none."""
    dice = random.Random(SEED)
    with archive.store.engine.connect() as conn:
        for begun in range(0, count, BATCH):
            done = min(begun + BATCH, count)
            with conn.begin():
                conn.exec_driver_sql("PRAGMA cache_size=-200000")        # kB: indexes are written at random
                _store(conn, archive.who, [_citizen(dice, archive.who) for _ in range(begun, done)])
            tell(done)
        with conn.begin():
            citizen_lines.fill(conn)
        conn.detach()                                    # a reader has the usual cache
    archive.store.record(Entry(archive.who, "Made the benchmark's archive"))     # the anchor hears of the end


def unlocked(folder: Path) -> Archive:
    """The archive, with Eva logged in."""
    return login.unlock(Location(folder, CHEAP), PERSON, PASSWORD, now)


def now() -> datetime:
    return NOW


def _citizen(dice: random.Random, me: str) -> list[Change]:
    """Everything of one citizen; about one in three has a closed course."""
    case_id, today = _id(dice), NOW.date()
    first = today - timedelta(days=dice.randrange(30, 80))
    closed = today - timedelta(days=dice.randrange(0, 30)) if dice.random() < 0.3 else None
    contact = me if dice.random() < 25 / 100_000 else f"colleague-{dice.randrange(STAFF)}"

    def soon(most: int = 200) -> date:
        return today + timedelta(days=dice.randrange(-3, most))

    names = [dice.choice(FIRSTS), *([dice.choice(FIRSTS)] if dice.random() < 0.4 else []), dice.choice(LASTS)]
    number, name = f"2026-{dice.randrange(10**6):06}", " ".join(names)
    made = [_new(Citizen, case_id, name=name, contact_person_id=contact, case_number=number),
            _new(Cooperation, _id(dice))]
    stay = _new(Stay, _id(dice), admitted_on=first, room=str(dice.randrange(1, 60)))
    course = _new(Course, _id(dice), first_contact_on=first, stay_id=stay.id, closed_on=closed)
    plan = _new(Plan, _id(dice), started_on=first, hopes="At få hverdagen til at hænge sammen")
    made += [stay, course, plan, _new(Milestone, _id(dice), course_id=course.id, kind=MilestoneKind.FIRST_CONTACT,
                                      done_on=first), _new(NetworkMember, _id(dice), kind=MemberKind.CITIZEN)]
    helper = _new(NetworkMember, _id(dice), kind=MemberKind.PROFESSIONAL, place=1.0,
                  name=f"{dice.choice(FIRSTS)} {dice.choice(LASTS)}", role="sagsbehandler")
    made.append(helper)
    if dice.random() < 0.8:
        made.append(_new(CoordinatorAssignment, _id(dice), member_id=helper.id, since=first))
    if dice.random() < 0.15:
        made.append(_new(ResponsibilityRequest, _id(dice), course_id=course.id, asked_on=first,
                         office="Hjemløseenheden"))
    goals = [_new(Goal, _id(dice), plan_id=plan.id, place=float(at), title=dice.choice(GOALS),
                  status=dice.choice((GoalStatus.IN_PROGRESS, GoalStatus.REACHED)),
                  follow_up_on=soon() if dice.random() < 0.3 else None) for at in range(dice.randrange(1, 3))]
    made += [*goals, _new(Step, _id(dice), goal_id=goals[0].id, text=dice.choice(STEPS), due_on=soon())]
    if dice.random() < 0.5:
        made.append(_new(Agreement, _id(dice), text="Vi taler sammen igen", due_on=soon()))
    if dice.random() < 0.3:
        made.append(_new(Meeting, _id(dice), starts_at=datetime.combine(soon(60), time(13)), purpose="Planen"))
    if dice.random() < 0.3:
        made.append(_new(PlanVersion, _id(dice), number=1, adopted_on=first, plan_id=plan.id))
    return [*made, _new(Note, _id(dice), written_at=datetime.combine(first, time(10)),
                        text=f"{name} kom og fik et værelse.")]


def _id(dice: random.Random) -> str:
    return str(uuid.UUID(int=dice.getrandbits(128), version=4))


def _new(kind: type[Row], id: str, /, **values: Any) -> Change:
    return Change(kind, id, 0, None, _blank(kind, frozenset(values)) | values)


@cache
def _blank(kind: type[Row], said: frozenset[str]) -> dict[str, Any]:
    """What a new row says in every field that nothing is said about."""
    nothing: dict[str, Any] = dict.fromkeys(said)
    return kind(**nothing).values()


def _store(conn: sa.Connection, who: str, citizens: list[list[Change]]) -> None:
    """A batch in one transaction: as `Store.commit` does it for each, but every table is written once."""
    rows: dict[type[Row], list[dict[str, Any]]] = {}
    told, head = [], audit.head(conn)
    for rev, made in enumerate(citizens, head.line + 1):
        line, head = _told(conn, Entry(who, "Received the citizen", made[0].id), made, head)
        told.append(line)
        for change in made:
            rows.setdefault(change.kind, []).append(
                {**(change.after or {}), "id": change.id, "case_id": made[0].id, "rev": rev})
    conn.execute(case_file.insert(), [{"id": made[0].id, "kind": CITIZEN.name} for made in citizens])
    conn.execute(audit.audit.insert(), told)
    for kind, values in rows.items():
        conn.execute(table_of(kind).insert(), values)
    conn.execute(search.search_entry.insert(), list(_words(rows.items())))


def _told(conn: sa.Connection, entry: Entry, made: list[Change], last: Head) -> tuple[dict[str, Any], Head]:
    """The next line of the audit, as `audit.append` writes it."""
    text = json.dumps([audit._plain(change) for change in made], ensure_ascii=False)
    line = {"seq": last.line + 1, "at": NOW.replace(tzinfo=UTC).isoformat(), "who": entry.who, "did": entry.did.value,
            "case_id": entry.case_id, "action": entry.action, "purpose": entry.purpose,
            "digest": hashlib.sha256(text.encode()).hexdigest()}
    chain = audit._proof(conn).of(audit._link(last.chain, line))
    return {**line, "changes": text, "chain": chain}, Head(last.line + 1, chain, line["at"])


def _words(rows: Iterable[tuple[type[Row], list[dict[str, Any]]]]) -> Iterator[dict[str, Any]]:
    for kind, values in rows:
        for row, field in ((row, field) for row in values for field in sorted(searched_fields_of(kind))):
            if row[field]:
                yield {"case_id": row["case_id"], "kind": kind.__tablename__, "row_id": row["id"], "field": field,
                       "text": row[field], "spelled": search.spelled(row[field])}


if __name__ == "__main__":
    main()
