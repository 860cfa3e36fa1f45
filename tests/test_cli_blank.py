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
    (["notice", "--blank", "-o", "x.pdf"], "Kun disse kan laves som tom blanket: plan, consent,"),
    (["", "--blank", "-o", "x.pdf"], "Kun disse"), (["consent", "--blank"], "Skriv, hvor papiret skal hen"),
    (["consent", "--blank", "sag.json", "-o", "x.pdf"], "En tom blanket handler ikke om nogen."),
    (["plan", "--blank", "--beside", "da", "-o", "x.pdf"], "Et sprog kan ikke stå ved siden af sig selv"),
    *((["plan", "--blank", "-o", "x.pdf", *more], "En tom blanket handler ikke om nogen.") for more in (
        ["--for", "Birgit"], ["--for", " "], ["--edition", "99"], ["--edition", "0"], ["--draft"], ["--password"],
        ["--week", "2026-W45"], ["--map", "2026-10-03"], ["--anonymous"], ["--meeting", "next"]))])
def test_what_does_not_fit_is_said(words: list[str], told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path,
                                   monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["paper", *words]) == WRONG_USE
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_it_is_made_in_two_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "form.pdf"
    assert main(["paper", "plan", "--blank", "-o", str(out), "--language", "pl", "--beside", "da"]) == DONE
    said = reading.text(out.read_bytes())
    assert "Mine mål" in said
    assert "Moje cele" in said
    assert "et udkast" in capsys.readouterr().err
