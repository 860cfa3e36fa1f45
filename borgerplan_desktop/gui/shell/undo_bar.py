"""A calm line above the status: what was just removed, undone or done again, and where; with the way back and there."""
from __future__ import annotations

import enum

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from borgerplan_desktop.gui.shell.where_changed import Where
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import ElidedLabel, set_tip
from borgerplan_desktop.i18n import _

STAYS_MS = 20_000


class Told(enum.Enum):
    """What the line tells of an action."""

    UNDONE = enum.auto()
    AGAIN = enum.auto()
    REMOVED = enum.auto()
    ENDED = enum.auto()

    def words(self, named: bool) -> str:
        """With {what} and {place}; what has no name of its own is called by the action, which says it all."""
        if self in (Told.REMOVED, Told.ENDED) and not named:
            return "{what} · {place}"
        return {Told.UNDONE: _("Undone: {what} · {place}"), Told.AGAIN: _("Done again: {what} · {place}"),
                Told.REMOVED: _("Removed: {what} · {place}"), Told.ENDED: _("Ended: {what} · {place}")}[self]


class UndoBar(QFrame):
    """`again_wanted()` takes it back, `go_wanted(tab, row id)` goes there. Gone with the next edit, or by itself when
    nobody points at it or has the keyboard in it."""

    again_wanted = Signal()
    go_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "soft")
        self._where = Where("", "", "")
        self._told = Told.UNDONE
        self.label = ElidedLabel("", self)
        self.go_button = button(_("Go there"), "", "ghost", self)
        self.again_button = button(_("Redo"), "", "ghost", self)
        self.close_button = icon_button("close", _("Close the message"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(IconView("undo", "accent", 18, parent=self))
        row.addWidget(self.label, 1)
        for each in (self.go_button, self.again_button, self.close_button):
            row.addWidget(each)
        self._stays = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._stays.timeout.connect(self._on_time)
        self.go_button.clicked.connect(self._on_go)
        self.again_button.clicked.connect(self.again_wanted)
        self.close_button.clicked.connect(self.fall_silent)
        self.hide()

    @property
    def row_in_front(self) -> str:
        """The row that it tells of, where that lies in the tab in front; else ""."""
        return "" if self.isHidden() or self.go_button.isVisibleTo(self) else self._where.row_id

    def tell(self, action: str, where: Where, place: str, told: Told, here: bool) -> None:
        """`action` and `place`, the tab's name, in the screen's words; `here`: it lies in the tab in front."""
        self._where, self._told = where, told
        what = _("{action}: »{name}«").format(action=action, name=where.name) if where.name else action
        if told in (Told.REMOVED, Told.ENDED) and where.name:
            what = where.name                            # the line itself says what was done
        text = told.words(bool(where.name)).format(what=what, place=place).rstrip(" ·")
        again = _("Redo") if told is Told.UNDONE else _("Undo")
        self.again_button.setText(again)
        self.again_button.setAccessibleName(f"{again}: {what}")
        self.go_button.setText(_("Go there"))
        self.go_button.setAccessibleName(f"{_('Go there')}: {place}" if place else "")
        self.go_button.setVisible(not here)
        self.label.setText(text)
        self.setAccessibleName(text)
        self.show()
        self._stays.start()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def fall_silent(self) -> None:
        self._stays.stop()
        self.hide()
        self.label.setText("")                           # what is over is not read aloud, nor said in another language
        self.setAccessibleName("")
        self._name_buttons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "close_button"):
            self._name_close()
            if self.isHidden():                          # else whoever tells says all of it anew
                self._name_buttons()

    def _name_buttons(self) -> None:
        for each, words in ((self.go_button, _("Go there")),
                            (self.again_button, _("Redo") if self._told is Told.UNDONE else _("Undo"))):
            each.setText(words)
            each.setAccessibleName(words)

    def _name_close(self) -> None:
        self.close_button.setAccessibleName(_("Close the message"))
        set_tip(self.close_button, _("Close the message"))

    def arrived(self, tab: str, part: str, nameless: bool = False) -> None:
        """Another tab, or a part of it, came to the front: the way there is no longer needed in it. `nameless`: nobody
        may be named there, and the line may say whose it was.
        """
        if nameless:
            self.fall_silent()
        self.go_button.setVisible(not self._where.lies_in(tab, part))

    def _on_go(self) -> None:
        where = self._where
        self.go_wanted.emit(where.tab, f"{where.part}:{where.row_id}" if where.part else where.row_id)

    def _on_time(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._stays.start()
        else:
            self.fall_silent()
