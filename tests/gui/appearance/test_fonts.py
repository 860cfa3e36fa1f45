"""The fonts are unpacked once and found again; a damaged or missing folder costs only time."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.gui.appearance import fonts
from borgerplan_desktop.gui.appearance.fonts import FACES, FAMILY, FontLoading, usual_cache


def test_they_are_kept_and_found_again(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    FontLoading(tmp_path / "fonts").finish()
    assert sorted(path.name for path in (tmp_path / "fonts").iterdir()) == sorted(f"{face}.ttf" for face in FACES)
    monkeypatch.setattr(fonts.FontLoading, "_unpack", _never)
    FontLoading(tmp_path / "fonts").finish()
    assert FAMILY in QFontDatabase.families()


def _never(_self: FontLoading) -> None:
    raise AssertionError("unpacked again")


def test_a_file_that_was_cut_off_is_unpacked_again(qapp: QApplication, tmp_path: Path) -> None:
    FontLoading(tmp_path).finish()
    cut = tmp_path / f"{FACES[0]}.ttf"
    whole = cut.read_bytes()
    cut.write_bytes(whole[:50])
    FontLoading(tmp_path).finish()
    assert cut.read_bytes() == whole


def test_a_folder_that_cannot_be_written_costs_only_time(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    FontLoading(tmp_path / "file" / "fonts").finish()
    assert FAMILY in QFontDatabase.families()


def test_the_folder_for_throw_away_files_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert usual_cache() == tmp_path / "borgerplan" / "fonts"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert usual_cache() == Path.home() / ".cache" / "borgerplan" / "fonts"
