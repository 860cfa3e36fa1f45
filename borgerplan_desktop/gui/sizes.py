"""Sizes a form fixed, scaled to the text size in force."""
from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

UNLIMITED = 16777215  # QWIDGETSIZE_MAX


def remember_sizes(widget: QWidget) -> None:
    """Note the minimum and maximum size the drawing gave a widget, so that text size can scale them."""
    least, most = widget.minimumSize(), widget.maximumSize()
    if least != QSize(0, 0) or most != QSize(UNLIMITED, UNLIMITED):
        widget.setProperty("drawn_sizes", [least, most])


def fit_sizes(widget: QWidget, factor: float) -> None:
    """Scale the sizes a form fixed to the text size in force."""
    drawn = widget.property("drawn_sizes")
    if drawn:
        least, most = drawn
        widget.setMinimumSize(least * factor)
        widget.setMaximumSize(_scaled(most.width(), factor), _scaled(most.height(), factor))


def _scaled(length: int, factor: float) -> int:
    return UNLIMITED if length >= UNLIMITED else round(length * factor)
