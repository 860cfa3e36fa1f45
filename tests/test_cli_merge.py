"""Two cases of one person, from the terminal."""
from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from borgerplan_desktop import cli
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.plan.notes import write_note
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.cli import DONE, FAILED, WRONG_USE
from borgerplan_desktop.i18n import _
from tests.archive import CHEAP, PASSWORD

Out = pytest.CaptureFixture[str]


def test_two_cases_become_one_and_two_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    home = tmp_path / "home"
    with closing(login.begin_archive(Location(home, CHEAP), "Skovly", "Eva Lind", PASSWORD)[0]) as archive:
        login.put_code_away(archive)
        one, two = receive(archive, Arrival("Jonas Prøve")).id, receive(archive, Arrival("Jonas P. Prøve"))
        write_note(two, [], "Skrevet i den anden")

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
        code = cli.main([words[0], "--home", str(home), *words[1:]])
        said = capsys.readouterr()
        return code, said.out, said.err

    code, out, err = run("merge", one, two.id)
    assert code == WRONG_USE
    assert "Jonas P. Prøve" in out
    assert _("Nothing has been changed. Add --yes to do it.") in err
    assert run("merge", one, two.id, "--yes")[0] == DONE
    assert [line.split("\t")[0] for line in run("list")[1].splitlines()] == [one]
    assert run("check")[0] == DONE
    assert run("merge", one, "nobody", "--undo", "--yes")[0] == FAILED
    assert run("merge", one, two.id, "--yes")[0] == FAILED               # it is in no list any more
    code, out, err = run("merge", one, "Jonas P. Prøve", "--undo", "--yes")
    assert code == DONE
    assert "Jonas P. Prøve" in out
    assert len(run("list")[1].splitlines()) == 2
    assert run("check")[0] == DONE
