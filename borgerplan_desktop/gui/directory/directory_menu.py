"""What the directory gives to spreadsheets and takes from them, and the ready services: the menu "···"."""
from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from borgerplan_desktop.casework.directory.coming_services import Look
from borgerplan_desktop.casework.directory.sample import leave_sample_out, take_sample_in
from borgerplan_desktop.casework.directory.services_files import (
    ENDINGS,
    FileKind,
    read_services_file,
    save_services,
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
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import N_, _, ngettext
from borgerplan_desktop.model.directory import Service

TABLE = WhatToRead(read_services_file, N_("Choose the spreadsheet with the services"), N_("Tables"), ENDINGS,
                   N_("Choose it once more, or another one."))


class DirectoryMenu(QPushButton):
    """`print_wanted()`; `came_in()` when services of a file are here. What is saved is said with `offer`."""

    print_wanted = Signal()
    came_in = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services: list[Service] = []
        self._kind = FileKind.CSV
        self.setProperty("kind", "icon")
        set_button_icon(self, "more")
        name = _("Get services from a spreadsheet, save them as one, and more")
        self.setAccessibleName(name)
        set_tip(self, name)
        self.reader = FileReader(self, TABLE)
        self.lines = QMenu(self)
        self.lines.setAccessibleName(name)
        self.get = self.lines.addAction(_("Get services from a spreadsheet …"))
        self.save = {kind: self.lines.addAction(_("Save as: {what} …").format(what=_(kind.label)))
                     for kind in FileKind}
        self.lines.addSeparator()
        self.print_them = self.lines.addAction(_("Print those that are ticked, or the whole directory …"))
        self.lines.addSeparator()
        self.take_in = self.lines.addAction(_("Take the ready services in"))
        self.leave_out = self.lines.addAction(_("Leave the ready services out again"))
        self.setMenu(self.lines)
        self.reader.read.connect(self._on_read)
        self.lines.triggered.connect(self._on_chosen)

    def offer(self, services: list[Service]) -> None:
        """What is saved as a file: those in sight."""
        self._services = services

    def read(self, path: str) -> None:
        """A file that was chosen, or dropped on the page."""
        self.reader.start(path)

    def ask_for_file(self) -> QFileDialog:
        """Which file to get services from."""
        return self.reader.ask()

    def _on_chosen(self, action: QAction) -> None:
        if action is self.get:
            self.ask_for_file()
        elif action is self.print_them:
            self.print_wanted.emit()
        elif action is self.take_in:
            self._say(self._desk.made(take_sample_in))
        elif action is self.leave_out:
            self._desk.do(leave_sample_out)
        else:
            self.ask_where_to_save(next(kind for kind, line in self.save.items() if line is action))

    def _say(self, came: list[Service] | None) -> None:
        if came is not None and not came:
            self._desk.told.emit(_("The ready services are here already."))

    # ------------------------------------------------------------------ in
    def _on_read(self, look: Look) -> None:
        from borgerplan_desktop.gui.directory.services_from_file import ServicesFromFile

        self._desk.settle.emit()
        dialog = ServicesFromFile(self._desk, look, self.window())
        dialog.taken.connect(self._on_taken)
        dialog.open()

    def _on_taken(self, n: int) -> None:
        self.came_in.emit()
        self._desk.told.emit(ngettext("{n} service has come in.", "{n} services have come in.", n).format(n=n))

    # ------------------------------------------------------------------ out
    def ask_where_to_save(self, kind: FileKind) -> QFileDialog:
        """Where those in sight go."""
        self._kind = kind
        self._desk.settle.emit()
        name = _("services") + f".{kind.value}"
        dialog = ask_where(self.window(), _("Save the services"), _(kind.label), name)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()
        return dialog

    def save_to(self, path: str) -> None:
        try:
            save_services(self._desk.opened, [each for each in self._services if each.exists], self._kind,
                          partial(write_whole, Path(path), lasting=False))
        except OSError as problem:
            tell(self.window(), Message(
                _("The file could not be saved."), _("Everything you have written is stored."),
                _("Choose another folder, and save again."), type(problem).__name__))
        except Refused as refusal:
            tell(self.window(), Message(refusal.message))
        except StoreTrouble as trouble:
            tell(self.window(), Message(*told(trouble)))
        else:
            self._desk.told.emit(_("The services are saved as a file."))
