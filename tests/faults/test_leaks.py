"""Marker texts typed in every tab and dialog of the real window, in a process of its own that locks, fails and closes:
afterwards none of them is legible in any file, on the terminal, in the settings or on the clipboard."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from borgerplan_desktop.casework.session.location import Location
from tests.archive import PASSWORD
from tests.faults.canary import traces

MARKS = [f"Kanariefugl{n:02}æøå" for n in range(99)]


@pytest.mark.skipif(os.name == "nt", reason="XDG folders")
def test_no_marker_anywhere(location: Location, tmp_path: Path) -> None:
    temp, own = tmp_path / "temp", tmp_path / "own"
    temp.mkdir()
    own.mkdir()
    child = subprocess.run(
        [sys.executable, "-m", "tests.faults.talker", str(location.folder)], cwd=Path(__file__).parents[2],
        capture_output=True, timeout=120,
        env={**os.environ, "TMPDIR": str(temp), "SQLITE_TMPDIR": str(temp), "HOME": str(own), "QT_LOGGING_RULES": "",
             "XDG_CONFIG_HOME": str(own / "config"), "XDG_CACHE_HOME": str(own / "cache"),
             "XDG_DATA_HOME": str(own / "data"), "XDG_STATE_HOME": str(own / "state")})
    (own / "stdout").write_bytes(child.stdout)
    (own / "stderr").write_bytes(child.stderr)
    said = child.stdout.decode()
    assert child.returncode == 0, said + child.stderr.decode()
    used = int(said.split("used ")[1].split()[0])
    assert used >= 30, said
    assert "clipboard []" in said
    assert "titles ['Borgerplan'" in said                # what else they say is looked at with everything below
    assert "core (0, 0)" in said
    assert "ZeroDivisionError" in said                   # what the crash message showed
    assert child.stderr.decode().count("_fail_with") == 2                    # in a thread, and thrown away
    assert traces(tmp_path, words=[*MARKS, "Kanariefugl", PASSWORD]) == []
    assert list((own / "config").rglob("*.conf")), "the settings were written"
