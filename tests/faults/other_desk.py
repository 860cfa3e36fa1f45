"""A second process on the same archive: it opens the first case, waits for a word, and adopts the plan.

    python -m tests.faults.other_desk FOLDER      says "ready", then does what each line of standard input asks

`adopt` prints the names in the frozen case file's register, `names` those of the people on the map as they are shown,
`rename A B` and `retire A` change somebody in the shelter's register.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.network import people
from borgerplan_desktop.model.shelter import Professional, StaffMember
from tests.archive import CHEAP, PASSWORD, Clock

NAMED: tuple[type[Professional | Service | StaffMember], ...] = (Professional, Service, StaffMember)


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def frozen_names(opened: OpenCase) -> list[str]:
    """Adopt, and read what was frozen."""
    content = opened.kept(adopt_plan(opened).case_digest)
    assert content is not None
    register = json.loads(content)["register"]
    return sorted(row["name"] for table in NAMED for row in register.get(table.__tablename__, []))


def change(shelter: OpenCase, name: str, new: str) -> None:
    """Rename somebody or something of the register; "" = retire."""
    row = next(row for kind in NAMED for row in shelter.case.all(kind) if row.name == name)
    with shelter.action(N_("Edited the shelter's facts")):
        if new:
            row.name = new
        else:
            row.retired = True


def main() -> None:
    archive = login.unlock(Location(Path(sys.argv[1]), CHEAP), "Eva Lind", PASSWORD, Clock())
    opened = archive.open_case(archive.store.cases()[0])
    say("ready")
    for line in sys.stdin:
        word, *names = line.rstrip("\n").split("|")
        if word == "adopt":
            say(json.dumps(frozen_names(opened)))
        elif word == "names":
            opened.catch_up()
            say(json.dumps([member.contact.name for member in people(opened.case)]))
        else:
            change(archive.shelter, names[0], names[1] if word == "rename" else "")
            say("done")
    archive.close()


if __name__ == "__main__":
    main()
