"""Settings: who works here, a colleague who comes, a colleague who stops."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import Conflict
from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import SHORTEST_PASSWORD
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.casework.session.staff import Colleague, add_colleague, colleagues, retire_colleague
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.settings.colleague_facts import ColleagueFacts
from borgerplan_desktop.gui.system.busy import busy
from borgerplan_desktop.gui.widgets.avatar import Avatar
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label, say
from borgerplan_desktop.gui.widgets.latin_name import LatinName
from borgerplan_desktop.gui.widgets.message import Question, ask
from borgerplan_desktop.gui.widgets.password_field import PasswordField
from borgerplan_desktop.i18n import _


class StaffPage(QWidget):
    people_lines: QVBoxLayout
    people_box: QWidget
    people_trouble: QLabel
    add_box: QWidget
    name_field: QLineEdit
    latin_field: LatinName
    colleague_title_field: QLineEdit
    password_field: PasswordField
    password_hint: QLabel
    trouble: QLabel
    add_button: QPushButton

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._lines: list[ColleagueLine] = []
        load_form(self, "staff_page")
        self.name_field.setMaxLength(LONGEST_LINE)
        self.colleague_title_field.setMaxLength(LONGEST_LINE)
        self.add_box.setVisible(archive.is_lasting)
        for label in (self.trouble, self.people_trouble):
            label.hide()
        self.latin_field.follow(self.name_field)
        # Signals
        self.name_field.textChanged.connect(self._update)
        self.password_field.choose_new()
        self.password_field.changed.connect(self._update)
        self.password_field.entered.connect(self._on_add)
        self.add_button.clicked.connect(self._on_add)
        # Initial update
        self._list()
        self._update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "add_button"):
            self._list()
            self._update()

    def _list(self) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        can_stop = self._archive.is_lasting
        try:
            found = colleagues(self._archive)
        except StoreError as error:                      # the key store is gone or damaged
            found = []
            say(self.people_trouble, sentence(error))
        self._lines = [ColleagueLine(each, can_stop, self.people_box) for each in found]
        for line in self._lines:
            self.people_lines.addWidget(line)
            line.stop_wanted.connect(self._on_stop)
            line.facts_wanted.connect(self._on_facts)

    def _update(self) -> None:
        hint = _("At least {n} characters. Three or four random words are good. Let the colleague type it.")
        self.password_hint.setText(hint.format(n=SHORTEST_PASSWORD))
        self.add_button.setEnabled(bool(self.name_field.text().strip()) and bool(self.password_field.text()))

    def _on_add(self) -> None:
        if not self.add_button.isEnabled():
            return
        self.trouble.hide()
        try:
            with busy():
                add_colleague(self._archive, self.name_field.text(), self.colleague_title_field.text(),
                              self.password_field.text(), self.latin_field.text())
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        except Conflict:
            say(self.trouble, _("The same has just been changed somewhere else."))
        else:
            for field in (self.name_field, self.latin_field.edit, self.colleague_title_field, self.password_field):
                field.clear()
            self.name_field.setFocus()
            self._list()

    def _on_facts(self, who: Colleague) -> None:
        dialog = ColleagueFacts(self._archive, who, self.window())
        dialog.renamed.connect(self._list)
        dialog.open()

    def _on_stop(self, who: Colleague) -> None:
        ask(self.window(), Question(
            _("Does {name} not work here any more?").format(name=who.name),
            _("The way in is gone at once. The name stays on everything {name} has done.").format(name=who.name),
            _("Remove the way in"), _("Keep"), danger=True), partial(self._stop, who.id))

    def _stop(self, person: str) -> None:
        self.people_trouble.hide()
        try:
            retire_colleague(self._archive, person)
        except (Refused, StoreError) as error:
            say(self.people_trouble, sentence(error))
        except Conflict:
            say(self.people_trouble, _("The same has just been changed somewhere else."))
        self._list()


class ColleagueLine(QWidget):
    """A colleague; `stop_wanted(Colleague)`, `facts_wanted(Colleague)`."""

    stop_wanted = Signal(object)
    facts_wanted = Signal(object)

    def __init__(self, who: Colleague, can_stop: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._who = who
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        avatar = Avatar(parent=self)
        avatar.show_person(who.name)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(who.name, self, role="bold"))
        note = _("you") if who.is_me else "" if who.enters or not can_stop else _("cannot log in")
        about = " · ".join(part for part in (who.title, note) if part)
        if about:
            words.addWidget(plain_label(about, "small", self, wrap=True))
        row.addWidget(avatar)
        row.addLayout(words, 1)
        if can_stop and not who.is_me:
            stop = button(_("Stops here …"), "", "quiet", self)
            stop.setAccessibleName(_("{name} stops here …").format(name=who.name))
            stop.clicked.connect(self._on_stop)
            row.addWidget(stop)
        facts = icon_button("edit", _("Edit the name and title of {name}").format(name=who.name), self)
        facts.clicked.connect(self._on_facts)
        row.addWidget(facts)

    def _on_facts(self) -> None:
        self.facts_wanted.emit(self._who)

    def _on_stop(self) -> None:
        self.stop_wanted.emit(self._who)
