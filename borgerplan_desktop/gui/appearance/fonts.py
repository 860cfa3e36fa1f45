"""FiraGO, the same type on screen and paper, handed to Qt.

The files lie compressed in their package; unpacking them costs 50 ms. So they are unpacked once, in a thread while Qt
starts, and kept beside the program's other throw-away files; from then on Qt reads them directly (3 ms).
"""
from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Thread

from platformdirs import user_cache_path

from borgerplan_desktop.casework.session.location import write_whole

FAMILY = "FiraGO"
FACES = ("figo", "figbo")  # Regular and Bold in pymupdf-fonts
LEAST = 100_000  # bytes; a shorter file was cut off


class FontLoading:
    """Start it before QApplication is made, `finish` after; `cache` None keeps nothing on disk."""

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._files: dict[str, bytes] = {}
        self._thread: Thread | None = None
        if cache is None or not all(_whole(_cached(cache, face)) for face in FACES):
            self._thread = Thread(target=self._unpack, name="borgerplan-fonts", daemon=True)
            self._thread.start()

    def finish(self) -> None:
        """Make FiraGO known to Qt; raises RuntimeError when a file cannot be read."""
        from PySide6.QtGui import QFontDatabase

        if self._thread is not None:
            self._thread.join()
        known = [self._hand_over(face) for face in FACES]
        if not all(known) and not QFontDatabase.hasFamily(FAMILY):
            raise RuntimeError("the fonts that come with the program could not be read")

    def _hand_over(self, face: str) -> bool:
        from PySide6.QtCore import QByteArray
        from PySide6.QtGui import QFontDatabase

        if face in self._files:
            return QFontDatabase.addApplicationFontFromData(QByteArray(self._files[face])) >= 0
        return self._cache is not None and QFontDatabase.addApplicationFont(str(_cached(self._cache, face))) >= 0

    def _unpack(self) -> None:
        from pymupdf_fonts import myfont

        for face in FACES:
            self._files[face] = myfont(face)
            if self._cache is not None:
                _cache(_cached(self._cache, face), self._files[face])


def usual_cache() -> Path:
    """Where this user's throw-away files of the program lie."""
    return user_cache_path("borgerplan", appauthor=False) / "fonts"


def load_fonts() -> None:
    """Make FiraGO known to Qt, unless it is already."""
    from PySide6.QtGui import QFontDatabase

    if not QFontDatabase.hasFamily(FAMILY):
        FontLoading().finish()


def _cached(cache: Path, face: str) -> Path:
    return cache / f"{face}.ttf"


def _whole(path: Path) -> bool:
    try:
        return path.stat().st_size >= LEAST
    except OSError:
        return False


def _cache(path: Path, content: bytes) -> None:
    """A folder that cannot be written to costs only time."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content, lasting=False)
