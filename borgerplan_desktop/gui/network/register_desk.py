"""The shelter's own case on a desk of its own beside the citizen's: phone numbers and views are kept there."""
from __future__ import annotations

from PySide6.QtCore import QObject

from borgerplan_desktop.gui.editing.desk import Desk


def register_desk(desk: Desk, parent: QObject) -> Desk | None:
    """It is settled and closed with the citizen's; None where there is no shelter (a case read from a file)."""
    if desk.opened.shelter is None:
        return None
    register = Desk(desk.opened.shelter, parent)
    desk.settle.connect(register.settle)
    desk.leave.connect(register.close)
    register.trouble.connect(desk.trouble)
    register.drafts_changed.connect(desk.drafts_changed)
    return register
