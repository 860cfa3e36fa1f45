"""pyproject.toml says the truth: its packages are the folders, and a wheel carries the forms, icons and words."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

HOUSE = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
MAPPED = {"resources", "translations", "ui"}


def test_the_packages_are_the_folders() -> None:
    listed = PROJECT["tool"]["setuptools"]["packages"]
    there = {
        ".".join(path.parent.relative_to(HOUSE).parts) for path in (HOUSE / "borgerplan_desktop").rglob("__init__.py")
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == there | {f"borgerplan_desktop.{folder}" for folder in MAPPED}


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in (HOUSE / "borgerplan_desktop").rglob("*.py")}
    assert not {folder for folder in folders if not (folder / "__init__.py").exists()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """A wheel of the tree as it stands, built from a copy of links so that nothing is left behind here."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE", "borgerplan_desktop", *MAPPED):
        os.symlink(HOUSE / name, source / name)
    build = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", build, str(target)], cwd=source, check=True, capture_output=True
    )
    (made,) = target.glob("*.whl")
    return ZipFile(made)


def test_a_wheel_carries_all_that_the_program_reads(wheel: ZipFile) -> None:
    inside = set(wheel.namelist())
    read = {
        f"borgerplan_desktop/{path.relative_to(HOUSE).as_posix()}"
        for folder in MAPPED
        for path in (HOUSE / folder).rglob("*")
        if path.is_file() and path.suffix in {".ui", ".svg", ".qss", ".json", ".icc", ".mo"}
    }
    assert any(path.endswith(".svg") for path in read)
    assert not read - inside


def test_a_wheel_carries_its_licence_and_its_command(wheel: ZipFile) -> None:
    inside = wheel.namelist()
    assert any(path.endswith("licenses/LICENSE") for path in inside)
    (entry,) = (path for path in inside if path.endswith("entry_points.txt"))
    assert "borgerplan = borgerplan_desktop.__main__:main" in wheel.read(entry).decode()
