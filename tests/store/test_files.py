"""Files are written whole or not at all, and for us alone."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from borgerplan_desktop.store.files import write_whole


@pytest.mark.parametrize("lasting", [True, False])
def test_a_file_is_written_whole_or_not_at_all(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lasting: bool) -> None:
    path = tmp_path / ("n" * 250 + ".json")              # as long as a name can be
    write_whole(path, b"whole", lasting)
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("borgerplan_desktop.store.files.os.replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"half", lasting)
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("without_a_name", [True, False])
def test_it_takes_the_place_of_what_is_there(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without_a_name: bool) -> None:
    if not without_a_name:                               # a stick, a share
        monkeypatch.setattr("borgerplan_desktop.store.files._written_without_a_name", lambda *_: False)
    path = tmp_path / "plan.pdf"
    for content in (b"first", b"second"):
        write_whole(path, content, lasting=False)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_nothing_of_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("borgerplan_desktop.store.files._fill", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "plan.pdf", b"new", lasting=False)
    assert list(tmp_path.iterdir()) == []
