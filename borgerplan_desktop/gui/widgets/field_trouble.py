"""What is the matter with a field, said in plain words below it."""
from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit

from borgerplan_desktop.gui.theme import restyle
from borgerplan_desktop.gui.widgets.label import say


def say_trouble(field: QLineEdit, message: QLabel, trouble: str) -> None:
    """Show the sentence in the label below the field, also to screen readers; empty = all is well."""
    say(message, trouble)
    field.setAccessibleDescription(trouble)
    if bool(field.property("trouble")) != bool(trouble):
        field.setProperty("trouble", bool(trouble))
        restyle(field)
