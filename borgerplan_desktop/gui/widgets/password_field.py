"""A field for a password with an eye that shows it."""
from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.session.location import LONGEST_PASSWORD, SHORTEST_PASSWORD
from borgerplan_desktop.gui.appearance.theme import restyle
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.i18n import _, ngettext

# When the key has been dealt with: else it would also press the button that gets the keyboard meanwhile.
LATER = Qt.ConnectionType.QueuedConnection


class PasswordField(QWidget):
    """`changed()` while typing, `entered()` on Enter."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(LONGEST_PASSWORD + 1)    # so that one that is too long is refused, not cut
        self.field.textChanged.connect(self._on_changed)
        self.field.returnPressed.connect(self.entered, LATER)
        self._named = ""                                 # "" = a password, in the screen's language
        self.eye = icon_button("eye", _("Show the password"), self)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._on_eye)
        self.setFocusProxy(self.field)
        self._is_new = False
        self.missing = plain_label("", "small", self, wrap=True)
        self.missing.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.missing)
        self.set_name("")

    def set_name(self, name: str) -> None:
        """What screen readers call the field; "" = a password."""
        self._named = name
        for each in (self, self.field):
            each.setAccessibleName(name or _("Password"))

    def choose_new(self) -> None:
        """A password is chosen here, not asked for: while it is too short, the field says how much is missing."""
        self._is_new = True

    def is_long_enough(self) -> bool:
        return len(self.text().strip()) >= SHORTEST_PASSWORD

    def text(self) -> str:
        return self.field.text()

    def clear(self) -> None:
        """Forget what was typed and hide it again."""
        self.field.clear()
        self.eye.setChecked(False)

    def show_trouble(self, trouble: bool) -> None:
        """Mark the field as the one to look at."""
        self.field.setProperty("trouble", trouble)
        restyle(self.field)
        if trouble:
            self.field.setFocus()
            self.field.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "eye"):
            self._on_eye(self.eye.isChecked())
            self.set_name(self._named)
            self._tell_missing()

    def _on_changed(self) -> None:
        if self.field.property("trouble"):
            self.show_trouble(False)
        self._tell_missing()
        self.changed.emit()

    def _tell_missing(self) -> None:
        """How many characters are missing, live; nothing while nothing is typed."""
        lacks = SHORTEST_PASSWORD - len(self.text().strip()) if self._is_new and self.text() else 0
        words = ngettext("{n} character is missing", "{n} characters are missing", lacks).format(n=lacks)
        say(self.missing, words if lacks > 0 else "")
        self.field.setAccessibleDescription(words if lacks > 0 else "")

    def _on_eye(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        name = _("Hide the password") if shown else _("Show the password")
        self.eye.setAccessibleName(name)
        set_tip(self.eye, name)
