"""The action plan and the poster from the terminal, of an archive."""
from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from borgerplan_desktop.casework.activities.activities import add_example
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.cli import DONE
from tests.archive import CHEAP, PASSWORD, Clock
from tests.documents import reading
from tests.test_cli import Out, at, main
from tests.test_cli import clean as clean


def test_both_are_made_of_the_archive(tmp_path: Path, clean: None, monkeypatch: pytest.MonkeyPatch,
                                      capsys: Out) -> None:
    monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
    home, pdf = tmp_path / "home", tmp_path / "paper.pdf"
    archive, _code = login.begin_archive(Location(home, CHEAP), "Skovly", "Eva Lind", PASSWORD, Clock())
    with closing(archive):
        login.put_code_away(archive)
        add_example(archive.shelter)
    for key, language, said in (("action-plan", "da", "Møder med projektgruppen"), ("action-plan", "en", "Action plan"),
                                ("ideas", "da", "Du sagde – vi gjorde"), ("ideas", "pl", "Masz pomysł?")):
        assert main(at(home, "paper", key, "-o", str(pdf), "--language", language)) == DONE
        assert said in reading.text(pdf.read_bytes())
    assert main(["paper", "--list"]) == DONE
    assert "action-plan\tHandleplan" in capsys.readouterr().out
