"""How large a dialog may be: as drawn, grown with the text, but never larger than the window it belongs to."""
from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from borgerplan_desktop.gui.appearance.theme import px

MARGIN = 24                                              # pixels of the window that stay in sight


def room_for(dialog: QDialog) -> QSize:
    """What there is at most, of the window that everything stands in, or of the screen when there is none."""
    window = dialog
    while (parent := window.parentWidget()) is not None:
        window = parent.window()
    screen = dialog.screen().availableGeometry().size()
    room = screen if window is dialog else window.size().boundedTo(screen)
    return room - QSize(MARGIN, MARGIN)


def fit_dialog(dialog: QDialog, width: int, height: int) -> None:
    """`width` and `height` as drawn at 100 %."""
    dialog.resize(QSize(px(width), px(height)).boundedTo(room_for(dialog)))


def grow_dialog(dialog: QDialog, missing: int) -> None:
    """Make it this much taller, as far as there is room; its foot stays on the screen."""
    height = min(dialog.height() + missing, max(room_for(dialog).height(), dialog.height()))
    dialog.resize(dialog.width(), height)
    beyond = dialog.frameGeometry().bottom() - dialog.screen().availableGeometry().bottom()
    if dialog.isVisible() and beyond > 0:
        dialog.move(dialog.x(), max(dialog.screen().availableGeometry().top(), dialog.y() - beyond))
