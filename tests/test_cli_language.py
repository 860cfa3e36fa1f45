"""A paper from the terminal in another language, with one beside it; that nobody has approved it is told."""
from __future__ import annotations

from pathlib import Path

import pytest

from borgerplan_desktop.cli import DONE, main
from borgerplan_desktop.cli_archive import WRONG_USE
from tests.documents import reading

CASE = Path(__file__).parent / "data" / "cases" / "herberg.json"
Out = pytest.CaptureFixture[str]


@pytest.mark.parametrize("command", [["render"], ["paper", "plan"], ["paper", "welcome"]])
def test_two_languages_are_asked_for(command: list[str], tmp_path: Path, capsys: Out) -> None:
    where = tmp_path / "paper.pdf"
    assert main([*command, str(CASE), "-o", str(where), "--language", "en", "--beside", "da"]) == DONE
    said = " ".join(reading.text(where.read_bytes()).split())
    assert "The Danish text is the one that counts." in said or "This is a translation." in said
    assert "Eva" in said
    assert "udkast, ikke" not in capsys.readouterr().err


def test_that_nobody_has_read_a_language_is_told(tmp_path: Path, capsys: Out) -> None:
    where = tmp_path / "paper.pdf"
    assert main(["paper", "welcome", str(CASE), "-o", str(where), "--language", "pl"]) == DONE
    assert "Polsk: et udkast, ikke læst af en, der har sproget fra barn." in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["--language", "xx"], ["--beside", "xx"], ["--language", "en", "--beside", "en"],
                                   ["--beside", "da"]])
def test_a_language_that_cannot_be_is_refused(wrong: list[str], tmp_path: Path, capsys: Out) -> None:
    where = tmp_path / "paper.pdf"
    assert main(["paper", "welcome", str(CASE), "-o", str(where), *wrong]) == WRONG_USE
    assert not where.exists()
    assert capsys.readouterr().err


def test_what_is_no_paper_speaks_no_polish(tmp_path: Path, capsys: Out) -> None:
    assert main(["schema", "--language", "pl"]) == WRONG_USE
    assert "pl" in capsys.readouterr().err
