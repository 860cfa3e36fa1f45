"""Buttons made in code, the same as those of the forms."""
from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.widgets.label import set_tip


def button(text: str, icon: str = "", kind: str = "", parent: QWidget | None = None,
           icon_right: bool = False) -> QPushButton:
    """A push button; `kind` is primary, ghost, quiet, danger or empty."""
    made = QPushButton(text.replace("&", "&&"), parent)
    made.setProperty("kind", kind)
    made.setAccessibleName(text)
    if icon:
        set_button_icon(made, icon, icon_right)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def icon_button(icon: str, name: str, parent: QWidget | None = None) -> QPushButton:
    """A button with an icon only; `name` is its tooltip and what screen readers say."""
    made = QPushButton(parent)
    made.setProperty("kind", "icon")
    set_button_icon(made, icon)
    made.setAccessibleName(name)
    set_tip(made, name)
    return made
