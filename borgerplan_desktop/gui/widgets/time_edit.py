"""A field to type a time of day in as one would say it."""
from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.field_error import TypedOver, show_field_error
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _, clock

_TIME = re.compile(r"^(?:kl\.?\s*)?(\d{1,2})(?:[.:\s]?(\d{2}))?$")


def parse_time(text: str) -> time | None:
    """"13", "13.30", "13:30", "1330", "kl. 9" as a time; None when it is none."""
    found = _TIME.match(text.strip().lower())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class TimeEdit(QWidget):
    """A field for a time of day; `timeEntered(time | None)` when a person leaves it with another time."""

    timeEntered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time: time | None = None
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("e.g. 13.30"))
        self.field.editingFinished.connect(self._on_left)
        TypedOver(self.field)
        self.message = plain_label("", "smallbad", self, wrap=True)
        self.message.hide()
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.message)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.field.setAccessibleName(name)

    def time(self) -> time | None:
        return self._time

    def setTime(self, value: time | None) -> None:
        self._time = value
        self.field.setText(clock(value) if value else "")
        self.say("")

    def show_time(self, value: time | None) -> None:
        """The time that is stored now; what stands there in red stays until it is put right."""
        if value != self._time or self.message.isHidden():
            self.setTime(value)

    def refuse(self, sentence: str, stored: time | None) -> None:
        """What was entered cannot be: it stays, with the reason below."""
        self._time = stored
        self.say(sentence)

    def sizeHint(self) -> QSize:
        return QSize(px(92), super().sizeHint().height())

    def say(self, trouble: str) -> None:
        """A plain message below the field; empty = all is well."""
        show_field_error(self.field, self.message, trouble)

    def is_in_trouble(self) -> bool:
        return not self.message.isHidden()

    def _on_left(self) -> None:
        text = self.field.text().strip()
        meant = parse_time(text) if text else None
        if text and meant is None:
            self.say(_("That is no time: {value}. Write e.g. 13.30.").format(value=text))
            return
        if meant != self._time:
            self.setTime(meant)
            self.timeEntered.emit(meant)
        else:
            self.setTime(meant)
