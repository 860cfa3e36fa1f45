"""The README's picture: the example citizen's overview as the usual shelter pc shows it, at a fixed moment."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_FONT_DPI="96", QT_SCALE_FACTOR="1")

from PySide6.QtWidgets import QApplication

from borgerplan_desktop.casework.papers.demo import fill_demo
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.casework.session.login import demo
from borgerplan_desktop.gui.appearance.fonts import load_fonts
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.appearance.translator import Translator
from borgerplan_desktop.gui.shell.login_flow import LoginFlow
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.i18n import use_language

SIZE = (1366, 768)  # pixels
ROUNDS = 8  # of the event loop, until everything has found its place


def moment() -> datetime:
    return datetime(2026, 10, 27, 9, 21)


def draw(path: Path, home: Path) -> None:
    """Write the picture as a PNG."""
    use_language("da")
    application = QApplication(["picture", "-style", "Fusion"])
    load_fonts()
    apply_theme(application, dark=False, size=1.0)
    Translator(application).speak("da")
    window = MainWindow(None, moment)
    archive = demo(moment)
    shown = fill_demo(archive)
    session = LoginFlow(window, Location(home), moment).sit_down(archive)
    window.resize(*SIZE)
    window.show()
    session.open(shown)
    for _round in range(ROUNDS):
        application.processEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(path))
    session.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        draw(Path(sys.argv[1]), Path(folder))
