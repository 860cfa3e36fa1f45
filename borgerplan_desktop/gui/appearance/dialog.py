"""What every dialog does alike: its form, its size, its name, and that it is gone when it is closed."""
from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from borgerplan_desktop.gui.appearance.dialog_size import fit_dialog
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.appearance.reading_order import go

TITLES = ("title", "h2")                                 # roles of the line that says what a dialog is about


class Dialog(QDialog):
    """Open it with `open()`: it stands over its window, Escape leaves it, and it lives until it is closed.

    `title`: what it is about, for who hears it; where there is none, the words of its own title line. The window itself
    is always called Borgerplan: no citizen's name reaches the task bar.
    """

    form: ClassVar[str] = ""                             # of ui/; "" = the class makes its widgets
    drawn: ClassVar[tuple[int, int] | None] = None       # pixels at 100 %; None = as the form draws it

    def __init__(self, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(parent)
        self._named_by_itself, self._has_main = not title, False
        if self.form:
            load_form(self, self.form)
        if self.drawn is not None:
            fit_dialog(self, *self.drawn)
        self.setWindowTitle("Borgerplan")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def showEvent(self, event: QShowEvent) -> None:
        self._name_itself()
        self._has_main = any(button.isDefault() for button in self.findChildren(QPushButton))
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LanguageChange:   # only now is the title line in the other language
            self._name_itself()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is the dialog's main button; where it has none, Qt would press the first there is."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (is_enter and not self._has_main and not isinstance(keyboard_in(self), QPushButton)):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes as one reads, also through what was made later than the rest."""
        return go(self, next) or super().focusNextPrevChild(next)

    def _name_itself(self) -> None:
        if self._named_by_itself:
            labels = self.findChildren(QLabel)
            lines = (label.text() for role in TITLES for label in labels if label.property("role") == role)
            self.setAccessibleName(next(lines, "").replace("\u200b", ""))
