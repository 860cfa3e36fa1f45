"""The first start: the shelter's name, the first person, the recovery code. A view; the composition root acts."""
from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.sizes import UNLIMITED
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.start.step_number import StepNumber
from borgerplan_desktop.gui.start.welcome_drawing import WelcomeDrawing
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.gui.widgets.password_field import LATER, PasswordField
from borgerplan_desktop.gui.widgets.recovery_code_box import RecoveryCodeBox
from borgerplan_desktop.i18n import _

SIDE_BY_SIDE = 1000  # design pixels; in a narrower window the halves stand one above the other
BRAND_WIDTH = 448


class Welcome(QWidget):
    """Three steps that can never lose the recovery code.

    1. With steps one and two filled in, the person presses the primary button: `founded(shelter, name, password)`.
       The listener makes the store and answers with `show_code(code)`, or with `show_trouble(text)` when that failed.
    2. The code stays on screen, the fields are closed, and the primary button waits for the tick that it is put away.
    3. `taken_in_use()`: only now is the store taken in use. Should the program be stopped before, the store opens with
       the password, and the listener must make a new code and show it then.
    """

    founded = Signal(str, str, str)
    code_print_wanted = Signal(str)
    taken_in_use = Signal()
    demo_wanted = Signal()

    halves: QBoxLayout
    brand: QFrame
    drawing: WelcomeDrawing
    shelter_field: QLineEdit
    name_field: QLineEdit
    password_field: PasswordField
    code_box: RecoveryCodeBox
    print_button: QPushButton
    away_box: QCheckBox
    go_button: QPushButton
    demo_button: QPushButton
    trouble: QLabel
    number_1: StepNumber
    number_2: StepNumber
    number_3: StepNumber

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        load_form(self, "welcome")
        for field in (self.shelter_field, self.name_field):
            field.textChanged.connect(self._update)
            field.returnPressed.connect(self._on_next, LATER)
        self.password_field.choose_new()
        self.password_field.changed.connect(self._update)
        self.password_field.entered.connect(self._on_go)
        self.away_box.toggled.connect(self._update)
        self.go_button.clicked.connect(self._on_go)
        self.print_button.clicked.connect(self._on_print)
        self.demo_button.clicked.connect(self.demo_wanted)
        self.trouble.hide()
        QWidget.setTabOrder(self.go_button, self.demo_button)  # the steps come first
        self.setFocusProxy(self.shelter_field)
        self._update()

    def show_code(self, code: str) -> None:
        """The store exists and this is its recovery code; the person must put it away before going on."""
        self._code = code
        self.code_box.show_code(code)
        self.trouble.hide()
        self.password_field.clear()                      # the code is read at leisure: no password stands beside it
        self._update()
        self.print_button.setFocus()

    def show_trouble(self, text: str) -> None:
        """What went wrong, in plain words; everything typed stays."""
        say(self.trouble, text)
        self._update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "go_button"):
            self._update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= px(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction
        self.halves.setDirection(direction.LeftToRight if wide else direction.BottomToTop)
        self.brand.setMinimumWidth(px(BRAND_WIDTH) if wide else 0)
        self.brand.setMaximumWidth(px(BRAND_WIDTH) if wide else UNLIMITED)
        self.drawing.setVisible(wide)

    def _names(self) -> tuple[str, str]:
        return self.shelter_field.text().strip(), self.name_field.text().strip()

    def _update(self) -> None:
        shelter, name = self._names()
        has_code = bool(self._code)
        password_fits = has_code or self.password_field.is_long_enough()
        for field in (self.shelter_field, self.name_field, self.password_field, self.demo_button):
            field.setEnabled(not has_code)
        self.number_1.set_done(bool(shelter))
        self.number_2.set_done(bool(name) and password_fits)
        self.number_3.set_done(has_code and self.away_box.isChecked())
        self.print_button.setEnabled(has_code)
        self.away_box.setEnabled(has_code)
        self.go_button.setText(_("Start using Borgerplan") if has_code else _("Make the recovery code"))
        self.go_button.setEnabled(self.away_box.isChecked() if has_code else bool(shelter and name and password_fits))

    def _on_next(self) -> None:
        self.focusNextChild()

    def _on_print(self) -> None:
        self.code_print_wanted.emit(self._code)

    def _on_go(self) -> None:
        if not self.go_button.isEnabled():
            return
        if self._code:
            self.taken_in_use.emit()
            self.code_box.show_code("")                  # nobody needs to see it any more
            return
        self.trouble.hide()
        self.founded.emit(*self._names(), self.password_field.text())
