"""Where a Danish dictionary lies on this computer: Debian's package, or the one that comes with LibreOffice."""
from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

NAME = "da_DK"
_USUAL = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/lib/libreoffice/share/extensions/dict-da",
          "/usr/local/share/hunspell")
_OF_LIBREOFFICE = Path("LibreOffice", "share", "extensions", "dict-da")


def usual_folders() -> Iterator[Path]:
    """Where dictionaries are usually put, on Debian and on Windows."""
    yield from map(Path, _USUAL)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if os.environ.get(variable):
            yield Path(os.environ[variable]) / _OF_LIBREOFFICE


def find_dictionary(folders: Iterable[Path] | None = None) -> Path | None:
    """The first folder that holds one; None when there is none, or nothing to read it with."""
    if importlib.util.find_spec("hunspell") is None:
        return None
    for folder in usual_folders() if folders is None else folders:
        if all((folder / f"{NAME}.{ending}").is_file() for ending in ("aff", "dic")):
            return folder
    return None
