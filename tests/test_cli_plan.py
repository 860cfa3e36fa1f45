"""The plan of a case file from the terminal, and a terminal whose disk is full."""
from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from borgerplan_desktop.cli import DONE, FAILED, main
from borgerplan_desktop.cli_archive import WRONG_USE

CASE = Path(__file__).parent / "data" / "cases" / "herberg.json"


def test_what_a_plan_does_not_say_is_said_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-plan", str(CASE)]) == DONE
    told = capsys.readouterr()
    assert told.out == ""
    assert "Planen siger alt det" in told.err
    case = json.loads(CASE.read_text())
    goal = case["case"]["goal"][0]
    goal["responsible_id"] = goal["deadline"] = goal["follow_up_on"] = None
    (tmp_path / "case.json").write_text(json.dumps(case))
    assert main(["check-plan", str(tmp_path / "case.json")]) == DONE
    assert f"Hvem er ansvarlig for »{goal['title']}«?" in capsys.readouterr().out.splitlines()


def test_what_is_no_case_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "case.json").write_text("[]")
    assert main(["check-plan", str(tmp_path / "case.json")]) == FAILED
    assert "Der er ikke set på noget." in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_is_said_in_words(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with monkeypatch.context() as patch:
        full = open("/dev/full", "w", buffering=1)       # noqa: SIM115  closing it would write once more
        patch.setattr(sys, "stdout", full)
        assert main(["paper", "--list"]) == FAILED
        patch.undo()
    with pytest.raises(OSError, match="space"):
        full.close()
    assert "disken er fuld" in capsys.readouterr().err


def test_the_plan_is_of_no_meeting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paper", "plan", str(CASE), "--meeting", "1", "-o", str(tmp_path / "plan.pdf")]) == WRONG_USE
    assert "Kun et mødes papirer" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
