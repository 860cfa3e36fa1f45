"""A blank form from the terminal: without a case file, and only of what makes one."""
from __future__ import annotations

from pathlib import Path

import pytest

from borgerplan_desktop.cli import DONE, main
from borgerplan_desktop.cli_archive import WRONG_USE
from tests.documents import reading


@pytest.mark.parametrize("key", ["consent", "plan", "network"])
def test_a_form_is_made_of_nothing(tmp_path: Path, key: str) -> None:
    assert main(["paper", key, "--blank", "-o", str(tmp_path / "form.pdf")]) == DONE
    assert "Navn: ___" in reading.text((tmp_path / "form.pdf").read_bytes())


@pytest.mark.parametrize(("words", "told"), [
    (["notice", "--blank", "-o", "x.pdf"], "Kun disse kan laves som tom formular: plan, consent,"),
    (["", "--blank", "-o", "x.pdf"], "Kun disse"), (["consent", "--blank"], "Skriv, hvor papiret skal hen"),
    (["consent", "--blank", "sag.json", "-o", "x.pdf"], "En tom formular handler ikke om nogen.")])
def test_what_does_not_fit_is_said(words: list[str], told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path,
                                   monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["paper", *words]) == WRONG_USE
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_its_language_and_the_one_beside_it_are_as_asked_and_a_draft_is_said(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = tmp_path / "form.pdf"
    assert main(["paper", "feedback", "--blank", "-o", str(form), "--language", "pl", "--beside", "da"]) == DONE
    assert "Polsk: et udkast" in capsys.readouterr().err
    said = reading.text(form.read_bytes())
    assert "Twoja opinia" in said
    assert "Tilbagemelding" in said
