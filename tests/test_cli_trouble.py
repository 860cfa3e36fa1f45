"""The terminal when something goes wrong: no traceback, no screen, nobody who reads; and what it does not load."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from borgerplan_desktop import cli
from borgerplan_desktop.cli import FAILED
from borgerplan_desktop.i18n import _
from tests.test_cli import Out, main
from tests.test_cli import clean as clean


def test_no_traceback_for_what_nobody_thought_of(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_options: object) -> int:
        raise ZeroDivisionError("Jonas' CPR number")

    monkeypatch.setitem(cli._COMMANDS, "schema", broken)
    assert main(["schema"]) == FAILED
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "Jonas" not in said
    assert "Traceback" not in said


def test_ctrl_c_is_an_answer(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(cli._COMMANDS, "schema", stopped)
    assert main(["schema"]) == FAILED
    assert capsys.readouterr().err == _("Stopped. What was done before is stored.") + "\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_the_window_without_a_screen_says_what_to_do(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == FAILED
    assert "packaging/run render" in capsys.readouterr().err


def test_the_window_gets_what_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from borgerplan_desktop import app

    asked: list[tuple[object, ...]] = []

    def window(*what: object) -> int:
        asked.append(what)
        return 7

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(app, "run_window", window)
    assert main(["--home", str(tmp_path), "--language", "en", "--demo"]) == 7
    assert main([]) == 7
    assert main(["--locked", "borgerplan-lock-1", "--language", "da"]) == 7
    assert asked == [(tmp_path, "en", True, ""), (None, "", False, ""), (None, "da", False, "borgerplan-lock-1")]


def test_light_commands_load_neither_qt_nor_the_database() -> None:
    code = ("import sys\nfrom borgerplan_desktop.cli import main\nassert main(['--help']) == 0\n"
            "heavy = {'PySide6', 'sqlalchemy', 'reportlab'} & set(sys.modules)\nsys.exit(repr(heavy) if heavy else 0)")
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert found.returncode == 0, found.stderr
    code = code.replace("--help", "schema").replace(", 'sqlalchemy', 'reportlab'", ", 'reportlab'")
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert found.returncode == 0, found.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs a shell with pipes")
def test_nobody_reads_any_more() -> None:
    found = subprocess.run(f"{sys.executable} -m borgerplan_desktop schema | true", shell=True, capture_output=True,
                           check=False, timeout=60)
    assert found.stderr == b""
