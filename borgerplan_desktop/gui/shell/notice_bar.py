"""A calm line above the status: something could not be stored, or words wait for a choice. It never covers the work."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.message import Message


class NoticeBar(QFrame):
    """`show_trouble(message)`, `show_done(text)`, `show_words(text, action)`, `show_well()`; `wanted` when the action
    is chosen.
    """

    wanted = Signal()

    bar_icon: IconView
    bar_label: QLabel
    bar_button: QPushButton
    bar_close: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ("", "")
        self._closed = False                             # those words, by hand: they do not come back by themselves
        load_form(self, "notice_bar")
        self.bar_button.clicked.connect(self.wanted)
        self.bar_close.clicked.connect(self._on_close)
        self.hide()

    def show_trouble(self, message: Message) -> None:
        """What happened · what is safe · what to do now, as one line of sentences; words that wait are not hidden."""
        words, action = self._words
        parts = (message.happened, message.safe, words or message.do_now)
        self._say(" ".join(part for part in parts if part), action if words else "")

    def show_done(self, text: str) -> None:
        """What was done; until the next edit."""
        self._say(text, "")
        self.bar_icon.show_icon("check", "good")
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_words(self, text: str, action: str) -> None:
        """Words wait for a choice; stays until there are none ("" clears), or it is closed."""
        self._closed = self._closed and self._words == (text, action)
        self._words = (text, action)
        self.show_well()

    def show_well(self) -> None:
        """Nothing is in the way any more."""
        if self._words[0] and not self._closed:
            self._say(*self._words)
        else:
            self._fall_silent()

    def _on_close(self) -> None:
        self._closed = True
        self._fall_silent()

    def _fall_silent(self) -> None:
        self.hide()                                      # not shown and hidden again: the whole window would move
        self._put("", "")

    def _say(self, text: str, action: str) -> None:
        self._put(text, action)
        self.show()

    def _put(self, text: str, action: str) -> None:
        self.bar_icon.show_icon("alert", "warn")
        self.bar_label.setText(text)
        self.bar_button.setText(action)
        self.bar_button.setAccessibleName(action)
        self.bar_button.setVisible(bool(action))
        self.setAccessibleName(text)
