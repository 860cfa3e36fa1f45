"""What the network gives to other programs, and takes from them: the menu "···" above the map."""
from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QPushButton, QWidget

from borgerplan_desktop.casework.network.people_files import ENDINGS, FoundPeople, read_people_file
from borgerplan_desktop.casework.network.people_to_file import (
    ABOUT,
    PeopleKind,
    people_file_name,
    save_people,
    still_named_in_people,
)
from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.earlier.file_reader import FileReader, WhatToRead
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.system.file_dialog import ask_where
from borgerplan_desktop.gui.widgets.label import set_tip
from borgerplan_desktop.gui.widgets.message import Message, Question, ask, tell
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.network import NetworkMember

PEOPLE = WhatToRead(read_people_file, N_("Choose the file with the people"), N_("People"), ENDINGS,
                    N_("Choose it once more, or another one."))


class PeopleFilesMenu(QPushButton):
    """`taken(id)`: somebody of those who came in."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "icon")
        set_button_icon(self, "more")
        name = _("Get people from a file, or save them as one")
        self.setAccessibleName(name)
        set_tip(self, name)
        self._desk: Desk | None = None
        self._kind = PeopleKind.CONTACTS
        self.reader = FileReader(self, PEOPLE)
        self.reader.read.connect(self._on_read)
        self.lines = QMenu(self)
        self.lines.setAccessibleName(name)
        self.get = self.lines.addAction(_("Get people from a file …"))
        self.lines.addSeparator()
        self.save = {kind: self.lines.addAction(_("Save as: {what} …").format(what=_(kind.label)))
                     for kind in PeopleKind}
        self.lines.triggered.connect(self._on_chosen)
        self.setMenu(self.lines)

    def open(self, desk: Desk) -> None:
        self._desk = desk

    def read(self, path: str) -> None:
        """A file that was chosen, or dropped on the map."""
        self.reader.start(path)

    def ask(self) -> QFileDialog:
        """Which file to get people from."""
        return self.reader.ask()

    def _on_chosen(self, action: QAction) -> None:
        if action is self.get:
            self.ask()
        else:
            self.ask_to_save(next(kind for kind, line in self.save.items() if line is action))

    # ------------------------------------------------------------------ in
    def _on_read(self, found: FoundPeople) -> None:
        if self._desk is None:
            return
        from borgerplan_desktop.gui.network.people_from_file import PeopleFromFile

        dialog = PeopleFromFile(self._desk, found, self.window())
        dialog.taken.connect(self._on_taken)
        dialog.open()

    def _on_taken(self, members: list[NetworkMember]) -> None:
        here = [member for member in members if member.removed_on is None]
        if here:
            self.taken.emit(here[0].id)

    # ------------------------------------------------------------------ out
    def ask_to_save(self, kind: PeopleKind) -> QDialog:
        """What will be in the file, and what not: said before it is chosen where it goes. Also whose name still stands
        in it who is left out.
        """
        self._kind = kind
        text = " ".join((_(ABOUT[kind]), _("Anyone who gets the file can read it.")))
        if self._desk is not None and (named := still_named_in_people(self._desk.case, kind)):
            text = f"{text}\n\n{named}"
        return ask(self.window(), Question(_(kind.label), text, _("Choose where")), self.ask_where)

    def ask_where(self) -> None:
        if self._desk is None:
            return
        self._desk.settle.emit()
        dialog = ask_where(self.window(), _("Save the people"), _(self._kind.label),
                           people_file_name(self._desk.case, self._kind))
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        if self._desk is None:
            return
        try:
            save_people(self._desk.opened, self._kind, partial(write_whole, Path(path), lasting=False))
        except OSError as problem:
            tell(self.window(), Message(
                _("The file could not be saved."), _("Everything you have written is stored."),
                _("Choose another folder, and save again."), type(problem).__name__))
        except Refused as refusal:                       # also NotForYou
            tell(self.window(), Message(refusal.message))
        except StoreTrouble as trouble:
            tell(self.window(), Message(*told(trouble)))
        else:
            self._desk.told.emit(_("The people are saved as a file."))
