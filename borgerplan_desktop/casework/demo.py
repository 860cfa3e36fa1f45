"""What a demo shows: the invented citizens whose case files come with the program."""
from __future__ import annotations

from importlib.resources import files

from borgerplan_desktop.casework.case_files import import_case
from borgerplan_desktop.casework.house import House


def fill_demo(house: House) -> list[str]:
    """Take every example case in, by file name; their ids. Raises CaseFileError, StoreTrouble."""
    folder = files("borgerplan_desktop.resources") / "cases"
    found = [file for file in folder.iterdir() if file.name.endswith(".json")] if folder.is_dir() else []
    return [import_case(house, file.read_bytes()) for file in sorted(found, key=lambda file: file.name)]
