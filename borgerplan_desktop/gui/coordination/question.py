"""A question with its field below it, for words that may need more than one line."""
from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.label import plain_label


def question(words: str, field: QWidget, parent: QWidget | None = None, low: bool = False) -> QWidget:
    """The field below its words, which are also what screen readers say; `low`: level with longer ones beside it."""
    box = QWidget(parent)
    label = plain_label(words, "smallbold", box, wrap=True)
    label.setBuddy(field)
    if isinstance(field, DateEdit):
        field.set_name(words)
    field.setAccessibleName(words)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(label)
    if low:
        column.addStretch(1)
    column.addWidget(field)
    if not low:
        column.addStretch(1)
    return box
