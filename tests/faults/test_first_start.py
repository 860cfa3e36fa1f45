"""A first start that is killed at any moment: either all is there, or nothing is and one can begin; all agree on it."""
from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from borgerplan_desktop import cli
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.store.data_folder import DataFolder
from borgerplan_desktop.store.files import FileLock
from tests.archive import CHEAP, PASSWORD
from tests.faults.victims import Zygote
from tests.faults.victims import zygote as zygote

pytestmark = pytest.mark.skipif(os.name == "nt", reason="forks")
KILLS = int(os.environ.get("BORGERPLAN_KILLS", "24"))
EVERY = 1 if KILLS > 100 else 8                          # the short run stops before each so many steps


def terminal(location: Location, *words: str) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
        return cli.main([words[0], "--home", str(location.folder), "--user", "Eva Lind", *words[1:]])


def goes_on(location: Location, capsys: pytest.CaptureFixture[str]) -> bool:
    """Whether there is an archive now; the list and the first start say the same, and either leads on."""
    listed = terminal(location, "list")
    said = capsys.readouterr().err
    begun = terminal(location, "init", "--shelter", "Skovly")
    assert (listed, begun) in ((0, 1), (1, 0)), said + capsys.readouterr().err
    assert ("Der er intet arkiv" in said) == (begun == 0), said
    assert not location.home.nursery.folder.exists()
    capsys.readouterr()
    if listed == 0:
        assert terminal(location, "check") == 0
    return listed == 0


def test_it_is_killed(zygote: Zygote, tmp_path: Path, capsys: pytest.CaptureFixture[str],
        counted: Callable[[str], None],
                      monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("borgerplan_desktop.store.keys.Cost", lambda: CHEAP)
    outcomes = []
    for number in range(KILLS // 3):
        location = Location(tmp_path / str(number), CHEAP)
        said = zygote.kill_one("founds", location.folder, within=0.4, first=1)
        outcomes.append(goes_on(location, capsys))
        assert outcomes[-1] or not said
    counted(f"{len(outcomes)} first starts killed: {sum(outcomes)} were there, the rest could begin")


def test_it_stops_before_every_step(zygote: Zygote, tmp_path: Path, capsys: pytest.CaptureFixture[str],
        counted: Callable[[str], None],
                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("borgerplan_desktop.store.keys.Cost", lambda: CHEAP)
    outcomes: list[bool] = []
    said: list[str] = []
    for step in range(0, 300, EVERY):
        location = Location(tmp_path / str(step), CHEAP)
        said = zygote.stop_one("founds", location.folder, step)
        outcomes.append(goes_on(location, capsys))
        if said:
            break
    assert outcomes == sorted(outcomes)                  # from one step on it is there
    assert said, "it never came to its end"
    assert True in outcomes[:-1]
    counted(f"{len(outcomes)} steps of a first start: there from step {outcomes.index(True) * EVERY} on")


def test_what_is_being_made_is_not_swept(tmp_path: Path) -> None:
    home = DataFolder(tmp_path)
    home.prepare()
    with FileLock(home.work_lock).held():
        home.nursery.folder.mkdir()
        home.move_in()
        assert home.nursery.folder.exists()
    home.move_in()
    assert not home.nursery.folder.exists()


@pytest.mark.parametrize("mark", [True, False])
def test_half_a_store_is_not_moved_in(tmp_path: Path, mark: bool) -> None:
    """Nor is anything put beside an archive that is there."""
    home = DataFolder(tmp_path)
    home.prepare()
    home.keys.write_text("ours")
    home.nursery.folder.mkdir()
    home.nursery.keys.write_text("theirs")
    home.nursery.database.write_text("theirs")
    if mark:
        home.nursery.finished.touch()
    home.move_in()
    assert home.keys.read_text() == "ours"
    assert not home.database.exists()
    assert not home.nursery.folder.exists()
