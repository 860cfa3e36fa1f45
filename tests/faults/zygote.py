"""A process that has done everything once and, told "<work> <folder>", forks a child that works until it is killed.

Each line the child prints is an acknowledgement: what it names is stored. The first line is the child's process id.
"<work>:<n> <folder>": the child stops by itself before its n-th step in the folder, as suddenly as if killed.
"""
from __future__ import annotations

import itertools
import os
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, event

from borgerplan_desktop.casework.network.people import put_on_map
from borgerplan_desktop.casework.papers.case_files import import_case
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.approvals import Approval
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login import Location
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.network import Ring, people
from borgerplan_desktop.model.plan import Agreed, Goal, PlanVersion, SignedHow
from borgerplan_desktop.model.signature import Signature
from tests.archive import CHEAP, PASSWORD, brought_back
from tests.compiled import compiled_once

SEED = Path(__file__).parents[1] / "data" / "cases" / "herberg.json"


class Ticking:
    """A clock that goes on a minute each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC).replace(tzinfo=None)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def stop_before(number: int, folder: Path) -> None:
    """Every file made, renamed, closed off or thrown away in the folder is a step, and every word to a database."""
    steps, place = itertools.count(), str(folder)

    def step() -> None:
        if next(steps) == number:
            os._exit(9)

    def on_file(event: str, args: tuple[object, ...]) -> None:
        if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod") and str(
                args[0]).startswith(place):
            step()

    def on_word(_connection: object, _cursor: object, words: str, *_rest: object) -> None:
        if not words.startswith(("CREATE", "PRAGMA", "SELECT")):
            step()

    event.listen(Engine, "before_cursor_execute", on_word)
    event.listen(Engine, "commit", lambda _connection: step())
    sys.addaudithook(on_file)


def founds(location: Location) -> None:
    """A first start, and then its window is closed."""
    login.begin_archive(location, "Skovly", "Eva Lind", PASSWORD, Ticking())[0].close()
    say("founded")


def edits(archive: Archive, location: Location) -> None:
    """Small and large edits, each acknowledged with the number it stored."""
    opened = archive.open_case(archive.store.cases()[0])
    goal = opened.case.all(Goal)[0]
    number = int(goal.title.split()[0])
    while True:
        number += 1
        write(opened, goal, Goal.title, f"{number} " + "x" * (number % 7 * 900), "Typed")
        say(number)


def two_rows(archive: Archive, location: Location) -> None:
    """An action over several rows: all of it or nothing."""
    opened = archive.open_case(archive.store.cases()[0])
    while True:
        with opened.action("Two goals"):
            a, b = add_goal(opened, "one"), add_goal(opened, "two")
        say(a.id, b.id)


def adopts(archive: Archive, location: Location) -> None:
    """The plan is adopted again and again, each time with two who were there and a drawn signature."""
    opened = archive.open_case(archive.store.cases()[0])
    while True:
        drawn = Signature.of([[(10, 200), (300, 40), (600, 20 * len(opened.case.all(PlanVersion)) % 280)]])
        said = [Approval(None, "Eva Lind", Agreed.YES, "", SignedHow.ON_SCREEN, drawn),
                Approval(None, "Birgit Holm", Agreed.NO, "Det går for hurtigt", SignedHow.DECLINED)]
        say(adopt_plan(opened, None, said).number)


def adopts_moved(archive: Archive, location: Location) -> None:
    """Somebody is moved on the map, and the plan is adopted: the map of that day is kept anew."""
    opened = archive.open_case(archive.store.cases()[0])
    sara = next(each for each in people(opened.case) if each.name == "Sara")
    put_on_map(opened, sara, sara.sector, Ring.CLOSE if sara.ring is Ring.FURTHER else Ring.FURTHER)
    say("moved")
    say(adopt_plan(opened).number)


def backups(archive: Archive, location: Location) -> None:
    while True:
        say(backup_and_restore.backup_now(archive).name)


def restores(archive: Archive, location: Location) -> None:
    while True:
        archive = restored(archive, location)


def restored(archive: Archive, location: Location) -> Archive:
    """The oldest backup is brought back."""
    archive = brought_back(archive, backup_and_restore.backups(location)[-1])
    say("restored")
    return archive


def restores_once(archive: Archive, location: Location) -> None:
    restored(archive, location)


def imports(archive: Archive, location: Location) -> None:
    """The seed's case again and again, each time under other ids."""
    text, number = SEED.read_text("utf-8"), len(archive.store.cases())
    while True:
        number += 1
        anew = re.sub(r'"([0-9a-f]{8})(-[0-9a-f-]{27})"',
                      lambda id, n=number: f'"{int(id[1], 16) ^ n:08x}{id[2]}"', text)  # type: ignore[misc]
        say(import_case(archive, anew.encode()))


def passwords(archive: Archive, location: Location) -> None:
    slot = archive.vault.keys.find(archive.who)
    number = 0
    while True:
        number += 1
        archive.vault.keys.set_person(slot.id, slot.name, str(number), PASSWORD, archive.vault.key)
        say(number)


WORK: dict[str, Callable[[Archive, Location], None]] = {
    work.__name__: work for work in (edits, two_rows, adopts, adopts_moved, backups, imports, restores, restores_once,
                                  passwords)}


AT_DOOR: dict[str, Callable[[Location], None]] = {work.__name__: work for work in (founds,)}       # nobody is in yet


def warm_up() -> None:
    """What each child would else import and compile anew."""
    with TemporaryDirectory() as folder:
        location = Location(Path(folder) / "data", CHEAP)
        login.begin_archive(location, "Skovly", "Eva Lind", PASSWORD, Ticking())[0].close()
        archive = login.unlock(location, "Eva Lind", PASSWORD, Ticking())
        add_goal(archive.open_case(import_case(archive, SEED.read_bytes())), "one")
        adopt_plan(archive.open_case(archive.store.cases()[0]))
        backup_and_restore.backup_now(archive)
        brought_back(archive, backup_and_restore.backups(location)[-1]).close()


def main() -> None:
    with compiled_once():
        warm_up()
        serve()


def serve() -> None:
    for line in sys.stdin:
        words, folder = line.rstrip("\n").split(" ", 1)
        work, _, number = words.partition(":")
        if (child := os.fork()) == 0:
            say(os.getpid())
            location = Location(Path(folder), CHEAP)
            try:
                archive = None if work in AT_DOOR else login.unlock(location, "Eva Lind", PASSWORD, Ticking())
                if number:
                    stop_before(int(number), location.folder)
                if archive is None:
                    AT_DOOR[work](location)
                else:
                    WORK[work](archive, location)
                os._exit(0)
            except BaseException as error:  # noqa: BLE001  a child that falls over by itself must fail the test
                say("FAILED", type(error).__name__, error)
            os._exit(1)
        os.waitpid(child, 0)
        say("GONE")


if __name__ == "__main__":
    main()
