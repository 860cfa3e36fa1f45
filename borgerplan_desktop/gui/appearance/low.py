"""Large text in a low window: what stands above a page gives way to it."""
from __future__ import annotations

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.appearance.theme import px

LOW = 430  # design pixels of the whole window: of the window, for a line that comes and goes must move nothing


def is_low(widget: QWidget) -> bool:
    """Whether its window is so low, or the text so large, that little is left for the page."""
    return widget.window().height() < px(LOW)
