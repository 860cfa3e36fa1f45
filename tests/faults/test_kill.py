"""`kill -9` in the middle of saves, backups, imports and password changes: nothing acknowledged is lost.

The short run; BORGERPLAN_KILLS=400 makes it a long one. What happens on a power cut cannot be shown this way.
"""
from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.kept_maps import kept_maps
from borgerplan_desktop.casework.network.people import add_private_person, tie_together
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.login import Location
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.kept_map import state_now, state_of
from borgerplan_desktop.model.network import KeptPlace, KeptTie, NetworkMember, Ring, TieQuality, people
from borgerplan_desktop.model.plan import Agreed, Goal, PlanApproval, current_plan
from borgerplan_desktop.model.signature import Signature
from borgerplan_desktop.store import backup
from tests.archive import CHEAP, PASSWORD, Clock
from tests.faults.victims import Zygote
from tests.faults.victims import zygote as zygote
from tests.faults.zygote import SEED

pytestmark = pytest.mark.skipif(os.name == "nt", reason="forks")
KILLS = int(os.environ.get("BORGERPLAN_KILLS", "24"))


class Victims:
    """A shelter with a goal, and children that work in it and are killed."""

    def __init__(self, folder: Path, zygote: Zygote) -> None:
        self.location = Location(folder / "data", CHEAP)
        archive, _ = login.begin_archive(self.location, "Skovly", "Eva Lind", PASSWORD, Clock())
        opened = receive(archive, Arrival("Marie"))
        add_goal(opened, "0 ")
        backup_and_restore.backup_now(archive)
        archive.close()
        self._zygote = zygote

    def kill_one(self, work: str) -> list[str]:
        """What a child had acknowledged when it was killed."""
        return self._zygote.kill_one(work, self.location.folder)


@pytest.fixture(scope="module")
def victims(tmp_path_factory: pytest.TempPathFactory, zygote: Zygote) -> Victims:
    return Victims(tmp_path_factory.mktemp("victims"), zygote)


def test_no_acknowledged_edit_is_lost(victims: Victims) -> None:
    acknowledged = 0
    for _ in range(KILLS // 2):
        said = victims.kill_one("edits")
        acknowledged = int(said[-1]) if said else acknowledged
        archive = login.unlock(victims.location, "Eva Lind", PASSWORD, Clock())
        goal = archive.open_case(archive.store.cases()[0]).case.all(Goal)[0]
        stored = int(goal.title.split()[0])
        assert acknowledged <= stored <= acknowledged + 1
        acknowledged = stored
        assert backup_and_restore.check(archive).sound
        archive.close()
    assert acknowledged > 0


def test_an_action_is_whole_or_not_there(victims: Victims) -> None:
    known: set[str] = set()
    for _ in range(KILLS // 4):
        known.update(word for line in victims.kill_one("two_rows") for word in line.split())
        archive = login.unlock(victims.location, "Eva Lind", PASSWORD, Clock())
        goals = archive.open_case(archive.store.cases()[0]).case.all(Goal)
        titles = [goal.title for goal in goals]
        assert titles.count("one") == titles.count("two")
        assert known <= {goal.id for goal in goals}
        archive.close()


def test_a_version_is_adopted_with_all_that_was_said_and_signed_or_not_at_all(
        victims: Victims, counted: Callable[[str], None]) -> None:
    acknowledged, times = 0, max(4, KILLS // 6)
    for _ in range(times):
        said = victims.kill_one("adopts")
        acknowledged = int(said[-1]) if said else acknowledged
        archive = login.unlock(victims.location, "Eva Lind", PASSWORD, Clock())
        opened = archive.open_case(archive.store.cases()[0])
        versions = current_plan(opened.case).versions
        assert acknowledged <= len(versions) <= acknowledged + 1
        for version in versions:
            drawn, declined = version.approvals
            assert (declined.agreed, declined.comment) == (Agreed.NO, "Det går for hurtigt")
            assert Signature.from_bytes(opened.kept(drawn.signature_digest) or b"").is_written
            assert (opened.kept(version.pdf_digest) or b"").startswith(b"%PDF-")
            assert read_case(opened.kept(version.case_digest) or b"").case().all(PlanApproval)
        assert len(opened.case.all(PlanApproval)) == 2 * len(versions)
        acknowledged = len(versions)
        assert backup_and_restore.check(archive).sound
        archive.close()
    counted(f"{times} adoptions killed: {acknowledged} versions came whole, none in part")


def test_the_map_of_an_adopted_plan_is_kept_with_it_or_not_at_all(
        zygote: Zygote, tmp_path: Path, counted: Callable[[str], None]) -> None:
    """Stopped before every step of it: one map of the day, with everybody, as the newest version has it."""
    begun = Location(tmp_path / "begun", CHEAP)
    archive, _ = login.begin_archive(begun, "Skovly", "Eva Lind", PASSWORD, Clock())
    opened = receive(archive, Arrival("Marie"))
    sara = add_private_person(opened, "Sara", ring=Ring.CLOSE)
    tie_together(opened, sara, add_private_person(opened, "Peter", ring=Ring.FURTHER), TieQuality.STRONG)
    adopt_plan(opened)
    everybody, day = len(people(opened.case)), opened.today()
    archive.close()
    outcomes: list[tuple[int, int]] = []
    said: list[str] = []
    for step in range(0, 300, 1 if KILLS > 24 else 3):
        location = Location(tmp_path / str(step), CHEAP)
        shutil.copytree(begun.folder, location.folder)
        said = zygote.stop_one("adopts_moved", location.folder, step)
        archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
        opened = archive.open_case(archive.store.cases()[0])
        versions, maps = current_plan(opened.case).versions, kept_maps(opened.case)
        assert len(versions) in (1, 2)
        assert len(maps) == len({each.on for each in maps})
        assert {len(opened.case.of(KeptPlace, KeptPlace.map_id, each.id)) for each in maps} == {everybody}
        assert len(opened.case.all(KeptPlace)) == everybody * len(maps)
        assert len(opened.case.all(KeptTie)) == len(maps)
        frozen = read_case(opened.kept(versions[-1].case_digest) or b"").case()
        assert state_now(frozen) in [state_of(opened.case, each) for each in maps]
        assert len(versions) == 1 or state_now(frozen) == state_now(opened.case)
        assert backup_and_restore.check(archive).sound
        assert maps[0].on <= day
        outcomes.append((len(versions), len(maps)))
        archive.close()
        shutil.rmtree(location.folder)
        if len(said) == 2:
            break
    assert len(said) == 2, "it never came to its end"
    assert outcomes == sorted(outcomes)
    counted(f"{len(outcomes)} steps of an adoption with its map: {len(set(outcomes))} states, each whole")


def test_a_backup_that_is_listed_is_whole(victims: Victims) -> None:
    for _ in range(KILLS // 8):
        victims.kill_one("backups")
        archive = login.unlock(victims.location, "Eva Lind", PASSWORD, Clock())
        for copy in backup_and_restore.backups(victims.location):
            backup.prove(copy.backup, archive.vault.key)
        archive.close()


def test_a_password_change_is_whole(victims: Victims) -> None:
    acknowledged = 0
    for _ in range(KILLS // 8):
        said = victims.kill_one("passwords")
        acknowledged = int(said[-1]) if said else 0
        title = login.people(victims.location)[0].title
        assert (int(title) if title.isdigit() else 0) >= acknowledged      # killed before the first: as it was
        login.unlock(victims.location, "Eva Lind", PASSWORD, Clock()).close()


def test_a_case_is_taken_in_whole_or_not_at_all(victims: Victims, counted: Callable[[str], None]) -> None:
    """Its rows, and whom it names in the shelter's register."""
    whole, came = len(read_case(SEED.read_bytes()).rows), 0
    for _ in range(KILLS // 4):
        said = victims.kill_one("imports")
        archive = login.unlock(victims.location, "Eva Lind", PASSWORD, Clock())
        there = archive.store.cases()
        assert set(said) <= set(there)
        for case_id in there:
            case = archive.open_case(case_id).case
            assert len(case.rows()) == whole or case.the(Citizen).name == "Marie"
            assert all(member.contact.name for member in case.all(NetworkMember))
        assert backup_and_restore.check(archive).sound
        came = len(there) - 1
        archive.close()
    counted(f"{KILLS // 4} imports killed: {came} cases came whole, none in part")
