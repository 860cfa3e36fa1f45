"""Sizes a form or a class fixed, scaled to the text size in force."""
from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

UNLIMITED = 16777215  # QWIDGETSIZE_MAX


def remember_sizes(widget: QWidget, least: QSize | None, most: QSize | None) -> None:
    """Note the minimum and maximum size of the drawing (at 100 %), so that the text size can scale them."""
    widget.setProperty("drawn_sizes", [least or QSize(0, 0), most or QSize(UNLIMITED, UNLIMITED)])


def fit_sizes(widget: QWidget, factor: float) -> None:
    """Scale the remembered sizes; directions without a limit are left to the style sheet."""
    drawn = widget.property("drawn_sizes")
    if not drawn:
        return
    least, most = drawn
    if least.width():
        widget.setMinimumWidth(round(least.width() * factor))
    if least.height():
        widget.setMinimumHeight(round(least.height() * factor))
    if most.width() < UNLIMITED:
        widget.setMaximumWidth(round(most.width() * factor))
    if most.height() < UNLIMITED:
        widget.setMaximumHeight(round(most.height() * factor))
