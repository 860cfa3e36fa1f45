"""How large a dialog may be: as drawn, grown with the text, but never larger than the window it belongs to."""
from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from borgerplan_desktop.gui.theme import px

MARGIN = 24                                              # pixels of the window that stay in sight


def fit_dialog(dialog: QDialog, width: int, height: int) -> None:
    """`width` and `height` as drawn at 100 %."""
    parent = dialog.parentWidget()
    window: QWidget | None = parent.window() if parent is not None else None
    room = window.size() if window is not None else dialog.screen().availableGeometry().size()
    dialog.resize(min(px(width), room.width() - MARGIN), min(px(height), room.height() - MARGIN))
