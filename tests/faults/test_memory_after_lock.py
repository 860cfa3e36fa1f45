"""A locked screen knows nothing: no key, no password and no citizen's words are in the memory of its process."""
from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from borgerplan_desktop.casework.contacts.standing import add_standing
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.kept_maps import keep_map
from borgerplan_desktop.casework.house.own_names import SECTORS, rename
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.map_presets import WayOfLooking, keep_preset
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person, tie_together
from borgerplan_desktop.casework.network.ties import let_flow
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.goals import add_goal, add_step
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.model.flow import Way
from borgerplan_desktop.model.network import ContactWish, Ring, SupportKind, TieQuality, people
from borgerplan_desktop.model.shelter import Sector
from tests.archive import CHEAP, Clock

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
HOUSE = Path(__file__).parents[2]
PASSWORD = "kaffe sol tog paraply"                       # typed letter by letter; Qt's test keys know these
TYPED = 4                                                # of the marks, by hand; the others are stored before


BEGINNING = "qzxwvk"                                     # of every mark: one search finds them all


def _marks(count: int) -> list[str]:
    chance = random.Random(7)
    return [BEGINNING + "".join(chance.choice("bcdfghjlmnprst") for _ in range(10)) for _ in range(count)]


class Known:
    """What must not be found, in every shape it has while somebody works."""

    def __init__(self, key: bytes) -> None:
        texts = {"the key's digits": [key.hex(), key.hex().upper()], "the password": [PASSWORD],
                 "the words": [BEGINNING]}
        self._shapes = {"the key": [key], **{
            name: [text.encode(code) for text in many for code in ("utf-8", "utf-16-le", "utf-32-le")]
            for name, many in texts.items()}}

    def hits(self, pid: int) -> dict[str, int]:
        """How often each is in the memory of the process."""
        found = dict.fromkeys(self._shapes, 0)
        for content in _memory(pid):
            for name, shapes in self._shapes.items():
                found[name] += sum(content.count(shape) for shape in shapes)
        return found


def _memory(pid: int) -> Iterator[bytes]:
    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            area, rights = line.split()[:2]
            first, last = (int(each, 16) for each in area.split("-"))
            if rights.startswith("rw") and first < 1 << 63:
                try:
                    memory.seek(first)
                    yield memory.read(last - first)
                except OSError:                          # the kernel's own pages
                    continue


@pytest.fixture
def known(tmp_path: Path) -> tuple[Location, Known, list[str]]:
    location, marks = Location(tmp_path / "data", CHEAP), _marks(50)
    archive, _code = login.begin_archive(location, "Skovly", "Eva Lind", PASSWORD, Clock())
    login.put_code_away(archive)
    stored = marks[TYPED:]
    opened = receive(archive, Arrival(stored[0], room=stored[1]))
    goals = [add_goal(opened, words) for words in stored[2:7]]
    for words in stored[7:10]:
        add_step(opened, goals[0], words)
    for words in stored[10:13]:
        add_private_person(opened, words)
    meeting = plan_meeting(opened)
    with opened.action("Meeting"):
        meeting.purpose, meeting.place_text, meeting.citizen_wants = stored[13:16]
    around_the_citizen(archive, opened, iter(stored[16:]))
    (location.folder.parent / "telefon.vcf").write_text("".join(
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:+45 12 34 56 0{n}\nNOTE:{name}\nEND:VCARD\n"
        for n, name in enumerate(stored[40:44])), "utf-8")
    adopt_plan(opened)                                   # what was adopted is compared with what is typed
    known = Known(bytes(archive.vault.key))
    archive.close()
    return location, known, marks[:TYPED]


def around_the_citizen(archive: Archive, opened: OpenCase, words: Iterator[str]) -> None:
    """A mark in everything that the map, its register and the week keep in words."""
    sara = people(opened.case)[-1]
    with opened.action("Words"):
        for field in ("relation", "known_since", "helps_with", "wished_contact", "note", "role", "organisation"):
            setattr(sara, field, next(words))
        sara.ring, sara.wish = Ring.CLOSE, ContactWish.MORE
    tie_together(opened, sara, people(opened.case)[-2], TieQuality.STRAINED)
    let_flow(opened, sara, people(opened.case)[-2], SupportKind.TALK, Way.BOTH)
    for _ in range(2):                                   # two to be compared
        keep_map(opened, next(words))
        add_private_person(opened, next(words), ring=Ring.FURTHER)
    standing = add_standing(opened, next(words), 2)
    with opened.action("Words"):
        standing.place_text = next(words)
    add_new_professional(opened, next(words), next(words), next(words), phone="12 34 56 78", ring=Ring.CLOSE)
    rename(archive.shelter, SECTORS, Sector.FRIENDS, next(words))
    keep_preset(archive.shelter, next(words), WayOfLooking(anonymous=True))


def _locked(location: Location, typed: list[str], tmp_path: Path, follow: bool) -> tuple[subprocess.Popen[str], int]:
    """A window in which somebody has worked and locked."""
    environment = {**os.environ, "WITNESS_FOLLOW": str(int(follow)), "XDG_CONFIG_HOME": str(tmp_path / "settings")}
    window = subprocess.Popen([sys.executable, "-m", "tests.faults.witness", str(location.folder)], text=True,
                              cwd=HOUSE,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    assert window.stdin is not None
    assert window.stdout is not None
    window.stdin.write("\n".join([PASSWORD, *typed, ""]))
    window.stdin.flush()
    told = window.stdout.readline().split()
    assert told[0] == "locked", told
    return window, int(told[1])


def _close(window: subprocess.Popen[str]) -> None:
    """Our ends of the pipes; the fresh process may hold the others."""
    for stream in (window.stdin, window.stdout):
        assert stream is not None
        stream.close()


def _followers(location: Location) -> list[int]:
    """The processes that were started for this folder."""
    found = []
    for each in Path("/proc").iterdir():
        try:
            words = (each / "cmdline").read_bytes().split(b"\0") if each.name.isdigit() else []
        except OSError:
            continue
        if b"--locked" in words and str(location.folder).encode() in words:
            found.append(int(each.name))
    return found


def test_a_locked_window_is_a_fresh_process_that_knows_nothing(
        known: tuple[Location, Known, list[str]], tmp_path: Path) -> None:
    location, secrets, typed = known
    window, _pid = _locked(location, typed, tmp_path, follow=True)
    assert window.wait(60) == 0                          # the one that knew has ended
    _close(window)
    fresh, = _followers(location)
    try:
        assert secrets.hits(fresh) == {"the key": 0, "the key's digits": 0, "the password": 0, "the words": 0}
    finally:
        os.kill(fresh, signal.SIGTERM)


def test_what_is_looked_for_is_found_where_somebody_works(
        known: tuple[Location, Known, list[str]], tmp_path: Path) -> None:
    """Else the test above would say nothing; a window that no fresh one follows still holds the words."""
    location, secrets, typed = known
    window, pid = _locked(location, typed, tmp_path, follow=False)
    found = secrets.hits(pid)
    for _ in range(5):                                   # a backup that had just begun lets go of its copy when it ends
        if found["the key"]:
            found = secrets.hits(pid)
    window.terminate()
    window.wait(60)
    _close(window)
    assert found["the words"] > 0
    assert found["the key"] == 0                         # that one is overwritten
