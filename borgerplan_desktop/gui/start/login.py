"""Log in: pick your name, type your password; with the recovery code when it is forgotten. A view."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QStackedWidget, QWidget

from borgerplan_desktop.casework.session.location import Person
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.start.person_list import PersonList
from borgerplan_desktop.gui.widgets.label import ElidedLabel, say
from borgerplan_desktop.gui.widgets.password_field import LATER, PasswordField
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.text import first_name


class Login(QWidget):
    """`entered(id, password)` → open, or answer with `show_trouble` or `wait`.

    Forgotten: `code_entered(code)` → answer with `ask_new_password` or `show_trouble`;
    then `password_chosen(id, code, password)` for the person who is picked.
    """

    entered = Signal(str, str)
    code_entered = Signal(str)
    password_chosen = Signal(str, str, str)

    people: PersonList
    shelter_name: ElidedLabel
    pages: QStackedWidget
    password_label: QLabel
    password_field: PasswordField
    trouble: QLabel
    forgot_button: QPushButton
    enter_button: QPushButton
    code_field: QLineEdit
    code_trouble: QLabel
    code_button: QPushButton
    code_back: QPushButton
    new_label: QLabel
    new_field: PasswordField
    new_trouble: QLabel
    new_button: QPushButton
    who_page: QWidget
    code_page: QWidget
    new_page: QWidget

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = 0
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._on_second)
        load_form(self, "login")
        self.people.chosen.connect(self._on_person)
        self.password_field.changed.connect(self._update)
        self.password_field.entered.connect(self._on_enter)
        self.enter_button.clicked.connect(self._on_enter)
        self.forgot_button.clicked.connect(self.ask_code)
        self.code_field.textChanged.connect(self._update)
        self.code_field.returnPressed.connect(self._on_code, LATER)
        self.code_button.clicked.connect(self._on_code)
        self.code_back.clicked.connect(self.start_over)
        self.new_field.choose_new()
        self.new_field.changed.connect(self._update)
        self.new_field.entered.connect(self._on_new)
        self.new_button.clicked.connect(self._on_new)
        self.start_over()

    def show_people(self, shelter: str, people: list[Person], chosen: str = "") -> None:
        """The shelter's name and who may log in; `chosen` is the id of the person to pick."""
        self.shelter_name.setText(shelter)
        self.people.show_people(people, chosen)
        self.start_over()

    def start_over(self) -> None:
        """Back to the names, with nothing typed."""
        for field in (self.password_field, self.new_field, self.code_field):
            field.clear()
        for label in (self.trouble, self.code_trouble, self.new_trouble):
            label.hide()
        self.pages.setCurrentWidget(self.who_page)
        self.password_field.setFocus()
        self._update()

    def show_trouble(self, text: str) -> None:
        """What went wrong, below the field it is about."""
        page = self.pages.currentWidget()
        label = (self.code_trouble if page is self.code_page else
                 self.new_trouble if page is self.new_page else self.trouble)
        say(label, text)
        if page is self.who_page:
            self.password_field.show_trouble(True)
        elif page is self.new_page:
            self.new_field.show_trouble(True)
        else:
            self.code_field.setFocus()
            self.code_field.selectAll()

    def wait(self, seconds: int) -> None:
        """Wrong too often: no tries for so many seconds, counted down on screen."""
        self._left = max(0, seconds)
        self._say_wait()
        if self._left:
            self._second.start()

    def ask_code(self) -> None:
        """The person has forgotten the password: the recovery code is the way in."""
        self.pages.setCurrentWidget(self.code_page)
        self.code_field.setFocus()

    def ask_new_password(self) -> None:
        """The code fits; let the person choose a new password."""
        self.pages.setCurrentWidget(self.new_page)
        self.new_field.setFocus()
        self._update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "new_button"):
            self._update()

    def _update(self) -> None:
        person = self.people.person()
        name = first_name(person.name) if person else ""
        self.password_label.setText(_("Password for {name}").format(name=name) if name else _("Password"))
        self.password_field.set_name(self.password_label.text())
        self.new_label.setText(_("New password for {name}").format(name=name) if name else _("New password"))
        self.new_field.set_name(self.new_label.text())
        waiting = self._left > 0
        self.enter_button.setEnabled(bool(person and self.password_field.text()) and not waiting)
        self.forgot_button.setEnabled(person is not None)
        self.code_button.setEnabled(bool(self.code_field.text().strip()) and not waiting)
        self.new_button.setEnabled(self.new_field.is_long_enough())

    def _on_person(self, _person: Person) -> None:
        self.password_field.clear()
        self.trouble.hide()
        self._update()

    def _on_enter(self) -> None:
        person = self.people.person()
        if person and self.enter_button.isEnabled():
            self.trouble.hide()
            self.entered.emit(person.id, self.password_field.text())

    def _on_code(self) -> None:
        if self.code_button.isEnabled():
            self.code_trouble.hide()
            self.code_entered.emit(self.code_field.text())

    def _on_new(self) -> None:
        person = self.people.person()
        if person and self.new_button.isEnabled():
            self.new_trouble.hide()
            self.password_chosen.emit(person.id, self.code_field.text(), self.new_field.text())

    def _on_second(self) -> None:
        self._left -= 1
        self._say_wait()

    def _say_wait(self) -> None:
        label = self.code_trouble if self.pages.currentWidget() is self.code_page else self.trouble
        if self._left > 0:
            say(label, _("Wait a little. There were too many wrong tries.") + " " + ngettext(
                "Try again in {n} second.", "Try again in {n} seconds.", self._left).format(n=self._left))
        else:
            self._second.stop()
            label.hide()
        self._update()
